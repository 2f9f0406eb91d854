// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"
#include "sync/StatusBook_p.h"

namespace inlet::sync
{

/// The store as one mailbox uses it: while it waits for the disk it says so, and the server is not blamed.
/// Thread: as of Store; what waits does so on the worker that serves the mailbox.
class WatchedStore final : public store::Store
{
public:
    WatchedStore(store::Store &store, StatusBook &statuses, AccountId account) : m_store(store), m_statuses(statuses), m_account(account) {}

    /// For what may run on when the worker has ended.
    static store::Store &lasting(store::Store &store)
    {
        auto *watched = dynamic_cast<WatchedStore *>(&store);
        return watched ? watched->m_store : store;
    }

    void write(const char *name, Write work, Done done, store::Urgency urgency) override
    {
        m_store.write(name, std::move(work), std::move(done), urgency);
    }
    Result<void> writeAndWait(const char *name, Write work) override
    {
        const Waiting waiting(*this);
        return m_store.writeAndWait(name, std::move(work));
    }
    void read(const QByteArray &slot, Read work) override { m_store.read(slot, std::move(work)); }
    void readHere(const Read &work) override
    {
        const Waiting waiting(*this);
        m_store.readHere(work);
    }
    void settle() override { m_store.settle(); }
    void observe(Observer observer) override { m_store.observe(std::move(observer)); }
    [[nodiscard]] qint64 databaseBytes() const override { return m_store.databaseBytes(); }

private:
    struct Waiting {
        explicit Waiting(const WatchedStore &watched) : m_watched(watched) { watched.m_statuses.waitsFor(watched.m_account, WaitsFor::Computer); }
        ~Waiting() { m_watched.m_statuses.waitsFor(m_watched.m_account, WaitsFor::Server); }
        Waiting(const Waiting &) = delete;
        Waiting &operator=(const Waiting &) = delete;
        const WatchedStore &m_watched;
    };

    store::Store &m_store;
    StatusBook &m_statuses;
    const AccountId m_account;
};

} // namespace inlet::sync
