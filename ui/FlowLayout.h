// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace inlet::ui
{

/// Items side by side in the direction of reading, in as many lines as the width needs.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect &rect) override;

private:
    /// The height it takes.
    int place(const QRect &outer, bool move) const;

    QList<QLayoutItem *> m_items;
};

} // namespace inlet::ui
