// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QTimeZone>

namespace inlet::ui
{

/// One line of what a list says about a person.
struct LeadFact {
    QString icon;
    QString shown; ///< "Size: 50"
    QString value; ///< to copy: "50"
    QString what; ///< "job title", for the name of the button
};

/// What is known, in the order of the pane; nothing for what is not.
[[nodiscard]] QList<LeadFact> factsOf(const store::Lead &lead);

/// "Europe/Riga", "UTC+2", "GMT-05:30", else the zone that is named after the city. Invalid: unknown.
[[nodiscard]] QTimeZone zoneOf(const store::Lead &lead);
/// "14:20 there, Monday" where it is another day than here.
[[nodiscard]] QString localTime(const QTimeZone &zone, const QDateTime &now);
/// In full with its zone, and in a second line what the clock said at the lead, where that is known and another time.
[[nodiscard]] QString bothTimes(const QDateTime &time, const QTimeZone &theirs);

} // namespace inlet::ui
