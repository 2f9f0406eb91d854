// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine with the real session and the real store, on Cyrus and Courier.
#include "mime/Mime.h"
#include "support/Profile.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace inlet;
using namespace inlet::test;
using imap::FolderRole;
using store::TriageVerb;
using sync::SyncState;
using Kind = MailServers::Kind;

Q_DECLARE_METATYPE(inlet::test::MailServers::Kind)

namespace
{

constexpr int kPatience = 60'000; ///< ms

QString idOf(const QString &name)
{
    return name + QStringLiteral("@customers.test");
}

QByteArray mail(const QString &name)
{
    return "Message-ID: <" + idOf(name).toUtf8() + ">\r\nFrom: <lead01@customers.test>\r\nTo: <rep@sales.test>\r\nSubject: "
        + name.toUtf8() + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\nIs it still there?\r\n";
}

} // namespace

class tst_ForeignSync : public QObject
{
    Q_OBJECT

private:
    struct Mailbox {
        MailServers *servers = nullptr;
        QString email;
        std::unique_ptr<ServerHand> hand;
        QTemporaryDir dir;
        std::unique_ptr<Profile> profile;
        AccountId id;

        [[nodiscard]] QByteArray folder(const char *name) const
        {
            return qstrcmp(name, "INBOX") == 0 ? QByteArray(name) : servers->folderPrefix() + name;
        }
        [[nodiscard]] QStringList picture(FolderRole role) const { return pictureOf(profile->messages(id, role)); }
        [[nodiscard]] std::optional<store::StoredMessageRow> row(FolderRole role, const QString &name) const
        {
            for (const auto &row : profile->messages(id, role)) {
                if (row.messageId == idOf(name))
                    return row;
            }
            return std::nullopt;
        }
        [[nodiscard]] ConversationId conversation(const QString &name) const
        {
            const auto found = row(FolderRole::Inbox, name);
            return found ? found->conversation : ConversationId();
        }
        [[nodiscard]] bool deliver(const QString &name) const { return servers->deliver(email, mail(name)); }
        /// Both sides show the same, in every folder that is synced.
        [[nodiscard]] bool agrees() const
        {
            return picture(FolderRole::Inbox) == hand->picture("INBOX")
                && picture(FolderRole::Archive) == hand->picture(folder("Archive"))
                && picture(FolderRole::Sent) == hand->picture(folder("Sent"));
        }
    };

    std::map<Kind, MailServers> m_servers;
    std::map<Kind, int> m_users;

    /// A mailbox that no other test uses, with `messages` in INBOX, its profile not started.
    std::unique_ptr<Mailbox> newMailbox(int messages)
    {
        QFETCH_GLOBAL(Kind, kind);
        auto mailbox = std::make_unique<Mailbox>();
        mailbox->servers = &m_servers[kind];
        mailbox->email = MailServers::user(++m_users[kind]);
        mailbox->hand = std::make_unique<ServerHand>(*mailbox->servers, mailbox->email);
        mailbox->profile = std::make_unique<Profile>(mailbox->dir.path(), mailbox->servers->caFile());
        mailbox->id = mailbox->profile->add(mailbox->servers->account(mailbox->email)).id;
        if (!mailbox->hand->run("NOOP"))
            return nullptr; // Cyrus makes the folders at the first sign-in
        for (int i = 0; i < messages; ++i) {
            if (!mailbox->deliver(QStringLiteral("mail-%1").arg(i)))
                return nullptr;
        }
        return mailbox;
    }
    std::unique_ptr<Mailbox> liveMailbox(int messages)
    {
        auto mailbox = newMailbox(messages);
        if (!mailbox)
            return nullptr;
        mailbox->profile->start();
        return mailbox->profile->waitFor(SyncState::Live) ? std::move(mailbox) : nullptr;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("Cyrus") << Kind::Cyrus;
        QTest::newRow("Cyrus, below INBOX") << Kind::CyrusOld;
        QTest::newRow("Courier") << Kind::Courier;
    }
    void initTestCase()
    {
        mime::initialize();
        for (const Kind kind : {Kind::Cyrus, Kind::CyrusOld, Kind::Courier}) {
            MailServers::Options options;
            options.kind = kind;
            options.users = 10;
            QVERIFY2(m_servers[kind].start(options), qPrintable(m_servers[kind].error()));
        }
    }

    void firstSync_listsEverything_marksNothing()
    {
        auto mailbox = newMailbox(120);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand->runIn("INBOX", "UID STORE 1:40 +FLAGS.SILENT (\\Seen)"));
        QVERIFY(mailbox->hand->runIn("INBOX", "UID COPY 1:70 " + mailbox->folder("Sent")));
        const QStringList before = mailbox->hand->picture("INBOX");
        QCOMPARE(before.size(), 120);
        mailbox->profile->start();
        QVERIFY(mailbox->profile->waitFor(SyncState::Live));
        QCOMPARE(mailbox->picture(FolderRole::Inbox), before);
        QCOMPARE(mailbox->hand->picture("INBOX"), before);
        QCOMPARE(mailbox->picture(FolderRole::Sent), mailbox->hand->picture(mailbox->folder("Sent")));
        QCOMPARE(mailbox->picture(FolderRole::Sent).size(), 70);
    }

    void newMail_comesByPush()
    {
        auto mailbox = liveMailbox(3);
        QVERIFY(mailbox);
        for (int i = 0; i < 3; ++i) {
            const QString name = QStringLiteral("push-%1").arg(i);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(mailbox->deliver(name));
            QTRY_VERIFY_WITH_TIMEOUT(mailbox->profile->observer.hasNews(idOf(name)), kPatience);
            qInfo() << "stored after" << timer.elapsed() << "ms";
            QVERIFY2(timer.elapsed() < 5000, "as late as by polling");
        }
        QVERIFY(mailbox->agrees());
    }

    void flags_goBothWays()
    {
        auto mailbox = liveMailbox(6);
        QVERIFY(mailbox);
        QVERIFY(mailbox->profile->apply(TriageVerb::MarkRead, {mailbox->conversation(QStringLiteral("mail-0"))}));
        QVERIFY(mailbox->profile->apply(TriageVerb::Star, {mailbox->conversation(QStringLiteral("mail-1"))}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile->operations(), 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        QVERIFY(mailbox->row(FolderRole::Inbox, QStringLiteral("mail-0"))->location.flags.seen);
        QVERIFY(mailbox->row(FolderRole::Inbox, QStringLiteral("mail-1"))->location.flags.flagged);

        QVERIFY(mailbox->hand->runIn("INBOX", "UID STORE 3:4 +FLAGS (\\Seen)"));
        QVERIFY(mailbox->hand->runIn("INBOX", "UID STORE 1 -FLAGS (\\Seen)"));
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        QVERIFY(mailbox->row(FolderRole::Inbox, QStringLiteral("mail-2"))->location.flags.seen);
        QVERIFY(!mailbox->row(FolderRole::Inbox, QStringLiteral("mail-0"))->location.flags.seen);
    }

    void archiveDeleteJunk_moveOnTheServer()
    {
        auto mailbox = liveMailbox(5);
        QVERIFY(mailbox);
        QVERIFY(mailbox->profile->apply(TriageVerb::Archive,
            {mailbox->conversation(QStringLiteral("mail-0")), mailbox->conversation(QStringLiteral("mail-1"))}));
        QVERIFY(mailbox->profile->apply(TriageVerb::Delete, {mailbox->conversation(QStringLiteral("mail-2"))}));
        QVERIFY(mailbox->profile->apply(TriageVerb::Junk, {mailbox->conversation(QStringLiteral("mail-3"))}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile->operations(), 0, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->hand->picture("INBOX").size(), 1, kPatience);
        QCOMPARE(mailbox->hand->picture(mailbox->folder("Archive")).size(), 2);
        QCOMPARE(mailbox->hand->picture(mailbox->folder("Trash")).size(), 1);
        QCOMPARE(mailbox->hand->picture(mailbox->folder("Junk")).size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);

        ConversationId archived = mailbox->row(FolderRole::Archive, QStringLiteral("mail-0"))->conversation;
        QVERIFY(mailbox->profile->apply(TriageVerb::Unarchive, {archived}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->hand->picture("INBOX").size(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        QVERIFY(mailbox->row(FolderRole::Inbox, QStringLiteral("mail-0")));
    }

    void deleted_comesBackByUndo()
    {
        auto mailbox = liveMailbox(2);
        QVERIFY(mailbox);
        QVERIFY(mailbox->profile->apply(TriageVerb::Delete, {mailbox->conversation(QStringLiteral("mail-1"))}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile->operations(), 0, kPatience);
        QCOMPARE(mailbox->hand->picture(mailbox->folder("Trash")).size(), 1);
        QVERIFY(mailbox->profile->undo());
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile->operations(), 0, kPatience);
        QVERIFY(mailbox->hand->picture(mailbox->folder("Trash")).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        QCOMPARE(mailbox->picture(FolderRole::Inbox).size(), 2);
    }

    void archiveIsMissing_itIsMadeWhereFoldersAreKept()
    {
        auto mailbox = newMailbox(2);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand->run("DELETE " + mailbox->folder("Archive")));
        mailbox->profile->start();
        QVERIFY(mailbox->profile->waitFor(SyncState::Live));
        QVERIFY(mailbox->profile->apply(TriageVerb::Archive, {mailbox->conversation(QStringLiteral("mail-0"))}));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->profile->operations(), 0, kPatience);
        QCOMPARE(mailbox->hand->picture(mailbox->folder("Archive")).size(), 1);
    }

    void changesOfAnotherClient_comeByThemselves()
    {
        auto mailbox = liveMailbox(6);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand->runIn("INBOX", "UID COPY 2 " + mailbox->folder("Archive")));
        QVERIFY(mailbox->hand->runIn("INBOX", "UID STORE 2,5 +FLAGS (\\Deleted)"));
        QVERIFY(mailbox->hand->runIn("INBOX", "EXPUNGE"));
        QVERIFY(mailbox->deliver(QStringLiteral("later")));
        QTRY_COMPARE_WITH_TIMEOUT(mailbox->picture(FolderRole::Inbox), mailbox->hand->picture("INBOX"), kPatience);
        QCOMPARE(mailbox->picture(FolderRole::Inbox).size(), 5);
        mailbox->profile->engine->checkNow(mailbox->id);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        QVERIFY(mailbox->row(FolderRole::Archive, QStringLiteral("mail-1")));
    }

    void uidValidityChanged_mailAndItsConversationStay()
    {
        auto mailbox = newMailbox(4);
        QVERIFY(mailbox);
        QVERIFY(mailbox->hand->runIn("INBOX", "UID COPY 1:4 " + mailbox->folder("Archive")));
        mailbox->profile->start();
        QVERIFY(mailbox->profile->waitFor(SyncState::Live));
        const auto before = mailbox->row(FolderRole::Archive, QStringLiteral("mail-2"));
        QVERIFY(before);
        QVERIFY(mailbox->hand->replaceArchive());
        mailbox->profile->engine->checkNow(mailbox->id);
        const auto isRenewed = [&] {
            const auto after = mailbox->row(FolderRole::Archive, QStringLiteral("mail-2"));
            return after && after->location.uidValidity != before->location.uidValidity;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isRenewed(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(mailbox->agrees(), kPatience);
        const auto after = mailbox->row(FolderRole::Archive, QStringLiteral("mail-2"));
        QCOMPARE(after->location.message, before->location.message);
        QCOMPARE(after->conversation, before->conversation);
        QCOMPARE(mailbox->picture(FolderRole::Archive).size(), 4);
    }

    void twoProfiles_converge()
    {
        auto here = liveMailbox(6);
        QVERIFY(here);
        Mailbox there;
        there.servers = here->servers;
        there.email = here->email;
        there.hand = std::make_unique<ServerHand>(*there.servers, there.email);
        there.profile = std::make_unique<Profile>(there.dir.path(), there.servers->caFile());
        there.id = there.profile->add(there.servers->account(there.email)).id;
        there.profile->start();
        QVERIFY(there.profile->waitFor(SyncState::Live));
        QVERIFY(here->profile->apply(TriageVerb::MarkRead, {here->conversation(QStringLiteral("mail-0"))}));
        QVERIFY(there.profile->apply(TriageVerb::Archive, {there.conversation(QStringLiteral("mail-1"))}));
        QVERIFY(here->profile->apply(TriageVerb::Star, {here->conversation(QStringLiteral("mail-2"))}));
        QVERIFY(there.profile->apply(TriageVerb::Delete, {there.conversation(QStringLiteral("mail-3"))}));
        const auto isDone = [&] {
            here->profile->engine->checkNow(here->id);
            there.profile->engine->checkNow(there.id);
            return here->profile->operations() == 0 && there.profile->operations() == 0
                && here->picture(FolderRole::Inbox).size() == 4 && here->agrees() && there.agrees();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
        QVERIFY(there.row(FolderRole::Inbox, QStringLiteral("mail-0"))->location.flags.seen);
        QVERIFY(here->row(FolderRole::Archive, QStringLiteral("mail-1")));
    }
};

INLET_TEST(tst_ForeignSync)
#include "tst_ForeignSync.moc"
