// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/EncodedWords_p.h"

#include "mime/Charset_p.h"

#include <optional>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxCharsetLabel = 64;

struct EncodedWord {
    QByteArray charset;
    bool base64 = false;
    QByteArray text;
    qsizetype end = 0; ///< behind the word
};

bool isLabelChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
        || c == '_' || c == '.' || c == ':' || c == '*' || c == '+';
}

/// The word that starts with "=?" at `start`, if one does.
std::optional<EncodedWord> wordAt(const QByteArray &value, qsizetype start)
{
    qsizetype at = start + 2;
    while (at < value.size() && at - start < kMaxCharsetLabel && isLabelChar(value.at(at)))
        ++at;
    if (at == start + 2 || at + 2 >= value.size() || value.at(at) != '?' || value.at(at + 2) != '?')
        return std::nullopt;
    const char encoding = value.at(at + 1);
    EncodedWord word;
    word.charset = value.mid(start + 2, at - start - 2);
    word.base64 = encoding == 'B' || encoding == 'b';
    if (!word.base64 && encoding != 'Q' && encoding != 'q')
        return std::nullopt;
    const qsizetype textStart = at + 3;
    qsizetype end = value.indexOf("?=", textStart);
    // "=?utf-8?Q??=" is an empty word; "=?utf-8?Q?=41?=" starts with what looks like its own end.
    while (end >= 0 && !word.base64 && end == textStart - 1)
        end = value.indexOf("?=", end + 1);
    word.end = end < 0 ? value.size() : end + 2;
    word.text = value.mid(textStart, (end < 0 ? value.size() : end) - textStart);
    return word;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isBlank(const QByteArray &text)
{
    return text.trimmed().isEmpty();
}

} // namespace

QByteArray decodeQ(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const int high = c == '=' && i + 2 < text.size() + 0 ? hexValue(text.at(i + 1)) : -1;
        const int low = high >= 0 ? hexValue(text.at(i + 2)) : -1;
        if (low >= 0) {
            out.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            out.append(c == '_' ? ' ' : c);
        }
    }
    return out;
}

QString decodeWords(const QByteArray &value)
{
    QString out;
    QByteArray pending; // octets of adjacent words in one charset: a character may be cut in two
    QByteArray pendingCharset;
    const auto flush = [&] {
        if (!pending.isEmpty())
            out += decodeCharset(pending, pendingCharset);
        pending.clear();
    };
    qsizetype plainStart = 0;
    qsizetype at = value.indexOf("=?");
    while (at >= 0) {
        const auto word = wordAt(value, at);
        if (!word) {
            at = value.indexOf("=?", at + 2);
            continue;
        }
        const QByteArray between = value.mid(plainStart, at - plainStart);
        const bool adjacent = plainStart > 0 && isBlank(between);
        // ISO-2022 texts switch modes and switch back at the end of each word.
        const QByteArray charset = word->charset.toLower();
        if (!adjacent || charset != pendingCharset || charset.startsWith("iso-2022"))
            flush();
        if (!adjacent)
            out += decodeUnlabelled(between);
        pendingCharset = charset;
        pending += word->base64 ? QByteArray::fromBase64(word->text) : decodeQ(word->text);
        plainStart = word->end;
        at = value.indexOf("=?", plainStart);
    }
    flush();
    if (const QByteArray rest = value.mid(plainStart); plainStart == 0 || !isBlank(rest))
        out += decodeUnlabelled(rest);
    return out;
}

} // namespace inlet::mime
