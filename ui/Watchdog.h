// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"

#include <QElapsedTimer>
#include <QObject>

namespace inlet::ui
{

/// Measures how long the GUI thread works between two waits for events: what is over a frame (16 ms)
/// is a hitch that a user can feel. Costs one clock reading per event and nothing while idle.
/// Thread: GUI.
class Watchdog : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kFrameMs = 16;
    /// Of the GUI thread since its start.
    struct ThreadTimes {
        long long computedNs = 0;
        long long queuedNs = 0; ///< ready to run, without a processor
    };

    explicit Watchdog(QObject *parent = nullptr);

    [[nodiscard]] engine::WatchdogReport report() const { return m_report; }
    /// Class and event type that began the worst block, for bug reports; no content.
    [[nodiscard]] QString worstPlace() const { return m_worstPlace; }
    void reset();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onPause();

    engine::WatchdogReport m_report;
    QElapsedTimer m_busySince;
    QElapsedTimer m_eventSince;
    ThreadTimes m_before;
    const char *m_lastClass = "";
    int m_lastType = 0;
    const char *m_longestClass = "";
    int m_longestType = 0;
    qint64 m_longestNs = 0;
    QString m_worstPlace;
};

} // namespace inlet::ui
