// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/PhraseTable.h"

#include <QList>
#include <QString>

namespace inlet::triage
{

/// A date as written; numbers that could be day or month either way are kept so.
struct WrittenDate {
    qsizetype at = 0;
    qsizetype end = 0;
    int day = 0;
    int month = 0;
    int year = 0; ///< 0: not said
    bool ambiguous = false;
};

/// Dates with day and month, in the order of the text. `folded` as PhraseTable::fold() makes it.
[[nodiscard]] QList<WrittenDate> writtenDatesIn(const QString &folded);

/// 1 (Monday) to 7 for the name of a weekday in any language, folded; 0: none.
[[nodiscard]] int weekdayNumber(const QString &word);

/// The words that stand around a date: groups of resources/phrases/dates.json.
[[nodiscard]] const mime::PhraseTable &dateCues();

} // namespace inlet::triage
