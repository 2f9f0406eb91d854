// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PersonRecord.h"
#include "ui/panes/KeyedRows.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// Of the person of the open conversation: what holds now, the files that went to and fro, and what happened, over all
/// of their conversations. Reads a moment after the conversation was opened. Thread: GUI.
class PersonHistory : public QWidget
{
    Q_OBJECT

public:
    /// Reads only while `pane` can be seen: it hides itself where there is nothing.
    PersonHistory(engine::Engine &engine, QWidget &pane);

    bool eventFilter(QObject *watched, QEvent *event) override;

    /// The conversations of one person, the open one first.
    void setConversations(const QList<ConversationId> &conversations);
    [[nodiscard]] const QList<ConversationId> &conversations() const { return m_conversations; }
    void refresh(); ///< something of them has changed
    [[nodiscard]] QList<QWidget *> stops() const; ///< of the keys, as they stand

Q_SIGNALS:
    void filled(); ///< it has other rows
    void conversationClicked(inlet::ConversationId id);
    void saveRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);
    void openRequested(inlet::StoredMessageId message, const QByteArray &part, const QString &fileName);

private:
    struct Section {
        QLabel *title = nullptr;
        std::shared_ptr<KeyedRows> rows;
        QPushButton *more = nullptr;
        bool whole = false;
    };

    Section makeSection(const QString &title, const char *name);
    void read();
    void take(const PersonRecord &record);
    void fill();
    void fillRows(const Section &section, const QList<KeyedRows::Row> &all);
    [[nodiscard]] KeyedRows::Row rowOf(const PersonEvent &event, bool hasTime);
    [[nodiscard]] KeyedRows::Row rowOf(const PersonFile &file);
    [[nodiscard]] QWidget *makeEvent(const PersonEvent &event, bool hasTime);
    [[nodiscard]] QWidget *makeFile(const PersonFile &file);

    QWidget &m_pane;
    PersonRecordReader m_reader;
    QList<ConversationId> m_conversations;
    bool m_isRead = false;
    PersonRecord m_record;
    Section m_state;
    Section m_files;
    Section m_events;
    QTimer m_soon;
};

} // namespace inlet::ui
