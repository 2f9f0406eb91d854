// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that another program renames, deletes and makes while the engine runs.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;

class tst_Folders : public QObject
{
    Q_OBJECT

private:
    static bool start(SyncFixture &f)
    {
        f.fill("INBOX", 1, 3);
        f.fill("Archive", 101, 5);
        f.startEngine();
        return f.waitUntilLive() && f.messages("Archive").size() == 5;
    }

    static ConversationId conversationOf(SyncFixture &f, const QByteArray &folder, int number)
    {
        for (const auto &row : f.messages(folder)) {
            if (row.messageId == SyncFixture::messageId(number))
                return row.conversation;
        }
        return {};
    }

    static void look(SyncFixture &f) { f.engine->checkNow(f.mailboxes.first().id); }

    /// The server's messages of that folder, each known by its number, with the flags.
    static bool agrees(SyncFixture &f, const QByteArray &folder)
    {
        const auto there = f.server.messages(folder);
        const auto here = f.messages(folder);
        return here.size() == there.size() && std::all_of(there.begin(), there.end(), [&](const FakeMessage &message) {
            return std::any_of(here.begin(), here.end(), [&](const store::StoredMessageRow &row) {
                return row.location.uid == message.uid && row.location.flags == message.flags
                    && message.raw.contains(row.messageId.toUtf8());
            });
        });
    }

private Q_SLOTS:
    void renamed_keepsMessagesCategoryAndRole_data()
    {
        QTest::addColumn<bool>("withRole");
        QTest::addColumn<bool>("restarted");
        QTest::newRow("the special use moves along") << true << false;
        QTest::newRow("nothing says it is the archive any more") << false << false;
        QTest::newRow("while we did not run") << false << true;
    }
    void renamed_keepsMessagesCategoryAndRole()
    {
        QFETCH(bool, withRole);
        QFETCH(bool, restarted);
        SyncFixture f;
        QVERIFY(start(f));
        const ConversationId conversation = conversationOf(f, "Archive", 103);
        QVERIFY(f.apply(store::TriageVerb::SetCategory, {conversation}, store::Category::Interested));
        QTRY_COMPARE(f.operationCount(), 0);
        const FolderId id = f.folder("Archive").id;
        if (restarted)
            f.stopEngine();
        f.server.renameFolder("Archive", "Old things", withRole);
        f.fill("Old things", 106, 1);
        if (restarted)
            f.startEngine();
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Old things"); }));
        QCOMPARE(f.folder("Old things").id, id);
        QCOMPARE(f.folder("Old things").role, imap::FolderRole::Archive);
        QCOMPARE(conversationOf(f, "Old things", 103), conversation);
        QCOMPARE(f.row(conversation)->category, store::Category::Interested);
        // What is archived now goes there, and it is still the archive after a restart.
        f.restartEngine();
        QVERIFY(f.waitUntilLive());
        QVERIFY(f.apply(store::TriageVerb::Archive, {conversationOf(f, "INBOX", 1)}));
        QTRY_COMPARE(f.operationCount(), 0);
        QCOMPARE(f.server.messages("Old things").size(), 7);
        QVERIFY(!f.server.folderNames().contains("Archive"));
        QVERIFY(f.turnUntil([&] { return agrees(f, "Old things"); }));
    }

    void renamedAndMadeAnew_bothAreFollowed()
    {
        SyncFixture f;
        QVERIFY(start(f));
        const ConversationId old = conversationOf(f, "Archive", 101);
        f.server.renameFolder("Archive", "Archive 2025");
        f.server.addFolder("Archive", imap::FolderRole::Archive);
        f.fill("Archive", 201, 2);
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Archive") && agrees(f, "Archive 2025"); }));
        QCOMPARE(conversationOf(f, "Archive 2025", 101), old);
        QCOMPARE(f.folder("Archive").role, imap::FolderRole::Archive);
        QVERIFY(f.row(old));
        // Changes of another program in the renamed one are seen, also after a restart.
        f.restartEngine();
        QVERIFY(f.waitUntilLive());
        f.server.expunge("Archive 2025", ImapUid(2));
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Archive 2025"); }));
        QCOMPARE(f.messages("Archive 2025").size(), 4);
    }

    void renamed_whileItsOperationsWait_theyArrive()
    {
        SyncFixture f;
        QVERIFY(start(f));
        const ConversationId read = conversationOf(f, "Archive", 102);
        const ConversationId back = conversationOf(f, "Archive", 104);
        f.server.hold(FakeCall::Select);
        QVERIFY(f.apply(store::TriageVerb::MarkRead, {read}));
        QVERIFY(f.apply(store::TriageVerb::Unarchive, {back}));
        QVERIFY(f.server.waitUntilHeld(FakeCall::Select));
        f.server.renameFolder("Archive", "Old things");
        f.server.release(FakeCall::Select);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && agrees(f, "Old things"); }));
        QCOMPARE(f.server.messages("Old things").size(), 4);
        QVERIFY(f.server.message("Old things", ImapUid(2))->flags.seen);
        QCOMPARE(f.server.messages("INBOX").size(), 4);
        QCOMPARE(f.observer.refusals(), 0);
    }

    void targetRenamed_whileMovesWait_theyArrive()
    {
        SyncFixture f;
        QVERIFY(start(f));
        const QList<ConversationId> two{conversationOf(f, "INBOX", 1), conversationOf(f, "INBOX", 2)};
        f.server.hold(FakeCall::Move);
        QVERIFY(f.apply(store::TriageVerb::Archive, two));
        QVERIFY(f.server.waitUntilHeld(FakeCall::Move));
        f.server.renameFolder("Archive", "Old things");
        f.server.release(FakeCall::Move);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && agrees(f, "Old things"); }));
        QCOMPARE(f.server.messages("Old things").size(), 7);
        QCOMPARE(f.server.messages("INBOX").size(), 1);
        QCOMPARE(f.observer.refusals(), 0);
        QVERIFY(!f.server.folderNames().contains("Archive"));
    }

    void renamed_whileItIsRead_isFoundByItself()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 3);
        f.fill("Archive", 101, 900);
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        f.server.renameFolder("Archive", "Old things", true);
        f.server.release(FakeCall::FetchBodies);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Old things") && agrees(f, "INBOX"); }));
        QTRY_COMPARE(f.observer.status(f.mailboxes.first().id).state, sync::SyncState::Live);
        QVERIFY(!f.observer.status(f.mailboxes.first().id).error);
    }

    void deleted_decisionsStay_andComeBackWithTheMail()
    {
        SyncFixture f;
        QVERIFY(start(f));
        const ConversationId conversation = conversationOf(f, "Archive", 103);
        QVERIFY(f.apply(store::TriageVerb::SetCategory, {conversation}, store::Category::MeetingRequest));
        QVERIFY(f.apply(store::TriageVerb::MarkRead, {conversation}));
        QTRY_COMPARE(f.operationCount(), 0);
        f.server.removeFolder("Archive");
        look(f);
        QTRY_VERIFY(!f.folder("Archive").id.isValid());
        QCOMPARE(f.operationCount(), 0);
        QCOMPARE(f.observer.status(f.mailboxes.first().id).state, sync::SyncState::Live);
        f.server.addFolder("Archive", imap::FolderRole::Archive);
        f.fill("Archive", 103, 1);
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Archive"); }));
        QCOMPARE(conversationOf(f, "Archive", 103), conversation);
        QCOMPARE(f.row(conversation)->category, store::Category::MeetingRequest);
    }

    void madeLater_isFoundWithoutARestart()
    {
        SyncFixture f;
        f.server.removeFolder("Sent");
        QVERIFY(start(f));
        f.server.addFolder("Sent", imap::FolderRole::Sent);
        f.fill("Sent", 301, 4);
        QVERIFY(f.turnUntil([&] { return agrees(f, "Sent") && f.messages("Sent").size() == 4; }));
    }
};

INLET_TEST(tst_Folders)
#include "tst_Folders.moc"
