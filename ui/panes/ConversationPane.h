// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"
#include "ui/models/ConversationModel.h"
#include "ui/models/MessageBodies.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class ConversationHeader;
class MessageCard;
class PaperMemory;
class EmptyState;
class PersonBar;

/// One conversation: head, messages under each other, the way to an answer. Thread: GUI.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 360;

    ConversationPane(ConversationModel &model, MessageBodies &bodies, QWidget *parent);

    [[nodiscard]] ConversationHeader *header() const { return m_header; }
    [[nodiscard]] PersonBar *person() const { return m_person; }
    void setMailboxes(const QList<accounts::Account> &accounts);
    /// Where they are, for the times of the messages of that conversation.
    void setTheirZone(ConversationId id, const QTimeZone &zone);
    void setBackVisible(bool visible);
    /// What the ledger knows of messages of ours that are on their way.
    void setOutgoing(const QList<store::LedgerRow> &rows);
    /// Another conversation with the same person or company that one should know of before one
    /// answers; `grave`: it ended in a "no". Empty: none.
    void setRelated(const QString &text, bool grave, ConversationId other);

    void stepMessage(int by); ///< focus to the next or previous message
    void toggleHtml();
    [[nodiscard]] bool showsHtml() const { return m_html; }
    bool togglePaper(); ///< false: the message is not shown as HTML
    void setPaperMemory(PaperMemory *memory) { m_paper = memory; }
    void refreshPaper(); ///< the memory says otherwise now
    void openAll(bool open) { m_model.setAllOpen(open); }
    /// The message with the focus, else the one to answer; null: none.
    [[nodiscard]] const store::MessageItem *target() const;
    /// The message of theirs with the focus, else their newest; null: none.
    [[nodiscard]] const store::MessageItem *theirMessage() const;
    [[nodiscard]] QList<MessageCard *> cards() const;
    void refreshLook();
    void takeFocus();

Q_SIGNALS:
    void actionRequested(inlet::ui::ActionId action);
    void linkHovered(const QString &target);
    void linkActivated(const QUrl &target);
    void saveRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);
    void openRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);
    void cancelSendRequested(inlet::LedgerId id);
    void sendNowRequested(inlet::LedgerId id);
    void retryRequested(inlet::LedgerId id);
    void otherRequested(inlet::ConversationId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void nameKeys();
    void onReset();
    void onRowsInserted(int first, int last);
    void onRowsRemoved(int first, int last);
    void onDataChanged(int first, int last);
    void tellTime(MessageCard &card) const;
    void onHead();
    void onLoaded();
    [[nodiscard]] QWidget *makeRow(int row);
    [[nodiscard]] MessageCard *makeCard(const store::MessageItem &message);
    [[nodiscard]] std::optional<bool> paperOf(const store::MessageItem &message) const;
    [[nodiscard]] QString colourOf(AccountId account) const;
    [[nodiscard]] QDateTime dueAt(LedgerId id) const;
    [[nodiscard]] int focusedRow() const;
    void scrollToRow(int row);
    void buildReplyBar();

    ConversationModel &m_model;
    MessageBodies &m_bodies;
    QList<accounts::Account> m_accounts;
    QList<store::LedgerRow> m_outgoing;
    ConversationId m_zoned; ///< whose lead is in m_theirZone
    QTimeZone m_theirZone;
    QStackedLayout *m_stack;
    EmptyState *m_nothing;
    QWidget *m_whole;
    ConversationHeader *m_header;
    parts::NoticeBar *m_related;
    ConversationId m_other; ///< that m_related tells of
    PersonBar *m_person;
    QScrollArea *m_scroll;
    QWidget *m_page;
    QVBoxLayout *m_column;
    QList<QWidget *> m_rows; ///< as in the model
    QWidget *m_replyBar;
    bool m_html = false;
    PaperMemory *m_paper = nullptr;
};

} // namespace inlet::ui
