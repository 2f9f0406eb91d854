// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeFixture.h"
#include "support/TestMain.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace inlet;
using namespace inlet::test;

/// What may go wrong while a large message comes in parts.
class tst_WholeFetchFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goneMeanwhile_isSaid()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.fetchWith([&] { large.f.server.expunge("INBOX", large.uid); });
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().kind, ErrorKind::NotFound);
        QVERIFY(large.f.turnUntil([&] { return large.f.messages("INBOX").isEmpty(); }));
        QCOMPARE(large.f.server.count(FakeCall::Connect), 0);
    }

    void lostInTheMiddle_goesOnWhereItWas()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        std::atomic<bool> isCut = false;
        large.onProgress = [&] {
            if (large.told->done.last() > 0 && !isCut.exchange(true))
                large.f.server.cutConnections();
        };
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QVERIFY(isCut);
        QCOMPARE(large.f.server.count(FakeCall::Connect), 1);
        QCOMPARE(large.offsets().count(0), 1);
        QVERIFY(std::is_sorted(large.told->done.begin(), large.told->done.end()));
    }

    void lostAgainAndAgain_atTheSamePlace_isSaid()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.onProgress = [&] {
            if (large.told->done.last() > 0)
                large.f.server.cutConnections();
        };
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().kind, ErrorKind::Network);
        QVERIFY(large.stored().isEmpty());
    }

    void settingsChangedMeanwhile_theNewConnectionGoesOn()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        std::atomic<bool> isChanged = false;
        large.onProgress = [&] {
            if (large.told->done.last() > 0 && !isChanged.exchange(true))
                large.f.engine->start(large.f.mailboxes.first());
        };
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QCOMPARE(large.offsets().count(0), 1);
    }

    void mailboxStoppedMeanwhile_isAnswered()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.fetchWith([&] { large.f.engine->stop(large.f.mailboxes.first().id); });
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().kind, ErrorKind::Cancelled);
    }

    void engineEndsMeanwhile_isAnswered()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.fetchWith([&] { large.f.clock.advance(std::chrono::seconds(3)); });
        large.f.stopEngine();
        QVERIFY(large.told->ended());
    }

    void sizeIsALie_data()
    {
        QTest::addColumn<qint64>("said");
        QTest::addColumn<bool>("knowsParts");
        QTest::newRow("nothing") << qint64(0) << true;
        QTest::newRow("too small") << qint64(700'000) << true;
        QTest::newRow("one too few") << qint64(-1) << true;
        QTest::newRow("too large") << qint64(9 * kMegabyte) << true;
        QTest::newRow("knows no parts") << qint64(3 * kMegabyte) << false;
    }
    void sizeIsALie()
    {
        QFETCH(qint64, said);
        QFETCH(bool, knowsParts);
        LargeFixture large;
        QVERIFY(large.begin());
        large.f.server.saySize("INBOX", large.uid, said < 0 ? large.raw.size() + said : said);
        large.f.server.setKnowsParts(knowsParts);
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QVERIFY(std::is_sorted(large.told->done.begin(), large.told->done.end()));
        QVERIFY(large.told->fits);
        QVERIFY(large.connectionGoesOn());
    }

    void fullDisk_isSaid_andTheNextTryWorks()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files stands for the full disk
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit tight = before;
        tight.rlim_cur = 2 * kMegabyte;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        large.fetch();
        const bool ended = large.waitForEnd();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(ended);
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().cause, QByteArray("disk-full"));
        QVERIFY(large.stored().isEmpty());
        large.told = std::make_shared<Told>();
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QVERIFY(large.connectionGoesOn());
    }

    void lostMeanwhile_isSaid_andTheNextTryWorks()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.f.server.failNext(FakeCall::FetchSlice, FakeImapServer::networkError());
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().kind, ErrorKind::Network);
        QVERIFY(large.stored().isEmpty());
        QVERIFY(large.f.turnUntil([&] { return large.f.server.idlingSessions() == 1; }));
        large.told = std::make_shared<Told>();
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
    }
};

INLET_TEST(tst_WholeFetchFaults)
#include "tst_WholeFetchFaults.moc"
