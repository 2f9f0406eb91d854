// SPDX-License-Identifier: GPL-3.0-or-later
// inletctl: the whole product for scripts, cron, support and tests.
#include "AppContext.h"
#include "ProcessSetup.h"
#include "QuitOnSignal.h"
#include "cli/Command.h"
#include "engine/SalvageWords.h"
#include "mime/Mime.h"
#include "resources/Resources.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace inlet::cli
{

namespace
{

QList<Command> allCommands()
{
    return accountCommands() + syncCommands() + readingCommands() + triageCommands() + categoryCommands() + labelCommands() + deskCommands() + leadCommands() + sendingCommands() + offlineCommands() + viewCommands() + upkeepCommands();
}

void printHelp(const Output &output)
{
    QString text = QStringLiteral("usage: inletctl [--json] [--data-dir DIR] [--vault keychain|file|session] [--ca-file F] COMMAND ...\n\n");
    for (const Command &command : allCommands())
        text += QStringLiteral("  %1 %2\n      %3\n").arg(QLatin1String(command.name), QLatin1String(command.usage), QLatin1String(command.help));
    text += QStringLiteral("\nWith --vault file the passphrase is read from INLET_VAULT_PASSPHRASE.\n"
                           "Exit: 0 done, 1 failed, 2 usage, 3 needs you (a sign-in was refused).\n");
    output.raw(text.toUtf8());
}

Exit usageError(const Output &output, const QString &text)
{
    output.message(text + QStringLiteral("; see inletctl --help"));
    return Exit::Usage;
}

/// "suppress add"; of a command without verbs its name alone.
QString calledAs(const Command &command, const Arguments &arguments)
{
    const QString name = QLatin1String(command.name);
    return command.readingVerbs.isEmpty() ? name : name + QLatin1Char(' ') + arguments.positional().value(0).left(60);
}

Exit runWithProfile(const Command &command, const Arguments &arguments, const CommonOptions &options, const Output &output)
{
    app::AppOptions appOptions;
    appOptions.dataDir = options.dataDir;
    appOptions.vault = options.vault;
    appOptions.caFile = options.caFile;
    appOptions.access = command.onlyReads(arguments) ? app::AppOptions::Access::ReadOnly : app::AppOptions::Access::ReadWrite;
    appOptions.listen = arguments.has(QStringLiteral("--watch"));
    auto context = app::AppContext::open(appOptions);
    if (!context && context.error().cause == "profile-in-use" && command.worksBeside) {
        appOptions.access = app::AppOptions::Access::ReadOnly;
        context = app::AppContext::open(appOptions);
    }
    if (!context) {
        if (context.error().cause == "profile-in-use") {
            output.message(QStringLiteral("Inlet is running with this profile, and '%1' has to be alone with it. Do it in the window, or close Inlet and try again. "
                                          "What only reads works beside it: list, search, show, status, doctor, and 'list' of any command.")
                               .arg(calledAs(command, arguments)));
            return Exit::Failed;
        }
        return output.fail(context.error());
    }
    if (const auto &salvage = (*context)->salvage())
        output.message(engine::salvageText(*salvage));
    return command.run({**context, arguments, output});
}

/// Options of a command may stand before it: `--limit 5 list`.
qsizetype commandAt(const QStringList &words)
{
    if (!words.first().startsWith(QLatin1String("--")))
        return 0;
    const QList<Command> commands = allCommands();
    const auto found = std::find_if(words.cbegin(), words.cend(), [&commands](const QString &word) {
        return std::any_of(commands.cbegin(), commands.cend(), [&word](const Command &command) { return word == QLatin1String(command.name); });
    });
    return found == words.cend() ? 0 : std::distance(words.cbegin(), found);
}

Exit run(QStringList words)
{
    const auto options = takeCommonOptions(words);
    if (!options)
        return usageError(Output(false), options.error().detail);
    const Output output(options->json);
    if (options->version) {
        output.raw("inletctl " INLET_VERSION "\n");
        return Exit::Done;
    }
    if (options->help) {
        printHelp(output);
        return Exit::Done;
    }
    if (words.isEmpty())
        return usageError(output, QStringLiteral("no command"));
    const QString name = words.takeAt(commandAt(words));
    for (const Command &command : allCommands()) {
        if (name != QLatin1String(command.name))
            continue;
        const auto arguments = Arguments::parse(words, command.rules);
        if (!arguments)
            return usageError(output, name + QStringLiteral(": ") + arguments.error().detail);
        return command.needs == Needs::Nothing ? command.runOffline(*arguments, output)
                                               : runWithProfile(command, *arguments, *options, output);
    }
    const bool isOption = name.startsWith(QLatin1String("--"));
    return usageError(output, (isOption ? QStringLiteral("unknown option %1") : QStringLiteral("there is no command '%1'")).arg(name.left(60)));
}

} // namespace

} // namespace inlet::cli

int main(int argc, char **argv)
{
    inlet::app::prepareProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("inlet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INLET_VERSION));
    inlet::initResources();
    inlet::mime::initialize();
    const inlet::app::QuitOnSignal quitOnSignal;
    return int(inlet::cli::run(application.arguments().mid(1)));
}
