// SPDX-License-Identifier: GPL-3.0-or-later
// What was decided about one message one after the other arrives in that order, wherever the message lies by then.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_OperationOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movedThenMarked_whileOffline_theMarkArrivesThere_data()
    {
        QTest::addColumn<bool>("uidPlus");
        QTest::newRow("the new number is told") << true;
        QTest::newRow("it is not") << false;
    }
    void movedThenMarked_whileOffline_theMarkArrivesThere()
    {
        QFETCH(const bool, uidPlus);
        SyncFixture f;
        if (!uidPlus)
            f.without(&imap::Capabilities::uidPlus);
        QVERIFY(f.goLive(6));
        QList<ConversationId> some;
        for (const auto &row : f.messages("INBOX").first(3))
            some.append(row.conversation);
        f.stopEngine();
        QVERIFY(f.apply(TriageVerb::Archive, some));
        QVERIFY(f.apply(TriageVerb::Star, some));
        QVERIFY(f.apply(TriageVerb::Archive, {f.messages("INBOX").at(4).conversation}));
        f.server.clearCalls();
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
        const auto archived = f.server.messages("Archive");
        QCOMPARE(archived.size(), 4);
        QCOMPARE(std::count_if(archived.begin(), archived.end(), [](const FakeMessage &message) { return message.flags.flagged; }), 3);
        QCOMPARE(f.server.count(FakeCall::Move), 1); // all the same in batches
        QCOMPARE(f.server.count(FakeCall::StoreFlags), 1);
    }

    /// Nobody looks into Trash, so the mail has no numbers there: all of it still comes back at once.
    void deletedAndTakenBack_withoutNumbers_goesTogether()
    {
        SyncFixture f;
        f.without(&imap::Capabilities::uidPlus);
        QVERIFY(f.goLive(6));
        QList<ConversationId> some;
        for (const auto &row : f.messages("INBOX").first(4))
            some.append(row.conversation);
        QVERIFY(f.apply(TriageVerb::Delete, some));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && f.server.messages("Trash").size() == 4; }));
        f.server.clearCalls();
        QVERIFY(f.store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
            const auto step = write.undo(std::nullopt);
            return step ? Result<void>() : Result<void>(step.error());
        }));
        f.engine->operationsQueued(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && f.server.messages("INBOX").size() == 6; }));
        QCOMPARE(f.server.messages("Trash").size(), 0);
        QCOMPARE(f.server.count(FakeCall::Move), 1);
    }
};

INLET_TEST(tst_OperationOrder)
#include "tst_OperationOrder.moc"
