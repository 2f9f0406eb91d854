// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QHash>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace inlet::ui
{

namespace panes
{
class InitialsDot;
}
namespace parts
{
class ElidedLabel;
}
struct LeadFact;
class PersonHistory;

/// Who the conversation is with: name, addresses, notes, files, what happened, other conversations. Thread: GUI.
class LeadPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 300;

    explicit LeadPane(engine::Engine &engine, QWidget *parent = nullptr);
    ~LeadPane() override;

    void setConversation(ConversationId id);
    void flushNote(); ///< writes what is still waiting

Q_SIGNALS:
    void conversationClicked(inlet::ConversationId id);
    void copyRequested(const QString &text);
    void titleTold(inlet::ConversationId id, const QString &title); ///< the job of the lead; empty: not known
    void linkActivated(const QUrl &target); ///< in a note
    void saveRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);
    void openRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);
    void zoneTold(inlet::ConversationId id, const QTimeZone &zone); ///< of the lead; invalid: not known

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Enter: to the note

private:
    void fetch();
    void onChanged(const store::ChangeSet &changes);
    void writeNote(ConversationId id, const QString &text);
    void showLead(const store::LeadInfo &lead);
    parts::ElidedLabel *addRow(const LeadFact &fact);
    void addState(const store::AddressState &state); ///< below its address
    void showTime(const store::Lead &lead);
    void tellTime();
    void addConversation(const store::ConversationRow &row);
    void clearRows(QVBoxLayout &layout);

    engine::Engine &m_engine;
    ConversationId m_id;
    panes::InitialsDot *m_dot;
    parts::ElidedLabel *m_name;
    parts::ElidedLabel *m_company;
    QVBoxLayout *m_rows;
    QPlainTextEdit *m_note;
    QLabel *m_noteTitle = nullptr;
    QLabel *m_saved;
    PersonHistory *m_history;
    QLabel *m_othersTitle;
    QVBoxLayout *m_others;
    parts::ElidedLabel *m_time = nullptr; ///< the line with the time at the lead
    QTimeZone m_zone;
    QString m_city;
    QTimer m_clock;
    QTimer m_saveDelay;
    bool m_dirty = false; ///< the note differs from what was saved
    QHash<ConversationId, QString> m_unsaved; ///< on their way to the store, or refused by it and written again later
    QTimer m_writeAgain;
    QObject m_context;
    QObject m_noteContext; ///< of notes on their way
};

} // namespace inlet::ui
