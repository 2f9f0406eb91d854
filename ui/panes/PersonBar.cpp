// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/PersonBar.h"

#include "ui/Accessible.h"
#include "ui/FlowLayout.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/PaneParts.h"

#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

/// "Mara Petersen (mara@old.test)".
QString nameAndAddress(const QString &name, const QString &address)
{
    const QString plain = phrases::oneLine(name, 80);
    const QString bare = phrases::oneLine(address, 120);
    return plain.isEmpty() || plain.compare(bare, Qt::CaseInsensitive) == 0 ? bare : QStringLiteral("%1 (%2)").arg(plain, bare);
}

QString wordsFor(const store::SamePersonHint &hint)
{
    const QString other = nameAndAddress(hint.otherName, hint.otherAddress);
    switch (hint.reason) {
    case store::SamePersonReason::AddressChanged:
        return PersonBar::tr("An automatic answer says that this address has changed: %1.").arg(other);
    case store::SamePersonReason::QuotedMail:
        return PersonBar::tr("Looks like an answer for %1: it quotes your mail to them.").arg(other);
    case store::SamePersonReason::SameName:
        return PersonBar::tr("Looks like %1: same name and domain.").arg(other);
    }
    return {};
}

QString standInName(const QString &standIn)
{
    const QString name = phrases::oneLine(standIn.section(QLatin1Char('<'), 0, 0), 80);
    return name.isEmpty() ? phrases::oneLine(standIn, 120) : name;
}

QString absenceOf(const store::ConversationRow &row)
{
    const QString who = phrases::person(row.prospectName, row.prospectAddress);
    const QString other = standInName(row.standIn);
    if (row.absence == QLatin1String("left-company"))
        return PersonBar::tr("%1 has left the company and names %2.").arg(who, other);
    if (row.absence == QLatin1String("address-changed"))
        return PersonBar::tr("%1 has another address now: %2.").arg(who, phrases::oneLine(row.standIn, 120));
    if (row.returnOn.isValid())
        return PersonBar::tr("%1 is away until %2 and names %3.").arg(who, QLocale().toString(row.returnOn, QLocale::ShortFormat), other);
    return PersonBar::tr("%1 is away and names %2.").arg(who, other);
}

} // namespace

PersonBar::PersonBar(QWidget *parent)
    : QWidget(parent), m_text(panes::label({}, "", this)), m_accept(panes::textButton(tr("Same person"), "", this)),
      m_reject(panes::textButton(tr("Not the same"), "", this)), m_write(panes::textButton({}, "", this))
{
    setObjectName(QStringLiteral("personBar"));
    accessible::setRole(this, QAccessible::Notification);
    m_text->setObjectName(QStringLiteral("personText"));
    m_text->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("samePersonButton"));
    m_reject->setObjectName(QStringLiteral("notSamePersonButton"));
    m_reject->setAccessibleName(tr("Not the same person"));
    m_write->setObjectName(QStringLiteral("writeInsteadButton"));
    tipWithKey(m_accept, ActionId::SamePerson);
    tipWithKey(m_reject, ActionId::NotSamePerson);
    auto *buttons = new FlowLayout(nullptr, theme::kSpace);
    for (QPushButton *button : {m_accept, m_reject, m_write}) {
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kMargin, theme::kSpace, theme::kMargin, theme::kSpace);
    column->setSpacing(theme::kGrid);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, &PersonBar::samePersonClicked);
    connect(m_reject, &QPushButton::clicked, this, &PersonBar::notSamePersonClicked);
    connect(m_write, &QPushButton::clicked, this, [this] { Q_EMIT writeClicked(m_standIn); });
    hide();
}

void PersonBar::show(const store::ConversationRow &row, const std::optional<store::SamePersonHint> &hint)
{
    m_standIn = row.standIn.contains(QLatin1Char('@')) ? row.standIn : QString();
    const bool instead = !hint && !m_standIn.isEmpty();
    m_accept->setVisible(hint.has_value());
    m_reject->setVisible(hint.has_value());
    m_write->setVisible(instead);
    m_write->setText(tr("Write to %1 instead").arg(standInName(m_standIn)));
    m_text->setText(hint ? wordsFor(*hint) : instead ? absenceOf(row) : QString());
    setAccessibleName(m_text->text());
    setVisible(hint || instead);
}

void PersonBar::paintEvent(QPaintEvent *)
{
    constexpr float kTint = 0.08F;
    QPainter painter(this);
    QColor tint = theme::color(theme::Token::Accent);
    tint.setAlphaF(kTint);
    painter.fillRect(rect(), theme::color(theme::Token::Surface));
    painter.fillRect(rect(), tint);
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Token::Hairline));
}

} // namespace inlet::ui
