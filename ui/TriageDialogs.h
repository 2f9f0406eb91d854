// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/dialogs/When.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inlet::ui
{

class ConversationListModel;
class ConversationModel;
class InboxController;
class FolderMover;
class Labeller;
class ListPane;

/// Decisions that need an answer first: when to come back, whom not to contact, which rule. Each keeps
/// the conversations it was opened for, however the list moves behind it. Thread: GUI.
class TriageDialogs : public QObject
{
    Q_OBJECT

public:
    /// `open`: what is on screen; the list may not hold it.
    TriageDialogs(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, const ConversationModel &open,
        ListPane &pane, QWidget &window);

    void snooze();
    void askSnooze(const QList<ConversationId> &ids, const QString &title); ///< of others than the selected ones
    void remind();
    void notNow(); ///< the category at once, then the date
    void doNotContact();
    void fixForAll();
    void moveToFolder();
    void label();
    void removeLabel(ConversationId conversation, const QString &label);

    /// What a question is about is being read; another question is ignored until it is here.
    [[nodiscard]] bool isWaiting() const { return m_reading != nullptr; }
    void stopWaiting();

Q_SIGNALS:
    /// From true to false, keys are meant for a question that is not here yet.
    void waitingChanged(bool waiting);

private:
    using Rows = QList<store::ConversationRow>;
    /// The list holds only the rows that somebody has looked at: reads the others of `ids`, then asks
    /// about those that are there. Says so where none is.
    void withRows(const QList<ConversationId> &ids, const std::function<void(const Rows &)> &ask);
    void askSnoozeOf(const store::ConversationRow &row, const QList<ConversationId> &ids, const QString &title, when::Horizon horizon);
    void askReminderOf(const store::ConversationRow &row, const QList<ConversationId> &ids);
    void askDoNotContact(const Rows &rows, qsizetype missing);
    void askRule(const store::ConversationRow &row);
    [[nodiscard]] const store::ConversationRow *rowOf(ConversationId id) const;
    /// Waits for what a question needs to know; the answer says whether it is still wanted.
    [[nodiscard]] std::function<bool()> startReading();

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ConversationListModel &m_list;
    const ConversationModel &m_openModel;
    ListPane &m_pane;
    QWidget &m_window;
    FolderMover *m_mover;
    Labeller *m_labeller;
    QObject *m_reading = nullptr; ///< context of the rows that are being read
};

} // namespace inlet::ui
