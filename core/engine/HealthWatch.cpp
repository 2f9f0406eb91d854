// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/HealthWatch.h"

#include "engine/StatusBoard.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

constexpr int kHourMs = 3600 * 1000;
constexpr int kGatherMs = 500; ///< a campaign's bounces come together

} // namespace

HealthWatch::HealthWatch(store::Store &store, GuiRelay &relay, StatusBoard &board, Names names)
    : m_store(store), m_relay(relay), m_board(board), m_names(std::move(names))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kGatherMs);
    connect(&m_timer, &QTimer::timeout, this, &HealthWatch::ask);
    m_hourly.start(kHourMs);
    connect(&m_hourly, &QTimer::timeout, this, &HealthWatch::look);
}

void HealthWatch::look()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void HealthWatch::ask()
{
    const auto reply = m_relay.answer<QList<store::SendingHealth>>(this, [this](const QList<store::SendingHealth> &health) { tell(health); });
    m_store.read("sending health", [reply](store::ReadSession &session) {
        if (auto health = session.sendingHealthNow())
            reply(*std::move(health));
    });
}

void HealthWatch::tell(const QList<store::SendingHealth> &health)
{
    QSet<QString> now;
    for (const store::SendingHealth &one : health) {
        if (one.level == store::SendingHealth::Level::Good)
            continue;
        const bool stops = one.level == store::SendingHealth::Level::Stop;
        const QString who = one.account.isValid() ? m_names(one.account) : QCoreApplication::translate("Engine", "All mailboxes at %1").arg(one.domain);
        Notice notice;
        notice.id = QStringLiteral("sending-health-") + (one.account.isValid() ? QString::number(one.account.number()) : one.domain);
        notice.severity = stops ? Notice::Severity::Error : Notice::Severity::Warning;
        notice.text = QStringLiteral("%1: %2%3").arg(who, one.words,
            stops ? QCoreApplication::translate("Engine", " New mail to people who never wrote is held; replies leave as usual.") : QString());
        notice.account = one.account;
        notice.action = {QStringLiteral("bounces"), QCoreApplication::translate("Engine", "See the bounces"), {}};
        m_board.post(notice);
        now.insert(notice.id);
    }
    const QSet<QString> gone = m_told - now;
    for (const QString &id : gone)
        m_board.resolve(id);
    m_told = now;
}

} // namespace inlet::engine
