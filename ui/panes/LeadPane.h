// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/panes/KeyedRows.h"

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
class NoteKeeper;
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
    void showLead(const store::LeadInfo &lead);
    void showRows(const store::LeadInfo &lead);
    void orderTabs();
    [[nodiscard]] QWidget *makeRow(const LeadFact &fact);
    [[nodiscard]] QWidget *makeState(const store::AddressState &state); ///< stands below its address
    [[nodiscard]] QWidget *makeConversation(const store::ConversationRow &row);
    void tellTime();

    engine::Engine &m_engine;
    ConversationId m_id;
    ConversationId m_shown; ///< whose rows are on screen
    panes::InitialsDot *m_dot;
    parts::ElidedLabel *m_name;
    parts::ElidedLabel *m_company;
    QVBoxLayout *m_rowsColumn;
    KeyedRows m_rows;
    QPlainTextEdit *m_note;
    QLabel *m_noteTitle = nullptr;
    QLabel *m_saved;
    NoteKeeper *m_keeper;
    PersonHistory *m_history;
    QLabel *m_othersTitle;
    QVBoxLayout *m_othersColumn;
    KeyedRows m_others;
    parts::ElidedLabel *m_time = nullptr; ///< the line with the time at the lead
    QTimeZone m_zone;
    QString m_city;
    QTimer m_clock;
    QTimer m_readAgain;
    QObject m_context;
};

} // namespace inlet::ui
