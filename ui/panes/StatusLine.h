// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

namespace parts
{
class ElidedLabel;
}

/// The line at the bottom: how many mailboxes are live, what needs the user, what is being sent and
/// read; on the right a hint, a waiting key or the target of a link. Thread: GUI.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(engine::Engine &engine, QWidget *parent = nullptr);

    /// Stays until replaced by an empty one.
    void showLink(const QString &target);
    void showKey(const QString &waitingKey);
    void showHint(const QString &text); ///< goes after some seconds
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString sideText() const;
    void refresh();

Q_SIGNALS:
    void clicked(); ///< the mailbox table, please
    void outboxClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshOutbox();
    void refreshSide();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString outboxSentence() const;

    engine::Engine &m_engine;
    QPushButton *m_state;
    QPushButton *m_outbox; ///< hidden while nothing waits and nothing has failed
    QLabel *m_clock;
    parts::ElidedLabel *m_side;
    QString m_link;
    QString m_key;
    QString m_hint;
    QTimer m_hintTimer;
    QTimer m_soon;
    QTimer m_minute;
    int m_unsent = 0;
    int m_stuck = 0;
    int m_burst = 0; ///< messages of the present burst of sending
    QObject m_outboxContext;
};

} // namespace inlet::ui
