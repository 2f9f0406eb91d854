// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/SearchQuery.h"
#include "store/sqlite/Connection.h"

#include <QVariant>

namespace inlet::store
{

/// The one WHERE clause of a list: rows, keys, membership and counts are all made with it.
struct ListFilter {
    std::string from; ///< "FROM conversations c ..."
    std::string where; ///< "WHERE ..."
    QVariantList values; ///< for its question marks, in order
    bool dynamic = false; ///< depends on what was typed: not worth keeping prepared
    bool onlyWords = false; ///< with WordSearch::Left: beside its words a row has only to be in its list, which is in an index
    QList<SearchQuery::Term> terms; ///< for snippets
    std::string wordBounds; ///< with WordSearch::Left: " AND m.at >= ?" ..., what else holds for that message
    QList<qsizetype> besideTerms; ///< of `terms`, those that a list of leads or a note has: there they need not be in the mail
    QVariantList wordValues; ///< with WordSearch::Left: the match expression, then those of the bounds

    void bindTo(Query &query) const;
};

void bindValues(Query &query, const QVariantList &values); ///< texts and numbers

/// How the messages that have the words are found; the answer is the same.
enum class WordSearch {
    All, ///< all of them first: for keys and counts
    Left, ///< not here: whoever asked looks into the rows (WordMatcher.h, WordLooks.h)
};

/// `now` decides what is still snoozed, scheduled or of today (the local day).
[[nodiscard]] ListFilter makeFilter(Connection &db, const ListQuery &query, qint64 now,
    WordSearch words = WordSearch::All);

/// What a search in all mail may find, without its words.
[[nodiscard]] ListFilter filterEverywhere(Connection &db);

} // namespace inlet::store
