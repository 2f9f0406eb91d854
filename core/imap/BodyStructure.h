// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Response.h"
#include "imap/values/Imap.h"

namespace inlet::imap
{

inline constexpr int kMostPartDepth = 20; ///< of multiparts in each other
inline constexpr qsizetype kMostParts = 200;

/// The parts that a BODYSTRUCTURE value (RFC 3501 section 7.4.2) tells, parents before children. Empty: it is broken,
/// or deeper or longer than the bounds; whoever asked does without.
[[nodiscard]] QList<BodyPart> bodyStructure(const Response &response, std::size_t token);

} // namespace inlet::imap
