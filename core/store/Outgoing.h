// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Ledger.h"

namespace inlet::store
{

/// Ledger and drafts as they are. Throws. Thread: that of the connection.
class OutgoingReader
{
public:
    explicit OutgoingReader(Connection &db) : m_db(db) {}
    QList<LedgerRow> ledger(int limit);
    QList<LedgerRow> outgoing(int recent);
    QList<LedgerRow> unfinishedLedger();
    LedgerRow ledgerRow(LedgerId id);
    QByteArray ledgerBytes(LedgerId id);
    QList<Draft> drafts();
    Draft draft(DraftId id);

private:
    Connection &m_db;
};

/// Changes of them. Throws. Thread: the writer.
class OutgoingTable
{
public:
    OutgoingTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}
    DraftId saveDraft(const Draft &draft);
    void removeDraft(DraftId id);
    /// Throws Config ("recipient-suppressed") where a recipient must not be written to.
    LedgerId addLedger(const LedgerRow &row, const QByteArray &bytes);
    void updateLedger(const LedgerRow &row, LedgerState expected);
    void setConversation(LedgerId id, ConversationId conversation);

private:
    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
