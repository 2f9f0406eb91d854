// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/BannerFinder_p.h"

#include "mime/QuoteFinder_p.h"

#include <QRegularExpression>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxBannerLines = 10;
constexpr qsizetype kMaxBannerLength = 700;

/// Behind brackets and stars.
QString behindFrame(const QString &folded)
{
    qsizetype start = 0;
    while (start < folded.size() && !folded.at(start).isLetterOrNumber())
        ++start;
    return folded.mid(start);
}

/// Begins as such warnings do; `whole` where it says nothing else ("*** EXTERNAL EMAIL ***").
bool startsBanner(const QString &line, bool *whole)
{
    QString rest = behindFrame(PhraseTable::fold(line.left(200)));
    int phrases = 0;
    for (; phrases < 3; ++phrases) {
        const auto hit = quotePhrases().atStart(QStringLiteral("banner"), rest);
        if (!hit)
            break;
        rest = behindFrame(rest.mid(hit->length));
    }
    *whole = phrases > 0 && rest.isEmpty();
    return phrases > 0;
}

/// Where the mail came from, and what not to do with it: a person who writes "Caution: ..." says
/// one of them at most.
bool isWarning(const QString &text, bool whole)
{
    static const QRegularExpression origin(
        QStringLiteral("\\bextern\\w* (?:e-?mail|mail|message|sender|absender|nachricht|afzender|bericht|avsändare|afsender|avsender|meddelande)|"
                       "(?:mail|message|expéditeur|courriel|correo|remitente|mittente|remetente|messaggio|wiadomość) (?:externe|externo|esterno|esterna|zewnętrzna)|"
                       "(?:mail|message|nachricht|bericht) (?:has )?(?:originated|came|comes|is) (?:from )?(?:outside|an external)|outside (?:of )?(?:the|our|your|this|my) (?:organi|compan|firm|network)|"
                       "often get email|häufig e-mails|oft e-mails|souvent d.e-mail|suele recibir|spesso messaggi|costuma receber|vaak e-mail|внешн|外部"));
    static const QRegularExpression advice(
        QStringLiteral("click|klick|cliqu|clic |clique|klik|attachment|anhäng|anlagen|pièces jointes|adjunt|allegat|anexos|bijlage|załącznik|"
                       "bilag|přílo|вложени|ссылк|learn why|learnabout|erfahren sie|recogni[sz]e|be careful|unless you|添付|附件|リンク|链接"));
    return origin.match(text).hasMatch() && (whole || advice.match(text).hasMatch());
}

bool endsParagraph(const QString &line)
{
    return !line.isEmpty() && QStringView(u".!>)]*。").contains(line.back());
}

} // namespace

qsizetype bannerLines(const QStringList &lines)
{
    qsizetype at = 0;
    while (at < lines.size() && lines.at(at).trimmed().isEmpty())
        ++at;
    bool whole = false;
    if (at == lines.size() || !startsBanner(lines.at(at), &whole))
        return 0;
    QString text;
    for (qsizetype end = at; end < lines.size() && end < at + kMaxBannerLines; ++end) {
        const QString line = lines.at(end).trimmed();
        if (line.isEmpty() || text.size() + line.size() > kMaxBannerLength)
            return 0;
        text += PhraseTable::fold(line) + u' ';
        const bool last = end + 1 < lines.size() && (lines.at(end + 1).trimmed().isEmpty() || endsParagraph(line));
        if (!last || !isWarning(text, whole && end == at))
            continue;
        qsizetype next = end + 1;
        while (next < lines.size() && lines.at(next).trimmed().isEmpty())
            ++next;
        return next < lines.size() ? next : 0;
    }
    return 0;
}

} // namespace inlet::mime
