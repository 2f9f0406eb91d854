// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Suppression.h"

#include <QAbstractTableModel>

namespace inlet::ui
{

/// The do-not-contact list as a table, narrowed to what is searched for. A row costs nothing until it is
/// painted: lists of a hundred thousand entries are searched while one types.
class SuppressionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Pattern, Source, Since, Reason, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<store::Suppression> &entries);
    void setSearch(const QString &wanted);
    [[nodiscard]] qsizetype entryCount() const { return m_entries.size(); }
    [[nodiscard]] QString patternAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refill();

    QList<store::Suppression> m_entries;
    QList<qsizetype> m_shown; ///< places in m_entries
    QString m_wanted;
};

} // namespace inlet::ui
