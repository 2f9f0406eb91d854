// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"
#include "imap/values/Limits.h"

namespace inlet::imap
{

/// Adds one flag as written on the wire: "\\Seen" in any case, or a keyword. \Recent and unknown
/// system flags are left out. Source: RFC 3501 section 2.3.2.
void addFlag(MessageFlags &flags, QByteArrayView name);
void removeFlag(MessageFlags &flags, QByteArrayView name);
/// Gmail's labels that say where a message of All Mail is: "\\Inbox", "\\Sent", "\\Draft". They are kept among
/// the keywords, where no flag of any server can get: addFlag() refuses a backslash.
[[nodiscard]] bool isPlaceLabel(QByteArrayView name);
/// As written on the wire.
[[nodiscard]] QByteArrayList toWire(const MessageFlags &flags);
/// True for what RFC 3501 section 9 allows as a flag: an atom, perhaps after a backslash.
[[nodiscard]] bool isLegalFlag(QByteArrayView name);

} // namespace inlet::imap
