// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncEngine.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace inlet::sync
{

/// What is more urgent is done first, over all mailboxes.
enum class Urgency { User, NewMail, Send, Large, History };

struct Finding;
struct WholeTransfer;

/// One thing to do for one mailbox.
struct Errand {
    enum class Kind {
        Operations, ///< work off what the user changed here
        FetchWhole, ///< the user opened a message that is here as a header only
        FetchOn, ///< the next parts of a large message; without an answer: of a late body
        Wake, ///< the server said something while IDLE
        Due, ///< a time has come: renew IDLE, poll, or try again
        Round, ///< look at everything
        Session, ///< the outbox wants the connection
        Find, ///< the next part of a search on the server
        History, ///< the next batch of older mail
        LateBodies, ///< large messages that so far are here as headers only
    };

    Kind kind = Kind::Round;
    bool insists = false; ///< the user's wish: tried even after a refused sign-in
    bool fresh = false; ///< the network changed: on a new connection, although we wait or a certificate was refused
    store::MessageLocation location = {}; ///< FetchWhole
    WholeFetch how = {}; ///< FetchWhole, FetchOn
    std::shared_ptr<WholeTransfer> transfer = {}; ///< FetchOn: what has come so far
    std::shared_ptr<Finding> finding = {}; ///< Find
    SyncEngine::SessionWork work = {}; ///< Session
    std::function<void(Result<void>)> done = {}; ///< FetchWhole, FetchOn, Find, Session: the first call counts
};

[[nodiscard]] inline Urgency urgencyOf(Errand::Kind kind)
{
    switch (kind) {
    case Errand::Kind::Operations:
    case Errand::Kind::FetchWhole:
        return Urgency::User;
    case Errand::Kind::Wake:
    case Errand::Kind::Due:
    case Errand::Kind::Round:
        return Urgency::NewMail;
    case Errand::Kind::Session:
        return Urgency::Send;
    case Errand::Kind::FetchOn:
    case Errand::Kind::Find:
        return Urgency::Large;
    case Errand::Kind::History:
    case Errand::Kind::LateBodies:
        return Urgency::History;
    }
    return Urgency::History;
}

/// How an errand left its mailbox.
struct Outcome {
    enum class Next {
        Ready,
        Waiting, ///< nothing before `until`
        NeedsUser, ///< nothing until somebody insists
    };

    Next next = Next::Ready;
    std::chrono::steady_clock::time_point until = {};
    Error error = {}; ///< why Waiting or NeedsUser
    bool connected = false; ///< holds a connection now
    qint64 newestMail = 0; ///< when somebody last wrote to the mailbox, as far as known: ms since the epoch, UTC
    bool limitReached = false; ///< the server counts connections and there were too many
    std::vector<Errand> followUps = {};
};

/// Does the errands of one mailbox; one at a time.
class ErrandRunner
{
public:
    virtual ~ErrandRunner() = default;
    /// `mayKeep`: the connection may stay open afterwards (host limit). Thread: a network worker.
    virtual Outcome run(Errand errand, bool mayKeep) = 0;
    /// Ends what runs now as soon as possible, for good. Thread: any.
    virtual void interrupt() = 0;
};

} // namespace inlet::sync
