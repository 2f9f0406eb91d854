// SPDX-License-Identifier: GPL-3.0-or-later
// InboxController: how a step is taken back, and the notice that offers it.
#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/StepWords.h"
#include "ui/actions/ActionTable.h"
#include "ui/dialogs/Prompts.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <algorithm>

namespace inlet::ui
{

/// None: the newest step. One from before this start is of another day and perhaps of another list: that is asked.
void InboxController::undo(UndoId step)
{
    if (m_askBeforeUndo && m_askBeforeUndo(step))
        return;
    if (step.isValid())
        m_engine.undo(step);
    else
        m_engine.undo({}, m_since);
}

void InboxController::askAboutOlder(const store::UndoStep &step)
{
    const QString text = tr("Since Inlet was started there is nothing to undo. The step before was “%1”, %2.")
                             .arg(steps::sentence(step), phrases::spokenTime(step.at, QDateTime::currentDateTimeUtc()));
    if (m_prompts.ask(&m_window, {tr("Undo an earlier step"), text, tr("Undo it"), {}, true}))
        m_engine.undo(step.id);
}

void InboxController::offerUndo(const QString &words, UndoId step, int leastSeconds)
{
    offer(words, [this, step] { undo(step); }, leastSeconds);
}

void InboxController::offer(const QString &words, std::function<void()> back, int leastSeconds)
{
    m_offered = std::move(back);
    m_pane.toast()->showText(words, tr("Undo  %1").arg(firstKey(ActionId::Undo)).trimmed(), leastSeconds);
}

void InboxController::withdraw(const QString &words)
{
    if (m_pane.toast()->isVisible() && m_pane.toast()->text() == words)
        m_pane.toast()->dismiss();
}

void InboxController::offerUndoOfRule()
{
    m_engine.desk().fetchUndoStack(this, [this](const QList<store::UndoStep> &stack) {
        const auto rule = std::find_if(stack.cbegin(), stack.cend(), [](const store::UndoStep &step) { return step.verb == store::TriageVerb::AddRule; });
        if (rule == stack.cend())
            return;
        Q_EMIT decided(rule->id);
        offerUndo(steps::done(rule->verb), rule->id);
    });
}

} // namespace inlet::ui
