// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"

namespace inlet::cli
{

// What cannot be read again from the servers, as JSON lines in a directory: decisions.jsonl (category,
// archive, star, snooze, note by Message-ID), ledger.jsonl, suppression.jsonl. No mail, no secrets.

Exit exportDecisions(const Session &session);
/// Applies to messages that are here; the rest is counted and named. Repeating it changes nothing.
Exit importDecisions(const Session &session);

} // namespace inlet::cli
