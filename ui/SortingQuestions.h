// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inlet::ui
{

class ConversationListModel;
class ConversationModel;
class InboxController;
class Prompts;

/// Categories that lead to something: a bounce may be for good, a wrong person may have named the right one, who
/// is written to or becomes a lead; who is out of office comes back. Each keeps the conversations it was asked for. Thread: GUI.
class SortingQuestions : public QObject
{
    Q_OBJECT

public:
    /// `open`: what is on screen; the list may not hold it.
    SortingQuestions(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, const ConversationModel &open,
        Prompts &prompts, QWidget &window);

    void bounce(); ///< leaves the list; asks whether the address is gone for good where nobody knows better
    void wrongPerson(); ///< the category at once, then whom they named: to write to, or to keep as a lead
    void outOfOffice(); ///< the category at once, then the day they are back

Q_SIGNALS:
    void writeRequested(const QString &to, const QString &subject, inlet::AccountId account);
    void said(const QString &text); ///< for a toast
    /// When to come back to them, please; `title` says what was read.
    void snoozeRequested(const QList<inlet::ConversationId> &ids, const QString &title);

private:
    void askAboutBounce(const QList<ConversationId> &ids, const QString &address, const QList<store::BounceFact> &reports);
    void offerToWrite(const store::ConversationRow &row, const QString &to);
    void createLead(const store::ConversationRow &row, const QString &named);
    [[nodiscard]] QString namedIn(const QString &text, const store::ConversationRow &row) const;
    [[nodiscard]] const store::ConversationRow *rowOf(ConversationId id) const;

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ConversationListModel &m_list;
    const ConversationModel &m_openModel;
    Prompts &m_prompts;
    QWidget &m_window;
    bool m_reading = false; ///< what is known of the address that key 9 is about
    QObject m_bodyContext;
    QObject m_leadContext;
};

} // namespace inlet::ui
