// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "imap/values/Imap.h"
#include "net/TlsStream.h"

#include <QHash>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace inlet::imap
{

/// One connection to one mailbox. Speaks the wire only; knows no store.
/// Errors: those of net::TlsStream, Auth (cause from the reply where known: "wrong-password",
///         "app-password-needed", "imap-disabled", "too-many-connections", "server-busy" ...; the
///         server's words in serverReply), ServerRefused (NO/BAD), Protocol, NotFound (folder).
///         After Network, Tls, Timeout, Cancelled or Protocol the session is dead: drop it.
/// Thread: one at a time; every call blocks until done, timed out or stopped.
/// Nothing here ever sets \Seen: bodies are fetched with PEEK.
class ImapSession
{
public:
    using TakeMessage = std::function<void(FetchedMessage &&)>;

    virtual ~ImapSession() = default;

    /// TCP, TLS (implicit or STARTTLS), greeting, capabilities. Refuses PREAUTH (cause
    /// "preauth-refused"), a missing STARTTLS ("starttls-missing") and POP3 greetings
    /// ("wrong-port").
    virtual Result<void> connect(std::stop_token stop) = 0;
    /// Exactly one attempt, with the best mechanism offered (PLAIN, LOGIN, CRAM-MD5, SCRAM).
    virtual Result<void> login(const Secret &password, std::stop_token stop) = 0;
    [[nodiscard]] virtual const Capabilities &capabilities() const = 0;
    [[nodiscard]] virtual net::TlsStream &stream() = 0;

    /// All folders with their roles: by SPECIAL-USE, else by known names in many languages.
    virtual Result<QList<RemoteFolder>> listFolders(std::stop_token stop) = 0;
    virtual Result<FolderState> select(const QByteArray &wireName, std::stop_token stop) = 0;
    /// As select(), and at once the flags that changed since `known` (to `take`) and the messages that
    /// went, where the server has QRESYNC (RFC 7162 section 3.2.5).
    virtual Result<ResyncAnswer> resync(const QByteArray &wireName, const ResyncPoint &known,
        const TakeMessage &take, std::stop_token stop) = 0;
    /// STATUS of another folder than the selected one.
    virtual Result<FolderState> status(const QByteArray &wireName, std::stop_token stop) = 0;
    /// STATUS of all folders in one answer (RFC 5819), by their names on the wire; of some it may say nothing.
    /// ServerRefused where the server does not do that.
    virtual Result<QHash<QByteArray, FolderState>> statusOfAll(std::stop_token stop) = 0;
    /// A folder that exists already is success.
    virtual Result<void> createFolder(const QByteArray &wireName, std::stop_token stop) = 0;

    /// UIDs in the selected folder, ascending. `since`: by INTERNALDATE, invalid = all.
    virtual Result<QList<ImapUid>> searchSince(const QDate &since, std::stop_token stop) = 0;
    /// Those of `uids` that are in the selected folder, ascending.
    virtual Result<QList<ImapUid>> searchUids(std::span<const ImapUid> uids, std::stop_token stop) = 0;
    /// Those of `range` in the selected folder that match, ascending. On Gmail with Gmail's own search (X-GM-RAW).
    /// ServerRefused also where the server cannot search for these letters. A range of at most 80,000 messages.
    virtual Result<QList<ImapUid>> find(const FindQuery &query, const UidRange &range, std::stop_token stop) = 0;
    /// UIDs whose Message-ID header is `messageId` (without brackets).
    virtual Result<QList<ImapUid>> searchMessageId(const QString &messageId, std::stop_token stop) = 0;

    /// FLAGS, RFC822.SIZE, INTERNALDATE (and X-GM ids) of `uids`, one row as each arrives; a UID the
    /// server no longer has is absent. Several commands are in flight.
    virtual Result<void> fetchMeta(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) = 0;
    /// As fetchMeta plus BODY.PEEK[], split into commands of at most ~200 UIDs or ~8 MB by
    /// `sizes` (octets, same order as `uids`, may be empty), 3-4 of them in flight. Rows come in
    /// the order of `uids` between commands: pass newest first to get newest first. A body over
    /// 64 MB is read and dropped: its row comes with hasBody false. A message that the server has
    /// but refuses to hand out is absent while others come; ServerRefused only when none came.
    virtual Result<void> fetchBodies(std::span<const ImapUid> uids, std::span<const qint64> sizes,
        const TakeMessage &take, std::stop_token stop) = 0;
    /// BODY.PEEK[HEADER] plus meta: for messages too large to fetch whole.
    virtual Result<void> fetchHeaders(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) = 0;
    /// As fetchHeaders plus BODYSTRUCTURE: `parts`, for messages of which only some parts are to come.
    virtual Result<void> fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) = 0;
    /// BODY.PEEK[section] of each, one command a message, several in flight. A row has what came of `sections`; a
    /// message of which nothing came is absent.
    virtual Result<void> fetchSections(std::span<const SectionsWanted> wanted, const TakeMessage &take,
        std::stop_token stop) = 0;
    /// At most `octets` of BODY.PEEK[section] (empty: the whole message) from `offset` on; fewer before the end, none
    /// behind it. More than was asked for: the server does not know parts, this is the whole. NotFound: the message
    /// is gone.
    virtual Result<QByteArray> fetchSlice(ImapUid uid, const QByteArray &section, qint64 offset, qint64 octets,
        std::stop_token stop) = 0;
    /// UID and FLAGS of every message in [first, *]; with `changedSince` != 0 (CONDSTORE) only what
    /// changed after that mod-sequence (RFC 7162 section 3.1.4). A change may come twice: as news and as the
    /// answer.
    virtual Result<void> fetchFlags(ImapUid first, quint64 changedSince, const TakeMessage &take,
        std::stop_token stop) = 0;

    /// UID STORE +FLAGS.SILENT / -FLAGS.SILENT; `flags` e.g. "\\Seen", "$Inlet_Interested".
    virtual Result<void> storeFlags(std::span<const ImapUid> uids, FlagChange change,
        const QByteArrayList &flags, std::stop_token stop) = 0;
    /// UID MOVE, else COPY + \Deleted + UID EXPUNGE. Without UIDPLUS: COPY + \Deleted only.
    /// Answer: new UIDs in the order of `uids` where the server tells them, else empty.
    virtual Result<QList<NewUid>> move(std::span<const ImapUid> uids, const QByteArray &target,
        std::stop_token stop) = 0;
    /// The second half of move() where its first was done before: \Deleted + UID EXPUNGE, without UIDPLUS \Deleted only.
    virtual Result<void> remove(std::span<const ImapUid> uids, std::stop_token stop) = 0;
    virtual Result<std::optional<NewUid>> append(const QByteArray &wireName, const QByteArray &raw,
        const QByteArrayList &flags, std::stop_token stop) = 0;
    virtual Result<void> noop(std::stop_token stop) = 0;
    /// What the server said by itself about the selected folder, outside of IDLE, since select() or
    /// the last call of this. Ask right after startIdle(): mail that came between the last command
    /// and IDLE was perhaps announced in the answer to that command, and IDLE does not repeat it.
    [[nodiscard]] virtual IdleEvents takeUnsolicited() = 0;

    /// From now on the server tells of new mail in all of the user's folders (RFC 5465): IdleEvents::others. ServerRefused where
    /// it does not do that.
    virtual Result<void> notifyOfOthers(std::stop_token stop) = 0;

    // IDLE, RFC 2177. Between startIdle() and endIdle() nothing else may be called. The owner polls
    // stream().descriptor() (unless stream().hasBufferedInput()) and then calls readIdle(), which
    // does not wait: it answers nothing where the octets were no whole line yet.
    virtual Result<void> startIdle(std::stop_token stop) = 0;
    virtual Result<IdleEvents> readIdle(std::stop_token stop) = 0;
    virtual Result<void> endIdle(std::stop_token stop) = 0;

    virtual void logout() = 0;
};

/// Makes sessions for one endpoint: the real one, or a fake in tests.
using ImapSessionFactory
    = std::function<std::unique_ptr<ImapSession>(const accounts::ServerEndpoint &)>;

} // namespace inlet::imap
