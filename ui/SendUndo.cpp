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
    connect(&inbox, &InboxController::decided, this, &SendUndo::add);
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
    if (row.id == m_offered)
        withdraw();
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
        drop(decision);
        return;
    }
    const auto with = std::find_if(m_steps.begin(), m_steps.end(),
        [&](const Step &step) { return step.mail.isValid() && result.tag == tagOfSend(step.mail); });
    if (with != m_steps.end())
        with->decision = decision;
    else
        add(decision);
}

void SendUndo::add(UndoId decision)
{
    const bool isKnown = std::any_of(m_steps.cbegin(), m_steps.cend(), [decision](const Step &step) { return step.decision == decision; });
    if (!m_steps.isEmpty() && !isKnown)
        m_steps.append({{}, decision});
}

void SendUndo::drop(UndoId decision)
{
    for (Step &step : m_steps) {
        if (step.decision == decision)
            step.decision = {};
    }
    m_steps.removeAll(Step());
}

void SendUndo::forget(const QList<store::UndoStep> &takenBack)
{
    for (const store::UndoStep &step : takenBack)
        drop(step.id);
}

/// `step` valid: exactly that one; else the newest. False: it is none of ours.
bool SendUndo::takeBack(UndoId step)
{
    if (m_steps.isEmpty())
        return false;
    const auto found = step.isValid()
        ? std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const Step &one) { return one.decision == step; })
        : std::prev(m_steps.cend());
    if (found == m_steps.cend())
        return false;
    // A second press means the step before, also while the store and the outbox have not answered.
    const Step both = *found;
    if (both.decision.isValid()) {
        drop(both.decision);
        m_engine.undo(both.decision);
    }
    if (both.mail.isValid())
        takeBackMail(both.mail);
    return true;
}

void SendUndo::takeBackMail(LedgerId mail)
{
    if (mail == m_offered)
        withdraw();
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
    m_offered = row.id;
    m_words = tr("Leaves in a moment · %1").arg(who);
    m_inbox.offer(m_words, [this, mail = row.id] { takeBackMail(mail); }, int(std::max<qint64>(0, seconds)));
}

/// What was offered cannot be done any more, or is done.
void SendUndo::withdraw()
{
    m_offered = {};
    m_inbox.withdraw(m_words);
}

} // namespace inlet::ui
