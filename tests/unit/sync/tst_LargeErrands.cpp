// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using namespace inlet::test;

/// Large messages on the board: when their parts have their turn, and who is answered.
class tst_LargeErrands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_largeMessagesComeBetweenMailAndHistory()
    {
        FakeClock clock;
        JobBoard subject(clock, {.workers = 3});
        enlist(subject, {kOne, kTwo, kThree});
        subject.push(kOne, errand(Errand::Kind::History));
        subject.push(kOne, errand(Errand::Kind::FetchOn));
        subject.push(kOne, errand(Errand::Kind::Due));
        QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::Due);
        subject.push(kTwo, errand(Errand::Kind::FetchOn));
        subject.push(kThree, errand(Errand::Kind::FetchOn));
        QVERIFY(takeNow(subject));
        QVERIFY(!takeNow(subject)); // 3 - 2
    }

    void giveBack_largeMessageThatIsBegun_isEndedFirst()
    {
        FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        std::vector<int> answered;
        const auto fetch = [&](Errand::Kind kind, int number) {
            Errand wanted{kind};
            wanted.done = [&answered, number](const Result<void> &) { answered.push_back(number); };
            return wanted;
        };
        subject.push(kOne, fetch(Errand::Kind::FetchOn, 1));
        subject.push(kOne, fetch(Errand::Kind::FetchWhole, 2));
        const auto newer = takeNow(subject);
        Outcome more = ready();
        more.followUps.push_back(fetch(Errand::Kind::FetchOn, 2));
        subject.giveBack(*newer, std::move(more));
        takeNow(subject)->errand.done({});
        QCOMPARE(answered, std::vector<int>{2});
    }

    void giveBack_whatSomebodyWaitsFor_isDoneByTheNextRunner_orAnswered_data()
    {
        QTest::addColumn<QString>("event");
        for (const char *event : {"replaced", "retired", "closed", "waiting"})
            QTest::newRow(event) << QString::fromLatin1(event);
    }
    void giveBack_whatSomebodyWaitsFor_isDoneByTheNextRunner_orAnswered()
    {
        QFETCH(QString, event);
        FakeClock clock;
        JobBoard subject(clock, {});
        enlist(subject, {kOne});
        subject.push(kOne, errand(Errand::Kind::Round));
        const auto running = takeNow(subject);
        std::optional<Result<void>> answer;
        Outcome outcome = ready();
        if (event == QLatin1String("waiting")) {
            outcome.next = Outcome::Next::Waiting;
            outcome.until = clock.steadyNow() + std::chrono::minutes(1);
            outcome.error = Error{ErrorKind::Network, QStringLiteral("away"), {}, {}};
        }
        Errand more{Errand::Kind::FetchOn};
        more.done = [&](const Result<void> &result) { answer = result; };
        outcome.followUps.push_back(more);
        if (event == QLatin1String("replaced"))
            enlist(subject, {kOne});
        else if (event == QLatin1String("retired"))
            subject.retire(kOne);
        else if (event == QLatin1String("closed"))
            subject.close();
        subject.giveBack(*running, std::move(outcome));
        if (event == QLatin1String("replaced")) {
            QVERIFY(!answer);
            QCOMPARE(takeNow(subject)->errand.kind, Errand::Kind::FetchOn);
            return;
        }
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, event == QLatin1String("waiting") ? ErrorKind::Network : ErrorKind::Cancelled);
    }
};

INLET_TEST(tst_LargeErrands)
#include "tst_LargeErrands.moc"
