// SPDX-License-Identifier: GPL-3.0-or-later
// list, search, messages, show, message: also beside the running desktop program.
#include "cli/Command.h"

#include "mime/Mime.h"

#include <QFileInfo>

namespace inlet::cli
{

namespace
{

constexpr int kDefaultLimit = 50;
constexpr int kLargestLimit = 1000000;

/// "1700000000000-42": place of a row, for --after.
Result<std::optional<store::ListKey>> keyFrom(const QString &text)
{
    if (text.isEmpty())
        return std::optional<store::ListKey>();
    bool timeOk = false;
    bool idOk = false;
    const qint64 time = text.section(QLatin1Char('-'), 0, 0).toLongLong(&timeOk);
    const qint64 id = text.section(QLatin1Char('-'), 1, 1).toLongLong(&idOk);
    if (!timeOk || !idOk)
        return Error{ErrorKind::Config, QStringLiteral("--after wants the 'key' of a row"), {}, {}};
    return std::optional<store::ListKey>({time, ConversationId(id)});
}

Result<store::ListQuery> queryFrom(const Session &session)
{
    store::ListQuery query;
    const QString scope = session.arguments.value(QStringLiteral("--scope"), QStringLiteral("needs-answer"));
    const auto known = store::scopeFromName(scope);
    if (!known)
        return Error{ErrorKind::Config, QStringLiteral("there is no scope '%1'").arg(scope.left(60)), {}, {}};
    query.scope = *known;
    if (session.arguments.has(QStringLiteral("--category"))) {
        const QString name = session.arguments.value(QStringLiteral("--category"));
        const auto category = session.categoryNamed(name);
        if (!category)
            return category.error();
        query.category = *category;
    }
    const QString order = session.arguments.value(QStringLiteral("--order"), QStringLiteral("newest"));
    const auto knownOrder = store::listOrderFromName(order);
    if (!knownOrder)
        return Error{ErrorKind::Config, QStringLiteral("there is no order '%1': newest, waiting or hottest").arg(order.left(60)), {}, {}};
    query.order = *knownOrder;
    const auto account = session.accountOption();
    if (!account)
        return account.error();
    query.account = *account;
    return query;
}

} // namespace

Exit printConversations(const Session &session, const store::ListQuery &query)
{
    const auto limit = session.arguments.number(QStringLiteral("--limit"), kDefaultLimit, 1, kLargestLimit);
    if (!limit)
        return session.output.fail(limit.error());
    const auto after = keyFrom(session.arguments.value(QStringLiteral("--after")));
    if (!after)
        return session.output.fail(after.error());
    const auto rows = readResult<QList<store::ConversationRow>>(session.store(),
        [&](store::ReadSession &reader) { return reader.page(query, *after, *limit); });
    if (!rows)
        return session.output.fail(rows.error());
    const Emails emails = session.emails();
    for (const store::ConversationRow &row : *rows) {
        QJsonObject object = conversationJson(row, emails);
        object.insert(QStringLiteral("key"), QStringLiteral("%1-%2").arg(row.sortAt).arg(row.id.number()));
        if (!query.search.isEmpty()) {
            QString snippet = row.snippet;
            snippet.remove(QChar(0xE000)).remove(QChar(0xE001));
            object.insert(QStringLiteral("snippet"), snippet);
            if (row.snippetIsNote)
                object.insert(QStringLiteral("snippet_is_note"), true);
        }
        session.output.row(object, conversationText(row));
    }
    return Exit::Done;
}

namespace
{

Exit list(const Session &session)
{
    const auto query = queryFrom(session);
    return query ? printConversations(session, *query) : session.output.fail(query.error());
}

Exit search(const Session &session)
{
    store::ListQuery query;
    query.scope = store::Scope::All;
    if (session.arguments.has(QStringLiteral("--scope"))) {
        const auto scoped = queryFrom(session);
        if (!scoped)
            return session.output.fail(scoped.error());
        query = *scoped;
    }
    query.search = session.arguments.positional().join(QLatin1Char(' '));
    return printConversations(session, query);
}

Exit messages(const Session &session)
{
    const auto only = session.accountOption();
    if (!only)
        return session.output.fail(only.error());
    const QString folderName = session.arguments.value(QStringLiteral("--folder"));
    const Emails emails = session.emails();
    for (const accounts::Account &account : session.accounts()) {
        if (only->isValid() && account.id != *only)
            continue;
        FolderId folder;
        if (!folderName.isEmpty()) {
            const auto folders = readResult<QList<store::StoredFolder>>(session.store(),
                [&](store::ReadSession &reader) { return reader.folders(account.id); });
            for (const store::StoredFolder &one : folders.value_or(QList<store::StoredFolder>())) {
                if (one.name.compare(folderName, Qt::CaseInsensitive) == 0)
                    folder = one.id;
            }
            if (!folder.isValid())
                continue;
        }
        const auto rows = readResult<QList<store::StoredMessageRow>>(session.store(),
            [&](store::ReadSession &reader) { return reader.messages(account.id, folder); });
        if (!rows)
            return session.output.fail(rows.error());
        for (const store::StoredMessageRow &row : *rows)
            session.output.row(storedMessageJson(row, emails),
                QStringLiteral("%1 %2 %3 %4").arg(row.location.message.number(), 7).arg(account.email, row.folderName, row.messageId));
    }
    return Exit::Done;
}

Exit show(const Session &session)
{
    const auto id = idFrom<ConversationId>(session.arguments.positional().first());
    if (!id)
        return session.output.fail(id.error());
    const auto messages = readResult<QList<store::MessageItem>>(session.store(),
        [&](store::ReadSession &reader) { return reader.messages(*id); });
    if (!messages)
        return session.output.fail(messages.error());
    if (messages->isEmpty())
        return session.output.fail({ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id->number()), {}, {}});
    const Emails emails = session.emails();
    for (const store::MessageItem &message : *messages) {
        const QString ledger = message.ledger ? QStringLiteral(" [%1]").arg(store::nameOf(*message.ledger)) : QString();
        session.output.row(messageJson(message, emails),
            QStringLiteral("%1 %2 %3 (%4)%5: %6").arg(message.id.number(), 7).arg(isoTime(message.at), message.from.address, triage::nameOf(message.kind), ledger, message.preview));
    }
    return Exit::Done;
}

Error inWords(const Error &error, StoredMessageId id)
{
    if (error.kind != ErrorKind::NotFound)
        return error;
    return {ErrorKind::NotFound,
        QStringLiteral("message %1 is not here, or its large attachments are still on the server: open it in Inlet and save them to have all of it").arg(id.number()), {}, {}};
}

Exit message(const Session &session)
{
    const auto id = idFrom<StoredMessageId>(session.arguments.positional().first());
    if (!id)
        return session.output.fail(id.error());
    if (session.arguments.has(QStringLiteral("--raw"))) {
        const auto raw = readResult<QByteArray>(session.store(),
            [&](store::ReadSession &reader) { return reader.raw(*id); });
        if (!raw)
            return session.output.fail(inWords(raw.error(), *id));
        session.output.raw(*raw);
        return Exit::Done;
    }
    const auto body = readResult<store::MessageBody>(session.store(),
        [&](store::ReadSession &reader) { return reader.body(*id); });
    if (!body)
        return session.output.fail(inWords(body.error(), *id));
    const bool trimmed = session.arguments.has(QStringLiteral("--trimmed"));
    session.output.row({{QStringLiteral("message"), id->number()}, {QStringLiteral("text"), trimmed ? body->newText : body->text},
                           {QStringLiteral("damage"), QJsonArray::fromStringList(body->damage)}},
        trimmed ? body->newText : body->text);
    return Exit::Done;
}

} // namespace

QList<Command> readingCommands()
{
    const QSet<QString> paging{QStringLiteral("--limit"), QStringLiteral("--after"), QStringLiteral("--scope"),
        QStringLiteral("--category"), QStringLiteral("--account"), QStringLiteral("--order")};
    return {
        {"list", "[--scope S] [--category C] [--account E] [--order O] [--limit N] [--after KEY]", "conversations as in the window",
            Needs::Read, {.switches = {}, .valued = paging, .minPositional = 0, .maxPositional = 0}, list, {}},
        {"search", "QUERY [--limit N]", "conversations that match; operators as in the search box", Needs::Read,
            {.switches = {}, .valued = paging, .minPositional = 1, .maxPositional = -1}, search, {}},
        {"messages", "[--account E] [--folder F]", "a row per stored message", Needs::Read,
            {.switches = {}, .valued = {QStringLiteral("--account"), QStringLiteral("--folder")}, .minPositional = 0, .maxPositional = 0}, messages, {}},
        {"show", "CONVERSATION", "its messages with kind, evidence and ledger", Needs::Read,
            {.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = 1}, show, {}},
        {"message", "MESSAGE [--raw|--text|--trimmed]", "one message", Needs::Read,
            {.switches = {QStringLiteral("--raw"), QStringLiteral("--text"), QStringLiteral("--trimmed")}, .valued = {}, .minPositional = 1, .maxPositional = 1},
            message, {}},
    };
}

} // namespace inlet::cli
