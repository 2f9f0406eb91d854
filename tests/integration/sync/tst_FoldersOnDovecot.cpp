// SPDX-License-Identifier: GPL-3.0-or-later
// Another client renames, deletes and makes folders on a real server, while the engine runs.
#include "mime/Mime.h"
#include "support/FaultProxy.h"
#include "support/Profile.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace inlet;
using namespace inlet::test;
using imap::FolderRole;
using store::TriageVerb;
using sync::SyncState;

namespace
{

constexpr int kPatience = Profile::kPatience;

QString idOf(int number)
{
    return QStringLiteral("folders-%1@customers.test").arg(number);
}

} // namespace

class tst_FoldersOnDovecot : public QObject
{
    Q_OBJECT

private:
    struct Mailbox {
        /// `line`: the engine comes through it.
        Mailbox(MailServers &servers, const QString &mailbox, const FaultProxy *line = nullptr)
            : email(mailbox), hand(servers, mailbox), profile(dir.path(), servers.caFile())
        {
            accounts::Account account = servers.account(email);
            account.imap.port = line ? line->port() : account.imap.port;
            id = profile.add(account).id;
        }
        QString email;
        QTemporaryDir dir;
        ServerHand hand;
        Profile profile;
        AccountId id;

        store::StoredFolder folder(const QByteArray &wireName)
        {
            store::StoredFolder found;
            profile.store->readHere([&](store::ReadSession &read) {
                const auto folders = read.folders(id);
                for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>()))
                    found = folder.wireName == wireName ? folder : found;
            });
            return found;
        }
        QList<store::StoredMessageRow> messages(const QByteArray &wireName)
        {
            const FolderId where = folder(wireName).id;
            QList<store::StoredMessageRow> rows;
            profile.store->readHere([&](store::ReadSession &read) {
                rows = static_cast<store::MailReads &>(read).messages(id, where).value_or(rows);
            });
            return rows;
        }
        std::optional<store::StoredMessageRow> find(const QByteArray &wireName, int number)
        {
            for (const auto &row : messages(wireName)) {
                if (row.messageId == idOf(number))
                    return row;
            }
            return std::nullopt;
        }
        bool agrees(const QByteArray &wireName) { return pictureOf(messages(wireName)) == hand.picture('"' + wireName + '"'); }
        bool comesToAgree(const QByteArray &wireName)
        {
            return QTest::qWaitFor([&] {
                profile.engine->checkNow(id);
                return folder(wireName).followed && agrees(wireName);
            }, kPatience);
        }
    };

    MailServers m_servers;

    /// Five messages in INBOX, three more in Archive; live.
    std::unique_ptr<Mailbox> liveMailbox(int user, const FaultProxy *line = nullptr)
    {
        auto mailbox = std::make_unique<Mailbox>(m_servers, MailServers::user(user), line);
        for (int i = 0; i < 8; ++i) {
            const bool sent = m_servers.deliver(mailbox->email, "Message-ID: <" + idOf(i).toUtf8() + ">\r\nFrom: <lead0" + QByteArray::number(i + 1)
                    + "@customers.test>\r\nTo: <" + mailbox->email.toUtf8() + ">\r\nSubject: Offer " + QByteArray::number(i)
                    + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\nHello number " + QByteArray::number(i) + "\r\n");
            if (!sent)
                return nullptr;
        }
        if (!mailbox->hand.runIn("INBOX", "UID MOVE 6:8 Archive"))
            return nullptr;
        mailbox->profile.start();
        return mailbox->profile.waitFor(SyncState::Live) && mailbox->messages("Archive").size() == 3 ? std::move(mailbox) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 7, .imapOnly = true}), qPrintable(m_servers.error()));
    }

    /// Dovecot makes "Archive" anew at once.
    void archiveRenamed_itsMailAndItsTriageStay()
    {
        auto mailbox = liveMailbox(1);
        QVERIFY(mailbox);
        const auto before = mailbox->find("Archive", 6);
        QVERIFY(before);
        QVERIFY(mailbox->profile.apply(TriageVerb::Star, {before->conversation}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile.operations(), 0, kPatience);
        QVERIFY(mailbox->hand.run("RENAME Archive \"Archive 2025\""));
        QVERIFY(mailbox->comesToAgree("Archive 2025"));
        QCOMPARE(mailbox->messages("Archive 2025").size(), 3);
        const auto after = mailbox->find("Archive 2025", 6);
        QVERIFY(after && after->location.flags.flagged);
        QCOMPARE(after->conversation, before->conversation);
        QCOMPARE(after->location.message, before->location.message);
        // Triage in it goes on, and what is archived now goes to the folder that has the special use.
        QVERIFY(mailbox->profile.apply(TriageVerb::MarkRead, {after->conversation}));
        QVERIFY(mailbox->profile.apply(TriageVerb::Archive, {mailbox->find("INBOX", 0)->conversation}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile.operations(), 0, kPatience);
        QVERIFY(mailbox->comesToAgree("Archive 2025"));
        QVERIFY(mailbox->comesToAgree("Archive"));
        QCOMPARE(mailbox->hand.picture("Archive").size(), 1);
        QVERIFY(mailbox->hand.picture("\"Archive 2025\"").filter(QStringLiteral(" S")).size() == 1);
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
    }

    void archiveRenamed_whileOperationsWait_theyArrive()
    {
        auto mailbox = liveMailbox(2);
        QVERIFY(mailbox);
        mailbox->profile.engine->stop(mailbox->id);
        const ConversationId starred = mailbox->find("Archive", 5)->conversation;
        const ConversationId back = mailbox->find("Archive", 7)->conversation;
        QVERIFY(mailbox->profile.apply(TriageVerb::Star, {starred}));
        QVERIFY(mailbox->profile.apply(TriageVerb::Unarchive, {back}));
        QVERIFY(mailbox->hand.run("RENAME Archive Former"));
        mailbox->profile.engine->start(mailbox->profile.mailboxes.first());
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile.operations(), 0, kPatience);
        QVERIFY(mailbox->comesToAgree("Former"));
        QVERIFY(mailbox->comesToAgree("INBOX"));
        QCOMPARE(mailbox->hand.picture("Former").filter(QStringLiteral(" F")).size(), 1);
        QCOMPARE(mailbox->hand.picture("INBOX").size(), 6);
    }

    void folderMadeAndDeleted_whileLive()
    {
        auto mailbox = liveMailbox(3);
        QVERIFY(mailbox);
        const auto before = mailbox->find("Archive", 5);
        QVERIFY(mailbox->hand.run("CREATE Customers"));
        QTRY_VERIFY_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), mailbox->folder("Customers").id.isValid()), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->folder("Customers").followed, kPatience);
        QVERIFY(mailbox->hand.runIn("Archive", "UID COPY 1:* Customers"));
        QVERIFY(mailbox->hand.run("DELETE Archive"));
        // Made anew by Dovecot, and empty; what was there has no number until the new folder has been looked through.
        QVERIFY(mailbox->comesToAgree("Archive"));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->messages("Archive").size(), 0, kPatience);
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
        // The mail comes back: it is the same conversation.
        QVERIFY(mailbox->hand.runIn("Customers", "UID MOVE 1:* Archive"));
        QVERIFY(mailbox->comesToAgree("Archive"));
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->find("Archive", 5), kPatience);
        QCOMPARE(mailbox->find("Archive", 5)->conversation, before->conversation);
        QVERIFY(mailbox->hand.run("DELETE Customers"));
        QTRY_VERIFY_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), !mailbox->folder("Customers").id.isValid()), kPatience);
    }

    /// What a rule sorts into a folder of the user's never is in INBOX while we look.
    void ruleFolder_itsRepliesAreNoticed()
    {
        auto mailbox = liveMailbox(4);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand.run("CREATE Clients"));
        QTRY_VERIFY_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), mailbox->folder("Clients").historyDone), kPatience);
        mailbox->profile.engine->stop(mailbox->id);
        const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toLatin1();
        QVERIFY(m_servers.deliver(mailbox->email, "Message-ID: <" + idOf(20).toUtf8() + ">\r\nFrom: <lead09@customers.test>\r\nTo: <"
                + mailbox->email.toUtf8() + ">\r\nSubject: Re: Offer\r\nDate: " + now + "\r\n\r\nYes, please.\r\n"));
        QVERIFY(mailbox->hand.runIn("INBOX", "UID MOVE 9:* Clients"));
        QCOMPARE(mailbox->hand.picture("Clients").size(), 1);
        mailbox->profile.engine->start(mailbox->profile.mailboxes.first());
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->find("Clients", 20), kPatience);
        const ConversationId conversation = mailbox->find("Clients", 20)->conversation;
        bool archived = true;
        mailbox->profile.store->readHere([&](store::ReadSession &read) {
            const auto rows = read.rows({conversation}, {});
            archived = !rows || rows->isEmpty() || rows->first().archived;
        });
        QVERIFY(!archived);
        // Done: it leaves the inbox and stays where the rule put it.
        QVERIFY(mailbox->profile.apply(TriageVerb::Archive, {conversation}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile.operations(), 0, kPatience);
        QVERIFY(mailbox->comesToAgree("Clients"));
        QCOMPARE(mailbox->hand.picture("Clients").size(), 1);
    }

    /// Dovecot tells of all folders in IDLE (RFC 5465): nobody waits for the next look, and INBOX is told of as ever.
    void ruleFolder_whileLive_isToldAtOnce()
    {
        auto mailbox = liveMailbox(5);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand.run("CREATE Clients"));
        QTRY_VERIFY_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), mailbox->folder("Clients").uidNext != 0), kPatience);
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
        for (int number = 40; number < 44; ++number) {
            const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toLatin1();
            const QByteArray mail = "Message-ID: <" + idOf(number).toUtf8() + ">\r\nFrom: <lead09@customers.test>\r\nTo: <" + mailbox->email.toUtf8()
                + ">\r\nSubject: Re: Offer\r\nDate: " + now + "\r\n\r\nYes, please.\r\n";
            QVERIFY(m_servers.deliver(mailbox->email, mail));
            const bool sorted = number % 2 == 0;
            if (sorted)
                QVERIFY(mailbox->hand.runIn("INBOX", "UID MOVE * Clients"));
            QElapsedTimer timer;
            timer.start();
            const auto hasCome = [&] { return mailbox->find(sorted ? "Clients" : "INBOX", number).has_value(); };
            QTRY_VERIFY_WITH_TIMEOUT(hasCome(), 20'000); // a look of its own came after four minutes
            qInfo() << (sorted ? "Clients" : "INBOX") << "after" << timer.elapsed() << "ms";
        }
        QVERIFY(mailbox->comesToAgree("Clients"));
        QVERIFY(mailbox->comesToAgree("INBOX"));
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
    }

    /// Dovecot tells nothing in IDLE of what came to a folder while that was selected.
    void ruleFolder_mailWhileItIsRead_isSeenWithinAMinute()
    {
        FaultProxy line;
        QVERIFY(line.start(m_servers.port("IMAPS_PORT")));
        auto mailbox = liveMailbox(7, &line);
        QVERIFY(mailbox);
        QByteArray file;
        QRandomGenerator random(3);
        while (file.size() < 400'000)
            file += QByteArray::number(random.generate64(), 36) + "\r\n";
        QVERIFY(m_servers.deliver(mailbox->email, "Message-ID: <" + idOf(60).toUtf8() + ">\r\nFrom: <lead09@customers.test>\r\nSubject: Re: Offer\r\n\r\n" + file + "\r\n"));
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->find("INBOX", 60), kPatience);
        QVERIFY(mailbox->hand.run("CREATE Clients"));
        QTRY_VERIFY_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), mailbox->folder("Clients").uidNext != 0), kPatience);
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
        const auto octets = [&line] { return QJsonDocument::fromJson(line.command("status").mid(3)).object().value(QStringLiteral("s2c")).toInteger(); };
        const qint64 before = octets();
        QVERIFY(line.command("throttle 60000").startsWith("ok"));
        QVERIFY(mailbox->hand.runIn("INBOX", "UID COPY * Clients"));
        QTRY_VERIFY_WITH_TIMEOUT(octets() > before + 60'000, 30'000);
        QVERIFY(mailbox->hand.runIn("Archive", "UID COPY 1 Clients"));
        QVERIFY(!mailbox->find("Clients", 60)); // it was in time
        QVERIFY(line.command("throttle 0").startsWith("ok"));
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->find("Clients", 60), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->messages("Clients").size(), 2, 90'000); // the next round comes after four minutes
    }

    /// Two same mails in one folder: both are archived, and neither is back after a restart.
    void twinMail_archived_staysSo()
    {
        auto mailbox = liveMailbox(6);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand.runIn("INBOX", "UID COPY 2 INBOX"));
        QTRY_COMPARE_WITH_TIMEOUT((mailbox->profile.engine->checkNow(mailbox->id), mailbox->messages("INBOX").size()), 6, kPatience);
        const ConversationId twins = mailbox->find("INBOX", 1)->conversation;
        QVERIFY(mailbox->profile.apply(TriageVerb::Archive, {twins}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile.operations(), 0, kPatience);
        QCOMPARE(mailbox->hand.picture("INBOX").size(), 4);
        QCOMPARE(mailbox->hand.picture("Archive").size(), 5);
        mailbox->profile.engine->stop(mailbox->id);
        mailbox->profile.engine->start(mailbox->profile.mailboxes.first());
        QVERIFY(mailbox->profile.waitFor(SyncState::Live));
        QVERIFY(mailbox->comesToAgree("INBOX"));
        QVERIFY(mailbox->comesToAgree("Archive"));
        mailbox->profile.store->readHere([&](store::ReadSession &read) {
            const auto rows = read.rows({twins}, {});
            QVERIFY(rows && !rows->isEmpty() && rows->first().archived);
        });
    }

    /// Own folders are below INBOX/, and Dovecot tells \Sent and \Archive of the shared ones too.
    void sharedFolders_areNotSynced_andOwnOnesAreMadeBelowThePrefix()
    {
        Mailbox mailbox(m_servers, QStringLiteral("office@sales.test"));
        QByteArrayList listed;
        QVERIFY(mailbox.hand.run("LIST \"\" \"*\" RETURN (SPECIAL-USE)", &listed));
        QVERIFY2(listed.join('\n').contains("\\Sent) \"/\" Public/Sent"), listed.join('\n').constData());
        QVERIFY(m_servers.deliver(mailbox.email, "Message-ID: <" + idOf(1).toUtf8() + ">\r\nFrom: <lead01@customers.test>\r\n\r\nHello\r\n"));
        QVERIFY(mailbox.hand.run("DELETE INBOX/Archive") || !listed.join('\n').contains("INBOX/Archive"));
        mailbox.profile.start();
        QVERIFY(mailbox.profile.waitFor(SyncState::Live));
        for (const QByteArray &shared : {QByteArray("Public/Sent"), QByteArray("Public/Archive")}) {
            QVERIFY(mailbox.folder(shared).id.isValid());
            QCOMPARE(mailbox.folder(shared).role, FolderRole::None);
            QVERIFY(!mailbox.folder(shared).followed);
        }
        QCOMPARE(mailbox.folder("INBOX/Sent").role, FolderRole::Sent);
        QVERIFY(mailbox.folder("INBOX/Sent").followed);
        QVERIFY(mailbox.profile.apply(TriageVerb::Archive, {mailbox.find("INBOX", 1)->conversation}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox.profile.operations(), 0, kPatience);
        QCOMPARE(mailbox.hand.picture("INBOX/Archive").size(), 1);
        QCOMPARE(mailbox.hand.picture("Public/Archive").size(), 0);
        QCOMPARE(mailbox.hand.picture("INBOX").size(), 0);
    }
};

INLET_TEST(tst_FoldersOnDovecot)
#include "tst_FoldersOnDovecot.moc"
