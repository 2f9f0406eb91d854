// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ReaderPool.h"

#include "base/Log.h"
#include "base/ThreadTuning.h"
#include "store/ReadSession_p.h"

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr size_t kMaxSpare = 8;
constexpr int kMostInterrupts = 100; ///< of one end of a read

std::unique_ptr<Connection> openReader(const QString &path)
{
    auto db = std::make_unique<Connection>(path, Connection::Mode::ReadOnly);
    // Not mapped: each connection maps the file for itself, and what it maps counts as memory of the program. Reading the
    // pages from the file cache of the system instead takes no time that can be measured.
    db->exec("PRAGMA query_only = ON; PRAGMA cache_size = -8000;");
    return db;
}

/// All calls of one read see the same state of the database.
class SnapshotGuard
{
public:
    explicit SnapshotGuard(Connection &db) : m_db(db)
    {
        close();
        m_db.exec("BEGIN");
    }
    ~SnapshotGuard() { close(); }
    SnapshotGuard(const SnapshotGuard &) = delete;
    SnapshotGuard &operator=(const SnapshotGuard &) = delete;

private:
    /// Whoever interrupts a read that has just ended interrupts this instead; what stayed open would show the next reads
    /// what was, and keep the log from ending.
    void close()
    {
        for (int attempt = 0; attempt < kMostInterrupts && m_db.inTransaction(); ++attempt) {
            try {
                m_db.exec("ROLLBACK");
            } catch (...) {
                qCDebug(lcStore) << "the end of a read snapshot was interrupted";
            }
        }
    }

    Connection &m_db;
};

} // namespace

ReaderPool::ReaderPool(const QString &path, int threads, SawDamage sawDamage, DamagedMessage damagedMessage)
    : m_path(path), m_sawDamage(std::move(sawDamage)), m_damagedMessage(std::move(damagedMessage))
{
    for (int i = 0; i < threads; ++i) {
        auto reader = std::make_unique<Reader>();
        reader->db = openReader(path);
        m_readers.push_back(std::move(reader));
    }
    for (const auto &reader : m_readers) {
        Reader *self = reader.get();
        self->thread = std::jthread([this, self](const std::stop_token &stop) {
            tuneThisThread("inlet-reader", Niceness::Interactive);
            loop(*self, stop);
        });
    }
}

ReaderPool::~ReaderPool()
{
    for (const auto &reader : m_readers) {
        reader->thread.request_stop();
        reader->cancelled = true;
        const std::scoped_lock lock(m_mutex);
        if (reader->db)
            reader->db->interrupt();
    }
    m_readers.clear();
}

void ReaderPool::read(const QByteArray &slot, Store::Read work)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!slot.isEmpty()) {
            std::erase_if(m_queue, [&slot](const Task &task) { return task.slot == slot; });
            for (const auto &reader : m_readers) {
                if (reader->slot == slot) {
                    reader->cancelled = true;
                    reader->db->interrupt();
                }
            }
        }
        m_queue.push_back({slot, std::move(work)});
    }
    m_ready.notify_one();
}

void ReaderPool::loop(Reader &reader, const std::stop_token &stop)
{
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_ready.wait(lock, stop, [this] { return m_state == State::Open && !m_queue.empty(); }) || stop.stop_requested())
                return;
            task = std::move(m_queue.front());
            m_queue.pop_front();
            reader.isBusy = true;
            reader.slot = task.slot;
            reader.cancelled = false;
            ++m_reading;
        }
        run(*reader.db, &reader.cancelled, task.work);
        task.work = {}; // what it holds ends with it
        {
            const std::scoped_lock lock(m_mutex); // before leave(): reopen() closes what nobody reads with
            reader.isBusy = false;
            reader.slot.clear();
        }
        leave({});
    }
}

void ReaderPool::run(Connection &db, const std::atomic<bool> *cancelled, const Store::Read &work)
{
    std::optional<SnapshotGuard> snapshot;
    bool damaged = false;
    try {
        snapshot.emplace(db);
    } catch (...) {
        const Error error = currentError(db.handle());
        damaged = error.cause == kCorrupt;
        qCWarning(lcStore) << "no read snapshot:" << error.detail;
    }
    Reads<ReadSession> session(db, cancelled);
    work(session);
    if (damaged || session.sawDamage())
        m_sawDamage();
    for (const StoredMessageId message : session.damagedMessages())
        m_damagedMessage(message);
}

std::unique_ptr<Connection> ReaderPool::takeSpare()
{
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_state != State::Replacing; });
        if (m_state == State::Failed)
            throw StoreError(Error{ErrorKind::Storage, QStringLiteral("the database is not there"), {}, {}});
        ++m_reading;
        if (!m_spare.empty()) {
            auto db = std::move(m_spare.back());
            m_spare.pop_back();
            return db;
        }
    }
    try {
        return openReader(m_path);
    } catch (...) {
        if (currentError(nullptr).cause == kCorrupt)
            m_sawDamage();
        leave({});
        throw;
    }
}

void ReaderPool::leave(std::unique_ptr<Connection> db)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (db && m_state == State::Open && m_spare.size() < kMaxSpare)
            m_spare.push_back(std::move(db));
    }
    db.reset(); // counted until it is closed
    {
        const std::scoped_lock lock(m_mutex);
        --m_reading;
    }
    m_ready.notify_all();
}

void ReaderPool::readHere(const Store::Read &work)
{
    std::unique_ptr<Connection> db;
    try {
        db = takeSpare();
    } catch (...) {
        qCWarning(lcStore) << "no connection to read with";
        return;
    }
    run(*db, nullptr, work);
    leave(std::move(db));
}

void ReaderPool::settle()
{
    const auto isIdle = [this] { return std::none_of(m_readers.begin(), m_readers.end(), [](const auto &reader) { return reader->isBusy; }); };
    std::unique_lock lock(m_mutex);
    do { // a read that ends may ask for another one
        m_queue.clear();
        for (const auto &reader : m_readers) {
            if (!reader->isBusy)
                continue;
            reader->cancelled = true;
            reader->db->interrupt();
        }
        m_ready.wait(lock, isIdle);
    } while (!m_queue.empty());
}

void ReaderPool::reopen(const std::function<void()> &replace)
{
    {
        std::unique_lock lock(m_mutex);
        m_state = State::Replacing;
        for (const auto &reader : m_readers) {
            if (reader->db)
                reader->db->interrupt();
        }
        m_ready.wait(lock, [this] { return m_reading == 0; });
        m_spare.clear();
        for (const auto &reader : m_readers)
            reader->db.reset();
    }
    const auto become = [this](State state) {
        {
            const std::scoped_lock lock(m_mutex);
            m_state = state;
        }
        m_ready.notify_all();
    };
    try {
        replace();
        for (const auto &reader : m_readers)
            reader->db = openReader(m_path);
    } catch (...) {
        become(State::Failed);
        throw;
    }
    become(State::Open);
}

} // namespace inlet::store
