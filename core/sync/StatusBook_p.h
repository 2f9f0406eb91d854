// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "sync/SyncEngine.h"

#include <map>
#include <mutex>

namespace inlet::sync
{

/// Whom a mailbox has to wait for to get on.
enum class WaitsFor {
    Turn, ///< other mailboxes have the workers, or the host's connections
    Keyring, ///< its user is asked; that has an end of its own
    Server,
    Computer, ///< to read the mail, and to store it or what else changed
};

/// What every mailbox is doing, told to the observer when it changes. It also takes back "Live" and "Paused"
/// where the proof is too old, whoever should have renewed it: a hung worker cannot keep a mailbox
/// green. And one that connects or catches up and gets no further for a minute is Waiting, with the reason, until
/// it does.
/// Thread: any. The mutex guards m_entries, and is held while the observer is told so that news
/// come in order; observers hand on and never call back.
class StatusBook
{
public:
    static constexpr std::chrono::minutes kProofHolds{10};
    static constexpr std::chrono::seconds kLongestSilence{60};

    StatusBook(SyncObserver &observer, const Clock &clock) : m_observer(observer), m_clock(clock) {}

    void open(AccountId account);
    /// Tells Off; later reports are ignored until open().
    void close(AccountId account);
    void report(const SyncStatus &status);
    /// It got a step further, and waits for that now.
    void waitsFor(AccountId account, WaitsFor what);
    /// Takes back what is no longer proved, and says who gets no further.
    void checkProofs();

private:
    struct Entry {
        SyncStatus status; ///< as told
        bool open = false;
        WaitsFor what = WaitsFor::Turn;
        std::chrono::steady_clock::time_point since = {}; ///< the last step
        std::optional<SyncStatus> stalled = {}; ///< as reported, while it is told that nothing goes on
    };

    void tellStalled(Entry &entry);

    SyncObserver &m_observer;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<AccountId, Entry> m_entries;
};

} // namespace inlet::sync
