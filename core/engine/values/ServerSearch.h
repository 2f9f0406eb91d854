// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Conversation.h"

#include <QList>
#include <QString>

namespace inlet::engine
{

/// A search on the server of one mailbox.
struct MailboxSearch {
    enum class State {
        Complete, ///< not asked: all of its mail is on this computer
        Skipped, ///< not asked; `reason` says why
        Waiting, ///< for its turn
        Searching,
        Done,
        Stopped, ///< by the user, before its end
        Failed, ///< `reason` says why
    };

    AccountId account;
    State state = State::Waiting;
    qint64 looked = 0; ///< messages, about
    qint64 total = 0; ///< 0: not known so far
    qint64 fetched = 0; ///< that were not on this computer
    bool more = false; ///< older ones may match too: ask again
    QString reason; ///< in the user's words; also of Done, where a folder could not be searched

    bool operator==(const MailboxSearch &) const = default;
};

/// The search on the servers that runs, or the last one.
struct ServerSearchStatus {
    store::ListQuery query; ///< as given; an empty search: there was none
    bool running = false;
    QList<MailboxSearch> mailboxes;

    bool operator==(const ServerSearchStatus &) const = default;
};

} // namespace inlet::engine
