// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"

namespace inlet::store
{

enum class KeywordNews {
    FirstSight, ///< on a message or place read now: a choice of the rep made here stays
    Change, ///< somebody changed it just now
};

/// A keyword of ours that came or went on the server (another machine of the rep set it) becomes
/// the category of the conversation, or mutes it.
void followKeywords(WriteContext &context, Aggregates &aggregates, StoredMessageId message,
    const QByteArrayList &before, const QByteArrayList &after, KeywordNews news);

} // namespace inlet::store
