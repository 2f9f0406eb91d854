// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: nothing active survives the sanitiser.
#include "mime/Mime.h"

#include <QRegularExpression>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace
{

/// In the sanitiser's output "<" always opens a tag: text and attribute values have it escaped.
bool hasActiveTag(const QString &html)
{
    static const QRegularExpression active(
        QStringLiteral("^<(script|iframe|object|embed|form|meta|link|base)\\b"
                       "|\\s(href|src|background|action)\\s*=\\s*\"?\\s*(javascript|vbscript|file|data):|\\son\\w+\\s*="),
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype open = html.indexOf(QLatin1Char('<')); open >= 0; open = html.indexOf(QLatin1Char('<'), open + 1)) {
        const qsizetype close = html.indexOf(QLatin1Char('>'), open);
        QString tag = html.mid(open, close < 0 ? -1 : close - open);
        static const QRegularExpression values(QStringLiteral("(title|alt|face)=\"[^\"]*\""));
        if (tag.remove(values).contains(active))
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    inlet::mime::initialize();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString html = QString::fromUtf8(octets);
    if (hasActiveTag(inlet::mime::sanitizeHtml(html, false).html))
        std::abort();
    (void)inlet::mime::htmlToText(html);
    return 0;
}
