// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/BannerFinder_p.h"
#include "mime/Mime.h"
#include "mime/QuoteFinder_p.h"
#include "mime/SignatureFinder_p.h"

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxText = 2 * 1024 * 1024;

/// Without empty lines at both ends; indentation of the first line stays.
QString joinTrimmed(const QStringList &lines)
{
    qsizetype first = 0;
    qsizetype last = lines.size();
    while (first < last && lines.at(first).trimmed().isEmpty())
        ++first;
    while (last > first && lines.at(last - 1).trimmed().isEmpty())
        --last;
    return lines.mid(first, last - first).join(u'\n').trimmed();
}

/// Quotes leave holes: at most one empty line stays where words continue below a quote.
void appendOwn(QStringList *own, const QString &line, bool afterQuote)
{
    const bool blank = line.trimmed().isEmpty();
    if (afterQuote && blank && (own->isEmpty() || own->last().trimmed().isEmpty()))
        return;
    if (afterQuote && !blank && !own->isEmpty() && !own->last().trimmed().isEmpty())
        own->append(QString());
    own->append(line);
}

} // namespace

TrimmedText trimText(const QString &text)
{
    QString clean = text.left(kMaxText);
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const SortedText sorted = sortLines(clean);
    QStringList own;
    QStringList quoted;
    bool afterQuote = false;
    for (const SortedLine &line : sorted.lines) {
        if (line.own)
            appendOwn(&own, line.text, afterQuote);
        else
            quoted.append(line.text);
        afterQuote = !line.own || (afterQuote && line.text.trimmed().isEmpty());
    }
    TrimmedText out;
    // What a mail server set above the words is nobody's answer; it can be read with the quotes.
    const QStringList banner = own.mid(0, bannerLines(own));
    own.remove(0, banner.size());
    const SignatureCut cut = findSignature(own);
    const qsizetype signature = cut.signOff >= 0 && (cut.block < 0 || cut.signOff < cut.block) ? cut.signOff : cut.block;
    if (signature >= 0)
        out.signature = joinTrimmed(own.mid(signature));
    out.text = joinTrimmed(cut.block >= 0 ? own.mid(0, cut.block) : own);
    out.quoted = joinTrimmed(banner + quoted);
    // A message that is only a signature stays. One that plainly passes on what others wrote has no
    // words of its own; they are all in `quoted`.
    if (out.text.isEmpty()) {
        out.text = own.join(u'\n').trimmed();
        out.signature.clear();
    }
    // Text that only looks quoted is better shown than lost.
    if (out.text.isEmpty() && !sorted.introduced) {
        out.text = clean.trimmed();
        out.quoted.clear();
    }
    return out;
}

TrimmedText trimBody(const QString &text, const QString &html, const QString &newText)
{
    TrimmedText trimmed = trimText(text);
    if (html.isEmpty())
        return trimmed;
    // The words were taken from the HTML, or the text part has no marks of quoting and the HTML knows where the history begins.
    const bool fromElsewhere = trimmed.text != newText;
    const bool unmarked = trimmed.quoted.isEmpty() && newText.size() < text.size();
    if (!fromElsewhere && !(unmarked && marksHistory(html)))
        return trimmed;
    TrimmedText fromHtml = trimHtml(html);
    return fromHtml.text == newText || (unmarked && !fromHtml.text.isEmpty()) ? fromHtml : trimmed;
}

} // namespace inlet::mime
