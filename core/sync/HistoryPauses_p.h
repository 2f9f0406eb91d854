// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QSet>

#include <mutex>

namespace inlet::sync
{

/// Mailboxes of which no older mail is read for now. Thread: any; the mutex guards m_paused.
class HistoryPauses
{
public:
    void set(AccountId account, bool paused)
    {
        const std::scoped_lock lock(m_mutex);
        if (paused)
            m_paused.insert(account);
        else
            m_paused.remove(account);
    }
    [[nodiscard]] bool contains(AccountId account) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_paused.contains(account);
    }

private:
    mutable std::mutex m_mutex;
    QSet<AccountId> m_paused;
};

} // namespace inlet::sync
