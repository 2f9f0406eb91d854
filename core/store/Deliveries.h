// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Conversation.h"

namespace inlet::store
{

/// Fills in what became of our messages among `items` (oldest first): bounces and answers. Throws.
/// Thread: that of the connection.
void addDeliveries(Connection &db, ConversationId conversation, QList<MessageItem> &items);

/// Those of `addresses` that cannot or must not be written to. Throws.
[[nodiscard]] QList<AddressState> addressStates(Connection &db, ConversationId conversation, const QStringList &addresses);

} // namespace inlet::store
