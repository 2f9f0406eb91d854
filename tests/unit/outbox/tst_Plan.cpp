// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/Plan_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::outbox;
using store::LedgerRow;
using store::LedgerState;

class tst_Plan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueRows_areSentOldestFirst_byAccount()
    {
        const Plan plan = planFor({row(3, 1, LedgerState::Queued, -1, 30), row(1, 1, LedgerState::UndoWindow, 0, 10),
                                      row(2, 2, LedgerState::Queued, -9, 20), row(4, 1, LedgerState::Queued, 5, 5)},
            situation());
        QCOMPARE(plan.sends.value(AccountId(1)), (QList<LedgerId>{LedgerId(1), LedgerId(3)}));
        QCOMPARE(plan.sends.value(AccountId(2)), QList<LedgerId>{LedgerId(2)});
        QCOMPARE(*plan.next, at(5));
    }

    void undoWindow_notOver_isOnlyRemembered()
    {
        const Plan plan = planFor({row(1, 1, LedgerState::UndoWindow, 7)}, situation());
        QVERIFY(plan.sends.isEmpty());
        QCOMPARE(*plan.next, at(7));
    }

    void busyOrHeldAccount_getsNoSecondWorker()
    {
        Situation now = situation();
        now.sendingAccounts.insert(AccountId(1));
        now.heldAccounts.insert(AccountId(2));
        const Plan plan = planFor(
            {row(1, 1, LedgerState::Queued, -1), row(2, 2, LedgerState::Queued, -1)}, now);
        QVERIFY(plan.sends.isEmpty());
    }

    void waitsForUser_isLeftAlone()
    {
        LedgerRow tried = row(1, 1, LedgerState::Queued, 0);
        tried.dueAt = {};
        tried.attempts = 1;
        QVERIFY(waitsForUser(tried));
        const Plan plan = planFor({tried}, situation());
        QVERIFY(plan.sends.isEmpty());
        QVERIFY(!plan.next);
        tried.attempts = 0; // never tried: no time means now
        QCOMPARE(planFor({tried}, situation()).sends.size(), 1);
    }

    void eager_isSentBeforeItsTime()
    {
        Situation now = situation();
        now.eager.insert(LedgerId(1));
        QCOMPARE(planFor({row(1, 1, LedgerState::Queued, 300)}, now).sends.size(), 1);
    }

    void sending_byNobody_isAnOrphan()
    {
        Situation now = situation();
        now.inFlight.insert(LedgerId(1));
        const Plan plan = planFor(
            {row(1, 1, LedgerState::Sending, 0), row(2, 1, LedgerState::Sending, 0)}, now);
        QCOMPARE(plan.orphans, QList<LedgerId>{LedgerId(2)});
    }

    void looks_whenDue_andOneAtATime()
    {
        Situation now = situation();
        now.looks.insert(LedgerId(1), at(-1));
        now.looks.insert(LedgerId(2), at(5));
        now.looks.insert(LedgerId(3), QDateTime());
        now.looks.insert(LedgerId(5), at(-1));
        now.lookingAccounts.insert(AccountId(2));
        const Plan plan = planFor({row(1, 1, LedgerState::Accepted, 0), row(2, 1, LedgerState::Unknown, 0),
                                      row(3, 1, LedgerState::Unknown, 0), row(4, 1, LedgerState::Accepted, 0),
                                      row(5, 2, LedgerState::Accepted, 0)},
            now);
        QCOMPARE(plan.looks.value(AccountId(1)), QList<LedgerId>{LedgerId(1)});
        QVERIFY(!plan.looks.contains(AccountId(2)));
        QCOMPARE(plan.unplanned, QList<LedgerId>{LedgerId(4)});
        QCOMPARE(*plan.next, at(5));
    }

    void unknown_isNeverSent()
    {
        const Plan plan = planFor({row(1, 1, LedgerState::Unknown, -100)}, situation());
        QVERIFY(plan.sends.isEmpty());
    }

private:
    static QDateTime at(int seconds)
    {
        return QDateTime::fromSecsSinceEpoch(1'000'000 + seconds, Qt::UTC);
    }

    static Situation situation()
    {
        Situation now;
        now.now = at(0);
        return now;
    }

    static LedgerRow row(int id, int account, LedgerState state, int dueIn, int created = 0)
    {
        LedgerRow made;
        made.id = LedgerId(id);
        made.account = AccountId(account);
        made.state = state;
        made.dueAt = at(dueIn);
        made.createdAt = at(created - 100);
        return made;
    }
};

INLET_TEST(tst_Plan)
#include "tst_Plan.moc"
