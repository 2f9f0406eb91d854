// SPDX-License-Identifier: GPL-3.0-or-later
// The rep says what a mail is, and what a mail that was taken for a bounce did is taken back with it.
#include "store/Decisions.h"
#include "store/KindChoices.h"
#include "store/Suppressions.h"
#include "store/TriageTable.h"

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr const char *kEntry = "SELECT pattern, reason, source, message_id, at FROM ";

Suppression entryOf(const Query &q)
{
    return {q.text(0), q.text(1), SuppressionSource(q.integer(2)), q.text(3), fromMs(q.number(4))};
}

} // namespace

/// The one mail that a decision is about; none: it is about the conversation.
StoredMessageId TriageTable::mailOf(ConversationId conversation, const TriageAction &action)
{
    if (action.verb != TriageVerb::SetKind)
        return {};
    return action.message.isValid() ? action.message : KindReader(m_context.db).newestOf(conversation);
}

void TriageTable::setKind(ConversationId conversation, const TriageAction &action)
{
    KindTable(m_context, m_aggregates).choose(mailOf(conversation, action), action.kind, m_step);
}

/// Each entry is taken off as a decision of its own, and known to the step, which puts it back.
void TriageTable::lift(const TriageAction &action)
{
    QStringList lifted;
    QDateTime since;
    for (const QString &wanted : action.lift) {
        std::optional<Suppression> entry;
        {
            Query q = m_context.db.query(std::string(kEntry) + "suppressions WHERE pattern = ?");
            q.bind(suppressionPattern(wanted));
            if (q.next())
                entry = entryOf(q);
        }
        if (!entry)
            continue;
        if (m_step.isValid())
            m_context.db.change("INSERT OR IGNORE INTO undo_lifted (step, pattern, reason, source, message_id, at) VALUES (?, ?, ?, ?, ?, ?)",
                m_step, entry->pattern, entry->reason, entry->source, entry->messageId, toMs(entry->at));
        SuppressionTable(m_context).remove(entry->pattern);
        lifted.append(entry->pattern);
        since = since.isValid() ? std::min(since, entry->at) : entry->at;
    }
    if (action.resume && !lifted.isEmpty())
        SuppressionTable(m_context).resume(since, lifted);
}

void TriageTable::putBack(UndoId step)
{
    QList<Suppression> lifted;
    {
        Query q = m_context.db.query(std::string(kEntry) + "undo_lifted WHERE step = ?");
        q.bind(step);
        while (q.next())
            lifted.append(entryOf(q));
    }
    for (const Suppression &entry : std::as_const(lifted))
        SuppressionTable(m_context).add(entry);
}

} // namespace inlet::store
