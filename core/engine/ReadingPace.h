// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"

#include <chrono>
#include <deque>

namespace inlet::engine
{

/// How fast older mail of one mailbox comes, and so how long the rest will take: from the last minute,
/// smoothed, as mail comes in batches and mailboxes take turns. Thread: GUI.
class ReadingPace
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::seconds kLeast{10}; ///< measured before anything is said
    static constexpr std::chrono::seconds kWindow{60};

    void saw(qint64 done, qint64 total, Moment now);
    /// MailboxStatus::kUnknownTime before enough was measured, and when nothing came for a minute.
    [[nodiscard]] qint64 secondsLeft(Moment now) const;

private:
    struct Sample {
        Moment at;
        qint64 read = 0; ///< since the first one
    };

    void smooth(Moment now);

    std::deque<Sample> m_samples; ///< newest last
    qint64 m_done = -1;
    qint64 m_total = 0;
    double m_perSecond = 0;
    Moment m_smoothedAt;
    Moment m_progressAt;
};

/// Of all that are being read together: what is left of them at their common pace. kUnknownTime
/// while one of them is not measured, and when none is being read.
[[nodiscard]] qint64 secondsLeftOf(const QList<MailboxStatus> &statuses);

} // namespace inlet::engine
