// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/LookSchedule_p.h"

#include <algorithm>
#include <array>

namespace inlet::outbox
{

namespace
{

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 5> kLooks{5s, 20s, 60s, 300s, 1800s};
constexpr std::chrono::milliseconds kFirstMinute{60s};

} // namespace

LookSchedule::LookSchedule(QDateTime since, QDateTime first)
    : m_since(std::move(since)), m_due(std::move(first))
{
}

void LookSchedule::looked(const QDateTime &now)
{
    m_misses = 0;
    for (const auto offset : kLooks) {
        const QDateTime moment = m_since.addMSecs(offset.count());
        if (moment > now) {
            m_due = moment;
            return;
        }
    }
    m_due = {};
}

void LookSchedule::missed(const QDateTime &now)
{
    constexpr int kMostDoublings = 5;
    constexpr qint64 kFirstWait = 30'000;
    m_due = now.addMSecs(kFirstWait << std::min(m_misses++, kMostDoublings));
}

void LookSchedule::setBack(Milliseconds back)
{
    m_since = m_since.addMSecs(-back.count());
    if (m_due.isValid())
        m_due = m_due.addMSecs(-back.count());
}

bool LookSchedule::mayAppend(accounts::SentPolicy policy, const QDateTime &now) const
{
    switch (policy) {
    case accounts::SentPolicy::WeAppend:
        return true;
    case accounts::SentPolicy::ProviderFiles:
        return false;
    case accounts::SentPolicy::Unknown:
        break;
    }
    return firstMinuteIsOver(now);
}

bool LookSchedule::firstMinuteIsOver(const QDateTime &now) const
{
    return m_since.msecsTo(now) >= kFirstMinute.count();
}

} // namespace inlet::outbox
