// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/StatusBook_p.h"

#include <utility>

namespace inlet::sync
{

namespace
{

bool sameStatus(const SyncStatus &a, const SyncStatus &b)
{
    return a.state == b.state && a.provedAt == b.provedAt && a.until == b.until && a.error == b.error
        && a.done == b.done && a.total == b.total && a.syncedBackTo == b.syncedBackTo;
}

bool isSettled(SyncState state)
{
    return state == SyncState::Live || state == SyncState::Paused || state == SyncState::Checked;
}

Error stallOf(WaitsFor what)
{
    switch (what) {
    case WaitsFor::Turn:
        return {ErrorKind::Timeout, QStringLiteral("waits for its turn"), {}, "waits-for-turn"};
    case WaitsFor::Computer:
        return {ErrorKind::Timeout, QStringLiteral("nothing could be stored for a minute"), {}, "computer-busy"};
    case WaitsFor::Keyring:
    case WaitsFor::Server:
        break;
    }
    return {ErrorKind::Timeout, QStringLiteral("the server has not answered for a minute"), {}, "no-answer-yet"};
}

} // namespace

void StatusBook::open(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[account];
    entry = {};
    entry.open = true;
    entry.since = m_clock.steadyNow();
    entry.status.account = account;
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::close(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[account];
    if (!entry.open)
        return;
    entry = {};
    entry.status.account = account;
    entry.status.state = SyncState::Off;
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::report(const SyncStatus &status)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[status.account];
    entry.stalled.reset();
    entry.since = m_clock.steadyNow();
    if (!entry.open || sameStatus(entry.status, status))
        return;
    entry.status = status;
    m_observer.syncStatusChanged(status);
}

void StatusBook::waitsFor(AccountId account, WaitsFor what)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[account];
    entry.what = what;
    entry.since = m_clock.steadyNow();
    if (!entry.open || !entry.stalled)
        return;
    entry.status = *std::exchange(entry.stalled, {});
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::tellStalled(Entry &entry)
{
    const bool isUnderWay = entry.status.state == SyncState::Connecting || entry.status.state == SyncState::CatchingUp;
    // What came to one that is settled is stored, and only a disk that hangs takes so long for it.
    const bool isStoring = isSettled(entry.status.state) && entry.what == WaitsFor::Computer;
    if (!(isUnderWay || isStoring) || entry.what == WaitsFor::Keyring || m_clock.steadyNow() - entry.since < kLongestSilence)
        return;
    entry.stalled = entry.status;
    entry.status.state = SyncState::Waiting;
    entry.status.error = stallOf(entry.what);
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::checkProofs()
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime oldest = m_clock.nowUtc().addSecs(-std::chrono::seconds(kProofHolds).count());
    for (auto &[account, entry] : m_entries) {
        if (entry.open)
            tellStalled(entry);
        const bool isProved = entry.status.state == SyncState::Live || entry.status.state == SyncState::Paused;
        if (!entry.open || !isProved || entry.status.provedAt >= oldest)
            continue;
        entry.status.state = SyncState::Checked;
        m_observer.syncStatusChanged(entry.status);
    }
}

} // namespace inlet::sync
