// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QByteArrayList>

namespace inlet::store
{

/// Categories whose name begins so ("meet" -> Meeting request).
[[nodiscard]] QList<Category> categoriesFromPrefix(const QString &prefix);
/// "$Inlet_Interested" ...; empty for Unsorted.
[[nodiscard]] QByteArray keywordOf(Category category);
/// The first category keyword; Unsorted when there is none.
[[nodiscard]] Category categoryOfKeywords(const QByteArrayList &keywords);
[[nodiscard]] bool isCategoryKeyword(const QByteArray &keyword);

/// Of a conversation that the rep muted, on its newest mail of theirs.
inline constexpr const char *kMuteKeyword = "$Inlet_Muted";
[[nodiscard]] bool isMuteKeyword(const QByteArray &keyword);

} // namespace inlet::store
