// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"
#include "store/sqlite/Connection.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace inlet::store
{

/// Reading threads with a read-only connection each, and spare connections for reads on other
/// threads. Thread: any.
class ReaderPool
{
public:
    using SawDamage = std::function<void()>;
    using DamagedMessage = std::function<void(StoredMessageId)>;
    /// `sawDamage` (of the database) and `damagedMessage` run on the thread whose read met it. Throws when the
    /// database cannot be opened.
    ReaderPool(const QString &path, int threads, SawDamage sawDamage, DamagedMessage damagedMessage);
    ~ReaderPool();

    void read(const QByteArray &slot, Store::Read work);
    void readHere(const Store::Read &work);
    /// Drops what waits, interrupts what runs and waits for its end.
    void settle();
    /// Ends running reads, closes every connection, runs `replace` and opens them anew; reads that come
    /// meanwhile wait. Throws what `replace` throws; until another call succeeds, read() waits then and readHere()
    /// does nothing.
    void reopen(const std::function<void()> &replace);

private:
    struct Task {
        QByteArray slot;
        Store::Read work;
    };
    struct Reader {
        std::unique_ptr<Connection> db;
        bool isBusy = false; ///< with a task
        QByteArray slot; ///< of that task
        std::atomic<bool> cancelled = false;
        std::jthread thread;
    };

    void loop(Reader &reader, const std::stop_token &stop);
    void run(Connection &db, const std::atomic<bool> *cancelled, const Store::Read &work);
    std::unique_ptr<Connection> takeSpare(); ///< to be given back with leave()
    void leave(std::unique_ptr<Connection> db);

    const QString m_path;
    const SawDamage m_sawDamage;
    const DamagedMessage m_damagedMessage;
    /// Guards the queue, the running slots, the spare connections and who is reading.
    std::mutex m_mutex;
    enum class State { Open, Replacing, Failed } m_state = State::Open; ///< only in Open a read begins
    int m_reading = 0; ///< threads that use a connection
    std::condition_variable_any m_ready;
    std::deque<Task> m_queue;
    std::vector<std::unique_ptr<Connection>> m_spare;
    std::vector<std::unique_ptr<Reader>> m_readers;
};

} // namespace inlet::store
