// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Aggregates.h"
#include "store/values/Triage.h"

namespace inlet::store
{

/// Operations that wait, as they are. Throws. Thread: that of the connection.
class OperationReader
{
public:
    explicit OperationReader(Connection &db) : m_db(db) {}
    /// Those whose message has a UID, oldest first; others wait until the next round finds it.
    QList<Operation> operations(AccountId account, int limit);
    qint64 count();

private:
    Connection &m_db;
};

/// The queue of changes for the servers, and the change of one place of a message that goes with
/// each. Thread: the writer. Throws.
class OperationTable
{
public:
    OperationTable(WriteContext &context, Aggregates &aggregates) : m_context(context), m_aggregates(aggregates) {}

    /// Sets or clears system flags of a place and queues that. False: it was so already.
    bool changeFlags(qint64 location, int bits, bool set, UndoId step);
    void changeKeywords(qint64 location, const QByteArrayList &add, const QByteArrayList &remove, UndoId step);
    /// Shows the place under another role and queues the Move. False: it is there already. Role None: `folder` says
    /// where; on Gmail, where a folder is a label, it gets that and leaves the inbox.
    bool move(qint64 location, imap::FolderRole role, UndoId step, FolderId folder = {});

    void finish(OperationId id);
    void retry(OperationId id);
    void backOut(OperationId id);
    /// Takes back what a key press queued: what has not run is dropped, for the rest the opposite is
    /// queued. The places are restored by the caller.
    void takeBack(UndoId step);
    /// After takeBack(): the labels of its places are shown as they were before that step, whatever others changed since.
    void showLabelsBack(UndoId step);
    void trim();

private:
    struct Row {
        OperationId id;
        AccountId account;
        Operation::Type type = Operation::Type::SetFlags;
        qint64 location = 0;
        StoredMessageId message;
        QByteArrayList flags; ///< of a Move: the mark that it took off, kArrivedFlag
        imap::FolderRole target = imap::FolderRole::None;
        imap::FolderRole source = imap::FolderRole::None;
        FolderId targetFolder;
        FolderId sourceFolder;
        UndoId step;
        int done = 0;
    };

    std::optional<Row> find(OperationId id);
    static Row readRow(const Query &query);
    void queue(const Row &row);
    bool changeLabels(qint64 location, imap::FolderRole role, UndoId step, FolderId folder);
    void setArrived(qint64 location, bool arrived);
    void turnBack(Row row);
    void queueOpposite(const Row &row);
    void showOpposite(const Row &row);
    [[nodiscard]] QList<Row> rowsOf(UndoId step); ///< newest first

    WriteContext &m_context;
    Aggregates &m_aggregates;
};

} // namespace inlet::store
