// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/WholeFetches.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::engine;

namespace
{

constexpr StoredMessageId kId(7);

} // namespace

/// Who waits for a large message, and what they hear.
class tst_WholeFetches : public QObject
{
    Q_OBJECT

private:
    struct Started {
        StoredMessageId id;
        sync::WholeFetch how;
        WholeFetches::Done done;
    };
    struct Fetches {
        GuiRelay relay;
        QList<Started> started;
        WholeFetches subject{relay, [this](StoredMessageId id, const sync::WholeFetch &how, const WholeFetches::Done &done) {
                                 started.append({id, how, done});
                             }};
        QList<WholeProgress> told;
        QList<Result<void>> answers;

        Fetches()
        {
            QObject::connect(&subject, &WholeFetches::progressed, &subject,
                [this](const WholeProgress &progress) { told.append(progress); });
        }
        void want()
        {
            subject.want(kId, {}, [this](const Result<void> &result) { answers.append(result); });
        }
    };

private Q_SLOTS:
    void wantedTwice_startsOnce_answersBoth()
    {
        Fetches f;
        f.want();
        f.want();
        QCOMPARE(f.started.size(), 1);
        f.started.first().how.progress(5, 10);
        f.started.first().done({});
        QTRY_COMPARE(f.answers.size(), 2);
        QVERIFY(f.answers.first() && f.answers.last());
        QCOMPARE(f.told, (QList<WholeProgress>{{kId, 0, 0, true}, {kId, 5, 10, true}, {kId, 0, 0, false}}));
        f.want();
        QCOMPARE(f.started.size(), 2);
    }

    void manyReports_areThinnedOut_butTheLastIsTold()
    {
        Fetches f;
        f.want();
        for (int i = 0; i <= 10'000; ++i)
            f.started.first().how.progress(i, 10'000);
        f.started.first().done({});
        QTRY_COMPARE(f.answers.size(), 1);
        QVERIFY2(f.told.size() < 1'000, qPrintable(QString::number(f.told.size())));
        QCOMPARE(f.told.at(f.told.size() - 2), (WholeProgress{kId, 10'000, 10'000, true}));
    }

    void cancel_answersAtOnce_andTheOldTransferIsHeardNoMore()
    {
        Fetches f;
        f.want();
        f.subject.cancel(kId);
        QVERIFY(f.started.first().how.stop.stop_requested());
        QCOMPARE(f.answers.size(), 1);
        QCOMPARE(f.answers.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(!f.told.last().running);
        f.want(); // anew, while the old one still ends
        QCOMPARE(f.started.size(), 2);
        QVERIFY(!f.started.last().how.stop.stop_requested());
        const auto told = f.told.size();
        f.started.first().how.progress(1, 2);
        f.started.first().done(Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}});
        f.started.last().done({});
        QTRY_COMPARE(f.answers.size(), 2);
        QVERIFY(f.answers.last());
        QCOMPARE(f.told.size(), told + 1);
        f.subject.cancel(kId); // nothing runs
        QCOMPARE(f.answers.size(), 2);
    }

    void twoFilesOfOneMessage_itIsUnderWayUntilBothAreHere()
    {
        Fetches f;
        for (const char *part : {"2", "3"})
            f.subject.want(kId, part, [&f](const Result<void> &result) { f.answers.append(result); });
        QCOMPARE(f.started.size(), 2);
        f.started.first().done({});
        QTRY_COMPARE(f.answers.size(), 1);
        QVERIFY(f.told.last().running); // and can be called off
        f.started.last().done({});
        QTRY_COMPARE(f.answers.size(), 2);
        QVERIFY(!f.told.last().running);
    }
};

INLET_TEST(tst_WholeFetches)
#include "tst_WholeFetches.moc"
