// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/Watchdog.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using inlet::ui::Watchdog;

class tst_Watchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longEvent_isCounted()
    {
        Watchdog subject;
        bool done = false;
        QTimer::singleShot(0, this, [&done] {
            constexpr int kBusyMs = 40;
            QElapsedTimer busy;
            busy.start();
            while (busy.elapsed() < kBusyMs) { }
            done = true;
        });
        QTRY_VERIFY(done);
        QTRY_VERIFY(subject.report().over16ms >= 1);
        QVERIFY(subject.report().worstMs >= 40);
        QVERIFY(!subject.worstPlace().isEmpty());
        subject.reset();
        QCOMPARE(subject.report().samples, 0);
    }

    void waiting_isNoBlock()
    {
        Watchdog subject;
        bool done = false;
        QTimer::singleShot(60, this, [&done] { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(subject.report().samples >= 1);
        // The wait of 60 ms between two events is no work.
        QVERIFY2(subject.report().worstMs < 60, qPrintable(subject.worstPlace()));
    }
};

INLET_TEST(tst_Watchdog)
#include "tst_Watchdog.moc"
