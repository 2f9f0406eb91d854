// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "store/values/ListFacts.h"

#include <QDateTime>
#include <QString>

namespace inlet::ui
{

/// What an empty list has to know to tell the truth. Mailboxes: those of the list that are switched on;
/// each is one of live, reading, paused, needUser and waiting.
struct EmptyFacts {
    store::ListQuery query;
    QString problem; ///< the store could not answer
    int known = 0; ///< all mailboxes there are
    int mailboxes = 0;
    int live = 0; ///< their server has answered, and all of their window is here
    int reading = 0; ///< the first sync is not finished
    int paused = 0; ///< it is not, as the user paused it
    int needUser = 0;
    int waiting = 0; ///< being connected, or waiting for their server
    bool hasSandbox = false; ///< invented mailboxes can be tried
    QString sandboxNote; ///< how that goes; empty: nobody tried
    bool offline = false; ///< none of them reaches its server
    QString offAddress; ///< of the one mailbox shown, when it is not connected
    QString offReason;
    QDateTime offSince; ///< its server answered last
    bool canAskServers = false; ///< what is looked for may be on the servers only
    bool isSettled = false; ///< the store was asked, and has answered or failed: before, nothing is said
    bool isTold = false; ///< `list` and `splits` are those of the query
    store::ListFacts list;
    store::SplitCounts splits;
};

struct EmptyWords {
    enum class Action { None, Connect, Sandbox, SearchEverywhere, ClearSearch, ShowAll, ShowUnsorted, NextSplit, Repair, SearchServers };
    QString icon;
    QString title;
    QString text;
    QString action; ///< empty: none
    Action kind = Action::None;
    QString other; ///< a second, quieter way on; empty: none
    Action otherKind = Action::None;
};

/// A zero must be true: says in how many mailboxes it holds. Pure.
[[nodiscard]] EmptyWords emptyWords(const EmptyFacts &facts);
/// "Mail before 24 Aug 2026 is not on this computer." `since`: the window of some mailbox begins there, invalid: none does;
/// where there is older mail, it is not all of it.
[[nodiscard]] QString beginsWords(const QDateTime &oldest, const QDate &since);

} // namespace inlet::ui
