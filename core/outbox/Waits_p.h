// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/values/Ledger.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace inlet::outbox
{

/// How long the rows of the ledger still wait, also where the clock on the wall is set back: a row is due when its
/// moment has come, or when it has waited as long as it was meant to. A time that the user chose stays what it is.
/// Thread: one.
class Waits
{
public:
    /// When each row that has a time is due, in today's words of the clock on the wall. Forgets all other rows.
    QHash<LedgerId, QDateTime> dues(const QList<store::LedgerRow> &rows, const Clock &clock);
    /// How far the clock was set back since the last call; zero for a correction of seconds.
    std::chrono::milliseconds setBack(const Clock &clock);

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Wait {
        QDateTime dueAt;
        Moment end;
    };
    struct Reading {
        QDateTime wall;
        Moment steady;
    };

    QHash<LedgerId, Wait> m_waits;
    std::optional<Reading> m_last;
};

} // namespace inlet::outbox
