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

/// How much of a message is here; `messages.has_body`. Skeleton: all that is for reading, but not all attachments.
enum class BodyState { Header, Whole, Skeleton };
[[nodiscard]] constexpr bool isMore(BodyState now, BodyState known)
{
    return known == BodyState::Header ? now != BodyState::Header : known == BodyState::Skeleton && now == BodyState::Whole;
}

/// Cause of NotFound about content: it is on the server and has to be fetched.
inline constexpr QByteArrayView kOnServer = "on-server";

inline constexpr QByteArrayView kNoSuchPart = "no-such-part"; ///< of NotFound: fetching does not help

/// An attachment of a skeleton that is not here.
struct LeftPart {
    qint64 octets = 0; ///< as they come from the server
    QByteArray skeleton; ///< the message without it
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
    QByteArray raw; ///< whole message, or what `headerOnly` and `isSkeleton` say
    bool headerOnly = false;
    bool isSkeleton = false; ///< attachments with `onServer` are empty in `raw`
    quint64 providerThread = 0; ///< X-GM-THRID
    mime::ParsedMessage parsed;
    triage::Verdict verdict;
    std::optional<PreparedContent> prepared; ///< none: the writer does that work itself

    [[nodiscard]] BodyState bodyState() const
    {
        return headerOnly ? BodyState::Header : isSkeleton ? BodyState::Skeleton : BodyState::Whole;
    }
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
