// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/Refusal_p.h"

#include <algorithm>
#include <array>
#include <optional>

namespace inlet::outbox
{

namespace
{

using namespace std::chrono_literals;
using accounts::CauseKind;
using Next = Consequence::Next;
using Milliseconds = std::chrono::milliseconds;

constexpr std::array<Milliseconds, 7> kNetworkDelays{5s, 10s, 20s, 40s, 80s, 160s, 300s};
constexpr std::array<Milliseconds, 5> kServerDelays{1min, 5min, 15min, 30min, 60min};
constexpr std::chrono::hours kPatience{48};

template <std::size_t N>
Milliseconds delayFor(const std::array<Milliseconds, N> &delays, int attempts)
{
    const auto index = static_cast<std::size_t>(std::max(attempts, 1)) - 1;
    return delays[std::min(index, N - 1)];
}

/// Limits that pass by themselves, whatever the first digit of the reply.
bool asksForPatience(CauseKind kind)
{
    return kind == CauseKind::TooManyConnections || kind == CauseKind::RateLimited
        || kind == CauseKind::DailyLimit || kind == CauseKind::IpBlocked;
}

std::optional<Milliseconds> limitDelay(const accounts::Explanation &explanation, int attempts)
{
    if (!asksForPatience(explanation.kind))
        return std::nullopt;
    if (explanation.retryAfter)
        return explanation.retryAfter;
    const auto delays = accounts::policyOf(explanation.kind).delays;
    if (delays.isEmpty())
        return std::nullopt;
    return delays[std::min<qsizetype>(std::max(attempts, 1), delays.size()) - 1];
}

QString serverSaid(const Attempt &attempt)
{
    if (attempt.error.serverReply.isEmpty())
        return attempt.error.detail;
    return QStringLiteral("The server said: ") + QString::fromUtf8(attempt.error.serverReply);
}

Consequence later(const Attempt &attempt, Milliseconds delay, const QString &note)
{
    if (attempt.createdAt.isValid() && attempt.createdAt.msecsTo(attempt.now)
            > Milliseconds(kPatience).count())
        return {Next::Fail, {}, false, QStringLiteral("Given up after two days. ") + note};
    return {Next::Retry, delay, false, note};
}

Consequence byKind(const Attempt &attempt, const QString &note)
{
    switch (attempt.error.kind) {
    case ErrorKind::Auth:
    case ErrorKind::Tls:
        return {Next::WaitForUser, {}, false, note};
    case ErrorKind::Config:
    case ErrorKind::NotFound:
        return {Next::Fail, {}, false, note};
    case ErrorKind::Cancelled: // we ended, not the network: at once when we are back
        return {Next::Retry, 0ms, false, {}};
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Protocol:
        return {Next::Retry, delayFor(kNetworkDelays, attempt.attempts), true, note};
    case ErrorKind::ServerRefused:
        return later(attempt, delayFor(kServerDelays, attempt.attempts), note);
    case ErrorKind::Conflict:
    case ErrorKind::Storage:
    case ErrorKind::Bug:
        break;
    }
    return {Next::Retry, 60s, false, note};
}

} // namespace

Consequence consequenceOf(const Attempt &attempt, const accounts::ErrorDictionary *dictionary,
    const accounts::ErrorContext &context)
{
    QString note = serverSaid(attempt);
    const bool refused = attempt.error.kind == ErrorKind::ServerRefused;
    if (dictionary) {
        const accounts::Explanation explanation = dictionary->explain(attempt.error, context);
        note = explanation.message;
        if (!attempt.error.serverReply.isEmpty())
            note += QLatin1Char(' ') + serverSaid(attempt);
        if (const auto delay = limitDelay(explanation, attempt.attempts); delay && refused)
            return later(attempt, *delay, note);
    }
    if (attempt.code >= 500)
        return {Next::Fail, {}, false, note};
    return byKind(attempt, note);
}

} // namespace inlet::outbox
