// SPDX-License-Identifier: GPL-3.0-or-later
// What a host that refuses connections teaches the board.
#include "BoardFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

class tst_HostLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void giveBack_severalRefused_lowersTheLimitOfTheHost()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.connectionsPerHost = 10});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo, kThree})
            subject.push(account, errand(Errand::Kind::Round));
        const auto first = takeNow(subject);
        const auto second = takeNow(subject);
        const auto third = takeNow(subject);
        subject.giveBack(*first, ready());
        subject.giveBack(*second, refused(clock));
        QCOMPARE(subject.limitOf(kHost), 10); // that mailbox may have many other programs
        subject.giveBack(*third, refused(clock));
        QCOMPARE(subject.limitOf(kHost), 1);
        const HostPlan plan = subject.plans().first();
        QCOMPARE(plan.host, kHost);
        QVERIFY(plan.learned);
        QCOMPARE(plan.limit, 1);
        QCOMPARE(plan.live, 0); // they go round
        QCOMPARE(plan.polled, 3);
    }

    void rouse_afterALongPeace_triesOneConnectionMore()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.connectionsPerHost = 3});
        const auto refuseTwo = [&] {
            enlist(subject, {kOne, kTwo, kThree});
            for (const AccountId account : {kOne, kTwo})
                subject.push(account, errand(Errand::Kind::Round));
            const auto first = takeNow(subject);
            const auto second = takeNow(subject);
            subject.giveBack(*first, refused(clock));
            subject.giveBack(*second, refused(clock));
        };
        refuseTwo();
        QCOMPARE(subject.limitOf(kHost), 1);
        clock.advance(29min);
        subject.rouse(1h);
        QCOMPARE(subject.limitOf(kHost), 1);
        clock.advance(1min);
        subject.rouse(1h);
        subject.rouse(1h);
        QCOMPARE(subject.limitOf(kHost), 2);
        refuseTwo();
        clock.advance(59min); // refused again: twice as long
        subject.rouse(1h);
        QCOMPARE(subject.limitOf(kHost), 1);
        clock.advance(1min);
        for (int i = 0; i < 5; ++i) {
            subject.rouse(1h);
            clock.advance(1h);
        }
        QCOMPARE(subject.limitOf(kHost), 3); // all there is
        QVERIFY(!subject.plans().first().learned);
    }

    void giveBack_oneRefused_othersMakeRoomOnce_data()
    {
        QTest::addColumn<bool>("helps");
        QTest::addColumn<int>("limit");
        QTest::newRow("helps: the host's limit") << true << 2;
        QTest::newRow("refused all the same: its own limit") << false << 10;
    }
    void giveBack_oneRefused_othersMakeRoomOnce()
    {
        QFETCH(bool, helps);
        QFETCH(int, limit);
        test::FakeClock clock;
        JobBoard subject(clock, {.connectionsPerHost = 10});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo}) {
            subject.push(account, errand(Errand::Kind::Round));
            subject.giveBack(*takeNow(subject), ready());
        }
        const auto attempt = [&](const Outcome &outcome) {
            clock.advance(2min);
            subject.push(kThree, errand(Errand::Kind::Due));
            const auto assignment = takeNow(subject);
            QVERIFY(assignment);
            QCOMPARE(assignment->account, kThree);
            subject.giveBack(*assignment, outcome);
        };
        attempt(refused(clock));
        QCOMPARE(subject.limitOf(kHost), 10);
        attempt(refused(clock));
        QCOMPARE(subject.limitOf(kHost), 2);
        clock.advance(2min);
        subject.push(kThree, errand(Errand::Kind::Due));
        QVERIFY(!takeNow(subject)); // until another one made room
        subject.push(kTwo, errand(Errand::Kind::Due));
        const auto other = takeNow(subject);
        QVERIFY(other && !other->mayKeep);
        subject.giveBack(*other, ready(false));
        attempt(helps ? ready() : refused(clock));
        QCOMPARE(subject.limitOf(kHost), limit);
        if (!helps) {
            attempt(refused(clock)); // now known: no second trial
            QCOMPARE(subject.limitOf(kHost), 10);
        }
    }
};

INLET_TEST(tst_HostLimits)
#include "tst_HostLimits.moc"
