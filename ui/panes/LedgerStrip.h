// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// How far one message of ours has come, in words, with what can be done about it. The seconds of the
/// undo window run by themselves. Thread: GUI.
class LedgerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerStrip(QWidget *parent = nullptr);

    /// `dueAt`: end of the undo window or of the wait, invalid where not known.
    void setState(store::LedgerState state, const QString &note, const QDateTime &at, const QDateTime &dueAt);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelRequested();
    void sendNowRequested();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString sentence() const;

    store::LedgerState m_state = store::LedgerState::Sent;
    QString m_note;
    QDateTime m_at;
    QDateTime m_dueAt;
    QLabel *m_label;
    QPushButton *m_cancel;
    QPushButton *m_now;
    QPushButton *m_retry;
    QTimer m_second;
};

} // namespace inlet::ui
