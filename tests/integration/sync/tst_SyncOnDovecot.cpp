// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine with the real session and the real store on a private Dovecot.
#include "base/Clock.h"
#include "imap/VmimeImapSession.h"
#include "mime/Mime.h"
#include "store/Store.h"
#include "support/MailServers.h"
#include "support/TestMain.h"
#include "sync/SyncEngine.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <mutex>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kPatience = 60'000;

/// Thread: any; the mutex guards all members.
class Observer final : public sync::SyncObserver
{
public:
    void syncStatusChanged(const sync::SyncStatus &status) override
    {
        const std::scoped_lock lock(m_mutex);
        m_statuses[status.account] = status;
    }
    void newMailStored(AccountId, const QList<store::IncomingMessage> &messages) override
    {
        const std::scoped_lock lock(m_mutex);
        for (const store::IncomingMessage &message : messages)
            m_newMail.append(message.parsed.header.messageId);
    }
    void roundFinished(AccountId account, const Result<void> &result) override
    {
        const std::scoped_lock lock(m_mutex);
        m_rounds[account] += result ? 1 : 0;
    }
    void sentCopySeen(AccountId, const QString &) override {}

    sync::SyncStatus statusOf(AccountId account)
    {
        const std::scoped_lock lock(m_mutex);
        return m_statuses[account];
    }
    bool hasNews(const QString &messageId)
    {
        const std::scoped_lock lock(m_mutex);
        return m_newMail.contains(messageId);
    }
    int rounds(AccountId account)
    {
        const std::scoped_lock lock(m_mutex);
        return m_rounds[account];
    }

private:
    std::mutex m_mutex;
    std::map<AccountId, sync::SyncStatus> m_statuses;
    std::map<AccountId, int> m_rounds;
    QStringList m_newMail;
};

/// One profile: store, engine, observer.
class Profile
{
public:
    explicit Profile(MailServers &servers)
        : m_servers(servers)
    {
        auto opened = store::openStore(m_dir.path());
        if (!opened)
            qFatal("the store does not open: %s", qPrintable(opened.error().detail));
        store = std::move(*opened);
    }

    accounts::Account add(const QString &email, const QString &address = QStringLiteral("127.0.0.1"))
    {
        accounts::Account account = m_servers.account(email);
        account.imap = m_servers.imap(email, address);
        account.history = accounts::HistoryWindow::All;
        const auto added = store->writeAndWait("test.account", [&](store::WriteTransaction &write) {
            const auto id = write.addAccount(account);
            account.id = id.value_or(AccountId());
            return id ? Result<void>() : Result<void>(id.error());
        });
        if (!added)
            qFatal("no account: %s", qPrintable(added.error().detail));
        mailboxes.append(account);
        return account;
    }

    void start(sync::SyncOptions options = {})
    {
        const auto secrets = [this](AccountId id, const std::function<void(Result<Secret>)> &answer) {
            for (const accounts::Account &account : std::as_const(mailboxes)) {
                if (account.id == id)
                    answer(MailServers::password(account.email));
            }
        };
        net::TlsSettings tls;
        tls.caFile = m_servers.caFile();
        engine = sync::makeSyncEngine(
            *store, imap::makeImapSessionFactory(tls), secrets, observer, clock, options);
        for (const accounts::Account &account : std::as_const(mailboxes))
            engine->start(account);
    }

    bool waitFor(SyncState state)
    {
        return QTest::qWaitFor([&] {
            return std::all_of(mailboxes.begin(), mailboxes.end(), [&](const accounts::Account &account) {
                return observer.statusOf(account.id).state == state && observer.rounds(account.id) > 0;
            });
        }, kPatience);
    }

    store::StoredFolder folder(AccountId account, imap::FolderRole role)
    {
        store::StoredFolder found;
        store->readHere([&](store::ReadSession &read) {
            const auto folders = read.folders(account);
            for (const store::StoredFolder &folder : *folders) {
                if (folder.role == role)
                    found = folder;
            }
        });
        return found;
    }

    QList<store::StoredMessageRow> messages(AccountId account, imap::FolderRole role)
    {
        const FolderId id = folder(account, role).id;
        QList<store::StoredMessageRow> rows;
        store->readHere([&](store::ReadSession &read) {
            rows = static_cast<store::MailReads &>(read).messages(account, id).value_or(rows);
        });
        return rows;
    }

    qint64 operations()
    {
        qint64 count = -1;
        store->readHere([&](store::ReadSession &read) { count = read.operationCount().value_or(-1); });
        return count;
    }

    void apply(store::TriageVerb verb, const QList<ConversationId> &conversations)
    {
        store::TriageAction action;
        action.verb = verb;
        action.conversations = conversations;
        const auto applied = store->writeAndWait("test.apply", [&](store::WriteTransaction &write) {
            const auto undo = write.apply(action);
            return undo ? Result<void>() : Result<void>(undo.error());
        });
        QVERIFY(applied);
        engine->operationsQueued(mailboxes.first().id);
    }

    Observer observer;
    SystemClock clock;
    std::unique_ptr<store::Store> store;
    QList<accounts::Account> mailboxes;
    std::unique_ptr<sync::SyncEngine> engine; ///< last: dies first

private:
    MailServers &m_servers;
    QTemporaryDir m_dir;
};

QByteArray mail(const QString &messageId, const QString &to)
{
    return "Message-ID: <" + messageId.toUtf8() + ">\r\nFrom: <lead01@customers.test>\r\nTo: <" + to.toUtf8()
        + ">\r\nSubject: A question\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\nIs it still there?\r\n";
}

} // namespace

class tst_SyncOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;

    bool startSeeded(int users, int messages)
    {
        MailServers::Options options;
        options.users = users;
        options.messages = messages;
        options.imapOnly = true;
        return m_servers.start(options);
    }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        QVERIFY2(startSeeded(5, 1500), qPrintable(m_servers.error()));
    }

    void firstSync_fiveMailboxes_everythingIsListedAndNothingMarked()
    {
        QList<QList<QByteArray>> before;
        Profile profile(m_servers);
        for (int user = 1; user <= 5; ++user)
            profile.add(MailServers::user(user));
        QElapsedTimer timer;
        timer.start();
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        qInfo() << "first sync of 5 mailboxes:" << timer.elapsed() << "ms";
        qsizetype all = 0;
        for (const accounts::Account &account : std::as_const(profile.mailboxes)) {
            const auto inbox = profile.messages(account.id, imap::FolderRole::Inbox);
            QCOMPARE(inbox.size(), m_servers.messagesIn(account.email, QStringLiteral("INBOX")).size());
            const auto sent = profile.messages(account.id, imap::FolderRole::Sent);
            QCOMPARE(sent.size(), m_servers.messagesIn(account.email, QStringLiteral("Sent")).size());
            all += inbox.size() + sent.size();
        }
        QVERIFY2(all >= 1400, qPrintable(QString::number(all)));
        profile.engine.reset();

        Profile second(m_servers); // another profile sees the flags of the server: none set by us
        const accounts::Account account = second.add(MailServers::user(1));
        second.start();
        QVERIFY(second.waitFor(SyncState::Live));
        for (const auto &row : second.messages(account.id, imap::FolderRole::Inbox)) {
            const auto flags = row.location.flags;
            for (const auto &mine : profile.messages(profile.mailboxes.first().id, imap::FolderRole::Inbox)) {
                if (mine.location.uid == row.location.uid)
                    QCOMPARE(flags.seen, mine.location.flags.seen);
            }
        }
    }

    void newMail_isStoredWithinASecond_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("limit");
        QTest::newRow("IDLE") << QStringLiteral("127.0.0.1") << 1000;
        QTest::newRow("no IDLE, polled every second") << QStringLiteral("127.0.0.3") << 4000;
    }
    void newMail_isStoredWithinASecond()
    {
        QFETCH(QString, address);
        QFETCH(int, limit);
        Profile profile(m_servers);
        const QString email = MailServers::user(2);
        profile.add(email, address);
        sync::SyncOptions options;
        if (limit > 1000)
            options.pollInterval = std::chrono::seconds(1);
        profile.start(options);
        QVERIFY(profile.waitFor(limit > 1000 ? SyncState::Checked : SyncState::Live));
        for (int i = 0; i < 5; ++i) {
            const QString id = QStringLiteral("live-%1-%2@customers.test").arg(limit).arg(i);
            QVERIFY(m_servers.deliver(email, mail(id, email)));
            QElapsedTimer timer;
            timer.start();
            QVERIFY(QTest::qWaitFor([&] { return profile.observer.hasNews(id); }, 10'000));
            qInfo() << "stored after" << timer.elapsed() << "ms";
            QVERIFY(timer.elapsed() <= limit);
        }
    }

    void twoProfiles_onOneMailbox_converge()
    {
        const QString email = MailServers::user(3);
        Profile here(m_servers);
        Profile there(m_servers);
        const AccountId id = here.add(email).id;
        const AccountId otherId = there.add(email).id;
        here.start();
        there.start();
        QVERIFY(here.waitFor(SyncState::Live));
        QVERIFY(there.waitFor(SyncState::Live));
        for (int i = 0; i < 6; ++i)
            QVERIFY(m_servers.deliver(email, mail(QStringLiteral("two-%1@customers.test").arg(i), email)));
        QVERIFY(QTest::qWaitFor([&] { return here.observer.hasNews(QStringLiteral("two-5@customers.test"))
            && there.observer.hasNews(QStringLiteral("two-5@customers.test")); }, 10'000));
        const auto conversationOf = [](Profile &profile, AccountId account, const QString &messageId) {
            for (const auto &row : profile.messages(account, imap::FolderRole::Inbox)) {
                if (row.messageId == messageId)
                    return row.conversation;
            }
            return ConversationId();
        };
        here.apply(store::TriageVerb::MarkRead, {conversationOf(here, id, QStringLiteral("two-0@customers.test"))});
        here.apply(store::TriageVerb::Star, {conversationOf(here, id, QStringLiteral("two-1@customers.test"))});
        there.apply(store::TriageVerb::Archive,
            {conversationOf(there, otherId, QStringLiteral("two-2@customers.test"))});
        QVERIFY(QTest::qWaitFor([&] { return here.operations() == 0 && there.operations() == 0; }, 10'000));
        const auto picture = [](Profile &profile, AccountId account) {
            QStringList lines;
            for (const auto role : {imap::FolderRole::Inbox, imap::FolderRole::Archive}) {
                for (const auto &row : profile.messages(account, role)) {
                    lines.append(QStringLiteral("%1 %2 %3 %4").arg(int(role)).arg(row.location.uid.number())
                                     .arg(row.location.flags.seen).arg(row.location.flags.flagged));
                }
            }
            lines.sort();
            return lines;
        };
        QVERIFY(QTest::qWaitFor([&] {
            here.engine->checkNow(id);
            there.engine->checkNow(otherId);
            return picture(here, id) == picture(there, otherId);
        }, 10'000));
        QCOMPARE(here.messages(id, imap::FolderRole::Archive).size(), there.messages(otherId, imap::FolderRole::Archive).size());
        QVERIFY(!here.messages(id, imap::FolderRole::Archive).isEmpty());
    }

    void shutdown_isQuick()
    {
        Profile profile(m_servers);
        for (int user = 1; user <= 5; ++user)
            profile.add(MailServers::user(user));
        profile.start();
        QVERIFY(QTest::qWaitFor([&] {
            return profile.observer.statusOf(profile.mailboxes.first().id).state != SyncState::Connecting;
        }, kPatience));
        QElapsedTimer timer;
        timer.start();
        profile.engine.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void serverRestarted_syncGoesOn()
    {
        const QString email = MailServers::user(4);
        Profile profile(m_servers);
        const AccountId id = profile.add(email).id;
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        const qsizetype before = profile.messages(id, imap::FolderRole::Inbox).size();
        QVERIFY(m_servers.stop());
        QVERIFY(QTest::qWaitFor([&] {
            return profile.observer.statusOf(id).state == SyncState::Waiting;
        }, kPatience));
        QVERIFY(startSeeded(5, 1500));
        QVERIFY(m_servers.deliver(email, mail(QStringLiteral("gap@customers.test"), email)));
        accounts::Account moved = profile.mailboxes.first(); // the private server comes back on other ports
        moved.imap = m_servers.imap(email);
        profile.engine->start(moved);
        QVERIFY(QTest::qWaitFor([&] { return profile.observer.hasNews(QStringLiteral("gap@customers.test")); },
            kPatience));
        QCOMPARE(profile.messages(id, imap::FolderRole::Inbox).size(), before + 1);
    }
};

INLET_TEST(tst_SyncOnDovecot)
#include "tst_SyncOnDovecot.moc"
