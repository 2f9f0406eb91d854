// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Ledger.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <optional>

namespace inlet::outbox
{

/// What the outbox is busy with when it plans.
struct Situation {
    QDateTime now;
    QSet<AccountId> sendingAccounts; ///< a worker serves them
    QSet<AccountId> lookingAccounts; ///< a look into Sent is under way
    QSet<AccountId> heldAccounts; ///< nothing may be sent from them now
    QSet<LedgerId> inFlight; ///< Sending, and by us
    QSet<LedgerId> eager; ///< wait for the network, which may be back
    QHash<LedgerId, QDateTime> dues; ///< where not at the row's dueAt: see Waits
    QHash<LedgerId, QDateTime> looks; ///< when the next look is due; absent: none planned
};

struct Plan {
    QMap<AccountId, QList<LedgerId>> sends; ///< oldest first
    QMap<AccountId, QList<LedgerId>> looks;
    QList<LedgerId> orphans; ///< Sending, but nobody sends: left behind by a process that ended
    QList<LedgerId> unplanned; ///< Accepted or Unknown, without a schedule of looks
    std::optional<QDateTime> next; ///< when the clock alone makes something due
};

/// Source: class Outbox. Pure; `rows` are the unfinished ones, in any order.
[[nodiscard]] Plan planFor(QList<store::LedgerRow> rows, const Situation &situation);

/// Begins the note of a message that is held.
inline constexpr QLatin1String kHeldNote("Held: ");
/// Of one that the user sends all the same. A note of another failure takes its place, and it may be held again.
inline constexpr QLatin1String kReleasedNote("You chose to send it all the same.");

/// Held, because too much of what the mailbox sends comes back: for the user to decide, message by message.
[[nodiscard]] bool isHeldBack(const store::LedgerRow &row);
/// Queued for the user's decision about the mailbox: tried, and no time for another try.
[[nodiscard]] bool waitsForUser(const store::LedgerRow &row);

} // namespace inlet::outbox
