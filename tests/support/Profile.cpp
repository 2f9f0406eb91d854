// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Profile.h"

#include "imap/VmimeImapSession.h"

#include <QTest>

#include <algorithm>

namespace inlet::test
{

namespace
{

const SystemClock kSystemClock;

} // namespace

void ProfileObserver::syncStatusChanged(const sync::SyncStatus &status)
{
    const std::scoped_lock lock(m_mutex);
    m_statuses[status.account] = status;
}

void ProfileObserver::newMailStored(AccountId, const QList<store::IncomingMessage> &messages)
{
    const std::scoped_lock lock(m_mutex);
    for (const store::IncomingMessage &message : messages)
        m_newMail.append(message.parsed.header.messageId);
}

void ProfileObserver::roundFinished(AccountId account, const Result<void> &result)
{
    const std::scoped_lock lock(m_mutex);
    m_rounds[account] += result ? 1 : 0;
}

sync::SyncStatus ProfileObserver::statusOf(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    return m_statuses[account];
}

bool ProfileObserver::hasNews(const QString &messageId)
{
    const std::scoped_lock lock(m_mutex);
    return m_newMail.contains(messageId);
}

int ProfileObserver::rounds(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    return m_rounds[account];
}

QStringList pictureOf(const QList<store::StoredMessageRow> &rows)
{
    QStringList lines;
    for (const store::StoredMessageRow &row : rows) {
        if (!row.location.uid.isValid())
            continue; // moved here, and the server has not told its number yet
        lines.append(QString::number(row.location.uid.number()) + (row.location.flags.seen ? QStringLiteral(" S") : QString())
            + (row.location.flags.flagged ? QStringLiteral(" F") : QString()));
    }
    lines.sort();
    return lines;
}

Profile::Profile(const QString &directory, const QString &caFile)
    : Profile(directory, caFile, kSystemClock)
{
}

Profile::Profile(const QString &directory, const QString &caFile, const Clock &clock)
    : m_caFile(caFile)
    , m_clock(clock)
{
    auto opened = store::openStore(directory);
    if (!opened)
        qFatal("the store does not open: %s", qPrintable(opened.error().detail));
    store = std::move(*opened);
}

accounts::Account Profile::add(accounts::Account account)
{
    account.history = accounts::HistoryWindow::All;
    store->readHere([&](store::ReadSession &read) {
        const auto known = read.accounts();
        for (const accounts::Account &other : known.value_or(QList<accounts::Account>())) {
            if (other.email == account.email)
                account.id = other.id;
        }
    });
    if (!account.id.isValid()) {
        const auto added = store->writeAndWait("test.account", [&](store::WriteTransaction &write) {
            const auto id = write.addAccount(account);
            account.id = id.value_or(AccountId());
            return id ? Result<void>() : Result<void>(id.error());
        });
        if (!added)
            qFatal("no account: %s", qPrintable(added.error().detail));
    }
    mailboxes.append(account);
    return account;
}

void Profile::start(sync::SyncOptions options)
{
    const auto secrets = [this](AccountId id, const std::function<void(Result<Secret>)> &answer) {
        for (const accounts::Account &account : std::as_const(mailboxes)) {
            if (account.id == id)
                answer(MailServers::password(account.email));
        }
    };
    net::TlsSettings tls;
    tls.caFile = m_caFile;
    engine = sync::makeSyncEngine(
        *store, imap::makeImapSessionFactory(tls), secrets, observer, m_clock, options);
    for (const accounts::Account &account : std::as_const(mailboxes))
        engine->start(account);
}

bool Profile::waitFor(sync::SyncState state)
{
    const auto isThere = [&](const accounts::Account &account) {
        return observer.statusOf(account.id).state == state && observer.rounds(account.id) > 0;
    };
    return QTest::qWaitFor(
        [&] { return std::all_of(mailboxes.begin(), mailboxes.end(), isThere); }, kPatience);
}

store::StoredFolder Profile::folder(AccountId account, imap::FolderRole role)
{
    store::StoredFolder found;
    store->readHere([&](store::ReadSession &read) {
        const auto folders = read.folders(account);
        for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>())) {
            if (folder.role == role)
                found = folder;
        }
    });
    return found;
}

QList<store::StoredMessageRow> Profile::messages(AccountId account, imap::FolderRole role)
{
    const FolderId id = folder(account, role).id;
    QList<store::StoredMessageRow> rows;
    store->readHere([&](store::ReadSession &read) { rows = read.messages(account, id).value_or(rows); });
    return rows;
}

qint64 Profile::operations()
{
    qint64 count = -1;
    store->readHere([&](store::ReadSession &read) { count = read.operationCount().value_or(-1); });
    return count;
}

Result<void> Profile::apply(store::TriageVerb verb, const QList<ConversationId> &conversations, FolderId folder)
{
    store::TriageAction action;
    action.verb = verb;
    action.conversations = conversations;
    action.folder = folder;
    return apply(action);
}

Result<void> Profile::apply(const store::TriageAction &action)
{
    const auto applied = store->writeAndWait("test.apply", [&](store::WriteTransaction &write) {
        const auto undo = write.apply(action);
        return undo ? Result<void>() : Result<void>(undo.error());
    });
    for (const accounts::Account &account : std::as_const(mailboxes))
        engine->operationsQueued(account.id);
    return applied;
}

Result<void> Profile::undo()
{
    const auto undone = store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
        const auto step = write.undo(std::nullopt);
        return step ? Result<void>() : Result<void>(step.error());
    });
    for (const accounts::Account &account : std::as_const(mailboxes))
        engine->operationsQueued(account.id);
    return undone;
}

} // namespace inlet::test
