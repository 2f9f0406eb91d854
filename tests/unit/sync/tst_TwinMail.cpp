// SPDX-License-Identifier: GPL-3.0-or-later
// The same mail twice in one folder, as a list and its reader's own copy bring it: each copy is moved by itself.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_TwinMail : public QObject
{
    Q_OBJECT

private:
    static std::optional<ConversationId> conversationOf(SyncFixture &f, int number)
    {
        for (const auto &row : f.messages("INBOX")) {
            if (row.messageId == SyncFixture::messageId(number))
                return row.conversation;
        }
        return std::nullopt;
    }
    static void servers()
    {
        QTest::addColumn<bool>("move");
        QTest::addColumn<bool>("uidPlus");
        QTest::newRow("MOVE") << true << true;
        QTest::newRow("MOVE, no new numbers told") << true << false;
        QTest::newRow("COPY") << false << true;
    }
    static void become(SyncFixture &f, bool move, bool uidPlus)
    {
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.move = move;
        capabilities.uidPlus = uidPlus;
        f.server.setCapabilities(capabilities);
    }

private Q_SLOTS:
    void archived_bothAreMoved_andStayThere_data() { servers(); }
    void archived_bothAreMoved_andStayThere()
    {
        QFETCH(const bool, move);
        QFETCH(const bool, uidPlus);
        SyncFixture f;
        become(f, move, uidPlus);
        f.fill("INBOX", 1, 4);
        f.server.deliver("INBOX", SyncFixture::mail(2));
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.messages("INBOX").size(), 5);
        const auto twins = conversationOf(f, 2);
        QVERIFY(twins);
        QVERIFY(f.apply(TriageVerb::Archive, {*twins}));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.server.messages("INBOX").size(), 3);
        QCOMPARE(f.server.messages("Archive").size(), 2);
        QVERIFY(f.waitUntilEqual());
        f.restartEngine();
        QVERIFY(f.waitUntilLive());
        QVERIFY(f.waitUntilEqual());
        QVERIFY(f.row(*twins)->archived);
        // And back, each with its number.
        QVERIFY(f.apply(TriageVerb::Unarchive, {*twins}));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && f.server.messages("INBOX").size() == 5; }));
        QVERIFY(f.waitUntilEqual());
    }

    /// The second one lies somewhere else by now: what is known of the first stays with the first.
    void oneIsMovedElsewhere_theOtherKeepsItsPlace()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 4);
        const ImapUid second = f.server.deliver("INBOX", SyncFixture::mail(2));
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const auto twins = conversationOf(f, 2);
        f.stopEngine();
        f.server.expunge("INBOX", ImapUid(2));
        QVERIFY(f.apply(TriageVerb::Archive, {*twins}));
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(!f.server.message("INBOX", second));
        QCOMPARE(f.server.messages("Archive").size(), 1);
        QVERIFY(f.waitUntilEqual());
    }

    /// A process before this one copied one of them: that copy is one of two.
    void oneHalfIsDone_theOtherIsCopied()
    {
        SyncFixture f;
        become(f, false, true);
        f.fill("INBOX", 1, 4);
        f.server.deliver("INBOX", SyncFixture::mail(2));
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const auto twins = conversationOf(f, 2);
        f.stopEngine();
        QVERIFY(f.apply(TriageVerb::Archive, {*twins}));
        f.server.deliver("Archive", SyncFixture::mail(2));
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.server.messages("INBOX").size(), 3);
        QCOMPARE(f.server.messages("Archive").size(), 2);
        QVERIFY(f.waitUntilEqual());
    }
};

INLET_TEST(tst_TwinMail)
#include "tst_TwinMail.moc"
