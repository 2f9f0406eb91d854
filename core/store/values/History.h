// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace inlet::store
{

/// One entry of the append-only log of decisions: who did what, and when.
struct DecisionRecord {
    QByteArray id; ///< 16 octets, the same on every machine
    QDateTime at;
    QString author; ///< profile that decided
    bool ours = true; ///< this profile did
    QString verb; ///< "archive", "categorize", "undo" ...
    QString argument; ///< category, time, text of the note, pattern
    QString address; ///< of the prospect
    QString messageId; ///< newest message of the conversation at that time
    bool takenBack = false; ///< an undo followed
    ConversationId conversation; ///< where that mail is now; none: about no conversation, or it is gone
    QString name; ///< of the prospect, else the address
    UndoId step; ///< of the undo stack, while it can be taken back

    bool operator==(const DecisionRecord &) const = default;
};

} // namespace inlet::store
