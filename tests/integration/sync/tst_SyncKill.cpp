// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of a first sync, again and again. The victim is this binary, started as a
// process of its own with the class SyncVictim, which ctest does not know.
#include "mime/Mime.h"
#include "support/Profile.h"
#include "support/TestMain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace inlet;
using namespace inlet::test;

namespace
{

constexpr int kUsers = 3;

accounts::Account mailboxAt(int user, const QString &host, quint16 port)
{
    accounts::Account account;
    account.email = MailServers::user(user);
    account.imap = {host, port, accounts::TlsMode::Implicit, account.email, {}};
    return account;
}

qint64 storedIn(Profile &profile)
{
    qint64 count = 0;
    profile.store->readHere([&](store::ReadSession &read) {
        for (const accounts::Account &account : std::as_const(profile.mailboxes)) {
            const auto folders = read.folders(account.id);
            for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>()))
                count += folder.messages;
        }
    });
    return count;
}

} // namespace

class tst_SyncVictim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncsUntilItIsKilled()
    {
        if (qEnvironmentVariableIsEmpty("INLET_VICTIM_DIR"))
            return; // nobody wants to kill us
        mime::initialize();
        Profile profile(qEnvironmentVariable("INLET_VICTIM_DIR"), qEnvironmentVariable("INLET_VICTIM_CA"));
        const auto port = quint16(qEnvironmentVariableIntValue("INLET_VICTIM_PORT"));
        for (int user = 1; user <= kUsers; ++user)
            profile.add(mailboxAt(user, QStringLiteral("127.0.0.1"), port));
        profile.start();
        const bool survived = QTest::qWaitFor([&] {
            fprintf(stderr, "stored %lld\n", storedIn(profile)); // what a kill must not take away
            return false;
        }, Profile::kPatience);
        QVERIFY(!survived);
    }
};

class tst_SyncKill : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;

    void killVictim(const QString &dir, qint64 atMessages)
    {
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("INLET_VICTIM_DIR"), dir);
        environment.insert(QStringLiteral("INLET_VICTIM_CA"), m_servers.caFile());
        environment.insert(QStringLiteral("INLET_VICTIM_PORT"), m_servers.value("IMAPS_PORT"));
        victim.setProcessEnvironment(environment);
        victim.setProcessChannelMode(QProcess::MergedChannels);
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_SyncVictim")});
        QVERIFY(victim.waitForStarted());
        QByteArray said;
        qint64 stored = 0;
        while (stored < atMessages && victim.waitForReadyRead(Profile::kPatience)) {
            said = victim.readAll().trimmed();
            stored = said.mid(said.lastIndexOf("stored ") + 7).toLongLong();
        }
        QVERIFY2(stored >= atMessages, said.constData());
        ::kill(pid_t(victim.processId()), SIGKILL);
        QVERIFY(victim.waitForFinished());
    }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        MailServers::Options options;
        options.users = kUsers;
        options.messages = 900;
        options.imapOnly = true;
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
    }

    void killedInTheFirstSync_nothingIsLostOrDoubled()
    {
        const QTemporaryDir dir;
        for (const qint64 atMessages : {1, 60, 200, 420, 700})
            killVictim(dir.path(), atMessages);
        Profile survivor(dir.path(), m_servers.caFile());
        for (int user = 1; user <= kUsers; ++user)
            survivor.add(m_servers.account(MailServers::user(user)));
        survivor.start();
        QVERIFY(survivor.waitFor(sync::SyncState::Live));
        for (const accounts::Account &account : std::as_const(survivor.mailboxes)) {
            for (const auto role : {imap::FolderRole::Inbox, imap::FolderRole::Sent, imap::FolderRole::Junk}) {
                const store::StoredFolder folder = survivor.folder(account.id, role);
                const auto rows = survivor.messages(account.id, role);
                QSet<ImapUid> uids;
                for (const store::StoredMessageRow &row : rows)
                    uids.insert(row.location.uid);
                QCOMPARE(uids.size(), rows.size());
                QCOMPARE(rows.size(), m_servers.messagesIn(account.email, folder.name).size());
                QVERIFY(folder.historyDone);
            }
        }
    }
};

INLET_TEST(tst_SyncVictim)
INLET_TEST(tst_SyncKill)
#include "tst_SyncKill.moc"
