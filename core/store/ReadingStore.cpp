// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ReadingStore.h"

#include "base/Log.h"
#include "store/DatabaseFile.h"
#include "store/Migrations.h"
#include "store/salvage/Rebuild.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace inlet::store
{

namespace
{

Error readsOnly()
{
    return Error{ErrorKind::Conflict, QStringLiteral("The database is open for reading only."), {}, {}};
}

StoreError olderDatabase()
{
    return StoreError(Error{ErrorKind::Storage, QStringLiteral("There is no database of this version."), {}, "database-older"});
}

} // namespace

ReadingStore::ReadingStore(const QString &dir) : m_dir(dir), m_path(databaseIn(dir))
{
    if (!QFileInfo::exists(m_path))
        throw olderDatabase();
    m_identity = identityOf(m_path);
    Connection db(m_path, Connection::Mode::ReadOnly);
    if (requireKnownVersion(db) < schemaVersion())
        throw olderDatabase();
    m_readers = std::make_unique<ReaderPool>(m_path, 1, [this] { m_damaged = true; },
        [](StoredMessageId message) { qCWarning(lcStore) << "message" << message.number() << "is damaged"; });
}

ReadingStore::~ReadingStore()
{
    m_readers.reset();
    if (m_damaged) // whoever writes replaces it
        markDamaged(m_dir, m_identity);
}

void ReadingStore::write(const char *, Write, Done done, Urgency)
{
    if (done)
        done(readsOnly());
}

Result<void> ReadingStore::writeAndWait(const char *, Write)
{
    return readsOnly();
}

void ReadingStore::observe(Observer) { }

qint64 ReadingStore::databaseBytes() const
{
    return bytesWithLog(m_path);
}

Result<std::unique_ptr<Store>> openStoreToRead(const QString &dir)
{
    return guarded(nullptr, [&dir]() -> std::unique_ptr<Store> {
        if (needsRebuild(dir))
            throw StoreError(errorOfCode(SQLITE_CORRUPT, "its newest part is missing", nullptr));
        return std::make_unique<ReadingStore>(dir);
    });
}

} // namespace inlet::store
