// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/ContentTypeGuess_p.h"

#include <QMimeDatabase>

#include <algorithm>

namespace inlet::mime
{

namespace
{

bool isWellFormed(const QByteArray &type)
{
    const bool safe = std::all_of(type.cbegin(), type.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("/!#$&-^_.+").contains(c);
    });
    return safe && type.size() < 128 && type.count('/') == 1 && !type.startsWith('/') && !type.endsWith('/');
}

} // namespace

QByteArray contentTypeFor(const QString &fileName, const QByteArray &given)
{
    QByteArray type = given.trimmed().toLower();
    if (!isWellFormed(type))
        type = QMimeDatabase().mimeTypeForFile(fileName, QMimeDatabase::MatchExtension).name().toLatin1();
    // A multipart or message type would have to be encoded by other rules (RFC 2045 section 6.4).
    if (!isWellFormed(type) || type.startsWith("multipart/") || type.startsWith("message/"))
        return "application/octet-stream";
    return type;
}

} // namespace inlet::mime
