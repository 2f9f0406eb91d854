// SPDX-License-Identifier: GPL-3.0-or-later
// What the user looks for on the server, turn by turn, because large folders take their time.
#include "sync/AccountWorker_p.h"
#include "sync/Finding_p.h"
#include "sync/FolderChoice_p.h"

#include <algorithm>
#include <utility>

namespace inlet::sync
{

/// Who asked is told when it is over. After each turn the mailbox does what is more urgent.
Result<void> AccountWorker::performFind(Errand &errand)
{
    Finding &finding = *errand.finding;
    const auto turn = findTurn(finding);
    bool goesOn = turn && !*turn;
    if (!turn && stopToken().stop_requested()) {
        goesOn = true; // the next worker takes it over
    } else if (!turn && endsSession(turn.error().kind) && turn.error().kind != ErrorKind::Auth) {
        m_brokeBySearch = std::exchange(finding.wasTooMuch, false);
        goesOn = finding.lost(m_brokeBySearch) && !finding.how.stop.stop_requested();
    }
    if (goesOn) {
        m_followUps.push_back(std::move(errand));
        return turn ? Result<void>() : turn.error();
    }
    errand.done(turn ? Result<void>() : turn.error());
    const bool isCalledOff = !turn && turn.error().kind == ErrorKind::Cancelled && finding.how.stop.stop_requested();
    return turn || isCalledOff ? Result<void>() : turn.error();
}

Result<void> AccountWorker::beginFinding(Finding &finding)
{
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    if (const auto ready = m_state.folders.isEmpty() ? m_folderList.refresh(stopToken()) : m_folderList.load(); !ready)
        return ready;
    if (m_state.ownAddresses.isEmpty()) { // no round so far
        if (const auto loaded = loadOwnAddresses(); !loaded)
            return loaded;
    }
    if (finding.isBegun)
        return {};
    const QList<FolderId> followed = foldersToFollow(m_state.folders, m_link.capabilities().gmail) + otherFolders(m_state.folders);
    qint64 messages = 0;
    for (const FolderId id : followed)
        messages += m_state.folder(id)->exists;
    finding.begin(followed, messages);
    if (m_link.capabilities().gmail) // an index: small ranges would only be more commands
        finding.range = finding.most = Finding::kMostOfIndex;
    return {};
}

/// True: all was looked at, or as much was fetched as was asked for. False: there is more to do.
Result<bool> AccountWorker::findTurn(Finding &finding)
{
    const auto isCalledOff = [&] { return finding.how.stop.stop_requested(); };
    const Error calledOff{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}};
    if (isCalledOff())
        return calledOff;
    if (const auto begun = beginFinding(finding); !begun)
        return begun.error();
    const auto started = std::chrono::steady_clock::now();
    while (!finding.folders.isEmpty() && !finding.isFull()) {
        if (isCalledOff())
            return calledOff;
        if (std::chrono::steady_clock::now() - started >= Finding::kTurn)
            return false;
        const auto looked = findFurther(finding);
        if (!looked && (endsSession(looked.error().kind) || looked.error().kind == ErrorKind::Storage))
            return looked.error();
        if (!looked) { // that folder is refused, or gone: the others are not to suffer
            finding.refusal = looked.error();
            finding.leave(0);
        }
        finding.said.someRefused = finding.refusal.has_value();
        if (finding.how.progress)
            finding.how.progress(finding.said);
    }
    finding.said.more = finding.isFull() && !finding.folders.isEmpty();
    if (finding.how.progress)
        finding.how.progress(finding.said);
    if (!finding.couldSearch && finding.refusal)
        return *finding.refusal;
    return true;
}

/// One range of the folder that is looked through, and what is to be fetched of it.
Result<void> AccountWorker::findFurther(Finding &finding)
{
    store::StoredFolder *folder = m_state.folder(finding.folders.first());
    if (!folder) { // the list of the server has another one by now
        finding.leave(0);
        return {};
    }
    if (finding.below == 0 || m_link.selected() != folder->wireName) {
        // It is looked at first: its numbers may mean others by now, and new mail goes ahead.
        if (const auto seen = m_folderSync.run(*folder, Depth::NewMail, stopToken()); !seen)
            return seen;
    }
    if (finding.below == 0 || finding.below > folder->uidNext)
        finding.enter(folder->uidNext);
    if (finding.below <= 1) {
        finding.leave(folder->exists);
        return {};
    }
    const auto began = std::chrono::steady_clock::now();
    auto missing = m_folderSync.findMissing(*folder, finding.how.query, finding.next(), stopToken());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (!missing) { // silent for too long, or hung up in the middle of it
        const ErrorKind kind = missing.error().kind;
        finding.wasTooMuch = kind == ErrorKind::Timeout || (kind == ErrorKind::Network && took > Finding::kSlow);
        return missing.error();
    }
    finding.couldSearch = true;
    const qsizetype room = std::max<qsizetype>(0, finding.how.most - finding.said.fetched);
    const bool fits = missing->size() <= room;
    const auto fetched = m_folderSync.fetchFound(*folder, missing->first(std::min(room, missing->size())), stopToken());
    if (!fetched)
        return fetched.error();
    finding.said.fetched += *fetched;
    if (fits || *fetched == 0) // else the rest of the range is still to be had
        finding.looked(folder->exists, took);
    return {};
}

} // namespace inlet::sync
