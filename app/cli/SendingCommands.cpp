// SPDX-License-Identifier: GPL-3.0-or-later
// reply, send, outbox: everything that leaves goes through the ledger.
#include "cli/Command.h"

#include "mime/Mime.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace inlet::cli
{

namespace
{

constexpr qint64 kLargestBody = 4 * 1024 * 1024;
constexpr qint64 kLargestFile = 50 * 1024 * 1024;
constexpr int kPatienceMs = 10 * 60 * 1000;
constexpr std::chrono::seconds kUndoWindow{10};

Result<QByteArray> fileContents(const QString &path, qint64 limit)
{
    QFile file(path);
    if (path == QLatin1String("-")) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return Error{ErrorKind::Storage, QStringLiteral("standard input cannot be read"), {}, {}};
        return file.read(limit);
    }
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Config, QStringLiteral("%1 cannot be read").arg(path), {}, {}};
    if (file.size() > limit)
        return Error{ErrorKind::Config, QStringLiteral("%1 is larger than %2 MB").arg(path).arg(limit / 1024 / 1024), {}, {}};
    return file.readAll();
}

Result<void> fillContent(const Arguments &arguments, store::Draft &draft)
{
    if (!arguments.has(QStringLiteral("--body-file")))
        return Error{ErrorKind::Config, QStringLiteral("--body-file is missing ('-' reads standard input)"), {}, {}};
    const auto body = fileContents(arguments.value(QStringLiteral("--body-file")), kLargestBody);
    if (!body)
        return body.error();
    draft.text = QString::fromUtf8(*body);
    draft.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const QString &path : arguments.values(QStringLiteral("--attach"))) {
        const auto content = fileContents(path, kLargestFile);
        if (!content)
            return content.error();
        draft.files.append({QFileInfo(path).fileName(), {}, *content});
    }
    return {};
}

bool isFinal(store::LedgerState state)
{
    using enum store::LedgerState;
    return state == Sent || state == Failed || state == Cancelled || state == Unknown;
}

/// Refused sign-in and the like: the message waits for the user, not for time.
bool waitsForUser(const Session &session, const store::LedgerRow &row)
{
    return row.state == store::LedgerState::Queued && row.attempts > 0
        && session.engine().status(row.account).state == engine::MailboxState::NeedsUser;
}

/// Follows one message until its state is final.
store::LedgerRow followToEnd(const Session &session, LedgerId id)
{
    QEventLoop loop;
    QTimer poll;
    store::LedgerRow row;
    const auto look = [&] {
        row = readResult<store::LedgerRow>(session.store(), [&](store::ReadSession &reader) { return reader.ledgerRow(id); })
                  .value_or(row);
        if (isFinal(row.state) || waitsForUser(session, row))
            loop.quit();
    };
    QObject::connect(&session.engine(), &engine::Engine::ledgerChanged, &loop, look);
    // The signal wakes us at once; the timer is for what changes without one.
    QObject::connect(&poll, &QTimer::timeout, &loop, look);
    poll.start(500);
    QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &loop, look);
    loop.exec();
    return row;
}

Exit hand(const Session &session, const store::Draft &draft)
{
    session.waitForAccounts();
    const bool now = session.arguments.has(QStringLiteral("--now"));
    const auto id = await<Result<LedgerId>>([&](QObject *context, const std::function<void(const Result<LedgerId> &)> &done) {
        session.engine().send(draft, now ? std::chrono::seconds(0) : kUndoWindow, context, done);
    });
    if (!id)
        return session.output.fail(id.error());
    store::LedgerRow row = now ? followToEnd(session, *id)
                               : readResult<store::LedgerRow>(session.store(), [&](store::ReadSession &reader) { return reader.ledgerRow(*id); })
                                     .value_or(store::LedgerRow());
    session.output.row(ledgerJson(row, session.emails()), ledgerText(row));
    if (row.state == store::LedgerState::Sent || !now)
        return Exit::Done;
    return row.state == store::LedgerState::Queued ? Exit::NeedsUser : Exit::Failed;
}

/// The message that a reply answers: the newest of theirs, else the newest at all.
Result<store::MessageItem> answered(const Session &session, ConversationId conversation)
{
    const auto messages = readResult<QList<store::MessageItem>>(session.store(),
        [&](store::ReadSession &reader) { return reader.messages(conversation); });
    if (!messages)
        return messages.error();
    for (auto message = messages->crbegin(); message != messages->crend(); ++message) {
        if (message->kind == triage::Kind::Human)
            return *message;
    }
    if (messages->isEmpty())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(conversation.number()), {}, {}};
    return messages->last();
}

Exit reply(const Session &session)
{
    const auto id = idFrom<ConversationId>(session.arguments.positional().first());
    if (!id)
        return session.output.fail(id.error());
    const auto message = answered(session, *id);
    if (!message)
        return session.output.fail(message.error());
    store::Draft draft;
    draft.account = message->account;
    draft.conversation = *id;
    draft.answers = message->id;
    draft.mode = store::Draft::Mode::Reply;
    const bool own = message->kind == triage::Kind::Own;
    const QList<mime::Address> to = own ? message->to : message->replyTo.isEmpty() ? QList<mime::Address>{message->from} : message->replyTo;
    QStringList recipients;
    for (const mime::Address &address : to)
        recipients.append(mime::formatAddress(address));
    draft.to = recipients.join(QStringLiteral(", "));
    draft.subject = mime::replySubject(message->subject);
    draft.inReplyTo = message->messageId;
    draft.references = message->references;
    if (!message->messageId.isEmpty())
        draft.references.append(message->messageId);
    if (const auto filled = fillContent(session.arguments, draft); !filled)
        return session.output.fail(filled.error());
    return hand(session, draft);
}

Exit send(const Session &session)
{
    const auto account = session.account(session.arguments.value(QStringLiteral("--from")));
    if (!account)
        return session.output.fail(account.error());
    store::Draft draft;
    draft.account = account->id;
    draft.to = session.arguments.values(QStringLiteral("--to")).join(QStringLiteral(", "));
    draft.cc = session.arguments.values(QStringLiteral("--cc")).join(QStringLiteral(", "));
    draft.bcc = session.arguments.values(QStringLiteral("--bcc")).join(QStringLiteral(", "));
    draft.subject = session.arguments.value(QStringLiteral("--subject"));
    if (const auto filled = fillContent(session.arguments, draft); !filled)
        return session.output.fail(filled.error());
    return hand(session, draft);
}

Result<store::LedgerRow> ledgerRowNamed(const Session &session, const QString &word)
{
    const auto rows = readResult<QList<store::LedgerRow>>(session.store(),
        [](store::ReadSession &reader) { return reader.ledger(100000); });
    if (!rows)
        return rows.error();
    for (const store::LedgerRow &row : *rows) {
        if (row.messageId == word || QString::number(row.id.number()) == word)
            return row;
    }
    return Error{ErrorKind::NotFound, QStringLiteral("there is no outgoing message '%1'").arg(word.left(200)), {}, {}};
}

Exit cancel(const Session &session, const store::LedgerRow &row)
{
    const auto done = await<Result<DraftId>>([&](QObject *context, const std::function<void(const Result<DraftId> &)> &answer) {
        session.engine().cancelSend(row.id, context, answer);
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row({{QStringLiteral("message_id"), row.messageId}, {QStringLiteral("state"), QStringLiteral("cancelled")}},
        QStringLiteral("cancelled; the text is kept as a draft"));
    return Exit::Done;
}

Exit outbox(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    const QString &verb = words.first();
    if (verb == QLatin1String("list") && words.size() == 1) {
        const auto rows = readResult<QList<store::LedgerRow>>(session.store(), [](store::ReadSession &reader) { return reader.ledger(1000); });
        if (!rows)
            return session.output.fail(rows.error());
        const Emails emails = session.emails();
        for (const store::LedgerRow &row : *rows)
            session.output.row(ledgerJson(row, emails), ledgerText(row));
        return Exit::Done;
    }
    const bool known = verb == QLatin1String("cancel") || verb == QLatin1String("retry");
    if (!known || words.size() != 2)
        return session.output.fail({ErrorKind::Config, QStringLiteral("outbox wants: list, cancel MESSAGE or retry MESSAGE"), {}, {}});
    const auto row = ledgerRowNamed(session, words.at(1));
    if (!row)
        return session.output.fail(row.error());
    session.waitForAccounts();
    if (verb == QLatin1String("cancel"))
        return cancel(session, *row);
    session.engine().retrySend(row->id);
    const store::LedgerRow end = followToEnd(session, row->id);
    session.output.row(ledgerJson(end, session.emails()), ledgerText(end));
    return end.state == store::LedgerState::Sent ? Exit::Done : Exit::Failed;
}

} // namespace

QList<Command> sendingCommands()
{
    const QString body = QStringLiteral("--body-file");
    const QString attach = QStringLiteral("--attach");
    const QSet<QString> now{QStringLiteral("--now")};
    return {
        {"reply", "CONVERSATION --body-file F [--attach F] [--now]", "answers from the mailbox that received the mail", Needs::Write,
            {.switches = now, .valued = {body, attach}, .minPositional = 1, .maxPositional = 1}, reply, {}},
        {"send", "--from E --to A --subject S --body-file F [--cc A] [--bcc A] [--attach F] [--now]", "a new mail", Needs::Write,
            {.switches = now,
                .valued = {body, attach, QStringLiteral("--from"), QStringLiteral("--to"), QStringLiteral("--cc"), QStringLiteral("--bcc"), QStringLiteral("--subject")},
                .minPositional = 0, .maxPositional = 0},
            send, {}},
        {"outbox", "list | cancel MESSAGE | retry MESSAGE", "what is on its way", Needs::Write,
            {.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = 2}, outbox, {}, {QStringLiteral("list")}},
    };
}

} // namespace inlet::cli
