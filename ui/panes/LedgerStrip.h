// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// How far one message of ours has come and what became of it, in words, with what can be done about it;
/// the server's own words are a click away. The seconds of the undo window run by themselves. Thread: GUI.
class LedgerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerStrip(QWidget *parent = nullptr);

    /// `dueAt`: end of the undo window or of the wait, invalid where not known.
    void setMessage(const store::MessageItem &message, const QDateTime &dueAt);
    /// There is something to say about it that the lines below it do not.
    [[nodiscard]] static bool tellsOf(const store::MessageItem &message);
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
    [[nodiscard]] QString sentSentence() const;

    store::LedgerState m_state = store::LedgerState::Sent;
    QString m_note;
    QDateTime m_at;
    QDateTime m_dueAt;
    QString m_bounces; ///< whom it did not reach and why; empty: nobody
    bool m_answered = false;
    QLabel *m_label;
    QPushButton *m_details;
    QLabel *m_diagnostic; ///< the server's words
    QPushButton *m_cancel;
    QPushButton *m_now;
    QPushButton *m_retry;
    QTimer m_second;
};

} // namespace inlet::ui
