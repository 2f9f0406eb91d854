// SPDX-License-Identifier: GPL-3.0-or-later
// The rounds of a mailbox, its history, and how its connection is parked in between.
#include "sync/AccountWorker_p.h"

#include "base/Log.h"
#include "sync/FolderChoice_p.h"
#include "sync/StatusBook_p.h"

#include <algorithm>
#include <utility>

namespace inlet::sync
{

namespace
{

constexpr int kIdleAttempts = 3;
constexpr std::chrono::minutes kLongestTurn{1}; // on a host that allows fewer connections than there are mailboxes

} // namespace

Result<void> AccountWorker::loadOwnAddresses()
{
    const auto accounts = readStore<QList<accounts::Account>>(
        m_deps.store, [](store::ReadSession &read) { return read.accounts(); });
    if (!accounts)
        return accounts.error();
    m_state.ownAddresses.clear();
    for (const accounts::Account &account : *accounts) {
        m_state.ownAddresses.insert(account.email.toLower());
        for (const QString &alias : account.aliases)
            m_state.ownAddresses.insert(alias.toLower());
    }
    return {};
}

Result<void> AccountWorker::loadNewestMail()
{
    const store::ListQuery answers{.scope = store::Scope::All, .account = m_state.account.id};
    const auto newest = readStore<QList<store::ConversationRow>>(
        m_deps.store, [&](store::ReadSession &read) { return read.page(answers, std::nullopt, 1); });
    if (!newest)
        return newest.error();
    if (!newest->isEmpty()) // a date in the future is no news
        m_newestMail = std::min(newest->first().sortAt, m_deps.clock.nowUtc().toMSecsSinceEpoch());
    return {};
}

Result<void> AccountWorker::lookAtFolder(store::StoredFolder &folder)
{
    const auto unchanged = m_folderSync.isUnchanged(folder, stopToken());
    if (!unchanged && unchanged.error().kind != ErrorKind::ServerRefused)
        return unchanged.error();
    if (unchanged && *unchanged)
        return {};
    return m_folderSync.run(folder, Depth::Everything, stopToken());
}

Result<void> AccountWorker::performRound(bool fresh)
{
    if (fresh)
        m_link.drop(); // what the old network left may hang without a sign
    if (!m_link.isOpen())
        report(SyncState::Connecting);
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    m_roundOpen = true;
    const bool settled = m_status.state == SyncState::Live || m_status.state == SyncState::Paused;
    if (!settled)
        report(SyncState::CatchingUp);
    m_folderError.reset();
    if (const auto loaded = loadOwnAddresses(); !loaded)
        return loaded;
    if (const auto listed = m_folderList.refresh(stopToken()); !listed)
        return listed;
    if (const auto worked = performOperations(); !worked)
        return worked;
    for (const FolderId id : foldersToFollow(m_state.folders, m_link.capabilities().gmail)) {
        store::StoredFolder *folder = m_state.folder(id);
        const auto looked = lookAtFolder(*folder);
        if (!looked && (endsSession(looked.error().kind) || looked.error().kind == ErrorKind::Storage
                || folder == listenFolder()))
            return looked;
        if (!looked)
            m_folderError = looked.error(); // the others are not to suffer
        if (!settled)
            report(SyncState::CatchingUp);
    }
    if (const auto looked = lookAtOthers(); !looked)
        return looked;
    m_roundAt = m_deps.clock.steadyNow();
    proved();
    if (const auto loaded = loadNewestMail(); !loaded)
        return loaded;
    return concludeRound();
}

/// A round is over when the history is here too, and the large messages that came as a header. Where
/// the user wants none of these now, it is over without them.
Result<void> AccountWorker::concludeRound()
{
    const bool paused = isPaused();
    noteLate();
    if (!paused && !m_state.historyIsDone()) {
        followUp(Errand::Kind::History);
        return {};
    }
    if (!paused && (!m_lateBodies || !m_lateBodies->isEmpty() || m_late)) {
        followUp(Errand::Kind::LateBodies);
        return {};
    }
    const bool renumbered = m_state.historyIsDone() && std::exchange(m_state.renumbered, false);
    if (std::exchange(m_operationsWait, false) || renumbered) { // their messages have their new UIDs by now
        if (const auto worked = performOperations(); !worked)
            return worked;
    }
    if (std::exchange(m_roundOpen, false)) {
        m_deps.observer.roundFinished(m_state.account.id,
            m_folderError ? Result<void>(*m_folderError) : Result<void>());
    }
    return {};
}

Result<void> AccountWorker::performHistory()
{
    if (isPaused())
        return concludeRound();
    m_roundOpen = m_roundOpen || !m_state.historyIsDone(); // one that was over without its history goes on
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    if (!m_state.unlooked.isEmpty()) { // the newest of all folders come before older mail
        if (const auto looked = lookThrough(m_state.unlooked.takeFirst()); !looked)
            return looked;
        proved();
        return concludeRound();
    }
    // Of all folders the one that has come least far: newest first over the whole mailbox.
    store::StoredFolder *next = nullptr;
    QDateTime newest;
    for (store::StoredFolder &folder : m_state.folders) {
        const HistoryPlan plan = m_state.plans.value(folder.id);
        if (plan.missing.isEmpty() || (next && plan.backTo <= newest))
            continue;
        next = &folder;
        newest = plan.backTo;
    }
    if (next) {
        const auto fetched = m_folderSync.fetchHistory(*next, stopToken());
        if (!fetched && (endsSession(fetched.error().kind) || fetched.error().kind == ErrorKind::Storage))
            return fetched;
        if (!fetched) { // that folder is refused: the others go on, the next round asks again
            m_folderError = fetched.error();
            m_state.plans.remove(next->id);
            if (fetched.error().kind == ErrorKind::NotFound) // renamed or deleted: the list tells
                followUp(Errand::Kind::Round);
        }
        proved();
    }
    return concludeRound();
}

Result<void> AccountWorker::park()
{
    if (!m_deps.options.listen) {
        if (!m_roundOpen && m_followUps.empty()) {
            m_link.hangUp();
            report(orPaused(SyncState::Checked));
        }
        return {};
    }
    if (m_link.isOpen() && m_link.isIdle())
        return keepWatching();
    store::StoredFolder *folder = listenFolder();
    const bool canIdle = m_link.isOpen() && m_link.capabilities().idle && !m_idleRefused && folder;
    if (canIdle && m_mayKeep)
        return parkInIdle(*folder);
    parkForPoll(m_mayKeep && m_link.isOpen());
    return {};
}

Result<void> AccountWorker::parkInIdle(store::StoredFolder &folder)
{
    const auto renewal = std::min<std::chrono::milliseconds>(
        m_deps.options.idleRenewal, 2 * m_deps.options.pollInterval);
    m_glanceOwed = m_link.wasElsewhere(folder.wireName) || m_glanceOwed;
    bool equal = m_link.selected() == folder.wireName;
    for (int attempt = 0; attempt < kIdleAttempts; ++attempt) {
        if (!equal) {
            const auto looked = m_folderSync.run(folder, Depth::NewMail, stopToken());
            if (!looked)
                return looked;
        }
        m_canaryAgrees = true;
        const auto before = m_link.startIdle(stopToken());
        if (!before && before.error().kind == ErrorKind::ServerRefused) { // offered, but not to be had
            m_idleRefused = true;
            parkForPoll(true);
            return {};
        }
        if (!before)
            return before.error();
        noteTold(before->others);
        const auto now = m_deps.clock.steadyNow();
        const bool wasHeldUp = m_link.isIdle() && now - std::exchange(m_askedAt, now) > StatusBook::kProofHolds;
        if (wasHeldUp) { // the answers were true then; what came meanwhile may be held up behind them
            if (const auto opened = m_link.open(stopToken()); !opened)
                return opened;
        } else if (m_link.isIdle()) {
            proved();
            dueIn(renewal);
            // Read already and not to be seen by poll. (Half a line that stays after readIdle() is
            // not asked about again: that would never end.)
            if (m_link.session().stream().hasBufferedInput() || !m_state.told.isEmpty())
                followUp(Errand::Kind::Wake);
            return keepWatching();
        }
        equal = false; // or something came before IDLE was up
    }
    followUp(Errand::Kind::Round); // a folder this busy is looked at again at once
    return {};
}

Result<void> AccountWorker::keepWatching()
{
    m_link.watchUntil(std::min(m_dueAt, nextGlance().value_or(m_dueAt)));
    if (!isPaused()) {
        noteLate();
        if (!m_state.historyIsDone()) // more came at once than one batch holds
            followUp(Errand::Kind::History);
        else if (!m_lateBodies && !m_late)
            followUp(Errand::Kind::LateBodies);
    }
    const SyncState settled = orPaused(m_state.historyIsDone() ? SyncState::Live : SyncState::CatchingUp);
    report(m_canaryAgrees ? settled : SyncState::CatchingUp);
    return {};
}

/// Counted from the last round: new mail, what the user does, a search of many turns or a long history do not put it off, or the
/// other folders of a busy mailbox would never be looked at.
void AccountWorker::dueIn(std::chrono::milliseconds wait)
{
    const auto now = m_deps.clock.steadyNow();
    m_dueAt = m_roundAt.value_or(now) + wait;
    if (m_dueAt <= now && !m_followUps.empty())
        followUp(Errand::Kind::Due); // the listener has no chance to tell
}

void AccountWorker::parkForPoll(bool keepOpen)
{
    // Others wait for this place: a long history goes on in its next turn.
    const bool isIdle = !m_roundOpen && m_followUps.empty();
    if (!keepOpen && (isIdle || m_link.lived() > kLongestTurn))
        m_link.hangUp();
    dueIn(m_deps.options.pollInterval);
    m_link.watchUntil(m_dueAt);
    report(m_roundOpen ? SyncState::CatchingUp : orPaused(SyncState::Checked));
}

} // namespace inlet::sync
