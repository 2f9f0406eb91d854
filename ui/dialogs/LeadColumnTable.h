// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/LeadList.h"

#include <QScrollArea>

class QGridLayout;

namespace inlet::ui
{

/// The columns of a list, a row each: their title, what they are used as, what stands in them.
class LeadColumnTable : public QScrollArea
{
    Q_OBJECT

public:
    explicit LeadColumnTable(QWidget *parent);
    void setColumns(const QList<engine::LeadColumn> &columns);

Q_SIGNALS:
    void changed(qsizetype column, inlet::engine::LeadTarget target);

private:
    void addRow(qsizetype at, const engine::LeadColumn &column, QWidget *inside, QGridLayout &grid);
};

} // namespace inlet::ui
