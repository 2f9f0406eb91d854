// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/History.h"

#include "store/Codec_p.h"
#include "store/OwnCategories.h"
#include "store/ThreadKeys.h"
#include "store/values/Triage.h"

#include <QHash>

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr const char *kDecisionColumns
    = "SELECT d.id, d.at, d.author, d.author = (SELECT value FROM meta WHERE key = 'profile'), d.verb, d.argument, "
      "d.address, d.message_id, EXISTS (SELECT 1 FROM decisions u WHERE u.takes_back = d.id) FROM decisions d ";

} // namespace

QList<DecisionRecord> HistoryReader::readAll(Query q)
{
    QList<DecisionRecord> out;
    while (q.next()) {
        out.append({q.bytes(0), fromMs(q.number(1)), q.text(2), q.flag(3), q.text(4), q.text(5), q.text(6), q.text(7),
            q.flag(8), {}, {}, {}});
    }
    locate(out);
    return out;
}

void HistoryReader::locate(QList<DecisionRecord> &records)
{
    if (records.isEmpty())
        return;
    struct Standing {
        UndoId step;
        ConversationId conversation;
    };
    QHash<QByteArray, Standing> standing;
    {
        Query q = m_db.query("SELECT decision, step, conversation FROM undo_conversations");
        while (q.next())
            standing.insert(q.bytes(0), {q.id<UndoId>(1), q.id<ConversationId>(2)});
    }
    QHash<qint64, UndoId> rules; // their decisions are about no conversation
    {
        Query q = m_db.query("SELECT at, id FROM undo_steps WHERE verb = ?");
        q.bind(TriageVerb::AddRule);
        while (q.next())
            rules.insert(q.number(0), q.id<UndoId>(1));
    }
    for (DecisionRecord &record : records) {
        const Standing found = standing.value(record.id);
        record.step = found.step;
        record.conversation = found.conversation;
        if (record.verb == nameOf(TriageVerb::AddRule))
            record.step = rules.value(toMs(record.at));
        if (!record.conversation.isValid() && !record.messageId.isEmpty()) {
            record.conversation = ConversationId(m_db.number("SELECT conversation FROM messages WHERE message_key = ? AND message_id = ? LIMIT 1",
                0, threadKey(record.messageId), record.messageId));
        }
        record.name = record.address;
        Query q = m_db.query("SELECT who_name FROM conversations WHERE id = ? AND who_name <> ''");
        q.bind(record.conversation);
        if (q.next())
            record.name = q.text(0);
    }
}

QList<DecisionRecord> HistoryReader::of(ConversationId conversation, int limit)
{
    // A decision names the conversation by a message that was in it, on whatever machine it was made.
    Query q = m_db.query(std::string(kDecisionColumns)
        + "WHERE d.message_id <> '' AND d.message_id IN (SELECT message_id FROM messages WHERE conversation = ?) "
          "ORDER BY d.at DESC, d.id LIMIT ?");
    q.bind(conversation, limit);
    return readAll(std::move(q));
}

QList<DecisionRecord> HistoryReader::since(const QDateTime &since, int limit)
{
    Query q = m_db.query(std::string(kDecisionColumns) + "WHERE d.at >= ? ORDER BY d.at DESC, d.id LIMIT ?");
    q.bind(toMs(since), limit);
    QList<DecisionRecord> out = readAll(std::move(q));
    out += ruled(since, limit);
    std::stable_sort(out.begin(), out.end(), [](const DecisionRecord &one, const DecisionRecord &other) { return one.at > other.at; });
    return out.mid(0, limit);
}

/// What the rep's rules sorted is not written down a second time: the mail itself knows its rule, however
/// often it is read again.
QList<DecisionRecord> HistoryReader::ruled(const QDateTime &since, int limit)
{
    Query q = m_db.query("SELECT m.at, m.proposal, m.message_id, m.conversation, c.who_address, iif(c.who_name = '', c.who_address, c.who_name) "
                         "FROM messages m JOIN conversations c ON c.id = m.conversation "
                         "WHERE m.proposal_rule > 0 AND m.at >= ? ORDER BY m.at DESC LIMIT ?");
    q.bind(toMs(since), limit);
    QList<DecisionRecord> out;
    while (q.next()) {
        DecisionRecord record;
        record.at = fromMs(q.number(0));
        record.verb = QStringLiteral("rule");
        record.argument = CategoryReader(m_db).nameOf(Category(q.integer(1)));
        record.messageId = q.text(2);
        record.conversation = q.id<ConversationId>(3);
        record.address = q.text(4);
        record.name = q.text(5);
        out.append(record);
    }
    return out;
}

} // namespace inlet::store
