// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "store/values/Ledger.h"

#include <chrono>
#include <optional>

namespace inlet::outbox
{

/// The looks into the Sent folder for one row, from the moment it became Accepted or Unknown (or
/// was found so at start): after 5 s, 20 s, 60 s, then 5 and 30 min. facts: a provider files its
/// own copy within that minute or not at all.
class LookSchedule
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `first`: when the first look is due; the rest counts from `since`.
    LookSchedule(QDateTime since, QDateTime first);

    [[nodiscard]] QDateTime due() const { return m_due; } ///< invalid: no more looks
    /// A look that found nothing was done at `now`.
    void looked(const QDateTime &now);
    /// The look could not be done: again later, without counting.
    void missed(const QDateTime &now);
    /// The clock on the wall went back by that much.
    void setBack(Milliseconds back);

    /// True when a look at `now` that finds nothing is enough to append our own copy.
    [[nodiscard]] bool mayAppend(accounts::SentPolicy policy, const QDateTime &now) const;
    /// True when the first minute is over: what is not there now is probably not there at all.
    [[nodiscard]] bool firstMinuteIsOver(const QDateTime &now) const;

private:
    QDateTime m_since;
    QDateTime m_due;
    int m_misses = 0;
};

} // namespace inlet::outbox
