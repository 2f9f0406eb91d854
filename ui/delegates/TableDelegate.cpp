// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/TableDelegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QTableView>

namespace inlet::ui
{

namespace
{

constexpr int kCellIcon = 16;

} // namespace

void TableDelegate::makeRows(QTableView &table, int rowHeight)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.verticalHeader()->setVisible(false);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
}

void TableDelegate::dress(QTableView &table)
{
    makeRows(table, kRowHeight);
    table.setItemDelegate(new TableDelegate(&table));
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(true);
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, theme::color(theme::Token::Selected));
    const auto mirror = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    QRect room = option.rect.adjusted(theme::kSpace, 0, -theme::kSpace, 0);
    if (const auto icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull()) {
        QRect place(room.left(), 0, kCellIcon, kCellIcon);
        place.moveCenter(QPoint(place.center().x(), room.center().y()));
        icon.paint(painter, mirror(place));
        room.setLeft(place.right() + 1 + theme::kSpace);
    }
    painter->setPen(theme::color(tint(index, selected)));
    painter->setFont(option.font);
    const QVariant side = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment wanted = side.isValid() ? Qt::Alignment(side.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    painter->drawText(mirror(room), int(QStyle::visualAlignment(option.direction, wanted)),
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int icon = index.data(Qt::DecorationRole).isValid() ? kCellIcon + theme::kSpace : 0;
    const int words = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {words + icon + 2 * theme::kSpace + 1, kRowHeight};
}

theme::Token TableDelegate::tint(const QModelIndex &index, bool selected) const
{
    if (const QVariant own = index.data(kTintRole); own.isValid())
        return theme::Token(own.toInt());
    if (index.column() == 0)
        return selected ? theme::Token::SelectedText : theme::Token::Text;
    return theme::Token::Secondary;
}

} // namespace inlet::ui
