// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Conversation.h"

#include <vector>

namespace inlet::store
{

/// ListKey::sortAt as an expression over `conversations c`.
[[nodiscard]] std::string rankOf(ListOrder order);

enum class Rows { Few, Many };
/// The keys of a list, newest first, turned into those of another order: what rankOf() says of each row. Of many rows it is
/// told from the WaitBook, of few it is asked for row by row. Throws. Thread: the connection's.
[[nodiscard]] QList<ListKey> inOrder(Connection &db, const QList<ListKey> &newestFirst, ListOrder order, Rows rows);
[[nodiscard]] QList<ListKey> inOrder(Connection &db, const QList<ListKey> &newestFirst, ListOrder order);

/// Since when each conversation that needs an answer waits for it, and how hot all are. Two looks a row take a second for
/// half a million rows; a pass over the index of all messages takes a tenth of that. Each connection that only reads
/// keeps it until something has been committed: a page and its keys, another mailbox or list cost nothing then. Thread: the connection's.
class WaitBook
{
public:
    /// Throws.
    static WaitBook &of(Connection &db);

    /// So many wait that two looks for each would take longer than to read the book.
    [[nodiscard]] static bool isWorthIt(Connection &db);

    /// Of an order that is not NewestFirst. `sortAt` is what the key of the newest first list says.
    [[nodiscard]] qint64 rank(const ListKey &newest, ListOrder order);
    /// Keys of all that wait, longest first, whatever list they are in.
    [[nodiscard]] const std::vector<ListKey> &longestFirst() const { return m_longestFirst; }

private:
    void read(Connection &db);
    void readHeat(Connection &db);
    [[nodiscard]] qint64 heatOf(ConversationId conversation);

    Connection *m_db = nullptr;
    std::pair<qint64, int> m_version{-1, -1}; ///< of the database
    std::vector<qint64> m_since; ///< by number of the conversation
    std::vector<ListKey> m_longestFirst;
    std::vector<signed char> m_heat; ///< by number of the conversation, -1: not known; empty: not read
};

} // namespace inlet::store
