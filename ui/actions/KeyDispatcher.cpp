// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyDispatcher.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

namespace inlet::ui
{

namespace
{

constexpr int kPauseMs = 500;

/// Named keys of the table; everything else is matched by its character.
const QHash<int, QString> &namedKeys()
{
    static const QHash<int, QString> names{{Qt::Key_Return, QStringLiteral("Enter")},
        {Qt::Key_Enter, QStringLiteral("Enter")}, {Qt::Key_Escape, QStringLiteral("Esc")},
        {Qt::Key_Delete, QStringLiteral("Delete")}, {Qt::Key_Tab, QStringLiteral("Tab")},
        {Qt::Key_Backtab, QStringLiteral("Tab")}, {Qt::Key_Up, QStringLiteral("Up")},
        {Qt::Key_Down, QStringLiteral("Down")}, {Qt::Key_Home, QStringLiteral("Home")},
        {Qt::Key_End, QStringLiteral("End")}, {Qt::Key_F5, QStringLiteral("F5")}, {Qt::Key_F6, QStringLiteral("F6")}};
    return names;
}

QString modifierPrefix(Qt::KeyboardModifiers modifiers, bool withShift)
{
    QString prefix;
    if (modifiers & Qt::ControlModifier)
        prefix += QStringLiteral("Ctrl+");
    if (modifiers & Qt::AltModifier)
        prefix += QStringLiteral("Alt+");
    if (withShift && (modifiers & Qt::ShiftModifier))
        prefix += QStringLiteral("Shift+");
    return prefix;
}

/// Keys that a text field has no use for, so they work everywhere in the window.
bool worksInText(const QString &name)
{
    static const QStringList keys{QStringLiteral("F5"), QStringLiteral("F6"), QStringLiteral("Shift+F6"),
        QStringLiteral("Ctrl+Shift+M"), QStringLiteral("Ctrl+Shift+N"), QStringLiteral("Ctrl+Shift+L"), QStringLiteral("Ctrl+."), QStringLiteral("Ctrl+,"), QStringLiteral("Ctrl+Q"),
        QStringLiteral("Ctrl+K"), QStringLiteral("Ctrl+Shift+D"), QStringLiteral("Ctrl+Shift+B"), QStringLiteral("Ctrl+Shift+P"),
        QStringLiteral("Alt+H"), QStringLiteral("Alt+L")};
    return keys.contains(name);
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

QString keyName(const QKeyEvent &event)
{
    const auto named = namedKeys().constFind(event.key());
    if (named != namedKeys().constEnd())
        return modifierPrefix(event.modifiers() | (event.key() == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier), true)
            + *named;
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    // With Ctrl the text is a control character; the key code still tells the letter.
    const QString text = command ? (event.key() >= 0x20 && event.key() < 0x10000 ? QString(QChar(event.key())) : QString())
                                 : event.text();
    if (text.size() != 1 || !text.at(0).isPrint() || text.at(0).isSpace())
        return {};
    const QChar character = text.at(0);
    if (!character.isLetter())
        return modifierPrefix(event.modifiers(), false) + character;
    const bool upper = command || (event.modifiers() & Qt::ShiftModifier);
    return modifierPrefix(event.modifiers(), true) + (upper ? character.toUpper() : character.toLower());
}

KeyDispatcher::KeyDispatcher(QWidget &window) : QObject(&window), m_window(window)
{
    for (const ActionSpec &spec : actionTable()) {
        for (const QString &key : spec.keys)
            (spec.listOnly ? m_byListKey : m_byKey).insert(key, &spec);
    }
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSequenceMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { wait({}); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(qApp, &QApplication::focusChanged, &m_pause, &QTimer::stop);
    qApp->installEventFilter(this);
}

void KeyDispatcher::pause()
{
    wait({});
    m_pause.start();
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
        return onSecondKey(name);
    if (takesText(&focus) && !worksInText(name))
        return false;
    const bool single = !name.startsWith(QLatin1String("Ctrl+")) && !name.startsWith(QLatin1String("Alt+"));
    if (single && m_pause.isActive())
        return true;
    const bool inList = m_list && (&focus == m_list || m_list->isAncestorOf(&focus));
    // A focused button or entry of the rail wants its Enter; Ctrl+A and the arrows belong to the pane that has the focus.
    const bool takesEnter = qobject_cast<const QAbstractButton *>(&focus) || (qobject_cast<const QAbstractItemView *>(&focus) && !inList);
    if (name == QLatin1String("Enter") && takesEnter)
        return false;
    if (!inList && (name == QLatin1String("Ctrl+A") || name == QLatin1String("Shift+Down") || name == QLatin1String("Shift+Up")))
        return false;
    if (const std::optional<ActionId> action = find(name, inList)) {
        Q_EMIT triggered(*action);
        return true;
    }
    const QString prefix = name + QLatin1Char(' ');
    for (auto key = m_byKey.keyBegin(); key != m_byKey.keyEnd(); ++key) {
        if (key->startsWith(prefix)) {
            wait(name);
            return true;
        }
    }
    return false;
}

/// Whatever it is, it is no command of its own.
bool KeyDispatcher::onSecondKey(const QString &name)
{
    const QString whole = m_first + QLatin1Char(' ') + name;
    wait({});
    if (const std::optional<ActionId> action = find(whole, false))
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

std::optional<ActionId> KeyDispatcher::find(const QString &name, bool inList) const
{
    if (inList) {
        if (const ActionSpec *spec = m_byListKey.value(name))
            return spec->id;
    }
    const ActionSpec *spec = m_byKey.value(name);
    return spec ? std::optional(spec->id) : std::nullopt;
}

} // namespace inlet::ui
