// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"

namespace inlet::store
{

/// One decision of the rep, written so that it means the same on another machine: a global id, its
/// author and time, and the mail it is about named by address and Message-ID, not by our row ids.
struct Decision {
    QString verb;
    QString argument; ///< category name, time in ISO 8601, text of the note, suppressed pattern
    ConversationId conversation; ///< none for a suppression
    QByteArray takesBack; ///< id of the decision that this one undoes
    StoredMessageId message{}; ///< what it is about, where that is one mail; none: the conversation
};

/// Appends it; answers its id, 16 octets. Never changed afterwards (the schema forbids it).
QByteArray appendDecision(WriteContext &context, const Decision &decision);

} // namespace inlet::store
