// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace inlet::store
{

/// Rows of a list by category, whatever category it is narrowed to; key: int(Category).
using SplitCounts = QHash<int, qint64>;

/// What is said beside a list that shows nothing, or of a search: asked for only then. Times that are not
/// known are invalid.
struct ListFacts {
    QDateTime nextWake; ///< of what is snoozed
    qint64 handledToday = 0; ///< conversations that the rep decided about or wrote in today, each once
    qint64 meetingsToday = 0; ///< of them, sorted as a meeting request
    qint64 unsorted = 0; ///< unread ones without a category
    qint64 everywhere = 0; ///< what the search finds in every conversation
    QDateTime oldest; ///< where the mail on this computer begins
    qint64 recentBounces = 0; ///< reports of the last 30 days
    qint64 changesWaiting = 0; ///< that a server still has to learn
    QList<AccountId> firstSync; ///< mailboxes that have not been read to the end of their window yet

    bool operator==(const ListFacts &) const = default;
};

} // namespace inlet::store
