// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/LookSchedule_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::outbox;
using accounts::SentPolicy;

class tst_LookSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks_atFiveTwentySixtySeconds_thenSeldom()
    {
        LookSchedule subject(at(0), at(5));
        QList<qint64> looks;
        while (subject.due().isValid()) {
            looks.append(at(0).secsTo(subject.due()));
            subject.looked(subject.due());
        }
        QCOMPARE(looks, (QList<qint64>{5, 20, 60, 300, 1800}));
    }

    void looks_late_skipWhatIsPast()
    {
        LookSchedule subject(at(0), at(0));
        subject.looked(at(70));
        QCOMPARE(subject.due(), at(300));
    }

    void missedLook_comesAgain_withGrowingPauses()
    {
        LookSchedule subject(at(0), at(5));
        subject.missed(at(5));
        QCOMPARE(subject.due(), at(35));
        subject.missed(at(35));
        QCOMPARE(subject.due(), at(95));
        for (int i = 0; i < 100; ++i)
            subject.missed(at(100));
        QCOMPARE(subject.due(), at(100 + 30 * 32));
    }

    void append_byPolicy()
    {
        const LookSchedule subject(at(0), at(5));
        QVERIFY(subject.mayAppend(SentPolicy::WeAppend, at(0)));
        QVERIFY(!subject.mayAppend(SentPolicy::ProviderFiles, at(3600)));
        QVERIFY(!subject.mayAppend(SentPolicy::Unknown, at(59)));
        QVERIFY(subject.mayAppend(SentPolicy::Unknown, at(60)));
    }

private:
    static QDateTime at(int seconds)
    {
        return QDateTime::fromSecsSinceEpoch(1'000'000 + seconds, Qt::UTC);
    }
};

INLET_TEST(tst_LookSchedule)
#include "tst_LookSchedule.moc"
