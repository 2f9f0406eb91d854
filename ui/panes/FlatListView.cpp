// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/FlatListView.h"

#include <QAccessible>
#include <QHoverEvent>
#include <QPainter>
#include <QScrollBar>

namespace inlet::ui
{

namespace
{

constexpr int kMarginRows = 2; // kept in sight beyond the current row

} // namespace

FlatListView::FlatListView(QWidget *parent) : QListView(parent)
{
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
}

void FlatListView::setRowHeight(int height)
{
    if (height == m_rowHeight)
        return;
    const int top = firstVisibleRow();
    m_rowHeight = std::max(1, height);
    updateGeometries();
    verticalScrollBar()->setValue(top * m_rowHeight);
    viewport()->update();
}

int FlatListView::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int FlatListView::firstVisibleRow() const
{
    return verticalOffset() / m_rowHeight;
}

void FlatListView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        model()->disconnect(this);
    QListView::setModel(newModel);
    if (!newModel)
        return;
    connect(newModel, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int from, int, const QModelIndex &, int to) { onRowsMoved(from, to); });
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, [this] {
        updateGeometries();
        shiftBy(-std::exchange(m_removedAbove, 0));
        viewport()->update();
    });
}

QRect FlatListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.parent() != rootIndex())
        return {};
    return {0, index.row() * m_rowHeight - verticalOffset(), viewport()->width(), m_rowHeight};
}

QModelIndex FlatListView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (!viewport()->rect().contains(point) || y < 0)
        return {};
    const int row = y / m_rowHeight;
    return row < rows() ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void FlatListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int height = viewport()->height();
    const int top = index.row() * m_rowHeight;
    const int now = verticalOffset();
    const int margin = std::clamp((height - m_rowHeight) / 2, 0, kMarginRows * m_rowHeight);
    int target = now;
    if (hint == PositionAtTop)
        target = top;
    else if (hint == PositionAtBottom)
        target = top + m_rowHeight - height;
    else if (hint == PositionAtCenter)
        target = top - (height - m_rowHeight) / 2;
    else if (top - margin < now)
        target = top - margin;
    else if (top + m_rowHeight + margin > now + height)
        target = top + m_rowHeight + margin - height;
    verticalScrollBar()->setValue(target);
}

void FlatListView::doItemsLayout()
{
    // Past QListView, which would lay out every row.
    QAbstractItemView::doItemsLayout();
}

void FlatListView::updateGeometries()
{
    const int height = viewport()->height();
    verticalScrollBar()->setSingleStep(m_rowHeight);
    verticalScrollBar()->setPageStep(std::max(m_rowHeight, height - m_rowHeight));
    verticalScrollBar()->setRange(0, std::max(0, rows() * m_rowHeight - height));
    horizontalScrollBar()->setRange(0, 0);
    QAbstractItemView::updateGeometries();
}

int FlatListView::horizontalOffset() const
{
    return 0;
}

int FlatListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool FlatListView::isIndexHidden(const QModelIndex &) const
{
    return false;
}

void FlatListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int count = rows();
    const int first = std::max(0, (event->rect().top() + verticalOffset()) / m_rowHeight);
    const int last = std::min(count - 1, (event->rect().bottom() + verticalOffset()) / m_rowHeight);
    const QStyle::State state = option.state & ~(QStyle::State_HasFocus | QStyle::State_Selected | QStyle::State_MouseOver);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        option.rect = visualRect(index);
        option.state = state;
        if (selectionModel() && selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (hasFocus() && index == currentIndex())
            option.state |= QStyle::State_HasFocus;
        if (row == m_hoverRow)
            option.state |= QStyle::State_MouseOver;
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

void FlatListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void FlatListView::scrollContentsBy(int, int)
{
    m_hoverRow = -1;
    viewport()->update();
    Q_EMIT scrolled();
}

bool FlatListView::viewportEvent(QEvent *event)
{
    int hover = m_hoverRow;
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        hover = indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()).row();
    else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Leave)
        hover = -1;
    if (hover != m_hoverRow) {
        m_hoverRow = hover;
        viewport()->update();
    }
    return QListView::viewportEvent(event);
}

QModelIndex FlatListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = rows();
    if (count == 0)
        return {};
    const int now = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = std::max(1, viewport()->height() / m_rowHeight - 1);
    int row = now;
    switch (action) {
    case MoveUp: case MovePrevious: case MoveLeft: row = now - 1; break;
    case MoveDown: case MoveNext: case MoveRight: row = now + 1; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = count - 1; break;
    case MovePageUp: row = now - page; break;
    case MovePageDown: row = now + page; break;
    }
    return model()->index(std::clamp(row, 0, count - 1), 0, rootIndex());
}

void FlatListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = rows() - 1;
    if (last < 0 || !selectionModel())
        return;
    const int from = std::clamp((rect.normalized().top() + verticalOffset()) / m_rowHeight, 0, last);
    const int to = std::clamp((rect.normalized().bottom() + verticalOffset()) / m_rowHeight, 0, last);
    selectionModel()->select(QItemSelection(model()->index(from, 0, rootIndex()), model()->index(to, 0, rootIndex())), command);
}

QRegion FlatListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight())).intersected(viewport()->rect());
    return region;
}

void FlatListView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
    viewport()->update();
}

void FlatListView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int top = firstVisibleRow();
    const bool above = verticalOffset() > 0 && start <= top;
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (above)
        shiftBy(end - start + 1);
    viewport()->update();
}

void FlatListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    m_removedAbove = std::max(0, std::min(end + 1, firstVisibleRow()) - start);
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

void FlatListView::onRowsMoved(int from, int to)
{
    const int top = firstVisibleRow();
    if (verticalOffset() > 0) {
        if (from > top && to <= top)
            shiftBy(1);
        else if (from < top && to > top)
            shiftBy(-1);
    }
    viewport()->update();
}

void FlatListView::shiftBy(int count)
{
    if (count != 0)
        verticalScrollBar()->setValue(verticalOffset() + count * m_rowHeight);
}

/// QAbstractItemView would make the first row current: the focus alone must not open, and so read, a
/// conversation.
void FlatListView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FlatListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
}

void FlatListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    if (QAccessible::isActive() && !selected.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Selection);
        event.setChild(selected.indexes().first().row());
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace inlet::ui
