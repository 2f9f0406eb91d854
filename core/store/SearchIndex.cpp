// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchIndex.h"

#include "store/Packing.h"

#include "base/Log.h"

namespace inlet::store
{

namespace
{

/// Characters of text that are searchable; nobody searches a log file by its two-hundredth page.
constexpr qsizetype kMaxText = 200'000;

bool bindValues(Connection &db, Query &target, StoredMessageId message, const QString &text)
{
    Query q = db.query("SELECT subject, from_name || ' ' || from_address, to_line || char(10) || cc_line "
                       "FROM messages WHERE id = ?");
    q.bind(message);
    if (!q.next())
        return false;
    target.bind(message, q.text(0), q.text(1), q.text(2), text);
    return true;
}

} // namespace

QString searchableText(const QByteArray &packed)
{
    return unpackText(packed).left(kMaxText);
}

void indexMessage(Connection &db, StoredMessageId message, const QString &text)
{
    Query q = db.query("INSERT INTO message_index (rowid, subject, sender, recipients, body) VALUES (?, ?, ?, ?, ?)");
    if (bindValues(db, q, message, text.left(kMaxText)))
        q.run();
}

void unindexMessage(Connection &db, StoredMessageId message)
{
    db.change("DELETE FROM unindexed WHERE message = ?", message);
    if (db.changes() > 0)
        return;
    QString text;
    {
        Query content = db.query("SELECT packed FROM contents WHERE message = ?");
        content.bind(message);
        if (!content.next())
            return;
        // Which words to take out is not known then. They stay: of a message that is gone they find nothing,
        // and of one that comes again they are the same.
        if (!isSound(content.bytes(0)))
            return;
        text = searchableText(content.bytes(0));
    }
    Query q = db.query("INSERT INTO message_index (message_index, rowid, subject, sender, recipients, body) "
                       "VALUES ('delete', ?, ?, ?, ?, ?)");
    if (bindValues(db, q, message, text))
        q.run();
}

qint64 countUnindexed(Connection &db)
{
    return db.number("SELECT count(*) FROM unindexed", 0);
}

void indexWaiting(Connection &db, int most, const std::function<bool()> &hurry)
{
    StoredMessageId last;
    {
        Query waiting = db.query("SELECT u.message, c.packed FROM unindexed u JOIN contents c ON c.message = u.message "
                                 "ORDER BY u.message LIMIT ?");
        waiting.bind(most);
        while (waiting.next() && !(last.isValid() && hurry())) {
            last = waiting.id<StoredMessageId>(0);
            try {
                indexMessage(db, last, searchableText(waiting.bytes(1)));
            } catch (const StoreError &) {
                qCWarning(lcStore) << "message" << last.number() << "is damaged: it will not be found by its words";
            }
        }
    }
    if (last.isValid())
        db.change("DELETE FROM unindexed WHERE message <= ?", last);
    else
        db.run("DELETE FROM unindexed"); // of messages that have no content any more
}

} // namespace inlet::store
