// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/FolderChoice_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

using imap::FolderRole;

std::optional<FolderId> withRole(const QList<store::StoredFolder> &folders, FolderRole role)
{
    const auto found = std::find_if(folders.begin(), folders.end(),
        [role](const store::StoredFolder &folder) { return folder.role == role; });
    return found == folders.end() ? std::nullopt : std::optional(found->id);
}

} // namespace

QList<FolderId> foldersToFollow(const QList<store::StoredFolder> &folders, bool gmail)
{
    const bool allMail = gmail && withRole(folders, FolderRole::AllMail);
    const QList<FolderRole> roles = allMail
        ? QList<FolderRole>{FolderRole::AllMail, FolderRole::Junk}
        : QList<FolderRole>{FolderRole::Inbox, FolderRole::Sent, FolderRole::Junk, FolderRole::Archive};
    QList<FolderId> followed;
    for (const FolderRole role : roles) {
        if (const auto folder = withRole(folders, role))
            followed.append(*folder);
    }
    return followed;
}

std::optional<FolderId> folderToListenIn(const QList<store::StoredFolder> &folders)
{
    for (const FolderRole role : {FolderRole::Inbox, FolderRole::AllMail}) {
        for (const store::StoredFolder &folder : folders) {
            if (folder.followed && folder.role == role)
                return folder.id;
        }
    }
    return std::nullopt;
}

QByteArray newFolderName(const QByteArray &plainName, const QList<imap::RemoteFolder> &existing)
{
    // Servers of the Courier and cPanel kind keep everything below INBOX.
    QByteArray prefix;
    int below = 0;
    int beside = 0;
    for (const imap::RemoteFolder &folder : existing) {
        if (folder.role == FolderRole::Inbox)
            continue;
        const QByteArray inboxPrefix = QByteArrayLiteral("INBOX") + folder.delimiter;
        if (folder.wireName.startsWith(inboxPrefix)) {
            prefix = inboxPrefix;
            ++below;
        } else {
            ++beside;
        }
    }
    return below > 0 && beside == 0 ? prefix + plainName : plainName;
}

} // namespace inlet::sync
