// SPDX-License-Identifier: GPL-3.0-or-later
// fill: generated mail directly into the store, as sync would hand it over.
#include "Commands.h"
#include "MailGenerator.h"

#include <condition_variable>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

namespace inlet::bench
{

namespace
{

constexpr qsizetype kBatch = 200;
constexpr int kMostUnderWay = 6; ///< batches between generator and writer

struct Mailbox {
    AccountId account;
    std::map<imap::FolderRole, FolderId> folders;
};

imap::RemoteFolder remote(const char *name, imap::FolderRole role)
{
    imap::RemoteFolder folder;
    folder.wireName = name;
    folder.name = QString::fromLatin1(name);
    folder.role = role;
    return folder;
}

Mailbox addMailbox(store::Store &store, const QString &address, qint64 number = 0)
{
    Mailbox mailbox;
    const auto added = store.writeAndWait("bench.account", [&](store::WriteTransaction &write) -> Result<void> {
        accounts::Account account;
        account.email = address;
        account.displayName = QStringLiteral("Robin Seller");
        account.provider = QStringLiteral("custom");
        account.colour = accounts::mailboxColours().at(std::size_t(number) % accounts::mailboxColours().size());
        account.imap.host = account.smtp.host = QStringLiteral("127.0.0.1");
        account.enabled = false; // to be looked at, not to be synced
        const auto id = write.addAccount(account);
        if (!id)
            return id.error();
        mailbox.account = *id;
        const auto folders = write.setFolders(*id, {remote("INBOX", imap::FolderRole::Inbox),
            remote("Sent", imap::FolderRole::Sent), remote("Junk", imap::FolderRole::Junk)});
        if (!folders)
            return folders.error();
        for (const store::StoredFolder &folder : *folders)
            mailbox.folders[folder.role] = folder.id;
        return {};
    });
    if (!added)
        qFatal("no mailbox: %s", qUtf8Printable(added.error().detail));
    return mailbox;
}

/// Batches on their way to the writer: so many that it never waits, so few that they fit.
class Pipeline
{
public:
    explicit Pipeline(store::Store &store) : m_store(store) {}
    ~Pipeline() { waitUntil(0); }

    void send(QList<store::IncomingMessage> batch)
    {
        waitUntil(kMostUnderWay);
        {
            const std::scoped_lock lock(m_mutex);
            ++m_underWay;
        }
        const auto shared = std::make_shared<const QList<store::IncomingMessage>>(std::move(batch));
        m_store.write(
            "bench.ingest", [shared](store::WriteTransaction &write) { return write.ingest(*shared); },
            [this](const Result<void> &result) {
                if (!result)
                    qFatal("not stored: %s", qUtf8Printable(result.error().detail));
                const std::scoped_lock lock(m_mutex);
                --m_underWay;
                m_changed.notify_all();
            });
    }

private:
    void waitUntil(int most)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_underWay <= most; });
    }

    store::Store &m_store;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    int m_underWay = 0;
};

void fillMailbox(Pipeline &pipeline, const Mailbox &mailbox, MailGenerator &generator, qint64 messages)
{
    QList<store::IncomingMessage> batch;
    for (qint64 index = 0; index < messages; ++index) {
        GeneratedMail mail = generator.next(index, messages);
        store::IncomingMessage incoming;
        incoming.folder = mailbox.folders.at(mail.folder);
        incoming.uidValidity = UidValidity(1);
        incoming.uid = ImapUid(quint32(index + 1));
        incoming.flags.seen = mail.seen;
        incoming.modSeq = quint64(index + 1);
        incoming.internalDate = mail.at;
        incoming.size = mail.raw.size();
        incoming.raw = mail.raw;
        incoming.parsed = std::move(mail.parsed);
        incoming.verdict = std::move(mail.verdict);
        batch.append(std::move(incoming));
        if (batch.size() == kBatch || index + 1 == messages)
            pipeline.send(std::exchange(batch, {}));
    }
}

/// One conversation of `messages`, ours and theirs in turn; inlet_window_bench looks for its subject.
void fillThread(Pipeline &pipeline, const Mailbox &mailbox, MailGenerator &generator, qint64 messages)
{
    const QString id = QStringLiteral("long%1@thread.test");
    QList<store::IncomingMessage> batch;
    for (qint64 index = 0; index < messages; ++index) {
        GeneratedMail mail = generator.next(0, messages);
        const bool ours = index % 2 == 0;
        const mime::Address we{QStringLiteral("Robin Seller"), QStringLiteral("thread@sales.test")};
        const mime::Address they{QStringLiteral("Thea Long"), QStringLiteral("thea@thread.test")};
        store::IncomingMessage incoming;
        incoming.folder = mailbox.folders.at(ours ? imap::FolderRole::Sent : imap::FolderRole::Inbox);
        incoming.uidValidity = UidValidity(1);
        incoming.uid = ImapUid(quint32(index + 1));
        incoming.flags.seen = true;
        incoming.internalDate = QDateTime::currentDateTimeUtc().addSecs(60 * (index - messages));
        incoming.raw = mail.raw;
        incoming.size = mail.raw.size();
        incoming.parsed = std::move(mail.parsed);
        mime::MessageHeader &header = incoming.parsed.header;
        header.fields.clear();
        header.from = {ours ? we : they};
        header.to = {ours ? they : we};
        header.subject = QStringLiteral("Re: Longthread");
        header.date = incoming.internalDate;
        header.messageId = id.arg(index);
        header.inReplyTo = index ? QStringList{id.arg(index - 1)} : QStringList();
        header.references = header.inReplyTo;
        incoming.verdict.kind = ours ? triage::Kind::Own : triage::Kind::Human;
        batch.append(std::move(incoming));
    }
    pipeline.send(std::move(batch));
}

} // namespace

int fillStore(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("data-dir"), QStringLiteral("mailboxes"), QStringLiteral("messages"), QStringLiteral("octets"), QStringLiteral("thread")});
    const qint64 mailboxes = options.number("mailboxes", 200);
    const qint64 messages = options.number("messages", 100'000);
    const int octets = int(options.number("octets", 4096));
    const auto store = openBenchStore(options.text("data-dir"));
    const Stopwatch watch;
    {
        Pipeline pipeline(*store);
        for (qint64 number = 1; number <= mailboxes; ++number) {
            const Mailbox mailbox = addMailbox(*store, mailboxName(number), number);
            const qint64 share = messages / mailboxes + (number <= messages % mailboxes ? 1 : 0);
            MailGenerator generator({mailboxName(number), octets, quint32(number), QDateTime::currentDateTimeUtc(), 3600});
            fillMailbox(pipeline, mailbox, generator, share);
        }
        if (const qint64 thread = options.number("thread", 0); thread > 0) {
            MailGenerator generator({QStringLiteral("thread@sales.test"), octets, 1, QDateTime::currentDateTimeUtc(), 60});
            fillThread(pipeline, addMailbox(*store, QStringLiteral("thread@sales.test")), generator, thread);
        }
    }
    report("fill.wall", watch.ms(), "ms");
    report("fill.rate", double(messages) / watch.ms() * 1000, "messages/s");
    report("fill.octets_per_message", double(store->databaseBytes()) / double(messages), "octets");
    return 0;
}

} // namespace inlet::bench
