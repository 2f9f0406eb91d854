// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;

class tst_HistoryPause : public QObject
{
    Q_OBJECT

private:
    static constexpr int kAll = 700;
    static constexpr int kNewest = 50; ///< come before any history

    static AccountId mailbox(const SyncFixture &f) { return f.mailboxes.first().id; }
    static bool waitForState(SyncFixture &f, sync::SyncState state)
    {
        return SyncFixture::waitUntil([&] { return f.observer.status(mailbox(f)).state == state; });
    }
    /// Paused before the first message is read.
    static bool startPaused(SyncFixture &f)
    {
        f.fill("INBOX", 1, kAll);
        f.server.hold(FakeCall::SearchSince);
        f.startEngine();
        if (!f.server.waitUntilHeld(FakeCall::SearchSince))
            return false;
        f.engine->pauseHistory(mailbox(f), true);
        f.server.release(FakeCall::SearchSince);
        return waitForState(f, sync::SyncState::Paused);
    }

private Q_SLOTS:
    void paused_newestAreHere_theRoundEnds_andItSaysHowFar()
    {
        SyncFixture f;
        QVERIFY(startPaused(f));
        QVERIFY(f.waitUntilRound(1));
        QCOMPARE(f.messages("INBOX").size(), kNewest);
        const sync::SyncStatus status = f.observer.status(mailbox(f));
        QCOMPARE(status.done, kNewest);
        QCOMPARE(status.total, kAll);
        QVERIFY(!f.folder("INBOX").historyDone);
        QVERIFY(!f.observer.states(mailbox(f)).contains(sync::SyncState::Live));
    }

    void paused_newMailFlagsAndOperationsGoOn()
    {
        SyncFixture f;
        QVERIFY(startPaused(f));
        f.server.deliver("INBOX", SyncFixture::mail(kAll + 1));
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("INBOX").size() == kNewest + 1; }));
        const auto before = f.server.messages("INBOX").size();
        QVERIFY(f.apply(store::TriageVerb::Archive, {f.conversations().first()}));
        f.engine->operationsQueued(mailbox(f));
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.messages("INBOX").size() == before - 1; }));
        f.engine->checkNow(mailbox(f));
        QVERIFY(f.waitUntilRound(2));
        QVERIFY(f.messages("INBOX").size() <= kNewest + 1);
        QCOMPARE(f.observer.status(mailbox(f)).state, sync::SyncState::Paused);
    }

    void pausedWithoutProof_fallsToChecked()
    {
        SyncFixture f;
        QVERIFY(startPaused(f));
        QVERIFY(f.waitUntilRound(1));
        f.server.hold(FakeCall::EndIdle); // the renewal hangs
        f.clock.advance(std::chrono::minutes(11));
        QVERIFY(waitForState(f, sync::SyncState::Checked));
        f.server.release(FakeCall::EndIdle);
        QVERIFY(waitForState(f, sync::SyncState::Paused));
    }

    void continued_everythingComes_andItIsLive()
    {
        SyncFixture f;
        QVERIFY(startPaused(f));
        f.engine->pauseHistory(mailbox(f), false);
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.messages("INBOX").size(), kAll);
        QCOMPARE(f.here(), f.there());
        QVERIFY(f.folder("INBOX").historyDone);
    }

    /// Where there is no IDLE the connection is parked for the next poll: it must not look settled in between.
    void continued_withoutIdle_itCatchesUp_andTheRoundEnds()
    {
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.idle = false;
        f.server.setCapabilities(capabilities);
        QVERIFY(startPaused(f));
        QCOMPARE(f.observer.rounds(mailbox(f)), 1);
        const qsizetype before = f.observer.states(mailbox(f)).size();
        f.engine->pauseHistory(mailbox(f), false);
        QVERIFY(f.waitUntilRound(2));
        QVERIFY(waitForState(f, sync::SyncState::Checked));
        QCOMPARE(f.messages("INBOX").size(), kAll);
        QCOMPARE(f.observer.states(mailbox(f)).mid(before), (QList<sync::SyncState>{sync::SyncState::CatchingUp, sync::SyncState::Checked}));
    }

    void settingsChange_keepsThePause()
    {
        SyncFixture f;
        QVERIFY(startPaused(f));
        f.engine->start(f.mailboxes.first());
        QVERIFY(f.waitUntilRound(2));
        QVERIFY(waitForState(f, sync::SyncState::Paused));
        QVERIFY(f.messages("INBOX").size() <= 2 * kNewest);
    }

    void allRead_isLive_thoughPaused()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 20);
        f.startEngine();
        f.engine->pauseHistory(mailbox(f), true);
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.messages("INBOX").size(), 20);
    }
};

INLET_TEST(tst_HistoryPause)
#include "tst_HistoryPause.moc"
