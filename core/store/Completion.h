// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Completion.h"

namespace inlet::store
{

/// Ways to finish what is typed into the search box, with counts from the stored mail. Every lookup
/// walks an index over what begins as typed, so it costs the same with a million conversations.
/// Throws. Thread: that of the connection.
class Completion
{
public:
    explicit Completion(Connection &db) : m_db(db) {}
    QList<SearchCompletion> of(const QString &typed, int limit);

private:
    QList<SearchCompletion> operators(const QString &prefix, int limit);
    QList<SearchCompletion> values(const QString &name, const QString &prefix, int limit);
    QList<SearchCompletion> people(const QString &prefix, int limit);
    QList<SearchCompletion> domains(const QString &prefix, int limit);
    QList<SearchCompletion> listed(const QString &column, const QString &prefix, int limit); ///< of `leads`
    QList<SearchCompletion> mailboxes(const QString &prefix);
    QList<SearchCompletion> labels(const QString &prefix, int limit);
    QList<SearchCompletion> tags(const QString &prefix); ///< of mailboxes
    QList<SearchCompletion> categories(const QString &prefix);
    QList<SearchCompletion> states(const QString &name, const QString &prefix);
    QList<SearchCompletion> examples(const QString &name, const QString &prefix);

    Connection &m_db;
};

} // namespace inlet::store
