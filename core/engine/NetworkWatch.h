// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

class QNetworkInformation;

namespace inlet::engine
{

/// Tells when the machine came back to a network or went over to another one, so that nobody waits
/// for the next look or for a dead connection to time out. Thread: GUI.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    struct State {
        bool connected = false; ///< to more than the machine itself
        int reach = 0; ///< how far
        int medium = 0; ///< cable, radio

        friend bool operator==(const State &, const State &) = default;
    };

    /// `settle`: a network that comes up tells so in several steps.
    explicit NetworkWatch(std::chrono::milliseconds settle = std::chrono::seconds(1), QObject *parent = nullptr);

    /// Listens to the system. False where nothing tells of networks: then nothing happens, and the log says so.
    bool followSystem();
    /// How things are now; the first one is no change.
    void observe(const State &state);

Q_SIGNALS:
    /// There is a network, and it is not as it was.
    void networkChanged();

private:
    void observeSystem(const QNetworkInformation &system);

    QTimer m_settle;
    std::optional<State> m_last;
};

} // namespace inlet::engine
