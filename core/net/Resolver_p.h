// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Waiter_p.h"

#include <sys/socket.h>

#include <vector>

namespace inlet::net
{

/// One place to connect to, as the system calls want it.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] int family() const { return storage.ss_family; }
    [[nodiscard]] QString toString() const;
};

/// The octets of `host` if it is a literal IPv4 or IPv6 address (4 or 16), else empty.
[[nodiscard]] QByteArray literalAddress(const QString &host);

/// The form of `host` that goes into DNS, SNI and the certificate check: ASCII (IDNA), no brackets
/// around an IPv6 literal, no dot at the end. Empty when it cannot be a host name.
[[nodiscard]] QByteArray asciiHost(const QString &host);

/// Addresses of `host` in the order of the system (RFC 6724), at most kMaxAddresses.
/// Errors: Network ("dns-not-found", "dns-failed"), Timeout never ("dns-failed" instead),
///         Cancelled.
/// Thread: any. getaddrinfo() cannot be interrupted, so it runs on a thread of its own that is left
/// behind when the caller gives up; at most kMaxLookups of them exist at once.
Result<std::vector<SocketAddress>> resolve(const QByteArray &host, quint16 port,
    SteadyTime deadline, const std::stop_token &stop);

inline constexpr std::size_t kMaxAddresses = 16;
inline constexpr int kMaxLookups = 64;

} // namespace inlet::net
