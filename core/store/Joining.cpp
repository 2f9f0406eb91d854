// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Joining.h"

#include "store/ConversationShape.h"
#include "store/NoteBook.h"
#include "store/ThreadKeys.h"

namespace inlet::store
{

namespace
{

/// What undo_joined_rows.row is a number of. Stored: append, never reorder.
enum JoinedRow : int { kMessage, kKey, kKnownPerson, kParticipant, kLedgerRow, kDraftRow, kOlderStep, kOlderPerson };

} // namespace

void Joining::remember(UndoId step, int what, const char *sql, ConversationId conversation)
{
    Query q = m_context.db.query(sql);
    q.bind(step, what, conversation);
    q.run();
}

ConversationId Joining::join(UndoId step, ConversationId one, ConversationId other)
{
    const ConversationId kept = std::min(one, other);
    const ConversationId gone = std::max(one, other);
    if (step.isValid()) {
        m_context.db.change("INSERT INTO undo_joins (step, kept, gone, kept_note, gone_note, last_message) "
                            "SELECT ?1, k.id, g.id, k.note, g.note, (SELECT ifnull(max(id), 0) FROM messages) "
                            "FROM conversations k, conversations g WHERE k.id = ?2 AND g.id = ?3",
            step, kept, gone);
        const auto rows = [&](int what, const char *sql) { remember(step, what, sql, gone); };
        rows(kMessage, "INSERT INTO undo_joined_rows SELECT ?1, ?2, id FROM messages WHERE conversation = ?3");
        rows(kKey, "INSERT INTO undo_joined_rows SELECT ?1, ?2, key FROM thread_keys WHERE conversation = ?3");
        rows(kKnownPerson, "INSERT INTO undo_joined_rows SELECT ?1, ?2, id FROM people WHERE conversation = ?3");
        rows(kParticipant, "INSERT INTO undo_joined_rows SELECT ?1, ?2, person FROM participants WHERE conversation = ?3");
        rows(kLedgerRow, "INSERT INTO undo_joined_rows SELECT ?1, ?2, id FROM ledger WHERE conversation = ?3");
        rows(kDraftRow, "INSERT INTO undo_joined_rows SELECT ?1, ?2, id FROM drafts WHERE conversation = ?3");
        rows(kOlderStep, "INSERT INTO undo_joined_rows SELECT ?1, ?2, step FROM undo_conversations WHERE conversation = ?3 AND step < ?1");
        rows(kOlderPerson, "INSERT OR IGNORE INTO undo_joined_rows SELECT ?1, ?2, person FROM undo_people WHERE conversation = ?3 AND step < ?1");
    }
    return ConversationShape(m_context, m_aggregates).merge(kept, gone);
}

void Joining::moveBack(UndoId step, int what, const char *sql, ConversationId kept, ConversationId gone)
{
    Query q = m_context.db.query(sql);
    q.bind(step, what, kept, gone);
    q.run();
}

void Joining::takeApart(UndoId step)
{
    ConversationId kept;
    ConversationId gone;
    {
        Query q = m_context.db.query("SELECT kept, gone FROM undo_joins WHERE step = ?");
        q.bind(step);
        if (!q.next())
            return;
        kept = q.id<ConversationId>(0);
        gone = q.id<ConversationId>(1);
    }
    m_aggregates.flush();
    m_context.db.change("INSERT INTO conversations (id) VALUES (?)", gone);
    const auto back = [&](int what, const char *sql) { moveBack(step, what, sql, kept, gone); };
    back(kMessage, "UPDATE messages SET conversation = ?4 WHERE conversation = ?3 AND id IN "
                  "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kKey, "UPDATE thread_keys SET conversation = ?4 WHERE conversation = ?3 AND key IN "
              "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kKnownPerson, "UPDATE people SET conversation = ?4 WHERE conversation = ?3 AND id IN "
                      "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kLedgerRow, "UPDATE ledger SET conversation = ?4 WHERE conversation = ?3 AND id IN "
                    "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kDraftRow, "UPDATE drafts SET conversation = ?4 WHERE conversation = ?3 AND id IN "
                   "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kOlderStep, "UPDATE OR IGNORE undo_conversations SET conversation = ?4 WHERE conversation = ?3 AND step IN "
                    "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    back(kOlderPerson, "UPDATE undo_people SET conversation = ?4 WHERE conversation = ?3 AND step < ?1 AND person IN "
                      "(SELECT row FROM undo_joined_rows WHERE step = ?1 AND what = ?2)");
    moveNewer(step, kept, gone);
    m_context.db.change("INSERT OR IGNORE INTO participants (person, conversation) SELECT row, ?3 FROM undo_joined_rows "
                        "WHERE step = ?1 AND what = ?2",
        step, int(kParticipant), gone);
    // Who wrote or received nothing of what stays.
    m_context.db.change("DELETE FROM participants WHERE conversation = ?3 AND person IN (SELECT row FROM undo_joined_rows "
                        "WHERE step = ?1 AND what = ?2) AND NOT EXISTS (SELECT 1 FROM messages m JOIN people p ON p.id = participants.person "
                        "WHERE m.conversation = ?3 AND (lower(m.from_address) = p.address OR instr(lower(m.to_line), p.address) > 0 "
                        "OR instr(lower(m.cc_line), p.address) > 0))",
        step, int(kParticipant), kept);
    partNotes(step, kept, gone);
    m_aggregates.recount(kept);
    m_aggregates.recount(gone);
}

/// Mail since then belongs to who wrote it, or to what it answers.
void Joining::moveNewer(UndoId step, ConversationId kept, ConversationId gone)
{
    struct Newer {
        qint64 id;
        qint64 key;
        QString from;
        QStringList references;
    };
    QList<Newer> newer;
    {
        Query q = m_context.db.query("SELECT m.id, m.message_key, lower(m.from_address), m.refs FROM messages m JOIN undo_joins u ON u.step = ? "
                                     "WHERE m.conversation = ? AND m.id > u.last_message ORDER BY m.at, m.id");
        q.bind(step, kept);
        while (q.next())
            newer.append({q.number(0), q.number(1), q.text(2), q.text(3).split(QLatin1Char('\n'), Qt::SkipEmptyParts)});
    }
    for (const Newer &mail : std::as_const(newer)) {
        // Who was known there, or wrote there and was not known to the other one.
        bool theirs = m_context.db.number("SELECT 1 FROM people p WHERE address = ?1 AND (conversation = ?2 OR (EXISTS (SELECT 1 FROM messages "
                                          "WHERE conversation = ?2 AND list_class <> 2 AND lower(from_address) = ?1) AND NOT EXISTS (SELECT 1 "
                                          "FROM undo_people WHERE step = ?3 AND person = p.id AND conversation = ?4)))",
                          0, mail.from, gone, step, kept)
            != 0;
        if (!theirs && !mail.references.isEmpty())
            theirs = m_context.db.number("SELECT 1 FROM thread_keys WHERE key = ? AND conversation = ?", 0, threadKey(mail.references.last()), gone) != 0;
        if (!theirs)
            continue;
        m_context.db.change("UPDATE messages SET conversation = ? WHERE id = ?", gone, mail.id);
        m_context.db.change("UPDATE thread_keys SET conversation = ? WHERE key = ?", gone, mail.key);
        m_context.db.change("UPDATE ledger SET conversation = ? WHERE message_key = ?", gone, mail.key);
    }
}

/// A note that was written since stays with what stays.
void Joining::partNotes(UndoId step, ConversationId kept, ConversationId gone)
{
    NoteBook::changed(m_context.db, {kept, gone});
    m_context.db.change("UPDATE conversations AS c SET note = u.kept_note FROM undo_joins AS u WHERE u.step = ? AND c.id = ? "
                        "AND c.note = trim(u.kept_note || char(10) || u.gone_note, char(10))",
        step, kept);
    m_context.db.change("UPDATE conversations AS c SET note = u.gone_note FROM undo_joins AS u WHERE u.step = ? AND c.id = ?", step, gone);
}

} // namespace inlet::store
