// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"

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
    static void answer(sqlite3_context *context, int count, sqlite3_value **values);
    bool read(Connection &db, const Wanted &wanted);

    Wanted m_wanted;
    std::pair<qint64, int> m_version{-1, -1}; ///< of the database
    bool m_isMany = false;
    bool m_isKnown = false; ///< the function is there
    qint64 m_turn = 0; ///< so that a query which outlives its words fails instead of lying
    std::vector<bool> m_conversations;
};

} // namespace inlet::store
