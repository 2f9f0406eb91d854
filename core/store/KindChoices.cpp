// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/KindChoices.h"

#include "store/Bounces.h"
#include "store/Learning.h"
#include "store/MessageState.h"
#include "store/Proposals.h"
#include "store/Suppressions.h"

namespace inlet::store
{

namespace
{

constexpr qint64 kMostStopped = 1000;

} // namespace

StoredMessageId KindReader::newestOf(ConversationId conversation)
{
    return StoredMessageId(m_db.number("SELECT id FROM messages WHERE conversation = ? AND list_class IN (1, 3) "
                                       "ORDER BY at DESC, id DESC LIMIT 1",
        0, conversation));
}

QList<KindFacts> KindReader::facts(const QList<ConversationId> &conversations, StoredMessageId message)
{
    QList<StoredMessageId> messages;
    if (message.isValid()) {
        messages.append(message);
    } else {
        for (const ConversationId conversation : conversations)
            messages.append(newestOf(conversation));
    }
    QList<KindFacts> out;
    for (const StoredMessageId one : std::as_const(messages)) {
        if (const auto facts = factsOf(one))
            out.append(*facts);
    }
    return out;
}

std::optional<KindFacts> KindReader::factsOf(StoredMessageId message)
{
    KindFacts facts;
    QString messageId;
    {
        Query q = m_db.query("SELECT m.id, m.conversation, m.kind, m.kind_found, c.who_address, m.message_id FROM messages m "
                             "JOIN conversations c ON c.id = m.conversation WHERE m.id = ? AND m.kind <> ?");
        q.bind(message, triage::Kind::Own);
        if (!q.next())
            return std::nullopt;
        facts.message = q.id<StoredMessageId>(0);
        facts.conversation = q.id<ConversationId>(1);
        facts.kind = triage::Kind(q.integer(2));
        facts.said = q.integer(3) >= 0;
        facts.found = facts.said ? triage::Kind(q.integer(3)) : facts.kind;
        facts.person = addressKey(q.text(4));
        messageId = q.text(5);
    }
    SuppressionReader suppressions(m_db);
    facts.suppressed = suppressions.covering(facts.person).has_value();
    if (facts.kind != triage::Kind::Bounce || messageId.isEmpty())
        return facts;
    Query q = m_db.query("SELECT DISTINCT recipient FROM bounces WHERE message > 0 AND message = ? ORDER BY recipient");
    q.bind(facts.message);
    while (q.next()) {
        const std::optional<Suppression> entry = suppressions.covering(q.text(0));
        if (entry && entry->source == SuppressionSource::Bounce && entry->messageId == messageId)
            facts.caused.append(*entry);
    }
    for (const Suppression &entry : std::as_const(facts.caused)) {
        facts.stopped += int(m_db.number("SELECT count(*) FROM (SELECT 1 FROM ledger WHERE state = ? AND due_at > ? AND note = ? LIMIT ?)",
            0, LedgerState::Failed, nowMs(), suppressedNote(entry.pattern), kMostStopped));
    }
    return facts;
}

std::optional<triage::Kind> KindTable::chosen(qint64 key)
{
    Query q = m_context.db.query("SELECT kind FROM kind_choices WHERE message_key = ?");
    q.bind(key);
    return q.next() ? std::optional(triage::Kind(q.integer(0))) : std::nullopt;
}

void KindTable::keep(qint64 key, std::optional<triage::Kind> choice)
{
    if (choice)
        m_context.db.change("INSERT OR REPLACE INTO kind_choices (message_key, kind, at) VALUES (?, ?, ?)", key, *choice, m_context.now);
    else
        m_context.db.change("DELETE FROM kind_choices WHERE message_key = ?", key);
}

void KindTable::choose(StoredMessageId message, triage::Kind kind, UndoId step)
{
    const qint64 key = m_context.db.number("SELECT message_key FROM messages WHERE id = ?", 0, message);
    const std::optional<triage::Kind> before = chosen(key);
    QList<StoredMessageId> copies;
    {
        Query q = m_context.db.query("SELECT id FROM messages WHERE message_key = ? AND kind <> ?");
        q.bind(key, triage::Kind::Own);
        while (q.next())
            copies.append(q.id<StoredMessageId>(0));
    }
    if (copies.isEmpty())
        return;
    keep(key, kind);
    for (const StoredMessageId copy : std::as_const(copies)) {
        if (step.isValid()) {
            Query q = m_context.db.query("INSERT OR IGNORE INTO undo_kinds (step, message, choice) VALUES (?, ?, ?)");
            q.bind(step, copy);
            if (before)
                q.add(int(*before));
            else
                q.addNull();
            q.run();
        }
        set(copy, kind, true);
    }
}

void KindTable::restore(UndoId step)
{
    struct Before {
        StoredMessageId message;
        qint64 key = 0;
        std::optional<triage::Kind> choice;
    };
    QList<Before> all;
    {
        Query q = m_context.db.query("SELECT u.message, m.message_key, u.choice FROM undo_kinds u JOIN messages m ON m.id = u.message WHERE u.step = ?");
        q.bind(step);
        while (q.next())
            all.append({q.id<StoredMessageId>(0), q.number(1), q.isNull(2) ? std::nullopt : std::optional(triage::Kind(q.integer(2)))});
    }
    for (const Before &one : std::as_const(all)) {
        keep(one.key, one.choice);
        set(one.message, one.choice, false);
    }
}

/// None: what it is by evidence.
void KindTable::set(StoredMessageId message, std::optional<triage::Kind> choice, bool isNews)
{
    Connection &db = m_context.db;
    triage::Kind was = triage::Kind::Human;
    triage::Kind found = was;
    ConversationId conversation;
    qint64 at = 0;
    {
        Query q = db.query("SELECT kind, kind_found, conversation, at FROM messages WHERE id = ?");
        q.bind(message);
        if (!q.next())
            return;
        was = triage::Kind(q.integer(0));
        found = q.integer(1) >= 0 ? triage::Kind(q.integer(1)) : was;
        conversation = q.id<ConversationId>(2);
        at = q.number(3);
    }
    const triage::Kind now = choice.value_or(found);
    db.change("UPDATE messages SET kind = ?, kind_found = ? WHERE id = ?", now, choice ? int(found) : -1, message);
    m_aggregates.flush(conversation); // a new one does not know yet whom it is with
    if (now == triage::Kind::Bounce && was != triage::Kind::Bounce)
        BounceTable(m_context).believe(message);
    else if (now != triage::Kind::Bounce)
        BounceTable(m_context).excuse(message);
    Proposals(m_context).refresh(message);
    // What it made of the conversation is not true any more; the summary looks again.
    db.change("UPDATE conversations SET category = 0, category_source = 0 WHERE id = ? AND category_source = ?", conversation,
        CategorySource::Automatic);
    refreshMessage(m_context, m_aggregates, message);
    m_aggregates.flush(conversation);
    if (isNews && choice && now == triage::Kind::Human && was != now)
        wake(m_context, conversation, message, at);
    Learning(m_context).follow(conversation);
    m_aggregates.touch(conversation);
}

} // namespace inlet::store
