// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"

#include <QCommandLineParser>
#include <QStringList>

#include <chrono>
#include <memory>

namespace inlet::bench
{

// The parts of inlet_bench; each answers the exit code. README.md says what they measure.
int writeMaildirs(const QStringList &arguments); ///< maildirs DIR
int addMailboxes(const QStringList &arguments); ///< mailboxes
int fillStore(const QStringList &arguments); ///< fill
int readStore(const QStringList &arguments); ///< read
int readColdStore(const QStringList &arguments); ///< cold
int runSync(const QStringList &arguments); ///< sync
int countFrames(const QStringList &arguments); ///< frames

/// Options `--name VALUE`; what is missing or no number ends the program.
class Options
{
public:
    Options(const QStringList &arguments, const QStringList &names);
    [[nodiscard]] QString text(const char *name, const QString &fallback = {}) const;
    [[nodiscard]] qint64 number(const char *name, qint64 fallback) const;

private:
    QCommandLineParser m_parser;
};

/// One JSON line: {"metric","value","unit"}.
void report(const char *metric, double value, const char *unit);
/// Of this process, from the system: "VmRSS" or "VmHWM". Octets.
[[nodiscard]] qint64 memoryOf(const char *field);
[[nodiscard]] std::unique_ptr<store::Store> openBenchStore(const QString &directory);
/// What is typed into the search box: rare and frequent words, beginnings, two words, an address; six kinds in turn.
[[nodiscard]] QStringList searches(int count);
[[nodiscard]] QString mailboxName(qint64 number); ///< "user003@sales.test"

/// Milliseconds since it was made.
class Stopwatch
{
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace inlet::bench
