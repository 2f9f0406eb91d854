// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Mail.h"

namespace inlet::store
{

/// Takes over the server's flags of one message. A flag that a queued operation is about to change
/// keeps our value: the server does not know better yet. Unknown UIDs are ignored.
void updateFlags(WriteContext &context, Aggregates &aggregates, FolderId folder, const FlagUpdate &update);

} // namespace inlet::store
