// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/SearchQuery.h"
#include "store/sqlite/Connection.h"

#include <QVariant>

namespace inlet::store
{

// Words of the search box that stand beside the mails: in lists of leads, so that whoever looks for a company finds its
// conversations, and in the rep's notes, also where no mail has them.

/// Conversations `c` of leads that match lead_index as `?` says.
inline constexpr const char *kOfListedLead
    = "c.id IN (SELECT p.conversation FROM lead_index i CROSS JOIN leads l ON l.id = i.rowid CROSS JOIN people p "
      "ON p.address = l.address WHERE i.lead_index MATCH ? AND p.conversation IS NOT NULL)";

/// Columns of lead_index for the conversation `?`.
inline constexpr const char *kListedWords
    = "SELECT l.company, l.campaign FROM people p JOIN leads l ON l.address = p.address WHERE p.conversation = ?";

/// Conversations `c` of the list of numbers `?` (jsonList).
inline constexpr const char *kOfNumbers = "c.id IN (SELECT value FROM json_each(?))";

/// Which of the terms any lead or any note has; places in `terms`, at most 3 of them.
[[nodiscard]] QList<qsizetype> termsBeside(Connection &db, const QList<SearchQuery::Term> &terms);

struct WordCondition {
    std::string sql;
    QVariantList values;
};
/// A message in the bounds has all the words, but those in `beside` may stand in the list or the note instead. Or the
/// note has all of them.
[[nodiscard]] WordCondition conditionFor(Connection &db, const QList<SearchQuery::Term> &terms, const QList<qsizetype> &beside,
    const std::string &bounds, const QVariantList &boundValues);

} // namespace inlet::store
