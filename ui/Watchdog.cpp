// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Watchdog.h"

#include "base/Log.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <cstdio>

namespace inlet::ui
{

namespace
{

/// A slow handler, one that waited for a processor and one that waited for a lock or a disk look alike
/// on the wall clock. All zero where the system does not tell.
Watchdog::ThreadTimes threadTimes()
{
    Watchdog::ThreadTimes times;
    if (std::FILE *file = std::fopen("/proc/thread-self/schedstat", "r")) {
        if (std::fscanf(file, "%lld %lld", &times.computedNs, &times.queuedNs) != 2)
            times = {};
        std::fclose(file);
    }
    return times;
}

} // namespace

Watchdog::Watchdog(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    // Depending on the dispatcher the busy time ends at one or the other.
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Watchdog::onPause);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Watchdog::onPause);
}

void Watchdog::reset()
{
    m_report = {};
    m_worstPlace.clear();
    m_busySince.invalidate();
}

bool Watchdog::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_busySince.isValid()) {
        m_busySince.start();
        if (lcUi().isDebugEnabled())
            m_before = threadTimes();
        m_longestNs = 0;
    } else if (const qint64 took = m_eventSince.nsecsElapsed(); took > m_longestNs) {
        m_longestNs = took;
        m_longestClass = m_lastClass;
        m_longestType = m_lastType;
    }
    m_eventSince.start();
    m_lastClass = watched->metaObject()->className();
    m_lastType = event->type();
    return false;
}

void Watchdog::onPause()
{
    if (!m_busySince.isValid())
        return;
    if (const qint64 took = m_eventSince.nsecsElapsed(); took > m_longestNs) {
        m_longestNs = took;
        m_longestClass = m_lastClass;
        m_longestType = m_lastType;
    }
    const qint64 took = m_busySince.elapsed();
    m_busySince.invalidate();
    ++m_report.samples;
    if (took > kFrameMs) {
        ++m_report.over16ms;
        if (lcUi().isDebugEnabled()) {
            const ThreadTimes now = threadTimes();
            constexpr qint64 kMs = 1'000'000;
            qCDebug(lcUi) << "GUI thread busy for" << took << "ms:" << (now.computedNs - m_before.computedNs) / kMs << "computing,"
                          << (now.queuedNs - m_before.queuedNs) / kMs << "waiting for a processor; longest in" << m_longestClass
                          << "event" << m_longestType;
        }
    }
    if (took > m_report.worstMs) {
        m_report.worstMs = took;
        m_worstPlace = QStringLiteral("%1, event %2").arg(QLatin1String(m_longestClass)).arg(m_longestType);
    }
}

} // namespace inlet::ui
