// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/DamagedTable.h"

#include <sqlite3.h>

#include <limits>
#include <memory>
#include <new>

namespace inlet::store
{

namespace
{

constexpr long long kFirst = std::numeric_limits<long long>::min();
constexpr long long kLast = std::numeric_limits<long long>::max();
/// Holes in one table, each of which costs some hundred look-ups.
constexpr int kMostHoles = 20'000;

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepare(sqlite3 *db, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, sql.c_str(), int(sql.size()), &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

/// That is no hole in the table.
void throwIfNoMemory(int step)
{
    if (step == SQLITE_NOMEM)
        throw std::bad_alloc();
}

/// `distance` further, or the last number there is.
long long stepFrom(long long from, unsigned long long distance)
{
    const unsigned long long room = static_cast<unsigned long long>(kLast) - static_cast<unsigned long long>(from);
    return distance >= room ? kLast : static_cast<long long>(static_cast<unsigned long long>(from) + distance);
}

} // namespace

DamagedTable::DamagedTable(sqlite3 *db, std::string table, std::string columns, std::string wanted)
    : m_db(db), m_table(std::move(table)), m_columns(std::move(columns)), m_wanted(std::move(wanted))
{
}

bool DamagedTable::readByRowId(const Row &row)
{
    long long from = kFirst;
    for (int holes = 0; holes < kMostHoles; ++holes) {
        const Scan scanned = scan(from, row);
        if (scanned.whole)
            return holes == 0;
        const long long after = scanned.last.value_or(from);
        const auto next = after == kLast ? std::nullopt : reachable(after + 1);
        if (!next)
            return false;
        from = *next;
    }
    return false;
}

bool DamagedTable::readByKey(const std::string &key, const Row &row)
{
    if (scanByKey(key, row))
        return true;
    scanByKey(key + " DESC", row);
    return false;
}

/// What is not wanted is read as well, so that the place of the damage is known.
DamagedTable::Scan DamagedTable::scan(long long from, const Row &row)
{
    const Statement rows = prepare(m_db, "SELECT " + m_columns + ", (" + m_wanted + "), rowid FROM " + m_table
            + " NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid");
    if (!rows)
        return {};
    sqlite3_bind_int64(rows.get(), 1, from);
    const int wanted = sqlite3_column_count(rows.get()) - 2;
    Scan scanned;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(rows.get())) == SQLITE_ROW) {
        scanned.last = sqlite3_column_int64(rows.get(), wanted + 1);
        if (sqlite3_column_int(rows.get(), wanted) != 0)
            row(rows.get());
    }
    throwIfNoMemory(step);
    scanned.whole = step == SQLITE_DONE;
    return scanned;
}

bool DamagedTable::scanByKey(const std::string &order, const Row &row)
{
    const Statement rows = prepare(
        m_db, "SELECT " + m_columns + " FROM " + m_table + " NOT INDEXED WHERE " + m_wanted + " ORDER BY " + order);
    if (!rows)
        return false;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(rows.get())) == SQLITE_ROW)
        row(rows.get());
    throwIfNoMemory(step);
    return step == SQLITE_DONE;
}

std::optional<long long> DamagedTable::reachable(long long from)
{
    std::optional<long long> found;
    if (probe(from, found))
        return found;
    const auto next = beyond(from);
    // Counted ids begin at 1, which is far from the lowest number there is.
    return next || from >= 0 ? next : reachable(0);
}

/// Further and further on until a page makes sense again, then back to where it begins to.
std::optional<long long> DamagedTable::beyond(long long from)
{
    std::optional<long long> found;
    long long bad = from;
    long long good = from;
    constexpr unsigned long long kFarthest = std::numeric_limits<unsigned long long>::max();
    for (unsigned long long distance = 1;; distance = distance > kFarthest / 2 ? kFarthest : distance * 2) {
        good = stepFrom(from, distance);
        if (probe(good, found))
            break;
        bad = good;
        if (good == kLast)
            return std::nullopt;
    }
    while (static_cast<unsigned long long>(good) - static_cast<unsigned long long>(bad) > 1) {
        const long long middle
            = stepFrom(bad, (static_cast<unsigned long long>(good) - static_cast<unsigned long long>(bad)) / 2);
        std::optional<long long> here;
        if (probe(middle, here)) {
            good = middle;
            found = here;
        } else {
            bad = middle;
        }
    }
    return found;
}

bool DamagedTable::probe(long long from, std::optional<long long> &found)
{
    found.reset();
    const Statement look
        = prepare(m_db, "SELECT rowid FROM " + m_table + " NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid LIMIT 1");
    if (!look)
        return false;
    sqlite3_bind_int64(look.get(), 1, from);
    const int step = sqlite3_step(look.get());
    if (step == SQLITE_ROW)
        found = sqlite3_column_int64(look.get(), 0);
    return step == SQLITE_ROW || step == SQLITE_DONE;
}

} // namespace inlet::store
