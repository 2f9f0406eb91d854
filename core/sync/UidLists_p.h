// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QList>

namespace inlet::sync
{

/// Ascending and without doubles, whatever a server sent.
[[nodiscard]] QList<ImapUid> tidy(QList<ImapUid> uids);
/// `all` without `without`; both ascending.
[[nodiscard]] QList<ImapUid> subtract(const QList<ImapUid> &all, const QList<ImapUid> &without);
/// first <= uid < end, ascending list.
[[nodiscard]] QList<ImapUid> between(const QList<ImapUid> &uids, quint32 first, quint32 end);
/// Newest first.
[[nodiscard]] QList<ImapUid> descending(QList<ImapUid> ascending);

} // namespace inlet::sync
