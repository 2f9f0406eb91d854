// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/FolderSync_p.h"

#include "sync/UidLists_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

/// Up to this many UIDs are guessed instead of asked for: UIDs are dense in practice.
constexpr quint32 kMostGuessed = 2000;
constexpr int kMostOperations = 10'000;
/// How long a server that counts more than it hands out is asked for the rest with each look.
constexpr std::chrono::hours kLongestDoubt{1};

} // namespace

Result<void> FolderSync::run(store::StoredFolder &folder, Depth depth, const std::stop_token &stop)
{
    Told told;
    const auto state = select(folder, told, stop);
    if (!state)
        return state.error();
    const store::StoredFolder before = folder;
    if (const auto checked = checkNumbering(folder, *state, told, stop); !checked)
        return checked;
    if (const auto adopted = adoptUidValidity(folder, state->uidValidity); !adopted)
        return adopted;
    const auto uidNext = uidNextOf(*state, stop);
    if (!uidNext)
        return uidNext.error();
    const bool same = folder.uidNext == *uidNext && folder.exists == state->exists
        && folder.highestModSeq == state->highestModSeq;
    Seen seen{*uidNext, state->exists};
    if (!same || (depth == Depth::Everything && state->highestModSeq == 0)) {
        if (const auto caughtUp = catchUp(folder, *state, *uidNext, depth, told, seen, stop); !caughtUp)
            return caughtUp;
    }
    if (!m_state.plans.contains(folder.id)) {
        if (const auto planned = makePlan(folder, *uidNext, seen, stop); !planned)
            return planned;
    }
    folder.uidNext = seen.uidNext;
    folder.exists = seen.exists;
    folder.highestModSeq = state->highestModSeq;
    folder.keepsKeywords = state->keepsKeywords;
    folder.keptKeywords.clear();
    if (!state->keepsKeywords) {
        std::copy_if(state->permanentFlags.cbegin(), state->permanentFlags.cend(), std::back_inserter(folder.keptKeywords),
            [](const QByteArray &flag) { return !flag.startsWith('\\'); });
    }
    folder.historyDone = m_state.plans.value(folder.id).missing.isEmpty();
    return folder == before && isWhole(folder) ? Result<void>() : save(folder);
}

Result<imap::FolderState> FolderSync::select(const store::StoredFolder &folder, Told &told,
    const std::stop_token &stop)
{
    const auto take = [&](imap::FetchedMessage &&row) { told.flags.append({row.uid, row.flags, row.modSeq}); };
    const auto answer = m_link.resync(
        folder.wireName, {folder.uidValidity, folder.uidNext == 0 ? 0 : folder.highestModSeq}, take, stop);
    if (!answer)
        return answer.error();
    told.everything = answer->complete;
    told.gone = answer->vanished;
    return answer->state;
}

Result<bool> FolderSync::isUnchanged(const store::StoredFolder &folder, const std::stop_token &stop)
{
    const bool known = folder.uidNext != 0 && m_state.plans.contains(folder.id);
    if (!known || !m_link.capabilities().condstore || folder.highestModSeq == 0
        || folder.wireName == m_link.selected())
        return false;
    const auto state = m_link.session().status(folder.wireName, stop);
    if (!state)
        return state.error();
    return state->uidValidity == folder.uidValidity && state->uidNext == folder.uidNext
        && state->exists == folder.exists && state->highestModSeq == folder.highestModSeq;
}

bool FolderSync::isRenumbered(const store::StoredFolder &folder, const imap::FolderState &state)
{
    return folder.uidValidity != state.uidValidity || (state.uidNext != 0 && state.uidNext < folder.uidNext);
}

Result<void> FolderSync::adoptUidValidity(store::StoredFolder &folder, UidValidity uidValidity)
{
    if (folder.uidValidity == uidValidity)
        return {};
    const auto reset = m_deps.store.writeAndWait("sync.resetFolder",
        [&](store::WriteTransaction &write) { return write.resetFolder(folder.id, uidValidity); });
    if (!reset)
        return reset;
    folder.uidValidity = uidValidity;
    folder.uidNext = folder.exists = 0;
    folder.highestModSeq = 0;
    folder.historyDone = false;
    m_state.plans.remove(folder.id);
    m_state.renumbered = true;
    return {};
}

Result<quint32> FolderSync::uidNextOf(const imap::FolderState &state, const std::stop_token &stop)
{
    if (state.uidNext != 0)
        return state.uidNext;
    // RFC 3501 section 6.3.1 lets old servers leave it out.
    const auto all = m_link.session().searchSince({}, stop);
    if (!all)
        return all.error();
    const QList<ImapUid> uids = tidy(*all);
    return uids.isEmpty() ? 1 : uids.last().number() + 1;
}

Result<QList<ImapUid>> FolderSync::freshCandidates(const store::StoredFolder &folder, quint32 uidNext,
    const std::stop_token &stop)
{
    QList<ImapUid> candidates;
    if (uidNext <= folder.uidNext)
        return candidates;
    if (uidNext - folder.uidNext > kMostGuessed) {
        const auto all = m_link.session().searchSince({}, stop);
        if (!all)
            return all.error();
        return between(tidy(*all), folder.uidNext, uidNext);
    }
    for (quint32 uid = folder.uidNext; uid < uidNext; ++uid)
        candidates.append(ImapUid(uid));
    return candidates;
}

/// A message that is not handed out although it is there must not be passed over: the numbers of the folder agree from then
/// on, and no later look would ask for it again.
Result<MessageFetcher::Report> FolderSync::fetch(const store::StoredFolder &folder, const QList<ImapUid> &newestFirst,
    MessageFetcher::Occasion occasion, const std::stop_token &stop)
{
    auto report = m_fetcher.fetch(folder, newestFirst, occasion, stop);
    if (!report || report->absent.isEmpty())
        return report;
    const auto there = m_link.session().searchUids(report->absent, stop);
    if (!there)
        return there.error();
    if (there->isEmpty())
        return report;
    for (const ImapUid uid : *there)
        m_fetcher.strike(folder.id, uid);
    return Error{ErrorKind::Protocol, QStringLiteral("the server lists messages that it does not hand out"), {}, {}};
}

Result<FolderSync::Fresh> FolderSync::fetchFresh(store::StoredFolder &folder, quint32 uidNext,
    const std::stop_token &stop)
{
    const auto candidates = freshCandidates(folder, uidNext, stop);
    if (!candidates)
        return candidates.error();
    if (candidates->isEmpty())
        return Fresh{};
    const auto stored = storedUids(folder);
    const auto moving = leaving(folder);
    if (!stored || !moving)
        return stored ? moving.error() : stored.error();
    const QList<ImapUid> wanted = subtract(subtract(*candidates, *stored), *moving);
    const QList<ImapUid> newestFirst = descending(wanted);
    const QList<ImapUid> now = newestFirst.first(std::min(m_state.batchSize(), newestFirst.size()));
    const auto report = fetch(folder, now, MessageFetcher::Occasion::News, stop);
    if (!report)
        return report.error();
    // After a long absence the rest comes like history: nobody waits for it.
    const QList<ImapUid> later = newestFirst.mid(now.size());
    if (!later.isEmpty() && m_state.plans.contains(folder.id)) {
        HistoryPlan &plan = m_state.plans[folder.id];
        plan.missing = later + plan.missing;
        plan.wanted += later.size();
        plan.backTo = report->oldest;
    }
    // What is here of them was counted when the server kept others to itself.
    const qsizetype uncounted = m_state.doubts.contains(folder.id) ? wanted.size() : candidates->size();
    return Fresh{report->present, now.size() == uncounted};
}

bool FolderSync::mayDoubt(FolderId folder)
{
    const auto now = m_deps.clock.steadyNow();
    if (!m_state.doubts.contains(folder))
        m_state.doubts.insert(folder, now);
    return now - m_state.doubts.value(folder) <= kLongestDoubt;
}

/// A server that counts more than was here and came keeps some to itself, as one does whose index lags; or it hid some before,
/// which are back under their old numbers. Both are looked for, and what does not come stays asked for.
void FolderSync::noteCounts(const store::StoredFolder &folder, const Fresh &fresh, Seen &seen)
{
    seen.hidden = qint64(seen.exists) - qint64(folder.exists) - fresh.present;
    if (seen.hidden <= 0) {
        m_state.doubts.remove(folder.id);
        return;
    }
    if (!mayDoubt(folder.id)) {
        seen.hidden = 0;
        return;
    }
    seen.planned = m_state.plans.take(folder.id).missing.size();
    if (fresh.present < qint64(seen.uidNext) - qint64(folder.uidNext))
        seen.uidNext = folder.uidNext;
    seen.exists -= quint32(seen.hidden);
}

Result<void> FolderSync::catchUp(store::StoredFolder &folder, const imap::FolderState &state,
    quint32 uidNext, Depth depth, const Told &told, Seen &seen, const std::stop_token &stop)
{
    Fresh fresh{0, false};
    if (folder.uidNext != 0) {
        const auto fetched = fetchFresh(folder, uidNext, stop);
        if (!fetched)
            return fetched.error();
        fresh = *fetched;
    }
    if (fresh.exact)
        noteCounts(folder, fresh, seen);
    // What was there plus what came minus what is there = what went.
    const std::optional<qint64> went
        = fresh.exact ? std::optional(qint64(folder.exists) + fresh.present - qint64(state.exists)) : std::nullopt;
    const bool countsAgree = went == 0;
    if (told.everything) {
        if (const auto taken = takeTold(folder, told, uidNext, went, stop); !taken)
            return taken;
        // How many went cannot be told from the ranges; with none, the counts must agree.
        return countsAgree || !fresh.exact || !told.gone.isEmpty() ? Result<void>()
                                                                    : removeGone(folder, uidNext, seen, stop);
    }
    if (folder.highestModSeq != 0 && state.highestModSeq != 0) {
        if (folder.highestModSeq != state.highestModSeq) {
            if (const auto taken = takeChangedFlags(folder, uidNext, stop); !taken)
                return taken;
        }
        return countsAgree ? Result<void>() : removeGone(folder, uidNext, seen, stop);
    }
    // Mod-sequences that begin (a migration of ours, or of the server's) say nothing of what was before them.
    const bool begins = folder.highestModSeq == 0 && state.highestModSeq != 0 && folder.uidNext != 0;
    if (depth == Depth::Everything || !countsAgree || begins)
        return compareAll(folder, uidNext, seen, stop);
    return {};
}

Result<void> FolderSync::makePlan(store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop)
{
    const auto found = m_link.session().searchSince(m_state.historyStart(m_deps.clock.nowUtc()), stop);
    if (!found)
        return found.error();
    const auto stored = storedUids(folder);
    const auto moving = leaving(folder);
    if (!stored || !moving)
        return stored ? moving.error() : stored.error();
    const QList<ImapUid> wanted = between(tidy(*found), 1, uidNext);
    HistoryPlan plan;
    plan.wanted = wanted.size();
    plan.missing = descending(subtract(subtract(wanted, *stored), *moving));
    if (seen.hidden > 0 && plan.missing.size() - seen.planned >= seen.hidden) { // here they are
        m_state.doubts.remove(folder.id);
        seen.exists += quint32(seen.hidden);
    }
    m_state.plans.insert(folder.id, plan);
    return takeFromPlan(folder, kFirstList, MessageFetcher::Occasion::FirstRows, stop);
}

Result<void> FolderSync::takeFromPlan(store::StoredFolder &folder, qsizetype count,
    MessageFetcher::Occasion occasion, const std::stop_token &stop)
{
    const QList<ImapUid> missing = m_state.plans.value(folder.id).missing;
    const QList<ImapUid> now = missing.first(std::min({count, m_state.batchSize(), missing.size()}));
    const auto report = fetch(folder, now, occasion, stop);
    if (!report)
        return report.error();
    HistoryPlan &plan = m_state.plans[folder.id];
    plan.missing.remove(0, now.size());
    if (report->oldest.isValid())
        plan.backTo = report->oldest;
    return {};
}

Result<void> FolderSync::fetchHistory(store::StoredFolder &folder, const std::stop_token &stop)
{
    // One look at the folder first: it may have changed its UIDVALIDITY, and new mail goes ahead.
    if (const auto looked = run(folder, Depth::NewMail, stop); !looked)
        return looked;
    if (const auto taken = takeFromPlan(folder, m_state.batchSize(), MessageFetcher::Occasion::History, stop); !taken)
        return taken;
    if (!m_state.plans.value(folder.id).missing.isEmpty())
        return {};
    folder.historyDone = true;
    return save(folder);
}

Result<void> FolderSync::save(store::StoredFolder folder)
{
    if (!isWhole(folder) && folder.highestModSeq > 0)
        --folder.highestModSeq;
    return m_deps.store.writeAndWait("sync.folderState",
        [&](store::WriteTransaction &write) { return write.setFolderState(folder); });
}

Result<QList<ImapUid>> FolderSync::storedUids(const store::StoredFolder &folder)
{
    return readStore<QList<ImapUid>>(
        m_deps.store, [&](store::ReadSession &read) { return read.uids(folder.id); });
}

Result<QList<ImapUid>> FolderSync::leaving(const store::StoredFolder &folder)
{
    const auto operations = readStore<QList<store::Operation>>(m_deps.store,
        [&](store::ReadSession &read) { return read.operations(folder.account, kMostOperations); });
    if (!operations)
        return operations.error();
    QList<ImapUid> uids;
    for (const store::Operation &operation : *operations) {
        if (operation.type == store::Operation::Type::Move && operation.folder == folder.id
            && operation.uidValidity == folder.uidValidity)
            uids.append(operation.uid);
    }
    return tidy(uids);
}

} // namespace inlet::sync
