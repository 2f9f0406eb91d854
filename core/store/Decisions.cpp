// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Decisions.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>

namespace inlet::store
{

namespace
{

/// In the order of the decisions, also where several are of one millisecond: time, a counter, the rest random (RFC 9562 section 5.7).
QByteArray nextId(qint64 now)
{
    constexpr quint32 kMostOfOneTime = 0x0fff;
    thread_local qint64 last = 0; // a store has one writer
    thread_local quint32 counter = 0;
    counter = now == last ? std::min(counter + 1, kMostOfOneTime) : 0;
    last = now;
    QByteArray id = QUuid::createUuid().toRfc4122();
    qToBigEndian(quint64(now) << 16 | 0x7000U | counter, id.data());
    return id;
}

} // namespace

QByteArray appendDecision(WriteContext &context, const Decision &decision)
{
    QString address;
    QString messageId;
    if (decision.conversation.isValid()) {
        Query q = context.db.query(
            "SELECT c.who_address, (SELECT m.message_id FROM messages m WHERE m.conversation = c.id AND (?2 = 0 OR m.id = ?2) "
            "ORDER BY m.list_class DESC, m.at DESC LIMIT 1) FROM conversations c WHERE c.id = ?1");
        q.bind(decision.conversation, decision.message);
        if (q.next()) {
            address = q.text(0).toLower();
            messageId = q.text(1);
        }
    }
    const QByteArray id = nextId(context.now);
    Query q = context.db.query("INSERT INTO decisions (id, at, author, verb, address, message_id, argument, "
                               "takes_back) VALUES (?, ?, (SELECT value FROM meta WHERE key = 'profile'), "
                               "?, ?, ?, ?, ?)");
    q.bind(id, context.now, decision.verb, address, messageId, decision.argument);
    if (decision.takesBack.isEmpty())
        q.addNull();
    else
        q.add(decision.takesBack);
    q.run();
    return id;
}

} // namespace inlet::store
