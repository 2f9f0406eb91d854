// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Deliveries.h"

#include "store/Bounces.h"
#include "store/Codec_p.h"
#include "store/Suppressions.h"

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr qint64 kClockSkewMs = 3600 * 1000; ///< by which a report may seem older than its mail

QList<BounceFact> factsAbout(Connection &db, ConversationId conversation)
{
    // By the report, which is in the conversation of its mail; and by the ledger, for refusals while sending.
    Query q = db.query("SELECT account, message, ledger, recipient, type, status, reason, diagnostic, at FROM bounces "
                       "WHERE message > 0 AND message IN (SELECT id FROM messages WHERE conversation = ?1) UNION "
                       "SELECT account, message, ledger, recipient, type, status, reason, diagnostic, at FROM bounces "
                       "WHERE ledger > 0 AND ledger IN (SELECT g.id FROM messages m JOIN ledger g "
                       "ON g.message_key = m.message_key AND g.account = m.account WHERE m.conversation = ?1 AND m.kind = 3) "
                       "ORDER BY at DESC");
    q.bind(conversation);
    QList<BounceFact> facts;
    while (q.next()) {
        facts.append({q.id<AccountId>(0), q.id<StoredMessageId>(1), q.id<LedgerId>(2), q.text(3), triage::BounceType(q.integer(4)),
            q.text(5).toLatin1(), q.text(6), q.text(7), fromMs(q.number(8))});
    }
    return facts;
}

bool goesTo(const MessageItem &item, const QString &recipient)
{
    const auto is = [&](const mime::Address &address) { return addressKey(address.address) == recipient; };
    return std::any_of(item.to.begin(), item.to.end(), is) || std::any_of(item.cc.begin(), item.cc.end(), is);
}

/// The message of ours that the fact is about: by the ledger, by what the report refers to, else the
/// newest one before it, best one to that recipient.
MessageItem *messageOf(const BounceFact &fact, QList<MessageItem> &items)
{
    const auto report = std::find_if(items.cbegin(), items.cend(),
        [&](const MessageItem &item) { return fact.message.isValid() && item.id == fact.message; });
    const QStringList named = report == items.cend() ? QStringList() : report->references;
    MessageItem *before = nullptr;
    MessageItem *toThem = nullptr;
    for (MessageItem &item : items) {
        if (item.kind != triage::Kind::Own)
            continue;
        if ((fact.ledger.isValid() && item.ledgerId == fact.ledger) || (!item.messageId.isEmpty() && named.contains(item.messageId)))
            return &item;
        if (item.at.toMSecsSinceEpoch() > fact.at.toMSecsSinceEpoch() + kClockSkewMs)
            continue;
        before = &item;
        if (goesTo(item, fact.recipient))
            toThem = &item;
    }
    return toThem ? toThem : before;
}

} // namespace

void addDeliveries(Connection &db, ConversationId conversation, QList<MessageItem> &items)
{
    const QList<BounceFact> facts = factsAbout(db, conversation);
    for (const BounceFact &fact : facts) {
        MessageItem *item = messageOf(fact, items);
        const auto isSame = [&](const BounceFact &known) { return known.recipient == fact.recipient; };
        if (item && std::none_of(item->bounces.cbegin(), item->bounces.cend(), isSame))
            item->bounces.append(fact);
    }
    QSet<QString> answered;
    for (const MessageItem &item : std::as_const(items)) {
        if (item.kind == triage::Kind::Human && !item.references.isEmpty())
            answered.insert(item.references.last());
    }
    for (MessageItem &item : items)
        item.answered = item.kind == triage::Kind::Own && answered.contains(item.messageId);
}

QList<AddressState> addressStates(Connection &db, ConversationId conversation, const QStringList &addresses)
{
    QList<AddressState> out;
    for (const QString &address : addresses) {
        AddressState state{address, {}, SuppressionReader(db).covering(address)};
        const QList<BounceFact> bounces = BounceReader(db).of(address);
        const qint64 heardAt = db.number("SELECT max(at) FROM messages WHERE conversation = ? AND list_class = 1 "
                                         "AND lower(from_address) = ?",
            0, conversation, addressKey(address));
        if (!bounces.isEmpty() && toMs(bounces.first().at) > heardAt)
            state.bounce = bounces.first();
        if (state.bounce || state.suppression)
            out.append(state);
    }
    return out;
}

} // namespace inlet::store
