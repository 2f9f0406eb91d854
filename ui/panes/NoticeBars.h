// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/panes/KeyedRows.h"

#include <QWidget>

class QVBoxLayout;

namespace inlet::ui
{

/// What the engine wants seen, one bar each, the gravest first; more than two are summed up.
/// Thread: GUI.
class NoticeBars : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBars(engine::Engine &engine, QWidget *parent = nullptr);

Q_SIGNALS:
    void actionClicked(const inlet::engine::Notice &notice);

private:
    void take(const engine::Notice &notice);
    void rebuild();
    [[nodiscard]] QWidget *makeBar(const engine::Notice &notice);
    [[nodiscard]] QWidget *makeRest(qsizetype more); ///< of those that have no bar

    engine::Engine &m_engine;
    QList<engine::Notice> m_notices;
    QVBoxLayout *m_column;
    KeyedRows m_rows;
};

} // namespace inlet::ui
