// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FetchedParts.h"

#include "mime/Mime.h"
#include "store/Packing.h"

namespace inlet::store
{

namespace
{

[[noreturn]] void throwOnServer(StoredMessageId message)
{
    throw StoreError(Error{ErrorKind::NotFound, QStringLiteral("content of message %1").arg(message.number()), {}, kOnServer.toByteArray()});
}

} // namespace

QByteArray FetchedParts::content(StoredMessageId message, const QByteArray &part)
{
    {
        Query fetched = m_db.query("SELECT content FROM fetched_parts WHERE message = ? AND part = ?");
        fetched.bind(message, part);
        if (fetched.next())
            return fetched.bytes(0);
    }
    Query q = m_db.query("SELECT c.packed FROM contents c JOIN messages m ON m.id = c.message WHERE c.message = ?1 AND m.has_body > 0 "
                         "AND NOT EXISTS (SELECT 1 FROM attachments WHERE message = ?1 AND part = ?2 AND on_server > 0)");
    q.bind(message, part);
    if (!q.next())
        throwOnServer(message);
    auto content = mime::extractPart(unpackRaw(q.bytes(0)), part);
    if (!content)
        throw StoreError(Error{ErrorKind::NotFound, content.error().detail, {}, kNoSuchPart.toByteArray()});
    return *std::move(content);
}

LeftPart FetchedParts::left(StoredMessageId message, const QByteArray &part)
{
    Query q = m_db.query("SELECT a.on_server, c.packed FROM attachments a JOIN messages m ON m.id = a.message JOIN contents c ON c.message = a.message "
                         "WHERE a.message = ?1 AND a.part = ?2 AND a.on_server > 0 AND m.has_body = 2 "
                         "AND NOT EXISTS (SELECT 1 FROM fetched_parts WHERE message = ?1 AND part = ?2)");
    q.bind(message, part);
    if (!q.next())
        throwNotFound(QStringLiteral("part of message %1").arg(message.number()));
    return {q.number(0), unpackRaw(q.bytes(1))};
}

void FetchedParts::keep(StoredMessageId message, const QByteArray &part, const QByteArray &content, qint64 now, qint64 mostOctets)
{
    m_db.change("INSERT OR REPLACE INTO fetched_parts (message, part, octets, used_at, content) SELECT id, ?2, ?3, ?4, ?5 FROM messages "
                "WHERE id = ?1 AND has_body = 2",
        message, part, content.size(), now, content);
    m_db.change("UPDATE attachments SET size = ?3 WHERE message = ?1 AND part = ?2 AND on_server > 0", message, part, content.size());
    // The newest one stays, however large: somebody waits for it.
    while (m_db.number("SELECT ifnull(sum(octets), 0) FROM fetched_parts", 0) > mostOctets) {
        m_db.change("DELETE FROM fetched_parts WHERE rowid = (SELECT rowid FROM fetched_parts WHERE message <> ?1 OR part <> ?2 "
                    "ORDER BY used_at LIMIT 1)",
            message, part);
        if (m_db.changes() == 0)
            return;
    }
}

void FetchedParts::use(StoredMessageId message, const QByteArray &part, qint64 now)
{
    m_db.change("UPDATE fetched_parts SET used_at = ? WHERE message = ? AND part = ?", now, message, part);
}

} // namespace inlet::store
