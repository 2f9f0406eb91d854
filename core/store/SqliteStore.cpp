// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SqliteStore.h"

#include "base/Log.h"
#include "base/ThreadTuning.h"
#include "store/DatabaseFile.h"
#include "store/Migrations.h"
#include "store/SearchIndex.h"
#include "store/SqliteWriteTransaction.h"
#include "store/salvage/Rebuild.h"
#include "store/salvage/SafetyCopy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <future>
#include <utility>

#include <sys/stat.h>

namespace inlet::store
{

namespace
{

using namespace std::chrono_literals;

constexpr int kReaderThreads = 3; // counts and what is beside the conversation take one each, and the list does not wait for them
// A batch: so long that a commit's fsync is paid rarely, so short that nobody waits visibly.
constexpr auto kBatchTime = 50ms;
constexpr int kBatchChanges = 5000; ///< row changes; about 500 messages
constexpr int kIndexedAtOnce = 2000; ///< about 8 MB of words, see 0003_unindexed.sql
constexpr qint64 kMostUnindexed = 20'000; ///< then the index goes before more history
constexpr auto kSlowWait = 1s;
constexpr auto kSlowRun = 100ms;
constexpr auto kLongestSleep = 30'000ms; ///< the wall clock may jump
constexpr qint64 kCopiedAtClose = 64 * 1024 * 1024; ///< a larger one would hold up the end

} // namespace

SqliteStore::SqliteStore(const QString &dir, OnDamage onDamage) : m_dir(dir), m_path(databaseIn(dir)), m_onDamage(onDamage)
{
    openWriter();
    m_readers = std::make_unique<ReaderPool>(m_path, kReaderThreads, [this] { noteDamage(); },
        [this](StoredMessageId message) { fetchAgain(message); });
    m_writer = std::jthread([this] {
        tuneThisThread("inlet-writer", Niceness::Worker);
        loop();
    });
    if (m_onDamage == OnDamage::Rebuild) {
        m_changed = !QFileInfo::exists(safetyCopyIn(dir));
        m_keeper = std::jthread([this](const std::stop_token &stop) {
            tuneThisThread("inlet-keeper", Niceness::Worker);
            keepSafetyCopies(stop);
        });
    }
}

void SqliteStore::openWriter()
{
    m_identity = identityOf(m_path);
    m_db = std::make_unique<Connection>(m_path, Connection::Mode::ReadWrite);
    prepareWriter(*m_db);
    migrate(*m_db);
    m_backlog = countUnindexed(*m_db);
}

SqliteStore::~SqliteStore()
{
    m_closing = true;
    if (m_keeper.joinable()) {
        m_keeper.request_stop();
        m_keeper.join();
    }
    m_commands.close(); // what is queued is still written
    if (m_writer.joinable())
        m_writer.join();
    m_readers.reset();
    if (m_onDamage == OnDamage::Rebuild && m_db && databaseBytes() < kCopiedAtClose)
        writeSafetyCopyNow();
    if (m_damaged) // nobody may replace it here, or not any more
        markDamaged(m_dir, m_identity);
}

void SqliteStore::write(const char *name, Write work, Done done, Urgency urgency)
{
    Done refused = done;
    const bool accepted = m_commands.push({name, std::move(work), std::move(done), urgency});
    if (!accepted && refused)
        refused(Error{ErrorKind::Cancelled, QStringLiteral("the store is closed"), {}, {}});
}

Result<void> SqliteStore::writeAndWait(const char *name, Write work)
{
    Q_ASSERT(std::this_thread::get_id() != m_writer.get_id());
    std::promise<Result<void>> promise;
    std::future<Result<void>> answer = promise.get_future();
    write(name, std::move(work), [&promise](const Result<void> &result) { promise.set_value(result); }, Urgency::Normal);
    return answer.get();
}

void SqliteStore::settle()
{
    Q_ASSERT(std::this_thread::get_id() != m_writer.get_id());
    const auto pass = [this] {
        std::promise<void> written;
        const auto nothing = [](WriteTransaction &) -> Result<void> { return {}; };
        write("settle", nothing, [&written](const Result<void> &) { written.set_value(); }, Urgency::Bulk);
        written.get_future().wait();
    };
    do { // what ends may ask for more; behind the second pass the batch of the first one has been answered
        pass();
        m_readers->settle();
        pass();
        m_readers->settle();
    } while (!m_commands.isEmpty());
}

void SqliteStore::observe(Observer observer)
{
    const std::scoped_lock lock(m_observerMutex);
    m_observer = std::move(observer);
}

void SqliteStore::publish(const ChangeSet &changes)
{
    if (changes.isEmpty())
        return;
    const std::scoped_lock lock(m_observerMutex);
    if (m_observer)
        m_observer(changes);
}

qint64 SqliteStore::databaseBytes() const
{
    return bytesWithLog(m_path);
}

void SqliteStore::loop()
{
    while (true) {
        if (m_damaged && mayReplace())
            replaceDamaged();
        std::optional<WriteCommand> command = m_backlog > 0 ? m_commands.tryPop() : m_commands.popFor(untilNextWake());
        if (!command && m_closing && m_commands.isEmpty())
            return;
        if (m_broken) {
            if (command)
                refuse(std::move(*command));
            continue;
        }
        if (command)
            runBatch(std::move(*command));
        if (m_backlog > 0 && (!command || m_backlog >= kMostUnindexed))
            indexBacklog();
        if (!command)
            wakeSnoozed();
        lookForMark();
    }
}

bool SqliteStore::batchIsFull(
    const WriteCommand &last, std::chrono::steady_clock::time_point begin, int changes) const
{
    // Whoever waits for a normal write is not to wait for the bulk ones behind it.
    return std::chrono::steady_clock::now() - begin > kBatchTime || changes > kBatchChanges
        || (last.urgency == Urgency::Normal && !m_commands.hasNormal());
}

void SqliteStore::runBatch(WriteCommand first)
{
    const auto begin = std::chrono::steady_clock::now();
    if (begin - first.queuedAt > kSlowWait)
        qCInfo(lcStore) << "write" << first.name << "waited" << (begin - first.queuedAt) / 1ms << "ms";
    std::vector<Finished> finished;
    ChangeSet changes;
    std::optional<Error> failure;
    const Result<void> begun = guarded(m_db->handle(), [this] { m_db->exec("BEGIN IMMEDIATE"); });
    if (!begun)
        failure = begun.error();
    const int changesBefore = m_db->totalChanges();
    std::optional<WriteCommand> command(std::move(first));
    while (command) {
        if (failure) {
            finished.push_back({std::move(*command), *failure});
            break;
        }
        Result<ChangeSet> result = runOne(*command);
        if (result)
            changes.merge(*result);
        const bool full = batchIsFull(*command, begin, m_db->totalChanges() - changesBefore);
        finished.push_back({std::move(*command), result ? Result<void>() : Result<void>(result.error())});
        if (!m_db->inTransaction()) // SQLite gave up the whole transaction
            failure = result ? Error{ErrorKind::Storage, QStringLiteral("transaction lost"), {}, {}} : result.error();
        command = full || failure ? std::nullopt : m_commands.tryPop();
    }
    if (!failure)
        failure = commit();
    if (failure) {
        rollBack();
        changes = {};
    } else {
        m_changed = true;
    }
    const qint64 waited = std::exchange(m_backlog, guarded(m_db->handle(), [this] { return countUnindexed(*m_db); }).value_or(0));
    changes.indexed = waited > 0 && m_backlog == 0; // the last ones that waited are gone
    publish(changes);
    const char *const name = finished.front().command.name;
    const std::size_t commands = finished.size();
    answer(std::move(finished), failure);
    const auto took = std::chrono::steady_clock::now() - begin;
    if (took > kSlowRun)
        qCInfo(lcStore) << "write" << name << "with" << commands
                        << "commands held the lock for" << took / 1ms << "ms";
}

/// Who met the damage is not told of it where a new database comes: there the command is run again.
void SqliteStore::answer(std::vector<Finished> finished, const std::optional<Error> &failure)
{
    std::vector<WriteCommand> again;
    for (Finished &entry : finished) {
        const Result<void> result = failure && entry.result ? Result<void>(*failure) : entry.result;
        const bool damaged = !result && result.error().cause == kCorrupt;
        if (damaged)
            noteDamage();
        if (damaged && mayReplace())
            again.push_back(std::move(entry.command));
        else if (entry.command.done)
            entry.command.done(result);
    }
    for (auto command = again.rbegin(); command != again.rend(); ++command)
        m_commands.pushBack(std::move(*command));
}

Result<ChangeSet> SqliteStore::runOne(const WriteCommand &command)
{
    return guarded(m_db->handle(), [&]() -> ChangeSet {
        m_db->exec("SAVEPOINT command");
        std::optional<Error> failure;
        ChangeSet changes;
        {
            SqliteWriteTransaction transaction(*m_db);
            try {
                const Result<void> result = command.work(transaction);
                if (!result)
                    failure = result.error();
            } catch (...) {
                failure = currentError(m_db->handle());
            }
            if (!failure)
                failure = transaction.failure();
            changes = transaction.changes();
        }
        if (failure) {
            if (m_db->inTransaction())
                m_db->exec("ROLLBACK TO command; RELEASE command");
            throw StoreError(*failure);
        }
        m_db->exec("RELEASE command");
        return changes;
    });
}

std::optional<Error> SqliteStore::commit()
{
    const Result<void> result = guarded(m_db->handle(), [this] { m_db->exec("COMMIT"); });
    return result ? std::nullopt : std::optional(result.error());
}

void SqliteStore::rollBack()
{
    const Result<void> result = guarded(m_db->handle(), [this] {
        if (m_db->inTransaction())
            m_db->exec("ROLLBACK");
    });
    if (!result)
        qCWarning(lcStore) << "rollback failed:" << result.error().detail;
}

std::chrono::milliseconds SqliteStore::untilNextWake()
{
    if (m_broken)
        return kBetweenAttempts;
    const Result<qint64> next = guarded(m_db->handle(), [this] {
        const qint64 snooze
            = m_db->number("SELECT ifnull(min(snoozed_until), 0) FROM conversations WHERE snoozed_until > 0", 0);
        const qint64 reminder
            = m_db->number("SELECT ifnull(min(remind_at), 0) FROM conversations WHERE remind_at > 0", 0);
        return snooze == 0 || reminder == 0 ? std::max(snooze, reminder) : std::min(snooze, reminder);
    });
    const qint64 due = next.value_or(0);
    if (due == 0)
        return kLongestSleep;
    return std::clamp(std::chrono::milliseconds(due - nowMs()), 10ms, std::chrono::milliseconds(kLongestSleep));
}

void SqliteStore::wakeSnoozed()
{
    const Result<qint64> due = guarded(m_db->handle(), [this] {
        const qint64 now = nowMs();
        const qint64 snooze = m_db->number(
            "SELECT 1 FROM conversations WHERE snoozed_until > 0 AND snoozed_until <= ? LIMIT 1", 0, now);
        return snooze != 0 ? snooze
                           : m_db->number("SELECT 1 FROM conversations WHERE remind_at > 0 AND remind_at <= ? LIMIT 1", 0, now);
    });
    if (due.value_or(0) == 0)
        return;
    WriteCommand command{"wake snoozed", {}, {}};
    command.work = [](WriteTransaction &transaction) -> Result<void> {
        static_cast<SqliteWriteTransaction &>(transaction).wakeSnoozed();
        return {};
    };
    runBatch(std::move(command));
}

void SqliteStore::indexBacklog()
{
    const Result<void> indexed = guarded(m_db->handle(), [this] {
        m_db->exec("BEGIN IMMEDIATE");
        indexWaiting(*m_db, kIndexedAtOnce, [this] { return m_closing || m_commands.hasNormal(); });
        m_db->exec("COMMIT");
        m_backlog = countUnindexed(*m_db);
    });
    if (indexed) {
        ChangeSet changes;
        changes.indexed = m_backlog == 0;
        publish(changes);
        return;
    }
    qCWarning(lcStore) << "words could not be indexed:" << indexed.error().detail;
    if (indexed.error().cause == kCorrupt)
        noteDamage();
    rollBack();
    m_backlog = 0; // the next commit counts again: no storm on a full disk
}

namespace
{

std::unique_ptr<Store> openOnce(const QString &dir, OnDamage onDamage)
{
    const QString path = databaseIn(dir);
    const bool isNew = !QFileInfo::exists(path);
    createPrivately(path);
    try {
        return std::make_unique<SqliteStore>(dir, onDamage);
    } catch (...) {
        // An empty file would be taken for a damaged one.
        if (isNew && QFileInfo(path).size() == 0)
            QFile::remove(path);
        throw;
    }
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const QString &dir, OnDamage onDamage)
{
    const auto open = [&] { return guarded(nullptr, [&] { return openOnce(dir, onDamage); }); };
    const Result<bool> damaged = guarded(nullptr, [&] {
        if (!QDir().mkpath(dir))
            throw StoreError(Error{ErrorKind::Storage, QStringLiteral("The folder %1 cannot be made.").arg(dir), {}, "disk-error"});
        ::chmod(QFile::encodeName(dir).constData(), S_IRWXU);
        return needsRebuild(dir) || (onDamage == OnDamage::Rebuild && isMarkedDamaged(dir));
    });
    if (!damaged)
        return damaged.error();
    if (*damaged && onDamage == OnDamage::Refuse)
        return errorOfCode(SQLITE_CORRUPT, "its newest part is missing", nullptr);
    if (!*damaged) {
        auto store = open();
        if (store || store.error().cause != kCorrupt || onDamage == OnDamage::Refuse)
            return store;
    }
    if (const auto replaced = guarded(nullptr, [&] { rebuild(dir); }); !replaced)
        return replaced.error();
    return open();
}

} // namespace inlet::store
