// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/QuoteFinder_p.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxAttributionLines = 5;
constexpr qsizetype kMaxAttributionLength = 400;
constexpr qsizetype kHeaderBlockLines = 12;
constexpr qsizetype kMaxSortedLines = 10000; ///< what stands below is taken as it is

bool isQuoted(QStringView line)
{
    return line.trimmed().startsWith(u'>');
}

/// Without what programs put around a line: quote marks, bold stars, dashes.
QString bare(const QString &line)
{
    qsizetype start = 0;
    qsizetype end = line.size();
    const auto isFrame = [](QChar c) {
        return c.isSpace() || QStringView(u">*|-_=#~").contains(c) || c == QChar(0x2014) || c == QChar(0xFEFF);
    };
    while (start < end && isFrame(line.at(start)))
        ++start;
    while (end > start && isFrame(line.at(end - 1)))
        --end;
    return line.mid(start, end - start);
}

enum Label { kFrom = 1, kDate = 2, kTo = 4, kSubject = 8 };

/// Which label of a header block the line starts with; 0 for none.
int labelOf(const QString &line)
{
    const QString clean = line.left(80).remove(u'*').trimmed();
    qsizetype start = 0;
    while (start < clean.size() && (clean.at(start) == u'>' || clean.at(start) == u'|' || clean.at(start).isSpace()))
        ++start;
    qsizetype colon = clean.indexOf(u':', start);
    if (const auto wide = clean.indexOf(QChar(0xFF1A), start); wide >= 0 && (colon < 0 || wide < colon))
        colon = wide;
    if (colon < 0 || colon - start > 24)
        return 0;
    const QString label = PhraseTable::fold(clean.mid(start, colon - start));
    if (label.isEmpty())
        return 0;
    struct Group {
        int label;
        QString name;
    };
    static const Group groups[] = {{kFrom, QStringLiteral("from")}, {kDate, QStringLiteral("date")},
        {kTo, QStringLiteral("to")}, {kSubject, QStringLiteral("subject")}};
    int found = 0;
    for (const Group &group : groups) {
        const auto hit = quotePhrases().atStart(group.name, label);
        if (hit && hit->length == label.size())
            found |= group.label;
    }
    return found;
}

/// Only dashes, underscores or the like, at least `least` of them.
bool isRule(QStringView line, qsizetype least)
{
    const QStringView clean = line.trimmed();
    return clean.size() >= least && std::all_of(clean.begin(), clean.end(), [](QChar c) {
        return QStringView(u"-_=*").contains(c) || c == QChar(0x2014) || c == QChar(0x2500);
    });
}

/// "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:".
bool isSeparatorLine(const QString &line)
{
    if (line.size() > 200 || line.size() < 6)
        return false;
    const QString clean = line.trimmed();
    const QString folded = PhraseTable::fold(bare(clean));
    const bool framed = isRule(QStringView(clean).left(2), 2) && isRule(QStringView(clean).right(2), 2);
    if (framed) {
        if (const auto hit = quotePhrases().atStart(QStringLiteral("original"), folded))
            return hit->length == folded.size() || folded.size() < 100;
    }
    // Written by a program, without any frame.
    if (const auto whole = quotePhrases().atStart(QStringLiteral("separator"), folded); whole && folded.size() <= whole->length + 12)
        return true;
    const bool leads = folded.endsWith(u':') || folded.endsWith(QChar(0xFF1A));
    const auto hit = quotePhrases().atStart(QStringLiteral("forward"), folded);
    return hit && leads && folded.size() <= hit->length + 2;
}

bool hasTime(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\d{1,2}[:.h]\\d{2}"));
    return pattern.match(text).hasMatch();
}

bool hasDate(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\\b(?:19|20)\\d\\d\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d\\d ?[年년]"));
    return hasTime(text) || pattern.match(text).hasMatch();
}

bool hasEmail(const QString &text)
{
    const auto at = text.indexOf(u'@');
    return at > 0 && at + 2 < text.size() && !text.at(at - 1).isSpace() && text.at(at + 1).isLetterOrNumber();
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

/// The joined lines are a whole attribution.
bool isAttribution(const QString &joined, bool quoteFollows)
{
    const QString clean = bare(joined);
    const bool colon = clean.endsWith(u':') || clean.endsWith(QChar(0xFF1A));
    QString folded = PhraseTable::fold(clean);
    while (!folded.isEmpty() && (folded.back() == u':' || folded.back() == QChar(0xFF1A) || folded.back() == u' '))
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
    // Gmail in some languages has no verb: "2014-10-17 11:28 GMT+03:00 Jo <jo@x.com>:".
    return dated && addressed && hasTime(clean) && clean.endsWith(QStringLiteral(">:")) && (started || quoteFollows);
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

/// A line an attribution may start with: most lines are turned away here at little cost.
bool mayStartAttribution(const QString &line)
{
    if (line.size() > kMaxAttributionLength)
        return false;
    const bool tells = std::any_of(line.cbegin(), line.cend(), [](QChar c) { return c.isDigit() || c == u'@'; });
    if (tells)
        return true;
    const QString clean = bare(line);
    return (clean.endsWith(u':') || clean.endsWith(QChar(0xFF1A))) && clean.size() < 120;
}

/// Looks for the lines that are not the author's.
class LineSorter
{
public:
    explicit LineSorter(const QString &text)
        : m_lines(text.split(u'\n')), m_labels(static_cast<size_t>(m_lines.size()), -1)
    {
    }

    /// A program's mark says that what follows is from others: beyond doubt, not by its look alone.
    [[nodiscard]] bool introduced() const { return m_introduced; }

    QList<SortedLine> sort()
    {
        for (const QString &line : m_lines)
            m_sorted.append({line, true});
        for (qsizetype at = 0; at < qMin(m_lines.size(), kMaxSortedLines);)
            at = step(at);
        return std::move(m_sorted);
    }

private:
    /// Sorts what starts at `at`; gives where to go on.
    qsizetype step(qsizetype at)
    {
        const QString &line = m_lines.at(at);
        if (line.trimmed().isEmpty())
            return at + 1;
        if (isQuoted(line)) {
            m_sorted[at].own = false;
            return at + 1;
        }
        if (isSeparatorLine(line) || startsHeaderBlock(at) || isRuleBeforeHeader(at)) {
            m_introduced = true;
            return cut(at);
        }
        if (const qsizetype start = sharedStart(line); start > 0)
            return takeSharedLine(at, start);
        if (const qsizetype length = attributionLines(m_lines, at))
            return takeAttribution(at, length);
        if (isWrappedQuote(at))
            m_sorted[at].own = false;
        return at + 1;
    }

    /// A long quoted line that was wrapped again loses its mark: one line, glued between quoted ones.
    bool isWrappedQuote(qsizetype at) const
    {
        return at > 0 && at + 1 < m_lines.size() && isQuoted(m_lines.at(at - 1)) && isQuoted(m_lines.at(at + 1))
            && m_lines.at(at - 1).size() >= 60;
    }

    int cachedLabel(qsizetype at)
    {
        int &label = m_labels[static_cast<size_t>(at)];
        if (label < 0)
            label = labelOf(m_lines.at(at));
        return label;
    }

    /// "From: / Sent: / To: / Subject:" in any language.
    bool startsHeaderBlock(qsizetype at)
    {
        // A letter may stand for "from" in one language and "to" in another ("a", "de", "od").
        int seen = cachedLabel(at);
        if (seen == 0)
            return false;
        int kinds = 1;
        int blanks = 0;
        for (qsizetype i = at + 1; i < m_lines.size() && i < at + kHeaderBlockLines && blanks <= 2; ++i) {
            blanks += m_lines.at(i).trimmed().isEmpty() ? 1 : 0;
            const int label = cachedLabel(i);
            kinds += (label & ~seen) != 0 ? 1 : 0;
            seen |= label;
        }
        const bool twoSure = kinds >= 2 && (seen & (kDate | kSubject)) != 0 && hasEmail(m_lines.at(at));
        return (seen & kFrom) != 0 && (kinds >= 3 || twoSure);
    }

    qsizetype cut(qsizetype at)
    {
        for (qsizetype i = at; i < m_lines.size(); ++i)
            m_sorted[i].own = false;
        return m_lines.size();
    }

    qsizetype nextText(qsizetype at) const
    {
        while (at < m_lines.size() && m_lines.at(at).trimmed().isEmpty())
            ++at;
        return at;
    }

    bool isRuleBeforeHeader(qsizetype at)
    {
        if (!isRule(m_lines.at(at), 4))
            return false;
        const qsizetype next = nextText(at + 1);
        return next < m_lines.size() && startsHeaderBlock(next);
    }

    qsizetype takeAttribution(qsizetype at, qsizetype length)
    {
        for (qsizetype i = at; i < at + length; ++i)
            m_sorted[i].own = false;
        const qsizetype next = nextText(at + length);
        m_introduced = m_introduced || (next < m_lines.size() && isQuoted(m_lines.at(next)));
        // Unmarked text below an attribution is all quote; marked text ends where the marks end.
        return next < m_lines.size() && !isQuoted(m_lines.at(next)) ? cut(at) : next;
    }

    /// Where the attribution starts in "reply On Wed, Apr 4, 2012, bob@example.com wrote:"; 0: none.
    static qsizetype sharedStart(const QString &line)
    {
        const auto start = line.lastIndexOf(QStringLiteral("On "));
        const bool inside = start > 0 && start < 300 && (line.at(start - 1) == u' ' || line.at(start - 1) == u'-');
        if (!inside || !line.trimmed().endsWith(u':') || bare(line.left(start)).isEmpty())
            return 0;
        return isAttribution(line.mid(start), false) ? start : 0;
    }

    qsizetype takeSharedLine(qsizetype at, qsizetype start)
    {
        QString own = m_lines.at(at).left(start).trimmed();
        while (own.endsWith(u'-'))
            own.chop(1);
        m_sorted[at].text = own;
        const qsizetype next = nextText(at + 1);
        return next < m_lines.size() && !isQuoted(m_lines.at(next)) ? cut(at + 1) : at + 1;
    }

    QStringList m_lines;
    std::vector<int> m_labels; ///< by line; -1: not looked at yet
    QList<SortedLine> m_sorted;
    bool m_introduced = false;
};

} // namespace

const PhraseTable &quotePhrases()
{
    static const PhraseTable table(QStringLiteral(":/inlet/phrases/quotes.json"));
    return table;
}

qsizetype attributionLines(const QStringList &lines, qsizetype at)
{
    if (goesOnBehindColon(lines.at(at)))
        return 1;
    if (!mayStartAttribution(lines.at(at)))
        return 0;
    if (isBareGmailDate(lines.at(at)))
        return 1;
    QString joined;
    for (qsizetype count = 1; count <= kMaxAttributionLines && at + count <= lines.size(); ++count) {
        const QString line = lines.at(at + count - 1).trimmed();
        const bool linkFollows = line.isEmpty() && at + count < lines.size() && lines.at(at + count).startsWith(u'<');
        if (linkFollows)
            continue;
        if (count == 2 && !mayGoOn(lines.at(at)))
            return 0;
        if (line.isEmpty() || joined.size() + line.size() > kMaxAttributionLength)
            return 0;
        joined += (joined.isEmpty() || joined.endsWith(u'<') ? QString() : QStringLiteral(" ")) + line;
        qsizetype next = at + count;
        while (next < lines.size() && lines.at(next).trimmed().isEmpty())
            ++next;
        const bool quoteFollows = next < lines.size() && isQuoted(lines.at(next));
        if (isAttribution(joined, quoteFollows))
            return count;
    }
    return 0;
}

SortedText sortLines(const QString &text)
{
    LineSorter sorter(text);
    SortedText sorted;
    sorted.lines = sorter.sort();
    sorted.introduced = sorter.introduced();
    return sorted;
}

} // namespace inlet::mime
