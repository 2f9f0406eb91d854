// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <chrono>
#include <random>

namespace inlet::sync
{

/// What follows from an error of a mailbox's connection.
enum class Reaction {
    RetryLater, ///< the network, the server: waits and tries again by itself
    FewerConnections, ///< the server counts connections: waits longer, with a lower limit
    SlowDown, ///< the server asks for patience
    AskUser, ///< a refused sign-in or certificate: never tried again by itself
};
/// Source: the cause ids of the error dictionary; kinds where there is no cause.
[[nodiscard]] Reaction reactionTo(const Error &error);
/// The server may think differently later.
/// Source: RFC 5530 section 3.
[[nodiscard]] bool isTemporary(const Error &error);
/// After these the session is dead (contract of imap::ImapSession).
[[nodiscard]] bool endsSession(ErrorKind kind);

/// How long one mailbox waits after a failure: 5 s, doubled up to 15 min, +-20 % so that many
/// mailboxes do not come back in the same moment. Separate steps for connection limits (1, 5, 10,
/// 30 min) and servers that ask for patience (1 min, doubled up to 60 min).
/// Thread: that of the mailbox's worker. Pure but for its random numbers.
class Backoff
{
public:
    using Duration = std::chrono::milliseconds;
    using Moment = std::chrono::steady_clock::time_point;

    static constexpr Duration kFirst{5'000};
    static constexpr Duration kMost{15 * 60'000};
    static constexpr Duration kStorage{15'000}; ///< trouble of our own, which a server does not notice
    static constexpr Duration kHealthy{60'000}; ///< a session that lived so long was no failure

    explicit Backoff(quint32 seed) : m_random(seed) {}

    /// 0: at once. `lived`: how long the lost session had been signed in, 0: it never was.
    /// A lost session is taken up again at once, but only once a minute.
    [[nodiscard]] Duration afterFailure(const Error &error, Duration lived, Moment now);
    /// The user or the network gives a new chance.
    void reset();

private:
    [[nodiscard]] Duration jittered(Duration duration);

    std::minstd_rand m_random;
    int m_failures = 0;
    int m_limits = 0;
    int m_slowDowns = 0;
    Moment m_quickRetry{};
    bool m_hadQuickRetry = false;
};

} // namespace inlet::sync
