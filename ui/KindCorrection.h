// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inlet::ui
{

class InboxController;
class ListPane;
class Prompts;

/// "This is a reply from a person": says what a mail is where the evidence misled. What a wrong bounce did is told first, and
/// taken back as far as the rep wants it. Keeps the conversations that it was asked for. Thread: GUI.
class KindCorrection : public QObject
{
    Q_OBJECT

public:
    /// `message`: the one that has the focus in the open conversation; null: none.
    using Focused = std::function<const store::MessageItem *()>;
    KindCorrection(engine::Engine &engine, InboxController &inbox, ListPane &pane, Prompts &prompts, Focused focused, QWidget &window);

    void say(triage::Kind kind);

private:
    void decide(triage::Kind kind, const QList<store::KindFacts> &facts, StoredMessageId message);
    [[nodiscard]] bool askWhatItDid(const QList<store::KindFacts> &facts, store::TriageAction &action);
    [[nodiscard]] bool askWhetherGone(const QList<store::KindFacts> &facts, store::TriageAction &action);

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ListPane &m_pane;
    Prompts &m_prompts;
    Focused m_focused;
    QWidget &m_window;
    bool m_reading = false; ///< a second press would ask twice
};

} // namespace inlet::ui
