// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/StrongId.h"

namespace inlet
{

using AccountId = StrongId<struct AccountTag>;
using FolderId = StrongId<struct FolderTag>;
/// A row of our store. Not the Message-ID header, which is called messageId and is text.
using StoredMessageId = StrongId<struct StoredMessageTag>;
using ConversationId = StrongId<struct ConversationTag>;
using DraftId = StrongId<struct DraftTag>;
/// A row of the ledger: one outgoing message.
using LedgerId = StrongId<struct LedgerTag>;
/// A queued change that still has to reach a server.
using OperationId = StrongId<struct OperationTag>;
/// One step of the undo stack: everything that one key press changed.
using UndoId = StrongId<struct UndoTag>;
/// A rule of the rep: "mail like this is of that category".
using RuleId = StrongId<struct RuleTag>;
/// A list that the rep kept.
using SavedViewId = StrongId<struct SavedViewTag>;

/// RFC 3501 section 2.3.1.1. A UID means nothing without its folder and UIDVALIDITY.
using ImapUid = StrongId<struct ImapUidTag, quint32>;
using UidValidity = StrongId<struct UidValidityTag, quint32>;

} // namespace inlet

Q_DECLARE_METATYPE(inlet::AccountId)
Q_DECLARE_METATYPE(inlet::FolderId)
Q_DECLARE_METATYPE(inlet::StoredMessageId)
Q_DECLARE_METATYPE(inlet::ConversationId)
