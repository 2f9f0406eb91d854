// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/MailReader.h"

#include "store/Codec_p.h"
#include "store/Packing.h"
#include "store/ThreadKeys.h"

namespace inlet::store
{

namespace
{

constexpr const char *kLocationColumns
    = "SELECT l.message, l.folder, f.uid_validity, ifnull(l.uid, 0), l.flags, l.keywords ";

MessageLocation readLocation(const Query &q)
{
    return {q.id<StoredMessageId>(0), q.id<FolderId>(1), q.id<UidValidity>(2), q.id<ImapUid>(3),
        flagsOf(q.integer(4), q.text(5))};
}

QList<MessageLocation> readLocations(Query &q)
{
    QList<MessageLocation> out;
    while (q.next())
        out.append(readLocation(q));
    return out;
}

} // namespace

QList<ImapUid> MailReader::uids(FolderId folder)
{
    QList<ImapUid> out;
    Query q = m_db.query("SELECT uid FROM locations WHERE folder = ? AND uid IS NOT NULL ORDER BY uid");
    q.bind(folder);
    while (q.next())
        out.append(q.id<ImapUid>(0));
    return out;
}

QList<FlagUpdate> MailReader::flags(FolderId folder, ImapUid first)
{
    QList<FlagUpdate> out;
    Query q = m_db.query("SELECT uid, flags, keywords, modseq FROM locations WHERE folder = ? AND uid >= ? "
                         "ORDER BY uid");
    q.bind(folder, first);
    while (q.next())
        out.append({q.id<ImapUid>(0), flagsOf(q.integer(1), q.text(2)), quint64(q.number(3))});
    return out;
}

QByteArray MailReader::raw(StoredMessageId message)
{
    Query q = m_db.query("SELECT c.packed FROM contents c JOIN messages m ON m.id = c.message "
                         "WHERE c.message = ? AND m.has_body = 1");
    q.bind(message);
    if (!q.next())
        throwNotFound(QStringLiteral("content of message %1").arg(message.number()));
    return unpackRaw(q.bytes(0));
}

QList<MessageLocation> MailReader::locations(StoredMessageId message)
{
    Query q = m_db.query(std::string(kLocationColumns)
        + "FROM locations l JOIN folders f ON f.id = l.folder WHERE l.message = ? ORDER BY l.id");
    q.bind(message);
    return readLocations(q);
}

QList<MessageLocation> MailReader::findMessageId(AccountId account, const QString &messageId)
{
    Query q = m_db.query(std::string(kLocationColumns)
        + "FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
          "WHERE m.message_key = ? AND m.account = ? ORDER BY l.id");
    q.bind(threadKey(messageId), account);
    return readLocations(q);
}

QList<StoredMessageRow> MailReader::messages(AccountId account, FolderId folder)
{
    // One mailbox, or one folder of it, or (both none) everything.
    const char *where = folder.isValid() ? "WHERE l.folder = ?1 AND ?2 >= 0 "
        : account.isValid()              ? "WHERE ?1 = 0 AND f.account = ?2 "
                                         : "WHERE ?1 = 0 AND ?2 = 0 ";
    Query q = m_db.query(std::string(kLocationColumns)
        + ", m.account, f.name, m.message_id, m.kind, m.conversation FROM folders f "
          "JOIN locations l ON l.folder = f.id JOIN messages m ON m.id = l.message "
        + where + "ORDER BY l.folder, l.uid");
    q.bind(folder, account);
    QList<StoredMessageRow> out;
    while (q.next()) {
        out.append({readLocation(q), q.id<AccountId>(6), q.text(7), q.text(8), triage::Kind(q.integer(9)),
            q.id<ConversationId>(10)});
    }
    return out;
}

QList<MessageLocation> MailReader::missingBodies(AccountId account, int limit)
{
    Query q = m_db.query(std::string(kLocationColumns)
        + "FROM messages m JOIN locations l ON l.message = m.id JOIN folders f ON f.id = l.folder "
          "WHERE m.account = ? AND m.has_body = 0 AND l.uid IS NOT NULL "
          "AND l.id = (SELECT min(id) FROM locations WHERE message = m.id AND uid IS NOT NULL) "
          "ORDER BY m.at DESC LIMIT ?");
    q.bind(account, limit);
    return readLocations(q);
}

} // namespace inlet::store
