// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseFile.h"

#include "store/sqlite/Connection.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inlet::store
{

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
            full ? QStringLiteral("The disk is full. Make room on it, then start again.")
                 : QStringLiteral("%1 cannot be opened: %2").arg(path, QString::fromLocal8Bit(strerror(errno))),
            {}, full ? "disk-full" : "disk-error"});
    }
    ::fchmod(file, S_IRUSR | S_IWUSR);
    ::close(file);
}

} // namespace inlet::store
