// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/SqlError.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cerrno>
#include <new>

namespace inlet::store
{

namespace
{

Error storageError(const QString &detail, const char *cause)
{
    return Error{ErrorKind::Storage, detail, {}, QByteArray(cause)};
}

/// SQLite knows ENOSPC as "full"; a quota or a file size limit is the same to the user.
bool isOutOfSpace(sqlite3 *db, int lastErrno)
{
    // SQLite tells no number for a commit that failed in the log; then the thread's own is left.
    const int told = db ? sqlite3_system_errno(db) : 0;
    const int number = told != 0 ? told : lastErrno;
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

} // namespace

void throwNotFound(const QString &what)
{
    throw StoreError(Error{ErrorKind::NotFound, what, {}, {}});
}

void throwConflict(const QString &what)
{
    throw StoreError(Error{ErrorKind::Conflict, what, {}, {}});
}

Error errorOfCode(int extendedCode, const char *message, sqlite3 *db)
{
    const int lastErrno = errno;
    const QString detail = QString::fromUtf8(message);
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return storageError(detail, "disk-full");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return storageError(detail, "database-corrupt");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return storageError(detail, "database-busy");
    case SQLITE_INTERRUPT:
        return Error{ErrorKind::Cancelled, detail, {}, {}};
    case SQLITE_IOERR:
        return isOutOfSpace(db, lastErrno) ? storageError(detail, "disk-full") : storageError(detail, "disk-error");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return storageError(detail, "disk-error");
    case SQLITE_CONSTRAINT:
        return Error{ErrorKind::Conflict, detail, {}, {}};
    default:
        return storageError(detail, "");
    }
}

Error currentError(sqlite3 *db)
{
    try {
        throw;
    } catch (const StoreError &error) {
        return error.error();
    } catch (const SQLite::Exception &error) {
        return errorOfCode(error.getExtendedErrorCode(), error.what(), db);
    } catch (const std::bad_alloc &) {
        return storageError(QStringLiteral("out of memory"), "");
    } catch (const std::exception &error) {
        return Error{ErrorKind::Bug, QString::fromUtf8(error.what()), {}, {}};
    }
}

} // namespace inlet::store
