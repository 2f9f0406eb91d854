// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"
#include "ui/actions/KeyNames.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

class QAbstractButton;
class QKeyEvent;
class QWidget;

namespace inlet::ui
{

/// Turns key presses in one window into actions. Single keys are dead while something that takes
/// text, a combo box, a popup or a dialog has the focus. The second key of a sequence is never taken
/// as a command of its own. Thread: GUI.
class KeyDispatcher : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSequenceMs = 1500;

    explicit KeyDispatcher(QWidget &window);
    /// The widget in which arrows, Tab and the like mean their action (isListKey()).
    void setList(QWidget *list) { m_list = list; }
    /// Deaf to single keys until the focus has moved or a moment has passed: a window that was asked
    /// for but has not taken the focus yet must not lose its first letters to commands.
    void pause();
    /// Deaf to single keys but Escape, however long that takes: a question is on its way.
    void hold(bool held);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void triggered(inlet::ui::ActionId action);
    /// The first key of a sequence waits for its second; empty: not any more.
    void waitingChanged(const QString &key);

private:
    [[nodiscard]] bool isOurs(const QObject *watched) const;
    bool onKey(const QKeyEvent &event, QWidget &focus);
    static bool pressed(QAbstractButton *button, bool repeated);
    bool onSecondKey(const QString &name);
    void wait(const QString &first);
    [[nodiscard]] std::optional<ActionId> find(const QString &name) const;
    void learn();

    QWidget &m_window;
    QWidget *m_list = nullptr;
    QHash<QString, ActionId> m_byKey;
    QSet<ActionId> m_anywhere;
    QSet<QString> m_firsts; ///< keys that begin a sequence
    QString m_first;
    QTimer m_timer;
    QTimer m_pause;
    bool m_held = false;
};

/// True where typing means text: line and text edits that can be written, spin and combo boxes.
[[nodiscard]] bool takesText(const QWidget *widget);

} // namespace inlet::ui
