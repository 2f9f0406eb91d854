// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "store/values/Triage.h"

#include <QString>

namespace inlet::ui::steps
{

/// What was done: "Done", "Starred"; for the toast and for questions.
[[nodiscard]] QString done(store::TriageVerb verb);
/// What is so again after a step was taken back: "Back in the inbox: Mara Petersen".
[[nodiscard]] QString undone(const store::UndoStep &step, qint64 asked = 0);
/// "Done · Mara Petersen", "Deleted · 12 conversations"; `what` stands for the verb's own words where given.
/// `asked`: of so many; more than the step's where it was stopped.
[[nodiscard]] QString sentence(const store::UndoStep &step, const QString &what = {}, qint64 asked = 0);

/// Whom a question is about: "Mara Petersen", "3 conversations". `first` of them.
[[nodiscard]] QString whose(const store::ConversationRow &first, qsizetype conversations);

} // namespace inlet::ui::steps
