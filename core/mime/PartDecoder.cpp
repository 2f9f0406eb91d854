// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/PartDecoder_p.h"

#include "mime/Charset_p.h"
#include "mime/FlowedText_p.h"

#include <vmime/utility/encoder/encoderFactory.hpp>
#include <vmime/utility/inputStreamStringAdapter.hpp>
#include <vmime/utility/outputStreamStringAdapter.hpp>

#include <exception>

namespace inlet::mime
{

namespace
{

void noteDamage(QStringList *damage, const QString &what)
{
    if (damage && !damage->contains(what))
        damage->append(what);
}

QByteArray decodeBase64(const QByteArray &body, QStringList *damage)
{
    // Qt skips what is not base64 and keeps an incomplete last group; vmime stops or drops it.
    // Text behind the padding (a list's footer) is not part of the content.
    qsizetype letters = 0;
    qsizetype end = body.size();
    bool junk = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+'
            || c == '/') {
            ++letters;
        } else if (c == '=' && letters % 4 >= 2) {
            end = i;
            break;
        } else if (c != '\r' && c != '\n' && c != ' ' && c != '\t') {
            junk = true;
        }
    }
    if (junk)
        noteDamage(damage, QStringLiteral("base64 with characters that do not belong there"));
    if (end == body.size() && letters % 4 != 0)
        noteDamage(damage, QStringLiteral("base64 cut off"));
    return QByteArray::fromBase64(body.left(end));
}

QByteArray decodeByLibraryEncoder(const QByteArray &body, const QByteArray &encoding)
{
    const auto encoder = vmime::utility::encoder::encoderFactory::getInstance()->create(
        encoding.toStdString());
    const vmime::string source = body.toStdString();
    vmime::utility::inputStreamStringAdapter in(source);
    vmime::string out;
    vmime::utility::outputStreamStringAdapter sink(out);
    encoder->decode(in, sink);
    return QByteArray::fromStdString(out);
}

bool isIdentity(const QByteArray &encoding)
{
    return encoding == "7bit" || encoding == "8bit" || encoding == "binary" || encoding.isEmpty();
}

QString withLineFeeds(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    return text;
}

QString suffixFor(const QByteArray &type)
{
    static const QHash<QByteArray, QString> known = {
        {"message/rfc822", QStringLiteral(".eml")},
        {"text/calendar", QStringLiteral(".ics")},
        {"text/html", QStringLiteral(".html")},
        {"text/plain", QStringLiteral(".txt")},
        {"text/vcard", QStringLiteral(".vcf")},
        {"text/csv", QStringLiteral(".csv")},
        {"application/pdf", QStringLiteral(".pdf")},
        {"application/zip", QStringLiteral(".zip")},
        {"image/png", QStringLiteral(".png")},
        {"image/jpeg", QStringLiteral(".jpg")},
        {"image/gif", QStringLiteral(".gif")},
    };
    return known.value(type);
}

} // namespace

QByteArray decodeBody(const QByteArray &body, const QByteArray &encoding, qsizetype limit,
    QStringList *damage)
{
    if (isIdentity(encoding))
        return body.left(limit);
    try {
        if (encoding == "base64")
            return decodeBase64(body.left(limit + limit / 2 + 1024), damage).left(limit);
        return decodeByLibraryEncoder(body.left(3 * limit), encoding).left(limit);
    } catch (const std::exception &) {
        noteDamage(damage, QStringLiteral("unknown transfer encoding"));
        return body.left(limit);
    }
}

qint64 decodedSize(const QByteArray &raw, const PartNode &node)
{
    const qsizetype octets = node.bodyEnd - node.bodyStart;
    if (node.header.encoding != "base64" && node.header.encoding != "quoted-printable")
        return octets;
    const bool base64 = node.header.encoding == "base64";
    qint64 count = 0;
    for (qsizetype i = node.bodyStart; i < node.bodyEnd; ++i) {
        const char c = raw.at(i);
        if (base64)
            count += (c != '\r' && c != '\n' && c != ' ' && c != '=') ? 1 : 0;
        else if (c == '=')
            count -= i + 1 < node.bodyEnd && (raw.at(i + 1) == '\r' || raw.at(i + 1) == '\n') ? 2 : 1;
        else
            ++count;
    }
    return base64 ? count * 3 / 4 : qMax<qint64>(0, count);
}

QString decodeText(const QByteArray &raw, const PartNode &node, qsizetype limit, QStringList *damage)
{
    const QByteArray body = raw.mid(node.bodyStart, node.bodyEnd - node.bodyStart);
    const QByteArray octets = decodeBody(body, node.header.encoding, limit, damage);
    if (octets.size() == limit)
        noteDamage(damage, QStringLiteral("text longer than %1 octets").arg(limit));
    bool exact = true;
    const QString text = withLineFeeds(decodeCharset(octets, node.header.charset, &exact));
    if (!exact)
        noteDamage(damage, QStringLiteral("text is not in the character set it names"));
    return node.header.flowed ? joinFlowed(text, node.header.delSp) : text;
}

QString safeFileName(const QString &name, const QByteArray &type)
{
    QString clean;
    for (const QChar c : name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1)) {
        if (c.isSpace()) {
            clean += u' ';
            continue;
        }
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (!hidden)
            clean += QStringLiteral("<>:\"|?*").contains(c) ? QChar(u'_') : c;
    }
    clean = clean.simplified();
    while (clean.startsWith(u'.') || clean.startsWith(u' '))
        clean.remove(0, 1);
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    constexpr qsizetype kMaxName = 150;
    if (clean.size() > kMaxName) {
        const auto dot = clean.lastIndexOf(u'.');
        const QString suffix = dot > 0 && clean.size() - dot <= 16 ? clean.mid(dot) : QString();
        clean = clean.left(kMaxName - suffix.size()) + suffix;
    }
    return clean.isEmpty() ? QStringLiteral("attachment") + suffixFor(type) : clean;
}

} // namespace inlet::mime
