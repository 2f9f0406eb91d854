// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Attribution_p.h"

#include "mime/QuoteFinder_p.h"

#include <QRegularExpression>

#include <algorithm>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxAttributionLines = 5;
constexpr qsizetype kMaxAttributionLength = 400;
constexpr qsizetype kMaxAttributedName = 60;

bool isColon(QChar c)
{
    return c == u':' || c == QChar(0xFF1A);
}

bool endsWithColon(const QString &text)
{
    return !text.isEmpty() && isColon(text.back());
}

QString visible(const QString &text)
{
    QString out = text;
    out.removeIf(isInvisible);
    return out;
}

/// A day, not only a time.
bool hasDay(const QString &text)
{
    // Also in the digits of Arabic, Persian, Hindi.
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:19|20|۲۰|٢٠|२०|২০)\\d\\d\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d\\d ?[年년]"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(text).hasMatch();
}

/// "<jo@x.com>" or "(jo@x.com)": how programs write an address; people write it bare.
bool hasFramedEmail(const QString &text)
{
    for (qsizetype at = text.indexOf(u'@'); at > 0; at = text.indexOf(u'@', at + 1)) {
        const qsizetype open = qMax(text.lastIndexOf(u'<', at), text.lastIndexOf(u'(', at));
        if (open < 0 || QStringView(text).mid(open, at - open).contains(u'>'))
            continue;
        const QChar close = text.at(open) == u'<' ? u'>' : u')';
        if (at - open < 100 && text.indexOf(close, at) > at)
            return true;
    }
    return false;
}

/// The verb that ends the text, as "wrote" in "Jo wrote"; also "wrote (time)".
bool endsWithVerb(const QString &folded)
{
    for (qsizetype start = folded.size(); start-- > 0 && folded.size() - start <= 30;) {
        const auto hit = quotePhrases().atStart(QStringLiteral("wrote"), folded.mid(start));
        if (hit && start + hit->length == folded.size())
            return true;
    }
    return false;
}

/// "Jo Doe <jo@x.com>", nothing else.
bool isNameWithEmail(const QString &text)
{
    const qsizetype open = text.indexOf(u'<');
    return open > 1 && open < kMaxAttributedName && text.endsWith(u'>') && hasFramedEmail(text) && text.count(u'<') == 1
        && text.left(open).trimmed().count(u' ') <= 4;
}

/// What only programs write above a quote, in whatever language: a day, a time and an address in
/// its brackets, a colon last, and the quote below.
bool isStamped(const QString &clean, bool quoteFollows)
{
    return quoteFollows && endsWithColon(clean) && hasFramedEmail(clean) && hasTime(clean) && hasDay(clean);
}

/// Yahoo on telephones: "On Tue, ..., Jo<jo@x.com> wrote:   Hi Max," in one line.
bool goesOnBehindColon(const QString &line)
{
    const auto colon = line.left(kMaxAttributionLength).indexOf(QStringLiteral(":  "));
    const QString head = line.left(colon + 1);
    return colon > 0 && hasEmail(head) && hasDate(head) && isAttribution(head, false);
}

/// Gmail's form without a verb and without an address, on a line by itself.
bool isBareGmailDate(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*\\d{4}-\\d\\d-\\d\\d \\d{1,2}:\\d\\d GMT[+-]\\d\\d:\\d\\d [^:]{2,60}$"));
    return pattern.match(line).hasMatch();
}

/// Attributions over several lines begin like one; else a sentence with a number in it that stands
/// above an attribution would be taken for its first line.
bool mayGoOn(const QString &line)
{
    const QString folded = PhraseTable::fold(bare(line));
    return !folded.isEmpty() && (folded.at(0).isDigit() || hasEmail(line)
        || quotePhrases().atStart(QStringLiteral("attribution"), folded).has_value());
}

/// The first line of one in a language we do not know: a day and a time, and it does not end there.
bool mayGoOnStamped(const QString &line)
{
    const QString clean = visible(line).trimmed();
    return !clean.isEmpty() && !QStringView(u".?!:").contains(clean.back()) && hasTime(clean) && hasDay(clean);
}

/// A line an attribution may start with: most lines are turned away here at little cost.
bool mayStart(const QString &line)
{
    if (line.size() > kMaxAttributionLength)
        return false;
    const bool tells = std::any_of(line.cbegin(), line.cend(), [](QChar c) { return c.isDigit() || c == u'@'; });
    if (tells)
        return true;
    const QString clean = bare(line);
    return endsWithColon(clean) && clean.size() < 120;
}

} // namespace

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069)
        || code == 0xFEFF;
}

QString bare(const QString &line)
{
    qsizetype start = 0;
    qsizetype end = line.size();
    const auto isFrame = [](QChar c) {
        return c.isSpace() || QStringView(u">*|-_=#~").contains(c) || c == QChar(0x2014) || isInvisible(c);
    };
    while (start < end && isFrame(line.at(start)))
        ++start;
    while (end > start && isFrame(line.at(end - 1)))
        --end;
    return line.mid(start, end - start);
}

bool isQuoted(QStringView line)
{
    return line.trimmed().startsWith(u'>');
}

QString ownMark(const QString &line)
{
    constexpr qsizetype kMaxInitials = 4;
    const QString clean = line.left(80).trimmed();
    if (clean.startsWith(QStringLiteral("| ")))
        return QStringLiteral("|");
    qsizetype at = 0;
    while (at < clean.size() && at <= kMaxInitials && clean.at(at).isUpper())
        ++at;
    return at > 0 && at <= kMaxInitials && at < clean.size() && clean.at(at) == u'>' ? clean.left(at + 1) : QString();
}

bool hasTime(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\d{1,2}(?:[:.h]| h )\\d{2}"), QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(text).hasMatch();
}

bool hasDate(const QString &text)
{
    return hasTime(text) || hasDay(text);
}

bool hasEmail(const QString &text)
{
    const auto at = text.indexOf(u'@');
    return at > 0 && at + 2 < text.size() && !text.at(at - 1).isSpace() && text.at(at + 1).isLetterOrNumber();
}

bool isAttribution(const QString &joined, bool quoteFollows)
{
    if (joined.size() > 2 * kMaxAttributionLength)
        return false;
    const QString clean = visible(bare(joined));
    const bool colon = endsWithColon(clean);
    QString folded = PhraseTable::fold(clean);
    while (!folded.isEmpty() && (isColon(folded.back()) || folded.back() == u' '))
        folded.chop(1);
    if (folded.endsWith(QStringLiteral("[mailto")) || folded.isEmpty())
        return false;
    const bool dated = hasDate(clean);
    const bool addressed = hasEmail(clean);
    if (endsWithVerb(folded)) {
        const bool framed = colon || joined.trimmed().endsWith(QStringLiteral("--"));
        // "Here is what I wrote:" has neither a date nor an address nor a quote below it.
        return framed && (dated || addressed || quoteFollows);
    }
    if (!colon)
        return false;
    const bool started = quotePhrases().atStart(QStringLiteral("attribution"), folded).has_value() || folded.at(0).isDigit();
    const bool verb = quotePhrases().find(QStringLiteral("wrote"), folded).has_value();
    if (verb && dated && (addressed || (started && hasTime(clean)) || quoteFollows))
        return true;
    if (isStamped(clean, quoteFollows))
        return true;
    if (quoteFollows && (isNameWithEmail(clean.chopped(1)) || quotePhrases().atStart(QStringLiteral("quoting"), folded)))
        return true;
    // Gmail in some languages has no verb: "2014-10-17 11:28 GMT+03:00 Jo <jo@x.com>:".
    return dated && addressed && hasTime(clean) && clean.endsWith(QStringLiteral(">:")) && (started || quoteFollows);
}

qsizetype attributionLines(const QStringList &lines, qsizetype at)
{
    if (goesOnBehindColon(lines.at(at)))
        return 1;
    if (!mayStart(lines.at(at)))
        return 0;
    if (isBareGmailDate(lines.at(at)))
        return 1;
    QString joined;
    bool onlyStamped = false;
    for (qsizetype count = 1; count <= kMaxAttributionLines && at + count <= lines.size(); ++count) {
        const QString line = lines.at(at + count - 1).trimmed();
        const bool linkFollows = line.isEmpty() && at + count < lines.size() && lines.at(at + count).startsWith(u'<');
        if (linkFollows)
            continue;
        if (count == 2) {
            onlyStamped = !mayGoOn(lines.at(at));
            if (onlyStamped && !mayGoOnStamped(lines.at(at)))
                return 0;
        }
        if (line.isEmpty() || joined.size() + line.size() > kMaxAttributionLength)
            return 0;
        joined += (joined.isEmpty() || joined.endsWith(u'<') ? QString() : QStringLiteral(" ")) + line;
        qsizetype next = at + count;
        while (next < lines.size() && lines.at(next).trimmed().isEmpty())
            ++next;
        const bool quoteFollows = next < lines.size() && (isQuoted(lines.at(next)) || !ownMark(lines.at(next)).isEmpty());
        if (onlyStamped ? isStamped(visible(bare(joined)), quoteFollows) : isAttribution(joined, quoteFollows))
            return count;
    }
    return 0;
}

} // namespace inlet::mime
