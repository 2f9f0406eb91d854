// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QHash>
#include <QObject>
#include <QSet>

class QApplication;
class QDBusVariant;
class QSettings;

namespace inlet::ui
{

/// Keeps the look of the whole program in step with the user's choice and with the system
/// (org.freedesktop.portal.Settings: colour scheme, accent colour, contrast; live). Asks without waiting; what
/// the system said last is kept in the settings, so that the next start has no flash of the other
/// look. Thread: GUI.
class ThemeController : public QObject
{
    Q_OBJECT

public:
    ThemeController(QApplication &application, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] theme::Mode mode() const { return m_mode; }
    void setMode(theme::Mode mode);
    [[nodiscard]] theme::Contrast contrast() const { return m_contrast; }
    void setContrast(theme::Contrast contrast);

Q_SIGNALS:
    /// Everything that keeps pixmaps or layouts of the old look throws them away.
    void lookChanged();

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);
    [[nodiscard]] bool takeDark(bool dark);
    [[nodiscard]] bool takeAccent(const QColor &accent);
    [[nodiscard]] bool takeContrast(const QString &key, bool high);
    [[nodiscard]] bool weighContrast();
    void reapply();

    QApplication &m_application;
    QSettings &m_settings;
    theme::Mode m_mode = theme::Mode::System;
    theme::Contrast m_contrast = theme::Contrast::System;
    // What the system said last.
    bool m_dark = false;
    QColor m_accent;
    bool m_highContrast = false;
    QHash<QString, bool> m_contrastSaid; ///< whether the desktop asks for more of it, by the key that says so
    QSet<QString> m_unanswered; ///< keys about contrast that the desktop was asked at the start
};

} // namespace inlet::ui
