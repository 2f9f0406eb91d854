// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/Rebuild.h"

#include "base/Log.h"
#include "store/DatabaseFile.h"
#include "store/Migrations.h"
#include "store/salvage/CarryOver.h"
#include "store/salvage/DamagedFile.h"
#include "store/salvage/LogCheck.h"
#include "store/salvage/ReportRow.h"
#include "store/salvage/SafetyCopy.h"
#include "store/values/Ledger.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstring>

#include <sys/stat.h>

namespace inlet::store
{

namespace
{

/// There while a replacement is on its way; the name of the old database, and whether its newest
/// commits are lost.
QString markerIn(const QString &dir)
{
    return dir + QStringLiteral("/inlet.rebuild");
}

/// There since somebody met damage in the database.
QString damageMarkIn(const QString &dir)
{
    return dir + QStringLiteral("/inlet.damaged");
}

QString logOf(const QString &database)
{
    return database + QStringLiteral("-wal");
}

struct Plan {
    QString oldFile;
    bool newestLost = false;
};

[[noreturn]] void throwFailed(const QString &what, const QString &reason)
{
    throw StoreError(Error{ErrorKind::Storage,
        QStringLiteral("The local database is damaged and cannot be replaced: %1: %2. Check that there is room on the disk and that "
                       "the folder belongs to you, then start again.")
            .arg(what, reason),
        {}, "disk-error"});
}

Plan readPlan(const QString &dir)
{
    QFile file(markerIn(dir));
    if (!file.open(QIODevice::ReadOnly))
        throwFailed(file.fileName(), file.errorString());
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    return {dir + QLatin1Char('/') + lines.value(0), lines.value(1) == QLatin1String("lost")};
}

/// A name that says when, and that nothing has yet.
QString freeName(const QString &dir)
{
    const QString stem = QStringLiteral("inlet-damaged-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = stem + QStringLiteral(".db");
    for (int more = 2; QFileInfo::exists(dir + QLatin1Char('/') + name); ++more)
        name = QStringLiteral("%1-%2.db").arg(stem).arg(more);
    return name;
}

void writePlan(const QString &dir)
{
    // Without the log, or with an empty file, the ledger may be older than what has left.
    const bool lost = losesCommits(logOf(databaseIn(dir)));
    QSaveFile file(markerIn(dir));
    const QByteArray text = freeName(dir).toUtf8() + '\n' + (lost ? "lost" : "") + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throwFailed(file.fileName(), file.errorString());
}

void move(const QString &from, const QString &to)
{
    if (QFileInfo::exists(from) && ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        throwFailed(from, QString::fromLocal8Bit(strerror(errno)));
}

/// Its last file moves last: as long as that is there, moving has not ended.
void setAside(const QString &database, const QString &oldFile)
{
    if (QFileInfo::exists(oldFile))
        return;
    move(logOf(database), logOf(oldFile));
    move(database + QStringLiteral("-shm"), oldFile + QStringLiteral("-shm"));
    move(database, oldFile);
}

/// They hold mail and can be large: the newest are enough to look into.
void removeOldOnes(const QString &dir)
{
    constexpr qsizetype kKept = 2;
    // Their names say when.
    const QStringList newestFirst = QDir(dir).entryList({QStringLiteral("inlet-damaged-*.db")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : newestFirst.mid(kKept))
        removeDatabase(dir + QLatin1Char('/') + name);
}

/// What is waiting in an older copy may have left since.
void addFromCopy(const QString &copyPath, Connection &fresh, SalvageReport &report)
{
    const Connection copy(copyPath, Connection::Mode::ReadOnly);
    fresh.exec("CREATE TEMP TABLE known_ledger AS SELECT id FROM ledger");
    CarryOver carry(copy.handle(), fresh);
    carry.carryRows(report.incomplete);
    carry.join();
    report.fromCopy = carry.incomplete().isEmpty();
    fresh.change("UPDATE ledger SET state = ? WHERE state IN (?, ?) AND id NOT IN (SELECT id FROM known_ledger)", LedgerState::Sending,
        LedgerState::UndoWindow, LedgerState::Queued);
    fresh.exec("DROP TABLE known_ledger");
}

SalvageReport fill(const QString &path, const Plan &plan, const QString &copy)
{
    SalvageReport report;
    report.at = QDateTime::currentDateTimeUtc();
    report.oldFile = plan.oldFile;
    report.newestLost = plan.newestLost;
    Connection fresh(path, Connection::Mode::ReadWrite);
    prepareThrowaway(fresh);
    migrate(fresh);
    DamagedFile old(plan.oldFile, logOf(plan.oldFile), path);
    CarryOver carry(old.handle(), fresh);
    carry.carryRows();
    report.incomplete = carry.incomplete();
    if (!report.incomplete.isEmpty() && QFileInfo::exists(copy)) {
        const Result<void> added = guarded(fresh.handle(), [&] { addFromCopy(copy, fresh, report); });
        if (!added && added.error().cause != kCorrupt)
            throw StoreError(added.error());
    }
    carry.join();
    report.incomplete = carry.incomplete();
    settleCarried(fresh, plan.newestLost, report);
    writeSalvageReport(fresh, report);
    return report;
}

} // namespace

QString databaseIn(const QString &dir)
{
    return dir + QStringLiteral("/inlet.db");
}

bool needsRebuild(const QString &dir)
{
    const QFileInfo database(databaseIn(dir));
    if (QFileInfo::exists(markerIn(dir)))
        return true;
    // Twice: another process that only looks may be about to close it, which rewrites the log.
    return database.exists() && (database.size() == 0 || (losesCommits(logOf(database.filePath())) && losesCommits(logOf(database.filePath()))));
}

QByteArray identityOf(const QString &database)
{
    struct stat status{};
    if (::stat(QFile::encodeName(database).constData(), &status) != 0)
        return {};
    return QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
}

void markDamaged(const QString &dir, const QByteArray &identity)
{
    QFile mark(damageMarkIn(dir));
    if (!mark.open(QIODevice::WriteOnly) || mark.write(identity) != identity.size())
        qCWarning(lcStore) << "damage could not be noted:" << mark.errorString();
}

bool isMarkedDamaged(const QString &dir)
{
    QFile mark(damageMarkIn(dir));
    return mark.open(QIODevice::ReadOnly) && mark.readAll() == identityOf(databaseIn(dir));
}

void rebuild(const QString &dir)
{
    if (!QFileInfo::exists(markerIn(dir)))
        writePlan(dir);
    const Plan plan = readPlan(dir);
    const QString database = databaseIn(dir);
    const bool ended = QFileInfo::exists(plan.oldFile) && QFileInfo::exists(database);
    if (!ended) {
        qCWarning(lcStore) << "the database is damaged; it is set aside as" << plan.oldFile;
        setAside(database, plan.oldFile);
        const QString fresh = database + QStringLiteral(".new");
        removeDatabase(fresh);
        createPrivately(fresh);
        const SalvageReport report = fill(fresh, plan, safetyCopyIn(dir));
        qCWarning(lcStore) << "a new database holds" << report.mailboxes << "mailboxes," << report.conversations << "conversations,"
                           << report.outgoing << "outgoing messages," << report.drafts << "drafts; not whole:" << report.incomplete;
        putInPlace(fresh, database);
        removeOldOnes(dir);
    }
    QFile::remove(damageMarkIn(dir)); // first: the other one says that there is more to do
    QFile::remove(markerIn(dir));
}

} // namespace inlet::store
