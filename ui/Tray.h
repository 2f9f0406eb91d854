// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/Preferences.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <array>
#include <functional>

namespace inlet::ui
{

/// The icon in the desktop's tray: how many positive replies wait for an answer (or how many
/// conversations are unread), for how long the oldest does, and the way back to the window.
/// Thread: GUI; never waits.
class Tray : public QObject
{
    Q_OBJECT

public:
    struct Context {
        engine::Engine &engine;
        std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc;
        int gatherMs = 3000; ///< a burst of mail is counted once
    };
    explicit Tray(const Context &context, QObject *parent = nullptr);

    /// The desktop shows such icons.
    [[nodiscard]] static bool isThere() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void setPreferences(const Preferences &preferences);
    [[nodiscard]] qint64 count() const; ///< what the icon shows; 0: no number
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }
    [[nodiscard]] QIcon icon() const { return m_icon.icon(); }
    [[nodiscard]] QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void composeRequested();
    void checkRequested();
    void quitRequested();

private:
    struct Waiting {
        qint64 count = 0;
        qint64 oldest = 0; ///< ListKey::sortAt
        bool known = false;
    };
    void soon();
    void ask();
    void refresh();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QIcon painted() const;

    Context m_context;
    Preferences::TrayCount m_what = Preferences::TrayCount::Positive;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QTimer m_soon;
    QTimer m_minute;
    std::array<Waiting, 3> m_waiting; ///< of each positive category
    std::array<QObject, 3> m_listContexts;
    qint64 m_unread = 0;
    QObject m_countContext;
    qint64 m_paintedCount = -1;
};

} // namespace inlet::ui
