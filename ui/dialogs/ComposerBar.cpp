// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposerBar.h"

#include "ui/Parts.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/OutgoingDocument.h"
#include "ui/dialogs/Prompts.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace inlet::ui
{

ComposerBar::ComposerBar(BodyEdit &body, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_body(body), m_prompts(prompts), m_send(parts::button(tr("Send"), "primary", this)),
      m_rich(parts::iconButton(QStringLiteral("edit"), tr("Formatting"), this)), m_formats(new QWidget(this)),
      m_popOut(parts::iconButton(QStringLiteral("external-link"), tr("Open in its own window"), this)),
      m_draft(parts::secondary({}, this))
{
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setToolTip(tr("Send (Ctrl+Enter). Send and archive: Ctrl+Shift+Enter"));
    m_send->setAutoDefault(false);
    m_rich->setObjectName(QStringLiteral("richButton"));
    m_rich->setCheckable(true);
    m_popOut->setObjectName(QStringLiteral("popOutButton"));
    m_draft->setObjectName(QStringLiteral("draftLabel"));
    m_draft->setWordWrap(false);
    QToolButton *attach = parts::iconButton(QStringLiteral("attach"), tr("Attach files (Ctrl+Shift+A)"), this);
    attach->setObjectName(QStringLiteral("attachButton"));
    QToolButton *templates = parts::iconButton(QStringLiteral("note"), tr("Insert a template (Ctrl+;)"), this);
    templates->setObjectName(QStringLiteral("templateButton"));
    QToolButton *discard = parts::iconButton(QStringLiteral("trash"), tr("Discard this draft"), this);
    discard->setObjectName(QStringLiteral("discardButton"));

    auto *formats = new QHBoxLayout(m_formats);
    formats->setContentsMargins(0, 0, 0, 0);
    formats->setSpacing(0);
    m_bold = addFormat(QStringLiteral("bold"), tr("Bold (Ctrl+B)"), "boldButton");
    m_italic = addFormat(QStringLiteral("italic"), tr("Italic (Ctrl+I)"), "italicButton");
    m_underline = addFormat(QStringLiteral("underline"), tr("Underline (Ctrl+U)"), "underlineButton");
    QToolButton *list = addFormat(QStringLiteral("list"), tr("List"), "listButton");
    QToolButton *numbers = addFormat(QStringLiteral("list-numbered"), tr("Numbered list"), "numbersButton");
    QToolButton *link = addFormat(QStringLiteral("link"), tr("Link (Ctrl+Shift+K)"), "linkButton");

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGrid);
    layout->addWidget(m_send);
    layout->addSpacing(theme::kGrid);
    layout->addWidget(attach);
    layout->addWidget(templates);
    layout->addWidget(m_rich);
    layout->addWidget(m_formats);
    layout->addStretch(1);
    layout->addWidget(m_draft);
    layout->addWidget(m_popOut);
    layout->addWidget(discard);

    connect(m_send, &QPushButton::clicked, this, &ComposerBar::sendRequested);
    connect(attach, &QToolButton::clicked, this, &ComposerBar::attachRequested);
    connect(templates, &QToolButton::clicked, this, &ComposerBar::templateRequested);
    connect(discard, &QToolButton::clicked, this, &ComposerBar::discardRequested);
    connect(m_popOut, &QToolButton::clicked, this, &ComposerBar::popOutRequested);
    connect(m_rich, &QToolButton::clicked, &body, &BodyEdit::setRich);
    connect(m_bold, &QToolButton::clicked, &body, &BodyEdit::toggleBold);
    connect(m_italic, &QToolButton::clicked, &body, &BodyEdit::toggleItalic);
    connect(m_underline, &QToolButton::clicked, &body, &BodyEdit::toggleUnderline);
    connect(list, &QToolButton::clicked, &body, [&body] { body.toggleList(false); });
    connect(numbers, &QToolButton::clicked, &body, [&body] { body.toggleList(true); });
    connect(link, &QToolButton::clicked, this, &ComposerBar::editLink);
    connect(&body, &BodyEdit::richChanged, this, &ComposerBar::refreshFormats);
    connect(&body, &QTextEdit::currentCharFormatChanged, this, &ComposerBar::refreshFormats);
    const auto key = [&body](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, &body, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, &body, action);
    };
    key(QKeySequence::Bold, &BodyEdit::toggleBold);
    key(QKeySequence::Italic, &BodyEdit::toggleItalic);
    key(QKeySequence::Underline, &BodyEdit::toggleUnderline);
    key(QKeySequence(QStringLiteral("Ctrl+Shift+K")), [this] { editLink(); });
    refreshFormats();
}

QToolButton *ComposerBar::addFormat(const QString &icon, const QString &name, const char *objectName)
{
    QToolButton *button = parts::iconButton(icon, name, m_formats);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus and the selection in the text
    button->setCheckable(icon == QLatin1String("bold") || icon == QLatin1String("italic")
        || icon == QLatin1String("underline"));
    m_formats->layout()->addWidget(button);
    return button;
}

void ComposerBar::refreshFormats()
{
    const QTextCharFormat format = m_body.currentCharFormat();
    m_rich->setChecked(m_body.isRich());
    m_formats->setVisible(m_body.isRich());
    m_bold->setChecked(format.fontWeight() >= QFont::DemiBold);
    m_italic->setChecked(format.fontItalic());
    m_underline->setChecked(format.fontUnderline());
}

void ComposerBar::editLink()
{
    QString address = m_prompts.askText(this, {tr("Link"), tr("Address"), tr("Set link"), m_body.selectedLink()}).trimmed();
    if (address.isEmpty())
        return;
    if (!address.contains(QLatin1Char(':')))
        address.prepend(address.contains(QLatin1Char('@')) ? QStringLiteral("mailto:") : QStringLiteral("https://"));
    m_body.setLink(address);
    m_body.setFocus();
}

void ComposerBar::setDraftText(const QString &text)
{
    m_draft->setText(text);
}

void ComposerBar::setSending(bool sending)
{
    m_sending = sending;
    m_send->setEnabled(!m_sending && !m_forbidden);
    m_send->setText(sending ? tr("Sending") : tr("Send"));
}

void ComposerBar::setForbidden(const QString &why)
{
    m_forbidden = !why.isEmpty();
    m_send->setEnabled(!m_sending && !m_forbidden);
    m_send->setAccessibleDescription(why);
}

void ComposerBar::setCanPopOut(bool can)
{
    m_popOut->setVisible(can);
}

} // namespace inlet::ui
