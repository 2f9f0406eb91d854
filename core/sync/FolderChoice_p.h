// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Mail.h"

#include <QList>

#include <optional>

namespace inlet::sync
{

/// Which folders with a role are followed, the most interesting one first: INBOX, Sent, Junk (stray replies),
/// Archive. The user's own come after them (otherFolders). On Gmail All Mail holds everything but Spam and Trash, so All Mail and Spam are followed
/// and nothing is downloaded twice; where All Mail is hidden from IMAP, as on other servers.
[[nodiscard]] QList<FolderId> foldersToFollow(const QList<store::StoredFolder> &folders, bool gmail);

/// The user's own folders, into which rules on the server sort: those of the followed ones.
[[nodiscard]] QList<FolderId> otherFolders(const QList<store::StoredFolder> &folders);

/// False for Trash, Junk, drafts, what lies below these, and what holds no mail, such as a calendar.
[[nodiscard]] bool mayHoldReplies(const imap::RemoteFolder &folder);

/// The one to IDLE in: INBOX, on Gmail All Mail. Of the followed ones.
[[nodiscard]] std::optional<FolderId> folderToListenIn(const QList<store::StoredFolder> &folders);

/// What a folder of that role is called where one must be made; empty: none is made.
[[nodiscard]] QByteArray plainNameOf(imap::FolderRole role);

} // namespace inlet::sync
