// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

namespace
{

const QString kHost = QStringLiteral("imap.example.com");
const AccountId kOne(1);
const AccountId kTwo(2);
const AccountId kThree(3);

Outcome blocked(Outcome::Next next, std::chrono::steady_clock::time_point until = {})
{
    Outcome outcome;
    outcome.next = next;
    outcome.until = until;
    outcome.error = Error{ErrorKind::Network, QStringLiteral("away"), {}, {}};
    return outcome;
}

Outcome refused(const test::FakeClock &clock)
{
    Outcome outcome = blocked(Outcome::Next::Waiting, clock.steadyNow() + 1min);
    outcome.limitReached = true;
    return outcome;
}

} // namespace

class tst_JobBoard : public QObject
{
    Q_OBJECT

private:
    static void enlist(JobBoard &board, std::initializer_list<AccountId> accounts, const QString &host = kHost)
    {
        for (const AccountId account : accounts)
            board.enlist(account, host, std::make_shared<FakeRunner>());
    }

private Q_SLOTS:
    void take_moreUrgentFirst()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne, kTwo, kThree});
        subject.push(kOne, errand(Errand::Kind::History));
        subject.push(kTwo, errand(Errand::Kind::Wake));
        subject.push(kThree, errand(Errand::Kind::Operations));
        QCOMPARE(takeNow(subject)->account, kThree);
        QCOMPARE(takeNow(subject)->account, kTwo);
        QCOMPARE(takeNow(subject)->account, kOne);
    }

    void take_oneWorkerAMailbox()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        subject.push(kOne, errand(Errand::Kind::Operations));
        const auto first = takeNow(subject);
        QCOMPARE(first->errand.kind, Errand::Kind::Operations);
        QVERIFY(!takeNow(subject));
        subject.giveBack(*first, ready());
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Round);
    }

    void take_fairBetweenMailboxes()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne, kTwo});
        QList<AccountId> order;
        for (int i = 0; i < 4; ++i) {
            subject.push(kOne, errand(Errand::Kind::History));
            subject.push(kTwo, errand(Errand::Kind::History));
            const auto assignment = takeNow(subject);
            order.append(assignment->account);
            subject.giveBack(*assignment, ready());
        }
        QCOMPARE(order, (QList<AccountId>{kOne, kTwo, kOne, kTwo}));
    }

    void take_historyLeavesWorkersForNews()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.workers = 3});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo, kThree})
            subject.push(account, errand(Errand::Kind::History));
        QVERIFY(takeNow(subject));
        QVERIFY(!takeNow(subject)); // 3 - 2
        subject.push(kThree, errand(Errand::Kind::Wake));
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Wake);
    }

    void take_oneHostHolds_leavesAWorkerForAHostThatComesLater()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.workers = 3});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo, kThree})
            subject.push(account, errand(Errand::Kind::Round));
        QVERIFY(takeNow(subject) && takeNow(subject) && !takeNow(subject));
        const AccountId late(4);
        enlist(subject, {late}, QStringLiteral("imap.other.example"));
        subject.push(late, errand(Errand::Kind::Round));
        QCOMPARE(takeNow(subject)->account, late);
    }

    void take_hostLimit_connectionsAreCounted()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.connectionsPerHost = 2});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo, kThree})
            subject.push(account, errand(Errand::Kind::Round));
        const auto first = takeNow(subject);
        const auto second = takeNow(subject);
        QVERIFY(first && second && !takeNow(subject));
        QVERIFY(!second->mayKeep); // three mailboxes, two connections: they take turns
        QCOMPARE(subject.plans().first().connections, 2);
        subject.giveBack(*first, ready(false));
        QCOMPARE(takeNow(subject)->account, kThree);
    }

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

    void take_connectsInABurstThenSpaced()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {.connectBurst = 2, .connectSpacing = 1s});
        enlist(subject, {kOne, kTwo, kThree});
        for (const AccountId account : {kOne, kTwo, kThree})
            subject.push(account, errand(Errand::Kind::Round));
        QVERIFY(takeNow(subject) && takeNow(subject));
        QVERIFY(!takeNow(subject));
        clock.advance(1s);
        QVERIFY(takeNow(subject));
    }

    void push_whileWaiting_runsWhenItsTimeHasCome()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        subject.giveBack(*takeNow(subject), blocked(Outcome::Next::Waiting, clock.steadyNow() + 5s));
        subject.push(kOne, errand(Errand::Kind::Operations));
        subject.push(kOne, errand(Errand::Kind::Due));
        QVERIFY(!takeNow(subject));
        clock.advance(5s);
        subject.push(kOne, errand(Errand::Kind::Due));
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Operations);
    }

    void push_needsUser_onlyInsistingHelps()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        subject.giveBack(*takeNow(subject), blocked(Outcome::Next::NeedsUser));
        clock.advance(24h);
        subject.push(kOne, errand(Errand::Kind::Due));
        Errand network = errand(Errand::Kind::Round);
        network.fresh = true;
        subject.pushToAll(network);
        subject.rouse(1s);
        QVERIFY(!takeNow(subject));
        Errand user = errand(Errand::Kind::Round);
        user.insists = true;
        subject.push(kOne, user);
        QVERIFY(takeNow(subject));
    }

    /// The sign-in page of a hotel has a certificate of its own. No password was sent, so looking again locks nothing.
    void push_refusedCertificate_isLookedAtAgainInAnotherNetwork()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        Outcome outcome = blocked(Outcome::Next::NeedsUser);
        outcome.error.kind = ErrorKind::Tls;
        subject.giveBack(*takeNow(subject), outcome);
        clock.advance(24h);
        subject.push(kOne, errand(Errand::Kind::Due));
        subject.rouse(1s);
        QVERIFY(!takeNow(subject));
        Errand network = errand(Errand::Kind::Round);
        network.fresh = true;
        subject.pushToAll(network);
        QVERIFY(takeNow(subject));
    }

    /// After a wake the connection is dead: what the user did must not find that out, a minute long.
    void push_freshRound_comesBeforeWhatTheUserDid_onTheOldConnection()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne, kTwo});
        for (const AccountId account : {kOne, kTwo}) {
            subject.push(account, errand(Errand::Kind::Round));
            subject.giveBack(*takeNow(subject), ready());
        }
        Errand network = errand(Errand::Kind::Round);
        network.fresh = true;
        subject.push(kTwo, errand(Errand::Kind::Operations));
        subject.push(kTwo, errand(Errand::Kind::Round)); // merged with the fresh one
        subject.pushToAll(network);
        subject.push(kTwo, errand(Errand::Kind::FetchWhole));
        const auto first = takeNow(subject);
        QCOMPARE(first->account, kTwo); // somebody waits behind it, so it is as urgent as that
        QCOMPARE(first->errand.kind, Errand::Kind::Round);
        QVERIFY(first->errand.fresh);
        subject.giveBack(*first, ready());
        for (const Errand::Kind kind : {Errand::Kind::Operations, Errand::Kind::FetchWhole}) {
            const auto next = takeNow(subject);
            QCOMPARE(next->account, kTwo);
            QCOMPARE(next->errand.kind, kind);
            subject.giveBack(*next, ready());
        }
        QCOMPARE(takeNow(subject)->account, kOne);
    }

    void push_freshRound_withoutAConnection_whatTheUserDidComesFirst()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        Errand network = errand(Errand::Kind::Round);
        network.fresh = true;
        subject.pushToAll(network);
        subject.push(kOne, errand(Errand::Kind::Operations));
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Operations);
    }

    void push_whileWaiting_whoAsksIsToldAtOnce()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        const auto running = takeNow(subject);
        int answers = 0;
        Errand session = errand(Errand::Kind::Session);
        session.done = [&](const Result<void> &result) {
            QVERIFY(!result);
            ++answers;
        };
        subject.push(kOne, session);
        subject.giveBack(*running, blocked(Outcome::Next::Waiting, clock.steadyNow() + 5s));
        QCOMPARE(answers, 1);
        subject.push(kOne, session);
        QCOMPARE(answers, 2);
        subject.push(AccountId(99), session);
        QCOMPARE(answers, 3);
    }

    void rouse_forgottenMailbox_isLookedAt()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.rouse(10min);
        QVERIFY(!takeNow(subject));
        clock.advance(10min);
        subject.rouse(10min);
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Due);
    }

    void retire_whileBusy_interruptsAndForgets()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        const auto runner = std::make_shared<FakeRunner>();
        subject.enlist(kOne, kHost, runner);
        subject.push(kOne, errand(Errand::Kind::Round));
        const auto running = takeNow(subject);
        subject.retire(kOne);
        QVERIFY(runner->interrupted);
        subject.giveBack(*running, ready());
        subject.push(kOne, errand(Errand::Kind::Round));
        QVERIFY(!takeNow(subject));
    }

    void enlist_again_newRunnerTakesOver()
    {
        test::FakeClock clock;
        JobBoard subject(clock, {});
        const auto old = std::make_shared<FakeRunner>();
        const auto fresh = std::make_shared<FakeRunner>();
        subject.enlist(kOne, kHost, old);
        subject.push(kOne, errand(Errand::Kind::Round));
        const auto running = takeNow(subject);
        subject.enlist(kOne, kHost, fresh);
        subject.push(kOne, errand(Errand::Kind::Round));
        QVERIFY(old->interrupted);
        QVERIFY(!takeNow(subject)); // still one worker a mailbox
        subject.giveBack(*running, ready());
        QCOMPARE(takeNow(subject)->runner.get(), fresh.get());
    }
};

INLET_TEST(tst_JobBoard)
#include "tst_JobBoard.moc"
