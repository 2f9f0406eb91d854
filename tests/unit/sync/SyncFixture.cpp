// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"

#include "imap/Flags.h"
#include "mime/Mime.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

constexpr int kPatience = 60'000; // milliseconds; a loaded machine is slow, not wrong
const QByteArrayList kFollowed{"Archive", "INBOX", "Junk", "Sent"};

QString line(const QByteArray &folder, ImapUid uid, const imap::MessageFlags &flags)
{
    QByteArrayList words = imap::toWire(flags);
    std::sort(words.begin(), words.end());
    return QStringLiteral("%1 %2 %3").arg(QString::fromUtf8(folder)).arg(uid.number()).arg(QString::fromUtf8(words.join(' ')));
}

} // namespace

void RecordingObserver::syncStatusChanged(const sync::SyncStatus &status)
{
    const std::scoped_lock lock(m_mutex);
    m_statuses[status.account].append(status);
}

void RecordingObserver::newMailStored(AccountId, const QList<store::IncomingMessage> &messages)
{
    const std::scoped_lock lock(m_mutex);
    for (const store::IncomingMessage &message : messages)
        m_newMail.append(message.parsed.header.messageId);
}

void RecordingObserver::roundFinished(AccountId account, const Result<void> &result)
{
    const std::scoped_lock lock(m_mutex);
    m_rounds[account] += result ? 1 : 0;
}

void RecordingObserver::sentCopySeen(AccountId, const QString &messageId)
{
    const std::scoped_lock lock(m_mutex);
    m_sentCopies.append(messageId);
}

void RecordingObserver::operationRefused(AccountId, const store::Operation &, const Error &)
{
    const std::scoped_lock lock(m_mutex);
    ++m_refusals;
}

void RecordingObserver::machineWoke()
{
    const std::scoped_lock lock(m_mutex);
    ++m_wakes;
}

int RecordingObserver::wakes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_wakes;
}

sync::SyncStatus RecordingObserver::status(AccountId account) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_statuses.find(account);
    return found == m_statuses.end() ? sync::SyncStatus{} : found->second.last();
}

QList<sync::SyncState> RecordingObserver::states(AccountId account) const
{
    const std::scoped_lock lock(m_mutex);
    QList<sync::SyncState> states;
    const auto found = m_statuses.find(account);
    if (found == m_statuses.end())
        return states;
    for (const sync::SyncStatus &status : found->second) {
        if (states.isEmpty() || states.last() != status.state)
            states.append(status.state);
    }
    return states;
}

QStringList RecordingObserver::newMail() const
{
    const std::scoped_lock lock(m_mutex);
    return m_newMail;
}

QStringList RecordingObserver::sentCopies() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sentCopies;
}

int RecordingObserver::rounds(AccountId account) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_rounds.find(account);
    return found == m_rounds.end() ? 0 : found->second;
}

int RecordingObserver::refusals() const
{
    const std::scoped_lock lock(m_mutex);
    return m_refusals;
}

SyncFixture::SyncFixture()
    : factory(server.factory())
{
    static const bool ready = [] {
        mime::initialize();
        return true;
    }();
    Q_UNUSED(ready);
    auto opened = store::openStore(dir.path());
    if (!opened)
        qFatal("the store does not open: %s", qPrintable(opened.error().detail));
    store = std::move(*opened);
    addAccount(QStringLiteral("me@sales.example"));
}

accounts::Account SyncFixture::addAccount(const QString &email)
{
    accounts::Account account;
    account.email = email;
    account.history = accounts::HistoryWindow::All;
    account.imap = {QStringLiteral("imap.example"), 993, accounts::TlsMode::Implicit, email, {}};
    account.smtp = {QStringLiteral("smtp.example"), 465, accounts::TlsMode::Implicit, email, {}};
    const auto added = store->writeAndWait("test.account", [&](store::WriteTransaction &write) {
        const auto id = write.addAccount(account);
        if (id)
            account.id = *id;
        return id ? Result<void>() : Result<void>(id.error());
    });
    if (!added)
        qFatal("no account: %s", qPrintable(added.error().detail));
    mailboxes.append(account);
    return account;
}

void SyncFixture::startEngine(sync::SyncOptions options)
{
    usedOptions = options;
    const auto secrets = [this](AccountId, const std::function<void(Result<Secret>)> &answer) {
        if (secretError)
            return answer(*secretError);
        answer(Secret(std::string_view(password.constData(), std::size_t(password.size()))));
    };
    engine = sync::makeSyncEngine(*store, factory, secrets, observer, clock, options);
    for (const accounts::Account &account : mailboxes)
        engine->start(account);
}

void SyncFixture::restartEngine()
{
    stopEngine();
    startEngine(usedOptions);
}

bool SyncFixture::goLive(int mails)
{
    fill("INBOX", 1, mails);
    startEngine();
    return waitUntilLive();
}

void SyncFixture::without(bool imap::Capabilities::*capability)
{
    imap::Capabilities capabilities = FakeImapServer::everything();
    capabilities.*capability = false;
    server.setCapabilities(capabilities);
}

bool SyncFixture::turnUntil(const std::function<bool()> &condition)
{
    return QTest::qWaitFor([&] {
        if (condition())
            return true;
        clock.advance(std::chrono::seconds(1));
        return false;
    }, kPatience);
}

bool SyncFixture::waitUntil(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

bool SyncFixture::waitUntilLive()
{
    return waitUntil([this] {
        return std::all_of(mailboxes.begin(), mailboxes.end(), [this](const accounts::Account &account) {
            return observer.status(account.id).state == sync::SyncState::Live && observer.rounds(account.id) > 0;
        });
    });
}

bool SyncFixture::waitUntilRound(int number)
{
    return waitUntil([this, number] { return observer.rounds(mailboxes.first().id) >= number; });
}

QStringList SyncFixture::there()
{
    QStringList lines;
    for (const QByteArray &name : kFollowed) {
        for (const FakeMessage &message : server.messages(name))
            lines.append(line(name, message.uid, message.flags));
    }
    return lines;
}

QStringList SyncFixture::here()
{
    QStringList lines;
    store->readHere([&](store::ReadSession &read) {
        const auto folders = read.folders(mailboxes.first().id);
        for (const QByteArray &name : kFollowed) {
            for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>())) {
                if (folder.wireName != name || folder.uidValidity != server.uidValidity(name))
                    continue;
                const auto flags = read.flags(folder.id, ImapUid(1));
                for (const store::FlagUpdate &row : flags.value_or(QList<store::FlagUpdate>()))
                    lines.append(line(name, row.uid, row.flags));
            }
        }
    });
    return lines;
}

store::StoredFolder SyncFixture::folder(const QByteArray &wireName)
{
    store::StoredFolder found;
    store->readHere([&](store::ReadSession &read) {
        const auto folders = read.folders(mailboxes.first().id);
        for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>())) {
            if (folder.wireName == wireName)
                found = folder;
        }
    });
    return found;
}

QList<store::StoredMessageRow> SyncFixture::messages(const QByteArray &wireName)
{
    const FolderId id = folder(wireName).id;
    QList<store::StoredMessageRow> rows;
    store->readHere([&](store::ReadSession &read) {
        rows = static_cast<store::MailReads &>(read).messages(mailboxes.first().id, id).value_or(QList<store::StoredMessageRow>());
    });
    return rows;
}

QList<ConversationId> SyncFixture::conversations()
{
    QList<ConversationId> ids;
    store->readHere([&](store::ReadSession &read) {
        for (const store::Scope scope : {store::Scope::All, store::Scope::Other, store::Scope::Archived}) {
            store::ListQuery query;
            query.scope = scope;
            const auto keys = read.keys(query);
            for (const store::ListKey &key : keys.value_or(QList<store::ListKey>())) {
                if (!ids.contains(key.id))
                    ids.append(key.id);
            }
        }
    });
    return ids;
}

std::optional<store::ConversationRow> SyncFixture::row(ConversationId id)
{
    std::optional<store::ConversationRow> found;
    store->readHere([&](store::ReadSession &read) {
        const auto rows = read.rows({id}, {});
        if (rows && !rows->isEmpty())
            found = rows->first();
    });
    return found;
}

Result<void> SyncFixture::apply(store::TriageVerb verb, const QList<ConversationId> &conversations,
    store::Category category, FolderId folder)
{
    store::TriageAction action;
    action.verb = verb;
    action.conversations = conversations;
    action.category = category;
    action.folder = folder;
    return apply(action);
}

Result<void> SyncFixture::apply(const store::TriageAction &action)
{
    const auto applied = store->writeAndWait("test.apply", [&](store::WriteTransaction &write) {
        const auto undo = write.apply(action);
        return undo ? Result<void>() : Result<void>(undo.error());
    });
    if (applied && engine)
        engine->operationsQueued(mailboxes.first().id);
    return applied;
}

qint64 SyncFixture::operationCount()
{
    qint64 count = -1;
    store->readHere([&](store::ReadSession &read) { count = read.operationCount().value_or(-1); });
    return count;
}

QString SyncFixture::messageId(int number)
{
    return QStringLiteral("m%1@prospect.example").arg(number);
}

QByteArray SyncFixture::mail(int number, const QByteArray &from, const QByteArray &to)
{
    return "Message-ID: <" + messageId(number).toLatin1() + ">\r\nFrom: <" + from + ">\r\nTo: <" + to
        + ">\r\nSubject: Question " + QByteArray::number(number)
        + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\nHello, this is number " + QByteArray::number(number)
        + ".\r\n";
}

void SyncFixture::fill(const QByteArray &folder, int first, int count, const QByteArray &from, const QByteArray &to)
{
    for (int i = 0; i < count; ++i) {
        server.deliver(folder, mail(first + i, from, to), {},
            QDateTime::fromSecsSinceEpoch(1'767'000'000 + 60 * (first + i), Qt::UTC));
    }
}

} // namespace inlet::test
