// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/Connection.h"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <climits>

namespace inlet::store
{

namespace
{

constexpr int kBusyTimeoutMs = 10'000;

/// Without SQLite's own locks: a connection is used by one thread at a time (sqlite3_interrupt needs none).
int openFlags(Connection::Mode mode)
{
    return SQLite::OPEN_NOMUTEX
        | (mode == Connection::Mode::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

} // namespace

Query::Query(Connection &, std::vector<std::unique_ptr<SQLite::Statement>> *home,
    std::unique_ptr<SQLite::Statement> statement)
    : m_home(home), m_statement(std::move(statement))
{
}

Query::~Query()
{
    if (!m_statement || !m_home)
        return;
    try {
        m_statement->tryReset();
        if (m_bound > 0)
            m_statement->clearBindings(); // lets go of large blobs
        m_home->push_back(std::move(m_statement));
    } catch (...) {
        m_statement.reset(); // prepared anew next time
    }
}

Query &Query::add(qint64 value)
{
    m_statement->bind(++m_bound, int64_t(value));
    return *this;
}

Query &Query::add(const QString &value)
{
    m_statement->bind(++m_bound, value.toStdString());
    return *this;
}

Query &Query::add(const QByteArray &value)
{
    if (value.size() > INT_MAX)
        throw StoreError(Error{ErrorKind::Storage, QStringLiteral("value too large"), {}, {}});
    // A null pointer would bind NULL instead of an empty blob.
    m_statement->bind(++m_bound, value.isEmpty() ? "" : value.constData(), int(value.size()));
    return *this;
}

Query &Query::addNull()
{
    m_statement->bind(++m_bound);
    return *this;
}

bool Query::next()
{
    return m_statement->executeStep();
}

void Query::run()
{
    while (m_statement->executeStep()) { }
}

qint64 Query::number(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

QString Query::text(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const char *octets = value.getText();
    return QString::fromUtf8(octets, value.getBytes());
}

QByteArray Query::bytes(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const auto *octets = static_cast<const char *>(value.getBlob());
    return QByteArray(octets, value.getBytes());
}

bool Query::isNull(int column) const
{
    return m_statement->isColumnNull(column);
}

Connection::Connection(const QString &path, Mode mode)
    : m_database(path.toStdString(), openFlags(mode), kBusyTimeoutMs)
{
    exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;");
}

Query Connection::query(const char *sql)
{
    auto &shelf = m_cache[sql];
    if (shelf.empty())
        return Query(*this, &shelf, std::make_unique<SQLite::Statement>(m_database, sql));
    auto statement = std::move(shelf.back());
    shelf.pop_back();
    return Query(*this, &shelf, std::move(statement));
}

Query Connection::once(const std::string &sql)
{
    return Query(*this, nullptr, std::make_unique<SQLite::Statement>(m_database, sql));
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

std::pair<qint64, int> Connection::version()
{
    // What is rolled back stays counted: of a connection that writes no two versions are the same.
    if (sqlite3_db_readonly(handle(), "main") == 0)
        return {number("SELECT random()", 0), totalChanges()};
    return {number("SELECT data_version FROM pragma_data_version", 0), totalChanges()};
}

void Connection::interrupt()
{
    sqlite3_interrupt(handle());
}

} // namespace inlet::store
