// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

class tst_JobBoard : public QObject
{
    Q_OBJECT

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
