// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/WholeFetches.h"

#include <QElapsedTimer>

#include <algorithm>
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
    for (auto &[what, running] : m_running)
        running.stop.request_stop();
}

void WholeFetches::want(StoredMessageId id, const QByteArray &part, Done done)
{
    const What what(id, part);
    const auto found = m_running.find(what);
    if (found != m_running.end()) {
        found->second.waiting.append(std::move(done));
        return;
    }
    const quint64 number = ++m_numbers;
    Running &running = m_running[what];
    running.number = number;
    running.waiting.append(std::move(done));
    sync::WholeFetch how;
    how.part = part;
    how.stop = running.stop.get_token();
    how.progress = [this, what, number, last = std::make_shared<QElapsedTimer>()](qint64 octets, qint64 total) {
        if (last->isValid() && last->elapsed() < kGapMs && octets < total)
            return;
        last->start();
        m_relay.post([this, what, number, octets, total] { tell(what, number, octets, total); });
    };
    tell(what, number, 0, 0);
    m_start(id, how, [this, what, number](const Result<void> &result) {
        m_relay.post([this, what, number, result] { finish(what, number, result); });
    });
}

void WholeFetches::cancel(StoredMessageId id)
{
    std::vector<std::pair<What, quint64>> called;
    for (auto &[what, running] : m_running) {
        if (what.first != id)
            continue;
        running.stop.request_stop();
        called.emplace_back(what, running.number);
    }
    for (const auto &[what, number] : called)
        finish(what, number, Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}});
}

void WholeFetches::tell(const What &what, quint64 number, qint64 done, qint64 total)
{
    const auto found = m_running.find(what);
    if (found != m_running.end() && found->second.number == number)
        Q_EMIT progressed({what.first, done, total, true});
}

void WholeFetches::finish(const What &what, quint64 number, const Result<void> &result)
{
    const auto found = m_running.find(what);
    if (found == m_running.end() || found->second.number != number)
        return;
    const QList<Done> waiting = std::exchange(found->second.waiting, {});
    m_running.erase(found);
    const bool more = std::any_of(m_running.cbegin(), m_running.cend(), [&](const auto &other) { return other.first.first == what.first; });
    Q_EMIT progressed({what.first, 0, 0, more}); // another file of it is on its way
    for (const Done &done : waiting)
        done(result);
}

} // namespace inlet::engine
