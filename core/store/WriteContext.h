// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Codec_p.h"
#include "store/sqlite/Connection.h"
#include "store/values/Conversation.h"
#include "store/values/Rule.h"

#include <QSet>

namespace inlet::store
{

/// What one write command carries through the classes of this folder. Thread: the writer.
struct WriteContext {
    Connection &db;
    ChangeSet changes;
    qint64 now = nowMs();
    std::optional<QList<Rule>> rules; ///< newest first, read once a command; see ruleFor()
    std::optional<QSet<QString>> ownAddresses; ///< lower-case; see isOwnAddress()
};

/// Whether that lower-case address is one of our mailboxes or aliases.
[[nodiscard]] bool isOwnAddress(WriteContext &context, const QString &address);

} // namespace inlet::store
