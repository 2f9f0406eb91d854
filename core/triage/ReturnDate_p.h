// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace inlet::triage
{

/// The day on which somebody says to be back (or until which to be away), where it is plainly
/// written: "until 12 August", "back on 12/08/2026", "bis zum 12.08.", "8月12日まで", "back on Monday".
/// A year that is not written is the next one that fits after `written`, the day of the message.
/// Invalid where none is said or 3/4 could be two days.
QDate findReturnDate(const QString &text, const QDate &written);

/// The first day that is written with day and month, in the letters of `folded` (PhraseTable::fold); empty where none is.
[[nodiscard]] QString dayNamedIn(const QString &folded);

} // namespace inlet::triage
