// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ReadingPace.h"

#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::engine;
using namespace std::chrono_literals;

class tst_ReadingPace : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kUnknown = MailboxStatus::kUnknownTime;
    const ReadingPace::Moment m_begin{1000s};

    /// Every second so many, from the begin.
    ReadingPace::Moment read(ReadingPace &pace, int seconds, qint64 perSecond, qint64 total) const
    {
        for (int second = 0; second <= seconds; ++second)
            pace.saw(second * perSecond, total, m_begin + std::chrono::seconds(second));
        return m_begin + std::chrono::seconds(seconds);
    }

    static MailboxStatus reading(qint64 done, qint64 total, qint64 secondsLeft)
    {
        MailboxStatus status;
        status.state = MailboxState::CatchingUp;
        status.syncDone = done;
        status.syncTotal = total;
        status.secondsLeft = secondsLeft;
        return status;
    }

private Q_SLOTS:
    void steady_saysNothingBeforeTenSeconds_thenWhatIsLeft()
    {
        ReadingPace pace;
        QCOMPARE(pace.secondsLeft(m_begin), kUnknown);
        QCOMPARE(pace.secondsLeft(read(pace, 9, 10, 2500)), kUnknown);
        ReadingPace longer;
        QCOMPARE(longer.secondsLeft(read(longer, 10, 10, 2500)), 240);
    }

    void waitForItsTurn_isNotMeasured()
    {
        ReadingPace pace;
        for (int second = -300; second < 0; ++second)
            pace.saw(0, 2500, m_begin + std::chrono::seconds(second));
        QCOMPARE(pace.secondsLeft(read(pace, 10, 10, 2500)), 240);
    }

    /// Folders that are looked at bring along what is here already.
    void anotherTotal_isNoProgress()
    {
        ReadingPace pace;
        pace.saw(0, 0, m_begin);
        pace.saw(9000, 10000, m_begin + 1s);
        for (int second = 2; second <= 21; ++second)
            pace.saw(9000 + (second - 1) * 10, 10000, m_begin + std::chrono::seconds(second));
        QCOMPARE(pace.secondsLeft(m_begin + 21s), 80);
    }

    void batches_doNotMakeItJump()
    {
        ReadingPace pace;
        qint64 done = 0;
        qint64 before = kUnknown;
        for (int second = 0; second <= 300; ++second) {
            if (second % 6 == 5)
                done += 300;
            const ReadingPace::Moment now = m_begin + std::chrono::seconds(second);
            pace.saw(done, 100'000, now);
            const qint64 left = pace.secondsLeft(now);
            if (second > 60 && before != kUnknown)
                QVERIFY2(std::abs(left - before) < before / 10, qPrintable(QStringLiteral("%1 after %2").arg(left).arg(before)));
            before = left;
        }
        QVERIFY2(std::abs(before - (100'000 - done) / 50) < 200, qPrintable(QString::number(before)));
    }

    void slower_isBelievedSlowly_andInTheEnd()
    {
        ReadingPace pace;
        read(pace, 60, 100, 100'000);
        QCOMPARE(pace.secondsLeft(m_begin + 60s), 940);
        for (int second = 61; second <= 62; ++second)
            pace.saw(6000 + (second - 60) * 10, 100'000, m_begin + std::chrono::seconds(second));
        QVERIFY(pace.secondsLeft(m_begin + 62s) < 1000);
        for (int second = 63; second <= 300; ++second)
            pace.saw(6000 + (second - 60) * 10, 100'000, m_begin + std::chrono::seconds(second));
        const qint64 left = pace.secondsLeft(m_begin + 300s);
        QVERIFY2(std::abs(left - 9160) < 100, qPrintable(QString::number(left)));
    }

    void nothingForAMinute_isUnknown()
    {
        ReadingPace pace;
        const auto last = read(pace, 20, 10, 2500);
        QVERIFY(pace.secondsLeft(last + 60s) != kUnknown);
        QCOMPARE(pace.secondsLeft(last + 61s), kUnknown);
    }

    void several_goAtTheirCommonPace()
    {
        // 1000 at 10 a second and 500 at 5 a second.
        QCOMPARE(secondsLeftOf({reading(0, 1000, 100), reading(500, 1000, 100)}), 100);
        QCOMPARE(secondsLeftOf({reading(0, 1000, 100), reading(0, 1000, 50)}), 67);
        QCOMPARE(secondsLeftOf({reading(0, 1000, 100), reading(0, 1000, kUnknown)}), kUnknown);
        QCOMPARE(secondsLeftOf({reading(0, 1000, 100), reading(0, 0, kUnknown)}), 100);
        MailboxStatus paused = reading(50, 1000, kUnknown);
        paused.state = MailboxState::Paused;
        QCOMPARE(secondsLeftOf({paused}), kUnknown);
        QCOMPARE(secondsLeftOf({reading(0, 1000, 100), paused}), 100);
        QCOMPARE(secondsLeftOf({}), kUnknown);
    }
};

INLET_TEST(tst_ReadingPace)
#include "tst_ReadingPace.moc"
