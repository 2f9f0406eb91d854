// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseFile.h"

#include "store/sqlite/Connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inlet::store
{

namespace
{

void toDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

} // namespace

void prepareWriter(Connection &db)
{
    // FULL: an answered commit is on the disk, also after a power cut. It costs one fsync a batch.
    db.exec(("PRAGMA page_size = " + std::to_string(kPageSize)
        + "; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST; "
          "PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000;")
                .c_str());
}

void createPrivately(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        throw StoreError(Error{ErrorKind::Storage,
            full ? QCoreApplication::translate("Store", "The disk is full. Make room on it, then start again.")
                 : QCoreApplication::translate("Store", "%1 cannot be opened: %2").arg(path, QString::fromLocal8Bit(strerror(errno))),
            {}, full ? "disk-full" : "disk-error"});
    }
    ::fchmod(file, S_IRUSR | S_IWUSR);
    ::close(file);
}

void prepareThrowaway(Connection &db)
{
    db.exec(("PRAGMA page_size = " + std::to_string(kPageSize) + "; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF").c_str());
}

qint64 bytesWithLog(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
}

void removeDatabase(const QString &path)
{
    for (const char *end : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(end));
}

void putInPlace(const QString &from, const QString &to)
{
    toDisk(from);
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        throw StoreError(Error{ErrorKind::Storage,
            QCoreApplication::translate("Store", "%1 cannot be written: %2").arg(to, QString::fromLocal8Bit(strerror(errno))), {}, "disk-error"});
    }
    toDisk(QFileInfo(to).path());
}

} // namespace inlet::store
