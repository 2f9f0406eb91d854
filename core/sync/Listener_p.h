// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "base/Clock.h"
#include "base/Ids.h"

#include <atomic>
#include <functional>
#include <map>
#include <thread>

namespace inlet::sync
{

/// One thread, one poll over the idle connections of all mailboxes, and their timers. It never reads
/// a socket itself, so that no server can hold it up: it says "something is there" once, and a
/// network worker reads and watches again.
/// A descriptor may be closed (and its number used again) before the listener has heard forget():
/// the worst that follows is one needless wake-up.
/// Thread: watch() and forget() from any.
class Listener
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    struct Hooks { ///< called on the listener's thread; they only hand on
        std::function<void(AccountId)> readable;
        std::function<void(AccountId)> due;
        /// The wall clock went on without the steady one: the machine slept, or somebody set it.
        std::function<void()> slept;
        /// About once a second.
        std::function<void()> tick;
    };

    Listener(const Clock &clock, Hooks hooks);
    ~Listener();

    /// Tells once: when `descriptor` (-1: none) can be read, or at `deadline`, whatever is first.
    /// `owner`: which connection of the mailbox asks, see newOwner().
    void watch(AccountId account, quint64 owner, int descriptor, Moment deadline);
    /// Of that owner only: a connection that is late to end does not disturb the one after it.
    void forget(AccountId account, quint64 owner);
    [[nodiscard]] quint64 newOwner() { return ++m_lastOwner; }

private:
    struct Watch {
        quint64 owner = 0;
        int descriptor = -1;
        Moment deadline;
    };
    struct Command {
        AccountId account;
        quint64 owner = 0;
        std::optional<Watch> watch; ///< none: forget
    };

    void post(Command command);
    void run(std::stop_token stop);
    void takeCommands();
    void pollOnce();
    void tellDue();
    void tickOnce();

    const Clock &m_clock;
    const Hooks m_hooks;
    Channel<Command> m_commands;
    std::atomic<quint64> m_lastOwner = 0;
    int m_wakeUp = -1; ///< eventfd
    std::map<AccountId, Watch> m_watches; ///< the listener's thread only, as all below
    Moment m_lastTick;
    QDateTime m_lastWall;
    std::jthread m_thread; ///< last: runs on what is above
};

} // namespace inlet::sync
