// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine with the real session and the real store on a private Dovecot.
#include "mime/Mime.h"
#include "support/Profile.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kPatience = Profile::kPatience;

QByteArray mail(const QString &messageId, const QString &to, const QString &from = QStringLiteral("lead01@customers.test"))
{
    return "Message-ID: <" + messageId.toUtf8() + ">\r\nFrom: <" + from.toUtf8() + ">\r\nTo: <" + to.toUtf8()
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
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        for (int user = 1; user <= 5; ++user)
            profile.add(m_servers.account(MailServers::user(user)));
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

        const QTemporaryDir secondDir;
        Profile second(secondDir.path(), m_servers.caFile()); // another profile sees the flags of the server: none set by us
        const accounts::Account account = second.add(m_servers.account(MailServers::user(1)));
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
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        const QString email = MailServers::user(2);
        accounts::Account account = m_servers.account(email);
        account.imap = m_servers.imap(email, address);
        profile.add(account);
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
        const QTemporaryDir hereDir;
        const QTemporaryDir thereDir;
        Profile here(hereDir.path(), m_servers.caFile());
        Profile there(thereDir.path(), m_servers.caFile());
        const AccountId id = here.add(m_servers.account(email)).id;
        const AccountId otherId = there.add(m_servers.account(email)).id;
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
        QVERIFY(here.apply(store::TriageVerb::MarkRead, {conversationOf(here, id, QStringLiteral("two-0@customers.test"))}));
        QVERIFY(here.apply(store::TriageVerb::Star, {conversationOf(here, id, QStringLiteral("two-1@customers.test"))}));
        const ConversationId muted = conversationOf(here, id, QStringLiteral("two-3@customers.test"));
        QVERIFY(here.apply(store::TriageVerb::Mute, {muted}));
        QVERIFY(there.apply(store::TriageVerb::Archive,
            {conversationOf(there, otherId, QStringLiteral("two-2@customers.test"))}));
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
        const auto isMuted = [&](Profile &profile, AccountId account) {
            bool is = false;
            const ConversationId conversation = conversationOf(profile, account, QStringLiteral("two-3@customers.test"));
            profile.store->readHere([&](store::ReadSession &session) {
                const auto rows = session.rows({conversation}, {});
                is = rows && rows->size() == 1 && rows->first().muted;
            });
            return is;
        };
        QVERIFY(isMuted(here, id));
        QTRY_VERIFY(isMuted(there, otherId));
        QVERIFY(here.apply(store::TriageVerb::Unmute, {muted}));
        QTRY_VERIFY_WITH_TIMEOUT((there.engine->checkNow(otherId), !isMuted(there, otherId)), 10'000);
    }

    /// With a name that is written otherwise on the wire.
    void movedToAFolder_andBackByUndo()
    {
        const QString email = MailServers::user(2);
        const QString name = QStringLiteral("Kunden & Ärzte");
        const QString wireName = QStringLiteral("Kunden &- &AMQ-rzte");
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        const AccountId id = profile.add(m_servers.account(email)).id;
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        std::atomic<bool> made = false;
        profile.engine->withSession(
            id, [](imap::ImapSession &session, std::stop_token stop) { return session.createFolder(QByteArrayLiteral("Kunden &- &AMQ-rzte"), stop); },
            [&](const Result<void> &result) { made = bool(result); });
        QTRY_VERIFY(made);
        const auto folder = [&] {
            FolderId found;
            profile.store->readHere([&](store::ReadSession &session) {
                for (const store::StoredFolder &one : session.folders(id).value_or(QList<store::StoredFolder>())) {
                    if (one.name == name)
                        found = one.id;
                }
            });
            return found;
        };
        QTRY_VERIFY_WITH_TIMEOUT((profile.engine->checkNow(id), folder().isValid()), 10'000);
        const QString messageId = QStringLiteral("filed@customers.test");
        QVERIFY(m_servers.deliver(email, mail(messageId, email)));
        QTRY_VERIFY_WITH_TIMEOUT(profile.observer.hasNews(messageId), 10'000);
        ConversationId conversation;
        for (const auto &row : profile.messages(id, imap::FolderRole::Inbox)) {
            if (row.messageId == messageId)
                conversation = row.conversation;
        }
        const qsizetype before = m_servers.messagesIn(email, QStringLiteral("INBOX")).size();
        qsizetype theirs = 0;
        for (const auto &row : profile.messages(id, imap::FolderRole::Inbox))
            theirs += row.conversation == conversation ? 1 : 0;
        QVERIFY(profile.apply(store::TriageVerb::MoveToFolder, {conversation}, folder()));
        QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, 10'000);
        QCOMPARE(m_servers.messagesIn(email, QStringLiteral("INBOX")).size(), before - theirs);
        QCOMPARE(m_servers.messagesIn(email, wireName).size(), theirs);
        QVERIFY(profile.undo());
        QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, 10'000);
        QCOMPARE(m_servers.messagesIn(email, wireName).size(), 0);
        QCOMPARE(m_servers.messagesIn(email, QStringLiteral("INBOX")).size(), before);
    }

    /// A host that allows three connections for five mailboxes: one place to listen, for whom somebody wrote to last.
    void fewConnections_theMailboxWithNewsListens()
    {
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        for (int user = 1; user <= 5; ++user)
            profile.add(m_servers.account(MailServers::user(user)));
        sync::SyncOptions options;
        options.connectionsPerHost = 3;
        options.pollInterval = std::chrono::seconds(1);
        profile.start(options);
        const auto isLive = [&](const accounts::Account &account) { return profile.observer.statusOf(account.id).state == SyncState::Live; };
        const auto othersAreChecked = [&](const accounts::Account &live) {
            return std::all_of(profile.mailboxes.cbegin(), profile.mailboxes.cend(), [&](const accounts::Account &account) {
                return account.id == live.id || profile.observer.statusOf(account.id).state == SyncState::Checked;
            });
        };
        int number = 0;
        for (const int user : {4, 2, 4}) {
            const accounts::Account &written = profile.mailboxes.at(user - 1);
            QString prospect;
            const auto read = [&](store::ReadSession &session) {
                const auto rows = session.page({.scope = store::Scope::All, .account = written.id}, std::nullopt, 1);
                prospect = rows && !rows->isEmpty() ? rows->first().prospectAddress : QString();
            };
            QVERIFY(QTest::qWaitFor([&] { profile.store->readHere(read); return !prospect.isEmpty(); }, kPatience));
            const QString id = QStringLiteral("hot-%1-%2@customers.test").arg(user).arg(++number);
            QVERIFY(m_servers.deliver(written.email, mail(id, written.email, prospect)));
            QVERIFY2(QTest::qWaitFor([&] { return isLive(written) && othersAreChecked(written); }, kPatience), qPrintable(written.email));
        }
        QCOMPARE(profile.engine->governor().first().live, 1);
    }

    void shutdown_isQuick()
    {
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        for (int user = 1; user <= 5; ++user)
            profile.add(m_servers.account(MailServers::user(user)));
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
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        const AccountId id = profile.add(m_servers.account(email)).id;
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
