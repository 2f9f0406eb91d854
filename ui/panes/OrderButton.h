// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QToolButton>

class QActionGroup;

namespace inlet::ui
{

/// What stands first in the list, and the way to change it. It says so in a word where that is not the newest: nobody
/// is to look for new mail at the top of a list that is sorted otherwise. Thread: GUI.
class OrderButton : public QToolButton
{
    Q_OBJECT

public:
    explicit OrderButton(QWidget *parent = nullptr);

    void setOrder(store::ListOrder order);

Q_SIGNALS:
    void chosen(inlet::store::ListOrder order);

private:
    void nameIt();

    QActionGroup *m_choices;
    store::ListOrder m_order = store::ListOrder::NewestFirst;
};

} // namespace inlet::ui
