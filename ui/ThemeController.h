// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QObject>

class QApplication;
class QDBusVariant;
class QSettings;

namespace inlet::ui
{

/// Keeps the look of the whole program in step with the user's choice and with the system
/// (org.freedesktop.portal.Settings: colour scheme, accent colour; live). Asks without waiting; what
/// the system said last is kept in the settings, so that the next start has no flash of the other
/// look. Thread: GUI.
class ThemeController : public QObject
{
    Q_OBJECT

public:
    ThemeController(QApplication &application, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] theme::Mode mode() const { return m_mode; }
    void setMode(theme::Mode mode);

Q_SIGNALS:
    /// Everything that keeps pixmaps or layouts of the old look throws them away.
    void lookChanged();

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &key);
    void take(const QString &key, const QVariant &value);
    void reapply();

    QApplication &m_application;
    QSettings &m_settings;
    theme::Mode m_mode = theme::Mode::System;
};

} // namespace inlet::ui
