// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds in a folder and is not here: older than the history window, or not read yet.
#include "sync/FolderSync_p.h"

#include "sync/UidLists_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

constexpr qsizetype kFoundBatch = 25; ///< messages that are fetched at once: rows appear soon

} // namespace

Result<QList<ImapUid>> FolderSync::findMissing(const store::StoredFolder &folder, const imap::FindQuery &query,
    const imap::UidRange &range, const std::stop_token &stop)
{
    const auto found = m_link.session().find(query, range, stop);
    if (!found)
        return found.error();
    const auto stored = storedUids(folder);
    const auto moving = leaving(folder);
    if (!stored || !moving)
        return stored ? moving.error() : stored.error();
    return descending(subtract(subtract(tidy(*found), *stored), *moving));
}

Result<qsizetype> FolderSync::fetchFound(const store::StoredFolder &folder, const QList<ImapUid> &newestFirst, const std::stop_token &stop)
{
    qsizetype fetched = 0;
    const qsizetype batch = std::min(kFoundBatch, m_state.batchSize());
    for (qsizetype at = 0; at < newestFirst.size(); at += batch) {
        const QList<ImapUid> now = newestFirst.mid(at, batch);
        const auto report = m_fetcher.fetch(folder, now, MessageFetcher::Occasion::Found, stop);
        if (!report)
            return report.error();
        fetched += report->present;
        if (const auto plan = m_state.plans.find(folder.id); plan != m_state.plans.end())
            plan->missing.removeIf([&](ImapUid uid) { return now.contains(uid) && !report->absent.contains(uid); });
    }
    return fetched;
}

} // namespace inlet::sync
