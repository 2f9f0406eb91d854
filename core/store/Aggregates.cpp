// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Aggregates.h"

#include "store/ConversationSummary.h"

namespace inlet::store
{

namespace
{

bool countsUnread(const MessageShare &share)
{
    return share.unread && (share.listClass == kHuman || share.listClass == kMachine);
}

bool countsInbox(const MessageShare &share)
{
    return share.inbox && (share.listClass == kHuman || share.listClass == kMachine);
}

int step(bool before, bool after)
{
    return int(after) - int(before);
}

} // namespace

void Aggregates::change(ConversationId conversation, AccountId account, const MessageShare &before,
    const MessageShare &after, qint64 at)
{
    Pending &pending = m_touched[conversation];
    Sums &sums = pending.sums;
    sums.human += step(before.listClass == kHuman, after.listClass == kHuman);
    sums.own += step(before.listClass == kOwn, after.listClass == kOwn);
    sums.machine += step(before.listClass == kMachine, after.listClass == kMachine);
    sums.unread += step(countsUnread(before), countsUnread(after));
    sums.inbox += step(countsInbox(before), countsInbox(after));
    const bool wasVisible = before.listClass != kHidden;
    const bool isVisible = after.listClass != kHidden;
    sums.flagged += step(wasVisible && before.flagged, isVisible && after.flagged);
    sums.attachment += step(wasVisible && before.attachment, isVisible && after.attachment);

    AccountSums &mailbox = pending.accounts[account];
    mailbox.messages += step(wasVisible, isVisible);
    mailbox.unread += step(countsUnread(before), countsUnread(after));
    if (isVisible)
        mailbox.lastAt = std::max(mailbox.lastAt, at);
}

void Aggregates::flush()
{
    while (!m_touched.isEmpty())
        flush(m_touched.cbegin().key());
}

void Aggregates::flush(ConversationId conversation)
{
    const auto found = m_touched.constFind(conversation);
    if (found == m_touched.constEnd())
        return;
    const Pending pending = *found;
    m_touched.erase(found);
    apply(conversation, pending);
}

void Aggregates::apply(ConversationId conversation, const Pending &pending)
{
    const Sums &sums = pending.sums;
    if (sums != Sums{}) {
        m_context.db.change("UPDATE conversations SET n_human = n_human + ?, n_own = n_own + ?, "
                            "n_machine = n_machine + ?, n_unread = n_unread + ?, n_flagged = n_flagged + ?, "
                            "n_inbox = n_inbox + ?, n_attachment = n_attachment + ? WHERE id = ?",
            sums.human, sums.own, sums.machine, sums.unread, sums.flagged, sums.inbox, sums.attachment,
            conversation);
    }
    for (auto it = pending.accounts.cbegin(); it != pending.accounts.cend(); ++it)
        applyAccount(conversation, it.key(), it.value());
    updateSummary(m_context, conversation);
    m_context.changes.conversations.insert(conversation);
}

void Aggregates::applyAccount(ConversationId conversation, AccountId account, const AccountSums &sums)
{
    m_context.db.change(
        "INSERT INTO conversation_accounts (conversation, account, messages, unread, last_at) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation, account) DO UPDATE SET "
        "messages = messages + excluded.messages, unread = unread + excluded.unread, "
        "last_at = max(last_at, excluded.last_at)",
        conversation, account, sums.messages, sums.unread, sums.lastAt);
    if (sums.messages < 0) {
        m_context.db.change(
            "DELETE FROM conversation_accounts WHERE conversation = ? AND account = ? AND messages <= 0",
            conversation, account);
    }
}

void Aggregates::recount(ConversationId conversation)
{
    m_touched.remove(conversation);
    m_context.db.change(
        "UPDATE conversations SET (n_human, n_own, n_machine, n_unread, n_flagged, n_inbox, n_attachment) = "
        "(SELECT count(*) FILTER (WHERE list_class = 1), count(*) FILTER (WHERE list_class = 2), "
        "count(*) FILTER (WHERE list_class = 3), "
        "count(*) FILTER (WHERE list_class IN (1, 3) AND seen = 0), "
        "count(*) FILTER (WHERE list_class > 0 AND flagged = 1), "
        "count(*) FILTER (WHERE list_class IN (1, 3) AND inbox = 1), "
        "count(*) FILTER (WHERE list_class > 0 AND has_attachment = 1) "
        "FROM messages WHERE conversation = ?1) WHERE id = ?1",
        conversation);
    m_context.db.change("DELETE FROM conversation_accounts WHERE conversation = ?", conversation);
    m_context.db.change(
        "INSERT INTO conversation_accounts (conversation, account, messages, unread, last_at) "
        "SELECT conversation, account, count(*), count(*) FILTER (WHERE list_class IN (1, 3) AND seen = 0), "
        "max(at) FROM messages WHERE conversation = ? AND list_class > 0 GROUP BY account",
        conversation);
    updateSummary(m_context, conversation);
    m_context.changes.conversations.insert(conversation);
}

} // namespace inlet::store
