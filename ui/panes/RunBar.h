// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

class ConversationListModel;

/// The zero-inbox run: how far the list has come since it began, above a window with nothing but the list and
/// the conversation. What leaves the list counts as handled, what comes back by undo does not; mail that
/// arrives makes the pile larger. At the end it says what they were. Another list ends it. Thread: GUI.
class RunBar : public QWidget
{
    Q_OBJECT

public:
    RunBar(engine::Engine &engine, ConversationListModel &list, QWidget *parent);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void runningChanged(bool running);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void say(const QString &words);
    void askWhatTheyAre();
    [[nodiscard]] qsizetype remaining() const;

    engine::Engine &m_engine;
    ConversationListModel &m_list;
    QLabel *m_words;
    QPushButton *m_end;
    QSet<ConversationId> m_handled;
    QElapsedTimer m_clock;
    QTimer m_minute;
    int m_minutes = 0;
    bool m_running = false;
    bool m_finished = false; ///< said so already
    QString m_kinds; ///< of a finished run: "5 meetings, 3 interested"
    QObject m_kindsContext;
};

} // namespace inlet::ui
