// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/KeyedRows.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

QList<QWidget *> tabStops(QWidget &row)
{
    QList<QWidget *> stops{&row};
    stops += row.findChildren<QWidget *>();
    stops.removeIf([](const QWidget *widget) { return !(widget->focusPolicy() & Qt::TabFocus); });
    return stops;
}

QList<QWidget *> KeyedRows::show(const QList<Row> &rows)
{
    const QList<Shown> before = m_shown;
    QList<Shown> left = before;
    m_shown.clear();
    for (const Row &row : rows) {
        const auto same = std::find_if(left.begin(), left.end(), [&row](const Shown &shown) { return shown.id == row.id && shown.says == row.says; });
        if (same != left.end()) {
            m_shown.append(*same);
            left.erase(same);
        } else {
            m_shown.append({row.id, row.says, row.make()});
        }
    }
    for (qsizetype at = 0; at < m_shown.size(); ++at) {
        QWidget *widget = m_shown.at(at).widget;
        if (m_column.indexOf(widget) == at)
            continue;
        m_column.removeWidget(widget);
        m_column.insertWidget(int(at), widget);
        widget->show();
    }
    handOver(before);
    for (const Shown &gone : std::as_const(left)) {
        m_column.removeWidget(gone.widget);
        gone.widget->hide();
        gone.widget->deleteLater(); // it may be what was clicked
    }
    return widgets();
}

QList<QWidget *> KeyedRows::widgets() const
{
    QList<QWidget *> all;
    for (const Shown &shown : m_shown)
        all.append(shown.widget);
    return all;
}

/// Before the row with the keys is hidden: hidden first, it would throw them anywhere.
void KeyedRows::handOver(const QList<Shown> &before)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto had = std::find_if(before.cbegin(), before.cend(), [focus](const Shown &shown) { return focus && (shown.widget == focus || shown.widget->isAncestorOf(focus)); });
    if (had == before.cend() || m_shown.isEmpty() || widgets().contains(had->widget))
        return;
    const auto same = std::find_if(m_shown.cbegin(), m_shown.cend(), [had](const Shown &shown) { return shown.id == had->id; });
    const qsizetype place = std::min<qsizetype>(had - before.cbegin(), m_shown.size() - 1);
    QWidget *next = same != m_shown.cend() ? same->widget : m_shown.at(place).widget;
    const QList<QWidget *> stops = tabStops(*next);
    const qsizetype part = tabStops(*had->widget).indexOf(focus);
    if (!stops.isEmpty())
        stops.at(std::clamp<qsizetype>(part, 0, stops.size() - 1))->setFocus(Qt::OtherFocusReason);
}

} // namespace inlet::ui
