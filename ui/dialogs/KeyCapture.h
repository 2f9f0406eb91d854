// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>

namespace inlet::ui
{

/// "Add a key": once pressed, the next key is the new one and not a command of the dialog. Esc leaves
/// it without one. A character may be followed by a second key. Ends by itself, so nobody is caught in it.
class KeyCapture : public QPushButton
{
    Q_OBJECT

public:
    static constexpr int kSecondKeyMs = 1500;
    static constexpr int kIdleMs = 8000;

    explicit KeyCapture(QWidget *parent);

Q_SIGNALS:
    void captured(const QString &key);

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void start();
    void onKey(const QKeyEvent &event);
    void finish();

    bool m_listening = false;
    QString m_first;
    QTimer m_timer;
};

} // namespace inlet::ui
