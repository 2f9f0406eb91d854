// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inlet::engine
{
class Engine;
struct BulkProgress;
}

namespace inlet::ui
{

/// How far a press on very many conversations is, with a way to stop it. Shows itself. Thread: GUI.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    ProgressLine(engine::Engine &engine, QWidget *parent);

private:
    void take(const engine::BulkProgress &progress);

    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace inlet::ui
