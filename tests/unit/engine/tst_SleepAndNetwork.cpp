// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;

/// The outbox looks at the clock every 30 s of its own, longer than anything here waits.
class tst_SleepAndNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueWhileAsleep_leavesAtTheWake()
    {
        EngineFixture f;
        f.schedule(std::chrono::hours(8));
        f.start();
        QTRY_VERIFY2(f.isLive(), qPrintable(engine::nameOf(f.engine->status(f.mailbox).state) + f.engine->status(f.mailbox).reason));
        f.clock.jump(std::chrono::hours(9)); // closed in the evening, opened in the morning
        f.clock.advance(std::chrono::seconds(2));
        QTRY_COMPARE(f.smtp.mails().size(), 1);
    }

    void withoutNetwork_leavesWhenThereIsOne()
    {
        EngineFixture f;
        f.smtp.failConnect(FakeSmtpServer::lost());
        f.schedule(std::chrono::seconds(0));
        f.start();
        QTRY_COMPARE(f.row().attempts, 1);
        QTRY_COMPARE(f.row().state, store::LedgerState::Queued);
        QVERIFY(f.row().dueAt > f.clock.nowUtc());
        // The row says so before the outbox itself knows that its attempt has ended.
        QTRY_VERIFY((f.engine->networkChanged(), f.smtp.mails().size() == 1));
    }
};

INLET_TEST(tst_SleepAndNetwork)
#include "tst_SleepAndNetwork.moc"
