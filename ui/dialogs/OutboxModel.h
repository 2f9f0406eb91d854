// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Ledger.h"

#include <QAbstractTableModel>
#include <QHash>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Mail that has not come to rest: on its way, stuck or failed. What needs a decision stands first.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { To, Subject, Mailbox, State, Note };
    static constexpr int kColumns = int(Column::Note) + 1;
    enum class Role { State = Qt::UserRole }; ///< int(store::LedgerState)

    OutboxModel(engine::Engine &engine, QObject *parent);

    void reload();
    [[nodiscard]] const store::LedgerRow *row(int row) const;
    [[nodiscard]] int rowOf(LedgerId id) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void reloaded();

private:
    [[nodiscard]] QString text(const store::LedgerRow &row, Column column) const;

    engine::Engine &m_engine;
    QList<store::LedgerRow> m_rows;
    QHash<AccountId, QString> m_emails;
};

} // namespace inlet::ui
