// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

namespace inlet::ui
{

class ConversationModel;
class InboxController;
class PersonBar;

/// Who the open conversation is with: asks for evidence that they are somebody known, shows it, and does what the rep
/// says. Thread: GUI.
class PersonGuide : public QObject
{
    Q_OBJECT

public:
    PersonGuide(engine::Engine &engine, const ConversationModel &model, InboxController &inbox, PersonBar &bar, QObject *parent);

    void accept(); ///< they are the same person
    void reject();

Q_SIGNALS:
    void joined(inlet::ConversationId conversation); ///< the one that is left of both
    void writeRequested(const QString &to);
    void nothingToSay(); ///< no question is open

private:
    void refresh(); ///< also after an undo: what was joined is proposed again
    void showHint();
    [[nodiscard]] bool isAsked() const;

    engine::Engine &m_engine;
    const ConversationModel &m_model;
    InboxController &m_inbox;
    PersonBar &m_bar;
    ConversationId m_asked;
    QList<store::SamePersonHint> m_hints; ///< of m_asked
    QObject m_context;
};

} // namespace inlet::ui
