// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ErrorDictionary.h"

namespace inlet::accounts
{

// What a kind leads to. Jitter is the caller's, because only he knows how many mailboxes wait.
RetryPolicy policyOf(CauseKind kind)
{
    using namespace std::chrono_literals;
    switch (kind) {
    case CauseKind::Password:
        return {{}, true, true, true}; // each retry counts toward a lock-out
    case CauseKind::Token:
        return {{0s}, true, true, true}; // one silent refresh, then the user
    case CauseKind::Setting:
        return {{24h}, true, true, true};
    case CauseKind::WebLogin:
    case CauseKind::Certificate:
    case CauseKind::Setup:
        return {{}, true, true, true};
    case CauseKind::TooManyConnections:
        return {{1min, 5min, 10min, 30min}, false, false, false};
    case CauseKind::RateLimited:
        return {{1min, 2min, 4min, 8min, 16min, 32min, 60min}, false, false, false};
    case CauseKind::DailyLimit:
        return {{24h}, false, false, true};
    case CauseKind::IpBlocked:
        return {{30min, 60min, 120min, 240min}, false, false, false};
    case CauseKind::Blocked:
        return {{}, true, false, true};
    case CauseKind::Message:
        return {{}, true, false, false};
    case CauseKind::Network:
        return {{5s, 10s, 20s, 40s, 80s, 160s, 300s}, false, false, false};
    case CauseKind::Local:
        return {{60s}, true, false, false};
    }
    return {};
}

} // namespace inlet::accounts
