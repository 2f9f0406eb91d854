// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SkeletonFetcher_p.h"

#include "base/Log.h"
#include "sync/SkeletonPlan_p.h"

#include <algorithm>
#include <vector>

namespace inlet::sync
{

namespace
{

constexpr std::size_t kSkeletonsAtOnce = 8; ///< messages that are half here in memory: 512 KB each at most

} // namespace

Result<void> SkeletonFetcher::fetch(std::span<const ImapUid> uids, const Take &take, const std::stop_token &stop)
{
    while (!uids.empty()) {
        const auto some = uids.first(std::min(kSkeletonsAtOnce, uids.size()));
        if (const auto fetched = fetchSome(some, take, stop); !fetched)
            return fetched;
        uids = uids.subspan(some.size());
    }
    return {};
}

Result<void> SkeletonFetcher::fetchSome(std::span<const ImapUid> uids, const Take &take, const std::stop_token &stop)
{
    QHash<ImapUid, imap::FetchedMessage> headers;
    const auto keep = [&](imap::FetchedMessage &&row) {
        if (row.hasBody && !row.body.isEmpty() && row.uid.isValid())
            headers.insert(row.uid, std::move(row));
    };
    const auto asked = m_session.fetchStructures(uids, keep, stop);
    if (!asked && asked.error().kind == ErrorKind::ServerRefused)
        return {}; // it may know headers all the same
    if (!asked)
        return asked;
    const auto build = [&](imap::FetchedMessage &&came) {
        imap::FetchedMessage row = headers.take(came.uid);
        const auto skeleton = buildSkeleton(row.body, row.parts, came.sections);
        if (skeleton)
            row.body = *skeleton;
        else
            qCInfo(lcSync) << "UID" << came.uid.number() << "comes as a whole:" << skeleton.error().detail;
        take(std::move(row), skeleton ? Fit::Skeleton : Fit::Never);
    };
    std::vector<imap::SectionsWanted> wanted;
    for (const ImapUid uid : uids) {
        const auto row = headers.find(uid);
        if (row == headers.end())
            continue;
        const auto sections = planSkeleton(row->parts);
        if (!sections)
            take(headers.take(uid), Fit::Never);
        else if (sections->isEmpty()) // a file without a word
            build({.uid = uid});
        else
            wanted.push_back({uid, *sections});
    }
    if (wanted.empty())
        return {};
    if (const auto came = m_session.fetchSections(wanted, build, stop); !came)
        return came;
    for (const imap::SectionsWanted &refused : wanted) {
        if (headers.contains(refused.uid))
            take(headers.take(refused.uid), Fit::NotNow);
    }
    return {};
}

} // namespace inlet::sync
