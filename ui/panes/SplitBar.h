// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "store/values/ListFacts.h"

#include <QWidget>

namespace inlet::ui
{

/// The first category, in the order of the tabs, that has rows.
[[nodiscard]] std::optional<store::Category> nextSplit(const store::SplitCounts &counts);

/// The tabs above the list: all, then a category each. Empty ones are hidden, what does not fit is
/// behind the last button. Thread: GUI.
class SplitBar : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(QWidget *parent = nullptr);

    /// Of the list that is shown.
    void setCounts(const store::SplitCounts &counts);
    void setCurrent(std::optional<store::Category> category);
    [[nodiscard]] std::optional<store::Category> current() const { return m_current; }
    [[nodiscard]] std::optional<store::Category> nextFilled() const { return nextSplit(m_counts); }
    void step(int by); ///< to the next or previous tab, around the end
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(std::optional<inlet::store::Category> category);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tab {
        std::optional<store::Category> category;
        QString text;
        QRect rect; ///< null: behind the last button
    };
    void nameKeys();
    void describe();
    [[nodiscard]] qint64 countOf(std::optional<store::Category> category) const; ///< none: of all
    void rebuild();
    void place();
    void showRest();
    [[nodiscard]] int tabAt(const QPoint &point) const;

    store::SplitCounts m_counts;
    std::optional<store::Category> m_current;
    QList<Tab> m_tabs;
    QRect m_more;
    int m_hover = -1;
};

} // namespace inlet::ui
