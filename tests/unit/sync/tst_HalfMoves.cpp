// SPDX-License-Identifier: GPL-3.0-or-later
// Servers without MOVE, on which a loss between the copy and the end of the original leaves both.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

class tst_HalfMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostInTheMiddle_onlyOneCopyIsMade_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("loss");
        for (const char *target : {"Archive", "Trash"}) {
            QTest::addRow("%s, after the copy", target) << QByteArray(target) << QStringLiteral("cut");
            QTest::addRow("%s, the answer to the copy", target) << QByteArray(target) << QStringLiteral("answer");
            QTest::addRow("%s, the answer to the end", target) << QByteArray(target) << QStringLiteral("end");
            QTest::addRow("%s, and the program ended", target) << QByteArray(target) << QStringLiteral("restart");
        }
    }
    void lostInTheMiddle_onlyOneCopyIsMade()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, loss);
        SyncFixture f;
        f.without(&imap::Capabilities::move);
        QVERIFY(f.goLive(4));
        QList<ConversationId> two;
        for (const auto &row : f.messages("INBOX")) {
            if (row.messageId == SyncFixture::messageId(2) || row.messageId == SyncFixture::messageId(3))
                two.append(row.conversation);
        }
        if (loss == QLatin1String("cut"))
            f.server.failNext(FakeCall::Remove, FakeImapServer::networkError());
        else if (loss == QLatin1String("answer"))
            f.server.loseAnswer(FakeCall::Move, FakeImapServer::networkError());
        else if (loss == QLatin1String("end"))
            f.server.loseAnswer(FakeCall::Remove, FakeImapServer::networkError());
        else
            f.server.hold(FakeCall::Remove);
        QVERIFY(f.apply(target == "Trash" ? TriageVerb::Delete : TriageVerb::Archive, two));
        if (loss == QLatin1String("restart")) {
            QVERIFY(f.server.waitUntilHeld(FakeCall::Remove));
            f.stopEngine();
            f.server.release(FakeCall::Remove);
            f.startEngine();
        }
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.server.messages("INBOX").size(), 2);
        QCOMPARE(f.server.messages(target).size(), 2);
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.observer.refusals(), 0);
    }

    /// Between the list and the second half another program renames the target: the list is read again, and it goes on.
    void targetRenamedInTheMiddle_isFoundAgain()
    {
        SyncFixture f;
        f.without(&imap::Capabilities::move);
        QVERIFY(f.goLive(4));
        f.server.hold(FakeCall::Remove);
        QVERIFY(f.apply(TriageVerb::Archive, {f.messages("INBOX").at(1).conversation}));
        QVERIFY(f.server.waitUntilHeld(FakeCall::Remove));
        f.server.hold(FakeCall::FetchMeta);
        f.server.cutConnections();
        f.server.release(FakeCall::Remove);
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchMeta)); // the folders are listed by now
        f.server.renameFolder("Archive", "Old stuff", true);
        f.server.release(FakeCall::FetchMeta);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.observer.refusals(), 0);
        QCOMPARE(f.server.messages("INBOX").size(), 3);
        QCOMPARE(f.server.messages("Old stuff").size(), 1);
        QVERIFY(f.waitUntilEqual());
    }

    /// Another message of the same Message-ID is no copy.
    void sameMessageId_otherMessage_isNotTakenForTheCopy()
    {
        SyncFixture f;
        f.without(&imap::Capabilities::move);
        f.fill("INBOX", 1, 4);
        f.server.deliver("Archive", SyncFixture::mail(2) + "But with more to say.\r\n");
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.failNext(FakeCall::Move, FakeImapServer::networkError());
        const auto rows = f.messages("INBOX");
        QVERIFY(f.apply(TriageVerb::Archive, {rows.at(1).conversation}));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.server.messages("Archive").size(), 2);
        QCOMPARE(f.server.messages("INBOX").size(), 3);
    }
};

INLET_TEST(tst_HalfMoves)
#include "tst_HalfMoves.moc"
