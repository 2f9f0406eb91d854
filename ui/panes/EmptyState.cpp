// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/EmptyState.h"

#include "ui/Parts.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

constexpr int kEmptyIcon = 40;
constexpr int kTextWidth = 320;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(panes::label({}, "", this)), m_text(panes::label({}, "secondary", this)),
      m_button(panes::textButton({}, "", this)), m_other(panes::textButton({}, "link", this))
{
    setObjectName(QStringLiteral("emptyState"));
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_other->setObjectName(QStringLiteral("emptyOtherButton"));
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_title->setFont(theme::titleFont());
    for (QLabel *words : {m_title, m_text}) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignHCenter);
        words->setMaximumWidth(kTextWidth);
    }
    m_icon->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    column->setSpacing(theme::kGap);
    column->addStretch(2);
    for (QLabel *part : {m_icon, m_title, m_text}) {
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(part, 100);
        row->addStretch();
        column->addLayout(row);
    }
    column->addSpacing(theme::kGrid);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_other, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT actionClicked(m_words.kind); });
    connect(m_other, &QPushButton::clicked, this, [this] { Q_EMIT actionClicked(m_words.otherKind); });
}

void EmptyState::setWords(const EmptyWords &words)
{
    m_words = words;
    m_title->setText(words.title);
    m_title->setVisible(!words.title.isEmpty());
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
    // A button that goes must not have the keys: hidden, it would throw them to whatever comes after it in the window.
    const bool losesKeys = words.action.isEmpty() && focusProxy() && window()->focusWidget() == m_button;
    setFocusProxy(words.action.isEmpty() ? nullptr : m_button);
    if (losesKeys)
        setFocus();
    m_button->setText(words.action);
    m_button->setAccessibleName(words.action);
    m_button->setVisible(!words.action.isEmpty());
    m_other->setText(words.other);
    m_other->setAccessibleName(words.other);
    m_other->setVisible(!words.other.isEmpty());
    parts::setLook(m_button, words.kind == EmptyWords::Action::Connect ? "primary" : "");
    setAccessibleName(words.title.isEmpty() ? words.text : words.title);
    showIcon();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::showIcon()
{
    if (!m_words.icon.isEmpty())
        m_icon->setPixmap(theme::icon(m_words.icon, theme::Token::Faint).pixmap(QSize(kEmptyIcon, kEmptyIcon), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showIcon();
}

} // namespace inlet::ui
