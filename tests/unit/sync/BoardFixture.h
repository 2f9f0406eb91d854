// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeClock.h"
#include "sync/JobBoard_p.h"

namespace inlet::sync
{

inline const QString kHost = QStringLiteral("imap.example.com");
inline const AccountId kOne(1);
inline const AccountId kTwo(2);
inline const AccountId kThree(3);

class FakeRunner final : public ErrandRunner
{
public:
    Outcome run(Errand, bool) override { return {}; }
    void interrupt() override { interrupted = true; }
    bool interrupted = false;
};

inline Errand errand(Errand::Kind kind)
{
    return Errand{kind};
}

inline Outcome ready(bool connected = true)
{
    Outcome outcome;
    outcome.connected = connected;
    return outcome;
}

inline Outcome blocked(Outcome::Next next, std::chrono::steady_clock::time_point until = {})
{
    Outcome outcome;
    outcome.next = next;
    outcome.until = until;
    outcome.error = Error{ErrorKind::Network, QStringLiteral("away"), {}, {}};
    return outcome;
}

inline Outcome refused(const test::FakeClock &clock)
{
    Outcome outcome = blocked(Outcome::Next::Waiting, clock.steadyNow() + std::chrono::minutes(1));
    outcome.limitReached = true;
    return outcome;
}

inline void enlist(JobBoard &board, std::initializer_list<AccountId> accounts, const QString &host = kHost)
{
    for (const AccountId account : accounts)
        board.enlist(account, host, std::make_shared<FakeRunner>());
}

inline std::optional<JobBoard::Assignment> takeNow(JobBoard &board)
{
    // Asked to stop already: take() answers what can run now, or nothing.
    std::stop_source stop;
    stop.request_stop();
    return board.take(stop.get_token());
}

} // namespace inlet::sync
