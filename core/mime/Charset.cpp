// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Charset_p.h"

#include <QStringDecoder>

#include <vmime/charset.hpp>
#include <vmime/charsetConverterOptions.hpp>

#include <array>
#include <exception>

namespace inlet::mime
{

namespace
{

constexpr std::array<char16_t, 32> kWindows1252High = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString decodeWindows1252(const QByteArray &octets)
{
    QString text = QString::fromLatin1(octets);
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        if (code >= 0x80 && code < 0xA0)
            c = QChar(kWindows1252High[code - 0x80u]);
    }
    return text;
}

bool isAscii(const QByteArray &octets)
{
    for (const char c : octets) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

/// Lower-case label without quotes, mapped to what senders mean by it (WHATWG Encoding, "names and
/// labels": a superset is always safe).
QByteArray canonicalLabel(const QByteArray &charset)
{
    QByteArray label = charset.trimmed().toLower();
    label.replace('"', "").replace('\'', "");
    // RFC 2231 section 5: "charset*language".
    if (const auto star = label.indexOf('*'); star >= 0)
        label.truncate(star);
    static const QHash<QByteArray, QByteArray> meant = {
        {"utf8", "utf-8"},
        {"unicode-1-1-utf-8", "utf-8"},
        {"utf-8-sig", "utf-8"},
        {"ascii", "us-ascii"},
        {"ansi_x3.4-1968", "us-ascii"},
        {"7bit", "us-ascii"},
        {"latin1", "iso-8859-1"},
        {"iso8859-1", "iso-8859-1"},
        {"iso_8859-1", "iso-8859-1"},
        {"cp1252", "windows-1252"},
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        {"hz-gb-2312", "hz"},
        {"ks_c_5601-1987", "windows-949"},
        {"ks_c_5601", "windows-949"},
        {"euc-kr", "windows-949"},
        {"cp932", "windows-932"},
        {"iso-8859-8-i", "iso-8859-8"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"unicode-1-1-utf-7", "utf-7"},
    };
    return meant.value(label, label);
}

QString decodeUtf8OrNothing(const QByteArray &octets, bool *valid)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(octets);
    *valid = !decoder.hasError();
    return text;
}

/// By the library (ICU). A null string where it does not know the charset.
QString decodeByLibrary(const QByteArray &octets, const QByteArray &label)
{
    try {
        vmime::charsetConverterOptions options;
        options.silentlyReplaceInvalidSequences = true;
        vmime::string out;
        vmime::charset::convert(octets.toStdString(), out, vmime::charset(label.toStdString()),
            vmime::charset("utf-8"), options);
        return QString::fromUtf8(out.data(), qsizetype(out.size()));
    } catch (const std::exception &) {
        return {};
    }
}

QString withoutControls(QString text)
{
    text.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        return (code < 0x20 && code != u'\t' && code != u'\n' && code != u'\r') || code == 0x7F;
    });
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

QString decodeRaw(const QByteArray &octets, const QByteArray &label, bool *exact)
{
    if (label == "utf-8") {
        bool valid = false;
        const QString text = decodeUtf8OrNothing(octets, &valid);
        *exact = valid;
        // One broken character in UTF-8 is better than a page of windows-1252 guesses, unless
        // nothing in it was UTF-8 at all.
        const auto broken = text.count(QChar::ReplacementCharacter);
        const bool anyGood = valid || std::any_of(text.cbegin(), text.cend(), [](QChar c) {
            return c.unicode() >= 0x80 && c != QChar(QChar::ReplacementCharacter);
        });
        return anyGood || broken == 0 ? text : decodeWindows1252(octets);
    }
    if (label.isEmpty() || label == "us-ascii" || label == "x-unknown" || label == "unknown-8bit") {
        *exact = isAscii(octets);
        return decodeUnlabelled(octets);
    }
    if (label == "iso-8859-1" || label == "windows-1252")
        return decodeWindows1252(octets);
    const QString text = decodeByLibrary(octets, label);
    if (text.isNull() && !octets.isEmpty()) {
        *exact = false;
        return decodeUnlabelled(octets);
    }
    return text;
}

} // namespace

QString decodeUnlabelled(const QByteArray &octets)
{
    bool valid = false;
    const QString text = decodeUtf8OrNothing(octets, &valid);
    return withoutControls(valid ? text : decodeWindows1252(octets));
}

QString decodeCharset(const QByteArray &octets, const QByteArray &charset, bool *exact)
{
    bool ignored = true;
    bool &believed = exact ? *exact : ignored;
    believed = true;
    if (octets.isEmpty())
        return {};
    return withoutControls(decodeRaw(octets, canonicalLabel(charset), &believed));
}

} // namespace inlet::mime
