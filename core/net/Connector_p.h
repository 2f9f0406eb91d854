// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Resolver_p.h"

#include <chrono>

namespace inlet::net
{

/// RFC 8305 section 8: "Connection Attempt Delay".
inline constexpr std::chrono::milliseconds kAttemptDelay{250};

/// Address families in turn, the family of the first address first (RFC 8305 section 4).
[[nodiscard]] std::vector<SocketAddress> interleaved(std::vector<SocketAddress> addresses);

/// Connects to whichever address answers first: a new attempt starts when the one before failed, or
/// after kAttemptDelay. The socket is non-blocking with TCP_NODELAY and keep-alive.
/// Errors: Network ("connect-refused", "connect-unreachable", "connect-timeout"), Cancelled.
/// Thread: the caller's; blocks until `deadline` at most.
Result<OwnedFd> connectAny(const std::vector<SocketAddress> &addresses, Waiter &waiter,
    SteadyTime deadline, const std::stop_token &stop);

} // namespace inlet::net
