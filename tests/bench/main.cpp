// SPDX-License-Identifier: GPL-3.0-or-later
// inlet_bench: the measuring parts that need the inside of core; bench.py drives them.
#include "Commands.h"

#include "mime/Mime.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    inlet::mime::initialize();
    using Command = int (*)(const QStringList &);
    const std::pair<const char *, Command> commands[] = {{"maildirs", inlet::bench::writeMaildirs},
        {"mailboxes", inlet::bench::addMailboxes}, {"fill", inlet::bench::fillStore}, {"read", inlet::bench::readStore}, {"cold", inlet::bench::readColdStore},
        {"sync", inlet::bench::runSync}, {"frames", inlet::bench::countFrames}};
    QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (!name.isEmpty())
        arguments.removeAt(1);
    for (const auto &[word, command] : commands) {
        if (name == QLatin1String(word))
            return command(arguments);
    }
    std::fputs("usage: inlet_bench maildirs|mailboxes|fill|read|cold|sync [--option value]...\n", stderr);
    return 2;
}
