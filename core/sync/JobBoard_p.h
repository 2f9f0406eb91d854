// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "sync/Errand_p.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace inlet::sync
{

/// Who does what next: the errands of all mailboxes, and the governor's limits per host.
/// - One worker serves a mailbox at a time; the most urgent errand first; among equals the mailbox
///   that was served longest ago. Where the network changed, its connection is made anew before all else.
/// - History and large messages never hold all workers, neither do mailboxes whose last attempt failed, nor those of
///   one host: one mailbox's trouble does not slow another.
/// - Open connections per host are limited, by what its refusals teach (learnLimit). New connections
///   to a host come in a burst first and then spaced. Where not all mailboxes may listen, those do
///   to which somebody wrote last.
/// Thread: any. The mutex guards every member; nothing foreign is called while it is held.
class JobBoard
{
public:
    struct Limits {
        int workers = 8;
        int connectionsPerHost = 250;
        int connectBurst = 20;
        std::chrono::milliseconds connectSpacing{100};
    };
    /// Of a host that does not allow one for each mailbox: they look at the others in turn.
    static constexpr int kTurnConnections = 2;
    /// A limit that was learned is not for ever: other programs end, providers change. The first and the
    /// longest wait before one connection more is tried.
    static constexpr std::chrono::milliseconds kLeastPatience = std::chrono::minutes(30);
    static constexpr std::chrono::milliseconds kMostPatience = std::chrono::hours(24);
    struct Assignment {
        AccountId account;
        std::shared_ptr<ErrandRunner> runner;
        Errand errand;
        bool mayKeep = true;
    };

    JobBoard(const Clock &clock, Limits limits) : m_clock(clock), m_limits(limits) {}

    /// A new mailbox, or a new runner for a known one: what waits is kept, what runs is interrupted.
    void enlist(AccountId account, const QString &host, std::shared_ptr<ErrandRunner> runner);
    /// What waits with an answer gets Cancelled.
    void retire(AccountId account);
    /// Errands of one kind without an answer merge. One with an answer gets it at once with the
    /// reason, when the mailbox waits or needs the user.
    void push(AccountId account, Errand errand);
    void pushToAll(const Errand &errand);

    /// The safety net under the listener: a mailbox for which nothing happened for `age` is looked
    /// at, so that a lost wake-up can delay a mailbox but never silence it.
    void rouse(std::chrono::milliseconds age);

    /// Waits for the next errand; nullopt when closed, or stopped with nothing to do.
    std::optional<Assignment> take(std::stop_token stop);
    void giveBack(const Assignment &assignment, Outcome outcome);

    /// Interrupts all runners and answers all that wait with Cancelled.
    void close();
    /// After close(), when no worker is left: ends all connections.
    void clear();

    [[nodiscard]] int limitOf(const QString &host) const;
    [[nodiscard]] QList<HostPlan> plans() const;

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Host {
        int limit = 0;
        double tokens = 0;
        Moment filledAt;
        int busy = 0; ///< as countUsage() found it, like the next two
        int connections = 0; ///< open or being opened
        int mailboxes = 0;
        AccountId onTrial = {}; ///< refused alone: the others make room once, to see whose limit that is
        int limitBefore = 0; ///< of that trial
        std::chrono::milliseconds patience{0}; ///< after which one connection more is tried; doubled by each lowering
        Moment tryMoreAt;
    };
    struct Line {
        Host *hostEntry = nullptr;
        std::shared_ptr<ErrandRunner> runner;
        std::shared_ptr<ErrandRunner> nextRunner; ///< takes over when the errand that runs has ended
        std::deque<Errand> errands; ///< most urgent first
        Urgency running = Urgency::History;
        bool busy = false;
        bool retired = false;
        bool connected = false;
        bool failed = false; ///< the last attempt did
        int refusals = 0; ///< "too many connections" since the last success
        qint64 newestMail = 0; ///< as in Outcome
        bool ownLimit = false; ///< refused although the others made room: its other programs are many
        Outcome::Next block = Outcome::Next::Ready;
        Moment blockedUntil;
        Moment lastDone;
        Error blockError;
        quint64 served = 0; ///< number of the last errand
    };
    struct Usage { ///< of the workers, now
        int patient = 0; ///< with history and large messages
        int failed = 0;
    };
    using Lines = std::map<AccountId, Line>;

    Host &host(const QString &name);
    Usage countUsage();
    Lines::iterator pick(bool *gated);
    [[nodiscard]] bool mayRun(const Line &line, const Usage &usage, bool *gated);
    [[nodiscard]] bool mayConnect(const Line &line, bool *gated);
    [[nodiscard]] bool hasOtherHosts(const Line &line) const;
    [[nodiscard]] bool mayKeep(const Line &line);
    void refill(Host &entry) const;
    static bool leads(const Line &line, const Errand &errand);
    static void enqueue(Line &line, Errand errand);
    static Urgency urgencyOfLine(const Line &line);
    void unblock(Line &line, const Errand &errand) const;
    static std::vector<Errand> takeAnswerable(Line &line);
    static void goOn(Line &line, std::vector<Errand> &followUps);
    void applyOutcome(AccountId account, Line &line, Outcome &outcome);
    static void endTrial(AccountId account, const Line &line);
    void learnLimit(AccountId account, Line &line, bool refused);
    void lowerLimit(Host &entry);
    void tryMore();
    void changed();

    const Clock &m_clock;
    const Limits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_ready;
    quint64 m_version = 0; ///< counts changes, for the waiters
    Lines m_lines;
    std::map<QString, Host> m_hosts; ///< never shrinks: lines point into it
    quint64 m_serial = 0;
    bool m_closed = false;
};

} // namespace inlet::sync
