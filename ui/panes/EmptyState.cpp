// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/EmptyState.h"

#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

constexpr int kEmptyIcon = 40;
constexpr int kTextWidth = 320;

QString emptySaid(const char *text)
{
    return QCoreApplication::translate("EmptyState", text);
}

/// " in 198 of 200 mailboxes", or nothing when all of them are live.
QString reach(const EmptyFacts &facts)
{
    if (facts.mailboxes == 0 || facts.live >= facts.mailboxes)
        return {};
    return emptySaid(" in %1 of %2 mailboxes").arg(facts.live).arg(facts.mailboxes);
}

EmptyWords scopeWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    const QString where = reach(facts);
    const QString calm = where.isEmpty() ? QString() : emptySaid("The others are not connected; more may wait there.");
    switch (facts.query.scope) {
    case store::Scope::NeedsAnswer:
        return {QStringLiteral("circle-check"), emptySaid("All answered%1").arg(where),
            calm.isEmpty() ? emptySaid("New replies appear here by themselves.") : calm, emptySaid("Show all conversations"), Action::ShowAll};
    case store::Scope::Unread:
        return {QStringLiteral("mail-open"), emptySaid("Nothing unread%1").arg(where), calm, {}, Action::None};
    case store::Scope::Bounces:
        return {QStringLiteral("bounce"), emptySaid("No bounces%1").arg(where), calm, {}, Action::None};
    case store::Scope::Outbox:
        return {QStringLiteral("outbox"), emptySaid("Nothing waits to be sent"), {}, {}, Action::None};
    case store::Scope::Snoozed:
        return {QStringLiteral("clock"), emptySaid("Nothing is snoozed"), {}, {}, Action::None};
    case store::Scope::Scheduled:
        return {QStringLiteral("send"), emptySaid("Nothing is scheduled"), {}, {}, Action::None};
    case store::Scope::Starred:
        return {QStringLiteral("star"), emptySaid("Nothing is starred"), emptySaid("S stars the selected conversation."), {}, Action::None};
    case store::Scope::All:
    case store::Scope::Today:
    case store::Scope::AwaitingReply:
    case store::Scope::Other:
    case store::Scope::Sent:
    case store::Scope::Archived:
        break;
    }
    return {QStringLiteral("inbox"), emptySaid("Nothing in %1%2").arg(phrases::scope(facts.query.scope), where), calm, {}, Action::None};
}

} // namespace

EmptyWords emptyWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    if (facts.mailboxes == 0 && facts.query.search.isEmpty()) {
        return {QStringLiteral("inbox"), emptySaid("Connect a mailbox to see replies"),
            emptySaid("Nothing leaves this computer except to your mail servers."), emptySaid("Connect a mailbox"), Action::Connect};
    }
    if (!facts.problem.isEmpty())
        return {QStringLiteral("warning"), emptySaid("The list could not be read"), phrases::oneLine(facts.problem), {}, Action::None};
    if (!facts.query.search.isEmpty()) {
        const QString what = phrases::oneLine(facts.query.search, 60);
        if (facts.query.everywhere)
            return {QStringLiteral("search"), emptySaid("Nothing matches “%1”").arg(what),
                emptySaid("In any conversation on this computer."), emptySaid("Clear the search"), Action::ClearSearch};
        return {QStringLiteral("search"), emptySaid("Nothing matches “%1” in %2").arg(what, phrases::scope(facts.query.scope)), {},
            emptySaid("Search everywhere"), Action::SearchEverywhere};
    }
    if (!facts.offAddress.isEmpty()) {
        return {QStringLiteral("error"), emptySaid("%1 is not connected").arg(facts.offAddress),
            facts.offReason.isEmpty() ? emptySaid("Replies may wait there.") : phrases::oneLine(facts.offReason), emptySaid("Repair"), Action::Repair};
    }
    if (facts.firstSync) {
        return {QStringLiteral("download"), emptySaid("Reading the newest mail first"), emptySaid("Replies appear here while we read."), {},
            Action::None};
    }
    if (facts.query.category) {
        return {QStringLiteral("tag"), emptySaid("Nothing is “%1” here%2").arg(phrases::category(*facts.query.category), reach(facts)), {}, {},
            Action::None};
    }
    return scopeWords(facts);
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(panes::label({}, "", this)), m_text(panes::label({}, "secondary", this)),
      m_button(panes::textButton({}, "", this))
{
    setObjectName(QStringLiteral("emptyState"));
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_button->setObjectName(QStringLiteral("emptyButton"));
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
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT actionClicked(m_words.kind); });
}

void EmptyState::setWords(const EmptyWords &words)
{
    m_words = words;
    m_title->setText(words.title);
    m_title->setVisible(!words.title.isEmpty());
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
    m_button->setText(words.action);
    m_button->setAccessibleName(words.action);
    m_button->setVisible(!words.action.isEmpty());
    panes::setLook(m_button, words.kind == EmptyWords::Action::Connect ? "primary" : "");
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
