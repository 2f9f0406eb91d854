// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"
#include "store/Aggregates.h"
#include "triage/values/Verdict.h"

namespace inlet::store
{

/// One place of a message, as far as the lists care.
struct Place {
    imap::FolderRole role = imap::FolderRole::None; ///< where a queued Move will bring it, else where it is
    int flags = 0;
};

/// What the lists need to know of a message from all its places.
struct Presence {
    bool visible = false;
    bool inbox = false;
    bool seen = false;
    bool flagged = false;
};

/// Pure. A message in several folders has the flags of its most prominent place. Junk of a prospect
/// is a stray reply and counts as inbox; of anybody else, or junked by the rep, it is hidden.
[[nodiscard]] Presence presenceOf(const QList<Place> &places, bool local, bool junkIsStray);

[[nodiscard]] MessageShare shareOf(const Presence &presence, triage::Kind kind, bool attachment);

/// Recomputes the derived columns of a message after its places changed.
void refreshMessage(WriteContext &context, Aggregates &aggregates, StoredMessageId message);

/// A human mail `message` of that time is in the conversation from now on: what waited for an answer does no more.
void wake(WriteContext &context, ConversationId conversation, StoredMessageId message, qint64 at);

/// After `is_prospect` or `junked` of the conversation changed: what lies in Junk shows or hides.
void refreshJunk(WriteContext &context, Aggregates &aggregates, ConversationId conversation);

} // namespace inlet::store
