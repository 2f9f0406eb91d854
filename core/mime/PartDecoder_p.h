// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/PartTree_p.h"

namespace inlet::mime
{

/// Undoes the Content-Transfer-Encoding of a body, at most `limit` decoded octets. Junk in base64
/// and a missing tail are tolerated; an unknown encoding gives the octets as they are. `damage`
/// may be null. Never throws.
QByteArray decodeBody(const QByteArray &body, const QByteArray &encoding, qsizetype limit,
    QStringList *damage);

/// Decoded size in octets without decoding: exact for identity and base64, a close estimate for
/// quoted-printable.
qint64 decodedSize(const QByteArray &raw, const PartNode &node);

/// A text leaf as text with LF line ends; RFC 3676 flowed lines joined.
QString decodeText(const QByteArray &raw, const PartNode &node, qsizetype limit, QStringList *damage);

/// Safe to offer as a file name: no path, no control or bidi characters, no leading dot, at most
/// 150 characters with the suffix kept; "attachment" + suffix of `type` where nothing is left.
QString safeFileName(const QString &name, const QByteArray &type);

} // namespace inlet::mime
