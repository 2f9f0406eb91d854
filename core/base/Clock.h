// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace inlet
{

/// The time, injected so that tests can turn it. Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall time in UTC: may jump.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    /// Never jumps back: for durations.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steadyNow() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::now();
    }
};

} // namespace inlet
