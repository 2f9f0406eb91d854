// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Error.h"
#include "store/values/Mail.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace inlet::sync
{

/// What is still to be fetched of one folder, found by asking the server once per program run.
struct HistoryPlan {
    QList<ImapUid> missing; ///< newest first
    qint64 wanted = 0; ///< messages inside the history window, those that are here included
    QDateTime backTo; ///< everything newer is here; invalid: nothing yet
};

/// What the parts that serve one mailbox share. Thread: the worker that serves the mailbox.
struct MailboxState {
    accounts::Account account;
    QSet<QString> ownAddresses; ///< of all our mailboxes, lower-case
    QList<imap::RemoteFolder> remoteFolders; ///< as last listed
    QList<store::StoredFolder> folders; ///< all of them, also those not followed
    QHash<FolderId, HistoryPlan> plans; ///< present: the folder was looked through in this run
    QHash<FolderId, std::chrono::steady_clock::time_point> doubts; ///< since when the server counts more than it hands out
    QSet<FolderId> wentBack; ///< UIDNEXT was lower than before, once
    QList<FolderId> unlooked; ///< the user's own folders that are to be looked through, when nothing urgent is to be done
    QSet<FolderId> shut; ///< the user's own folders that the server did not open, in this run
    qsizetype turn = 0; ///< of the user's own folders, where they are asked about one by one
    QList<FolderId> untold; ///< of these the server tells nothing unless they are opened; the next one first
    QList<FolderId> told; ///< in these it says that something happened; to be looked at
    QHash<FolderId, QPair<quint32, quint32>> lastTold; ///< UIDNEXT and messages: told again, they are no news
    qsizetype round = 0; ///< counted for them
    bool renumbered = false; ///< a folder has another UIDVALIDITY: operations waited for its numbers
    /// Connections lost in a row while octets were fetched: batches get smaller, until the one
    /// message that a server cannot deliver is alone and can be set aside.
    int fetchFailures = 0;
    QHash<QPair<FolderId, ImapUid>, int> strikes; ///< times the connection broke on that one, or it was not handed out
    QSet<QPair<FolderId, ImapUid>> notUnderstood; ///< handed out, but not parsed: set aside too
    QSet<QPair<FolderId, ImapUid>> unfit; ///< large ones whose structure did not do: they come as a whole
    bool someAreLate = false; ///< large ones came as a header since the late bodies were looked for

    static constexpr int kSetAside = 4; ///< strikes
    /// What is missing here for good, in words; nothing where all came.
    [[nodiscard]] std::optional<Error> setAside() const;
    static constexpr qsizetype kOpenedAtOnce = 3; ///< of `untold`, a round
    /// Folders that are too many to be opened each time, in words.
    [[nodiscard]] std::optional<Error> seldomLookedAt() const;
    [[nodiscard]] bool isSetAside(FolderId folder, ImapUid uid) const;
    [[nodiscard]] bool hasSetAside(FolderId folder) const;

    [[nodiscard]] store::StoredFolder *folder(FolderId id);
    [[nodiscard]] store::StoredFolder *folderWithRole(imap::FolderRole role);
    [[nodiscard]] qsizetype batchSize() const;
    [[nodiscard]] bool historyIsDone() const;
    /// First day of the history window; invalid: all.
    [[nodiscard]] QDate historyStart(const QDateTime &now) const;
};

} // namespace inlet::sync
