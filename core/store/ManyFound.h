// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"

#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct sqlite3_context;
struct sqlite3_value;

namespace inlet::store
{

/// Conversations with a message that has words which many messages have. To look up each of them takes a page of the
/// disk a message; here the numbers of all that match are read, then the index of conversations in one pass.
/// Each connection that only reads keeps the last answer until something has been committed. Thread: the connection's.
class ManyFound
{
public:
    /// One of so many messages: a look for each match costs as much as the pass with a warm file cache, and far more from the disk.
    static constexpr qint64 kOneOf = 100;

    struct Wanted {
        QString expression; ///< for MATCH
        qint64 since = std::numeric_limits<qint64>::min(); ///< m.at
        std::optional<qint64> before;
        bool operator==(const Wanted &) const = default;
    };

    /// A condition about `c.id` for a query that runs before anybody asks for other words; nullopt: so few messages match
    /// that they are looked up one by one. Throws.
    [[nodiscard]] static std::optional<std::string> condition(Connection &db, const Wanted &wanted);

private:
    struct Found {
        Wanted wanted;
        std::pair<qint64, int> version; ///< of the database
        qint64 turn = 0; ///< so that a query which outlives its words fails instead of lying
        bool isMany = false;
        std::vector<bool> conversations;
    };

    static void answer(sqlite3_context *context, int count, sqlite3_value **values);
    [[nodiscard]] static Found read(Connection &db, const Wanted &wanted);
    const Found &keptOrRead(Connection &db, const Wanted &wanted);

    bool m_isKnown = false; ///< the function is there
    qint64 m_turn = 0;
    std::deque<Found> m_found; ///< the oldest first
};

} // namespace inlet::store
