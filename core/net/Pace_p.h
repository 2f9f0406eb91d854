// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsStream.h"
#include "net/Waiter_p.h"

#include <algorithm>

namespace inlet::net
{

/// When a transfer must be given up: after a silence, or when all of it was slower than
/// TlsStream::kSlowestPace (a peer that sends one octet a minute is never silent for long).
class Pace
{
public:
    explicit Pace(std::chrono::milliseconds silence)
        : m_silence(silence), m_started(std::chrono::steady_clock::now()), m_lastMove(m_started)
    {
    }

    void moved(std::size_t octets)
    {
        m_octets += static_cast<qint64>(octets);
        m_lastMove = std::chrono::steady_clock::now();
    }

    [[nodiscard]] SteadyTime deadline() const
    {
        const std::chrono::milliseconds earned{m_octets * 1000 / TlsStream::kSlowestPace};
        return std::min(m_lastMove + m_silence, m_started + m_silence + earned);
    }

private:
    std::chrono::milliseconds m_silence;
    SteadyTime m_started;
    SteadyTime m_lastMove;
    qint64 m_octets = 0;
};

} // namespace inlet::net
