// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/HistoryPauses_p.h"
#include "sync/JobBoard_p.h"
#include "sync/Listener_p.h"
#include "sync/ParsePool_p.h"
#include "sync/StatusBook_p.h"
#include "sync/SyncDeps_p.h"

#include <memory>
#include <thread>
#include <vector>

namespace inlet::sync
{

/// Network pool, parse pool, listener and job board, wired together.
class PooledSyncEngine final : public SyncEngine
{
public:
    PooledSyncEngine(store::Store &store, imap::ImapSessionFactory sessions, SecretSource secrets,
        SyncObserver &observer, const Clock &clock, SyncOptions options);
    ~PooledSyncEngine() override;

    void start(const accounts::Account &account) override;
    void stop(AccountId account) override;
    void checkNow(AccountId account) override;
    void pauseHistory(AccountId account, bool paused) override;
    void operationsQueued(AccountId account) override;
    void fetchWhole(store::MessageLocation location, WholeFetch how, std::function<void(Result<void>)> done) override;
    void findOnServer(AccountId account, FindOnServer how, std::function<void(Result<void>)> done) override;
    void withSession(AccountId account, SessionWork work, std::function<void(Result<void>)> done) override;
    [[nodiscard]] QList<HostPlan> governor() const override { return m_board->plans(); }
    void networkChanged() override;

private:
    void serve(std::stop_token stop);
    void tick();
    [[nodiscard]] Listener::Hooks hooks();

    const Clock &m_clock;
    StatusBook m_statuses;
    HistoryPauses m_pauses;
    /// Shared with reads that wait in the store: they may come when the engine is gone.
    const std::shared_ptr<JobBoard> m_board;
    SyncDeps m_deps;
    ParsePool m_parsers;
    Listener m_listener;
    std::vector<std::jthread> m_workers;
};

} // namespace inlet::sync
