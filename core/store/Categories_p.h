// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/OwnCategory.h"

#include <QByteArrayList>

namespace inlet::store
{

/// "Not-Interested", "not interested" and "notinterested" are the same word.
[[nodiscard]] QString squeezedName(const QString &name);
/// Categories whose name begins so ("meet" -> Meeting request).
[[nodiscard]] QList<Category> categoriesFromPrefix(const QString &prefix, const QList<OwnCategory> &own);
/// "$Inlet_Interested" ...; empty for Unsorted and the rep's own.
[[nodiscard]] QByteArray keywordOf(Category category);
/// The first keyword of a built-in category; Unsorted when there is none.
[[nodiscard]] Category categoryOfKeywords(const QByteArrayList &keywords);
[[nodiscard]] bool isCategoryKeyword(const QByteArray &keyword);

/// Of a conversation that the rep muted, on its newest mail of theirs.
inline constexpr const char *kMuteKeyword = "$Inlet_Muted";
[[nodiscard]] bool isMuteKeyword(const QByteArray &keyword);

} // namespace inlet::store
