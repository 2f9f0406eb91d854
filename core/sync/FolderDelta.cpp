// SPDX-License-Identifier: GPL-3.0-or-later
// What changed and went in a folder: as QRESYNC and CONDSTORE tell it, or by comparing.
#include "sync/FolderSync_p.h"

#include "base/Log.h"
#include "store/values/ArrivedFlag.h"
#include "sync/UidLists_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

constexpr qsizetype kFewGone = 5;

}

Result<void> FolderSync::takeTold(const store::StoredFolder &folder, const Told &told, quint32 uidNext, std::optional<qint64> went,
    const std::stop_token &stop)
{
    QList<store::FlagUpdate> updates = told.flags;
    updates.removeIf([&](const store::FlagUpdate &update) { return update.uid.number() >= uidNext; });
    if (const auto written = writeFlags(folder, updates); !written || told.gone.isEmpty())
        return written;
    const auto stored = storedUids(folder);
    if (!stored)
        return stored.error();
    QList<ImapUid> gone;
    for (const imap::UidRange &range : told.gone)
        gone += between(*stored, range.first.number(), range.last.number() + 1);
    gone = tidy(gone);
    // Mail must not vanish on one wrong answer: what the counts do not bear out, or much at once where they tell nothing,
    // is asked for before it is believed.
    if (went ? gone.size() > *went : gone.size() > kFewGone && gone.size() > stored->size() / 2) {
        const auto there = m_link.session().searchUids({gone.constData(), std::size_t(gone.size())}, stop);
        if (!there)
            return there.error();
        if (!there->isEmpty())
            qCWarning(lcSync) << "the server says that" << gone.size() << "messages went, and has" << there->size();
        gone = subtract(gone, tidy(*there));
    }
    return writeGone(folder, gone);
}

Result<void> FolderSync::takeChangedFlags(const store::StoredFolder &folder, quint32 uidNext,
    const std::stop_token &stop)
{
    QList<store::FlagUpdate> updates;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.hasFlags && row.uid.isValid() && row.uid.number() < uidNext)
            updates.append({row.uid, row.flags, row.modSeq});
    };
    const auto fetched = m_link.session().fetchFlags(ImapUid(1), folder.highestModSeq, take, stop);
    if (!fetched)
        return fetched;
    return writeFlags(folder, updates);
}

Result<void> FolderSync::compareAll(const store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop)
{
    const auto stored = readStore<QList<store::FlagUpdate>>(m_deps.store,
        [&](store::ReadSession &read) { return read.flags(folder.id, ImapUid(1)); });
    if (!stored)
        return stored.error();
    if (stored->isEmpty())
        return {};
    QHash<ImapUid, store::FlagUpdate> listed;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.hasFlags)
            listed.insert(row.uid, {row.uid, row.flags, row.modSeq});
    };
    const auto fetched = m_link.session().fetchFlags(stored->first().uid, 0, take, stop);
    if (!fetched)
        return fetched;
    QList<store::FlagUpdate> updates;
    bool someGone = false;
    for (store::FlagUpdate ours : *stored) {
        ours.flags.keywords.removeAll(store::kArrivedFlag); // no server knows it
        const auto theirs = listed.constFind(ours.uid);
        if (theirs == listed.constEnd())
            someGone = someGone || ours.uid.number() < uidNext;
        else if (theirs->flags != ours.flags)
            updates.append(*theirs);
    }
    if (const auto written = writeFlags(folder, updates); !written)
        return written;
    return someGone ? removeGone(folder, uidNext, seen, stop) : Result<void>();
}

Result<void> FolderSync::removeGone(const store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop)
{
    const auto all = m_link.session().searchSince({}, stop);
    if (!all)
        return all.error();
    const auto stored = storedUids(folder);
    if (!stored)
        return stored.error();
    const QList<ImapUid> there = tidy(*all);
    QList<ImapUid> gone = subtract(between(*stored, 1, uidNext), there);
    // A server that lists fewer than it counts is not believed: mail must not vanish on one wrong answer. Where some went
    // meanwhile, they are asked for in vain.
    if (there.size() < qsizetype(seen.exists) && !gone.isEmpty()) {
        qCWarning(lcSync) << "the server counts" << seen.exists << "messages and lists" << there.size();
        const auto left = handedOut(gone, stop);
        if (!left)
            return left.error();
        gone = subtract(gone, *left);
        if (mayDoubt(folder.id)) // the next look asks again
            seen.exists = std::min(seen.exists, quint32(there.size() + left->size()));
    }
    return writeGone(folder, gone);
}

Result<QList<ImapUid>> FolderSync::handedOut(const QList<ImapUid> &uids, const std::stop_token &stop)
{
    QList<ImapUid> left;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.size >= 0)
            left.append(row.uid);
    };
    if (const auto fetched = m_link.session().fetchMeta({uids.constData(), std::size_t(uids.size())}, take, stop); !fetched)
        return fetched.error();
    return tidy(left);
}

Result<void> FolderSync::writeFlags(const store::StoredFolder &folder,
    const QList<store::FlagUpdate> &updates)
{
    if (updates.isEmpty())
        return {};
    return m_deps.store.writeAndWait("sync.flags",
        [&](store::WriteTransaction &write) { return write.setFlags(folder.id, updates); });
}

Result<void> FolderSync::writeGone(const store::StoredFolder &folder, const QList<ImapUid> &gone)
{
    if (gone.isEmpty())
        return {};
    return m_deps.store.writeAndWait("sync.expunged",
        [&](store::WriteTransaction &write) { return write.removeUids(folder.id, gone); });
}

} // namespace inlet::sync
