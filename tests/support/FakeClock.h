// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace inlet::test
{

/// A clock that the test turns. It starts at a fixed moment and stands still. Thread: any.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_wall.load(), Qt::UTC);
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::milliseconds(m_steady.load()));
    }

    /// Both clocks go on.
    void advance(std::chrono::milliseconds duration)
    {
        m_steady += duration.count();
        m_wall += duration.count();
    }
    /// Only the wall clock: somebody set it, or the machine slept.
    void jump(std::chrono::milliseconds duration) { m_wall += duration.count(); }

private:
    std::atomic<qint64> m_wall = 1'767'225'600'000; ///< 2026-01-01 00:00 UTC
    std::atomic<qint64> m_steady = 1'000'000;
};

} // namespace inlet::test
