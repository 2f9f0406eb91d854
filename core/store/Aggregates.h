// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"

#include <QHash>

namespace inlet::store
{

/// How a message counts in its conversation.
enum ListClass : int {
    kHidden = 0, ///< in Trash or Drafts, in Junk from a stranger, or gone
    kHuman = 1, ///< theirs
    kOwn = 2, ///< ours
    kMachine = 3, ///< auto-replies, bounces, lists: never decides whose turn it is
};

/// What one message adds to its conversation.
struct MessageShare {
    int listClass = kHidden;
    bool unread = false;
    bool flagged = false;
    bool inbox = false;
    bool attachment = false;

    bool operator==(const MessageShare &) const = default;
};

/// Keeps the columns of `conversations` that the lists are made of. Changes of messages come in as
/// differences, and the newest messages are looked up in an index, so that one more message costs
/// the same in a thread of ten and of ten thousand.
class Aggregates
{
public:
    explicit Aggregates(WriteContext &context) : m_context(context) {}

    void change(ConversationId conversation, AccountId account, const MessageShare &before,
        const MessageShare &after, qint64 at);
    /// Something else of it changed (decision, ledger, person).
    void touch(ConversationId conversation) { m_touched[conversation]; }
    /// Writes what has been gathered and names the conversations in the change set.
    void flush();
    void flush(ConversationId conversation);
    /// Counts anew from all messages: after a merge or a split.
    void recount(ConversationId conversation);

private:
    struct Sums {
        int human = 0;
        int own = 0;
        int machine = 0;
        int unread = 0;
        int flagged = 0;
        int inbox = 0;
        int attachment = 0;
        bool operator==(const Sums &) const = default;
    };
    struct AccountSums {
        int messages = 0;
        int unread = 0;
        qint64 lastAt = 0;
    };
    struct Pending {
        Sums sums;
        QHash<AccountId, AccountSums> accounts;
    };

    void apply(ConversationId conversation, const Pending &pending);
    void applyAccount(ConversationId conversation, AccountId account, const AccountSums &sums);

    WriteContext &m_context;
    QHash<ConversationId, Pending> m_touched;
};

} // namespace inlet::store
