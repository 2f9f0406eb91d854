// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "sync/SyncEngine.h"

#include <map>
#include <mutex>

namespace inlet::sync
{

/// What every mailbox is doing, told to the observer when it changes. It also takes back "Live" and "Paused"
/// where the proof is too old, whoever should have renewed it: a hung worker cannot keep a mailbox
/// green.
/// Thread: any. The mutex guards m_entries, and is held while the observer is told so that news
/// come in order; observers hand on and never call back.
class StatusBook
{
public:
    static constexpr std::chrono::minutes kProofHolds{10};

    StatusBook(SyncObserver &observer, const Clock &clock) : m_observer(observer), m_clock(clock) {}

    void open(AccountId account);
    /// Tells Off; later reports are ignored until open().
    void close(AccountId account);
    void report(const SyncStatus &status);
    /// Takes back what is no longer proved.
    void checkProofs();

private:
    struct Entry {
        SyncStatus status;
        bool open = false;
    };

    SyncObserver &m_observer;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<AccountId, Entry> m_entries;
};

} // namespace inlet::sync
