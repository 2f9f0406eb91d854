// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <atomic>
#include <new>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

/// Out of memory in a worker: who waits is told, the mailbox says so and comes back by itself.
class tst_Exceptions : public QObject
{
    Q_OBJECT

private:
    static sync::SyncStatus status(SyncFixture &f) { return f.observer.status(f.mailboxes.first().id); }

private Q_SLOTS:
    void session_throws_isAnsweredOnce_andTheMailboxComesBack()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const int before = f.server.count(FakeCall::Connect);
        std::atomic<int> answers = 0;
        std::atomic<ErrorKind> kind = ErrorKind::Network;
        f.engine->withSession(f.mailboxes.first().id,
            [](imap::ImapSession &, std::stop_token) -> Result<void> { throw std::bad_alloc(); },
            [&](const Result<void> &result) {
                kind = result ? ErrorKind::Conflict : result.error().kind;
                ++answers;
            });
        QVERIFY(SyncFixture::waitUntil([&] { return answers == 1 && status(f).state == SyncState::Waiting; }));
        QCOMPARE(kind.load(), ErrorKind::Bug);
        QCOMPARE(status(f).error.value_or(Error()).kind, ErrorKind::Bug);
        f.fill("INBOX", 6, 2);
        QVERIFY(f.turnUntil([&] { return status(f).state == SyncState::Live; }));
        QCOMPARE(f.here(), f.there());
        QCOMPARE(f.server.count(FakeCall::Connect), before + 1); // nothing is trusted to the old one
        QCOMPARE(answers.load(), 1);
    }

    void session_throwsAfterItsAnswer_isNotAnsweredAgain()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        std::atomic<int> answers = 0;
        f.engine->withSession(f.mailboxes.first().id,
            [](imap::ImapSession &, std::stop_token) -> Result<void> { return {}; },
            [&](const Result<void> &) {
                ++answers;
                throw std::bad_alloc();
            });
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Waiting; }));
        QVERIFY(f.turnUntil([&] { return status(f).state == SyncState::Live; }));
        QCOMPARE(answers.load(), 1);
    }

    void round_throws_theMailboxWaitsAndComesBack()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 5);
        std::atomic<bool> first = true;
        f.factory = [&first, real = f.factory](const accounts::ServerEndpoint &endpoint) {
            if (first.exchange(false))
                throw std::bad_alloc();
            return real(endpoint);
        };
        f.startEngine();
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Waiting; }));
        QVERIFY(f.turnUntil([&] { return status(f).state == SyncState::Live; }));
        QCOMPARE(f.here(), f.there());
    }
};

INLET_TEST(tst_Exceptions)
#include "tst_Exceptions.moc"
