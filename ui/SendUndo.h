// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

namespace inlet::ui
{

class ConversationListModel;
class InboxController;

/// A message that has not left yet is a step like any other: a notice says so, and the key that undoes calls
/// it back while nothing was decided since. "Send and done" is one step: both come back. Thread: GUI.
class SendUndo : public QObject
{
    Q_OBJECT

public:
    SendUndo(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, QObject *parent);

    /// These were taken back without the key, as from the log of decisions.
    void forget(const QList<store::UndoStep> &takenBack);

Q_SIGNALS:
    void callBack(inlet::LedgerId mail);

private:
    struct Step {
        LedgerId mail; ///< not valid: only a decision
        UndoId decision; ///< not valid: only a message

        bool operator==(const Step &) const = default;
    };

    void onLedger(const store::LedgerRow &row);
    void onAction(const engine::ActionResult &result);
    void add(UndoId decision);
    void drop(UndoId decision);
    bool takeBack(UndoId step);
    void takeBackMail(LedgerId mail);
    void offer(const store::LedgerRow &row);
    void withdraw();
    void trim();

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ConversationListModel &m_list;
    LedgerId m_offered; ///< whose notice was shown last
    QString m_words; ///< of that notice
    QList<Step> m_steps; ///< newest last, from the oldest message that can be called back
};

} // namespace inlet::ui
