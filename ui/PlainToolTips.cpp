// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PlainToolTips.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace inlet::ui
{

namespace
{

/// Of what is under the pointer; empty: leave the event to the widget (a header's words are ours).
QString tipAt(const QWidget &widget, const QPoint &position)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget)
        return widget.toolTip();
    if (qobject_cast<const QHeaderView *>(view))
        return {};
    return view->indexAt(position).data(Qt::ToolTipRole).toString();
}

} // namespace

PlainToolTips::PlainToolTips(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainToolTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::ToolTip ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget)
        return false;
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = tipAt(*widget, help->pos());
    if (tip.isEmpty())
        return false;
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal), widget);
    return true;
}

} // namespace inlet::ui
