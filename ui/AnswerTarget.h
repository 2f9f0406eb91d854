// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

namespace inlet::ui
{

/// Why an answer to a message would not reach the person: a mail server's report, or an automatic reply that is
/// answered somewhere else. Empty: it reaches whoever wrote it. Pure.
[[nodiscard]] QString whyNobodyReads(const store::MessageItem &message, const store::ConversationRow &head);
/// An address that a person may read.
[[nodiscard]] bool takesAnswers(const QString &address);
/// The newest message of ours to the prospect, which an answer can go on from; null: none.
[[nodiscard]] const store::MessageItem *ownToPerson(const QList<store::MessageItem> &messages, const store::ConversationRow &head);

} // namespace inlet::ui
