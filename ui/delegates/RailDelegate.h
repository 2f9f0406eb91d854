// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace inlet::ui
{

/// Paints the rail from the roles of RailModel; with `iconsOnly` just icons, dots and marks.
class RailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setIconsOnly(bool iconsOnly) { m_iconsOnly = iconsOnly; }
    [[nodiscard]] int rowHeight() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Whether a click there is meant for the mark that folds a tag, at the end of its row.
    [[nodiscard]] bool isOnFold(const QRect &row, Qt::LayoutDirection direction, const QPoint &point) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintSymbol(QPainter *painter, const QRect &place, const QModelIndex &index, bool selected) const;
    int paintCount(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintFold(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintState(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_iconsOnly = false;
};

} // namespace inlet::ui
