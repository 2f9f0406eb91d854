// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;
using store::LedgerRow;
using store::LedgerState;

/// Somebody sets the clock on the wall back while messages wait.
class tst_ClockSetBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoWindow_lastsAsLongAsItShould()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 10s);
        f.open();
        f.settle();
        f.clock.jump(-24h);
        f.pass(9s);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::UndoWindow);
        f.pass(1s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.timesTaken(QStringLiteral("a")), 1);
        const LedgerId later = f.add(QStringLiteral("b"), 10s); // written by the new clock
        f.pass(9s);
        f.settle();
        QCOMPARE(f.state(later), LedgerState::UndoWindow);
        f.pass(1s);
        QTRY_COMPARE(f.state(later), LedgerState::Accepted);
    }

    void undoWindow_ofTheStartBefore_lastsNoLongerThanItWasMeantTo()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 30s);
        f.clock.jump(-24h);
        f.open();
        f.pass(29s);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::UndoWindow);
        f.pass(30s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void retry_isTriedWhenItsTimeIsOver()
    {
        OutboxFixture f;
        f.smtp.refuseNext("450 4.2.1 slow down");
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.row(id).attempts, 1);
        QTRY_COMPARE(f.state(id), LedgerState::Queued);
        f.settle();
        f.clock.jump(-24h);
        f.pass(59s);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::Queued);
        f.pass(1s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void looksIntoSent_moveWithTheClock()
    {
        OutboxFixture f(accounts::SentPolicy::Unknown);
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        f.clock.jump(-24h);
        f.pass(5s); // the first look, which finds nothing
        QTRY_COMPARE(f.sessions.answered(), 1);
        f.settle();
        f.pass(15s);
        QTRY_COMPARE(f.sessions.answered(), 2);
        f.settle();
        f.pass(40s); // after a minute we file it ourselves
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.copiesInSent(QStringLiteral("a")), 1);
    }

    void chosenTime_staysOnTheWall_data()
    {
        QTest::addColumn<LedgerState>("state");
        QTest::newRow("undo window") << LedgerState::UndoWindow;
        QTest::newRow("queued") << LedgerState::Queued;
    }
    void chosenTime_staysOnTheWall()
    {
        QFETCH(LedgerState, state);
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 3600s, [&](LedgerRow &row) { row.state = state; });
        f.open();
        f.settle();
        f.clock.jump(-1h);
        f.pass(3600s);
        f.settle();
        QCOMPARE(f.state(id), state);
        f.pass(3600s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }
};

INLET_TEST(tst_ClockSetBack)
#include "tst_ClockSetBack.moc"
