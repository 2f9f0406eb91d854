// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KindCorrection.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace inlet::ui
{

KindCorrection::KindCorrection(engine::Engine &engine, InboxController &inbox, ListPane &pane, Prompts &prompts, Focused focused, QWidget &window)
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_pane(pane), m_prompts(prompts), m_focused(std::move(focused)), m_window(window)
{
}

void KindCorrection::say(triage::Kind kind)
{
    const QList<ConversationId> ids = m_inbox.targets();
    if (ids.isEmpty() || std::exchange(m_reading, true))
        return;
    // One message of several: the one at which the rep stands.
    const store::MessageItem *focused = ids == QList{m_inbox.open()} ? m_focused() : nullptr;
    const bool theirs = focused && focused->conversation == ids.first() && focused->kind != triage::Kind::Own;
    const StoredMessageId message = theirs ? focused->id : StoredMessageId();
    m_engine.desk().fetchKindFacts(ids, message, this, [this, kind, message](const Result<QList<store::KindFacts>> &facts) {
        m_reading = false;
        if (facts)
            decide(kind, *facts, message);
        else
            m_pane.toast()->showText(words::ofError(facts.error()));
    });
}

void KindCorrection::decide(triage::Kind kind, const QList<store::KindFacts> &facts, StoredMessageId message)
{
    QList<store::KindFacts> wrong = facts;
    wrong.removeIf([kind](const store::KindFacts &one) { return one.said && one.kind == kind; });
    if (wrong.isEmpty()) {
        m_pane.toast()->showText(facts.isEmpty() ? tr("No mail of theirs is here") : tr("You said so already: %1").arg(phrases::kind(kind)));
        return;
    }
    store::TriageAction action;
    action.verb = store::TriageVerb::SetKind;
    action.kind = kind;
    action.message = message;
    for (const store::KindFacts &one : std::as_const(wrong))
        action.conversations.append(one.conversation);
    const bool goOn = kind == triage::Kind::Bounce ? askWhetherGone(wrong, action) : askWhatItDid(wrong, action);
    if (goOn)
        m_inbox.decide(action, false, false, tr("Now %1").arg(phrases::kind(kind)));
}

/// False: leave all as it is.
bool KindCorrection::askWhatItDid(const QList<store::KindFacts> &facts, store::TriageAction &action)
{
    int stopped = 0;
    for (const store::KindFacts &one : facts) {
        stopped += one.stopped;
        for (const store::Suppression &entry : one.caused) {
            if (!action.lift.contains(entry.pattern))
                action.lift.append(entry.pattern);
        }
    }
    if (action.lift.isEmpty())
        return true;
    QString text = action.lift.size() == 1
        ? tr("Because this was taken for a bounce, %1 is on your do-not-contact list.").arg(phrases::oneLine(action.lift.first(), 120))
        : tr("Because these were taken for bounces, %1 addresses are on your do-not-contact list.").arg(phrases::number(action.lift.size()));
    QStringList labels{tr("Take off the list")};
    if (stopped > 0) {
        text += QLatin1Char(' ') + phrases::plural(stopped, tr("1 message that was to leave later was stopped, and stays so unless you say otherwise."),
            tr("%1 messages that were to leave later were stopped, and stay so unless you say otherwise."));
        labels += tr("Take off and send later mail");
    }
    labels += tr("Leave on the list");
    const int chosen = m_prompts.choose(&m_window, {tr("Not a bounce"), text, labels});
    if (chosen < 0)
        return false;
    action.resume = stopped > 0 && chosen == 1;
    if (chosen == labels.size() - 1)
        action.lift.clear();
    return true;
}

/// Only the rep can know where no report says so. Of many nobody is put on the list.
bool KindCorrection::askWhetherGone(const QList<store::KindFacts> &facts, store::TriageAction &action)
{
    const store::KindFacts &one = facts.first();
    if (facts.size() > 1 || one.suppressed || store::suppressionPattern(one.person).isEmpty())
        return true;
    const int chosen = m_prompts.choose(&m_window, {tr("Bounce"),
        tr("Mail to %1 came back. If the address is gone for good, nothing more goes there.").arg(one.person), {tr("For now only"), tr("Gone for good")}});
    if (chosen == 1)
        action.suppress.append({.pattern = one.person, .reason = tr("Bounced"), .source = store::SuppressionSource::Rep, .messageId = {}, .at = {}});
    return chosen >= 0;
}

} // namespace inlet::ui
