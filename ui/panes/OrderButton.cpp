// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/OrderButton.h"

#include "ui/Phrases.h"
#include "ui/Theme.h"

#include <QActionGroup>
#include <QMenu>

namespace inlet::ui
{

namespace
{

using store::ListOrder;

constexpr std::array kOrders = {ListOrder::NewestFirst, ListOrder::LongestWaiting, ListOrder::HottestFirst};

} // namespace

OrderButton::OrderButton(QWidget *parent) : QToolButton(parent), m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("orderButton"));
    setIcon(theme::icon(QStringLiteral("order")));
    setIconSize({theme::kIcon, theme::kIcon});
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    auto *menu = new QMenu(this);
    for (const ListOrder order : kOrders) {
        QAction *choice = menu->addAction(phrases::listOrder(order));
        choice->setCheckable(true);
        choice->setData(int(order));
        m_choices->addAction(choice);
    }
    setMenu(menu);
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *choice) {
        nameIt(); // until the list follows, the mark stays where it was
        Q_EMIT chosen(ListOrder(choice->data().toInt()));
    });
    nameIt();
}

void OrderButton::setOrder(ListOrder order)
{
    m_order = order;
    nameIt();
}

void OrderButton::nameIt()
{
    const QString words = phrases::listOrder(m_order);
    const bool isUsual = m_order == ListOrder::NewestFirst;
    setText(phrases::shortListOrder(m_order));
    setToolButtonStyle(isUsual ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Order: %1").arg(words));
    setAccessibleName(tr("Order of the list: %1").arg(words));
    const QList<QAction *> choices = m_choices->actions();
    for (QAction *choice : choices)
        choice->setChecked(ListOrder(choice->data().toInt()) == m_order);
}

} // namespace inlet::ui
