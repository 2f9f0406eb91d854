// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SendUndo.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/dialogs/ComposeRequest.h"
#include "ui/models/ConversationListModel.h"

#include <QDateTime>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostName = 60;

} // namespace

SendUndo::SendUndo(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, QObject *parent)
    : QObject(parent), m_engine(engine), m_inbox(inbox), m_list(list)
{
    connect(&engine, &engine::Engine::ledgerChanged, this, &SendUndo::onLedger);
    connect(&engine, &engine::Engine::actionDone, this, &SendUndo::onAction);
    inbox.askBeforeUndo([this](UndoId step) { return takeBack(step); });
}

void SendUndo::onLedger(const store::LedgerRow &row)
{
    const auto known = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step &step) { return step.mail == row.id; });
    if (row.state == store::LedgerState::UndoWindow) {
        if (known == m_steps.end()) {
            m_steps.append({row.id, {}});
            offer(row);
        }
        return;
    }
    if (known == m_steps.end())
        return;
    known->mail = {};
    if (!known->decision.isValid())
        m_steps.erase(known);
    trim();
}

/// What was decided before the oldest message that waits is undone without us.
void SendUndo::trim()
{
    while (!m_steps.isEmpty() && !m_steps.first().mail.isValid())
        m_steps.removeFirst();
}

void SendUndo::onAction(const engine::ActionResult &result)
{
    const UndoId decision = result.step.id;
    if (m_steps.isEmpty() || !decision.isValid() || !result.problem.isEmpty())
        return;
    if (result.undone) {
        for (Step &step : m_steps) {
            if (step.decision == decision)
                step.decision = {};
        }
        m_steps.removeAll(Step());
        return;
    }
    const auto with = std::find_if(m_steps.begin(), m_steps.end(),
        [&](const Step &step) { return step.mail.isValid() && result.tag == tagOfSend(step.mail); });
    if (with != m_steps.end())
        with->decision = decision;
    else
        m_steps.append({{}, decision});
}

/// `step` valid: exactly that one; else the newest. False: it has nothing to do with a message.
bool SendUndo::takeBack(UndoId step)
{
    if (m_steps.isEmpty())
        return false;
    const auto found = step.isValid()
        ? std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const Step &one) { return one.decision == step; })
        : std::prev(m_steps.cend());
    if (found == m_steps.cend() || !found->mail.isValid())
        return false;
    const Step both = *found;
    if (both.decision.isValid())
        m_engine.undo(both.decision);
    takeBackMail(both.mail);
    return true;
}

void SendUndo::takeBackMail(LedgerId mail)
{
    // A second press means the step before, also while the outbox has not answered.
    for (Step &step : m_steps) {
        if (step.mail == mail)
            step.mail = {};
    }
    m_steps.removeAll(Step());
    trim();
    Q_EMIT callBack(mail);
}

void SendUndo::offer(const store::LedgerRow &row)
{
    const store::ConversationRow *conversation = m_list.rowData(row.conversation);
    QString who = phrases::oneLine(row.recipients.value(0), kMostName);
    if (row.recipients.size() > 1)
        who = tr("%1 and %2 more").arg(who).arg(row.recipients.size() - 1);
    else if (conversation)
        who = phrases::oneLine(phrases::person(conversation->prospectName, conversation->prospectAddress), kMostName);
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(row.dueAt);
    m_inbox.offer(tr("Leaves in a moment · %1").arg(who), [this, mail = row.id] { takeBackMail(mail); }, int(std::max<qint64>(0, seconds)));
}

} // namespace inlet::ui
