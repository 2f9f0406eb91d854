// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace inlet::imap
{

/// Most keywords kept of one message; a server that sends more is lying.
inline constexpr qsizetype kMaxKeywords = 128;

} // namespace inlet::imap
