// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

class tst_SyncFaults : public QObject
{
    Q_OBJECT

private:
    /// A second mailbox that works, on a host of its own.
    static void addHealthy(SyncFixture &f, FakeImapServer &server)
    {
        const QString email = QStringLiteral("other@sales.example");
        f.addAccount(email);
        f.mailboxes.last().imap.host = QStringLiteral("imap.other.example");
        f.factory = FakeImapServer::factoryFor({{f.mailboxes.first().email, &f.server}, {email, &server}});
    }

    /// A day passes, and the listener has told everybody whose time had come.
    static bool timeReachesEverybody(SyncFixture &f, FakeImapServer &healthy)
    {
        const AccountId account = f.mailboxes.last().id;
        const auto isLive = [&] { return f.observer.status(account).state == SyncState::Live; };
        if (!SyncFixture::waitUntil(isLive))
            return false;
        const int idles = healthy.count(FakeCall::StartIdle);
        f.clock.advance(std::chrono::hours(24));
        return SyncFixture::waitUntil([&] { return healthy.count(FakeCall::StartIdle) > idles; });
    }

private Q_SLOTS:
    void connectionDrop_atEachCall_isContinued_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("answerLost");
        const auto row = [](const char *name, FakeCall call, int rows = 0, bool answerLost = false) {
            QTest::newRow(name) << int(call) << rows << answerLost;
        };
        row("connect", FakeCall::Connect);
        row("login", FakeCall::Login);
        row("list", FakeCall::ListFolders);
        row("select", FakeCall::Select);
        row("status", FakeCall::Status);
        row("search", FakeCall::SearchSince);
        row("meta", FakeCall::FetchMeta);
        row("meta, after 20 rows", FakeCall::FetchMeta, 20);
        row("bodies", FakeCall::FetchBodies);
        row("bodies, after 1 row", FakeCall::FetchBodies, 1);
        row("bodies, after 30 rows", FakeCall::FetchBodies, 30);
        row("flags", FakeCall::FetchFlags);
        row("store", FakeCall::StoreFlags);
        row("store, answer lost", FakeCall::StoreFlags, 0, true);
        row("move", FakeCall::Move);
        row("move, answer lost", FakeCall::Move, 0, true);
        row("idle", FakeCall::StartIdle);
        row("idle read", FakeCall::ReadIdle);
        row("idle end", FakeCall::EndIdle);
    }
    void connectionDrop_atEachCall_isContinued()
    {
        QFETCH(int, call);
        QFETCH(int, rows);
        QFETCH(bool, answerLost);
        SyncFixture f;
        f.fill("INBOX", 1, 120);
        f.fill("Archive", 1001, 10);
        if (answerLost)
            f.server.loseAnswer(FakeCall(call), FakeImapServer::networkError());
        else
            f.server.failNext(FakeCall(call), FakeImapServer::networkError(), 1, rows);
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.observer.rounds(f.mailboxes.first().id) > 0; }));
        const QList<ConversationId> all = f.conversations();
        QVERIFY(f.apply(store::TriageVerb::Star, all.mid(0, 8)));
        QVERIFY(f.apply(store::TriageVerb::Archive, all.mid(4, 8)));
        f.server.setFlags("INBOX", ImapUid(1), {});
        f.fill("INBOX", 501, 3);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.messages("INBOX").size() + f.messages("Archive").size(), 133);
        QVERIFY(f.turnUntil([&] { return f.observer.status(f.mailboxes.first().id).state == SyncState::Live; }));
    }

    void allConnectionsCut_whileLive_mailOfTheGapArrives()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 10);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.failNext(FakeCall::Connect, FakeImapServer::networkError(), 3);
        f.server.cutConnections();
        f.fill("INBOX", 77, 2);
        QVERIFY(f.turnUntil([&] { return f.observer.newMail().size() == 2; }));
        QVERIFY(f.observer.states(f.mailboxes.first().id).contains(SyncState::Waiting));
        QVERIFY(f.waitUntilEqual());
    }

    void refusedSignIn_isTriedExactlyOnce_untilTheUserInsists()
    {
        FakeImapServer other; // outlives the sessions of the fixture
        SyncFixture f;
        addHealthy(f, other);
        f.server.setPassword("another");
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::NeedsUser; }));
        QCOMPARE(f.observer.status(account).error->kind, ErrorKind::Auth);
        QVERIFY(timeReachesEverybody(f, other));
        f.engine->networkChanged();
        f.engine->operationsQueued(account);
        bool told = false;
        f.engine->withSession(account, [](imap::ImapSession &, std::stop_token) { return Result<void>(); },
            [&](const Result<void> &result) { told = !result; });
        QVERIFY(told);
        QVERIFY(timeReachesEverybody(f, other));
        QCOMPARE(f.server.count(FakeCall::Login), 1);
        f.password = "another";
        f.engine->checkNow(account);
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::Live; }));
        QCOMPARE(f.server.count(FakeCall::Login), 2);
    }

    void refusedBeforeTheRestart_isNotTriedUntilTheUserInsists()
    {
        SyncFixture f;
        f.mailboxes.first().signInRefused = true;
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::NeedsUser; }));
        QCOMPARE(f.server.count(FakeCall::Connect), 0);
        f.engine->checkNow(account);
        QVERIFY(f.waitUntilLive());
    }

    void lockedKeyring_isNoRefusedSignIn()
    {
        SyncFixture f;
        f.secretError = Error{ErrorKind::Storage, QStringLiteral("no keyring"), {}, "no-keyring"};
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::NeedsUser; }));
        QCOMPARE(f.observer.status(account).error->cause, "no-keyring");
        QCOMPARE(f.server.count(FakeCall::Connect), 0);
        f.secretError.reset();
        f.engine->checkNow(account);
        QVERIFY(f.waitUntilLive());
    }

    void certificateProblem_isNotRetried()
    {
        FakeImapServer other; // outlives the sessions of the fixture
        SyncFixture f;
        addHealthy(f, other);
        f.server.failNext(FakeCall::Connect, Error{ErrorKind::Tls, QStringLiteral("expired"), {}, "tls-expired"}, 100);
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::NeedsUser; }));
        QVERIFY(timeReachesEverybody(f, other));
        QCOMPARE(f.server.count(FakeCall::Connect), 1);
    }

    void serverAway_backsOff_thenComesBack()
    {
        SyncFixture f;
        f.server.failNext(FakeCall::Connect, FakeImapServer::networkError(), 2);
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::Waiting; }));
        const sync::SyncStatus waiting = f.observer.status(account);
        const qint64 wait = f.clock.nowUtc().msecsTo(waiting.until);
        QVERIFY2(wait >= 4000 && wait <= 6000, qPrintable(QString::number(wait)));
        QCOMPARE(f.server.count(FakeCall::Connect), 1);
        f.clock.advance(std::chrono::seconds(6));
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.count(FakeCall::Connect) == 2; }));
        f.clock.advance(std::chrono::seconds(13));
        QVERIFY(f.waitUntilLive());
    }

    void networkBack_isTriedAtOnce()
    {
        SyncFixture f;
        f.server.failNext(FakeCall::Connect, FakeImapServer::networkError(), 1);
        f.startEngine();
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::Waiting; }));
        f.engine->networkChanged();
        QVERIFY(f.waitUntilLive());
    }

    void tooManyConnections_waitsWithFewer()
    {
        SyncFixture f;
        f.server.setMaxConnections(1);
        f.addAccount(QStringLiteral("me2@sales.example"));
        f.startEngine();
        QVERIFY(f.turnUntil([&] {
            return f.observer.rounds(f.mailboxes[0].id) > 0 && f.observer.rounds(f.mailboxes[1].id) > 0;
        }));
    }

    void hungServer_doesNotHoldUpOthers_norTheEnd()
    {
        FakeImapServer hung;
        SyncFixture f;
        hung.hold(FakeCall::Connect);
        QMap<QString, FakeImapServer *> byUser{{QStringLiteral("me@sales.example"), &f.server}};
        for (int i = 0; i < 12; ++i) {
            accounts::Account account = f.addAccount(QStringLiteral("hung%1@other.example").arg(i));
            f.mailboxes.last().imap.host = QStringLiteral("imap.other.example");
            byUser.insert(account.email, &hung);
        }
        f.factory = FakeImapServer::factoryFor(byUser);
        std::rotate(f.mailboxes.begin(), f.mailboxes.begin() + 1, f.mailboxes.end()); // ours comes last
        f.fill("INBOX", 1, 20);
        f.startEngine();
        QVERIFY(hung.waitUntilHeld(FakeCall::Connect));
        const AccountId ours = f.mailboxes.last().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(ours).state == SyncState::Live; }));
        QElapsedTimer timer;
        timer.start();
        f.stopEngine();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void liveWithoutProof_fallsToChecked()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.hold(FakeCall::EndIdle); // the renewal hangs
        f.clock.advance(std::chrono::minutes(11));
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::Checked; }));
        f.server.release(FakeCall::EndIdle);
        QVERIFY(f.waitUntilLive());
    }

    /// What the server said before the line was held up proves nothing of now: the folder is looked at once more.
    void answerThatWasHeldUp_isNoProof()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const int idles = f.server.count(FakeCall::StartIdle);
        f.server.hold(FakeCall::StartIdle);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.server.waitUntilHeld(FakeCall::StartIdle));
        f.clock.advance(std::chrono::minutes(11));
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == SyncState::Checked; }));
        f.server.release(FakeCall::StartIdle);
        QVERIFY(f.waitUntilLive());
        QVERIFY(f.server.count(FakeCall::StartIdle) >= idles + 2); // and a round is due by now
    }

    void stillHere_isProof_butTheRenewalComesAllTheSame()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const int idles = f.server.count(FakeCall::StartIdle);
        QVERIFY(f.turnUntil([&] {
            f.server.sayStillHere();
            return f.server.count(FakeCall::StartIdle) > idles;
        }));
    }

    void refusedOperation_isTakenBackAndTold()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.failNext(FakeCall::StoreFlags,
            Error{ErrorKind::ServerRefused, QStringLiteral("no"), "NO [NOPERM] not yours", {}}, 100);
        QVERIFY(f.apply(store::TriageVerb::Star, f.conversations().mid(0, 1)));
        QVERIFY(f.turnUntil([&] { return f.observer.refusals() == 1; }));
        QCOMPARE(f.operationCount(), 0);
        QVERIFY(f.waitUntilEqual());
        QVERIFY(!f.row(f.conversations().first())->starred);
    }

    void operations_surviveARestart()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.stopEngine();
        QVERIFY(f.apply(store::TriageVerb::MarkRead, f.conversations()));
        f.startEngine();
        QVERIFY(f.waitUntilEqual());
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.server.message("INBOX", ImapUid(1))->flags.seen);
    }

    void deletedElsewhere_whileOurOperationWaits_isSuccess()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.stopEngine();
        QVERIFY(f.apply(store::TriageVerb::Archive, f.conversations()));
        for (quint32 uid = 1; uid <= 5; ++uid)
            f.server.expunge("INBOX", ImapUid(uid));
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.observer.refusals(), 0);
    }

    void fetchBreaksAgainAndAgain_everyAttemptGetsFurther()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 20);
        f.server.failNext(FakeCall::FetchBodies, FakeImapServer::networkError(), 5, 3);
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.observer.rounds(f.mailboxes.first().id) > 0; }));
        QVERIFY(f.waitUntilEqual());
    }

    void listWithoutInbox_isNotBelieved()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.removeFolder("INBOX");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(SyncFixture::waitUntil(
            [&] { return f.observer.status(f.mailboxes.first().id).state == SyncState::Waiting; }));
        QCOMPARE(f.messages("INBOX").size(), 5);
    }
};

INLET_TEST(tst_SyncFaults)
#include "tst_SyncFaults.moc"
