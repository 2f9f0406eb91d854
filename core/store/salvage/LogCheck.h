// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

/// True where the write-ahead log beside a database holds commits that SQLite will not read because
/// something before them is damaged. SQLite itself takes that for the end of the log and goes back, without
/// a word, to an older state: in it, a message that has left would still wait to be sent.
/// Source: https://www.sqlite.org/fileformat2.html section 4 (the write-ahead log).
[[nodiscard]] bool losesCommits(const QString &logFile);

} // namespace inlet::store
