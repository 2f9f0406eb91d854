// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/EmptyWords.h"

#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"
#include "ui/panes/SplitBar.h"

#include <QCoreApplication>

namespace inlet::ui
{

namespace
{

QString emptySaid(const char *text)
{
    return QCoreApplication::translate("EmptyState", text);
}

/// " in 198 of 200 mailboxes", or nothing when it holds for all of them.
QString reach(const EmptyFacts &facts)
{
    if (facts.mailboxes == 0 || facts.live >= facts.mailboxes)
        return {};
    return emptySaid(" in %1 of %2 mailboxes").arg(facts.live).arg(facts.mailboxes);
}

/// Why it does not hold for the others, each kind by its name.
QString others(const EmptyFacts &facts)
{
    if (facts.mailboxes == 0)
        return emptySaid("Nothing is read here: the mailbox is switched off.");
    QStringList parts;
    if (facts.needUser > 0)
        parts += phrases::plural(facts.needUser, emptySaid("1 needs you"), emptySaid("%1 need you"));
    if (facts.reading > 0)
        parts += phrases::plural(facts.reading, emptySaid("1 is still being read"), emptySaid("%1 are still being read"));
    if (facts.paused > 0)
        parts += phrases::plural(facts.paused, emptySaid("1 is paused"), emptySaid("%1 are paused"));
    if (facts.waiting > 0)
        parts += phrases::plural(facts.waiting, emptySaid("1 waits for its server"), emptySaid("%1 wait for their servers"));
    return parts.isEmpty() ? QString() : emptySaid("%1; more may wait there.").arg(parts.join(QStringLiteral(", ")));
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

/// "The next snooze wakes Thu 09:00. 37 handled today, 4 meetings."
QString dayWords(const store::ListFacts &facts)
{
    QStringList sentences;
    if (const QString wake = phrases::wakeTime(facts.nextWake, QDateTime::currentDateTimeUtc()); !wake.isEmpty())
        sentences += emptySaid("The next snooze wakes %1.").arg(wake);
    if (facts.handledToday > 0) {
        const QString meetings = phrases::plural(facts.meetingsToday, emptySaid("1 meeting"), emptySaid("%1 meetings"));
        const QString handled = emptySaid("%1 handled today").arg(phrases::number(facts.handledToday));
        sentences += (facts.meetingsToday > 0 ? QStringLiteral("%1, %2").arg(handled, meetings) : handled) + QLatin1Char('.');
    }
    return joined(sentences);
}

EmptyWords answeredWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    QString text = joined({others(facts), facts.isTold ? dayWords(facts.list) : QString()});
    if (text.isEmpty())
        text = emptySaid("New replies appear here by themselves.");
    EmptyWords words{QStringLiteral("circle-check"), emptySaid("All answered%1").arg(reach(facts)), text, {}, Action::None, {}, Action::None};
    if (facts.isTold && facts.list.unsorted > 0) {
        words.action = emptySaid("Next: %1 (%2)").arg(phrases::category(store::Category::Unsorted), phrases::number(facts.list.unsorted));
        words.kind = Action::ShowUnsorted;
        words.other = emptySaid("Show all conversations");
        words.otherKind = Action::ShowAll;
    } else {
        words.action = emptySaid("Show all conversations");
        words.kind = Action::ShowAll;
    }
    return words;
}

EmptyWords bounceWords(const EmptyFacts &facts)
{
    EmptyWords words{QStringLiteral("bounce"), emptySaid("No bounces%1").arg(reach(facts)), others(facts), {}, {}, {}, {}};
    if (facts.isTold && facts.list.recentBounces == 0)
        words.title = emptySaid("No bounces in 30 days%1").arg(reach(facts));
    else if (facts.isTold)
        words.text = joined({phrases::plural(facts.list.recentBounces, emptySaid("1 report in the last 30 days is dealt with."),
                                 emptySaid("%1 reports in the last 30 days are dealt with.")),
            words.text});
    return words;
}

EmptyWords scopeWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    switch (facts.query.scope) {
    case store::Scope::NeedsAnswer: return answeredWords(facts);
    case store::Scope::Bounces: return bounceWords(facts);
    case store::Scope::Unread:
        return {QStringLiteral("mail-open"), emptySaid("Nothing unread%1").arg(reach(facts)), others(facts), {}, Action::None, {}, Action::None};
    case store::Scope::Outbox: return {QStringLiteral("outbox"), emptySaid("Nothing waits to be sent"), {}, {}, Action::None, {}, Action::None};
    case store::Scope::Snoozed: return {QStringLiteral("clock"), emptySaid("Nothing is snoozed"), {}, {}, Action::None, {}, Action::None};
    case store::Scope::Scheduled: return {QStringLiteral("send"), emptySaid("Nothing is scheduled"), {}, {}, Action::None, {}, Action::None};
    case store::Scope::Starred: {
        const QString key = firstKey(ActionId::Star);
        return {QStringLiteral("star"), emptySaid("Nothing is starred"),
            key.isEmpty() ? QString() : emptySaid("%1 stars the selected conversation.").arg(key), {}, Action::None, {}, Action::None};
    }
    case store::Scope::All:
    case store::Scope::Today:
    case store::Scope::AwaitingReply:
    case store::Scope::Other:
    case store::Scope::Sent:
    case store::Scope::Archived: break;
    }
    return {QStringLiteral("inbox"), emptySaid("Nothing in %1%2").arg(phrases::scope(facts.query.scope), reach(facts)), others(facts), {},
        Action::None, {}, Action::None};
}

/// The first split with rows in the order of the tabs; the one shown has none.
EmptyWords splitWords(const EmptyFacts &facts)
{
    EmptyWords words{QStringLiteral("tag"), emptySaid("Nothing is “%1” here%2").arg(phrases::category(*facts.query.category), reach(facts)),
        others(facts), {}, EmptyWords::Action::None, {}, EmptyWords::Action::None};
    if (const auto next = nextSplit(facts.splits); next && facts.isTold) {
        words.action = emptySaid("Next: %1 (%2)").arg(phrases::category(*next), phrases::number(facts.splits.value(int(*next))));
        words.kind = EmptyWords::Action::NextSplit;
    }
    return words;
}

EmptyWords searchWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    const QString what = phrases::oneLine(facts.query.search, 60);
    const QString clear = emptySaid("Clear the search");
    const QString servers = emptySaid("Search on the servers");
    if (facts.query.everywhere && facts.canAskServers)
        return {QStringLiteral("search"), emptySaid("Nothing matches “%1”").arg(what), emptySaid("In any conversation on this computer."), servers,
            Action::SearchServers, clear, Action::ClearSearch};
    if (facts.query.everywhere)
        return {QStringLiteral("search"), emptySaid("Nothing matches “%1”").arg(what), emptySaid("In any conversation on this computer."), clear,
            Action::ClearSearch, {}, Action::None};
    const QString where = facts.query.category ? phrases::category(*facts.query.category) : phrases::scope(facts.query.scope);
    EmptyWords words{QStringLiteral("search"), emptySaid("Nothing matches “%1” in %2").arg(what, where), {}, emptySaid("Search everywhere"),
        Action::SearchEverywhere, clear, Action::ClearSearch};
    if (!facts.isTold)
        return words;
    words.text = facts.list.everywhere == 0
        ? emptySaid("No match in any mailbox.")
        : phrases::plural(facts.list.everywhere, emptySaid("1 match in all mailboxes."), emptySaid("%1 matches in all mailboxes."));
    if (facts.list.everywhere == 0 && facts.canAskServers)
        return {words.icon, words.title, words.text, servers, Action::SearchServers, clear, Action::ClearSearch};
    if (facts.list.everywhere == 0)
        return {words.icon, words.title, words.text, clear, Action::ClearSearch, {}, Action::None};
    return words;
}

QString dayOrTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    if (local.date() == QDate::currentDate())
        return phrases::clockTime(time);
    return phrases::shortDay(local.date()) + QLatin1Char(' ') + phrases::clockTime(time);
}

/// Lists that fill by themselves when a mailbox is read.
bool fillsBySync(store::Scope scope)
{
    using enum store::Scope;
    return scope == NeedsAnswer || scope == All || scope == Unread || scope == Today || scope == AwaitingReply || scope == Other || scope == Sent;
}

} // namespace

QString beginsWords(const QDateTime &oldest, const QDate &since)
{
    constexpr int kTolerance = 2; // days: a window moves on at midnight
    if (since.isValid() && oldest.toLocalTime().date().addDays(kTolerance) < since)
        return emptySaid("Not all mail before %1 is on this computer.").arg(phrases::shortDay(since, true));
    return emptySaid("Mail before %1 is not on this computer.").arg(phrases::shortDay(oldest.toLocalTime().date(), true));
}

EmptyWords emptyWords(const EmptyFacts &facts)
{
    using Action = EmptyWords::Action;
    if (facts.known == 0 && facts.query.search.isEmpty()) {
        const QString text = facts.sandboxNote.isEmpty() ? emptySaid("Nothing leaves this computer except to your mail servers.") : facts.sandboxNote;
        EmptyWords words{QStringLiteral("inbox"), emptySaid("Connect a mailbox to see replies"), text, emptySaid("Connect a mailbox"), Action::Connect, {},
            Action::None};
        if (facts.hasSandbox) {
            words.other = emptySaid("Try it on invented mailboxes");
            words.otherKind = Action::Sandbox;
        }
        return words;
    }
    if (!facts.problem.isEmpty())
        return {QStringLiteral("warning"), emptySaid("The list could not be read"), phrases::oneLine(facts.problem), {}, Action::None, {},
            Action::None};
    if (!facts.query.search.isEmpty())
        return searchWords(facts);
    if (!facts.offAddress.isEmpty()) {
        const QString title = facts.offSince.isValid()
            ? emptySaid("%1 is not connected since %2").arg(facts.offAddress, dayOrTime(facts.offSince))
            : emptySaid("%1 is not connected").arg(facts.offAddress);
        return {QStringLiteral("error"), title, joined({phrases::oneLine(facts.offReason), emptySaid("Replies may wait there.")}),
            emptySaid("Repair"), Action::Repair, {}, Action::None};
    }
    if (facts.reading > 0 && facts.reading == facts.mailboxes && !facts.query.category && fillsBySync(facts.query.scope)) {
        return {QStringLiteral("download"), emptySaid("Reading the newest mail first"), emptySaid("Replies appear here while we read."), {},
            Action::None, {}, Action::None};
    }
    EmptyWords words = facts.query.category ? splitWords(facts) : scopeWords(facts);
    if (facts.offline) {
        const qint64 changes = facts.isTold ? facts.list.changesWaiting : 0;
        words.text = changes > 0 ? phrases::plural(changes, emptySaid("No network. You can sort and write; 1 change waits."),
                                       emptySaid("No network. You can sort and write; %1 changes wait."))
                                 : emptySaid("No network. You can sort and write.");
    }
    return words;
}

} // namespace inlet::ui
