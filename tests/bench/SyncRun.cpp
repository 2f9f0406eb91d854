// SPDX-License-Identifier: GPL-3.0-or-later
// sync: the real engine, store and sessions, without window and keyring; a first sync, timed.
#include "Commands.h"

#include "base/Clock.h"
#include "imap/VmimeImapSession.h"
#include "sync/SyncEngine.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <map>
#include <mutex>

namespace inlet::bench
{

namespace
{

constexpr qint64 kFirstRows = 50;

/// When each mailbox had its first rows and all of them. Thread: any; the mutex guards all below it.
class Times final : public sync::SyncObserver
{
public:
    void syncStatusChanged(const sync::SyncStatus &status) override
    {
        const std::scoped_lock lock(m_mutex);
        const bool hasRows = status.done >= std::min(kFirstRows, std::max<qint64>(status.total, 1));
        if (hasRows)
            m_firstRows.try_emplace(status.account, m_watch.ms());
    }
    void newMailStored(AccountId, const QList<store::IncomingMessage> &) override {}
    void roundFinished(AccountId account, const Result<void> &result) override
    {
        const std::scoped_lock lock(m_mutex);
        if (!result)
            std::fprintf(stderr, "inlet_bench: a round failed: %s\n", qUtf8Printable(result.error().detail));
        m_rounds[account] = m_watch.ms();
        m_changed.notify_all();
    }
    void sentCopySeen(AccountId, const QString &) override {}

    void waitForRounds(std::size_t mailboxes)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_rounds.size() == mailboxes; });
    }
    [[nodiscard]] std::vector<double> firstRows()
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<double> times;
        for (const auto &[account, time] : m_firstRows)
            times.push_back(time);
        std::sort(times.begin(), times.end());
        return times;
    }
    [[nodiscard]] double elapsed() const { return m_watch.ms(); }

private:
    const Stopwatch m_watch;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<AccountId, double> m_firstRows;
    std::map<AccountId, double> m_rounds;
};

qint64 storedMessages(store::Store &store)
{
    qint64 count = 0;
    store.readHere([&](store::ReadSession &read) {
        const auto counts = read.counts();
        for (const qint64 messages : counts.value_or(store::Counts()).messagesByAccount)
            count += messages;
    });
    return count;
}

/// Tells when all words are in the search index. Thread: any; the mutex guards m_turn.
class IndexWatch
{
public:
    explicit IndexWatch(store::Store &store) : m_store(store)
    {
        store.observe([this](const store::ChangeSet &changes) {
            if (changes.indexed)
                turn();
        });
    }
    ~IndexWatch() { m_store.observe({}); }

    void wait()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            const quint64 turn = m_turn;
            lock.unlock();
            qint64 left = 0;
            m_store.readHere([&](store::ReadSession &read) { left = read.unindexedMessages().value_or(0); });
            lock.lock();
            if (left == 0)
                return;
            m_changed.wait(lock, [&] { return m_turn != turn; });
        }
    }

private:
    void turn()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_turn;
        m_changed.notify_all();
    }

    store::Store &m_store;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    quint64 m_turn = 0; ///< times that nothing was left
};

} // namespace

int runSync(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("data-dir"), QStringLiteral("ca-file"), QStringLiteral("workers"), QStringLiteral("parsers")});
    const auto store = openBenchStore(options.text("data-dir"));
    QList<accounts::Account> mailboxes;
    store->readHere([&](store::ReadSession &read) { mailboxes = read.accounts().value_or(mailboxes); });
    mailboxes.removeIf([](const accounts::Account &account) { return !account.enabled; });
    const auto secrets = [&](AccountId id, const std::function<void(Result<Secret>)> &answer) {
        for (const accounts::Account &account : std::as_const(mailboxes)) {
            if (account.id == id)
                answer(Secret::fromString(QStringLiteral("pw-") + account.email.section(QLatin1Char('@'), 0, 0)));
        }
    };
    net::TlsSettings tls;
    tls.caFile = options.text("ca-file");
    const SystemClock clock;
    sync::SyncOptions settings;
    settings.listen = false;
    settings.workers = int(options.number("workers", settings.workers));
    settings.parsers = int(options.number("parsers", settings.parsers));
    Times times;
    IndexWatch index(*store);
    {
        const auto engine = sync::makeSyncEngine(*store, imap::makeImapSessionFactory(tls), secrets, times, clock, settings);
        for (const accounts::Account &account : std::as_const(mailboxes))
            engine->start(account);
        times.waitForRounds(std::size_t(mailboxes.size()));
    }
    const double wall = times.elapsed();
    index.wait();
    const double searchable = times.elapsed();
    const std::vector<double> first = times.firstRows();
    const qint64 messages = storedMessages(*store);
    report("sync.wall", wall, "ms");
    report("sync.searchable", searchable, "ms");
    report("sync.messages", double(messages), "messages");
    if (!first.empty()) {
        report("sync.first_rows_first", first.front(), "ms");
        report("sync.first_rows_median", first.at(first.size() / 2), "ms");
        report("sync.first_rows_last", first.back(), "ms");
    }
    report("sync.memory_peak", double(memoryOf("VmHWM")), "octets");
    report("sync.database", double(store->databaseBytes()), "octets");
    return 0;
}

} // namespace inlet::bench
