// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

namespace inlet::test
{

/// Time runs 120 times as fast for the engine: a proof that holds 10 minutes holds 5 seconds. Thread: any.
class FastClock final : public Clock
{
public:
    static constexpr int kSpeed = 120;

    [[nodiscard]] QDateTime nowUtc() const override { return m_wall.addMSecs(passed().count()); }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override { return m_steady + passed(); }

private:
    [[nodiscard]] std::chrono::milliseconds passed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>((std::chrono::steady_clock::now() - m_steady) * kSpeed);
    }

    QDateTime m_wall = QDateTime::currentDateTimeUtc();
    std::chrono::steady_clock::time_point m_steady = std::chrono::steady_clock::now();
};

} // namespace inlet::test
