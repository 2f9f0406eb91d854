// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/SignatureFinder_p.h"

#include "mime/QuoteFinder_p.h"

#include <QRegularExpression>

#include <algorithm>

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

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

/// "-- " and what people and programs make of it (RFC 3676 section 4.3).
bool isDelimiter(const QString &line)
{
    const QString clean = line.trimmed();
    return clean == QStringLiteral("--") || clean == QString(QChar(0x2014)) || clean == QStringLiteral("—-")
        || clean == QStringLiteral("- --") || clean == QStringLiteral("__") || clean == QStringLiteral("___")
        || (clean.size() >= 20 && clean.count(u'_') == clean.size()) || clean == QStringLiteral("–");
}

bool isSentFrom(const QString &line)
{
    static const QRegularExpression markdownLink(QStringLiteral("\\[([^\\]]{1,40})\\]\\([^)]{1,200}\\)"));
    QString plain = line.left(300);
    plain.replace(markdownLink, QStringLiteral("\\1"));
    const QString folded = PhraseTable::fold(plain);
    if (folded.size() > 120)
        return false;
    QString clean = folded;
    while (!clean.isEmpty() && !clean.front().isLetterOrNumber())
        clean.remove(0, 1);
    const auto hit = quotePhrases().atStart(QStringLiteral("sentFrom"), clean);
    if (!hit)
        return false;
    // "Sent from my desk, is much easier": a sentence goes on. Links behind the name do not count.
    QString rest = clean.mid(hit->length);
    if (const auto link = rest.indexOf(u'<'); link >= 0)
        rest.truncate(link);
    // An apology for the small keys is part of it.
    for (const QLatin1String apology : {QLatin1String("please"), QLatin1String("excuse"), QLatin1String("sorry"), QLatin1String("apolog")}) {
        if (const auto found = rest.indexOf(apology); found >= 0)
            rest.truncate(found);
    }
    while (!rest.isEmpty() && !rest.back().isLetterOrNumber())
        rest.chop(1);
    return rest.size() <= 50 && rest.count(u' ') <= 7 && !rest.contains(QStringLiteral(", "));
}

bool hasContactData(const QString &line)
{
    static const QRegularExpression phone(QStringLiteral("(?:\\+|\\(|\\b)\\d[\\d ().\\-/]{6,}\\d"));
    static const QRegularExpression label(
        QStringLiteral("^\\s*(?:t|m|f|p|w|e|tel|tel\\.|phone|mobile|mob|cell|fax|web|www|email|e-mail|telefon|mobil|tālr|skype|office|direct)\\s*[:.]"),
        QRegularExpression::CaseInsensitiveOption);
    return phone.match(line).hasMatch() || label.match(line).hasMatch() || line.contains(u'@')
        || line.contains(QStringLiteral("www.")) || line.contains(QStringLiteral("http"))
        || line.contains(QStringLiteral("x-")) ;
}

bool isValediction(const QString &line)
{
    const QString folded = PhraseTable::fold(line);
    const auto hit = quotePhrases().atStart(QStringLiteral("valediction"), folded);
    if (!hit || folded.size() > hit->length + 26)
        return false;
    const QString rest = folded.mid(hit->length).trimmed();
    if (rest.isEmpty() || rest.front() == u',' || rest.front() == u'!' || rest.front() == u'.' || rest.front() == u'-')
        return rest.count(u' ') <= 4 && !rest.contains(u'?');
    return false;
}

/// "Greg", "Cara Freeland", "-Abhishek Kona", "Christian and Steve": words that start with capitals.
bool isName(const QString &line)
{
    QString clean = line.trimmed();
    while (!clean.isEmpty() && (clean.front() == u'-' || clean.front() == u'/' || clean.front() == QChar(0x2014) || clean.front() == u'~'))
        clean.remove(0, 1);
    clean = clean.trimmed();
    if (clean.size() < 2 || clean.size() > 40 || clean.endsWith(u'?') || clean.endsWith(u'!') || clean.endsWith(u':'))
        return false;
    if (clean.endsWith(u'.') && clean.count(u' ') > 1)
        return false;
    const QStringList words = clean.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 4)
        return false;
    return std::all_of(words.cbegin(), words.cend(), [](const QString &word) {
        static const QStringList small = {QStringLiteral("and"), QStringLiteral("und"), QStringLiteral("von"),
            QStringLiteral("van"), QStringLiteral("de"), QStringLiteral("der"), QStringLiteral("&"), QStringLiteral("y")};
        return word.front().isUpper() || small.contains(word);
    });
}

/// "Kim Ode | Client Ltd | Head of Buying".
bool isNameInBar(const QString &line)
{
    const auto bar = line.indexOf(QStringLiteral(" | "));
    return bar > 0 && isName(line.left(bar));
}

/// Telephone, address and page may stand in one line between bars.
qsizetype contactDataIn(const QString &line)
{
    qsizetype count = 0;
    const QStringList parts = line.split(QStringLiteral(" | "));
    for (const QString &part : parts)
        count += hasContactData(part) ? 1 : 0;
    return count;
}

/// The line people draw around a signature in the East and elsewhere.
bool isRule(const QString &line)
{
    const QString clean = line.trimmed();
    static const QString marks = QStringLiteral("-=*_─━＝－～~");
    return clean.size() >= 8 && marks.contains(clean.front()) && clean.count(clean.front()) == clean.size();
}

/// What lawyers, mailing lists and registers write and people who answer do not; the stems of the words.
bool hasLegalWord(const QString &folded)
{
    static const QRegularExpression stems(QStringLiteral(
        "confiden|confidén|konfiden|privileged|intended (?:only|solely|exclusively|for|recipient)|addressee|disclos|disclaimer|unsubscrib|"
        "receiving this|reply to this email directly|the environment|originated|"
        "vertraulich|haftung|datenschutz|registergericht|handelsregister|amtsgericht|geschäftsführ|"
        "destinataire|divulg|destinatari|destinatári|aviso legal|protección de datos|datos personales|rgpd|gdpr|"
        "riservat|privacy|d\\.? ?lgs|vertrouwelijk|geadresseerde|openbaarmaking|poufn|adresat|danych osobowych|"
        "sekretess|avsedd|fortrolig|taushet|tiltenkt|důvěrn|adresát|конфиденц|предназначен|адресат|機密|秘密|誤送信"));
    return stems.match(folded).hasMatch();
}

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
            const bool drawn = m_end - i <= kMaxClosingLines && isRule(m_lines.at(i)) && hasContactBelow(i);
            if ((isDelimiter(m_lines.at(i)) || drawn) && hasTextBefore(i))
                return i;
        }
        return -1;
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
            const bool starts = !isBlank(m_lines.at(i)) && isBlank(m_lines.at(i - 1));
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

    static bool isDashes(const QString &line)
    {
        const QString clean = line.trimmed();
        return clean.size() >= 3 && clean.count(u'-') == clean.size();
    }

    /// From the end upwards over short lines to the closing words or the name.
    qsizetype findSignOff() const
    {
        qsizetype best = -1;
        qsizetype bestName = -1;
        for (qsizetype i = m_end; i-- > 0 && m_end - i <= kMaxClosingLines;) {
            const QString &line = m_lines.at(i);
            if (line.trimmed().size() > kMaxClosingLine && contactDataIn(line) < 2)
                break;
            // "Thank you!" alone thanks; with a name below or behind it closes.
            if (isValediction(line) && hasTextBefore(i) && (i + 1 < m_end || line.trimmed().count(u' ') >= 2))
                best = i;
            const bool afterGap = i > 0 && (isBlank(m_lines.at(i - 1)) || endsSentence(m_lines.at(i - 1)));
            if ((isName(line) || isNameInBar(line)) && afterGap && hasTextBefore(i))
                bestName = i;
            if (endsSentence(line) && !isValediction(line) && line.trimmed().size() > 30)
                break;
        }
        if (best >= 0)
            return best;
        return bestName >= 0 && looksLikeClosing(bestName) ? bestName : -1;
    }

    static bool endsSentence(const QString &line)
    {
        const QString clean = line.trimmed();
        return clean.endsWith(u'.') || clean.endsWith(u'?') || clean.endsWith(u'!');
    }

    /// Below the name there is nothing, or only lines a signature has.
    bool looksLikeClosing(qsizetype name) const
    {
        for (qsizetype i = name + 1; i < m_end; ++i) {
            const QString clean = m_lines.at(i).trimmed();
            if (!clean.isEmpty() && !hasContactData(clean) && !isName(clean) && clean.size() > 40)
                return false;
        }
        return true;
    }

    /// "Regards, / Jo Doe / CEO at Acme": words, a name and what the name is; and "-Jo" as the last line.
    bool isSignedBlock(qsizetype signOff) const
    {
        qsizetype below = 0;
        bool nameFirst = false;
        for (qsizetype i = signOff + 1; i < m_end; ++i) {
            const QString clean = m_lines.at(i).trimmed();
            if (clean.isEmpty())
                continue;
            const QString folded = PhraseTable::fold(clean);
            const bool speaks = clean.endsWith(u'?') || (endsSentence(clean) && clean.count(u' ') > 4)
                || folded.startsWith(QLatin1String("ps")) || folded.startsWith(QLatin1String("p.s"));
            if (speaks)
                return false;
            if (below++ == 0)
                nameFirst = isName(clean);
        }
        const QString first = m_lines.at(signOff).trimmed();
        const bool dashed = first.size() > 2 && first.front() == u'-' && first.at(1).isUpper() && isName(first);
        return isValediction(m_lines.at(signOff)) ? below >= 2 && nameFirst : dashed && below == 0;
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
