// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ReaderPool.h"

#include <atomic>

namespace inlet::store
{

/// Store of a process that only reads, beside the one that writes. Every write is refused. Thread: any.
class ReadingStore final : public Store
{
public:
    /// The database in `dir`, of exactly this version. Throws StoreError or SQLite::Exception.
    explicit ReadingStore(const QString &dir);
    ~ReadingStore() override;

    void write(const char *name, Write work, Done done, Urgency urgency) override;
    Result<void> writeAndWait(const char *name, Write work) override;
    void read(const QByteArray &slot, Read work) override { m_readers->read(slot, std::move(work)); }
    void readHere(const Read &work) override { m_readers->readHere(work); }
    void settle() override { m_readers->settle(); }
    void observe(Observer observer) override; ///< nothing is ever told: nothing is written here
    [[nodiscard]] qint64 databaseBytes() const override;

private:
    const QString m_dir;
    const QString m_path;
    QByteArray m_identity; ///< of the file that is read
    std::atomic<bool> m_damaged = false; ///< a read met a page that makes no sense
    std::unique_ptr<ReaderPool> m_readers;
};

} // namespace inlet::store
