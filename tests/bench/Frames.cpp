// SPDX-License-Identifier: GPL-3.0-or-later
// frames: what the machine itself takes from a window. Computes as long as the window does for a frame,
// then pauses, and counts how often that took more than 16 ms by the clock on the wall.
#include "Commands.h"

#include <algorithm>
#include <ctime>
#include <thread>

namespace inlet::bench
{

namespace
{

constexpr double kFrameMs = 16;
constexpr double kWorkMs = 5;
constexpr auto kPause = std::chrono::milliseconds(20);

double computedMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

} // namespace

int countFrames(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("seconds")});
    const double end = double(options.number("seconds", 10)) * 1000;
    const Stopwatch watch;
    int late = 0;
    double worst = 0;
    while (watch.ms() < end) {
        std::this_thread::sleep_for(kPause);
        const Stopwatch frame;
        const double before = computedMs();
        while (computedMs() - before < kWorkMs) { }
        late += frame.ms() > kFrameMs ? 1 : 0;
        worst = std::max(worst, frame.ms());
    }
    report("frames.over_16_ms", late, "blocks");
    report("frames.longest", worst, "ms");
    return 0;
}

} // namespace inlet::bench
