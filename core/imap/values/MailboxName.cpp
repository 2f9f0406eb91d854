// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/values/MailboxName.h"

#include <algorithm>

// Not vmime's fromModifiedUTF7 and toModifiedUTF7: the one loses backslash and tilde, the other all
// characters outside the basic plane (held by tst_ServerWords).
namespace inlet::imap
{

namespace
{

constexpr qsizetype kLongestName = 2000;

QString shown(QString name)
{
    for (QChar &c : name) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            c = QChar::ReplacementCharacter;
    }
    return name;
}

bool isPrintable(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x7f;
}

/// What is no base64 of whole UTF-16 units, or half a surrogate pair, becomes U+FFFD.
QString decodeShifted(QByteArray text)
{
    const auto result = QByteArray::fromBase64Encoding(text.replace(',', '/'),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray utf16 = result ? *result : QByteArray();
    if (utf16.isEmpty())
        return QString(QChar::ReplacementCharacter);
    QString decoded;
    for (qsizetype at = 0; at + 1 < utf16.size(); at += 2) {
        const auto high = static_cast<unsigned char>(utf16.at(at));
        const auto low = static_cast<unsigned char>(utf16.at(at + 1));
        decoded += QChar(char16_t(high << 8 | low));
    }
    for (qsizetype at = 0; at < decoded.size(); ++at) {
        const bool isPair = at + 1 < decoded.size() && decoded.at(at).isHighSurrogate()
            && decoded.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (decoded.at(at).isSurrogate())
            decoded[at] = QChar::ReplacementCharacter;
    }
    return decoded;
}

/// Base64 of UTF-16BE with "," for "/" and without padding.
QByteArray encodeShifted(QStringView text)
{
    QByteArray utf16;
    for (const QChar c : text) {
        utf16.append(char(c.unicode() >> 8));
        utf16.append(char(c.unicode() & 0xff));
    }
    QByteArray base64 = utf16.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
    return '&' + base64.replace('/', ',') + '-';
}

} // namespace

QString decodeMailboxName(const QByteArray &wireName)
{
    const QByteArray bounded = wireName.left(kLongestName);
    const bool eightBit = std::any_of(bounded.begin(), bounded.end(),
        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (eightBit)
        return shown(QString::fromUtf8(bounded));
    QString name;
    qsizetype at = 0;
    while (at < bounded.size()) {
        if (bounded.at(at) != '&') {
            name += QLatin1Char(bounded.at(at++));
            continue;
        }
        const qsizetype found = bounded.indexOf('-', at);
        const qsizetype end = found < 0 ? bounded.size() : found;
        const QByteArray inside = bounded.mid(at + 1, end - at - 1);
        name += inside.isEmpty() ? QStringLiteral("&") : decodeShifted(inside);
        at = end + 1;
    }
    return shown(name);
}

QByteArray encodeMailboxName(const QString &name, QByteArrayView shifted)
{
    const auto isPlain = [shifted](QChar c) { return isPrintable(c) && !shifted.contains(c.toLatin1()); };
    QByteArray wire;
    qsizetype at = 0;
    while (at < name.size()) {
        if (isPlain(name.at(at))) {
            const char c = name.at(at).toLatin1();
            wire += c == '&' ? QByteArrayLiteral("&-") : QByteArray(1, c);
            ++at;
            continue;
        }
        const auto end = std::find_if(name.begin() + at, name.end(), isPlain);
        const qsizetype size = end - (name.begin() + at);
        wire += encodeShifted(QStringView(name).mid(at, size));
        at += size;
    }
    return wire;
}

} // namespace inlet::imap
