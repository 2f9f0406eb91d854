// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace inlet::bench
{

Options::Options(const QStringList &arguments, const QStringList &names)
{
    for (const QString &name : names)
        m_parser.addOption(QCommandLineOption(name, {}, QStringLiteral("value")));
    m_parser.process(arguments);
}

QString Options::text(const char *name, const QString &fallback) const
{
    const QString key = QLatin1String(name);
    return m_parser.isSet(key) ? m_parser.value(key) : fallback;
}

qint64 Options::number(const char *name, qint64 fallback) const
{
    bool ok = false;
    const qint64 value = text(name, QString::number(fallback)).toLongLong(&ok);
    if (!ok) {
        std::fprintf(stderr, "inlet_bench: --%s wants a number\n", name);
        std::exit(2);
    }
    return value;
}

void report(const char *metric, double value, const char *unit)
{
    std::printf("{\"metric\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"}\n", metric, value, unit);
    std::fflush(stdout);
}

qint64 memoryOf(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

std::unique_ptr<store::Store> openBenchStore(const QString &directory)
{
    auto opened = store::openStore(directory);
    if (!opened) {
        std::fprintf(stderr, "inlet_bench: %s\n", qUtf8Printable(opened.error().detail));
        std::exit(1);
    }
    return std::move(*opened);
}

QString mailboxName(qint64 number)
{
    return QStringLiteral("user%1@sales.test").arg(number, 3, 10, QLatin1Char('0'));
}

} // namespace inlet::bench
