// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window for scripts: the change is made here and travels with the next sync.
#include "cli/Command.h"

#include <algorithm>

namespace inlet::cli
{

namespace
{

Result<QList<ConversationId>> conversationsOf(const QStringList &words)
{
    QList<ConversationId> ids;
    for (const QString &word : words) {
        const auto id = idFrom<ConversationId>(word);
        if (!id)
            return id.error();
        ids.append(*id);
    }
    return ids;
}

Exit categorize(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    const auto category = session.categoryNamed(words.last());
    if (!category)
        return session.output.fail(category.error());
    return applyTriage(session, {.verb = store::TriageVerb::SetCategory, .category = *category}, words.mid(0, words.size() - 1));
}

/// What the mail is, in the rep's word. What a wrong bounce did stays, but for what the switches name.
Exit kind(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    store::TriageAction action{.verb = store::TriageVerb::SetKind};
    const QList<triage::Kind> kinds{triage::Kind::Human, triage::Kind::AutoReply, triage::Kind::Bounce};
    const auto wanted = std::find_if(kinds.begin(), kinds.end(), [&](triage::Kind one) { return words.last() == triage::nameOf(one); });
    if (wanted == kinds.end())
        return session.output.fail({ErrorKind::Config, QStringLiteral("a mail is human, auto-reply or bounce, not '%1'").arg(words.last().left(60)), {}, {}});
    action.kind = *wanted;
    action.resume = session.arguments.has(QStringLiteral("--resume"));
    if (session.arguments.has(QStringLiteral("--lift")) || action.resume) {
        const auto ids = conversationsOf(words.mid(0, words.size() - 1));
        if (!ids)
            return session.output.fail(ids.error());
        const auto facts
            = readResult<QList<store::KindFacts>>(session.store(), [&](store::ReadSession &reader) { return reader.kindFacts(*ids); });
        if (!facts)
            return session.output.fail(facts.error());
        for (const store::KindFacts &one : *facts) {
            for (const store::Suppression &entry : one.caused)
                action.lift.append(entry.pattern);
        }
    }
    return applyTriage(session, action, words.mid(0, words.size() - 1));
}

/// `--undo` style switches: archive/unarchive, read/unread, star/unstar.
std::function<Exit(const Session &)> toggle(store::TriageVerb on, store::TriageVerb off, const QString &offSwitch)
{
    return [=](const Session &session) {
        return applyTriage(session, {.verb = session.arguments.has(offSwitch) ? off : on}, session.arguments.positional());
    };
}

Exit snooze(const Session &session)
{
    const QString until = session.arguments.value(QStringLiteral("--until"));
    if (session.arguments.has(QStringLiteral("--off")))
        return applyTriage(session, {.verb = store::TriageVerb::Unsnooze}, session.arguments.positional());
    const QDateTime when = QDateTime::fromString(until, Qt::ISODate).toUTC();
    if (!when.isValid() || when <= session.context.clock().nowUtc())
        return session.output.fail({ErrorKind::Config, QStringLiteral("--until wants a time to come, such as 2026-12-01T09:00"), {}, {}});
    return applyTriage(session, {.verb = store::TriageVerb::Snooze, .until = when}, session.arguments.positional());
}

Exit remind(const Session &session)
{
    if (session.arguments.has(QStringLiteral("--off")))
        return applyTriage(session, {.verb = store::TriageVerb::Unremind}, session.arguments.positional());
    const QDateTime when = QDateTime::fromString(session.arguments.value(QStringLiteral("--at")), Qt::ISODate).toUTC();
    if (!when.isValid() || when <= session.context.clock().nowUtc())
        return session.output.fail({ErrorKind::Config, QStringLiteral("--at wants a time to come, such as 2026-12-01T09:00"), {}, {}});
    return applyTriage(session, {.verb = store::TriageVerb::Remind, .until = when}, session.arguments.positional());
}

/// The last step, or with --minutes all of the last so many minutes.
Exit undo(const Session &session)
{
    const auto minutes = session.arguments.number(QStringLiteral("--minutes"), 0, 0, 60 * 24 * 365);
    if (!minutes)
        return session.output.fail(minutes.error());
    QList<store::UndoStep> steps;
    const auto done = session.store().writeAndWait("undo", [&](store::WriteTransaction &transaction) -> Result<void> {
        if (*minutes > 0) {
            const auto undone = transaction.undoSince(session.context.clock().nowUtc().addSecs(-60LL * *minutes));
            if (!undone)
                return undone.error();
            steps = *undone;
            return {};
        }
        const auto undone = transaction.undo(std::nullopt);
        if (!undone)
            return undone.error();
        steps = {*undone};
        return {};
    });
    if (!done)
        return session.output.fail(done.error());
    for (const store::UndoStep &step : std::as_const(steps)) {
        session.output.row({{QStringLiteral("undone"), store::nameOf(step.verb)}, {QStringLiteral("conversations"), step.conversations}},
            QStringLiteral("undone: %1").arg(store::nameOf(step.verb)));
    }
    return Exit::Done;
}

} // namespace

Exit applyTriage(const Session &session, store::TriageAction action, const QStringList &conversations)
{
    const auto ids = conversationsOf(conversations);
    if (!ids)
        return session.output.fail(ids.error());
    const auto known = readResult<QList<store::ConversationRow>>(session.store(),
        [&](store::ReadSession &reader) { return reader.rows(*ids, {.scope = store::Scope::All}); });
    if (!known)
        return session.output.fail(known.error());
    if (known->size() != ids->size())
        return session.output.fail({ErrorKind::NotFound, QStringLiteral("there is no such conversation"), {}, {}});
    action.conversations = *ids;
    const auto done = session.store().writeAndWait("triage", [&](store::WriteTransaction &transaction) -> Result<void> {
        const auto undo = transaction.apply(action);
        return undo ? Result<void>() : Result<void>(undo.error());
    });
    if (!done)
        return session.output.fail(done.error());
    for (const ConversationId id : *ids)
        session.output.row({{QStringLiteral("conversation"), id.number()}, {QStringLiteral("done"), store::nameOf(action.verb)}},
            QStringLiteral("%1: %2").arg(id.number()).arg(store::nameOf(action.verb)));
    return Exit::Done;
}

QList<Command> triageCommands()
{
    using enum store::TriageVerb;
    const auto rules = [](QSet<QString> switches, int minimum = 1, QSet<QString> valued = {}) {
        return ArgumentRules{.switches = std::move(switches), .valued = std::move(valued), .minPositional = minimum, .maxPositional = -1};
    };
    const QString off = QStringLiteral("--off");
    return {
        {"categorize", "CONVERSATION... CATEGORY", "sets the category", Needs::Write, rules({}, 2), categorize, {}},
        {"kind", "CONVERSATION... human|auto-reply|bounce [--lift] [--resume]",
            "what its newest mail is; --lift: off the do-not-contact list where it was put by that mail, --resume: and mail for later goes",
            Needs::Write, rules({QStringLiteral("--lift"), QStringLiteral("--resume")}, 2), kind, {}},
        {"archive", "CONVERSATION... [--off]", "done, out of the lists", Needs::Write, rules({off}), toggle(Archive, Unarchive, off), {}},
        {"read", "CONVERSATION... [--off]", "marks as read (or unread)", Needs::Write, rules({off}), toggle(MarkRead, MarkUnread, off), {}},
        {"star", "CONVERSATION... [--off]", "stars", Needs::Write, rules({off}), toggle(Star, Unstar, off), {}},
        {"mute", "CONVERSATION... [--off]", "out of the inbox lists, whatever comes", Needs::Write, rules({off}), toggle(Mute, Unmute, off), {}},
        {"snooze", "CONVERSATION... --until TIME | --off", "hides until then", Needs::Write, rules({off}, 1, {QStringLiteral("--until")}), snooze, {}},
        {"remind", "CONVERSATION... --at TIME | --off", "needs an answer then if nobody writes before", Needs::Write, rules({off}, 1, {QStringLiteral("--at")}), remind, {}},
        {"undo", "[--minutes N]", "takes the last of these back, or all of the last N minutes", Needs::Write,
            {.switches = {}, .valued = {QStringLiteral("--minutes")}, .minPositional = 0, .maxPositional = 0}, undo, {}},
    };
}

} // namespace inlet::cli
