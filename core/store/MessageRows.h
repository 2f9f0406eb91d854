// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/Incoming.h"

namespace inlet::store
{

/// A message about to be stored.
struct NewMessage {
    AccountId account;
    ConversationId conversation;
    qint64 key = 0;
    Prints prints;
    quint64 providerThread = 0;
    triage::Kind kind = triage::Kind::Human;
    qint64 at = 0;
    qint64 size = 0;
    BodyState body = BodyState::Whole;
    TextIndex words = TextIndex::Now;
    bool local = false; ///< ours, accepted by a server, its Sent copy not read yet
    MessageShare share;
};

/// Inserts the row, its content (`packed`, see Packing.h), attachments and words.
StoredMessageId insertMessage(WriteContext &context, const NewMessage &message,
    const mime::ParsedMessage &parsed, const triage::Verdict &verdict, const QByteArray &packed);

/// The whole message, or a skeleton, for one of which less was here.
void replaceContent(WriteContext &context, StoredMessageId message, const IncomingMessage &whole);

/// Removes a message with all that hangs on it; the caller counts its conversation anew.
void removeMessage(WriteContext &context, StoredMessageId message);

} // namespace inlet::store
