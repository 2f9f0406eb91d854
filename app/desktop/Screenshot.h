// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace inlet::engine
{
class Engine;
}
namespace inlet::ui
{
class MainWindow;
}

namespace inlet::desktop
{

/// Renders a window to a PNG when its first rows are there and painted, with a conversation
/// open, then ends the program:
/// exit code 0, or 1 with a message when the file cannot be written or nothing came in time.
/// Thread: GUI.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(ui::MainWindow &window, engine::Engine &engine, const QString &file);

private:
    void look();
    void take();
    void giveUp();

    ui::MainWindow &m_window;
    engine::Engine &m_engine;
    QString m_file;
    int m_quietRounds = 0;
    qint64 m_lastCount = -1;
};

} // namespace inlet::desktop
