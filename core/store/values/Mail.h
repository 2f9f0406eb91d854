// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "imap/values/Imap.h"
#include "mime/values/Message.h"
#include "triage/values/Verdict.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace inlet::store
{

/// A folder we follow and how far we have come in it.
struct StoredFolder {
    FolderId id;
    AccountId account;
    QByteArray wireName;
    QString name;
    imap::FolderRole role = imap::FolderRole::None;
    bool selectable = true; ///< false: it only holds other folders, or belongs to somebody else
    bool followed = false; ///< synced; others are only known by name
    UidValidity uidValidity;
    quint32 uidNext = 0; ///< of the last finished round
    quint64 highestModSeq = 0; ///< of the last finished round, 0: none
    quint32 exists = 0; ///< messages on the server at the last round
    qint64 messages = 0; ///< stored (computed)
    qint64 unread = 0; ///< stored and unseen (computed)
    bool historyDone = false; ///< everything inside the history window is here
    bool keepsKeywords = false; ///< also new ones
    QByteArrayList keptKeywords; ///< that it keeps, where it takes no new ones

    bool operator==(const StoredFolder &) const = default;
};

/// What prepare() works out ahead of the writer.
struct PreparedContent {
    QByteArray packed;
    qint64 headerPrint = 0;
    qint64 bodyPrint = 0;
};

/// A message as fetched and understood, ready for one insert.
struct IncomingMessage {
    FolderId folder;
    UidValidity uidValidity; ///< the insert is dropped if the folder has another one by now
    ImapUid uid;
    imap::MessageFlags flags;
    quint64 modSeq = 0;
    QDateTime internalDate;
    qint64 size = 0;
    QByteArray raw; ///< whole message, or header only where `headerOnly`
    bool headerOnly = false;
    quint64 providerThread = 0; ///< X-GM-THRID
    mime::ParsedMessage parsed;
    triage::Verdict verdict;
    std::optional<PreparedContent> prepared; ///< none: the writer does that work itself
};

/// When the words of new messages get into the search index: in the same transaction, or a little
/// later in large batches, which cost half as much and leave the writer free for the rows.
enum class TextIndex { Now, Later };

struct FlagUpdate {
    ImapUid uid;
    imap::MessageFlags flags;
    quint64 modSeq = 0;
};

/// Where one stored message lies on a server.
struct MessageLocation {
    StoredMessageId message;
    FolderId folder;
    UidValidity uidValidity;
    ImapUid uid;
    imap::MessageFlags flags;

    bool operator==(const MessageLocation &) const = default;
};

/// For `inletctl messages`.
struct StoredMessageRow {
    MessageLocation location;
    AccountId account;
    QString folderName;
    QString messageId;
    triage::Kind kind = triage::Kind::Human;
    ConversationId conversation;
};

} // namespace inlet::store
