// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/StatusBook_p.h"

namespace inlet::sync
{

namespace
{

bool sameStatus(const SyncStatus &a, const SyncStatus &b)
{
    return a.state == b.state && a.provedAt == b.provedAt && a.until == b.until && a.error == b.error
        && a.done == b.done && a.total == b.total && a.syncedBackTo == b.syncedBackTo;
}

} // namespace

void StatusBook::open(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[account];
    entry.open = true;
    entry.status = {};
    entry.status.account = account;
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::close(AccountId account)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[account];
    if (!entry.open)
        return;
    entry.open = false;
    entry.status = {};
    entry.status.account = account;
    entry.status.state = SyncState::Off;
    m_observer.syncStatusChanged(entry.status);
}

void StatusBook::report(const SyncStatus &status)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[status.account];
    if (!entry.open || sameStatus(entry.status, status))
        return;
    entry.status = status;
    m_observer.syncStatusChanged(status);
}

void StatusBook::checkProofs()
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime oldest = m_clock.nowUtc().addSecs(-std::chrono::seconds(kProofHolds).count());
    for (auto &[account, entry] : m_entries) {
        const bool settled = entry.status.state == SyncState::Live || entry.status.state == SyncState::Paused;
        if (!entry.open || !settled || entry.status.provedAt >= oldest)
            continue;
        entry.status.state = SyncState::Checked;
        m_observer.syncStatusChanged(entry.status);
    }
}

} // namespace inlet::sync
