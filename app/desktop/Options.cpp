// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Options.h"

#include "cli/Arguments.h"

namespace inlet::desktop
{

namespace
{

Error usage(const QString &words)
{
    return Error{ErrorKind::Config, words, {}, {}};
}

Result<ui::theme::Mode> modeFrom(const QString &word)
{
    if (word == QLatin1String("light"))
        return ui::theme::Mode::Light;
    if (word == QLatin1String("dark"))
        return ui::theme::Mode::Dark;
    if (word == QLatin1String("system"))
        return ui::theme::Mode::System;
    return usage(QStringLiteral("--theme wants light, dark or system"));
}

Result<ui::Language> languageFrom(const QString &word)
{
    if (const auto language = ui::languageFrom(word))
        return *language;
    return usage(QStringLiteral("--language wants system, en or de"));
}

/// "1280x800". Errors: Config.
Result<QSize> sizeFrom(const QString &word)
{
    const int width = word.section(QLatin1Char('x'), 0, 0).toInt();
    const int height = word.section(QLatin1Char('x'), 1, 1).toInt();
    if (width < 320 || height < 240 || width > 8000 || height > 8000)
        return usage(QStringLiteral("--size wants WIDTHxHEIGHT, from 320x240 to 8000x8000"));
    return QSize(width, height);
}

} // namespace

Result<Options> Options::parse(const QStringList &words)
{
    QStringList rest = words;
    const auto common = cli::takeCommonOptions(rest);
    if (!common)
        return common.error();
    const cli::ArgumentRules rules{.switches = {QStringLiteral("--sandbox"), QStringLiteral("--watchdog")},
        .valued = {QStringLiteral("--screenshot"), QStringLiteral("--theme"), QStringLiteral("--language"), QStringLiteral("--size")},
        .minPositional = 0, .maxPositional = 0};
    const auto arguments = cli::Arguments::parse(rest, rules);
    if (!arguments)
        return arguments.error();

    Options options;
    options.profile.dataDir = common->dataDir;
    options.profile.vault = common->vault;
    options.profile.caFile = common->caFile;
    options.help = common->help;
    options.version = common->version;
    options.sandbox = arguments->has(QStringLiteral("--sandbox"));
    options.watchdog = arguments->has(QStringLiteral("--watchdog"));
    options.screenshot = arguments->value(QStringLiteral("--screenshot"));
    if (arguments->has(QStringLiteral("--theme"))) {
        const auto mode = modeFrom(arguments->value(QStringLiteral("--theme")));
        if (!mode)
            return mode.error();
        options.theme = *mode;
    }
    if (arguments->has(QStringLiteral("--language"))) {
        const auto language = languageFrom(arguments->value(QStringLiteral("--language")));
        if (!language)
            return language.error();
        options.language = *language;
    }
    if (arguments->has(QStringLiteral("--size"))) {
        const auto size = sizeFrom(arguments->value(QStringLiteral("--size")));
        if (!size)
            return size.error();
        options.size = *size;
    }
    return options;
}

QString Options::helpText()
{
    return QStringLiteral("usage: inlet [--data-dir DIR] [--vault keychain|file|session] [--ca-file F]\n"
                          "             [--theme light|dark|system] [--language system|en|de]\n"
                          "             [--screenshot FILE.png [--size WxH]] [--watchdog] [--sandbox]\n\n"
                          "  --data-dir DIR     a profile of its own\n"
                          "  --vault KIND       where passwords rest; file reads INLET_VAULT_PASSPHRASE, or asks\n"
                          "  --ca-file F        also trust the certificate authorities in F (PEM)\n"
                          "  --screenshot FILE  render the window off-screen when the first rows are there\n"
                          "  --watchdog         print at the end how often the window was blocked for over 16 ms\n"
                          "  --sandbox          its mailboxes are invented: offer the guided run through the keys\n");
}

} // namespace inlet::desktop
