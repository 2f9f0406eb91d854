// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QStyledItemDelegate>

class QTableView;

namespace inlet::ui
{

/// Cells of the tables in dialogs: one line, as far in as the header's words, an icon before it where
/// the model has one, elided at the end. Colours follow the theme while the table is open.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 32; ///< px at 100 %
    /// Item data of this role is a theme::Token for the text.
    static constexpr int kTintRole = Qt::UserRole + 40;

    using QStyledItemDelegate::QStyledItemDelegate;
    /// A table of whole rows of `rowHeight` px at 100 %, left by Tab.
    static void makeRows(QTableView &table, int rowHeight);
    /// Makes a table of rows with such cells of it, read only.
    static void dress(QTableView &table);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The first column carries the row, the others explain it.
    [[nodiscard]] virtual theme::Token tint(const QModelIndex &index, bool selected) const;
};

} // namespace inlet::ui
