// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "ui/models/MessageBodies.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace inlet::ui
{

class BodyView;
class FetchStrip;
class FileChips;
class LedgerStrip;

/// One message in the conversation: a line while closed; head, text, folds, files and the state of
/// sending while open. Builds its inside only when it is opened. Thread: GUI.
class MessageCard : public QWidget
{
    Q_OBJECT

public:
    MessageCard(MessageBodies &bodies, QWidget *parent);

    /// Where the text of every card begins.
    [[nodiscard]] static int textLeft();
    void setMessage(const store::MessageItem &message, const QString &mailboxColour);
    [[nodiscard]] const store::MessageItem &message() const { return m_message; }
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setHtml(bool html);
    [[nodiscard]] bool showsHtml() const { return m_html; }
    /// On light paper whatever the theme, or never; empty: as the colours of the mail want it.
    void setPaper(std::optional<bool> paper) { m_paper = paper; }
    /// False: it is not shown as HTML, so there is nothing to change.
    bool togglePaper();
    [[nodiscard]] bool isOnPaper() const;
    void loadRemoteImages();
    /// End of the undo window, from the ledger.
    void setDueAt(const QDateTime &dueAt);
    void refreshLook();
    void setCurrent(bool current);
    /// When it was, in full: the tool tip of its head, and for screen readers.
    void setTimeInFull(const QString &words)
    {
        m_timeInFull = words;
        setAccessibleDescription(words);
    }
    [[nodiscard]] LedgerStrip *ledger() const { return m_ledger; }

Q_SIGNALS:
    void toggled(bool open);
    void linkHovered(const QString &target);
    void linkActivated(const QUrl &target);
    void saveRequested(const QByteArray &part, const QString &fileName);
    void openRequested(const QByteArray &part, const QString &fileName);
    void cancelSendRequested();
    void sendNowRequested();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void showBody();
    void showFold();
    void showImagesBar();
    void showFailure(const Error &error);
    void updateLedger();
    void connectBody(BodyView *view);
    [[nodiscard]] int headHeight() const;

    MessageBodies &m_bodies;
    store::MessageItem m_message;
    QString m_colour;
    QDateTime m_dueAt;
    QString m_timeInFull;
    bool m_open = false;
    bool m_html = false;
    bool m_current = false;
    bool m_hover = false;
    bool m_whole = false; ///< a long message was asked for to its end
    std::optional<bool> m_paper;

    QVBoxLayout *m_column;
    QWidget *m_inside = nullptr; ///< null until first opened
    QLabel *m_status = nullptr; ///< loading, failure, damage
    FetchStrip *m_fetch = nullptr;
    QPushButton *m_again = nullptr;
    bool m_focusAgain = false;
    QWidget *m_imagesBar = nullptr;
    QLabel *m_imagesLabel = nullptr;
    BodyView *m_body = nullptr;
    QPushButton *m_rest = nullptr;
    QToolButton *m_fold = nullptr;
    BodyView *m_folded = nullptr;
    FileChips *m_files = nullptr;
    LedgerStrip *m_ledger = nullptr;
};

} // namespace inlet::ui
