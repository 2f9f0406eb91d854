// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/OfflineCommands.h"

#include "cli/Json.h"
#include "mime/Mime.h"
#include "store/Store.h"
#include "triage/Classifier.h"
#include "triage/Intents.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace inlet::cli
{

namespace
{

constexpr qint64 kLargestFile = 256LL * 1024 * 1024;
constexpr uint kParseStack = 64 * 1024 * 1024;

/// Runs `work` on a stack that hostile mail cannot exhaust, and waits.
void onParseStack(const std::function<void()> &work)
{
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->setStackSize(kParseStack);
    thread->start();
    thread->wait();
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, QStringLiteral("%1 cannot be read").arg(path), {}, {}};
    if (file.size() > kLargestFile)
        return Error{ErrorKind::Storage, QStringLiteral("%1 is larger than 256 MB").arg(path), {}, {}};
    return file.readAll();
}

/// Calls `use` with each file; one that cannot be read is reported and the rest goes on.
Exit forEachFile(const QStringList &paths, const Output &output,
    const std::function<void(const QString &, const QByteArray &)> &use)
{
    Exit exit = Exit::Done;
    onParseStack([&] {
        for (const QString &path : paths) {
            const auto contents = contentsOf(path);
            if (contents) {
                use(path, *contents);
                continue;
            }
            output.message(contents.error().detail);
            exit = Exit::Failed;
        }
    });
    return exit;
}

/// What the window would propose for a mail like that, without what was learned on this machine.
struct Proposed {
    QString category = store::nameOf(store::Category::Unsorted);
    double confidence = 1.0;
    QStringList reasons;
};

Proposed proposedFor(const triage::Verdict &verdict)
{
    if (verdict.kind == triage::Kind::Bounce && verdict.bounce != triage::BounceType::Delayed)
        return {store::nameOf(store::Category::Bounce), 1.0, {}};
    if (verdict.autoReplyType == QLatin1String("out-of-office"))
        return {store::nameOf(store::Category::OutOfOffice), 1.0, {}};
    if (verdict.kind != triage::Kind::Human && verdict.intents.isEmpty())
        return {};
    const triage::IntentProposal proposal = triage::proposeIntent(verdict.intents);
    Proposed proposed;
    proposed.confidence = proposal.confidence / 100.0;
    proposed.reasons = proposal.reasons;
    if (proposal.intent != triage::Intent::None)
        proposed.category = triage::nameOf(proposal.intent);
    return proposed;
}

QJsonObject classifiedRow(const QString &path, const mime::ParsedMessage &message,
    const triage::Verdict &verdict)
{
    const Proposed proposed = proposedFor(verdict);
    QJsonObject row{{QStringLiteral("file"), path}, {QStringLiteral("subject"), message.header.subject},
        {QStringLiteral("from"), message.header.from.isEmpty() ? QString() : message.header.from.first().address},
        {QStringLiteral("message_id"), message.header.messageId}, {QStringLiteral("parts"), message.partCount},
        {QStringLiteral("kind"), triage::nameOf(verdict.kind)}, {QStringLiteral("category"), proposed.category},
        {QStringLiteral("confidence"), proposed.confidence},
        {QStringLiteral("evidence"), QJsonArray::fromStringList(verdict.evidence + proposed.reasons)}};
    QJsonArray attachments;
    for (const mime::Attachment &attachment : message.attachments)
        attachments.append(attachment.fileName);
    row.insert(QStringLiteral("attachments"), attachments);
    if (verdict.bounce != triage::BounceType::None)
        row.insert(QStringLiteral("bounce"), bounceJson(verdict));
    if (verdict.kind == triage::Kind::AutoReply) {
        row.insert(QStringLiteral("auto_reply"),
            QJsonObject{{QStringLiteral("type"), verdict.autoReplyType},
                {QStringLiteral("return_date"), verdict.returnDate.toString(Qt::ISODate)},
                {QStringLiteral("substitute"), verdict.standIn}});
    }
    return row;
}

mime::TrimmedText trimmed(const QString &path, const QByteArray &contents)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    // A bare text says nothing of its charset: it is found out as for a message that says nothing.
    if (suffix == QLatin1String("txt"))
        return mime::trimText(mime::parseMessage("Content-Type: text/plain\r\n\r\n" + contents).text);
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm"))
        return mime::trimHtml(mime::parseMessage("Content-Type: text/html\r\n\r\n" + contents).html);
    const mime::ParsedMessage message = mime::parseMessage(contents);
    return mime::trimBody(message.text, message.html, message.newText);
}

/// Splits at "From " lines that follow an empty line (or start the file); RFC 4155 appendix A.
QList<QByteArray> messagesOfMbox(const QByteArray &mbox)
{
    QList<qsizetype> starts;
    if (mbox.startsWith("From "))
        starts.append(0);
    for (qsizetype at = mbox.indexOf("\nFrom "); at >= 0; at = mbox.indexOf("\nFrom ", at + 1)) {
        const bool afterEmpty = at == 0 || mbox.at(at - 1) == '\n' || (at > 1 && mbox.mid(at - 2, 2) == "\n\r");
        if (afterEmpty)
            starts.append(at + 1);
    }
    QList<QByteArray> messages;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts.at(i + 1) : mbox.size();
        const qsizetype line = mbox.indexOf('\n', starts.at(i));
        if (line < 0 || line >= end)
            continue;
        QByteArray message = mbox.mid(line + 1, end - line - 1);
        message.replace("\n>From ", "\nFrom ");
        messages.append(message);
    }
    return messages;
}

/// A store for one run, so that an offline answer is the same as the window's.
class ScratchStore
{
public:
    Result<void> open()
    {
        auto opened = store::openStore(m_dir.path());
        if (!opened)
            return opened.error();
        m_store = std::move(*opened);
        return m_store->writeAndWait("mailbox", [this](store::WriteTransaction &transaction) -> Result<void> {
            accounts::Account account;
            account.email = QStringLiteral("offline@inlet.invalid");
            const auto id = transaction.addAccount(account);
            if (!id)
                return id.error();
            imap::RemoteFolder inbox;
            inbox.wireName = "INBOX";
            inbox.name = QStringLiteral("INBOX");
            inbox.role = imap::FolderRole::Inbox;
            const auto folders = transaction.setFolders(*id, {inbox});
            if (!folders)
                return folders.error();
            m_folder = folders->first().id;
            return transaction.resetFolder(m_folder, UidValidity(1));
        });
    }

    Result<void> ingest(const QList<store::IncomingMessage> &messages)
    {
        return m_store->writeAndWait("ingest",
            [&](store::WriteTransaction &transaction) { return transaction.ingest(messages); });
    }

    store::Store &store() { return *m_store; }
    [[nodiscard]] FolderId folder() const { return m_folder; }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    FolderId m_folder;
};

QList<store::IncomingMessage> incoming(const QList<QByteArray> &messages, FolderId folder)
{
    QList<store::IncomingMessage> result;
    onParseStack([&] {
        for (const QByteArray &raw : messages) {
            store::IncomingMessage message;
            message.folder = folder;
            message.uidValidity = UidValidity(1);
            message.uid = ImapUid(quint32(result.size() + 1));
            message.raw = raw;
            message.size = raw.size();
            message.parsed = mime::parseMessage(raw);
            message.internalDate = message.parsed.header.date.isValid() ? message.parsed.header.date
                                                                        : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
            message.verdict = triage::classify(message.parsed, {});
            result.append(message);
        }
    });
    return result;
}

} // namespace

Exit classifyFiles(const Arguments &arguments, const Output &output)
{
    return forEachFile(arguments.positional(), output, [&](const QString &path, const QByteArray &contents) {
        const mime::ParsedMessage message = mime::parseMessage(contents);
        const triage::Verdict verdict = triage::classify(message, {});
        output.row(classifiedRow(path, message, verdict),
            QStringLiteral("%1: %2 (%3)").arg(path, triage::nameOf(verdict.kind), verdict.evidence.join(QStringLiteral("; "))));
    });
}

Exit trimFiles(const Arguments &arguments, const Output &output)
{
    return forEachFile(arguments.positional(), output, [&](const QString &path, const QByteArray &contents) {
        const mime::TrimmedText text = trimmed(path, contents);
        output.row({{QStringLiteral("file"), path}, {QStringLiteral("text"), text.text},
                       {QStringLiteral("signature"), text.signature}, {QStringLiteral("quoted"), text.quoted}},
            text.text);
    });
}

Exit threadMailbox(const Arguments &arguments, const Output &output)
{
    const auto mbox = contentsOf(arguments.positional().first());
    if (!mbox)
        return output.fail(mbox.error());
    ScratchStore scratch;
    if (const auto opened = scratch.open(); !opened)
        return output.fail(opened.error());
    if (const auto done = scratch.ingest(incoming(messagesOfMbox(*mbox), scratch.folder())); !done)
        return output.fail(done.error());

    QMap<qint64, QStringList> conversations;
    scratch.store().readHere([&](store::ReadSession &session) {
        const auto rows = session.messages(AccountId(), scratch.folder());
        for (const store::StoredMessageRow &row : rows.value_or(QList<store::StoredMessageRow>()))
            conversations[row.conversation.number()].append(row.messageId);
    });
    for (auto row = conversations.cbegin(); row != conversations.cend(); ++row) {
        output.row({{QStringLiteral("conversation"), row.key()},
                       {QStringLiteral("message_ids"), QJsonArray::fromStringList(row.value())}},
            QStringLiteral("%1: %2").arg(row.key()).arg(row.value().join(QLatin1Char(' '))));
    }
    return Exit::Done;
}

} // namespace inlet::cli
