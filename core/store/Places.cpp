// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Places.h"

#include "store/MessageRows.h"
#include "store/MessageState.h"
#include "store/PlaceRole_p.h"
#include "store/values/Triage.h"

namespace inlet::store
{

namespace
{

/// A message without a place is kept for a while: another program may have moved it to a folder
/// whose turn comes later, and then its conversation and category are still here.
constexpr qint64 kOrphanMs = 7LL * 24 * 3600 * 1000;
constexpr int kPurgeAtOnce = 100;

} // namespace

void Places::refresh(const QList<StoredMessageId> &messages)
{
    for (const StoredMessageId message : messages)
        refreshMessage(m_context, m_aggregates, message);
}

void Places::removeUids(FolderId folder, const QList<ImapUid> &uids)
{
    QList<StoredMessageId> touched;
    for (const ImapUid uid : uids) {
        const qint64 message = m_context.db.number(
            "SELECT message FROM locations WHERE folder = ? AND uid = ?", 0, folder, uid);
        if (message == 0)
            continue;
        m_context.db.change("DELETE FROM locations WHERE folder = ? AND uid = ?", folder, uid);
        touched.append(StoredMessageId(message));
    }
    refresh(touched);
    purgeOrphans();
    m_context.changes.folders = true;
}

void Places::purgeOrphans()
{
    QList<QPair<StoredMessageId, ConversationId>> old;
    {
        Query q = m_context.db.query("SELECT id, conversation FROM messages WHERE orphaned_at > 0 "
                                     "AND orphaned_at < ? LIMIT ?");
        q.bind(m_context.now - kOrphanMs, kPurgeAtOnce);
        while (q.next())
            old.append({q.id<StoredMessageId>(0), q.id<ConversationId>(1)});
    }
    for (const auto &[message, conversation] : std::as_const(old)) {
        removeMessage(m_context, message);
        m_aggregates.touch(conversation);
    }
}

void Places::resetFolder(FolderId folder, UidValidity uidValidity)
{
    m_context.db.change("UPDATE folders SET uid_validity = ?, uid_next = 0, highest_modseq = 0, "
                        "history_done = 0 WHERE id = ?",
        uidValidity, folder);
    m_context.db.change("UPDATE locations SET uid = NULL, modseq = 0 WHERE folder = ?", folder);
    m_context.changes.folders = true;
}

void Places::relocate(
    StoredMessageId message, FolderId from, FolderId to, UidValidity uidValidity, ImapUid uid, ImapUid was)
{
    const qint64 place = m_context.db.number("SELECT id FROM locations WHERE message = ?1 AND folder = ?2 AND (?3 = 0 OR uid = ?3) "
                                             "ORDER BY id LIMIT 1",
        0, message, from, was);
    if (place == 0)
        return; // the server told of it before
    const qint64 known
        = m_context.db.number("SELECT uid_validity FROM folders WHERE id = ?", -1, to);
    if (known < 0)
        throwNotFound(QStringLiteral("folder %1").arg(to.number()));
    bool numbered = uid.isValid();
    if (known == 0 && numbered)
        m_context.db.change("UPDATE folders SET uid_validity = ? WHERE id = ?", uidValidity, to);
    else if (known != uidValidity.number())
        numbered = false;
    const qint64 there = m_context.db.number("SELECT id FROM locations WHERE folder = ?1 AND id <> ?4 "
                                             "AND ((?2 AND uid = ?3) OR (uid IS NULL AND message = ?5)) LIMIT 1",
        0, to, numbered, uid, place, message);
    if (there != 0)
        joinPlaces(place, there);
    m_context.db.change("UPDATE locations SET folder = ?, uid = nullif(?, 0), modseq = 0, pending_role = "
                        "(SELECT o.target FROM operations o, folders f WHERE o.location = locations.id "
                        "AND o.done = 0 AND o.type = ? AND f.id = ? "
                        "AND iif(o.target_folder > 0, o.target_folder <> f.id, o.target <> f.role) "
                        "ORDER BY o.id DESC LIMIT 1) WHERE id = ?",
        to, numbered ? uid : ImapUid(), Operation::Type::Move, to, place);
    settleInAllMail(place);
    refreshMessage(m_context, m_aggregates, message);
    m_context.changes.folders = true;
}

/// What came back to Gmail's All Mail lies there for good; the label says whether it is in the inbox.
void Places::settleInAllMail(qint64 place)
{
    QByteArrayList keywords;
    bool inbox = false;
    {
        Query q = m_context.db.query("SELECT l.keywords, l.pending_role = 1 FROM locations l JOIN folders f "
                                     "ON f.id = l.folder WHERE l.id = ? AND f.role = 7 AND f.followed");
        q.bind(place);
        if (!q.next())
            return;
        keywords = keywordList(q.text(0));
        inbox = q.flag(1);
    }
    keywords.removeAll(kInboxLabel);
    if (inbox)
        keywords.append(kInboxLabel);
    m_context.db.change("UPDATE locations SET keywords = ?, pending_role = iif(pending_role IN (4, 5), pending_role, NULL) "
                        "WHERE id = ?",
        QString::fromUtf8(keywords.join(' ')), place);
}

/// The place that was moved keeps its number, with what undo and operations know of both.
void Places::joinPlaces(qint64 kept, qint64 other)
{
    m_context.db.change("UPDATE OR IGNORE undo_locations SET location = ? WHERE location = ?", kept, other);
    m_context.db.change("UPDATE operations SET location = ? WHERE location = ?", kept, other);
    m_context.db.change("DELETE FROM locations WHERE id = ?", other);
}

void Places::dropUnmapped(FolderId folder)
{
    // Older mail than any that was found again may lie before the history window, unless all that the
    // server counts was found (nothing, say: an empty folder took the place of a full one).
    QList<StoredMessageId> gone;
    {
        Query q = m_context.db.query(
            "SELECT l.message FROM locations l INDEXED BY locations_without_uid JOIN messages m "
            "ON m.id = l.message WHERE l.folder = ?1 AND l.uid IS NULL AND (m.at >= "
            "(SELECT min(m2.at) FROM locations l2 JOIN messages m2 ON m2.id = l2.message "
            "WHERE l2.folder = ?1 AND l2.uid IS NOT NULL) OR (SELECT count(*) FROM locations l3 "
            "WHERE l3.folder = ?1 AND l3.uid IS NOT NULL) >= (SELECT server_exists FROM folders WHERE id = ?1))");
        q.bind(folder);
        while (q.next())
            gone.append(q.id<StoredMessageId>(0));
    }
    for (const StoredMessageId message : std::as_const(gone)) {
        m_context.db.change(
            "DELETE FROM locations WHERE folder = ? AND message = ? AND uid IS NULL", folder, message);
    }
    refresh(gone);
}

QList<StoredMessageId> Places::messagesIn(FolderId folder)
{
    QList<StoredMessageId> out;
    Query q = m_context.db.query("SELECT message FROM locations WHERE folder = ?");
    q.bind(folder);
    while (q.next())
        out.append(q.id<StoredMessageId>(0));
    return out;
}

void Places::refreshFolder(FolderId folder)
{
    refresh(messagesIn(folder));
}

void Places::removeFolder(FolderId folder)
{
    const QList<StoredMessageId> messages = messagesIn(folder);
    m_context.db.change("DELETE FROM folders WHERE id = ?", folder);
    refresh(messages);
}

} // namespace inlet::store
