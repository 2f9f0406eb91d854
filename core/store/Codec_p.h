// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"
#include "mime/values/Message.h"

#include <QDateTime>
#include <QString>

namespace inlet::store
{

/// Bits of locations.flags.
enum FlagBit : int { kSeen = 1, kAnswered = 2, kFlagged = 4, kDeleted = 8, kDraft = 16 };
[[nodiscard]] int flagBits(const imap::MessageFlags &flags);
[[nodiscard]] QString keywordText(const imap::MessageFlags &flags);
[[nodiscard]] QByteArrayList keywordList(const QString &text);
[[nodiscard]] imap::MessageFlags flagsOf(int bits, const QString &keywords);
/// Bit of "\Seen" ...; 0 for a keyword.
[[nodiscard]] int bitOfFlag(const QByteArray &flag);
[[nodiscard]] QByteArrayList flagNames(int bits);

/// One address a line, name and address parted by a tab; at most 100 of them.
[[nodiscard]] QString addressLines(const QList<mime::Address> &addresses);
[[nodiscard]] QList<mime::Address> addressesOf(const QString &lines);

/// Without control characters, cut to `limit` characters.
[[nodiscard]] QString cleaned(const QString &text, qsizetype limit);
[[nodiscard]] QString addressKey(const QString &address); ///< trimmed, lower-case, bounded

[[nodiscard]] qint64 toMs(const QDateTime &time); ///< invalid: 0
[[nodiscard]] QDateTime fromMs(qint64 ms); ///< 0: invalid
[[nodiscard]] qint64 nowMs();

/// 64 bits of BLAKE2b.
[[nodiscard]] qint64 hash64(const QByteArray &octets);

} // namespace inlet::store
