// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeClock.h"
#include "sync/JobBoard_p.h"

namespace inlet::sync
{

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

inline std::optional<JobBoard::Assignment> takeNow(JobBoard &board)
{
    // Asked to stop already: take() answers what can run now, or nothing.
    std::stop_source stop;
    stop.request_stop();
    return board.take(stop.get_token());
}

} // namespace inlet::sync
