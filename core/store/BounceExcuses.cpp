// SPDX-License-Identifier: GPL-3.0-or-later
// What the rep's word about a mail makes of the bounces that it told.
#include "store/Bounces.h"

#include "store/Packing.h"
#include "store/ThreadKeys.h"
#include "triage/Refusal.h"

namespace inlet::store
{

namespace
{

constexpr qsizetype kMostWords = 2000;

} // namespace

void BounceTable::excuse(StoredMessageId report)
{
    m_context.db.change("INSERT INTO excused_bounces (account, message, ledger, message_id, original_key, recipient, type, status, reason, "
                        "diagnostic, at, claimed) SELECT b.account, b.message, b.ledger, m.message_id, 0, b.recipient, b.type, b.status, "
                        "b.reason, b.diagnostic, b.at, 1 FROM bounces b JOIN messages m ON m.id = b.message "
                        "WHERE b.message > 0 AND b.message = ?",
        report);
    m_context.db.change("INSERT INTO excused_bounces (account, message, ledger, message_id, original_key, recipient, type, status, reason, "
                        "diagnostic, at, claimed) SELECT account, message, 0, message_id, original_key, recipient, type, status, reason, "
                        "diagnostic, at, 0 FROM unclaimed_bounces WHERE message = ?",
        report);
    m_context.db.change("DELETE FROM bounces WHERE message > 0 AND message = ?", report);
    m_context.changes.bounces = m_context.changes.bounces || m_context.db.changes() > 0;
    m_context.db.change("DELETE FROM unclaimed_bounces WHERE message = ?", report);
}

void BounceTable::believe(StoredMessageId report)
{
    struct Row {
        BounceFact fact;
        QString messageId;
        qint64 original = 0;
        bool claimed = false;
    };
    QList<Row> rows;
    {
        Query q = m_context.db.query("SELECT account, message, ledger, recipient, type, status, reason, diagnostic, at, message_id, "
                                     "original_key, claimed FROM excused_bounces WHERE message = ?");
        q.bind(report);
        while (q.next()) {
            rows.append({{q.id<AccountId>(0), q.id<StoredMessageId>(1), q.id<LedgerId>(2), q.text(3), triage::BounceType(q.integer(4)),
                             q.text(5).toLatin1(), q.text(6), q.text(7), fromMs(q.number(8))},
                q.text(9), q.number(10), q.flag(11)});
        }
    }
    m_context.db.change("DELETE FROM excused_bounces WHERE message = ?", report);
    for (const Row &row : std::as_const(rows)) {
        if (row.claimed || wroteTo(row.fact.recipient))
            store(row.fact);
        else
            keepUnclaimed(row.messageId, row.original, row.fact);
    }
    if (rows.isEmpty())
        blamePerson(report);
}

/// No recipient is named in a way that we can read: then it is about the person of the conversation.
void BounceTable::blamePerson(StoredMessageId report)
{
    BounceFact fact;
    QString words;
    {
        Query q = m_context.db.query("SELECT m.account, m.at, c.who_address, x.packed FROM messages m "
                                     "JOIN conversations c ON c.id = m.conversation LEFT JOIN contents x ON x.message = m.id WHERE m.id = ?");
        q.bind(report);
        if (!q.next())
            return;
        fact.account = q.id<AccountId>(0);
        fact.at = fromMs(q.number(1));
        fact.recipient = addressKey(q.text(2));
        if (!q.isNull(3))
            words = readableTexts(q.bytes(3)).newText.left(kMostWords);
    }
    m_context.db.change("DELETE FROM bounces WHERE message > 0 AND message = ?", report);
    if (!wroteTo(fact.recipient))
        return;
    const triage::BouncedRecipient judged = triage::judgeRefusal(fact.recipient, words);
    fact.message = report;
    fact.type = judged.type;
    fact.status = judged.status;
    fact.reason = judged.reason;
    store(fact);
}

} // namespace inlet::store
