// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UidLists_p.h"

#include <algorithm>
#include <iterator>

namespace inlet::sync
{

QList<ImapUid> tidy(QList<ImapUid> uids)
{
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    if (!uids.isEmpty() && !uids.first().isValid())
        uids.removeFirst();
    return uids;
}

QList<ImapUid> subtract(const QList<ImapUid> &all, const QList<ImapUid> &without)
{
    QList<ImapUid> rest;
    std::set_difference(all.begin(), all.end(), without.begin(), without.end(), std::back_inserter(rest));
    return rest;
}

QList<ImapUid> between(const QList<ImapUid> &uids, quint32 first, quint32 end)
{
    const auto from = std::lower_bound(uids.begin(), uids.end(), ImapUid(first));
    const auto to = std::lower_bound(from, uids.end(), ImapUid(end));
    return QList<ImapUid>(from, to);
}

QList<ImapUid> descending(QList<ImapUid> ascending)
{
    std::reverse(ascending.begin(), ascending.end());
    return ascending;
}

} // namespace inlet::sync
