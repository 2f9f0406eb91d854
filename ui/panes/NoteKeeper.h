// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace inlet::ui
{

/// The note about the open person, in the field where it is written: brings it to the store after a pause, and again where that
/// failed. What was typed wins over what is read meanwhile; what was typed before the note was here is put behind it, so neither
/// is ever lost. Thread: GUI.
class NoteKeeper : public QObject
{
    Q_OBJECT

public:
    /// `state` says whether it is saved.
    NoteKeeper(engine::Engine &engine, QPlainTextEdit &edit, QLabel &state);

    /// Another person: the field is empty until the note is here.
    void setConversation(ConversationId id);
    /// How often somebody has typed. Belongs to the question for the note, and comes back with its answer.
    [[nodiscard]] quint64 edits() const { return m_edits; }
    /// The note of the open person as it was in the store when it was asked for.
    void take(const QString &note, quint64 editsWhenAsked);
    void flush(); ///< writes what is still waiting

private:
    void onTyped();
    void show(const QString &text);
    void write(ConversationId id, const QString &text);
    void writeBehind(ConversationId id, const QString &typed);

    engine::Engine &m_engine;
    QPlainTextEdit &m_edit;
    QLabel &m_state;
    ConversationId m_id;
    bool m_isHere = false; ///< the field holds the note, not only what was typed before it came
    bool m_isShowing = false; ///< the change of the field is ours
    bool m_dirty = false; ///< the note differs from what was saved
    quint64 m_edits = 0;
    QTimer m_saveDelay;
    QHash<ConversationId, QString> m_unsaved; ///< on their way to the store, or refused by it and written again later
    QHash<ConversationId, QString> m_behind; ///< what the store refused to put behind a note, for later
    QTimer m_writeAgain;
    QObject m_context; ///< of notes on their way
};

} // namespace inlet::ui
