// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own folders: rules on the server sort replies into them that never were in the inbox.
#include "sync/AccountWorker_p.h"

#include "base/Log.h"
#include "sync/FolderChoice_p.h"

#include <algorithm>
#include <iterator>

namespace inlet::sync
{

namespace
{

/// What LIST-STATUS does not tell is a command of its own: so many a round, in turn.
constexpr qsizetype kAskedAtOnce = 30;
/// Where something happened in more of them, the others come when nothing is urgent.
constexpr qsizetype kLookedAtOnce = 10;
/// Between two looks at the counts of all folders, where the server does not tell by itself: 8 KB with 54 folders, 0.7 KB
/// where it is compressed.
constexpr std::chrono::minutes kGlance{1};
/// So long after mail came to one of them.
constexpr std::chrono::hours kLively{24};

} // namespace

/// What the server says of them. Of some it may say nothing this time: also LIST-STATUS leaves out what the server cannot
/// tell at once (RFC 5819 section 2). `refused`: that it says nothing of at all.
Result<AccountWorker::Told> AccountWorker::statesOf(const QList<FolderId> &folders)
{
    Told told;
    if (m_link.capabilities().listStatus) {
        m_glancedAt = m_deps.clock.steadyNow();
        const auto all = m_link.session().statusOfAll(stopToken());
        if (!all && endsSession(all.error().kind))
            return all.error();
        m_glanceRefused = !all;
        if (all)
            told.states = *all;
    }
    const auto isUntold = [&](FolderId id) { return folders.contains(id) && !told.states.contains(m_state.folder(id)->wireName); };
    m_state.untold.removeIf([&](FolderId id) { return !isUntold(id); });
    QList<FolderId> unsaid;
    std::copy_if(folders.cbegin(), folders.cend(), std::back_inserter(unsaid),
        [&](FolderId id) { return isUntold(id) && !m_state.untold.contains(id); });
    QList<FolderId> asked;
    for (qsizetype i = 0; i < std::min(kAskedAtOnce, unsaid.size()); ++i)
        asked.append(unsaid.at((m_state.turn + i) % unsaid.size()));
    m_state.turn = unsaid.isEmpty() ? 0 : (m_state.turn + kAskedAtOnce) % unsaid.size();
    for (qsizetype i = std::min(MailboxState::kOpenedAtOnce, m_state.untold.size()); i > 0; --i)
        asked.append(m_state.untold.takeFirst()); // it may tell now
    for (const FolderId id : std::as_const(asked)) {
        const auto state = askedAlone(id);
        if (!state)
            return state.error();
        if (*state) {
            told.states.insert(m_state.folder(id)->wireName, **state);
            continue;
        }
        told.refused.append(id);
        m_state.untold.append(id);
    }
    return told;
}

Result<std::optional<imap::FolderState>> AccountWorker::askedAlone(FolderId folder)
{
    const auto state = m_link.session().status(m_state.folder(folder)->wireName, stopToken());
    if (state)
        return std::optional(*state);
    return endsSession(state.error().kind) ? Result<std::optional<imap::FolderState>>(state.error()) : std::optional<imap::FolderState>();
}

/// A folder in which nothing happened costs no command of its own. One that was never looked through waits until
/// nothing is urgent.
Result<void> AccountWorker::lookAtOthers()
{
    m_state.unlooked.clear();
    const QList<FolderId> others = otherFolders(m_state.folders);
    if (others.isEmpty())
        return {};
    const auto told = statesOf(others);
    if (!told)
        return told.error();
    const QList<FolderId> opened = told->refused.first(std::min(MailboxState::kOpenedAtOnce, told->refused.size()));
    QList<FolderId> changed;
    const FolderId compared = others.at(m_state.round++ % others.size());
    for (const FolderId id : others) {
        if (m_state.shut.contains(id))
            continue;
        store::StoredFolder *folder = m_state.folder(id);
        const auto state = told->states.constFind(folder->wireName);
        const bool isNew = folder->uidNext == 0;
        const bool same = state == told->states.constEnd()
            ? !opened.contains(id)
            : (state->uidValidity == folder->uidValidity && state->uidNext == folder->uidNext && state->exists == folder->exists
                && state->highestModSeq == folder->highestModSeq);
        // Without mod-sequences a change of flags shows in no number: one folder a round is compared.
        const bool compares = id == compared && folder->highestModSeq == 0;
        if ((isNew && isPaused()) || (!isNew && (!same || compares))) {
            changed.append(id);
        } else if (isNew || (!folder->historyDone && !m_state.plans.contains(id))) {
            m_state.unlooked.append(id);
        }
    }
    // In a pause nothing comes later.
    const qsizetype now = isPaused() ? changed.size() : std::min(kLookedAtOnce, changed.size());
    m_state.unlooked = changed.mid(now) + m_state.unlooked;
    for (const FolderId id : changed.first(now)) {
        if (const auto looked = lookThrough(id); !looked)
            return looked;
    }
    return {};
}

/// Errors: those that are of the whole mailbox. A folder that does not open is no reason to leave the others alone; where
/// there was mail, or the server may open it later, it is said and asked for again.
Result<void> AccountWorker::lookThrough(FolderId id)
{
    store::StoredFolder *folder = m_state.folder(id);
    if (!folder) // it went meanwhile
        return {};
    const quint32 before = folder->uidNext;
    const auto looked = m_folderSync.run(*folder, Depth::Everything, stopToken());
    if (before != 0 && folder->uidNext > before)
        m_livelyUntil = m_deps.clock.steadyNow() + kLively;
    if (looked || endsSession(looked.error().kind) || looked.error().kind == ErrorKind::Storage)
        return looked;
    qCInfo(lcSync) << "mailbox" << m_state.account.id.number() << "folder" << id.number() << "does not open";
    if (folder->uidNext != 0 || isTemporary(looked.error())) {
        m_folderError = looked.error();
        return {};
    }
    m_state.shut.insert(id);
    folder->followed = false;
    return m_deps.store.writeAndWait("sync.follow", [id](store::WriteTransaction &write) { return write.setFollowed(id, false); });
}

/// Between two rounds: only where a number changed a folder is looked at.
Result<void> AccountWorker::performGlance()
{
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    m_glancedAt = m_deps.clock.steadyNow();
    m_glanceOwed = false;
    const auto all = m_link.session().statusOfAll(stopToken());
    m_glanceRefused = !all;
    if (!all)
        return endsSession(all.error().kind) ? Result<void>(all.error()) : Result<void>();
    noteTold(*all);
    return lookAtTold();
}

/// Where nothing ever comes the rounds are enough. Where the server tells by itself, one look finds what it could not tell.
std::optional<std::chrono::steady_clock::time_point> AccountWorker::nextGlance() const
{
    const bool isDue = m_link.isNotified() ? m_glanceOwed : m_glancedAt < m_livelyUntil;
    const bool glances = isDue && m_link.capabilities().listStatus && !m_glanceRefused && !otherFolders(m_state.folders).isEmpty();
    return glances ? std::optional(m_glancedAt + kGlance) : std::nullopt;
}

/// The folders in which replies turn up that never were in the inbox. A state that was told before and looked at is no news,
/// or a server that counts wrong would be asked without end.
void AccountWorker::noteTold(const QHash<QByteArray, imap::FolderState> &states)
{
    for (const store::StoredFolder &folder : std::as_const(m_state.folders)) {
        const auto state = states.constFind(folder.wireName);
        const bool isListened = folder.followed && (folder.role == imap::FolderRole::None || folder.role == imap::FolderRole::Junk);
        if (state == states.constEnd() || !isListened || folder.uidNext == 0 || m_state.shut.contains(folder.id))
            continue;
        const QPair numbers(state->uidNext, state->exists);
        if (numbers == QPair(folder.uidNext, folder.exists) || m_state.lastTold.value(folder.id) == numbers)
            continue;
        m_state.lastTold.insert(folder.id, numbers);
        if (!m_state.told.contains(folder.id))
            m_state.told.append(folder.id);
    }
}

/// Some of them; what the user does goes in between.
Result<void> AccountWorker::lookAtTold()
{
    for (qsizetype left = kLookedAtOnce; left > 0 && !m_state.told.isEmpty(); --left) {
        const FolderId id = m_state.told.takeFirst();
        store::StoredFolder *folder = m_state.folder(id);
        if (!folder)
            continue;
        const auto looked = folder->role == imap::FolderRole::None ? lookThrough(id) : lookAtFolder(*folder);
        if (!looked && (endsSession(looked.error().kind) || looked.error().kind == ErrorKind::Storage))
            return looked;
        if (!looked)
            m_folderError = looked.error(); // the others are not to suffer
    }
    return {};
}

} // namespace inlet::sync
