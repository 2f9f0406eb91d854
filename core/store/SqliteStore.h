// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "store/ReaderPool.h"
#include "store/Store.h"

namespace inlet::store
{

/// Store over one SQLite file. See README.md for threads and transactions.
class SqliteStore final : public Store
{
public:
    /// Throws StoreError or SQLite::Exception.
    explicit SqliteStore(const QString &path);
    ~SqliteStore() override;

    void write(const char *name, Write work, Done done) override;
    Result<void> writeAndWait(const char *name, Write work) override;
    void read(const QByteArray &slot, Read work) override { m_readers->read(slot, std::move(work)); }
    void readHere(const Read &work) override { m_readers->readHere(work); }
    void observe(Observer observer) override;
    [[nodiscard]] qint64 databaseBytes() const override;

private:
    struct Command {
        const char *name = "";
        Write work;
        Done done;
        std::chrono::steady_clock::time_point queuedAt;
    };
    struct Finished {
        Command command;
        Result<void> result;
    };

    void loop();
    void runBatch(Command first);
    Result<ChangeSet> runOne(const Command &command);
    std::optional<Error> commit();
    void rollBack();
    void publish(const ChangeSet &changes);
    [[nodiscard]] std::chrono::milliseconds untilNextWake();
    void wakeSnoozed();

    const QString m_path;
    std::unique_ptr<Connection> m_db; ///< the only one that writes; the writer's
    std::unique_ptr<ReaderPool> m_readers;
    Channel<Command> m_commands;
    std::mutex m_observerMutex; ///< guards m_observer
    Observer m_observer;
    std::atomic<bool> m_closing = false;
    std::jthread m_writer;
};

} // namespace inlet::store
