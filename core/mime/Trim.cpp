// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlText_p.h"
#include "mime/Mime.h"

namespace inlet::mime
{

TrimmedText trimText(const QString &text)
{
    TrimmedText out;
    QStringList kept;
    QStringList signature;
    QStringList quoted;
    QStringList *target = &kept;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u'>')) {
            quoted.append(line);
            continue;
        }
        if (line == QStringLiteral("-- ") || line == QStringLiteral("--"))
            target = &signature;
        target->append(line);
    }
    out.text = kept.join(u'\n').trimmed();
    out.signature = signature.join(u'\n').trimmed();
    out.quoted = quoted.join(u'\n');
    if (out.text.isEmpty())
        out.text = text.trimmed();
    return out;
}

TrimmedText trimHtml(const QString &html)
{
    return trimText(htmlToText(html));
}

} // namespace inlet::mime
