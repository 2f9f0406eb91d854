// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/PhraseTable.h"

#include <QList>
#include <QStringList>

namespace inlet::mime
{

/// Phrases of quotes and signatures (resources/phrases/quotes.json).
const PhraseTable &quotePhrases();

/// One line of a mail and whose words it holds.
struct SortedLine {
    QString text;
    bool own = true; ///< false: quoted, or a line that only introduces a quote
};

struct SortedText {
    QList<SortedLine> lines;
    bool introduced = false; ///< a mark of a program introduces what others wrote
};

/// Sorts the lines of a plain text body: "> " lines, lines of attribution ("On ... wrote:", in many
/// languages, over up to five lines), header blocks and separators of Outlook and others, forwarded
/// messages. Words between and below quoted lines stay the author's. Linear.
SortedText sortLines(const QString &text);

} // namespace inlet::mime
