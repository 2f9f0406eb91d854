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
    /// Throws when the database cannot be opened.
    ReaderPool(const QString &path, int threads);
    ~ReaderPool();

    void read(const QByteArray &slot, Store::Read work);
    void readHere(const Store::Read &work);

private:
    struct Task {
        QByteArray slot;
        Store::Read work;
    };
    struct Reader {
        std::unique_ptr<Connection> db;
        QByteArray slot; ///< of the running task
        std::atomic<bool> cancelled = false;
        std::jthread thread;
    };

    void loop(Reader &reader, const std::stop_token &stop);
    static void run(Connection &db, const std::atomic<bool> *cancelled, const Store::Read &work);
    std::unique_ptr<Connection> takeSpare();

    const QString m_path;
    /// Guards the queue, the running slots and the spare connections.
    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<Task> m_queue;
    std::vector<std::unique_ptr<Connection>> m_spare;
    std::vector<std::unique_ptr<Reader>> m_readers;
};

} // namespace inlet::store
