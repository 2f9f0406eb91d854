// SPDX-License-Identifier: GPL-3.0-or-later
// inlet: the desktop program.
#include "AppContext.h"
#include "ProcessSetup.h"
#include "QuitOnSignal.h"
#include "desktop/Options.h"
#include "desktop/Screenshot.h"
#include "desktop/Shell.h"
#include "desktop/SingleStart.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "ui/Languages.h"
#include "ui/MainWindow.h"
#include "ui/Preferences.h"
#include "ui/Watchdog.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>

#include <cstdio>

namespace
{

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Says why the program cannot start, in a window where there is one.
int refuse(const inlet::Error &error, bool window)
{
    std::fprintf(stderr, "inlet: %s\n", qUtf8Printable(error.detail));
    if (window)
        QMessageBox::critical(nullptr, QStringLiteral("Inlet"), error.detail);
    return 1;
}

/// Asked before anything is shown: also the words of a start that fails.
inlet::ui::Language languageOf(const inlet::desktop::Options &options)
{
    const QSettings settings(inlet::desktop::Shell::settingsFile(inlet::app::AppContext::dataDirOf(options.profile)), QSettings::IniFormat);
    return options.language.value_or(inlet::ui::readPreferences(settings).language);
}

int run(QApplication &application, const inlet::desktop::Options &options, const inlet::app::QuitOnSignal &signals)
{
    const inlet::ui::Translation translation(languageOf(options));
    const bool picture = !options.screenshot.isEmpty();
    const auto context = inlet::app::AppContext::open(options.profile);
    if (!context && context.error().cause == "profile-in-use" && !picture
        && inlet::desktop::SingleStart::showRunning(inlet::app::AppContext::dataDirOf(options.profile)))
        return 0; // its window is in front now
    if (!context)
        return refuse(context.error(), !picture);
    inlet::desktop::Shell shell(**context, options);
    QObject::connect(&signals, &inlet::app::QuitOnSignal::caught, &shell, &inlet::desktop::Shell::askNoMore);
    shell.show();
    if (picture)
        new inlet::desktop::Screenshot(shell.window(), (*context)->engine(), options.screenshot);
    const inlet::ui::Watchdog watchdog;
    const int code = application.exec();
    if (options.watchdog) {
        const inlet::engine::WatchdogReport report = watchdog.report();
        std::fprintf(stderr, "{\"metric\":\"gui-thread\",\"samples\":%lld,\"over_16_ms\":%lld,\"worst_ms\":%lld,\"worst_place\":\"%s\"}\n",
            static_cast<long long>(report.samples), static_cast<long long>(report.over16ms),
            static_cast<long long>(report.worstMs), qUtf8Printable(watchdog.worstPlace()));
    }
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    inlet::app::prepareProcess();
    const auto options = inlet::desktop::Options::parse(wordsOf(argc, argv));
    if (!options) {
        std::fprintf(stderr, "inlet: %s; see inlet --help\n", qUtf8Printable(options.error().detail));
        return 2;
    }
    if (options->help || options->version) {
        std::fputs(options->help ? qUtf8Printable(inlet::desktop::Options::helpText()) : "inlet " INLET_VERSION "\n", stdout);
        return 0;
    }
    if (!options->screenshot.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasDisplay()) {
        std::fputs("inlet: there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                   "Start it from a desktop session; 'inlet --screenshot FILE.png' works without one.\n", stderr);
        return 2;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("inlet"));
    QApplication::setApplicationDisplayName(QStringLiteral("Inlet"));
    QApplication::setApplicationVersion(QStringLiteral(INLET_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("inlet"));
    inlet::initResources();
    inlet::mime::initialize();
    const inlet::app::QuitOnSignal quitOnSignal;
    return run(application, *options, quitOnSignal);
}
