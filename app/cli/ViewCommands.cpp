// SPDX-License-Identifier: GPL-3.0-or-later
// view list | show: the rep's saved views, with the counts of the window.
#include "cli/Command.h"
#include "engine/ViewTally.h"

namespace inlet::cli
{

namespace
{

Result<QList<store::SavedView>> savedViews(const Session &session)
{
    return readResult<QList<store::SavedView>>(session.store(), [](store::ReadSession &reader) { return reader.savedViews(); });
}

/// Each view is counted in a snapshot of its own, as in the window.
Result<engine::ViewTally::State> counted(const Session &session)
{
    engine::ViewTally tally;
    while (true) {
        const auto state = readResult<engine::ViewTally::State>(session.store(), [&](store::ReadSession &reader) { return tally.advance(reader); });
        if (!state || !state->more)
            return state;
    }
}

Exit listViews(const Session &session)
{
    const auto views = savedViews(session);
    if (!views)
        return session.output.fail(views.error());
    const auto state = counted(session);
    if (!state)
        return session.output.fail(state.error());
    const Emails emails = session.emails();
    for (const store::SavedView &view : *views) {
        const qint64 count = state->counts.value(view.id);
        QJsonObject row{{QStringLiteral("view"), view.name}, {QStringLiteral("conversations"), count}, {QStringLiteral("scope"), store::nameOf(view.query.scope)},
            {QStringLiteral("search"), view.query.search}, {QStringLiteral("order"), store::nameOf(view.query.order)}, {QStringLiteral("key"), view.number},
            {QStringLiteral("notify"), view.notify}};
        if (view.query.account.isValid())
            row.insert(QStringLiteral("account"), emails.value(view.query.account));
        if (view.query.category) {
            const QString own = session.ownNameOf(*view.query.category);
            row.insert(QStringLiteral("category"), own.isEmpty() ? store::nameOf(*view.query.category) : own);
        }
        // Words of history are still on their way into the index.
        if (state->provisional)
            row.insert(QStringLiteral("provisional"), true);
        session.output.row(row, QStringLiteral("%1  %2%3").arg(count, 7).arg(view.name, view.query.search.isEmpty() ? QString() : QStringLiteral("  ") + view.query.search));
    }
    return Exit::Done;
}

Exit showView(const Session &session, const QString &name)
{
    const auto views = savedViews(session);
    if (!views)
        return session.output.fail(views.error());
    for (const store::SavedView &view : *views) {
        if (view.name.compare(name, Qt::CaseInsensitive) == 0)
            return printConversations(session, view.query);
    }
    return session.output.fail({ErrorKind::NotFound, QStringLiteral("there is no view '%1'; 'inletctl view list' names them").arg(name.left(60)), {}, {}});
}

Exit view(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    if (words.first() == QLatin1String("list") && words.size() == 1)
        return listViews(session);
    if (words.first() == QLatin1String("show") && words.size() > 1)
        return showView(session, words.mid(1).join(QLatin1Char(' ')));
    return session.output.fail({ErrorKind::Config, QStringLiteral("view wants: list, or show NAME"), {}, {}});
}

} // namespace

QList<Command> viewCommands()
{
    return {{"view", "list | show NAME [--limit N] [--after KEY]", "the saved views with how many conversations they show, and their rows", Needs::Read,
        {.switches = {}, .valued = {QStringLiteral("--limit"), QStringLiteral("--after")}, .minPositional = 1, .maxPositional = -1}, view, {}}};
}

} // namespace inlet::cli
