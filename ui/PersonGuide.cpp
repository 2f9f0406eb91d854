// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PersonGuide.h"

#include "ui/InboxController.h"
#include "ui/models/ConversationModel.h"
#include "ui/panes/PersonBar.h"

namespace inlet::ui
{

PersonGuide::PersonGuide(engine::Engine &engine, const ConversationModel &model, InboxController &inbox, PersonBar &bar, QObject *parent)
    : QObject(parent), m_engine(engine), m_model(model), m_inbox(inbox), m_bar(bar)
{
    connect(&model, &ConversationModel::conversationChanged, this, [this] {
        m_asked = {};
        m_hints.clear();
        m_bar.hide();
    });
    connect(&model, &ConversationModel::headChanged, this, &PersonGuide::refresh);
    connect(&bar, &PersonBar::samePersonClicked, this, &PersonGuide::accept);
    connect(&bar, &PersonBar::notSamePersonClicked, this, &PersonGuide::reject);
    connect(&bar, &PersonBar::writeClicked, this, &PersonGuide::writeRequested);
}

void PersonGuide::refresh()
{
    const ConversationId id = m_model.head().id;
    if (!id.isValid())
        return;
    m_engine.leads().fetchSamePerson(id, &m_context, [this, id](const QList<store::SamePersonHint> &hints) {
        if (id != m_model.head().id)
            return;
        m_asked = id;
        m_hints = hints;
        showHint();
    });
}

void PersonGuide::showHint()
{
    m_bar.show(m_model.head(), m_hints.isEmpty() ? std::nullopt : std::optional(m_hints.first()));
}

/// The selection may be ahead of what is shown: a key must never mean the row before.
bool PersonGuide::isAsked() const
{
    return !m_hints.isEmpty() && m_asked == m_model.head().id && m_asked == m_inbox.open();
}

void PersonGuide::accept()
{
    if (!isAsked()) {
        Q_EMIT nothingToSay();
        return;
    }
    const store::SamePersonHint hint = m_hints.takeFirst();
    store::TriageAction action;
    action.verb = store::TriageVerb::SamePerson;
    action.conversations = {m_asked};
    action.with = hint.other;
    action.address = hint.otherAddress;
    m_inbox.decide(action, false);
    showHint();
    // The older of the two stays.
    const ConversationId kept = hint.other.isValid() ? std::min(m_asked, hint.other) : m_asked;
    if (kept != m_asked)
        Q_EMIT joined(kept);
}

void PersonGuide::reject()
{
    if (!isAsked()) {
        Q_EMIT nothingToSay();
        return;
    }
    const store::SamePersonHint hint = m_hints.takeFirst();
    m_engine.leads().rejectSamePerson(hint.address, hint.otherAddress, &m_context, [this](const Result<void> &) { refresh(); });
    showHint();
}

} // namespace inlet::ui
