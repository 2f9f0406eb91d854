// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationShape.h"

#include "store/MessageState.h"
#include "store/NoteBook.h"
#include "store/ThreadKeys.h"

#include <numeric>

namespace inlet::store
{

namespace
{

/// A thread this long stays whole; parting it would hold the writer for too long.
constexpr qsizetype kMaxSplit = 2000;

/// Sets of small numbers that grow together.
class DisjointSets
{
public:
    explicit DisjointSets(qsizetype size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    qsizetype rootOf(qsizetype i)
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }
    /// The smaller number becomes the root: the oldest message names its thread.
    void join(qsizetype a, qsizetype b)
    {
        a = rootOf(a);
        b = rootOf(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    QList<qsizetype> m_parent;
};

struct SplitMessage {
    qint64 id = 0;
    QList<qint64> keys; ///< own first
};

QList<SplitMessage> messagesOf(WriteContext &context, ConversationId conversation)
{
    QList<SplitMessage> out;
    Query q = context.db.query(
        "SELECT id, message_key, refs FROM messages WHERE conversation = ? ORDER BY at, id LIMIT ?");
    q.bind(conversation, kMaxSplit + 1);
    while (q.next()) {
        SplitMessage message{q.number(0), {q.number(1)}};
        const QStringList references = q.text(2).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &reference : references)
            message.keys.append(threadKey(reference));
        out.append(message);
    }
    return out;
}

} // namespace

ConversationId ConversationShape::create()
{
    m_context.db.run("INSERT INTO conversations DEFAULT VALUES");
    const ConversationId conversation(m_context.db.lastId());
    m_aggregates.touch(conversation);
    return conversation;
}

bool ConversationShape::exists(ConversationId conversation)
{
    return m_context.db.number("SELECT 1 FROM conversations WHERE id = ?", 0, conversation) != 0;
}

bool ConversationShape::isProspect(ConversationId conversation)
{
    return m_context.db.number("SELECT is_prospect FROM conversations WHERE id = ?", 0, conversation) != 0;
}

void ConversationShape::setProspect(ConversationId conversation, qint64 person)
{
    m_context.db.change("UPDATE conversations SET is_prospect = 1, "
                        "person = iif(is_prospect AND person > 0, person, ?) WHERE id = ?",
        person, conversation);
    m_aggregates.touch(conversation);
    refreshJunk(m_context, m_aggregates, conversation);
}

QList<ConversationId> ConversationShape::otherMailOf(const Person &person)
{
    QList<ConversationId> threads;
    Query q = m_context.db.query("SELECT c.id FROM participants p JOIN conversations c "
                                 "ON c.id = p.conversation WHERE p.person = ? AND c.is_prospect = 0 "
                                 "AND c.prospect_decision = 0 ORDER BY c.id");
    q.bind(person.id);
    while (q.next())
        threads.append(q.id<ConversationId>(0));
    return threads;
}

ConversationId ConversationShape::promote(Person &person)
{
    const QList<ConversationId> threads = otherMailOf(person);
    ConversationId target = threads.isEmpty() ? create() : threads.first();
    for (const ConversationId thread : threads)
        target = merge(target, thread);
    setProspect(target, person.id);
    People(m_context).know(person, target);
    return target;
}

ConversationId ConversationShape::merge(ConversationId a, ConversationId b)
{
    if (a == b)
        return a;
    const ConversationId into = std::min(a, b);
    const ConversationId from = std::max(a, b);
    m_aggregates.flush(from);
    m_aggregates.flush(into);
    const bool prospectChanges = isProspect(into) != isProspect(from);
    joinDecisions(from, into);
    moveRows(from, into);
    m_context.db.change("DELETE FROM conversations WHERE id = ?", from);
    m_context.changes.conversations.insert(from);
    m_aggregates.touch(into);
    if (prospectChanges)
        refreshJunk(m_context, m_aggregates, into);
    return into;
}

void ConversationShape::joinDecisions(ConversationId from, ConversationId into)
{
    if (m_context.db.number("SELECT note <> '' FROM conversations WHERE id = ?", 0, from) != 0)
        NoteBook::changed(m_context.db, {into});
    m_context.db.change(
        "UPDATE conversations AS c SET "
        "person = iif(c.is_prospect OR NOT f.is_prospect, c.person, f.person), "
        "is_prospect = max(c.is_prospect, f.is_prospect), "
        "prospect_decision = iif(c.prospect_decision = 0, f.prospect_decision, c.prospect_decision), "
        "muted = iif(c.muted = 0, f.muted, c.muted), "
        "category = iif(c.category_source >= f.category_source, c.category, f.category), "
        "category_source = max(c.category_source, f.category_source), "
        "note = trim(c.note || char(10) || f.note, char(10)), "
        "snoozed_until = max(c.snoozed_until, f.snoozed_until), snoozed_at = max(c.snoozed_at, f.snoozed_at), "
        "remind_at = max(c.remind_at, f.remind_at), remind_set_at = max(c.remind_set_at, f.remind_set_at), "
        "reminded_at = max(c.reminded_at, f.reminded_at), "
        "archived_at = min(c.archived_at, f.archived_at), deleted_at = min(c.deleted_at, f.deleted_at), "
        "junked = min(c.junked, f.junked), "
        "n_human = c.n_human + f.n_human, n_own = c.n_own + f.n_own, n_machine = c.n_machine + f.n_machine, "
        "n_unread = c.n_unread + f.n_unread, n_flagged = c.n_flagged + f.n_flagged, "
        "n_inbox = c.n_inbox + f.n_inbox, n_attachment = c.n_attachment + f.n_attachment "
        "FROM conversations AS f WHERE f.id = ? AND c.id = ?",
        from, into);
}

void ConversationShape::moveRows(ConversationId from, ConversationId into)
{
    Connection &db = m_context.db;
    db.change("UPDATE messages SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE thread_keys SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE people SET conversation = ? WHERE conversation = ?", into, from);
    db.change("INSERT OR IGNORE INTO participants (person, conversation) "
              "SELECT person, ? FROM participants WHERE conversation = ?",
        into, from);
    db.change("INSERT INTO conversation_accounts (conversation, account, messages, unread, last_at) "
              "SELECT ?, account, messages, unread, last_at FROM conversation_accounts WHERE conversation = ? "
              "ON CONFLICT (conversation, account) DO UPDATE SET messages = messages + excluded.messages, "
              "unread = unread + excluded.unread, last_at = max(last_at, excluded.last_at)",
        into, from);
    db.change("UPDATE ledger SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE drafts SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE OR IGNORE undo_conversations SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE undo_people SET conversation = ? WHERE conversation = ?", into, from);
    db.change("UPDATE undo_joins SET kept = ? WHERE kept = ?", into, from);
}

void ConversationShape::demote(ConversationId conversation)
{
    m_context.db.change("UPDATE people SET conversation = NULL WHERE conversation = ?", conversation);
    m_context.db.change("UPDATE conversations SET is_prospect = 0 WHERE id = ?", conversation);
    m_aggregates.touch(conversation);
    refreshJunk(m_context, m_aggregates, conversation);
    splitByHeaders(conversation);
}

void ConversationShape::splitByHeaders(ConversationId conversation)
{
    m_aggregates.flush(conversation);
    const QList<SplitMessage> messages = messagesOf(m_context, conversation);
    if (messages.size() < 2 || messages.size() > kMaxSplit)
        return;
    DisjointSets threads(messages.size());
    QHash<qint64, qsizetype> firstWithKey;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        for (const qint64 key : messages.at(i).keys) {
            const auto known = firstWithKey.constFind(key);
            if (known == firstWithKey.constEnd())
                firstWithKey.insert(key, i);
            else
                threads.join(*known, i);
        }
    }
    QHash<qsizetype, QPair<QList<qint64>, QList<qint64>>> parts; // root -> messages, keys
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const qsizetype root = threads.rootOf(i);
        if (root == 0)
            continue; // stays under the old id
        parts[root].first.append(messages.at(i).id);
        parts[root].second.append(messages.at(i).keys);
    }
    if (parts.isEmpty())
        return;
    for (const auto &part : std::as_const(parts))
        moveMessages(part.first, part.second, conversation, create());
    m_aggregates.recount(conversation);
}

void ConversationShape::moveMessages(const QList<qint64> &messages, const QList<qint64> &keys,
    ConversationId from, ConversationId into)
{
    for (const qint64 message : messages)
        m_context.db.change("UPDATE messages SET conversation = ? WHERE id = ?", into, message);
    for (const qint64 key : keys)
        m_context.db.change("UPDATE thread_keys SET conversation = ? WHERE key = ?", into, key);
    m_context.db.change("INSERT OR IGNORE INTO participants (person, conversation) "
                        "SELECT person, ? FROM participants WHERE conversation = ?",
        into, from);
    m_aggregates.recount(into);
}

} // namespace inlet::store
