// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Decisions.h"

#include <QUuid>

namespace inlet::store
{

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
    const QByteArray id = QUuid::createUuid().toRfc4122();
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
