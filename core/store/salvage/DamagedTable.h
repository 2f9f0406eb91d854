// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace inlet::store
{

/// Reads a table of a damaged database as far as its pages can be read: what lies on a page that makes
/// no sense is skipped, and reading goes on behind it.
class DamagedTable
{
public:
    /// `row` gets a statement whose columns are `columns`, from the first on.
    using Row = std::function<void(sqlite3_stmt *row)>;

    /// `columns`: comma-separated; `wanted`: a condition on this table's own columns.
    DamagedTable(sqlite3 *db, std::string table, std::string columns, std::string wanted);

    /// Reads in the order of the row ids. False: something could not be read.
    bool readByRowId(const Row &row);
    /// For a table WITHOUT ROWID, whose key begins with `key`: from both ends towards the damage. A row
    /// may come twice.
    bool readByKey(const std::string &key, const Row &row);

private:
    struct Scan {
        bool whole = false;
        std::optional<long long> last;
    };

    Scan scan(long long from, const Row &row);
    bool scanByKey(const std::string &order, const Row &row);
    /// The first row id at or after `from` that can be reached: there is damage before it.
    std::optional<long long> reachable(long long from);
    std::optional<long long> beyond(long long from);
    /// False: damage. `found` is the first row id at or after `from`, if any.
    bool probe(long long from, std::optional<long long> &found);

    sqlite3 *m_db;
    std::string m_table;
    std::string m_columns;
    std::string m_wanted;
};

} // namespace inlet::store
