// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Outgoing.h"

#include "store/Packing.h"
#include "store/Suppressions.h"
#include "store/ThreadKeys.h"

namespace inlet::store
{

namespace
{

constexpr const char *kLedgerColumns
    = "SELECT id, account, conversation, draft, message_id, sender, recipients, subject, state, created_at, "
      "due_at, state_at, attempts, server_reply, note, appended FROM ledger ";
constexpr const char *kDraftColumns
    = "SELECT id, account, conversation, answers, mode, to_text, cc_text, bcc_text, subject, body, html, "
      "in_reply_to, refs, changed_at, from_address FROM drafts ";

LedgerRow readLedger(const Query &q)
{
    LedgerRow row;
    row.id = q.id<LedgerId>(0);
    row.account = q.id<AccountId>(1);
    row.conversation = q.id<ConversationId>(2);
    row.draft = q.id<DraftId>(3);
    row.messageId = q.text(4);
    row.sender = q.text(5);
    row.recipients = q.text(6).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    row.subject = q.text(7);
    row.state = LedgerState(q.integer(8));
    row.createdAt = fromMs(q.number(9));
    row.dueAt = fromMs(q.number(10));
    row.stateAt = fromMs(q.number(11));
    row.attempts = q.integer(12);
    row.serverReply = q.bytes(13);
    row.note = q.text(14);
    row.appended = q.flag(15);
    return row;
}

QList<LedgerRow> readLedgers(Query &q)
{
    QList<LedgerRow> out;
    while (q.next())
        out.append(readLedger(q));
    return out;
}

Draft readDraft(const Query &q)
{
    Draft draft;
    draft.id = q.id<DraftId>(0);
    draft.account = q.id<AccountId>(1);
    draft.conversation = q.id<ConversationId>(2);
    draft.answers = q.id<StoredMessageId>(3);
    draft.mode = Draft::Mode(q.integer(4));
    draft.to = q.text(5);
    draft.cc = q.text(6);
    draft.bcc = q.text(7);
    draft.subject = q.text(8);
    draft.text = q.text(9);
    draft.html = q.text(10);
    draft.inReplyTo = q.text(11);
    draft.references = q.text(12).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    draft.changedAt = fromMs(q.number(13));
    draft.from = q.text(14);
    return draft;
}

void bindDraft(Query &q, const Draft &draft, qint64 now)
{
    q.bind(draft.account, draft.from, draft.conversation, draft.answers, draft.mode, draft.to, draft.cc, draft.bcc,
        draft.subject, draft.text, draft.html, draft.inReplyTo, draft.references.join(QLatin1Char('\n')), now);
}

} // namespace

QList<LedgerRow> OutgoingReader::ledger(int limit)
{
    Query q = m_db.query(std::string(kLedgerColumns) + "ORDER BY id DESC LIMIT ?");
    q.bind(limit);
    return readLedgers(q);
}

QList<LedgerRow> OutgoingReader::outgoing(int recent)
{
    Query q = m_db.query(std::string(kLedgerColumns)
        + "WHERE id IN (SELECT id FROM (SELECT id FROM ledger ORDER BY id DESC LIMIT ?)) OR state IN (0, 1, 2, 3, 5, 6) "
          "ORDER BY id DESC");
    q.bind(recent);
    return readLedgers(q);
}

QList<LedgerRow> OutgoingReader::unfinishedLedger()
{
    Query q = m_db.query(std::string(kLedgerColumns) + "WHERE state IN (0, 1, 2, 3, 5) ORDER BY id");
    return readLedgers(q);
}

LedgerRow OutgoingReader::ledgerRow(LedgerId id)
{
    Query q = m_db.query(std::string(kLedgerColumns) + "WHERE id = ?");
    q.bind(id);
    if (!q.next())
        throwNotFound(QStringLiteral("ledger row %1").arg(id.number()));
    return readLedger(q);
}

QByteArray OutgoingReader::ledgerBytes(LedgerId id)
{
    Query q = m_db.query("SELECT packed FROM ledger_bytes WHERE ledger = ?");
    q.bind(id);
    if (!q.next())
        throwNotFound(QStringLiteral("ledger row %1").arg(id.number()));
    return unpackRaw(q.bytes(0));
}

QList<Draft> OutgoingReader::drafts()
{
    QList<Draft> out;
    Query q = m_db.query(std::string(kDraftColumns) + "ORDER BY changed_at DESC, id DESC");
    while (q.next()) {
        Draft draft = readDraft(q);
        Query files = m_db.query("SELECT name, content_type FROM draft_files WHERE draft = ? ORDER BY position");
        files.bind(draft.id);
        while (files.next())
            draft.files.append({files.text(0), files.bytes(1), {}});
        out.append(draft);
    }
    return out;
}

Draft OutgoingReader::draft(DraftId id)
{
    Query q = m_db.query(std::string(kDraftColumns) + "WHERE id = ?");
    q.bind(id);
    if (!q.next())
        throwNotFound(QStringLiteral("draft %1").arg(id.number()));
    Draft draft = readDraft(q);
    Query files
        = m_db.query("SELECT name, content_type, content FROM draft_files WHERE draft = ? ORDER BY position");
    files.bind(id);
    while (files.next())
        draft.files.append({files.text(0), files.bytes(1), files.bytes(2)});
    return draft;
}

DraftId OutgoingTable::saveDraft(const Draft &draft)
{
    DraftId id = draft.id;
    if (id.isValid()) {
        Query q = m_context.db.query(
            "UPDATE drafts SET account = ?, from_address = ?, conversation = ?, answers = ?, mode = ?, to_text = ?, cc_text = ?, "
            "bcc_text = ?, subject = ?, body = ?, html = ?, in_reply_to = ?, refs = ?, changed_at = ? "
            "WHERE id = ?");
        bindDraft(q, draft, m_context.now);
        q.bind(id);
        q.run();
        if (m_context.db.changes() == 0)
            throwNotFound(QStringLiteral("draft %1").arg(id.number()));
    } else {
        Query q = m_context.db.query(
            "INSERT INTO drafts (account, from_address, conversation, answers, mode, to_text, cc_text, bcc_text, subject, "
            "body, html, in_reply_to, refs, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bindDraft(q, draft, m_context.now);
        q.run();
        id = DraftId(m_context.db.lastId());
    }
    m_context.db.change("DELETE FROM draft_files WHERE draft = ?", id);
    int position = 0;
    for (const Draft::File &file : draft.files) {
        m_context.db.change("INSERT INTO draft_files (draft, position, name, content_type, content) "
                            "VALUES (?, ?, ?, ?, ?)",
            id, position++, cleaned(file.name, 255), file.contentType, file.content);
    }
    return id;
}

void OutgoingTable::removeDraft(DraftId id)
{
    m_context.db.change("DELETE FROM drafts WHERE id = ?", id);
}

LedgerId OutgoingTable::addLedger(const LedgerRow &row, const QByteArray &bytes)
{
    for (const QString &recipient : row.recipients) {
        if (const auto entry = SuppressionReader(m_context.db).covering(recipient))
            throw StoreError(Error{ErrorKind::Config,
                QStringLiteral("%1 is on the do-not-contact list").arg(cleaned(recipient, 320)), {}, "recipient-suppressed"});
    }
    if (m_context.db.number("SELECT 1 FROM ledger WHERE message_id = ?", 0, row.messageId) != 0)
        throwConflict(QStringLiteral("that Message-ID is in the ledger"));
    const qint64 created = row.createdAt.isValid() ? toMs(row.createdAt) : m_context.now;
    Query q = m_context.db.query(
        "INSERT INTO ledger (account, conversation, draft, message_id, message_key, sender, recipients, subject, "
        "state, created_at, due_at, state_at, attempts, server_reply, note, appended) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    q.bind(row.account, row.conversation, row.draft, row.messageId, threadKey(row.messageId), row.sender,
        row.recipients.join(QLatin1Char('\n')), cleaned(row.subject, 1000), row.state, created, toMs(row.dueAt),
        row.stateAt.isValid() ? toMs(row.stateAt) : m_context.now, row.attempts, row.serverReply, row.note,
        row.appended);
    q.run();
    const LedgerId id(m_context.db.lastId());
    m_context.db.change(
        "INSERT INTO ledger_bytes (ledger, packed) VALUES (?, ?)", id, packContent({}, bytes));
    m_context.changes.ledger.insert(id);
    if (row.conversation.isValid())
        m_aggregates.touch(row.conversation);
    return id;
}

void OutgoingTable::updateLedger(const LedgerRow &row, LedgerState expected)
{
    m_context.db.change("UPDATE ledger SET state = ?, due_at = ?, state_at = iif(state = ?, state_at, ?), "
                        "attempts = ?, server_reply = ?, note = ?, appended = ? WHERE id = ? AND state = ?",
        row.state, toMs(row.dueAt), row.state, m_context.now, row.attempts, row.serverReply, row.note,
        row.appended, row.id, expected);
    if (m_context.db.changes() == 0) {
        OutgoingReader(m_context.db).ledgerRow(row.id); // NotFound where there is none
        throwConflict(QStringLiteral("ledger row %1 is not %2 any more").arg(row.id.number()).arg(nameOf(expected)));
    }
    m_context.changes.ledger.insert(row.id);
    const ConversationId conversation(
        m_context.db.number("SELECT conversation FROM ledger WHERE id = ?", 0, row.id));
    if (conversation.isValid())
        m_aggregates.touch(conversation);
}

void OutgoingTable::setConversation(LedgerId id, ConversationId conversation)
{
    m_context.db.change("UPDATE ledger SET conversation = ? WHERE id = ?", conversation, id);
    m_context.changes.ledger.insert(id);
    m_aggregates.touch(conversation);
}

} // namespace inlet::store
