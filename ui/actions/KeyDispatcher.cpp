// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyDispatcher.h"

#include "ui/actions/KeyBindings.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolButton>
#include <QWidget>

namespace inlet::ui
{

namespace
{

constexpr int kPauseMs = 500;

/// A key that is held down may only move: a decision is one press.
bool mayRepeat(ActionId action)
{
    using enum ActionId;
    return action == NextRow || action == PreviousRow || action == ExtendDown || action == ExtendUp || action == NextMessage
        || action == PreviousMessage;
}

} // namespace

bool takesText(const QWidget *widget)
{
    if (!widget)
        return false;
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return !edit->isReadOnly();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return !edit->isReadOnly();
    if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget))
        return true;
    return widget->testAttribute(Qt::WA_InputMethodEnabled) && widget->inputMethodQuery(Qt::ImEnabled).toBool()
        && !qobject_cast<const QTextEdit *>(widget);
}

KeyDispatcher::KeyDispatcher(QWidget &window) : QObject(&window), m_window(window)
{
    learn();
    connect(&keyBindings(), &KeyBindings::changed, this, &KeyDispatcher::learn);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSequenceMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { wait({}); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        m_pause.stop();
        wait({}); // the second key would be taken out of a text
    });
    qApp->installEventFilter(this);
}

void KeyDispatcher::learn()
{
    wait({});
    m_byKey.clear();
    m_anywhere.clear();
    m_firsts.clear();
    for (const ActionSpec &spec : actionTable()) {
        if (spec.anywhere)
            m_anywhere.insert(spec.id);
        for (const QString &key : spec.keys) {
            m_byKey.insert(key, spec.id);
            if (isSequence(key))
                m_firsts.insert(key.section(QLatin1Char(' '), 0, 0));
        }
    }
}

void KeyDispatcher::pause()
{
    wait({});
    m_pause.start();
}

void KeyDispatcher::hold(bool held)
{
    wait({});
    m_held = held;
}

bool KeyDispatcher::isOurs(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == &m_window && !QApplication::activePopupWidget()
        && (!QApplication::activeModalWidget() || QApplication::activeModalWidget() == &m_window);
}

bool KeyDispatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isOurs(watched))
        return false;
    // A key that nobody wanted travels up the parents; the window is its last stop.
    QWidget *focus = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
    if (watched != focus && watched != &m_window)
        return false;
    return onKey(*static_cast<QKeyEvent *>(event), *focus);
}

bool KeyDispatcher::onKey(const QKeyEvent &event, QWidget &focus)
{
    const QString name = keyName(event);
    if (name.isEmpty())
        return false;
    if (!m_first.isEmpty())
        return event.isAutoRepeat() || onSecondKey(name);
    const std::optional<ActionId> action = find(name);
    if (takesText(&focus) && (!action || !m_anywhere.contains(*action) || belongsToText(name)))
        return false;
    const bool single = !name.startsWith(QLatin1String("Ctrl+")) && !name.startsWith(QLatin1String("Alt+"));
    if (single && (m_pause.isActive() || (m_held && name != QLatin1String("Esc"))))
        return true;
    const bool inList = m_list && (&focus == m_list || m_list->isAncestorOf(&focus));
    // A focused button or entry of the rail wants its Enter; Ctrl+A and the arrows belong to the pane that has the focus.
    const bool takesEnter = qobject_cast<const QAbstractButton *>(&focus) || (qobject_cast<const QAbstractItemView *>(&focus) && !inList)
        || focus.property("takesEnter").toBool();
    if (name == QLatin1String("Enter") && takesEnter)
        return pressed(qobject_cast<QAbstractButton *>(&focus), event.isAutoRepeat());
    if (!inList && isListKey(name))
        return false;
    if (event.isAutoRepeat() && (action ? !mayRepeat(*action) : m_firsts.contains(name)))
        return true;
    if (action) {
        Q_EMIT triggered(*action);
        return true;
    }
    if (!m_firsts.contains(name))
        return false;
    wait(name);
    return true;
}

/// Outside dialogs, Qt presses a button with Enter only where the desktop asks for it. False: no button.
bool KeyDispatcher::pressed(QAbstractButton *button, bool repeated)
{
    if (button && !repeated) {
        auto *tool = qobject_cast<QToolButton *>(button);
        if (tool && tool->menu() && tool->popupMode() == QToolButton::InstantPopup)
            tool->showMenu();
        else
            button->click();
    }
    return button != nullptr;
}

/// Whatever it is, it is no command of its own.
bool KeyDispatcher::onSecondKey(const QString &name)
{
    const QString whole = m_first + QLatin1Char(' ') + name;
    wait({});
    if (const std::optional<ActionId> action = find(whole))
        Q_EMIT triggered(*action);
    return true;
}

void KeyDispatcher::wait(const QString &first)
{
    if (first == m_first)
        return;
    m_first = first;
    if (first.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
    Q_EMIT waitingChanged(first);
}

std::optional<ActionId> KeyDispatcher::find(const QString &name) const
{
    const auto found = m_byKey.constFind(name);
    return found == m_byKey.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace inlet::ui
