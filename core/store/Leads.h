// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Lead.h"

#include <QSet>

namespace inlet::store
{

/// What imported lists say. Throws. Thread: that of the connection.
class LeadReader
{
public:
    explicit LeadReader(Connection &db) : m_db(db) {}
    /// `address` in any case. Empty: in no list.
    Lead of(const QString &address);
    QSet<QString> known(const QStringList &addresses); ///< lower-case

private:
    Connection &m_db;
};

/// Imports. Throws. Thread: the writer.
class LeadTable
{
public:
    LeadTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}
    /// A new address is added; of a known one every value that `lead` has takes the place of the old, and what it
    /// does not have stays. Makes the person a prospect, unless the rep has moved them to other mail.
    void import(const Lead &lead, LeadCounts &counts);

private:
    bool store(const Lead &before, const Lead &after);
    void index(qint64 id, const Lead &before, const Lead &after); ///< lead_index
    void makeProspect(const Lead &lead, LeadCounts &counts);

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
