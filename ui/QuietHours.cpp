// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/QuietHours.h"

namespace inlet::ui
{

bool QuietHours::contains(const QDateTime &local) const
{
    if (!on)
        return false;
    // What holds now began today or yesterday.
    for (const QDate day : {local.date().addDays(-1), local.date()}) {
        const QDateTime begin(day, from);
        const QDateTime end(to > from ? day : day.addDays(1), to);
        if (hasDay(day.dayOfWeek()) && begin <= local && local < end)
            return true;
    }
    return false;
}

} // namespace inlet::ui
