// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Envelope_p.h"

#include <QUrl>

#include <algorithm>

namespace inlet::smtp
{

namespace
{

constexpr qsizetype kMaxAddress = 254; // RFC 5321 section 4.5.3.1.3, without the brackets

Error badAddress()
{
    return {ErrorKind::Config, QStringLiteral("not an address that can be sent to"), {},
        "settings"};
}

bool isForbidden(QChar c)
{
    return c.unicode() <= 0x20 || c.unicode() == 0x7f || c == QLatin1Char('<')
        || c == QLatin1Char('>') || (c.unicode() >= 0x80 && c.unicode() < 0xa0);
}

} // namespace

Result<WireAddress> wireAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    if (at <= 0 || std::any_of(address.begin(), address.end(), isForbidden))
        return badAddress();
    const QByteArray local = address.left(at).toUtf8();
    QString domain = address.mid(at + 1);
    const bool literal = domain.startsWith(QLatin1Char('['));
    const QByteArray ascii = literal ? domain.toLatin1() : QUrl::toAce(domain);
    WireAddress wire;
    wire.octets = local + '@' + ascii;
    wire.needsUtf8 = std::any_of(local.begin(), local.end(),
        [](char c) { return static_cast<unsigned char>(c) > 127; });
    if (ascii.isEmpty() || wire.octets.size() > kMaxAddress)
        return badAddress();
    return wire;
}

} // namespace inlet::smtp
