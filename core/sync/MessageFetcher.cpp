// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/MessageFetcher_p.h"

#include "base/Log.h"
#include "store/values/ArrivedFlag.h"
#include "sync/Backoff_p.h"
#include "sync/SkeletonFetcher_p.h"
#include "sync/StatusBook_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

constexpr int kHeaderOnlyAfter = 2; ///< lost connections on one message
constexpr int kArrivesForDays = 14; ///< what a rule files away is in the inbox; what is older was filed by hand
constexpr int kArrivesReadForSecs = 15 * 60; ///< although it is read already

std::span<const ImapUid> spanOf(const QList<ImapUid> &uids)
{
    return {uids.constData(), std::size_t(uids.size())};
}

/// `asked` without `received`, in the order asked.
QList<ImapUid> leftOf(const QList<ImapUid> &asked, const QSet<ImapUid> &received)
{
    QList<ImapUid> left;
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(left),
        [&](ImapUid uid) { return !received.contains(uid); });
    return left;
}

} // namespace

Result<MessageFetcher::Sorted> MessageFetcher::sortBySize(const store::StoredFolder &folder,
    const QList<ImapUid> &uids, Report &report, const std::stop_token &stop)
{
    QHash<ImapUid, qint64> sizes;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.size < 0 && row.internalDate.isNull())
            return; // a flag change that came in between
        sizes.insert(row.uid, row.size);
        if (!report.oldest.isValid() || row.internalDate < report.oldest)
            report.oldest = row.internalDate;
    };
    if (const auto fetched = m_link.session().fetchMeta(spanOf(uids), take, stop); !fetched)
        return fetched.error();
    Sorted sorted;
    for (const ImapUid uid : uids) {
        const auto size = sizes.constFind(uid);
        const bool isThere = size != sizes.constEnd();
        report.present += isThere ? 1 : 0;
        const int strikes = m_state.strikes.value({folder.id, uid});
        const bool isSetAside = m_state.isSetAside(folder.id, uid);
        if (!isThere && !isSetAside) {
            report.absent.append(uid);
        } else if (isSetAside) {
            qCWarning(lcSync) << "UID" << uid.number() << "is set aside";
        } else if (strikes >= kHeaderOnlyAfter || (*size > kWholeLimit && m_state.fetchFailures > 0)) {
            sorted.headers.append(uid); // the structure may be what the connection broke on
        } else if (*size > kWholeLimit) {
            sorted.large.append(uid);
        } else {
            sorted.whole.append(uid);
            sorted.sizes.append(*size);
        }
    }
    return sorted;
}

void MessageFetcher::recordFailure(const store::StoredFolder &folder, const Error &error,
    const QList<ImapUid> &left)
{
    if (!endsSession(error.kind) || error.kind == ErrorKind::Cancelled)
        return;
    ++m_state.fetchFailures;
    if (left.size() == 1)
        strike(folder.id, left.first());
}

Result<void> MessageFetcher::transfer(const store::StoredFolder &folder, const Sorted &sorted,
    Ingest &ingest, Report &report, const std::stop_token &stop)
{
    QSet<ImapUid> received;
    Result<void> stored;
    const auto add = [&](imap::FetchedMessage &&row, store::BodyState state) {
        // No message has no octets: such an answer hands nothing out.
        if (!row.hasBody || row.body.isEmpty() || !row.uid.isValid() || received.contains(row.uid) || !stored)
            return;
        // A skeleton may turn out to be none as it is read.
        m_state.someAreLate = m_state.someAreLate || state != store::BodyState::Whole;
        received.insert(row.uid);
        m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Computer);
        stored = ingest.add(std::move(row), state, stop);
        m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Server);
    };
    const auto taker = [&](store::BodyState state) {
        return [&, state](imap::FetchedMessage &&row) { add(std::move(row), state); };
    };
    auto &session = m_link.session();
    Result<void> result;
    if (!sorted.whole.isEmpty()) {
        result = session.fetchBodies(spanOf(sorted.whole),
            {sorted.sizes.constData(), std::size_t(sorted.sizes.size())}, taker(store::BodyState::Whole), stop);
    }
    if (result && stored && !sorted.large.isEmpty()) {
        const auto take = [&](imap::FetchedMessage &&row, SkeletonFetcher::Fit fit) {
            if (fit == SkeletonFetcher::Fit::Never)
                m_state.unfit.insert({folder.id, row.uid});
            add(std::move(row), fit == SkeletonFetcher::Fit::Skeleton ? store::BodyState::Skeleton : store::BodyState::Header);
        };
        result = SkeletonFetcher(session).fetch(spanOf(sorted.large), take, stop);
    }
    // What did not come whole is gone, or the server keeps a message it cannot read any more.
    QList<ImapUid> headers = leftOf(sorted.whole + sorted.large, received) + sorted.headers;
    if (result && stored && !headers.isEmpty())
        result = session.fetchHeaders(spanOf(headers), taker(store::BodyState::Header), stop);
    const QList<ImapUid> left = leftOf(sorted.whole + sorted.large + sorted.headers, received);
    if (!result) {
        recordFailure(folder, result.error(), left);
        return result;
    }
    if (stored) {
        report.absent += left;
        report.present -= left.size();
    }
    return stored;
}

Result<MessageFetcher::Report> MessageFetcher::fetch(const store::StoredFolder &folder,
    const QList<ImapUid> &newestFirst, Occasion occasion, const std::stop_token &stop)
{
    const bool news = occasion == Occasion::News;
    Report report;
    if (newestFirst.isEmpty())
        return report;
    const auto sorted = sortBySize(folder, newestFirst, report, stop);
    if (!sorted)
        return sorted.error();
    const bool mayHoldOurs
        = folder.role == imap::FolderRole::Sent || folder.role == imap::FolderRole::AllMail;
    const auto ingest = Ingest::create(m_deps.store, m_deps.parsers,
        {.folder = folder.id,
            .uidValidity = folder.uidValidity,
            .ownAddresses = m_state.ownAddresses,
            .role = folder.role,
            .arrivesSince = m_deps.clock.nowUtc().addDays(-kArrivesForDays),
            .seenSince = m_deps.clock.nowUtc().addSecs(-kArrivesReadForSecs),
            .news = news,
            .keep = news || mayHoldOurs,
            .words = news || occasion == Occasion::Found ? store::TextIndex::Now : store::TextIndex::Later,
            .urgency = occasion == Occasion::History ? store::Urgency::Bulk : store::Urgency::Normal});
    const auto transferred = transfer(folder, *sorted, *ingest, report, stop);
    // What has come is kept, also when the connection broke.
    m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Computer);
    const auto finished = ingest->finish(stop);
    m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Server);
    for (const ImapUid uid : ingest->notUnderstood())
        m_state.notUnderstood.insert({folder.id, uid});
    tell(folder, ingest->taken(), news);
    if (!transferred)
        return transferred.error();
    if (!finished)
        return finished.error();
    m_state.fetchFailures = std::max(0, m_state.fetchFailures - 1);
    return report;
}

/// What another client (or we) moved or copied is new in the folder, but no news.
bool MessageFetcher::isFirstSeen(const store::StoredFolder &folder, const store::IncomingMessage &message)
{
    if (folder.role == imap::FolderRole::Archive)
        return false;
    const bool arrives = message.flags.keywords.contains(store::kArrivedFlag);
    if (folder.role == imap::FolderRole::None && !arrives)
        return false;
    // Gmail: what a filter of the user's archives, without a label to find it by.
    if (folder.role == imap::FolderRole::AllMail && !arrives && !message.flags.keywords.contains("\\Inbox"))
        return false;
    const QString messageId = message.parsed.header.messageId;
    if (messageId.isEmpty())
        return true;
    const auto places = readStore<QList<store::MessageLocation>>(m_deps.store,
        [&](store::ReadSession &read) { return read.findMessageId(m_state.account.id, messageId); });
    return !places || std::all_of(places->begin(), places->end(), [&](const store::MessageLocation &place) {
        // The store takes the mark off what it knew before.
        return place.folder == message.folder && place.uid == message.uid
            && (!arrives || place.flags.keywords.contains(store::kArrivedFlag));
    });
}

void MessageFetcher::tell(const store::StoredFolder &folder,
    const QList<store::IncomingMessage> &messages, bool news)
{
    QList<store::IncomingMessage> inbound;
    for (const store::IncomingMessage &message : messages) {
        const bool ours
            = folder.role == imap::FolderRole::Sent || message.verdict.kind == triage::Kind::Own;
        if (ours && !message.parsed.header.messageId.isEmpty())
            m_deps.observer.sentCopySeen(m_state.account.id, message.parsed.header.messageId);
        if (!ours && news && isFirstSeen(folder, message))
            inbound.append(message);
    }
    if (!inbound.isEmpty())
        m_deps.observer.newMailStored(m_state.account.id, inbound);
}

} // namespace inlet::sync
