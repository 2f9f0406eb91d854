// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/FlatListView.h"

#include "ui/Theme.h"

#include <QAccessible>
#include <QHoverEvent>
#include <QPainter>
#include <QScrollBar>

namespace inlet::ui
{

namespace
{

constexpr int kMarginRows = 2; // kept in sight beyond the current row
constexpr int kCaptionInset = 14;

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
    const bool atTop = verticalOffset() == 0;
    m_rowHeight = std::max(1, height);
    updateGeometries();
    verticalScrollBar()->setValue(atTop ? 0 : topOf(top));
    viewport()->update();
}

void FlatListView::setCaptions(const QList<Caption> &captions)
{
    if (captions == m_captions)
        return;
    const int top = firstVisibleRow();
    const int hidden = verticalOffset() - topOf(top);
    const bool atTop = verticalOffset() == 0;
    m_captions = captions;
    updateGeometries();
    verticalScrollBar()->setValue(atTop ? 0 : topOf(top) + hidden);
    viewport()->update();
}

int FlatListView::captionHeight() const
{
    return QFontMetrics(theme::smallFont()).height() + theme::kSpace;
}

int FlatListView::topOf(int row) const
{
    const auto above = std::count_if(m_captions.cbegin(), m_captions.cend(), [&](const Caption &caption) { return caption.row <= row; });
    return row * m_rowHeight + int(above) * captionHeight();
}

int FlatListView::rowAt(int y) const
{
    const int high = captionHeight();
    int captions = 0;
    for (const Caption &caption : m_captions) {
        if (y < caption.row * m_rowHeight + captions * high)
            break;
        ++captions;
        if (y < caption.row * m_rowHeight + captions * high)
            return caption.row;
    }
    return std::max(0, y - captions * high) / m_rowHeight;
}

int FlatListView::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int FlatListView::firstVisibleRow() const
{
    return rowAt(verticalOffset());
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
    return {0, topOf(index.row()) - verticalOffset(), viewport()->width(), m_rowHeight};
}

QModelIndex FlatListView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (!viewport()->rect().contains(point) || y < 0)
        return {};
    const int row = rowAt(y);
    return row < rows() && y >= topOf(row) ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void FlatListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int height = viewport()->height();
    const int top = topOf(index.row());
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
        target = index.row() == 0 ? 0 : top - margin; // with its caption
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
    verticalScrollBar()->setRange(0, std::max(0, topOf(rows() - 1) + m_rowHeight - height));
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
    const int first = rowAt(event->rect().top() + verticalOffset());
    const int last = std::min(count - 1, rowAt(event->rect().bottom() + verticalOffset()));
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
    paintCaptions(painter, event->rect());
}

void FlatListView::paintCaptions(QPainter &painter, const QRect &area) const
{
    painter.setFont(theme::smallFont());
    painter.setPen(theme::color(theme::Token::Secondary));
    for (const Caption &caption : m_captions) {
        const int bottom = topOf(caption.row) - verticalOffset();
        const QRect box(kCaptionInset, bottom - captionHeight(), viewport()->width() - 2 * kCaptionInset, captionHeight());
        if (caption.row < rows() && box.intersects(area))
            painter.drawText(box, int(Qt::AlignLeading | Qt::AlignVCenter), caption.words);
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
    const int from = std::clamp(rowAt(rect.normalized().top() + verticalOffset()), 0, last);
    const int to = std::clamp(rowAt(rect.normalized().bottom() + verticalOffset()), 0, last);
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
    // Until whoever set them sets them anew, they stay with their rows; what comes first of all belongs to the first.
    for (Caption &caption : m_captions)
        caption.row += caption.row > 0 && caption.row >= start ? end - start + 1 : 0;
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (above)
        shiftBy(end - start + 1);
    viewport()->update();
}

void FlatListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    m_removedAbove = std::max(0, std::min(end + 1, firstVisibleRow()) - start);
    for (Caption &caption : m_captions)
        caption.row -= std::max(0, std::min(end + 1, caption.row) - start);
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
