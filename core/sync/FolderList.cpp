// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/FolderList_p.h"

#include "base/Log.h"
#include "sync/Backoff_p.h"
#include "sync/FolderChoice_p.h"

#include <QSet>

#include <algorithm>

namespace inlet::sync
{

namespace
{

using imap::RemoteFolder;
using store::StoredFolder;

constexpr qsizetype kMostLookedAt = 100; ///< new folders at a time

bool hasRole(const QList<RemoteFolder> &folders, imap::FolderRole role)
{
    return std::any_of(folders.begin(), folders.end(), [role](const RemoteFolder &folder) { return folder.role == role; });
}

bool isListed(const QList<RemoteFolder> &folders, const QByteArray &wireName)
{
    return std::any_of(folders.begin(), folders.end(),
        [&wireName](const RemoteFolder &folder) { return folder.wireName == wireName; });
}

} // namespace

Result<void> FolderList::load()
{
    if (!m_state.folders.isEmpty())
        return {};
    const auto folders = readStore<QList<StoredFolder>>(m_deps.store,
        [&](store::ReadSession &read) { return read.folders(m_state.account.id); });
    if (!folders)
        return folders.error();
    m_state.folders = *folders;
    return {};
}

Result<void> FolderList::refresh(const std::stop_token &stop)
{
    if (const auto loaded = load(); !loaded)
        return loaded;
    auto listed = m_link.session().listFolders(stop);
    if (!listed)
        return listed.error();
    // RFC 3501 section 5.1: INBOX always exists. A list without it is not believed: what is not
    // listed would be forgotten here.
    if (!hasRole(*listed, imap::FolderRole::Inbox))
        return Error{ErrorKind::Protocol, QStringLiteral("the server's list of folders has no INBOX"), {}, {}};
    if (m_state.remoteFolders == *listed && !m_state.folders.isEmpty())
        return {};
    const auto renamed = findRenamed(*listed, stop);
    if (!renamed)
        return renamed.error();
    QList<StoredFolder> folders;
    const auto written = m_deps.store.writeAndWait("sync.folders", [&](store::WriteTransaction &write) -> Result<void> {
        for (const Renamed &one : *renamed) {
            if (const auto done = write.renameFolder(one.folder, one.now, one.keepsRole); !done)
                return done;
        }
        auto set = write.setFolders(m_state.account.id, *listed);
        if (!set)
            return set.error();
        folders = *set;
        return {};
    });
    if (!written)
        return written;
    m_state.folders = folders;
    m_state.remoteFolders = *listed;
    for (const Renamed &one : *renamed)
        m_state.plans.remove(one.folder);
    return follow();
}

/// Renamed are those that kept their UIDVALIDITY (RFC 3501 section 6.3.5 does not demand it, but all servers do so),
/// and those whose role is somewhere else now. To take another folder for it costs no mail: its messages are
/// looked for by Message-ID, and what is not there goes.
Result<QList<FolderList::Renamed>> FolderList::findRenamed(const QList<RemoteFolder> &listed, const std::stop_token &stop)
{
    QList<StoredFolder> candidates;
    for (const StoredFolder &folder : std::as_const(m_state.folders)) {
        if (folder.followed && folder.uidValidity.isValid() && folder.role != imap::FolderRole::Inbox)
            candidates.append(folder);
    }
    QList<RemoteFolder> fresh;
    for (const RemoteFolder &folder : listed) {
        const bool known = std::any_of(m_state.folders.cbegin(), m_state.folders.cend(),
            [&folder](const StoredFolder &other) { return other.wireName == folder.wireName; });
        if (!known && folder.own && folder.selectable && fresh.size() < kMostLookedAt)
            fresh.append(folder);
    }
    QList<Renamed> renamed;
    const auto take = [&](FolderId id, const RemoteFolder &now) {
        const auto one = std::find_if(candidates.begin(), candidates.end(), [id](const StoredFolder &f) { return f.id == id; });
        qCInfo(lcSync) << "mailbox" << m_state.account.id.number() << "folder" << id.number() << "was renamed";
        renamed.append({id, now, now.role == one->role || !hasRole(listed, one->role)});
        candidates.erase(one);
    };
    for (const RemoteFolder &folder : std::as_const(fresh)) {
        if (candidates.isEmpty())
            break;
        const auto before = formerly(folder, candidates, listed, stop);
        if (!before)
            return before.error();
        if (*before)
            take(**before, folder);
        const auto sameRole = std::find_if(candidates.cbegin(), candidates.cend(), [&](const StoredFolder &other) {
            return other.role == folder.role && folder.role != imap::FolderRole::None && !isListed(listed, other.wireName);
        });
        if (!*before && sameRole != candidates.cend())
            take(sameRole->id, folder);
    }
    return renamed;
}

Result<std::optional<FolderId>> FolderList::formerly(const RemoteFolder &fresh, const QList<StoredFolder> &candidates,
    const QList<RemoteFolder> &listed, const std::stop_token &stop)
{
    const auto state = stateOf(fresh.wireName, stop);
    if (!state)
        return state.error();
    if (!*state)
        return std::optional<FolderId>();
    for (const StoredFolder &folder : candidates) {
        if (folder.uidValidity != (*state)->uidValidity || (*state)->uidNext < folder.uidNext)
            continue;
        if (!isListed(listed, folder.wireName))
            return std::optional(folder.id);
        // Dovecot makes special folders anew at once. With the same number both are other folders, of the same
        // second: Courier numbers by it.
        const auto old = stateOf(folder.wireName, stop);
        if (!old)
            return old.error();
        if (*old && (*old)->uidValidity != folder.uidValidity)
            return std::optional(folder.id);
    }
    return std::optional<FolderId>();
}

Result<std::optional<imap::FolderState>> FolderList::stateOf(const QByteArray &wireName, const std::stop_token &stop)
{
    const auto state = m_link.session().status(wireName, stop);
    if (state)
        return std::optional(*state);
    return endsSession(state.error().kind) ? Result<std::optional<imap::FolderState>>(state.error())
                                           : std::optional<imap::FolderState>();
}

Result<void> FolderList::follow()
{
    QList<FolderId> wanted = foldersToFollow(m_state.folders, m_link.capabilities().gmail);
    // On Gmail All Mail has what lies in the others.
    const auto *allMail = m_state.folderWithRole(imap::FolderRole::AllMail);
    const bool hasAll = allMail && wanted.contains(allMail->id);
    QSet<QByteArray> mayFollow;
    for (const RemoteFolder &folder : std::as_const(m_state.remoteFolders)) {
        if (mayHoldReplies(folder))
            mayFollow.insert(folder.wireName);
    }
    for (const StoredFolder &folder : std::as_const(m_state.folders)) {
        const bool isOther = folder.role == imap::FolderRole::None && !hasAll && !m_state.shut.contains(folder.id);
        // What was read stays and goes on, also where another program renamed it to what we would not have begun with.
        if (isOther && (folder.followed || mayFollow.contains(folder.wireName)))
            wanted.append(folder.id);
    }
    m_state.plans.removeIf([&](const auto &plan) { return !wanted.contains(plan.key()); });
    QList<StoredFolder> changed;
    for (StoredFolder &folder : m_state.folders) {
        if (folder.followed == wanted.contains(folder.id))
            continue;
        folder.followed = !folder.followed;
        changed.append(folder);
    }
    if (changed.isEmpty())
        return {};
    return m_deps.store.writeAndWait("sync.follow", [&](store::WriteTransaction &write) -> Result<void> {
        for (const StoredFolder &folder : std::as_const(changed)) {
            if (const auto set = write.setFollowed(folder.id, folder.followed); !set)
                return set;
        }
        return {};
    });
}

} // namespace inlet::sync
