// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ReadingPace.h"

#include <algorithm>
#include <cmath>

namespace inlet::engine
{

namespace
{

constexpr std::chrono::seconds kSampleGap{1};
constexpr double kCalmSeconds = 20; ///< in which most of a change of pace is believed

double inSeconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

void ReadingPace::saw(qint64 done, qint64 total, Moment now)
{
    // With the total the folders change that are counted: what they bring along was not read now.
    const bool comparable = m_done >= 0 && total == m_total;
    const qint64 read = comparable ? std::max<qint64>(0, done - m_done) : 0;
    m_done = done;
    m_total = total;
    if (read == 0) {
        if (m_samples.size() <= 1) // measured from where reading begins, not from the wait for its turn
            m_samples.assign(1, {now, 0});
        return;
    }
    const qint64 sum = m_samples.back().read + read;
    m_progressAt = now;
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].at < kSampleGap)
        m_samples.back() = {now, sum};
    else
        m_samples.push_back({now, sum});
    while (m_samples.size() > 2 && now - m_samples[1].at >= kWindow)
        m_samples.pop_front();
    smooth(now);
}

void ReadingPace::smooth(Moment now)
{
    const Sample &first = m_samples.front();
    const auto span = now - first.at;
    if (span < kLeast)
        return;
    const double pace = double(m_samples.back().read - first.read) / inSeconds(span);
    const double trust = m_perSecond > 0 ? 1 - std::exp(-inSeconds(now - m_smoothedAt) / kCalmSeconds) : 1;
    m_perSecond += (pace - m_perSecond) * trust;
    m_smoothedAt = now;
}

qint64 ReadingPace::secondsLeft(Moment now) const
{
    if (m_perSecond <= 0 || m_total <= m_done || now - m_progressAt > kWindow)
        return MailboxStatus::kUnknownTime;
    return std::max<qint64>(1, std::llround(double(m_total - m_done) / m_perSecond));
}

qint64 secondsLeftOf(const QList<MailboxStatus> &statuses)
{
    double left = 0;
    double perSecond = 0;
    for (const MailboxStatus &status : statuses) {
        const qint64 missing = status.syncTotal - status.syncDone;
        if (status.state != MailboxState::CatchingUp || missing <= 0)
            continue;
        if (status.secondsLeft == MailboxStatus::kUnknownTime)
            return MailboxStatus::kUnknownTime;
        left += double(missing);
        perSecond += double(missing) / double(std::max<qint64>(1, status.secondsLeft));
    }
    return perSecond > 0 ? std::max<qint64>(1, std::llround(left / perSecond)) : MailboxStatus::kUnknownTime;
}

} // namespace inlet::engine
