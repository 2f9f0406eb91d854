// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/History.h"

#include <QDateTime>
#include <QString>

namespace inlet::ui::phrases
{

// The log of decisions in words. Translated. Thread: GUI.

/// "Category set to Interested", "Snoozed until Mon 09:00", "Archived".
[[nodiscard]] QString decision(const store::DecisionRecord &record);
/// "this computer", "another computer", "your rule".
[[nodiscard]] QString decidedBy(const store::DecisionRecord &record);
[[nodiscard]] QString decisionIcon(const store::DecisionRecord &record);
/// Says what a conversation went through: read marks, stars and notes do not, nor what was taken back.
[[nodiscard]] bool isEvent(const store::DecisionRecord &record);
/// "09:14" today, "Mon 09:14" within a week, then "4 Dec 09:14".
[[nodiscard]] QString eventTime(const QDateTime &time, const QDateTime &now);

} // namespace inlet::ui::phrases
