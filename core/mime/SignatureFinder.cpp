// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/SignatureFinder_p.h"

#include "mime/QuoteFinder_p.h"
#include "mime/SignatureLines_p.h"

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxDelimitedLines = 40;
constexpr qsizetype kMaxClosingLines = 12;
constexpr qsizetype kMaxClosingLine = 70;
constexpr qsizetype kLongFooter = 90;
constexpr qsizetype kMaxGreeting = 60;
constexpr int kMaxFooterParagraphs = 4;

class SignatureSearch
{
public:
    explicit SignatureSearch(const QStringList &lines) : m_lines(lines), m_end(lines.size())
    {
        while (m_end > 0 && isBlank(m_lines.at(m_end - 1)))
            --m_end;
    }

    SignatureCut run()
    {
        SignatureCut cut;
        const qsizetype footer = findFooter();
        if (footer >= 0)
            m_end = footer;
        const qsizetype delimiter = findDelimiter();
        const qsizetype sentFrom = findSentFrom(delimiter < 0 ? m_end : delimiter);
        cut.block = sentFrom >= 0 ? sentFrom : delimiter >= 0 ? delimiter : footer;
        if (cut.block >= 0)
            m_end = cut.block;
        while (m_end > 0 && isBlank(m_lines.at(m_end - 1)))
            --m_end;
        cut.signOff = findSignOff();
        if (cut.signOff >= 0) {
            if (const qsizetype block = findContactBlock(cut.signOff); block >= 0)
                cut.block = block;
            else if (isSignedBlock(cut.signOff))
                cut.block = cut.signOff;
        }
        return cut;
    }

private:
    qsizetype findDelimiter() const
    {
        for (qsizetype i = qMax<qsizetype>(0, m_end - kMaxDelimitedLines); i < m_end; ++i) {
            const bool drawn = m_end - i <= kMaxClosingLines && isDrawnRule(m_lines.at(i)) && hasContactBelow(i);
            const bool dashed = m_end - i <= kMaxClosingLines && isDashes(m_lines.at(i)) && isSignatureBelow(i);
            if ((isDelimiter(m_lines.at(i)) || drawn || dashed) && hasTextBefore(i))
                return i;
        }
        return -1;
    }

    /// A name of two words or more and a few short lines, as webmail sets below "---".
    bool isSignatureBelow(qsizetype at) const
    {
        constexpr qsizetype kMaxLines = 2;
        qsizetype below = 0;
        for (qsizetype i = at + 1; i < m_end; ++i) {
            const QString clean = m_lines.at(i).trimmed();
            if (clean.isEmpty() && below == 0)
                continue;
            const bool named = (isName(clean) && (below > 0 || clean.contains(u' '))) || (below > 0 && hasContactData(clean));
            if (!named || clean.size() > kMaxClosingLine || endsSentence(clean))
                return false;
            ++below;
        }
        return below > 0 && (below <= kMaxLines || hasContactBelow(at));
    }

    bool hasContactBelow(qsizetype at) const
    {
        for (qsizetype i = at + 1; i < m_end; ++i) {
            if (hasContactData(m_lines.at(i)))
                return true;
        }
        return false;
    }

    /// What a company's server hangs below: "This e-mail and any attachments are confidential ...".
    qsizetype findFooter() const
    {
        qsizetype found = -1;
        int paragraphs = 0;
        for (qsizetype i = m_end; i-- > 1 && paragraphs < kMaxFooterParagraphs;) {
            // A server hangs it right below the last line too; it is one long line then.
            const bool starts = !isBlank(m_lines.at(i)) && (isBlank(m_lines.at(i - 1)) || m_lines.at(i).size() >= kLongFooter);
            if (!starts)
                continue;
            ++paragraphs;
            if (isFooter(i) && hasTextBefore(i))
                found = i;
        }
        return found;
    }

    /// The paragraph that starts at `at`: long, or the heading of one, and in the words of a footer. How it begins
    /// decides nothing: "Le informamos que hemos revisado su propuesta" is an answer.
    bool isFooter(qsizetype at) const
    {
        QString clean = PhraseTable::fold(m_lines.at(at).left(200));
        while (!clean.isEmpty() && !clean.front().isLetterOrNumber())
            clean.remove(0, 1);
        const auto hit = quotePhrases().atStart(QStringLiteral("footer"), clean);
        if (!hit || isGreetingOnly(at))
            return false;
        const bool heading = clean.size() <= hit->length + 2 && at + 1 < m_end;
        QString paragraph = paragraphAt(at);
        if (heading)
            paragraph += u' ' + paragraphAt(qMin(m_end, at + 2));
        return (heading || paragraph.size() >= kLongFooter) && hasLegalWord(PhraseTable::fold(paragraph));
    }

    QString paragraphAt(qsizetype at) const
    {
        QString out;
        for (qsizetype i = at; i < m_end && !isBlank(m_lines.at(i)); ++i)
            out += m_lines.at(i) + u' ';
        return out;
    }

    /// "Buenos días," and nothing more above `at`: what follows is the answer.
    bool isGreetingOnly(qsizetype at) const
    {
        QString above;
        for (qsizetype i = 0; i < at; ++i)
            above += m_lines.at(i).trimmed();
        return above.size() <= kMaxGreeting && (above.endsWith(u',') || above.endsWith(QChar(0x3001)) || above.endsWith(QChar(0xFF0C)));
    }

    bool hasTextBefore(qsizetype at) const
    {
        for (qsizetype i = 0; i < at; ++i) {
            if (!isBlank(m_lines.at(i)))
                return true;
        }
        return false;
    }

    /// One of the last lines, with its like above it; a line of dashes above belongs to it.
    qsizetype findSentFrom(qsizetype end) const
    {
        qsizetype found = -1;
        int others = 0;
        for (qsizetype i = end; i-- > 0 && others < 3;) {
            if (isBlank(m_lines.at(i)))
                continue;
            if (isSentFrom(m_lines.at(i)))
                found = i;
            else if (found >= 0)
                break;
            else
                ++others;
        }
        return found > 0 && isDashes(m_lines.at(found - 1)) ? found - 1 : found;
    }

    /// From the end upwards over short lines to the closing words or the name.
    qsizetype findSignOff() const
    {
        qsizetype best = -1;
        qsizetype bestName = -1;
        for (qsizetype i = m_end; i-- > 0 && m_end - i <= kMaxClosingLines;) {
            const QString &line = m_lines.at(i);
            if (line.trimmed().size() > kMaxClosingLine && contactDataIn(line) < 2 && !isNameInBar(line))
                break;
            // "Thank you!" alone thanks; with a name below or behind it closes.
            if (isValediction(line) && hasTextBefore(i) && (i + 1 < m_end || line.trimmed().count(u' ') >= 2))
                best = i;
            const bool afterGap = i > 0 && (isBlank(m_lines.at(i - 1)) || endsSentence(m_lines.at(i - 1)));
            if ((isName(line) || isNameInBar(line)) && !isListItem(line) && afterGap && hasTextBefore(i) && !isAnnounced(i))
                bestName = i;
            if (endsSentence(line) && !isValediction(line) && line.trimmed().size() > 30)
                break;
        }
        if (best >= 0)
            return best;
        return bestName >= 0 && looksLikeClosing(bestName) ? bestName : -1;
    }

    /// "Please ship to:" stands above: what follows was asked for, whatever it looks like.
    bool isAnnounced(qsizetype at) const
    {
        while (at > 0 && isBlank(m_lines.at(at - 1)))
            --at;
        return at > 0 && m_lines.at(at - 1).trimmed().endsWith(u':');
    }

    /// Below the name there is nothing, or only lines a signature has.
    bool looksLikeClosing(qsizetype name) const
    {
        for (qsizetype i = name + 1; i < m_end; ++i) {
            const QString clean = m_lines.at(i).trimmed();
            const bool longer = !hasContactData(clean) && !isName(clean) && clean.size() > 40;
            if (longer || clean.endsWith(u'?'))
                return false;
        }
        return true;
    }

    /// "Regards, / Jo Doe / CEO at Acme": words, a name and what the name is; and "-Jo" as the last line.
    bool isSignedBlock(qsizetype signOff) const
    {
        qsizetype below = 0;
        bool nameFirst = false;
        bool barred = false;
        for (qsizetype i = signOff + 1; i < m_end; ++i) {
            const QString clean = m_lines.at(i).trimmed();
            if (clean.isEmpty())
                continue;
            const QString folded = PhraseTable::fold(clean);
            const bool speaks = clean.endsWith(u'?') || (endsSentence(clean) && clean.count(u' ') > 4)
                || folded.startsWith(QLatin1String("ps")) || folded.startsWith(QLatin1String("p.s"));
            if (speaks)
                return false;
            if (below++ == 0) {
                nameFirst = isName(clean);
                barred = isNameInBar(clean) && clean.count(u'|') >= 2;
            }
        }
        const QString first = m_lines.at(signOff).trimmed();
        const bool dashed = first.size() > 2 && first.front() == u'-' && first.at(1).isUpper() && isName(first);
        return isValediction(m_lines.at(signOff)) ? (below >= 2 && nameFirst) || barred : dashed && below == 0;
    }

    /// Contact data below a closing: at least two lines of it. The closing and the name stay.
    qsizetype findContactBlock(qsizetype signOff) const
    {
        qsizetype data = 0;
        for (qsizetype i = signOff; i < m_end; ++i)
            data += contactDataIn(m_lines.at(i));
        return data >= 2 ? signOff : -1;
    }

    const QStringList &m_lines;
    qsizetype m_end;
};

} // namespace

SignatureCut findSignature(const QStringList &lines)
{
    return SignatureSearch(lines).run();
}

} // namespace inlet::mime
