// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/PhraseTable.h"
#include "triage/values/Verdict.h"

#include <functional>

namespace inlet::triage
{

inline constexpr double kPlainPoints = 3.0; ///< a wish that is said plainly: a strong phrase, or a day and an hour

/// The phrases of wishes by group (resources/phrases/intents.json).
const mime::PhraseTable &intentPhrases();

using AddPoints = std::function<void(Intent, double points, const QString &what)>;

/// Signs that are no phrases: a link to a calendar, a weekday with an hour, a question, a bare "no",
/// an "unsubscribe" that is the whole message.
/// `folded` and `foldedSubject` as PhraseTable::fold() makes them.
void addSigns(const QString &text, const QString &folded, const QString &foldedSubject, const AddPoints &add);

/// "14:00", "14.30 Uhr", "3pm", "at 10", "kl. 10", "午後2時".
bool namesAnHour(const QString &folded);

/// A word like "not", "nicht", "no" stands right before `at` in the same clause.
bool isNegated(const QString &folded, qsizetype at);

} // namespace inlet::triage
