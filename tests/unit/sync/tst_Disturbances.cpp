// SPDX-License-Identifier: GPL-3.0-or-later
// What happens around a running mailbox: it ends equal to the server, and what it said meanwhile was true.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

class tst_Disturbances : public QObject
{
    Q_OBJECT

private:
    static bool live(SyncFixture &f)
    {
        f.fill("INBOX", 1, 20);
        f.startEngine();
        return f.waitUntilLive() && f.here() == f.there();
    }

    static sync::SyncStatus status(SyncFixture &f) { return f.observer.status(f.mailboxes.first().id); }

private Q_SLOTS:
    void nameLookupsFail_itSaysSo_doesNotSpin_andComesBack_data()
    {
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("no answer") << QByteArray("dns-failed");
        QTest::newRow("the name is unknown, as behind a hotel's sign-in page") << QByteArray("dns-not-found");
    }
    void nameLookupsFail_itSaysSo_doesNotSpin_andComesBack()
    {
        QFETCH(QByteArray, cause);
        SyncFixture f;
        QVERIFY(live(f));
        const int before = f.server.count(FakeCall::Connect);
        constexpr int kFailures = 4;
        f.server.failNext(FakeCall::Connect, {ErrorKind::Network, QStringLiteral("no such name"), {}, cause}, kFailures);
        f.server.cutConnections();
        f.fill("INBOX", 101, 3);
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Waiting; }));
        QVERIFY(status(f).error);
        QCOMPARE(status(f).error->cause, cause);
        QVERIFY(status(f).until > f.clock.nowUtc());
        const QDateTime lost = f.clock.nowUtc();
        bool honest = true;
        QVERIFY(f.turnUntil([&] {
            honest = honest && (status(f).state != SyncState::Live || f.here() == f.there());
            return status(f).state == SyncState::Live;
        }));
        QVERIFY(honest);
        QVERIFY(f.waitUntilEqual());
        QVERIFY(!status(f).error);
        QCOMPARE(f.server.count(FakeCall::Connect) - before, kFailures + 1);
        QVERIFY(lost.secsTo(f.clock.nowUtc()) > 25); // 5 s, 10 s, 20 s, a fifth more or less
    }

    void clockIsSet_whileLive_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("a day on") << 24;
        QTest::newRow("a day back") << -24;
    }
    void clockIsSet_whileLive()
    {
        QFETCH(int, hours);
        SyncFixture f;
        QVERIFY(live(f));
        f.clock.jump(std::chrono::hours(hours));
        f.fill("INBOX", 101, 3);
        QVERIFY(f.waitUntilEqual());
        // The proof is of the new time: a Live that carried the old one would hold for a day or be stale at once.
        QVERIFY(f.turnUntil([&] {
            const qint64 age = status(f).provedAt.secsTo(f.clock.nowUtc());
            return status(f).state == SyncState::Live && age >= 0 && age < 600;
        }));
        QVERIFY(!status(f).error);
        QCOMPARE(f.observer.wakes(), 1);
    }

    void clockIsSet_whileItWaits_data() { clockIsSet_whileLive_data(); }
    void clockIsSet_whileItWaits()
    {
        QFETCH(int, hours);
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.server.failNext(FakeCall::Connect, FakeImapServer::networkError(), 1);
        f.startEngine();
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Waiting; }));
        f.clock.jump(std::chrono::hours(hours));
        f.clock.advance(std::chrono::seconds(2)); // less than the wait: as after a sleep it is tried at once
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.here(), f.there());
    }

    void uidValidityChanges_whileFetching()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 900);
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        f.server.expunge("INBOX", ImapUid(3));
        f.server.changeUidValidity("INBOX");
        f.server.release(FakeCall::FetchBodies);
        QVERIFY(f.turnUntil([&] { return f.here() == f.there() && f.messages("INBOX").size() == 899; }));
        QVERIFY(f.turnUntil([&] { return status(f).state == SyncState::Live; }));
    }
};

INLET_TEST(tst_Disturbances)
#include "tst_Disturbances.moc"
