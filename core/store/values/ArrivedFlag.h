// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet::store
{

/// Of a place in a folder without a role, or on Gmail below a label: a reply that a rule of the user's filed there before
/// anybody saw it. It stands among the keywords, counts as inbox until it is archived or moved, and no server
/// knows it: a flag with a backslash that is unknown is dropped by imap, and ours is never sent.
inline constexpr const char *kArrivedFlag = "\\Arrived";

} // namespace inlet::store
