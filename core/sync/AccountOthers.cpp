// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own folders: rules on the server sort replies into them that never were in the inbox.
#include "sync/AccountWorker_p.h"

#include "base/Log.h"
#include "sync/FolderChoice_p.h"

namespace inlet::sync
{

namespace
{

/// What LIST-STATUS does not tell is a command of its own: so many a round, in turn.
constexpr qsizetype kAskedAtOnce = 30;
/// Where something happened in more of them, the others come when nothing is urgent.
constexpr qsizetype kLookedAtOnce = 10;

} // namespace

/// What the server says of them. Of some it may say nothing this time: also LIST-STATUS leaves out what the server cannot
/// tell at once (RFC 5819 section 2).
Result<QHash<QByteArray, imap::FolderState>> AccountWorker::statesOf(const QList<FolderId> &folders)
{
    QHash<QByteArray, imap::FolderState> states;
    if (m_link.capabilities().listStatus) {
        const auto all = m_link.session().statusOfAll(stopToken());
        if (!all && endsSession(all.error().kind))
            return all;
        if (all)
            states = *all;
    }
    QByteArrayList unsaid;
    for (const FolderId id : folders) {
        const QByteArray name = m_state.folder(id)->wireName;
        if (!states.contains(name))
            unsaid.append(name);
    }
    if (unsaid.isEmpty())
        return states;
    for (qsizetype i = 0; i < std::min(kAskedAtOnce, unsaid.size()); ++i) {
        const QByteArray &name = unsaid.at((m_state.turn + i) % unsaid.size());
        const auto state = m_link.session().status(name, stopToken());
        if (state)
            states.insert(name, *state);
        else if (endsSession(state.error().kind))
            return state.error();
    }
    m_state.turn = (m_state.turn + kAskedAtOnce) % unsaid.size();
    return states;
}

/// A folder in which nothing happened costs no command of its own. One that was never looked through waits until
/// nothing is urgent.
Result<void> AccountWorker::lookAtOthers()
{
    m_state.unlooked.clear();
    const QList<FolderId> others = otherFolders(m_state.folders);
    if (others.isEmpty())
        return {};
    const auto states = statesOf(others);
    if (!states)
        return states.error();
    QList<FolderId> changed;
    const FolderId compared = others.at(m_state.round++ % others.size());
    for (const FolderId id : others) {
        if (m_state.shut.contains(id))
            continue;
        store::StoredFolder *folder = m_state.folder(id);
        const auto state = states->constFind(folder->wireName);
        const bool isNew = folder->uidNext == 0;
        const bool same = state == states->constEnd()
            || (state->uidValidity == folder->uidValidity && state->uidNext == folder->uidNext && state->exists == folder->exists
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
    const auto looked = m_folderSync.run(*folder, Depth::Everything, stopToken());
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

} // namespace inlet::sync
