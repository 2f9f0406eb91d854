// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/StatusText.h"

#include <charconv>

namespace inlet::imap
{

namespace
{

/// The bracket that ends the code. Flags such as "[x]" in PERMANENTFLAGS stand in parentheses, and a
/// quoted argument may hold anything.
qsizetype closingBracket(const QByteArray &words)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const char c = words.at(at);
        if (c == '"')
            quoted = !quoted;
        else if (quoted && c == '\\')
            ++at;
        else if (!quoted && c == '[')
            ++depth;
        else if (!quoted && c == ']' && --depth == 0)
            return at;
    }
    return words.indexOf(']');
}

} // namespace

StatusText statusText(const QByteArray &words)
{
    StatusText parts;
    if (!words.startsWith('[')) {
        parts.words = words;
        return parts;
    }
    const qsizetype end = closingBracket(words);
    if (end < 0) {
        parts.words = words;
        return parts;
    }
    const QByteArray inside = words.mid(1, end - 1).trimmed();
    const qsizetype space = inside.indexOf(' ');
    parts.code = (space < 0 ? inside : inside.left(space)).toUpper();
    parts.arguments = space < 0 ? QByteArray() : inside.mid(space + 1);
    parts.words = words.mid(end + 1).trimmed();
    return parts;
}

std::optional<quint64> numberOf(QByteArrayView digits, quint64 most)
{
    quint64 number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    if (digits.isEmpty() || error != std::errc() || end != digits.end() || number > most)
        return std::nullopt;
    return number;
}

quint32 number32Of(QByteArrayView digits)
{
    return quint32(numberOf(digits, std::numeric_limits<quint32>::max()).value_or(0));
}

} // namespace inlet::imap
