// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/OrderButton.h"

#include "ui/Theme.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <array>

namespace inlet::ui
{

namespace
{

using store::ListOrder;

struct OrderWords {
    ListOrder order;
    const char *words; ///< in the menu
    const char *word; ///< on the button
};
constexpr std::array kOrders = {
    OrderWords{ListOrder::NewestFirst, QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Newest first"), QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Newest")},
    OrderWords{ListOrder::LongestWaiting, QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Longest waiting first"), QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Waiting")},
    OrderWords{ListOrder::HottestFirst, QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Hottest first, then longest waiting"), QT_TRANSLATE_NOOP("inlet::ui::OrderButton", "Hottest")},
};

} // namespace

OrderButton::OrderButton(QWidget *parent) : QToolButton(parent), m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("orderButton"));
    setIcon(theme::icon(QStringLiteral("order")));
    setIconSize({theme::kIcon, theme::kIcon});
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    auto *menu = new QMenu(this);
    for (const OrderWords &entry : kOrders) {
        QAction *choice = menu->addAction(tr(entry.words));
        choice->setCheckable(true);
        choice->setData(int(entry.order));
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
    const auto *entry = std::find_if(kOrders.cbegin(), kOrders.cend(), [this](const OrderWords &one) { return one.order == m_order; });
    const QString words = tr(entry->words);
    const bool isUsual = m_order == ListOrder::NewestFirst;
    setText(tr(entry->word));
    setToolButtonStyle(isUsual ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Order: %1").arg(words));
    setAccessibleName(tr("Order of the list: %1").arg(words));
    const QList<QAction *> choices = m_choices->actions();
    for (QAction *choice : choices)
        choice->setChecked(ListOrder(choice->data().toInt()) == m_order);
}

} // namespace inlet::ui
