// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ViewDesk.h"
#include "store/Store.h"

#include <QDate>

#include <mutex>
#include <vector>

namespace inlet::engine
{

/// How many conversations each saved view shows. A view is counted whole once; then only what changed is
/// asked for, because a word that half the mails have takes a second to count, and something changes all
/// the time. One bit a conversation says whether it was in.
class ViewTally
{
public:
    /// Thread: any.
    void note(const store::ChangeSet &changes);

    struct State {
        ViewCounts counts; ///< of those that have been counted
        bool more = false; ///< advance() again: there are views to count whole
        bool provisional = false; ///< words of history are still on their way into the search index
    };
    /// Brings what was counted up to date and counts at most one view whole, so that no snapshot is held for
    /// long. `session`: a new one. Thread: one at a time.
    [[nodiscard]] Result<State> advance(store::ReadSession &session);

private:
    struct Counted {
        store::ListQuery query;
        std::vector<bool> members; ///< by number of the conversation
        qint64 count = 0;
        qint64 countedAt = 0; ///< milliseconds since the epoch
        QDate day; ///< when it was counted; none: to be counted anew
        bool wordsMissing = false; ///< to be counted anew when all words are in the search index
    };
    struct Pending {
        QSet<ConversationId> conversations;
        bool everything = false;
    };

    Result<void> follow(store::ReadSession &session, const Pending &pending);
    Result<void> countWhole(store::ReadSession &session, const store::SavedView &view);
    [[nodiscard]] static bool isStale(const Counted &counted, bool allIndexed);

    std::mutex m_mutex; ///< guards m_pending
    Pending m_pending;
    QHash<SavedViewId, Counted> m_counted;
};

} // namespace inlet::engine
