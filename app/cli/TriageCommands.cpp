// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window for scripts: the change is made here and travels with the next sync.
#include "cli/Command.h"

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

Exit apply(const Session &session, store::TriageAction action, const QStringList &conversations)
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

Exit categorize(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    const auto category = store::categoryFromName(words.last());
    if (!category)
        return session.output.fail({ErrorKind::Config, QStringLiteral("there is no category '%1'").arg(words.last().left(60)), {}, {}});
    return apply(session, {.verb = store::TriageVerb::SetCategory, .category = *category}, words.mid(0, words.size() - 1));
}

/// `--undo` style switches: archive/unarchive, read/unread, star/unstar.
std::function<Exit(const Session &)> toggle(store::TriageVerb on, store::TriageVerb off, const QString &offSwitch)
{
    return [=](const Session &session) {
        return apply(session, {.verb = session.arguments.has(offSwitch) ? off : on}, session.arguments.positional());
    };
}

Exit snooze(const Session &session)
{
    const QString until = session.arguments.value(QStringLiteral("--until"));
    if (session.arguments.has(QStringLiteral("--off")))
        return apply(session, {.verb = store::TriageVerb::Unsnooze}, session.arguments.positional());
    const QDateTime when = QDateTime::fromString(until, Qt::ISODate).toUTC();
    if (!when.isValid() || when <= session.context.clock().nowUtc())
        return session.output.fail({ErrorKind::Config, QStringLiteral("--until wants a time to come, such as 2026-12-01T09:00"), {}, {}});
    return apply(session, {.verb = store::TriageVerb::Snooze, .until = when}, session.arguments.positional());
}

Exit undo(const Session &session)
{
    store::UndoStep step;
    const auto done = session.store().writeAndWait("undo", [&](store::WriteTransaction &transaction) -> Result<void> {
        const auto undone = transaction.undo(std::nullopt);
        if (!undone)
            return undone.error();
        step = *undone;
        return {};
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row({{QStringLiteral("undone"), store::nameOf(step.verb)}, {QStringLiteral("conversations"), step.conversations}},
        QStringLiteral("undone: %1").arg(store::nameOf(step.verb)));
    return Exit::Done;
}

Exit listSuppressions(const Session &session)
{
    using Rows = QList<store::Suppression>;
    const auto rows = readResult<Rows>(session.store(), [](store::ReadSession &reader) { return reader.suppressions(); });
    if (!rows)
        return session.output.fail(rows.error());
    for (const store::Suppression &entry : *rows)
        session.output.row(suppressionJson(entry), entry.pattern + QLatin1Char(' ') + entry.reason);
    return Exit::Done;
}

Exit suppress(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    const QString &verb = words.first();
    if (verb == QLatin1String("list"))
        return words.size() == 1 ? listSuppressions(session) : session.output.fail({ErrorKind::Config, QStringLiteral("too many arguments"), {}, {}});
    const bool add = verb == QLatin1String("add");
    if ((!add && verb != QLatin1String("remove")) || words.size() != 2)
        return session.output.fail({ErrorKind::Config, QStringLiteral("suppress wants: add ADDRESS|DOMAIN, remove ADDRESS|DOMAIN or list"), {}, {}});
    const QString target = words.at(1).trimmed().toLower();
    const bool domain = !target.contains(QLatin1Char('@')) && target.contains(QLatin1Char('.'))
        && !accounts::normalizedEmail(QStringLiteral("x@") + target).isEmpty();
    if (!domain && accounts::normalizedEmail(target).isEmpty())
        return session.output.fail({ErrorKind::Config, QStringLiteral("'%1' is neither an address nor a domain").arg(target.left(100)), {}, {}});
    const auto done = session.store().writeAndWait("suppress", [&](store::WriteTransaction &transaction) {
        return add ? transaction.suppress(target, session.arguments.value(QStringLiteral("--reason"), QStringLiteral("command line")))
                   : transaction.unsuppress(target);
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row({{QStringLiteral("address"), target}, {QStringLiteral("suppressed"), add}}, target);
    return Exit::Done;
}

} // namespace

QList<Command> triageCommands()
{
    using enum store::TriageVerb;
    const auto rules = [](QSet<QString> switches, int minimum = 1, QSet<QString> valued = {}) {
        return ArgumentRules{.switches = std::move(switches), .valued = std::move(valued), .minPositional = minimum, .maxPositional = -1};
    };
    const QString off = QStringLiteral("--off");
    return {
        {"categorize", "CONVERSATION... CATEGORY", "sets the category", Needs::Write, rules({}, 2), categorize, {}},
        {"archive", "CONVERSATION... [--off]", "done, out of the lists", Needs::Write, rules({off}), toggle(Archive, Unarchive, off), {}},
        {"read", "CONVERSATION... [--off]", "marks as read (or unread)", Needs::Write, rules({off}), toggle(MarkRead, MarkUnread, off), {}},
        {"star", "CONVERSATION... [--off]", "stars", Needs::Write, rules({off}), toggle(Star, Unstar, off), {}},
        {"snooze", "CONVERSATION... --until TIME | --off", "hides until then", Needs::Write, rules({off}, 1, {QStringLiteral("--until")}), snooze, {}},
        {"undo", "", "takes the last of these back", Needs::Write, {.switches = {}, .valued = {}, .minPositional = 0, .maxPositional = 0}, undo, {}},
        {"suppress", "add|remove ADDRESS|DOMAIN [--reason R] | list", "who must not be written to", Needs::Write,
            rules({}, 1, {QStringLiteral("--reason")}), suppress, {}},
    };
}

} // namespace inlet::cli
