// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeFixture.h"
#include "support/TestMain.h"
#include "sync/Ingest_p.h"
#include "sync/SkeletonPlan_p.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace inlet;
using namespace inlet::test;

/// What may go wrong while a large message comes in parts.
class tst_WholeFetchFaults : public QObject
{
    Q_OBJECT

private:
    /// A text and a file, of which the text is here.
    static bool beginWithSkeleton(LargeFixture &large)
    {
        const QByteArray header = "Message-ID: <s@customers.test>\r\nFrom: <a@customers.test>\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n"
                                  "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        const QByteArray text = "See you.\r\n";
        const QByteArray textHead = "Content-Type: text/plain\r\n\r\n";
        const QByteArray fileHead = "Content-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\n";
        const QByteArray file = QByteArray("plan \r\n").repeated(100'000);
        large.raw = header + "--b\r\n" + textHead + text + "\r\n--b\r\n" + fileHead + file + "\r\n--b--\r\n";
        if (!large.begin())
            return false;
        QList<imap::BodyPart> parts{{.section = {}, .parent = -1, .type = "multipart/mixed"},
            {.section = "1", .parent = 0, .type = "text/plain", .encoding = "7bit", .octets = text.size()},
            {.section = "2", .parent = 0, .type = "application/pdf", .encoding = "7bit", .octets = file.size(), .isFile = true, .hasName = true}};
        if (!sync::planSkeleton(parts))
            return false;
        const auto skeleton = sync::buildSkeleton(header, parts, {{"1.MIME", textHead}, {"1", text}, {"2.MIME", fileHead}});
        if (!skeleton)
            return false;
        imap::FetchedMessage row{.uid = large.uid};
        row.size = large.raw.size();
        row.body = *skeleton;
        row.hasBody = true;
        row.parts = parts;
        const store::IncomingMessage message
            = sync::Ingest::understand(std::move(row), {.folder = large.f.folder("INBOX").id}, store::BodyState::Skeleton);
        large.part = "2";
        return message.isSkeleton
            && large.f.store->writeAndWait("test", [&](store::WriteTransaction &write) { return write.completeBody(large.id, message); });
    }

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

    /// A structure on which connections break is not asked for again; one lost connection says nothing of it.
    void textWanted_connectionLost_theStructureIsAskedForAgain_data()
    {
        QTest::addColumn<FakeCall>("lostOver");
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("askedThen");
        QTest::newRow("over something else") << FakeCall::Select << 3 << 1;
        QTest::newRow("over the structure") << FakeCall::FetchHeaders << 1 << 1;
        QTest::newRow("over the structure again") << FakeCall::FetchHeaders << 2 << 0;
    }
    void textWanted_connectionLost_theStructureIsAskedForAgain()
    {
        QFETCH(const FakeCall, lostOver);
        QFETCH(const int, times);
        QFETCH(const int, askedThen);
        LargeFixture large;
        QVERIFY(large.begin());
        large.f.server.failNext(FakeCall::FetchSlice, Error{ErrorKind::ServerRefused, QStringLiteral("not now"), {}, {}});
        large.f.restartEngine(); // which knows nothing of its structure
        QVERIFY(large.f.waitUntilLive());
        QVERIFY(!large.isWhole());
        large.part = sync::kTextOnly.toByteArray();
        for (int i = 0; i < times; ++i) {
            // A look at the folder may come between and take a single one.
            large.f.server.failNext(lostOver, FakeImapServer::networkError(), lostOver == FakeCall::Select ? 1'000'000 : 1);
            large.told = std::make_shared<Told>();
            large.fetch();
            QVERIFY(large.waitForEnd());
            QVERIFY(!*large.told->end);
            large.f.server.failNoMore(lostOver);
            QVERIFY(large.f.turnUntil([&] { return large.f.server.idlingSessions() == 1; }));
        }
        large.f.server.clearCalls();
        large.told = std::make_shared<Told>();
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QCOMPARE(large.f.server.count(FakeCall::FetchHeaders), askedThen);
    }

    /// NIL, or no word of it: the whole is asked for before it is said that there is none.
    void attachmentIsNotHandedOut_theWholeComes_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("the message is there") << true;
        QTest::newRow("the message is gone") << false;
    }
    void attachmentIsNotHandedOut_theWholeComes()
    {
        QFETCH(const bool, isThere);
        LargeFixture large;
        QVERIFY(beginWithSkeleton(large));
        large.f.server.failNext(FakeCall::FetchSlice, Error{ErrorKind::NotFound, QStringLiteral("no such part"), {}, {}});
        if (isThere)
            large.fetch();
        else
            large.fetchWith([&] { large.f.server.expunge("INBOX", large.uid); });
        QVERIFY(large.waitForEnd());
        QCOMPARE(bool(*large.told->end), isThere);
        if (isThere)
            QVERIFY(large.isWhole());
        else
            QCOMPARE(large.told->end->error().kind, ErrorKind::NotFound);
        QCOMPARE(large.f.server.count(FakeCall::Connect), 0);
    }
};

INLET_TEST(tst_WholeFetchFaults)
#include "tst_WholeFetchFaults.moc"
