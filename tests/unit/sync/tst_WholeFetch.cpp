// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeFixture.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace inlet;
using namespace inlet::test;

/// A large message, fetched in parts because somebody wants to read it.
class tst_WholeFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progressGrows_untilAllIsStored()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end);
        QVERIFY(large.told->done.size() >= 4);
        QVERIFY(std::is_sorted(large.told->done.begin(), large.told->done.end()));
        QCOMPARE(large.told->done.first(), qint64(0));
        QCOMPARE(large.told->done.last(), large.raw.size());
        QCOMPARE(large.told->total, large.raw.size());
        QVERIFY(large.isWhole());
        QCOMPARE(large.f.server.count(FakeCall::FetchBodies), 0);
        QVERIFY(large.connectionGoesOn());
    }

    void cancel_endsAtTheNextPart_andNothingIsStored()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.fetchWith([&] { large.stop.request_stop(); });
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().kind, ErrorKind::Cancelled);
        QCOMPARE(large.f.server.count(FakeCall::FetchSlice), 1);
        QVERIFY(large.stored().isEmpty());
        QVERIFY(large.connectionGoesOn());
        // And again, to its end.
        large.stop = {};
        large.told = std::make_shared<Told>();
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(large.isWhole());
    }

    void askedTwice_comesOnce()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.f.server.hold(FakeCall::FetchSlice);
        large.fetch();
        const auto first = std::exchange(large.told, std::make_shared<Told>());
        large.fetch();
        QVERIFY(large.f.server.waitUntilHeld(FakeCall::FetchSlice));
        large.f.server.release(FakeCall::FetchSlice);
        QVERIFY(large.waitForEnd());
        QVERIFY(SyncFixture::waitUntil([&] { return first->ended(); }));
        QVERIFY(*first->end && *large.told->end);
        QVERIFY(large.isWhole());
        QCOMPARE(large.offsets().count(0), 1);
        QCOMPARE(large.f.messages("INBOX").size(), 1);
    }

    /// One connection: what is urgent comes between two parts.
    void newMailOperationsAndSessions_comeBetween()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        FakeImapServer &server = large.f.server;
        const ConversationId conversation = large.f.conversations().first();
        std::atomic<bool> worked = false;
        large.fetchWith([&] {
            server.deliver("INBOX", SyncFixture::mail(2));
            QVERIFY(large.f.apply(store::TriageVerb::Star, {conversation}));
            large.f.engine->withSession(large.f.mailboxes.first().id,
                [](imap::ImapSession &session, const std::stop_token &stop) { return session.noop(stop); },
                [&](const Result<void> &result) { worked = bool(result); });
            large.f.clock.advance(std::chrono::seconds(3)); // its turn is over
        });
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QVERIFY(large.cameBetween(FakeCall::FetchBodies));
        QVERIFY(large.cameBetween(FakeCall::StoreFlags));
        QVERIFY(large.cameBetween(FakeCall::Noop));
        QVERIFY(worked);
        QCOMPARE(large.f.messages("INBOX").size(), 2);
        QCOMPARE(server.count(FakeCall::Connect), 0);
        QCOMPARE(large.f.observer.status(large.f.mailboxes.first().id).state, sync::SyncState::Live);
    }

    /// A mailbox that is polled: a large message does not put the poll off.
    void pollsGoOn_withoutIdle()
    {
        LargeFixture large;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.idle = false;
        large.f.server.setCapabilities(capabilities);
        large.raw = largeMail(1, 12 * kMegabyte);
        large.uid = large.f.server.deliver("INBOX", large.raw);
        large.f.server.failNext(FakeCall::FetchSlice, Error{ErrorKind::ServerRefused, QStringLiteral("not now"), {}, {}});
        sync::SyncOptions options;
        options.pollInterval = std::chrono::seconds(10);
        large.f.startEngine(options);
        QVERIFY(large.f.waitUntilRound(1));
        large.id = large.f.messages("INBOX").first().location.message;
        large.f.server.clearCalls();
        large.f.server.deliver("INBOX", SyncFixture::mail(2));
        // Each part takes three seconds: a turn each.
        large.onProgress = [&clock = large.f.clock] { clock.advance(std::chrono::seconds(3)); };
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QVERIFY(large.cameBetween(FakeCall::FetchBodies));
        QCOMPARE(large.f.messages("INBOX").size(), 2);
    }

    void tooLarge_isRefusedInWords_beforeAnythingComes()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        large.f.server.saySize("INBOX", large.uid, qint64(65) * kMegabyte);
        large.fetch();
        QVERIFY(large.waitForEnd());
        QVERIFY(!*large.told->end);
        QCOMPARE(large.told->end->error().cause, QByteArray("fetch-too-large"));
        QCOMPARE(large.f.server.count(FakeCall::FetchSlice), 0);
        QVERIFY(large.connectionGoesOn());
    }

    void lateBody_isTakenOverByWhoOpensIt()
    {
        LargeFixture large;
        large.uid = large.f.server.deliver("INBOX", large.raw);
        large.f.server.hold(FakeCall::FetchSlice);
        large.f.startEngine();
        QVERIFY(large.f.server.waitUntilHeld(FakeCall::FetchSlice));
        large.id = large.f.messages("INBOX").first().location.message;
        large.fetch();
        large.f.clock.advance(std::chrono::seconds(3));
        large.f.server.release(FakeCall::FetchSlice);
        QVERIFY(large.waitForEnd());
        QVERIFY(*large.told->end && large.isWhole());
        QCOMPARE(large.offsets().count(0), 1);
        QVERIFY(large.f.waitUntilRound(1));
    }
};

INLET_TEST(tst_WholeFetch)
#include "tst_WholeFetch.moc"
