// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/SearchQuery.h"

namespace inlet::store
{

/// About 120 characters of `text` around the first place where a term matches, on one line, each
/// match between U+E000 and U+E001; empty when nothing matches. Pure.
[[nodiscard]] QString snippetOf(const QString &text, const QList<SearchQuery::Term> &terms);

} // namespace inlet::store
