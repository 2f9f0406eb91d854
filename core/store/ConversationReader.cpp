// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationReader.h"

#include "store/Aggregates.h"
#include "store/Codec_p.h"
#include "store/Deliveries.h"
#include "store/Leads.h"
#include "store/Packing.h"
#include "store/Proposals.h"
#include "store/RecipientReader.h"

namespace inlet::store
{

namespace
{

constexpr const char *kItemColumns
    = "SELECT m.id, m.conversation, m.account, m.message_id, m.from_name, m.from_address, m.to_line, "
      "m.cc_line, m.reply_to_line, m.subject, m.refs, m.at, m.kind, m.evidence, m.seen, m.flagged, "
      "m.has_body, m.preview, g.state, g.id, g.note, g.server_reply, g.state_at, m.proposal_rule, m.proposal, "
      "m.proposal_why, m.kind_found FROM messages m "
      "LEFT JOIN ledger g ON g.message_key = m.message_key AND m.kind = 3 AND g.account = m.account ";

MessageItem readItem(const Query &q)
{
    MessageItem item;
    item.id = q.id<StoredMessageId>(0);
    item.conversation = q.id<ConversationId>(1);
    item.account = q.id<AccountId>(2);
    item.messageId = q.text(3);
    item.from = {q.text(4), q.text(5)};
    item.to = addressesOf(q.text(6));
    item.cc = addressesOf(q.text(7));
    item.replyTo = addressesOf(q.text(8));
    item.subject = q.text(9);
    item.references = q.text(10).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    item.at = QDateTime::fromMSecsSinceEpoch(q.number(11), Qt::UTC);
    item.kind = triage::Kind(q.integer(12));
    item.evidence = q.text(13).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    item.seen = q.flag(14);
    item.flagged = q.flag(15);
    item.hasBody = q.flag(16);
    item.preview = q.text(17);
    if (!q.isNull(18)) {
        item.ledger = LedgerState(q.integer(18));
        item.ledgerId = q.id<LedgerId>(19);
        item.ledgerNote = q.text(20).isEmpty() ? QString::fromUtf8(q.bytes(21)) : q.text(20);
        item.ledgerAt = fromMs(q.number(22));
    }
    if (q.integer(26) >= 0)
        item.kindFound = triage::Kind(q.integer(26));
    if (q.number(23) > 0) {
        item.ruled = Category(q.integer(24));
        item.ruleWords = q.text(25).mid(kRuleWhy.size());
    }
    return item;
}

} // namespace

QList<MessageItem> ConversationReader::messages(ConversationId conversation)
{
    const auto files = attachments(conversation);
    Query q = m_db.query(std::string(kItemColumns)
        + "WHERE m.conversation = ? AND m.list_class > 0 ORDER BY m.at, m.id");
    q.bind(conversation);
    QList<MessageItem> out;
    while (q.next()) {
        MessageItem item = readItem(q);
        if (!out.isEmpty() && out.last().id == item.id)
            continue;
        item.attachments = files.value(item.id);
        out.append(item);
    }
    addDeliveries(m_db, conversation, out);
    return out;
}

QHash<StoredMessageId, QList<mime::Attachment>> ConversationReader::attachments(ConversationId conversation)
{
    QHash<StoredMessageId, QList<mime::Attachment>> out;
    Query q = m_db.query("SELECT a.message, a.part, a.file_name, a.content_type, a.size, a.content_id, a.inline, "
                         "iif(a.on_server > 0 AND EXISTS (SELECT 1 FROM fetched_parts f WHERE f.message = a.message AND f.part = a.part), "
                         "0, a.on_server) FROM messages m JOIN attachments a ON a.message = m.id WHERE m.conversation = ? "
                         "ORDER BY a.message, a.position");
    q.bind(conversation);
    while (q.next()) {
        out[q.id<StoredMessageId>(0)].append(
            {q.bytes(1), q.text(2), q.bytes(3), q.number(4), q.bytes(5), q.flag(6), q.number(7)});
    }
    return out;
}

MessageBody ConversationReader::body(StoredMessageId message)
{
    Query q = m_db.query("SELECT c.packed FROM contents c JOIN messages m ON m.id = c.message "
                         "WHERE c.message = ? AND m.has_body > 0");
    q.bind(message);
    if (!q.next())
        throwNotFound(QStringLiteral("content of message %1").arg(message.number()));
    const PackedTexts texts = unpackTexts(q.bytes(0));
    return {message, texts.text, texts.newText, texts.html, texts.damage};
}

LeadInfo ConversationReader::lead(ConversationId conversation)
{
    LeadInfo lead;
    lead.conversation = conversation;
    QString address;
    {
        Query q = m_db.query("SELECT who_name, who_address, note FROM conversations WHERE id = ?");
        q.bind(conversation);
        if (!q.next())
            throwNotFound(QStringLiteral("conversation %1").arg(conversation.number()));
        lead.name = q.text(0);
        address = q.text(1);
        lead.note = q.text(2);
    }
    if (!address.isEmpty())
        lead.addresses.append(address);
    Query known = m_db.query("SELECT address FROM people WHERE conversation = ? ORDER BY id LIMIT 50");
    known.bind(conversation);
    while (known.next()) {
        if (!lead.addresses.contains(known.text(0), Qt::CaseInsensitive))
            lead.addresses.append(known.text(0));
    }
    for (const QString &one : std::as_const(lead.addresses)) {
        if (lead.listed.isEmpty())
            lead.listed = LeadReader(m_db).of(one);
    }
    lead.domain = address.section(QLatin1Char('@'), 1).toLower();
    lead.states = addressStates(m_db, conversation, lead.addresses);
    lead.otherConversations = RecipientReader(m_db).related(lead.addresses, conversation);
    return lead;
}

ConversationId ConversationReader::conversationOf(StoredMessageId message)
{
    const ConversationId conversation(
        m_db.number("SELECT conversation FROM messages WHERE id = ?", 0, message));
    if (!conversation.isValid())
        throwNotFound(QStringLiteral("message %1").arg(message.number()));
    return conversation;
}

} // namespace inlet::store
