// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/Waits_p.h"

#include <algorithm>
#include <utility>

namespace inlet::outbox
{

namespace
{

using namespace std::chrono_literals;
using store::LedgerRow;
using store::LedgerState;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kLongestUndo = 5min; ///< what is longer is a time that the user chose
constexpr Milliseconds kLongestRetry = 24h; ///< after a daily limit
constexpr Milliseconds kCorrection = 2s;

Milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return Milliseconds(from.msecsTo(to));
}

bool isChosenTime(const LedgerRow &row)
{
    return row.attempts == 0 && between(row.createdAt, row.dueAt) > kLongestUndo;
}

/// A row may come from before a restart, and be written in a time that is the future again.
Milliseconds mostLeft(const LedgerRow &row, const QDateTime &now)
{
    return std::clamp(between(now, row.dueAt), 0ms, std::clamp(between(row.createdAt, row.dueAt), 0ms, kLongestRetry));
}

} // namespace

QHash<LedgerId, QDateTime> Waits::dues(const QList<LedgerRow> &rows, const Clock &clock)
{
    const QDateTime now = clock.nowUtc();
    const Moment steady = clock.steadyNow();
    QHash<LedgerId, QDateTime> due;
    QHash<LedgerId, Wait> waits;
    for (const LedgerRow &row : rows) {
        const bool waiting = row.state == LedgerState::UndoWindow || row.state == LedgerState::Queued;
        if (!waiting || !row.dueAt.isValid() || isChosenTime(row))
            continue;
        const Wait known = m_waits.value(row.id);
        const Wait wait = known.dueAt == row.dueAt ? known : Wait{row.dueAt, steady + mostLeft(row, now)};
        waits.insert(row.id, wait);
        const auto left = std::chrono::duration_cast<Milliseconds>(wait.end - steady);
        due.insert(row.id, std::min(row.dueAt, now.addMSecs(left.count())));
    }
    m_waits = std::move(waits);
    return due;
}

Milliseconds Waits::setBack(const Clock &clock)
{
    const Reading now{clock.nowUtc(), clock.steadyNow()};
    const std::optional<Reading> last = std::exchange(m_last, now);
    if (!last)
        return 0ms;
    const auto passed = std::chrono::duration_cast<Milliseconds>(now.steady - last->steady);
    const Milliseconds back = passed - between(last->wall, now.wall);
    return back > kCorrection ? back : 0ms;
}

} // namespace inlet::outbox
