// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ReaderPool.h"
#include "store/WriteQueue.h"

namespace inlet::store
{

/// Store over one SQLite file. See README.md for threads and transactions.
class SqliteStore final : public Store
{
public:
    /// The database in `dir`. Throws StoreError or SQLite::Exception.
    SqliteStore(const QString &dir, OnDamage onDamage);
    ~SqliteStore() override;

    void write(const char *name, Write work, Done done, Urgency urgency) override;
    Result<void> writeAndWait(const char *name, Write work) override;
    void read(const QByteArray &slot, Read work) override { m_readers->read(slot, std::move(work)); }
    void readHere(const Read &work) override { m_readers->readHere(work); }
    void settle() override;
    void observe(Observer observer) override;
    [[nodiscard]] qint64 databaseBytes() const override;

private:
    struct Finished {
        WriteCommand command;
        Result<void> result;
    };

    void loop();
    void runBatch(WriteCommand first);
    [[nodiscard]] bool batchIsFull(const WriteCommand &last, std::chrono::steady_clock::time_point begin, int changes) const;
    Result<ChangeSet> runOne(const WriteCommand &command);
    void answer(std::vector<Finished> finished, const std::optional<Error> &failure);
    std::optional<Error> commit();
    void rollBack();
    void publish(const ChangeSet &changes);
    [[nodiscard]] std::chrono::milliseconds untilNextWake();
    void wakeSnoozed();
    /// Words of history into the search index. Called when nothing else waits, or too much does.
    void indexBacklog();
    void openWriter();
    /// Wakes the writer, which replaces the damaged database. Thread: any.
    void lookForMark();
    void noteDamage();
    void fetchAgain(StoredMessageId message);
    /// Not again and again: see kBetweenReplacements.
    [[nodiscard]] bool mayReplace() const;
    void replaceDamaged();
    void keepSafetyCopies(const std::stop_token &stop); ///< m_keeper's loop
    void writeSafetyCopyNow();
    void listNotes(); ///< once, where the database does not know them yet
    void refuse(WriteCommand command); ///< there is no database to work with

    const QString m_dir;
    const QString m_path;
    const OnDamage m_onDamage;
    static constexpr std::chrono::seconds kBetweenAttempts{10}; ///< to replace a damaged database
    QByteArray m_identity; ///< of the database that is open
    std::chrono::steady_clock::time_point m_lookedForMark; ///< writer
    std::atomic<bool> m_damaged = false; ///< somebody met a page that makes no sense
    std::optional<std::chrono::steady_clock::time_point> m_replacedAt; ///< or tried to; the writer's
    std::optional<Error> m_broken; ///< why the last replacement failed; the writer's
    std::unique_ptr<Connection> m_db; ///< the only one that writes; the writer's
    std::unique_ptr<ReaderPool> m_readers;
    WriteQueue m_commands;
    qint64 m_backlog = 0; ///< messages that wait for the search index; the writer's
    std::mutex m_observerMutex; ///< guards m_observer
    Observer m_observer;
    std::atomic<bool> m_closing = false;
    std::atomic<bool> m_changed = false; ///< since the last safety copy
    std::jthread m_writer;
    std::jthread m_keeper;
};

} // namespace inlet::store
