// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/SqlError.h"

#include <QCoreApplication>

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

Error fullDisk()
{
    return storageError(QCoreApplication::translate("Store", "The disk is full. Make room on it; Inlet goes on by itself."), "disk-full");
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

void refuse(const QString &words)
{
    throw StoreError(Error{ErrorKind::Config, words, {}, {}});
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
        return fullDisk();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return storageError(QCoreApplication::translate("Store", "The local database is damaged (%1).").arg(detail), "database-corrupt");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return storageError(QCoreApplication::translate("Store", "Another program keeps Inlet's database locked. Close it - a backup, a second Inlet, a tool that "
                                           "looks into databases - and try again."),
            "database-busy");
    case SQLITE_INTERRUPT:
        return Error{ErrorKind::Cancelled, detail, {}, {}};
    case SQLITE_IOERR:
        if (isOutOfSpace(db, lastErrno))
            return fullDisk();
        return storageError(QCoreApplication::translate("Store", "The disk that holds Inlet's database cannot be read or written (%1).").arg(detail), "disk-error");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        if (isOutOfSpace(db, lastErrno))
            return fullDisk();
        return storageError(QCoreApplication::translate("Store", "Inlet's database cannot be opened for writing (%1). Check that its folder belongs to you.").arg(detail),
            "disk-error");
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
