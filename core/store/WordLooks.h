// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/ListFilter.h"

namespace inlet::store
{

/// The first `limit` conversations of a list whose messages have the words, found by looking into the
/// newest ones in turn: into their texts when that promises to fill the page, else among the numbers of all
/// matches, which are quickly read, while their conversations are not. nullopt: read all with their
/// conversations, because the words are rare, or because few conversations of this list have them (a
/// mailbox, the snoozed ones); to find that out costs at most what reading all costs.
/// `filter` was made with WordSearch::Left. Throws. Thread: the connection's.
[[nodiscard]] std::optional<QList<ConversationId>> firstRowsWithWords(Connection &db, const ListFilter &filter, int limit);

} // namespace inlet::store
