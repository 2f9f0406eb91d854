// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox that gets no further says what it waits for.
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <semaphore>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

class tst_Silence : public QObject
{
    Q_OBJECT

private:
    static sync::SyncStatus status(SyncFixture &f, int mailbox = 0) { return f.observer.status(f.mailboxes.at(mailbox).id); }
    static bool saysWhy(SyncFixture &f, const QByteArray &cause, int mailbox = 0)
    {
        return f.turnUntil([&] {
            const sync::SyncStatus now = status(f, mailbox);
            return now.state == SyncState::Waiting && !now.until.isValid() && now.error && now.error->cause == cause;
        });
    }

private Q_SLOTS:
    void serverIsSilent_isSaidAfterAMinute_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("connecting") << int(FakeCall::Connect);
        QTest::newRow("signing in") << int(FakeCall::Login);
        QTest::newRow("its folders") << int(FakeCall::ListFolders);
        QTest::newRow("its mail") << int(FakeCall::FetchBodies);
    }
    void serverIsSilent_isSaidAfterAMinute()
    {
        QFETCH(int, call);
        SyncFixture f;
        f.fill("INBOX", 1, 20);
        f.server.hold(FakeCall(call));
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall(call)));
        const auto began = f.clock.steadyNow();
        QVERIFY(saysWhy(f, "no-answer-yet"));
        QVERIFY(f.clock.steadyNow() - began >= std::chrono::seconds(59));
        f.server.release(FakeCall(call));
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Live; }));
        QVERIFY(!status(f).error);
        QCOMPARE(f.here(), f.there());
    }

    /// One answer is enough: it is no waiting any more, although the work goes on.
    void serverGoesOn_isCatchingUpAgain()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 20);
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        QVERIFY(saysWhy(f, "no-answer-yet"));
        f.server.hold(FakeCall::StartIdle);
        f.server.release(FakeCall::FetchBodies);
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::CatchingUp; }));
        f.server.release(FakeCall::StartIdle);
        QVERIFY(f.waitUntilLive());
    }

    void othersGoFirst_isSaid()
    {
        SyncFixture f;
        f.addAccount(QStringLiteral("other@sales.example"));
        f.server.hold(FakeCall::ListFolders);
        f.startEngine({.workers = 1});
        QVERIFY(f.server.waitUntilHeld(FakeCall::ListFolders));
        QVERIFY(saysWhy(f, "waits-for-turn", 1));
        f.server.release(FakeCall::ListFolders);
        QVERIFY(f.waitUntilLive());
    }

    void storeIsStuck_isSaid()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 20);
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        std::binary_semaphore disk(0);
        f.store->write("test.stuck", [&](store::WriteTransaction &) -> Result<void> {
            disk.acquire();
            return {};
        }, {});
        f.server.release(FakeCall::FetchBodies);
        const bool said = saysWhy(f, "computer-busy");
        disk.release();
        QVERIFY(said);
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.here(), f.there());
    }

    /// Wherever a mailbox is when the disk hangs, also where it was Live: the server is not to blame.
    void storeIsStuck_theServerIsNotBlamed_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("its folders") << int(FakeCall::ListFolders);
        QTest::newRow("a folder") << int(FakeCall::SearchSince);
        QTest::newRow("new mail while Live") << int(FakeCall::FetchMeta);
        QTest::newRow("a move while Live") << int(FakeCall::Move);
    }
    void storeIsStuck_theServerIsNotBlamed()
    {
        QFETCH(const int, call);
        const bool isFirst = FakeCall(call) == FakeCall::ListFolders || FakeCall(call) == FakeCall::SearchSince;
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        if (isFirst)
            f.server.hold(FakeCall(call));
        f.startEngine();
        if (!isFirst) {
            QVERIFY(f.waitUntilLive());
            f.server.hold(FakeCall(call));
            if (FakeCall(call) == FakeCall::Move)
                QVERIFY(f.apply(store::TriageVerb::Archive, {f.messages("INBOX").first().conversation}));
            else
                f.fill("INBOX", 10, 1);
        }
        QVERIFY(f.server.waitUntilHeld(FakeCall(call)));
        std::binary_semaphore disk(0);
        f.store->write("test.stuck", [&](store::WriteTransaction &) -> Result<void> {
            disk.acquire();
            return {};
        }, {});
        f.server.release(FakeCall(call));
        const bool said = saysWhy(f, "computer-busy");
        disk.release();
        QVERIFY(said);
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Live && !status(f).error; }));
        QVERIFY(f.waitUntilEqual());
    }
};

INLET_TEST(tst_Silence)
#include "tst_Silence.moc"
