// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/sqlite/Connection.h"

#include <functional>

namespace inlet::store
{

/// Puts the words of a stored message into the full text index, or takes them out. The index keeps
/// no text, so a row is taken out with the very values it was put in with: both read them back from
/// the rows. Call unindexMessage() before those rows change. Thread: the writer.
void indexMessage(Connection &db, StoredMessageId message, const QString &text);
void unindexMessage(Connection &db, StoredMessageId message);

/// The text of a message as far as it is searchable. Throws StoreError.
[[nodiscard]] QString searchableText(const QByteArray &packed);

/// Messages that wait for the index (TextIndex::Later).
[[nodiscard]] qint64 countUnindexed(Connection &db);
/// Indexes up to `most` of them, fewer when `hurry` says so.
void indexWaiting(Connection &db, int most, const std::function<bool()> &hurry);

} // namespace inlet::store
