// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTime>

namespace inlet::ui
{

/// When nothing is told: from `from` to `to` in local time, beginning on the chosen days of the week. Over
/// midnight where `to` is not after `from`; a whole day where they are equal.
struct QuietHours {
    static constexpr int kEveryDay = 0x7f;

    bool on = false;
    QTime from{19, 0};
    QTime to{7, 30};
    int weekdays = kEveryDay; ///< bit 0: Monday

    [[nodiscard]] bool hasDay(int isoDay) const { return (weekdays & (1 << (isoDay - 1))) != 0; }
    /// `local` lies within.
    [[nodiscard]] bool contains(const QDateTime &local) const;

    bool operator==(const QuietHours &) const = default;
};

} // namespace inlet::ui
