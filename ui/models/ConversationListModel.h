// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/models/RowSentence.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace inlet::ui
{

/// What a row of the list tells. All of them are cheap: none does I/O, a row that is not here yet
/// answers IsLoaded false and is asked for.
enum class ListRole {
    Id = Qt::UserRole + 1, ///< qint64, always known
    IsLoaded, ///< bool; false: paint the shape only
    Row, ///< store::ConversationRow
    IsMarked, ///< bool; part of the selection for bulk actions
    MailboxColour, ///< QString "#rrggbb" of the mailbox that took part last
    MailboxName, ///< QString, its shortest name that no other mailbox has
    HasMarks, ///< bool; some row is marked: the others show that they could be
    ManyMailboxes, ///< bool; with one mailbox nobody needs its name
};

/// A window on a list of conversations: all keys (16 octets each), rows only where somebody looked
/// lately. Changes arrive as inserts, moves and removes; nothing ever resets but another query.
/// Thread: GUI.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kPageRows = 100;
    static constexpr int kCachedRows = 3000;

    explicit ConversationListModel(engine::Engine &engine, QObject *parent = nullptr);

    void setQuery(const store::ListQuery &query);
    [[nodiscard]] const store::ListQuery &query() const { return m_query; }
    /// The same list in another order. The query does not name it.
    void setOrder(store::ListOrder order);
    [[nodiscard]] store::ListOrder order() const { return m_order; }
    void reload(); ///< the same query again, without losing what is shown

    /// Between a new query and its first answer.
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// All keys are known (the first answer may hold the first page only).
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] ConversationId idAt(int row) const;
    [[nodiscard]] int rowOf(ConversationId id) const; ///< -1: not in the list
    /// First row whose mail is from before `at` (ms since the epoch, UTC); the number of rows: none is. NewestFirst only.
    [[nodiscard]] int firstRowBefore(qint64 at) const;
    [[nodiscard]] const store::ConversationRow *rowData(ConversationId id) const; ///< null: not loaded

    /// While holding, nothing that would push the row of `anchor` or a row above it away gets in;
    /// it waits and is counted. An invalid anchor lets everything in.
    void holdAbove(ConversationId anchor);
    [[nodiscard]] int heldCount() const { return int(m_held.size()); }
    [[nodiscard]] int heldInList() const; ///< of them, those that are further down already
    [[nodiscard]] bool isHeld(ConversationId id) const { return m_held.contains(id); }
    void releaseHeld();

    /// Stays in the list although it no longer belongs there (an unread one being read), until
    /// another one is kept.
    void keep(ConversationId id);

    void setMarked(ConversationId id, bool marked);
    void setAllMarked(const QList<ConversationId> &ids);
    void clearMarks();
    [[nodiscard]] QList<ConversationId> marked() const; ///< in the order of the list
    [[nodiscard]] bool isMarked(ConversationId id) const { return m_marked.contains(id); }
    [[nodiscard]] QList<ConversationId> ids() const;

    [[nodiscard]] QString tip(const store::ConversationRow &row) const;
    /// What the sentence says, and in which order.
    void setRowParts(const QList<RowPart> &parts) { m_rowParts = parts; }
    [[nodiscard]] QString sentence(const store::ConversationRow &row, bool isMarked) const;

Q_SIGNALS:
    void loadingChanged();
    void heldChanged(int count);
    void marksChanged(int count);
    /// Rows were inserted, moved, removed or refreshed after a change in the store.
    void updated();

private:
    using Keys = QList<store::ListKey>;

    void onSnapshot(const engine::ListSnapshot &snapshot);
    void takeRows(const QList<store::ConversationRow> &rows);
    void mergeKeys(const Keys &fresh);
    void insertRuns(const Keys &added);
    void locate(const QSet<ConversationId> &ids) const;
    [[nodiscard]] int knownRowOf(ConversationId id) const;
    void onChanged(const store::ChangeSet &changes);
    void askMembership();
    void onMembership(const QList<ConversationId> &asked, const Keys &members);
    void settle(ConversationId id, const store::ListKey *fresh);
    [[nodiscard]] bool mustWait(const store::ListKey &fresh, int oldRow) const;
    [[nodiscard]] int positionFor(const store::ListKey &key) const;
    void insertKey(const store::ListKey &key);
    void removeAt(int row);
    void moveKey(int from, const store::ListKey &fresh);
    void want(int row) const;
    void askRows();
    void onRowsMissing(const QList<ConversationId> &asked);
    void askRefresh();
    void onAccountsChanged();
    void emitRowChanged(ConversationId id);

    [[nodiscard]] store::ListQuery ordered() const;

    engine::Engine &m_engine;
    store::ListQuery m_query;
    store::ListOrder m_order = store::ListOrder::NewestFirst;
    Keys m_keys; ///< largest first
    /// Sort value of ids known to be in m_keys: a memo, filled where somebody asks. Filling it for a
    /// million keys would cost more than a frame.
    mutable QHash<ConversationId, qint64> m_sortAt;
    mutable QCache<ConversationId, store::ConversationRow> m_rows; ///< the lately used ones
    QHash<ConversationId, store::ListKey> m_held;
    QSet<ConversationId> m_marked;
    struct Mailbox {
        QString colour;
        QString address;
        QString shortName;
    };
    QHash<AccountId, Mailbox> m_mailboxes;
    QList<RowPart> m_rowParts = allRowParts();
    ConversationId m_anchor;
    bool m_releasing = false;
    ConversationId m_kept;
    bool m_loading = false;
    bool m_complete = false;
    QString m_problem;

    // One request of each kind at a time; newer ones of a kind supersede older ones in the engine.
    QObject m_listContext;
    QObject m_rowContext;
    QObject m_memberContext;
    QObject m_refreshContext;
    mutable int m_wantedRow = -1; ///< the row a painter asked for last
    mutable QTimer m_wantTimer;
    QSet<ConversationId> m_requested; ///< rows on their way
    QSet<ConversationId> m_absent; ///< asked for, and the store had no row
    QSet<ConversationId> m_unsettled; ///< changed, membership not yet asked
    QSet<ConversationId> m_stale; ///< in the cache, content to be read again
    bool m_memberPending = false;
    QSet<ConversationId> m_asked; ///< of the pending question
    QTimer m_memberTimer;
    int m_memberRetryMs = 50;
    bool m_refreshPending = false;
    quint64 m_generation = 0; ///< of the query; answers of older ones are dropped
};

} // namespace inlet::ui

Q_DECLARE_METATYPE(inlet::store::ConversationRow)
