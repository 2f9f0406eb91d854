// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

/// Numbers of a folder that do not say what is in it, and moments at which they are not looked at. Whatever a mailbox is told
/// as, what the server hands out is here.
class tst_LyingCounts : public QObject
{
    Q_OBJECT

private:
    static void servers()
    {
        QTest::addColumn<int>("server");
        QTest::newRow("QRESYNC") << 0;
        QTest::newRow("CONDSTORE") << 1;
        QTest::newRow("neither") << 2;
    }
    static imap::Capabilities capabilitiesOf(int server)
    {
        imap::Capabilities all = FakeImapServer::everything();
        all.qresync = server < 1;
        all.condstore = server < 2;
        return all;
    }
    static void begin(SyncFixture &f, int server)
    {
        f.server.setCapabilities(capabilitiesOf(server));
        f.fill("INBOX", 1, 5);
        f.fill("Archive", 101, 3);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QVERIFY(f.waitUntilEqual());
    }
    static bool turnRounds(SyncFixture &f, int rounds)
    {
        const AccountId account = f.mailboxes.first().id;
        const int before = f.observer.rounds(account);
        f.engine->checkNow(account);
        return f.turnUntil([&] { return f.observer.rounds(account) >= before + rounds; });
    }

private Q_SLOTS:
    void emptyOnce_allComesBack_data() { servers(); }
    void emptyOnce_allComesBack()
    {
        QFETCH(int, server);
        SyncFixture f;
        begin(f, server);
        const QList<FakeMessage> all = f.server.hide("INBOX");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.messages("INBOX").isEmpty(); }));
        f.server.bringBack("INBOX", all);
        QVERIFY(turnRounds(f, 2));
        QCOMPARE(f.here(), f.there());
    }

    /// SELECT has counted it; for FETCH and SEARCH it is not there yet.
    void countedBeforeItIsThere_comesLater_data() { servers(); }
    void countedBeforeItIsThere_comesLater()
    {
        QFETCH(int, server);
        SyncFixture f;
        begin(f, server);
        const ImapUid late = f.server.deliver("Archive", SyncFixture::mail(444));
        f.server.hold(FakeCall::FetchMeta);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchMeta));
        const QList<FakeMessage> hidden = f.server.hide("Archive", late);
        f.server.hold(FakeCall::StartIdle);
        f.server.release(FakeCall::FetchMeta);
        QVERIFY(f.server.waitUntilHeld(FakeCall::StartIdle));
        f.server.bringBack("Archive", hidden);
        f.server.release(FakeCall::StartIdle);
        QVERIFY(turnRounds(f, 2));
        QCOMPARE(f.here(), f.there());
    }

    /// One of two that came is hidden for longer than one look; the other one must not hide it.
    void countedBeforeItIsThere_besideAnother_comesLater_data() { servers(); }
    void countedBeforeItIsThere_besideAnother_comesLater()
    {
        QFETCH(int, server);
        SyncFixture f;
        begin(f, server);
        f.server.hold(FakeCall::Status);
        f.server.deliver("Archive", SyncFixture::mail(443));
        const ImapUid late = f.server.deliver("Archive", SyncFixture::mail(444));
        f.server.setListed("Archive", late, false);
        f.server.release(FakeCall::Status);
        QVERIFY(turnRounds(f, 3));
        QCOMPARE(f.messages("Archive").size(), 4);
        f.server.setListed("Archive", late, true);
        QVERIFY(turnRounds(f, 2));
        QCOMPARE(f.here(), f.there());
    }

    /// What was decided while the line was down is not done to the mails that have these numbers now.
    void restoredFromABackup_queuedDecisions_touchNoOtherMail()
    {
        SyncFixture f;
        begin(f, 0);
        const ConversationId conversation = f.messages("INBOX").at(3).conversation; // UID 4
        f.server.hold(FakeCall::Connect);
        f.server.cutConnections();
        f.server.restoreBackup("INBOX", ImapUid(4));
        f.server.deliver("INBOX", SyncFixture::mail(900));
        QVERIFY(f.apply(store::TriageVerb::Archive, {conversation}));
        f.server.release(FakeCall::Connect);
        QVERIFY(f.turnUntil([&] { return f.here() == f.there(); }));
        QVERIFY(turnRounds(f, 2));
        QCOMPARE(f.server.messages("INBOX").size(), 4);
        QCOMPARE(f.server.messages("Archive").size(), 3);
    }

    /// Nothing can be sent of it: it is taken back, and the mailbox goes on.
    void operationThatCannotBeSaid_stopsNothing()
    {
        SyncFixture f;
        begin(f, 0);
        f.server.failNext(FakeCall::StoreFlags, Error{ErrorKind::Config, QStringLiteral("no flag of that name can be"), {}, {}}, 1'000'000);
        QVERIFY(f.apply(store::TriageVerb::MarkRead, {f.messages("INBOX").last().conversation}));
        QVERIFY(f.turnUntil([&] {
            bool done = false;
            f.store->readHere([&](store::ReadSession &read) {
                const auto operations = read.operations(f.mailboxes.first().id, 10);
                done = operations && operations->isEmpty();
            });
            return done;
        }));
        f.server.deliver("INBOX", SyncFixture::mail(901));
        QVERIFY(f.turnUntil([&] { return f.here() == f.there(); }));
        QCOMPARE(f.observer.status(f.mailboxes.first().id).state, SyncState::Live);
    }

    void restoredFromABackup_numbersAreUsedAgain_data() { servers(); }
    void restoredFromABackup_numbersAreUsedAgain()
    {
        QFETCH(int, server);
        SyncFixture f;
        begin(f, server);
        f.server.restoreBackup("INBOX", ImapUid(4));
        f.server.deliver("INBOX", SyncFixture::mail(900));
        f.server.cutConnections();
        const auto isHere = [&] {
            bool found = false;
            f.store->readHere([&](store::ReadSession &read) {
                const auto places = read.findMessageId(f.mailboxes.first().id, SyncFixture::messageId(900));
                found = places && places->size() == 1;
            });
            return found;
        };
        QVERIFY(f.turnUntil(isHere));
        QVERIFY(f.waitUntilEqual());
    }

    /// It arrives while the folder is opened for a part of a large message.
    void newMail_whileALargeMessageIsFetched_isSeen()
    {
        LargeFixture large;
        QVERIFY(large.begin());
        SyncFixture &f = large.f;
        f.server.hold(FakeCall::Select);
        large.fetch();
        QVERIFY(f.server.waitUntilHeld(FakeCall::Select));
        f.server.deliver("INBOX", SyncFixture::mail(777));
        f.server.release(FakeCall::Select);
        QVERIFY(large.waitForEnd());
        QVERIFY(f.waitUntil([&] { return f.here() == f.there(); })); // the clock stands still
    }

    /// More than one batch comes at once to a folder that is listened to.
    void burst_comesWithoutWaiting()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 2);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.hold(FakeCall::Select);
        f.server.deliver("INBOX", SyncFixture::mail(5000));
        QVERIFY(f.server.waitUntilHeld(FakeCall::Select));
        f.fill("INBOX", 1001, 700);
        f.server.release(FakeCall::Select);
        QTRY_COMPARE_WITH_TIMEOUT(f.here().size(), f.there().size(), 30'000); // the clock stands still
    }

    /// A large reply that comes while one works is read whole without being opened.
    void largeNews_comesWhole_data()
    {
        QTest::addColumn<int>("losses");
        QTest::newRow("at once") << 0;
        QTest::newRow("after two lost connections") << 2;
    }
    void largeNews_comesWhole()
    {
        QFETCH(int, losses);
        SyncFixture f;
        f.fill("INBOX", 1, 2);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        if (losses > 0)
            f.server.failNext(FakeCall::FetchSlice, Error{ErrorKind::Network, QStringLiteral("cut"), {}, {}}, losses);
        f.server.deliver("INBOX", largeMail(99, 1500 * 1024));
        QVERIFY(f.waitUntilEqual());
        const auto missing = [&] {
            qsizetype count = -1;
            f.store->readHere([&](store::ReadSession &read) {
                const auto bodies = read.missingBodies(f.mailboxes.first().id, 10);
                count = bodies ? bodies->size() : -1;
            });
            return count;
        };
        QVERIFY(losses > 0 ? f.turnUntil([&] { return missing() == 0; }) : f.waitUntil([&] { return missing() == 0; }));
    }

    void idleRefused_mailboxIsPolled_andItsHistoryComes()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 200);
        f.server.failNext(FakeCall::StartIdle, Error{ErrorKind::ServerRefused, QStringLiteral("no"), "NO IDLE is not available", {}}, 1'000'000);
        f.startEngine();
        QVERIFY(f.waitUntilEqual());
        f.server.deliver("INBOX", SyncFixture::mail(900));
        QVERIFY(f.turnUntil([&] { return f.here() == f.there(); }));
        QVERIFY(f.turnUntil([&] { return f.observer.status(f.mailboxes.first().id).state == SyncState::Checked; }));
        QCOMPARE(f.server.count(FakeCall::Connect), 1);
    }

    void setAside_isSaid()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 3);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.withhold("INBOX", f.server.deliver("INBOX", SyncFixture::mail(200)), 1'000'000);
        QVERIFY(f.turnUntil([&] {
            const sync::SyncStatus status = f.observer.status(f.mailboxes.first().id);
            return status.state == SyncState::Live && status.error && status.error->cause == "not-handed-out";
        }));
    }
};

INLET_TEST(tst_LyingCounts)
#include "tst_LyingCounts.moc"
