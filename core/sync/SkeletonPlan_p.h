// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "imap/values/Imap.h"

#include <optional>

namespace inlet::sync
{

/// What of a large message is fetched at once: all that is for reading and for telling what it is, and small files.
inline constexpr qint64 kMostRead = 512 * 1024; ///< octets of it
inline constexpr qint64 kSmallPart = 64 * 1024; ///< a logo in a signature, a calendar entry
inline constexpr qint64 kMostSmall = 256 * 1024; ///< of all small files

/// The sections to ask for; marks in `parts` what stays on the server. None: the message must come as a whole (signed,
/// encrypted, no structure, too much text, nothing that could stay).
[[nodiscard]] std::optional<QByteArrayList> planSkeleton(QList<imap::BodyPart> &parts);

/// The octets of the skeleton from what came. Errors: Protocol where that is not what the structure told.
[[nodiscard]] Result<QByteArray> buildSkeleton(const QByteArray &header, const QList<imap::BodyPart> &parts,
    const QHash<QByteArray, QByteArray> &sections);

} // namespace inlet::sync
