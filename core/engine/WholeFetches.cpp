// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/WholeFetches.h"

#include <QElapsedTimer>

#include <memory>
#include <utility>

namespace inlet::engine
{

namespace
{

constexpr int kGapMs = 100; ///< between two reports

} // namespace

WholeFetches::WholeFetches(GuiRelay &relay, Start start) : m_relay(relay), m_start(std::move(start)) {}

WholeFetches::~WholeFetches()
{
    for (Running &running : m_running)
        running.stop.request_stop();
}

void WholeFetches::want(StoredMessageId id, Done done)
{
    const auto found = m_running.find(id);
    if (found != m_running.end()) {
        found->waiting.append(std::move(done));
        return;
    }
    const quint64 number = ++m_numbers;
    Running &running = m_running[id];
    running.number = number;
    running.waiting.append(std::move(done));
    sync::WholeFetch how;
    how.stop = running.stop.get_token();
    how.progress = [this, id, number, last = std::make_shared<QElapsedTimer>()](qint64 octets, qint64 total) {
        if (last->isValid() && last->elapsed() < kGapMs && octets < total)
            return;
        last->start();
        m_relay.post([this, id, number, octets, total] { tell(id, number, octets, total); });
    };
    tell(id, number, 0, 0);
    m_start(id, how, [this, id, number](const Result<void> &result) {
        m_relay.post([this, id, number, result] { finish(id, number, result); });
    });
}

void WholeFetches::cancel(StoredMessageId id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    found->stop.request_stop();
    finish(id, found->number, Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}});
}

void WholeFetches::tell(StoredMessageId id, quint64 number, qint64 done, qint64 total)
{
    const auto found = m_running.constFind(id);
    if (found != m_running.constEnd() && found->number == number)
        Q_EMIT progressed({id, done, total, true});
}

void WholeFetches::finish(StoredMessageId id, quint64 number, const Result<void> &result)
{
    const auto found = m_running.find(id);
    if (found == m_running.end() || found->number != number)
        return;
    const QList<Done> waiting = std::exchange(found->waiting, {});
    m_running.erase(found);
    Q_EMIT progressed({id, 0, 0, false});
    for (const Done &done : waiting)
        done(result);
}

} // namespace inlet::engine
