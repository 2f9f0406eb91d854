// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QList>

namespace inlet::accounts
{

constexpr qsizetype kMaxTags = 20; ///< of one mailbox
constexpr qsizetype kMaxTag = 40; ///< letters

/// Tags as they are kept: each once whatever its case, blanks simplified, without commas, quotes and hidden
/// characters. What is too long or too much is left out.
[[nodiscard]] QStringList cleanTags(const QStringList &tags);
/// "team-a, client: Acme", cleaned. Commas and semicolons divide.
[[nodiscard]] QStringList tagsFromText(const QString &text);
/// The same for all ways to write it.
[[nodiscard]] QString tagKey(const QString &tag);
[[nodiscard]] bool hasTag(const Account &account, const QString &tag);
/// The tags that these mailboxes have, each once, by name.
[[nodiscard]] QStringList allTags(const QList<Account> &accounts);
/// Without those of `removed`, with those of `added`.
[[nodiscard]] QStringList changedTags(const QStringList &tags, const QStringList &added, const QStringList &removed);

} // namespace inlet::accounts
