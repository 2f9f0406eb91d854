// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "store/values/History.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace inlet::ui
{

/// One line between messages: what was decided, or what became of a mail of ours.
struct TimelineEvent {
    qsizetype after = -1; ///< message that it stands below; -1: above the first
    QDateTime at;
    QString text;
    QString icon;
    bool bad = false; ///< something went wrong

    bool operator==(const TimelineEvent &) const = default;
};

/// The lines of a conversation in their order. `messages` oldest first; of decisions the newest few
/// between two messages are told, and how many there were before. Thread: GUI.
[[nodiscard]] QList<TimelineEvent> timelineEvents(const QList<store::MessageItem> &messages,
    const QList<store::DecisionRecord> &decisions, const QDateTime &now);

} // namespace inlet::ui
