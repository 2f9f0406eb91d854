// SPDX-License-Identifier: GPL-3.0-or-later
// cold: the same with nothing of the database in the file cache, as after the start of the machine.
#include "Commands.h"
#include "MailGenerator.h"

#include <QFile>

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace inlet::bench
{

namespace
{

constexpr int kPage = 50;

/// Takes the database out of the file cache. Nobody has it open: what is mapped stays.
void forget(const QString &directory)
{
    const int file = ::open(QFile::encodeName(directory + QStringLiteral("/inlet.db")).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0 || ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) != 0)
        qFatal("the file cache cannot be emptied");
    ::close(file);
}

/// Octets that this process had read from the disk.
qint64 octetsRead()
{
    QFile io(QStringLiteral("/proc/self/io"));
    if (!io.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = io.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("read_bytes:"))
            return line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
    }
    return 0;
}

struct Cost {
    double ms = 0;
    qint64 octets = 0;
};

template <typename Work>
Cost coldly(const QString &directory, const Work &work)
{
    forget(directory);
    const auto store = openBenchStore(directory);
    const qint64 before = octetsRead();
    const Stopwatch watch;
    store->readHere([&](store::ReadSession &read) { work(read); });
    return {watch.ms(), octetsRead() - before};
}

void reportCost(const QByteArray &metric, std::vector<Cost> costs)
{
    std::sort(costs.begin(), costs.end(), [](const Cost &a, const Cost &b) { return a.ms < b.ms; });
    report((metric + "_p50").constData(), costs.at(costs.size() / 2).ms, "ms");
    report((metric + "_worst").constData(), costs.back().ms, "ms");
    std::sort(costs.begin(), costs.end(), [](const Cost &a, const Cost &b) { return a.octets < b.octets; });
    report((metric + "_read_p50").constData(), double(costs.at(costs.size() / 2).octets), "octets");
    report((metric + "_read_worst").constData(), double(costs.back().octets), "octets");
}

} // namespace

int readColdStore(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("data-dir"), QStringLiteral("count")});
    const QString directory = options.text("data-dir");
    const QStringList typed = searches(int(6 * options.number("count", 5)));
    std::vector<Cost> byKind[6];
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const store::ListQuery query{.scope = store::Scope::All, .search = typed.at(i), .everywhere = true};
        byKind[i % 6].push_back(coldly(directory, [&](store::ReadSession &read) { (void)read.page(query, std::nullopt, kPage); }));
    }
    const char *names[] = {"rare", "middle", "frequent", "prefix", "two_words", "sender"};
    for (std::size_t kind = 0; kind < 6; ++kind)
        reportCost(QByteArray("cold.search_") + names[kind], byKind[kind]);
    const auto whole = [&](const char *metric, const store::ListQuery &query) {
        reportCost(metric, {coldly(directory, [&](store::ReadSession &read) { (void)read.keys(query); })});
    };
    whole("cold.view_frequent", {.scope = store::Scope::All, .search = MailGenerator::word(3)});
    whole("cold.view_middle", {.scope = store::Scope::All, .search = MailGenerator::word(200)});
    whole("cold.order_waiting", {.scope = store::Scope::All, .order = store::ListOrder::LongestWaiting});
    whole("cold.list_keys", {.scope = store::Scope::All});
    return 0;
}

} // namespace inlet::bench
