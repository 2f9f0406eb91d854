// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace inlet::desktop
{

/// One program a profile. Who starts it again while it runs, perhaps in the tray with no window, wants to see
/// its window: the second start asks the first one for that and ends. Who holds the profile's lock listens.
/// Thread: GUI.
class SingleStart : public QObject
{
    Q_OBJECT

public:
    /// Asks the program that runs with this profile to show its window; false: none answered.
    [[nodiscard]] static bool showRunning(const QString &dataDir);

    explicit SingleStart(const QString &dataDir, QObject *parent = nullptr);

Q_SIGNALS:
    void showRequested();

private:
    void answer();

    QLocalServer m_server;
};

} // namespace inlet::desktop
