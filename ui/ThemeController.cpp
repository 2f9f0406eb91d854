// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ThemeController.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QSettings>

namespace inlet::ui
{

namespace
{

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kAccent = QStringLiteral("accent-color");
const QString kContrast = QStringLiteral("contrast");
// Desktops whose portal does not know "contrast" yet.
const QString kGnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString kGnomeContrast = QStringLiteral("high-contrast");
const QString kGnomeLook = QStringLiteral("org.gnome.desktop.interface");
const QString kGtkTheme = QStringLiteral("gtk-theme"); // "HighContrast", "HighContrastInverse"
const QString kModeSetting = QStringLiteral("look/mode");
const QString kDarkSetting = QStringLiteral("look/systemDark");
const QString kContrastSetting = QStringLiteral("look/contrast");
const QString kSystemContrastSetting = QStringLiteral("look/systemContrast");

constexpr uint kPreferDark = 1; // of the portal's color-scheme
constexpr uint kPreferContrast = 1; // of its contrast

/// Read() answers a variant in a variant, SettingChanged a single one.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

/// (ddd), each 0..1; anything outside means "none chosen".
QColor accentFrom(const QVariant &value)
{
    if (!value.canConvert<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::StructureType)
        return {};
    double red = -1;
    double green = -1;
    double blue = -1;
    argument.beginStructure();
    argument >> red >> green >> blue;
    argument.endStructure();
    for (const double part : {red, green, blue}) {
        if (!(part >= 0 && part <= 1))
            return {};
    }
    return QColor::fromRgbF(float(red), float(green), float(blue));
}

} // namespace

ThemeController::ThemeController(QApplication &application, QSettings &settings, QObject *parent)
    : QObject(parent), m_application(application), m_settings(settings)
{
    const int kept = m_settings.value(kModeSetting, 0).toInt();
    if (kept == int(theme::Mode::Light) || kept == int(theme::Mode::Dark))
        m_mode = theme::Mode(kept);
    const int contrast = m_settings.value(kContrastSetting, 0).toInt();
    if (contrast == int(theme::Contrast::Normal) || contrast == int(theme::Contrast::High))
        m_contrast = theme::Contrast(contrast);
    theme::setSystemPrefersContrast(m_settings.value(kSystemContrastSetting, false).toBool());
    theme::setSystemPrefersDark(m_settings.value(kDarkSetting, false).toBool());
    reapply();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    for (const QString &key : {kScheme, kAccent, kContrast})
        askPortal(kGroup, key);
    askPortal(kGnomeAccess, kGnomeContrast);
    askPortal(kGnomeLook, kGtkTheme);
}

void ThemeController::setMode(theme::Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_settings.setValue(kModeSetting, int(mode));
    reapply();
}

void ThemeController::setContrast(theme::Contrast contrast)
{
    if (contrast == m_contrast)
        return;
    m_contrast = contrast;
    m_settings.setValue(kContrastSetting, int(contrast));
    reapply();
}

void ThemeController::askPortal(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        done->deleteLater();
        if (reply.isValid())
            take(group, key, reply.value().variant());
    });
}

void ThemeController::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void ThemeController::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (group == kGroup && key == kScheme) {
        const bool dark = plain.toUInt() == kPreferDark;
        m_settings.setValue(kDarkSetting, dark);
        theme::setSystemPrefersDark(dark);
    } else if (group == kGroup && key == kAccent) {
        theme::setSystemAccent(accentFrom(plain));
    } else if (group == kGroup && key == kContrast) {
        takeContrast(key, plain.toUInt() == kPreferContrast);
    } else if (group == kGnomeAccess && key == kGnomeContrast) {
        takeContrast(key, plain.toBool());
    } else if (group == kGnomeLook && key == kGtkTheme) {
        takeContrast(key, plain.toString().startsWith(QLatin1String("HighContrast")));
    } else {
        return;
    }
    reapply();
}

/// One of the ways in which desktops say it is enough.
void ThemeController::takeContrast(const QString &key, bool high)
{
    if (high)
        m_askForContrast.insert(key);
    else
        m_askForContrast.remove(key);
    m_settings.setValue(kSystemContrastSetting, !m_askForContrast.isEmpty());
    theme::setSystemPrefersContrast(!m_askForContrast.isEmpty());
}

void ThemeController::reapply()
{
    theme::apply(m_application, m_mode, m_contrast);
    Q_EMIT lookChanged();
}

} // namespace inlet::ui
