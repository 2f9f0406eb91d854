// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Recipients.h"

namespace inlet::store
{

/// What else is known of people and their companies. Throws. Thread: that of the connection.
class RecipientReader
{
public:
    explicit RecipientReader(Connection &db) : m_db(db) {}
    RecipientFacts facts(const RecipientQuery &query);
    /// Other conversations of the same people and companies, people first, then newest first.
    QList<ConversationRow> related(const QStringList &addresses, ConversationId except);

private:
    QStringList everyone(const RecipientQuery &query);
    std::optional<int> utcOffset(const QStringList &addresses);
    QStringList companiesIn(const QString &words, const QStringList &addresses);
    QSet<QString> namesOf(const QStringList &addresses);

    Connection &m_db;
};

} // namespace inlet::store
