// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace inlet::ui
{

class FleetModel;

/// Header whose check columns are as narrow as an icon: their names are written upwards.
class FleetHeader : public QHeaderView
{
    Q_OBJECT

public:
    FleetHeader(int firstNarrow, int lastNarrow, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    [[nodiscard]] bool isNarrow(int section) const { return section >= m_first && section <= m_last; }

    int m_first;
    int m_last;
};

/// Icons for the checks, a coloured word for the result.
class FleetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class FleetTable : public QTableView
{
    Q_OBJECT

public:
    FleetTable(FleetModel &model, QWidget *parent);
};

} // namespace inlet::ui
