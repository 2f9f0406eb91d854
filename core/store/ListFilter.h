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
    QList<SearchQuery::Term> terms; ///< for snippets

    void bindTo(Query &query) const;
};

/// `now` decides what is still snoozed, scheduled or of today (the local day).
[[nodiscard]] ListFilter makeFilter(Connection &db, const ListQuery &query, qint64 now);

} // namespace inlet::store
