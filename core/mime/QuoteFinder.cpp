// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/QuoteFinder_p.h"

#include "mime/Attribution_p.h"

#include <algorithm>
#include <vector>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kHeaderBlockLines = 12;
constexpr qsizetype kMaxSortedLines = 10000; ///< what stands below is taken as it is

enum Label { kFrom = 1, kDate = 2, kTo = 4, kSubject = 8 };

/// Which label of a header block the line starts with; 0 for none.
int labelOf(const QString &line)
{
    const QString clean = line.left(80).remove(u'*').removeIf(isInvisible).trimmed();
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
        if (isMarked(line)) {
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

    bool isMarked(const QString &line) const
    {
        return isQuoted(line) || (!m_mark.isEmpty() && QStringView(line).trimmed().startsWith(m_mark));
    }

    /// A long quoted line that was wrapped again loses its mark: one line, glued between quoted ones. Behind a
    /// whole sentence it is an answer.
    bool isWrappedQuote(qsizetype at) const
    {
        if (at == 0 || at + 1 >= m_lines.size() || !isQuoted(m_lines.at(at - 1)) || !isQuoted(m_lines.at(at + 1)))
            return false;
        const QString above = m_lines.at(at - 1).trimmed();
        const bool answers = QStringView(u".?!:").contains(above.back()) && m_lines.at(at).trimmed().front().isUpper();
        return m_lines.at(at - 1).size() >= 60 && !answers;
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
        bool addressed = hasEmail(m_lines.at(at));
        for (qsizetype i = at + 1; i < m_lines.size() && i < at + kHeaderBlockLines && blanks <= 2; ++i) {
            blanks += m_lines.at(i).trimmed().isEmpty() ? 1 : 0;
            const int label = cachedLabel(i);
            kinds += (label & ~seen) != 0 ? 1 : 0;
            addressed = addressed || (label != 0 && hasEmail(m_lines.at(i)));
            seen |= label;
        }
        const bool twoSure = kinds >= 2 && (seen & (kDate | kSubject)) != 0 && hasEmail(m_lines.at(at));
        // "From: Hamburg / To: Munich / Date: Friday" is a journey.
        return (seen & kFrom) != 0 && (kinds >= 4 || (kinds == 3 && addressed) || twoSure);
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
        return next < m_lines.size() && (startsHeaderBlock(next) || isUnknownHeaderBlock(next));
    }

    /// In a language we do not know: four lines "label: value", an address in the first, a day or a
    /// time and another address below. Only asked for below a line that a program drew.
    bool isUnknownHeaderBlock(qsizetype at) const
    {
        constexpr qsizetype kMaxLabel = 24;
        constexpr qsizetype kLeastLines = 4;
        bool dated = false;
        bool addressed = false;
        qsizetype i = at;
        for (; i < m_lines.size() && i < at + kHeaderBlockLines && !m_lines.at(i).trimmed().isEmpty(); ++i) {
            const qsizetype colon = m_lines.at(i).left(kMaxLabel + 1).indexOf(u':');
            if (colon <= 0)
                break;
            dated = dated || (i > at && hasTime(m_lines.at(i)));
            addressed = addressed || (i > at && hasEmail(m_lines.at(i)));
        }
        return i - at >= kLeastLines && hasEmail(m_lines.at(at)) && m_lines.at(at).contains(u'<') && dated && addressed;
    }

    qsizetype takeAttribution(qsizetype at, qsizetype length)
    {
        for (qsizetype i = at; i < at + length; ++i)
            m_sorted[i].own = false;
        const qsizetype next = nextText(at + length);
        if (next < m_lines.size() && m_mark.isEmpty())
            m_mark = ownMark(m_lines.at(next));
        m_introduced = m_introduced || (next < m_lines.size() && isMarked(m_lines.at(next)));
        // Unmarked text below an attribution is all quote; marked text ends where the marks end.
        return next < m_lines.size() && !isMarked(m_lines.at(next)) ? cut(at) : next;
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
    QString m_mark; ///< what else than ">" marks quoted lines here
    bool m_introduced = false;
};

} // namespace

const PhraseTable &quotePhrases()
{
    static const PhraseTable table(QStringLiteral(":/inlet/phrases/quotes.json"));
    return table;
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
