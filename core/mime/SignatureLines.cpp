// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/SignatureLines_p.h"

#include "mime/QuoteFinder_p.h"

#include <QRegularExpression>

#include <algorithm>

namespace inlet::mime
{

namespace
{

/// "Please excuse my brevity - sent from mobile": the apology for the small keys comes first.
bool apologizes(const QString &folded)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(?:please |kindly )?(?:excuse|pardon|forgive|ignore)|sorry for|apologies for|(?:bitte )?(?:entschuldig|verzeih)|désolé|disculp)"));
    return pattern.match(folded).hasMatch();
}

/// One word of an answer, which may look like a name: "OK", "Yes", "Agreed".
bool isAnswer(const QString &line)
{
    const QString folded = PhraseTable::fold(line.left(40));
    const auto hit = quotePhrases().atStart(QStringLiteral("answer"), folded);
    return hit && hit->length == folded.size();
}

} // namespace

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

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
        return apologizes(clean) && quotePhrases().find(QStringLiteral("sentFrom"), clean);
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

bool isName(const QString &line)
{
    QString clean = line.trimmed();
    while (!clean.isEmpty() && (clean.front() == u'-' || clean.front() == u'/' || clean.front() == QChar(0x2014) || clean.front() == u'~'))
        clean.remove(0, 1);
    clean = clean.trimmed();
    if (isAnswer(clean))
        return false;
    if (const qsizetype remark = clean.indexOf(QStringLiteral(" (")); remark > 0 && clean.endsWith(u')'))
        clean.truncate(remark); // "Jo Doe (they/them)"
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

bool isNameInBar(const QString &line)
{
    const auto bar = line.indexOf(QStringLiteral(" | "));
    return bar > 0 && isName(line.left(bar));
}

qsizetype contactDataIn(const QString &line)
{
    qsizetype count = 0;
    const QStringList parts = line.split(QStringLiteral(" | "));
    for (const QString &part : parts)
        count += hasContactData(part) ? 1 : 0;
    return count;
}

bool isDrawnRule(const QString &line)
{
    const QString clean = line.trimmed();
    static const QString marks = QStringLiteral("-=*_─━＝－～~");
    return clean.size() >= 8 && marks.contains(clean.front()) && clean.count(clean.front()) == clean.size();
}

bool isDashes(const QString &line)
{
    const QString clean = line.trimmed();
    return clean.size() >= 3 && clean.size() <= 10 && clean.count(u'-') == clean.size();
}

bool isListItem(const QString &line)
{
    const QString clean = line.trimmed();
    return clean.size() > 2 && QStringView(u"-*•·").contains(clean.front()) && clean.at(1).isSpace();
}

bool endsSentence(const QString &line)
{
    const QString clean = line.trimmed();
    if (!clean.endsWith(u'.'))
        return clean.endsWith(u'?') || clean.endsWith(u'!');
    const QString word = clean.mid(clean.lastIndexOf(u' ') + 1);
    static const QStringList companies = {QStringLiteral("inc."), QStringLiteral("ltd."), QStringLiteral("co."),
        QStringLiteral("corp."), QStringLiteral("ltda."), QStringLiteral("bhd."), QStringLiteral("pvt."), QStringLiteral("llc.")};
    return word.size() < clean.size() && !word.chopped(1).contains(u'.') && !companies.contains(word.toLower());
}

bool hasLegalWord(const QString &folded)
{
    // The stems of the words.
    static const QRegularExpression stems(QStringLiteral(
        "confiden|confidén|konfiden|privileged|intended (?:only|solely|exclusively|for|recipient)|addressee|disclos|disclaimer|unsubscrib|"
        "receiving this|reply to this email directly|the environment|originated|"
        "vertraulich|haftung|datenschutz|registergericht|handelsregister|amtsgericht|geschäftsführ|"
        "destinataire|divulg|confidenc|destinatari|destinatári|aviso legal|protección de datos|datos personales|rgpd|gdpr|"
        "riservat|privacy|d\\.? ?lgs|vertrouwelijk|geadresseerde|openbaarmaking|poufn|adresat|danych osobowych|"
        "sekretess|avsedd|fortrolig|taushet|tiltenkt|důvěrn|adresát|конфиденц|предназначен|адресат|機密|秘密|誤送信"));
    return stems.match(folded).hasMatch();
}

} // namespace inlet::mime
