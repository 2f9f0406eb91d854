// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QList>
#include <QString>

namespace inlet::ui
{

/// What screen readers are told of a row. The rep chooses which parts, and their order.
enum class RowPart {
    State, ///< selected, unread, starred, not sent
    Category,
    Person,
    Subject,
    Messages,
    Mailbox,
    Marks, ///< you wrote last, has a file, labels, snoozed, reminder
    Time,
};
[[nodiscard]] const QList<RowPart> &allRowParts(); ///< in the usual order
[[nodiscard]] QString nameOf(RowPart part); ///< for the settings file
[[nodiscard]] QString wordsOf(RowPart part); ///< for the rep: "Name and company"

/// "Unread. Interested, automatic. Mara Petersen, nordlicht.de. Re: quick question. 3 messages."
[[nodiscard]] QString rowSentence(const store::ConversationRow &row, bool isMarked, const QString &mailbox, const QDateTime &now,
    const QList<RowPart> &parts);

} // namespace inlet::ui
