// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/History.h"

#include "store/Codec_p.h"

namespace inlet::store
{

namespace
{

constexpr const char *kDecisionColumns
    = "SELECT d.id, d.at, d.author, d.author = (SELECT value FROM meta WHERE key = 'profile'), d.verb, d.argument, "
      "d.address, d.message_id, EXISTS (SELECT 1 FROM decisions u WHERE u.takes_back = d.id) FROM decisions d ";

} // namespace

QList<DecisionRecord> HistoryReader::readAll(Query &q)
{
    QList<DecisionRecord> out;
    while (q.next()) {
        out.append({q.bytes(0), fromMs(q.number(1)), q.text(2), q.flag(3), q.text(4), q.text(5), q.text(6), q.text(7),
            q.flag(8)});
    }
    return out;
}

QList<DecisionRecord> HistoryReader::of(ConversationId conversation, int limit)
{
    // A decision names the conversation by a message that was in it, on whatever machine it was made.
    Query q = m_db.query(std::string(kDecisionColumns)
        + "WHERE d.message_id <> '' AND d.message_id IN (SELECT message_id FROM messages WHERE conversation = ?) "
          "ORDER BY d.at DESC, d.id LIMIT ?");
    q.bind(conversation, limit);
    return readAll(q);
}

QList<DecisionRecord> HistoryReader::since(const QDateTime &since, int limit)
{
    Query q = m_db.query(std::string(kDecisionColumns) + "WHERE d.at >= ? ORDER BY d.at DESC, d.id LIMIT ?");
    q.bind(toMs(since), limit);
    return readAll(q);
}

} // namespace inlet::store
