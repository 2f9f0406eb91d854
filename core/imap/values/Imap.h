// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace inlet::imap
{

enum class FolderRole { None, Inbox, Sent, Drafts, Junk, Trash, Archive, AllMail };
[[nodiscard]] QString nameOf(FolderRole role);

/// A folder as the server lists it.
struct RemoteFolder {
    QByteArray wireName; ///< as sent on the wire (modified UTF-7)
    QString name; ///< decoded, for people
    char delimiter = '/';
    FolderRole role = FolderRole::None;
    bool roleFromServer = false; ///< SPECIAL-USE said it; else guessed from the name
    bool selectable = true;
    bool own = true; ///< false: another user's or a shared one; it has no role

    bool operator==(const RemoteFolder &) const = default;
};

/// Answer of SELECT, or STATUS where not all fields are known.
struct FolderState {
    UidValidity uidValidity;
    quint32 uidNext = 0; ///< 0: unknown
    quint32 exists = 0;
    quint64 highestModSeq = 0; ///< 0: the folder keeps none
    bool keepsKeywords = false; ///< PERMANENTFLAGS has \*
    QByteArrayList permanentFlags;

    bool operator==(const FolderState &) const = default;
};

/// UIDs first to last, both included. Servers may name many that never were.
struct UidRange {
    ImapUid first;
    ImapUid last;

    bool operator==(const UidRange &) const = default;
};

/// What we know of a folder: everything up to `modSeq`.
struct ResyncPoint {
    UidValidity uidValidity;
    quint64 modSeq = 0;
};

/// SELECT and what happened since a ResyncPoint.
struct ResyncAnswer {
    FolderState state;
    /// Flag changes and `vanished` are all there were. False: the server does not do that, forgot, or
    /// has another UIDVALIDITY; then the caller must find out by other means.
    bool complete = false;
    QList<UidRange> vanished;
};

/// Flags of one message. Keywords as the server spells them.
struct MessageFlags {
    bool seen = false;
    bool answered = false;
    bool flagged = false;
    bool deleted = false;
    bool draft = false;
    QByteArrayList keywords;

    bool operator==(const MessageFlags &) const = default;
};

/// One part of a message, as the server's BODYSTRUCTURE tells it.
struct BodyPart {
    QByteArray section; ///< "2.1"; empty for a message that is a multipart, "1" for one that is a single part
    int parent = -1; ///< its place in the list; parents come first
    QByteArray type = {}; ///< lower-case, "text/plain"
    QByteArray encoding = {}; ///< lower-case
    qint64 octets = 0; ///< as it was sent
    QByteArray innerType = {}; ///< of an attached message: what it is itself
    bool isFile = false; ///< its disposition is "attachment"
    bool hasName = false;
    bool left = false; ///< set by who fetched: it stayed on the server

    [[nodiscard]] bool isMultipart() const { return type.startsWith("multipart/"); }
    [[nodiscard]] bool isMessage() const { return type == "message/rfc822" || type == "message/global"; }
    bool operator==(const BodyPart &) const = default;
};

/// Sections of one message to fetch, such as "1.MIME", "2.1" or "3.HEADER".
struct SectionsWanted {
    ImapUid uid;
    QByteArrayList sections;
};

/// One FETCH response. What was not asked for, or not sent, is empty.
struct FetchedMessage {
    ImapUid uid;
    MessageFlags flags;
    bool hasFlags = false;
    quint64 modSeq = 0;
    qint64 size = -1; ///< RFC822.SIZE in octets
    QDateTime internalDate; ///< UTC
    QByteArray body; ///< BODY[] or BODY[HEADER]
    bool hasBody = false;
    QList<BodyPart> parts; ///< BODYSTRUCTURE; empty where it is broken
    QHash<QByteArray, QByteArray> sections; ///< by their upper-case names
    quint64 gmailMessageId = 0; ///< X-GM-MSGID
    quint64 gmailThreadId = 0;

    bool operator==(const FetchedMessage &) const = default;
};

struct Capabilities {
    bool idle = false;
    bool condstore = false;
    bool qresync = false;
    bool move = false;
    bool uidPlus = false;
    bool specialUse = false;
    bool listStatus = false;
    bool literalPlus = false;
    bool notify = false; ///< RFC 5465, on a server where it is known to leave IDLE as it is
    bool gmail = false; ///< X-GM-EXT-1
    bool dovecot = false; ///< greets as Dovecot over TLS; its hosts file no copy of what is sent
    std::optional<QByteArray> ownPrefix; ///< of the user's own folders but INBOX, where NAMESPACE tells
    QByteArrayList all;
};

/// What a server said by itself while IDLE.
struct IdleEvents {
    bool exists = false; ///< EXISTS or RECENT: something may be new
    bool expunge = false;
    bool flags = false; ///< FETCH
    bool stillHere = false; ///< any other octet: proof of life
    bool bye = false;
    QHash<QByteArray, FolderState> others; ///< folders that are not selected, by their names on the wire, where the server was asked to tell
    bool overflow = false; ///< it tells nothing any more, of the selected folder neither
};

/// APPENDUID / COPYUID of RFC 4315, where the server says it.
struct NewUid {
    UidValidity uidValidity;
    ImapUid uid;
};

enum class FlagChange { Add, Remove };

/// What a server is asked to look for: all of it must hold of one message (RFC 3501 section 6.4.4).
struct FindQuery {
    /// Text: header or body. Address: whoever wrote or received it.
    enum class Field { Text, From, To, Subject, Address };
    struct Term {
        QString text;
        Field field = Field::Text;
        bool excluded = false;

        bool operator==(const Term &) const = default;
    };

    QList<Term> terms;
    QDate since; ///< of INTERNALDATE; invalid: any
    QDate before;
    qint64 larger = 0; ///< octets

    bool operator==(const FindQuery &) const = default;
    /// There is something to look for: what is excluded alone would be nearly everything.
    [[nodiscard]] bool asksForSomething() const
    {
        return since.isValid() || before.isValid() || larger > 0
            || std::any_of(terms.cbegin(), terms.cend(), [](const Term &term) { return !term.excluded; });
    }
};

} // namespace inlet::imap
