// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "triage/values/Verdict.h"

namespace inlet::triage
{

/// What a server's refusal of one recipient means, by the same rules as a report of it. Pure.
/// `reply`: the server's words, with their code ("550 5.1.1 User unknown"). Thread: any.
[[nodiscard]] BouncedRecipient judgeRefusal(const QString &recipient, const QString &reply);

} // namespace inlet::triage
