// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/SavedView.h"

namespace inlet::store
{

/// Lists that the rep kept. Throws. Thread: that of the connection.
class ViewReader
{
public:
    explicit ViewReader(Connection &db) : m_db(db) {}
    QList<SavedView> all(); ///< in their order

private:
    Connection &m_db;
};

/// Changes them, see ViewWrites. Throws. Thread: the writer.
class ViewTable
{
public:
    explicit ViewTable(WriteContext &context) : m_context(context) {}
    SavedViewId save(const SavedView &view);
    void remove(SavedViewId id);
    void removeOf(AccountId account); ///< a mailbox that goes takes its lists along
    void order(const QList<SavedViewId> &order);

private:
    [[nodiscard]] SavedView checked(const SavedView &view);
    void takeNumber(const SavedView &view);

    WriteContext &m_context;
};

} // namespace inlet::store
