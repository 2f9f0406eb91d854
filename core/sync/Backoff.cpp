// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Backoff_p.h"

#include <algorithm>
#include <array>

namespace inlet::sync
{

Reaction reactionTo(const Error &error)
{
    if (error.cause == "too-many-connections")
        return Reaction::FewerConnections;
    if (error.cause == "server-busy" || error.cause == "rate-limited")
        return Reaction::SlowDown;
    // A handshake that broke off says nothing about the certificate: the server restarted, say. Nor is one damaged packet proof of
    // a server that is too old: where it is, each attempt says so, and no password is sent.
    if (error.kind == ErrorKind::Tls && (error.cause == "tls-handshake" || error.cause == "tls-too-old"))
        return Reaction::RetryLater;
    return needsUser(error.kind) ? Reaction::AskUser : Reaction::RetryLater;
}

bool isTemporary(const Error &error)
{
    const QByteArray reply = error.serverReply.toUpper();
    return reactionTo(error) != Reaction::RetryLater || reply.contains("[UNAVAILABLE]")
        || reply.contains("[INUSE]") || reply.contains("[SERVERBUG]") || reply.contains("[LIMIT]");
}

bool endsSession(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Auth:
    case ErrorKind::Timeout:
    case ErrorKind::Cancelled:
    case ErrorKind::Protocol:
    case ErrorKind::Config:
    case ErrorKind::Bug:
        return true;
    case ErrorKind::ServerRefused:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Storage:
        return false;
    }
    return true;
}

Backoff::Duration Backoff::afterFailure(const Error &error, Duration lived, Moment now)
{
    if (lived >= kHealthy)
        reset();
    switch (reactionTo(error)) {
    case Reaction::AskUser:
        return Duration::max();
    case Reaction::FewerConnections: {
        static constexpr std::array<int, 4> minutes{1, 5, 10, 30};
        const auto step = std::size_t(std::min(m_limits++, 3));
        return jittered(std::chrono::minutes(minutes[step]));
    }
    case Reaction::SlowDown: {
        const Duration wait = std::chrono::minutes(1) * (1 << std::min(m_slowDowns++, 6));
        return jittered(std::min<Duration>(wait, std::chrono::minutes(60)));
    }
    case Reaction::RetryLater:
        break;
    }
    // A full disk, or a program that holds the database: nothing is asked of a server by looking again.
    if (error.kind == ErrorKind::Storage)
        return jittered(kStorage);
    const bool quick = lived > Duration::zero() && m_failures == 0
        && (!m_hadQuickRetry || now - m_quickRetry > kHealthy);
    if (quick) {
        m_hadQuickRetry = true;
        m_quickRetry = now;
        return Duration::zero();
    }
    const Duration wait = kFirst * (1 << std::min(m_failures++, 8));
    return jittered(std::min(wait, kMost));
}

void Backoff::reset()
{
    m_failures = m_limits = m_slowDowns = 0;
    m_hadQuickRetry = false;
}

Backoff::Duration Backoff::jittered(Duration duration)
{
    std::uniform_real_distribution<double> factor(0.8, 1.2);
    return Duration(Duration::rep(double(duration.count()) * factor(m_random)));
}

} // namespace inlet::sync
