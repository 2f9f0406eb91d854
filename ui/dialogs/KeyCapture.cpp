// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeyCapture.h"

#include "ui/actions/ActionTable.h"
#include "ui/actions/KeyNames.h"

#include <QKeyEvent>

namespace inlet::ui
{

KeyCapture::KeyCapture(QWidget *parent) : QPushButton(tr("Add a key"), parent)
{
    setAutoDefault(false);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &KeyCapture::finish);
    connect(this, &QPushButton::clicked, this, &KeyCapture::start);
}

void KeyCapture::start()
{
    m_listening = true;
    m_first.clear();
    setText(tr("Press the key (Esc: none)"));
    setFocus();
    m_timer.start(kIdleMs);
}

bool KeyCapture::event(QEvent *event)
{
    if (!m_listening)
        return QPushButton::event(event);
    // Before the dialog takes Esc, Enter and Tab for itself.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        if (event->type() == QEvent::KeyPress)
            onKey(*static_cast<QKeyEvent *>(event));
        event->accept();
        return true;
    }
    return event->type() == QEvent::KeyRelease || QPushButton::event(event);
}

void KeyCapture::onKey(const QKeyEvent &event)
{
    const QString key = keyName(event);
    if (key.isEmpty() || event.isAutoRepeat())
        return;
    if (event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier) {
        m_first.clear(); // who wants out of here wants no key
        finish();
        return;
    }
    if (!m_first.isEmpty()) {
        m_first += QLatin1Char(' ') + key;
        finish();
        return;
    }
    m_first = key;
    if (!isCharacterKey(key)) {
        finish();
        return;
    }
    setText(tr("%1, or one more").arg(keyText(key)));
    m_timer.start(kSecondKeyMs);
}

void KeyCapture::finish()
{
    if (!m_listening)
        return;
    m_listening = false;
    m_timer.stop();
    setText(tr("Add a key"));
    if (!m_first.isEmpty())
        Q_EMIT captured(m_first);
}

void KeyCapture::focusOutEvent(QFocusEvent *event)
{
    finish();
    QPushButton::focusOutEvent(event);
}

} // namespace inlet::ui
