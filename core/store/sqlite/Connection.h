// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/StrongId.h"
#include "store/sqlite/SqlError.h"

#include <QByteArray>
#include <QString>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace inlet::store
{

class Connection;

/// One use of a prepared statement: bound in order, stepped, and given back to the cache at the end
/// of its scope. Throws SQLite::Exception. Thread: that of its connection.
class Query
{
public:
    Query(Connection &connection, std::vector<std::unique_ptr<SQLite::Statement>> *home,
        std::unique_ptr<SQLite::Statement> statement);
    ~Query();
    Query(Query &&) noexcept = default;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    Query &add(qint64 value);
    Query &add(const QString &value);
    Query &add(const QByteArray &value); ///< BLOB
    Query &addNull();
    template <typename Tag, typename Number>
    Query &add(StrongId<Tag, Number> id)
    {
        return add(qint64(id.number()));
    }
    template <typename T>
        requires std::is_integral_v<T> || std::is_enum_v<T>
    Query &add(T value)
    {
        return add(qint64(value));
    }
    template <typename... Values>
    Query &bind(const Values &...values)
    {
        (add(values), ...);
        return *this;
    }

    bool next(); ///< false: no more rows
    void run(); ///< for statements without rows

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int integer(int column) const { return int(number(column)); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    template <typename Id>
    [[nodiscard]] Id id(int column) const
    {
        return Id(typename Id::number_type(number(column)));
    }

private:
    std::vector<std::unique_ptr<SQLite::Statement>> *m_home; ///< null: not cached
    std::unique_ptr<SQLite::Statement> m_statement;
    int m_bound = 0;
};

/// A database connection with a cache of prepared statements. Thread: one at a time; interrupt()
/// from any.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    Connection(const QString &path, Mode mode);

    /// `sql` is a literal or one of few: the statement is kept.
    Query query(const char *sql);
    Query query(const std::string &sql) { return query(sql.c_str()); }
    /// For SQL that depends on what the user typed: prepared, used, forgotten.
    Query once(const std::string &sql);
    void run(const char *sql) { query(sql).run(); }
    void exec(const char *sql) { m_database.exec(sql); } ///< several statements, no parameters

    [[nodiscard]] qint64 lastId() const { return m_database.getLastInsertRowid(); }
    [[nodiscard]] int changes() const { return m_database.getChanges(); }
    [[nodiscard]] int totalChanges() const { return m_database.getTotalChanges(); }
    [[nodiscard]] bool inTransaction() const;
    /// Another one after each commit of others and each change of ours: what was made of the rows holds no longer.
    /// Of a connection that writes it is another one each time.
    [[nodiscard]] std::pair<qint64, int> version();
    void interrupt();
    [[nodiscard]] sqlite3 *handle() const { return m_database.getHandle(); }

    /// First column of the first row, or `fallback`.
    template <typename... Values>
    qint64 number(const char *sql, qint64 fallback, const Values &...values)
    {
        Query q = query(sql);
        q.bind(values...);
        return q.next() ? q.number(0) : fallback;
    }
    template <typename... Values>
    void change(const char *sql, const Values &...values)
    {
        Query q = query(sql);
        q.bind(values...);
        q.run();
    }

    /// What somebody made of the database and wants to find here again, made empty at first. One a type.
    template <typename T>
    T &kept()
    {
        std::shared_ptr<void> &place = m_kept[std::type_index(typeid(T))];
        if (!place)
            place = std::make_shared<T>();
        return *static_cast<T *>(place.get());
    }

private:
    SQLite::Database m_database;
    std::unordered_map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>> m_cache;
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_kept;
};

} // namespace inlet::store
