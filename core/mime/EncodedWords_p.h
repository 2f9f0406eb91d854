// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inlet::mime
{

/// An unfolded header value as text: RFC 2047 encoded words decoded, also broken ones (spaces
/// inside, no padding, a character cut in two by two words, no white space around, no end), raw
/// 8-bit octets as UTF-8 or windows-1252. Linear in the length of `value`.
QString decodeWords(const QByteArray &value);

/// RFC 2047 section 4.2 without the surroundings; also used for RFC 2231 values that are not.
QByteArray decodeQ(const QByteArray &text);

} // namespace inlet::mime
