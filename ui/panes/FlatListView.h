// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace inlet::ui
{

/// A list of rows of one height. All geometry is arithmetic: a million rows cost as much as ten,
/// where QListView would walk through all of them at each insert. Rows that come, go or move above
/// the first visible one do not move what is on screen. It stays a QListView so that screen readers
/// see a list. Thread: GUI.
class FlatListView : public QListView
{
    Q_OBJECT

public:
    explicit FlatListView(QWidget *parent = nullptr);

    void setRowHeight(int height);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int firstVisibleRow() const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void scrolled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void onRowsMoved(int from, int to);
    void shiftBy(int rows);
    [[nodiscard]] int rows() const;

    int m_rowHeight = 56;
    int m_hoverRow = -1;
    int m_removedAbove = 0;
};

} // namespace inlet::ui
