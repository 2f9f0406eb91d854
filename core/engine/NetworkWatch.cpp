// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/NetworkWatch.h"

#include "base/Log.h"

#include <QNetworkInformation>

#include <utility>

namespace inlet::engine
{

NetworkWatch::NetworkWatch(std::chrono::milliseconds settle, QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settle);
    connect(&m_settle, &QTimer::timeout, this, &NetworkWatch::networkChanged);
}

bool NetworkWatch::followSystem()
{
    using Feature = QNetworkInformation::Feature;
    // One that knows the medium, too, where there is one.
    const bool loaded = QNetworkInformation::loadBackendByFeatures(Feature::Reachability | Feature::TransportMedium)
        || QNetworkInformation::loadBackendByFeatures(Feature::Reachability);
    const QNetworkInformation *system = QNetworkInformation::instance();
    if (!loaded || !system) {
        qCInfo(lcEngine, "nothing here tells of networks: after a change of network mailboxes wait for their next check");
        return false;
    }
    connect(system, &QNetworkInformation::reachabilityChanged, this, [this, system] { observeSystem(*system); });
    connect(system, &QNetworkInformation::transportMediumChanged, this, [this, system] { observeSystem(*system); });
    observeSystem(*system);
    return true;
}

void NetworkWatch::observeSystem(const QNetworkInformation &system)
{
    // "Site" too: a mail server inside a company is reached without the rest of the world.
    const auto reach = system.reachability();
    observe({reach >= QNetworkInformation::Reachability::Site, int(reach), int(system.transportMedium())});
}

void NetworkWatch::observe(const State &state)
{
    const std::optional<State> before = std::exchange(m_last, state);
    if (!state.connected)
        m_settle.stop(); // nothing to reach; the way back is a change of its own
    else if (before && *before != state)
        m_settle.start();
}

} // namespace inlet::engine
