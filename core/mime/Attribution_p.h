// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace inlet::mime
{

/// Marks of direction and width that are not seen: they stand before and behind what matters.
bool isInvisible(QChar c);

/// Without what programs put around a line: quote marks, bold stars, dashes, invisible marks.
QString bare(const QString &line);

/// "> " and the like.
bool isQuoted(QStringView line);

/// How a line is marked as quoted by programs that do not mark with ">" alone: "MK>" (initials of
/// who wrote it), "|". Empty where it is not. Tells something only right below an attribution.
QString ownMark(const QString &line);

bool hasTime(const QString &text);
/// A date or a time.
bool hasDate(const QString &text);
bool hasEmail(const QString &text);

/// The text is a whole attribution ("On ... wrote:").
bool isAttribution(const QString &joined, bool quoteFollows);

/// Number of lines (1 to 5) of the attribution that starts at `at`; 0 where none does.
qsizetype attributionLines(const QStringList &lines, qsizetype at);

} // namespace inlet::mime
