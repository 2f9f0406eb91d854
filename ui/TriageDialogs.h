// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

class QWidget;

namespace inlet::ui
{

class ConversationListModel;
class ConversationModel;
class InboxController;
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
    void remind();
    void notNow(); ///< the category at once, then the date
    void doNotContact();
    void fixForAll();

Q_SIGNALS:
    /// A question comes as soon as what it is about is read: keys are meant for it.
    void opensLater();

private:
    void askSnooze(const QList<ConversationId> &ids, const QString &title);
    void askDoNotContact(const QList<ConversationId> &ids, QStringList addresses);
    [[nodiscard]] const store::ConversationRow *rowOf(ConversationId id) const;
    /// "Mara Petersen", "3 conversations".
    [[nodiscard]] QString namesOf(const QList<ConversationId> &ids) const;

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ConversationListModel &m_list;
    const ConversationModel &m_openModel;
    ListPane &m_pane;
    QWidget &m_window;
    QObject m_rowsContext;
};

} // namespace inlet::ui
