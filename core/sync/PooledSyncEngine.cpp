// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/PooledSyncEngine_p.h"

#include "base/Log.h"
#include "base/ThreadTuning.h"
#include "sync/AccountWorker_p.h"
#include "sync/Finding_p.h"

#include <algorithm>
#include <atomic>

namespace inlet::sync
{

namespace
{

using Done = std::function<void(Result<void>)>;

/// `done`, of which only the first call counts: where an exception ended an errand nobody knows whether it was answered.
Done once(Done done)
{
    return [done = std::move(done), isAnswered = std::make_shared<std::atomic_flag>()](Result<void> result) {
        if (!isAnswered->test_and_set())
            done(std::move(result));
    };
}

} // namespace

PooledSyncEngine::PooledSyncEngine(store::Store &store, imap::ImapSessionFactory sessions,
    SecretSource secrets, SyncObserver &observer, const Clock &clock, SyncOptions options)
    : m_clock(clock)
    , m_statuses(observer, clock)
    , m_board(std::make_shared<JobBoard>(clock,
          JobBoard::Limits{.workers = std::max(1, options.workers),
              .connectionsPerHost = std::max(1, options.connectionsPerHost)}))
    , m_deps{store, std::move(sessions), std::move(secrets), observer, clock, options, m_statuses, m_pauses,
          m_parsers, m_listener}
    , m_parsers(options.parsers)
    , m_listener(clock, hooks())
{
    for (int i = 0; i < std::max(1, options.workers); ++i) {
        m_workers.emplace_back([this](std::stop_token stop) {
            tuneThisThread("inlet-sync", Niceness::Worker);
            serve(stop);
        });
    }
}

PooledSyncEngine::~PooledSyncEngine()
{
    m_board->close(); // every session that waits for a server gives up now
    for (std::jthread &worker : m_workers)
        worker.request_stop();
    m_workers.clear();
    m_board->clear(); // the connections end while the listener is still there
}

Listener::Hooks PooledSyncEngine::hooks()
{
    return {
        .readable = [this](AccountId account) { m_board->push(account, Errand{Errand::Kind::Wake}); },
        .due = [this](AccountId account) { m_board->push(account, Errand{Errand::Kind::Due}); },
        .slept =
            [this] {
                networkChanged();
                m_deps.observer.machineWoke();
            },
        .tick = [this] { tick(); },
    };
}

void PooledSyncEngine::tick()
{
    m_statuses.checkProofs();
    if (m_deps.options.listen)
        m_board->rouse(2 * std::max<std::chrono::milliseconds>(m_deps.options.idleRenewal,
                          2 * m_deps.options.pollInterval));
}

void PooledSyncEngine::serve(std::stop_token stop)
{
    while (auto assignment = m_board->take(stop)) {
        Outcome outcome;
        try {
            outcome = assignment->runner->run(std::move(assignment->errand), assignment->mayKeep);
        } catch (const std::exception &exception) { // even what should say so had no memory: one mailbox waits, not all
            outcome.next = Outcome::Next::Waiting;
            outcome.until = m_clock.steadyNow() + std::chrono::minutes(1);
            outcome.error = Error{ErrorKind::Bug, QString::fromUtf8(exception.what()), {}, {}};
            qCCritical(lcSync) << "a worker caught" << exception.what();
        }
        m_board->giveBack(*assignment, std::move(outcome));
    }
}

void PooledSyncEngine::start(const accounts::Account &account)
{
    if (!account.enabled) {
        stop(account.id);
        return;
    }
    m_statuses.open(account.id);
    m_board->enlist(account.id, account.imap.host.toLower(), std::make_shared<AccountWorker>(m_deps, account));
    m_board->push(account.id, Errand{Errand::Kind::Round});
}

void PooledSyncEngine::stop(AccountId account)
{
    m_board->retire(account);
    m_statuses.close(account);
}

void PooledSyncEngine::checkNow(AccountId account)
{
    Errand errand{Errand::Kind::Round};
    errand.insists = true;
    m_board->push(account, std::move(errand));
}

/// Its worker looks, and says how far it has come or goes on.
void PooledSyncEngine::pauseHistory(AccountId account, bool paused)
{
    m_pauses.set(account, paused);
    m_board->push(account, Errand{Errand::Kind::History});
}

void PooledSyncEngine::operationsQueued(AccountId account)
{
    m_board->push(account, Errand{Errand::Kind::Operations});
}

void PooledSyncEngine::fetchWhole(store::MessageLocation location, WholeFetch how, std::function<void(Result<void>)> done)
{
    Errand errand{Errand::Kind::FetchWhole};
    errand.location = location;
    errand.how = std::move(how);
    errand.done = once(std::move(done));
    // On a reader thread: the caller may be the GUI's.
    m_deps.store.read({}, [board = m_board, errand = std::move(errand)](store::ReadSession &read) {
        const auto folder = read.folder(errand.location.folder);
        if (folder)
            board->push(folder->account, errand);
        else
            errand.done(folder.error());
    });
}

void PooledSyncEngine::findOnServer(AccountId account, FindOnServer how, std::function<void(Result<void>)> done)
{
    Errand errand{Errand::Kind::Find};
    errand.finding = std::make_shared<Finding>(std::move(how));
    errand.done = once(std::move(done));
    m_board->push(account, std::move(errand));
}

void PooledSyncEngine::withSession(AccountId account, SessionWork work,
    std::function<void(Result<void>)> done)
{
    Errand errand{Errand::Kind::Session};
    errand.work = std::move(work);
    errand.done = once(std::move(done));
    m_board->push(account, std::move(errand));
}

void PooledSyncEngine::networkChanged()
{
    Errand errand{Errand::Kind::Round};
    errand.fresh = true;
    m_board->pushToAll(errand);
}

std::unique_ptr<SyncEngine> makeSyncEngine(store::Store &store, imap::ImapSessionFactory sessions,
    SecretSource secrets, SyncObserver &observer, const Clock &clock, SyncOptions options)
{
    return std::make_unique<PooledSyncEngine>(
        store, std::move(sessions), std::move(secrets), observer, clock, options);
}

} // namespace inlet::sync
