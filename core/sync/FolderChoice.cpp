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
    // Another program renamed it, and its role went to a new one: what was read stays and goes on.
    for (const store::StoredFolder &folder : folders) {
        if (folder.followed && folder.role == FolderRole::None && !allMail)
            followed.append(folder.id);
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

QByteArray plainNameOf(imap::FolderRole role)
{
    switch (role) {
    case imap::FolderRole::Archive:
    case imap::FolderRole::AllMail:
        return QByteArrayLiteral("Archive");
    case imap::FolderRole::Junk:
        return QByteArrayLiteral("Junk");
    case imap::FolderRole::Trash:
        return QByteArrayLiteral("Trash");
    case imap::FolderRole::Sent:
        return QByteArrayLiteral("Sent");
    case imap::FolderRole::None:
    case imap::FolderRole::Inbox:
    case imap::FolderRole::Drafts:
        break;
    }
    return {};
}

} // namespace inlet::sync
