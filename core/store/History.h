// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/History.h"
#include "base/Ids.h"

namespace inlet::store
{

/// The log of decisions, newest first. since() also tells what the rep's rules sorted (verb "rule", at the time
/// of the mail, without an id). Throws. Thread: that of the connection.
class HistoryReader
{
public:
    explicit HistoryReader(Connection &db) : m_db(db) {}
    QList<DecisionRecord> of(ConversationId conversation, int limit);
    QList<DecisionRecord> since(const QDateTime &since, int limit);

private:
    QList<DecisionRecord> readAll(Query q);
    QList<DecisionRecord> ruled(const QDateTime &since, int limit);
    void locate(QList<DecisionRecord> &records); ///< conversations, names, steps

    Connection &m_db;
};

} // namespace inlet::store
