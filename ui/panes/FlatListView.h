// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace inlet::ui
{

/// A list of rows of one height, with a caption above some of them. All geometry is arithmetic: a million rows cost as much as ten,
/// where QListView would walk through all of them at each insert. Rows that come, go or move above
/// the first visible one do not move what is on screen. It stays a QListView so that screen readers
/// see a list. Thread: GUI.
class FlatListView : public QListView
{
    Q_OBJECT

public:
    /// A caption above a row: what it and those below have in common.
    struct Caption {
        int row = 0;
        QString words;

        bool operator==(const Caption &) const = default;
    };

    explicit FlatListView(QWidget *parent = nullptr);

    /// A handful, by row; none twice for a row. What is on screen stays where it is.
    void setCaptions(const QList<Caption> &captions);
    [[nodiscard]] const QList<Caption> &captions() const { return m_captions; }

    void setRowHeight(int height);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    /// The one at the upper edge, or below the caption that is there.
    [[nodiscard]] int firstVisibleRow() const;
    [[nodiscard]] int topOf(int row) const; ///< pixels from the top of the list

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
    [[nodiscard]] int captionHeight() const;
    [[nodiscard]] int rowAt(int y) const; ///< of the list; in a caption: the row below it
    void paintCaptions(QPainter &painter, const QRect &area) const;

    int m_rowHeight = 56;
    QList<Caption> m_captions;
    int m_hoverRow = -1;
    int m_removedAbove = 0;
};

} // namespace inlet::ui
