// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/FlowedText_p.h"

#include <QStringView>

namespace inlet::mime
{

QString joinFlowed(const QString &text, bool delSp)
{
    QString out;
    out.reserve(text.size());
    qsizetype openDepth = -1; // quote depth of a paragraph that goes on, -1: none does
    const auto lines = QStringView(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QStringView line = lines.at(i);
        qsizetype depth = 0;
        while (depth < line.size() && line.at(depth) == u'>')
            ++depth;
        QStringView content = line.mid(depth);
        if (content.startsWith(u' '))
            content = content.mid(1);
        const bool signature = content == QStringView(u"-- ");
        const bool joins = openDepth == depth && !signature;
        if (i > 0 && !joins)
            out += u'\n';
        if (!joins && depth > 0)
            out += QString(depth, u'>') + u' ';
        const bool soft = content.endsWith(u' ') && !signature && i + 1 < lines.size();
        out += soft && delSp ? content.chopped(1) : content;
        openDepth = soft ? depth : -1;
    }
    return out;
}

} // namespace inlet::mime
