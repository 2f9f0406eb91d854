// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace inlet::app
{

/// Turns SIGINT, SIGTERM and SIGHUP into an orderly end of the event loop: what runs is stopped and
/// joined, the database is closed. Once a process. Thread: GUI.
class QuitOnSignal : public QObject
{
    Q_OBJECT

public:
    explicit QuitOnSignal(QObject *parent = nullptr);
    ~QuitOnSignal() override;

Q_SIGNALS:
    /// Before the event loop is told to end: from here on nobody is there to answer questions.
    void caught();

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace inlet::app
