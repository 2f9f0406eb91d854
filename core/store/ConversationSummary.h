// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"

namespace inlet::store
{

/// Brings the derived columns of one conversation (times, words of the row, in_* of the lists) up to
/// date from its counters, its newest messages and the decisions on it.
void updateSummary(WriteContext &context, ConversationId conversation);

} // namespace inlet::store
