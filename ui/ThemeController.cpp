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

#include <algorithm>

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
    m_highContrast = m_settings.value(kSystemContrastSetting, false).toBool();
    m_dark = m_settings.value(kDarkSetting, false).toBool();
    theme::setSystemPrefersContrast(m_highContrast);
    theme::setSystemPrefersDark(m_dark);
    reapply();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    m_unanswered = {kContrast, kGnomeContrast, kGtkTheme};
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
        m_unanswered.remove(key);
        if (reply.isValid())
            take(group, key, reply.value().variant());
        else if (weighContrast())
            reapply();
    });
}

void ThemeController::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void ThemeController::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    bool changed = false;
    if (group == kGroup && key == kScheme)
        changed = takeDark(plain.toUInt() == kPreferDark);
    else if (group == kGroup && key == kAccent)
        changed = takeAccent(accentFrom(plain));
    else if (group == kGroup && key == kContrast)
        changed = takeContrast(key, plain.toUInt() == kPreferContrast);
    else if (group == kGnomeAccess && key == kGnomeContrast)
        changed = takeContrast(key, plain.toBool());
    else if (group == kGnomeLook && key == kGtkTheme)
        changed = takeContrast(key, plain.toString().startsWith(QLatin1String("HighContrast")));
    if (changed) // styling all windows again takes its time
        reapply();
}

bool ThemeController::takeDark(bool dark)
{
    if (dark == m_dark)
        return false;
    m_dark = dark;
    m_settings.setValue(kDarkSetting, dark);
    theme::setSystemPrefersDark(dark);
    return true;
}

bool ThemeController::takeAccent(const QColor &accent)
{
    if (accent == m_accent)
        return false;
    m_accent = accent;
    theme::setSystemAccent(accent);
    return true;
}

/// One of the ways in which desktops say it is enough.
bool ThemeController::takeContrast(const QString &key, bool high)
{
    m_contrastSaid.insert(key, high);
    return weighContrast();
}

/// "No" holds once nothing is left that may say "yes", and not where nothing answered: else what was kept would flash off at
/// the start.
bool ThemeController::weighContrast()
{
    const bool high = std::any_of(m_contrastSaid.cbegin(), m_contrastSaid.cend(), [](bool one) { return one; });
    const bool isKnown = high || (m_unanswered.isEmpty() && !m_contrastSaid.isEmpty());
    if (!isKnown || high == m_highContrast)
        return false;
    m_highContrast = high;
    m_settings.setValue(kSystemContrastSetting, high);
    theme::setSystemPrefersContrast(high);
    return true;
}

void ThemeController::reapply()
{
    theme::apply(m_application, m_mode, m_contrast);
    Q_EMIT lookChanged();
}

} // namespace inlet::ui
