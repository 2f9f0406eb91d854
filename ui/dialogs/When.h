// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace inlet::ui::when
{

/// A time that is offered, with its words: "Tomorrow".
struct Choice {
    QString words;
    QDateTime at; ///< local, after `now`

    bool operator==(const Choice &) const = default;
};

/// How far ahead one looks: "later today", or "not now", which means weeks.
enum class Horizon { Days, Weeks };

/// Times to come back at, soonest use first; what is weeks away never falls on a weekend. `now` is local.
/// `returnOn`: the day an out-of-office reply named; in the future it comes first, on Monday where it
/// falls on a weekend.
[[nodiscard]] QList<Choice> choices(const QDateTime &now, const QDate &returnOn, Horizon horizon = Horizon::Days);

/// "tomorrow", "fri 14:00", "3d", "in 2 weeks", "12 dec", "2026-12-01 9:30", "17:15": the local time it
/// means, 09:00 where no time is said. Invalid: not understood, past, or more than five years ahead.
/// Pure; any text.
[[nodiscard]] QDateTime parse(const QString &text, const QDateTime &now);

/// "Mon 30 Nov, 09:00"; with the year where it is another one.
[[nodiscard]] QString words(const QDateTime &at, const QDateTime &now);

} // namespace inlet::ui::when
