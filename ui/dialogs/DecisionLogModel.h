// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/History.h"

#include <QAbstractTableModel>

namespace inlet::ui
{

/// The log of decisions as a table, newest first; one key press on many conversations is one row.
/// Thread: GUI.
class DecisionLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, About, By, Columns };

    struct Row {
        store::DecisionRecord record; ///< the first of them
        QList<ConversationId> conversations;
        QStringList names; ///< of the first few
        qsizetype count = 1; ///< decisions in it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRecords(const QList<store::DecisionRecord> &records);
    void setSearch(const QString &wanted);
    [[nodiscard]] const Row *row(int row) const; ///< null: there is none
    [[nodiscard]] int rowOf(const QByteArray &decision) const; ///< -1: not shown
    /// Steps above `row` that still stand and changed the same of one of its conversations, newest first.
    [[nodiscard]] QList<UndoId> laterSteps(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refill();
    [[nodiscard]] static bool belongs(const Row &row, const store::DecisionRecord &record);
    [[nodiscard]] static QString text(const Row &row, int column);

    QList<Row> m_rows;
    QList<qsizetype> m_shown; ///< places in m_rows
    QString m_wanted;
};

} // namespace inlet::ui
