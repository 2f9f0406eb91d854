// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/DamagedFile.h"

#include "base/Log.h"
#include "store/DatabaseFile.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

namespace inlet::store
{

namespace
{

constexpr qint64 kHeaderSize = 100;
// Places in the header; https://www.sqlite.org/fileformat2.html section 1.3.
constexpr int kPageCount = 28;
constexpr int kFirstFreePage = 32;
constexpr int kFreePages = 36;
constexpr int kChangeCounter = 24;
constexpr int kCountValidFor = 92;

void put(QByteArray &header, int at, quint32 value)
{
    qToBigEndian(value, header.data() + at);
}

} // namespace

DamagedFile::DamagedFile(const QString &path, const QString &log, const QString &example) : m_path(path), m_log(log)
{
    // SQLite throws the log of an empty file away, and it may hold everything.
    if (QFileInfo(path).size() < kPageSize && QFileInfo(log).size() > 0)
        QFile::resize(path, kPageSize);
    open();
    // The header alone first; then the root of the schema, whose leaves lie elsewhere.
    for (const qint64 octets : {kHeaderSize, qint64(kPageSize)}) {
        if (showsTables() || QFileInfo(path).size() < kPageSize)
            return;
        qCWarning(lcStore) << "the first" << octets << "octets of" << path << "say nothing; they are replaced";
        mend(example, octets);
        open();
    }
}

DamagedFile::~DamagedFile()
{
    sqlite3_close_v2(m_db);
}

void DamagedFile::open()
{
    sqlite3_close_v2(m_db);
    m_db = nullptr;
    // Without a log nothing beside the file is needed, and nothing is made.
    const bool hasLog = QFileInfo(m_log).size() > 0;
    const QByteArray uri = QUrl::fromLocalFile(m_path).toEncoded() + (hasLog ? "?mode=ro" : "?mode=ro&immutable=1");
    sqlite3_open_v2(uri.constData(), &m_db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    // With writable_schema, entries that make no sense and pages that are missing are no reason to give up.
    sqlite3_exec(m_db, "PRAGMA writable_schema = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
}

bool DamagedFile::showsTables() const
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(m_db, "SELECT 1 FROM sqlite_schema WHERE name = 'accounts'", -1, &statement, nullptr);
    const bool shows = statement && sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return shows;
}

void DamagedFile::mend(const QString &example, qint64 octets)
{
    sqlite3_close_v2(m_db);
    m_db = nullptr;
    QFile sound(example);
    QFile file(m_path);
    if (!sound.open(QIODevice::ReadOnly) || !file.open(QIODevice::ReadWrite))
        return;
    QByteArray begin = sound.read(octets);
    if (begin.size() != octets)
        return;
    put(begin, kPageCount, quint32(file.size() / kPageSize));
    put(begin, kFirstFreePage, 0);
    put(begin, kFreePages, 0);
    put(begin, kCountValidFor, qFromBigEndian<quint32>(begin.constData() + kChangeCounter));
    file.write(begin);
}

} // namespace inlet::store
