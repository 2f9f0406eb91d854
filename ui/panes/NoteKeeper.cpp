// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/NoteKeeper.h"

#include <QLabel>
#include <QPlainTextEdit>

#include <utility>

namespace inlet::ui
{

namespace
{

constexpr int kSaveDelayMs = 600;
constexpr int kWriteAgainMs = 5000;
constexpr int kMaxNote = 20'000;

} // namespace

NoteKeeper::NoteKeeper(engine::Engine &engine, QPlainTextEdit &edit, QLabel &state) : QObject(&edit), m_engine(engine), m_edit(edit), m_state(state)
{
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(kSaveDelayMs);
    connect(&m_saveDelay, &QTimer::timeout, this, [this] {
        if (m_isHere) // else it goes behind the note as soon as that is here
            flush();
    });
    m_writeAgain.setSingleShot(true);
    m_writeAgain.setInterval(kWriteAgainMs);
    connect(&m_writeAgain, &QTimer::timeout, this, [this] {
        const QHash<ConversationId, QString> unsaved = m_unsaved;
        for (auto note = unsaved.cbegin(); note != unsaved.cend(); ++note)
            write(note.key(), note.value());
        const QHash<ConversationId, QString> behind = std::exchange(m_behind, {});
        for (auto note = behind.cbegin(); note != behind.cend(); ++note)
            writeBehind(note.key(), note.value());
    });
    connect(&edit, &QPlainTextEdit::textChanged, this, &NoteKeeper::onTyped);
}

void NoteKeeper::setConversation(ConversationId id)
{
    flush();
    m_id = id;
    const auto unsaved = m_unsaved.constFind(id);
    m_isHere = unsaved != m_unsaved.constEnd();
    show(m_isHere ? *unsaved : QString());
    m_state.clear();
}

void NoteKeeper::take(const QString &note, quint64 editsWhenAsked)
{
    if (!std::exchange(m_isHere, true)) {
        const QString typed = m_dirty ? m_edit.toPlainText() : QString();
        const int behind = int(typed.size()) - m_edit.textCursor().position();
        show(engine::joinedNote(note, typed));
        if (!m_dirty)
            return;
        QTextCursor cursor = m_edit.textCursor(); // goes on where one was typing
        cursor.setPosition(int(m_edit.toPlainText().size()) - behind);
        m_edit.setTextCursor(cursor);
        m_saveDelay.start();
        return;
    }
    // While somebody types, the field is the truth; so is what the store has not got yet.
    if (m_dirty || m_edit.hasFocus() || m_edits != editsWhenAsked || m_unsaved.contains(m_id) || m_edit.toPlainText() == note)
        return;
    show(note);
}

void NoteKeeper::flush()
{
    m_saveDelay.stop();
    if (!std::exchange(m_dirty, false))
        return;
    const QString text = m_edit.toPlainText().left(kMaxNote);
    if (m_isHere)
        write(m_id, text);
    else
        writeBehind(m_id, text);
}

void NoteKeeper::onTyped()
{
    if (m_isShowing)
        return;
    ++m_edits;
    m_state.clear();
    m_dirty = true;
    m_saveDelay.start();
}

/// Whoever shows the field's text hears of it.
void NoteKeeper::show(const QString &text)
{
    m_isShowing = true;
    m_edit.setPlainText(text);
    m_isShowing = false;
}

void NoteKeeper::write(ConversationId id, const QString &text)
{
    m_unsaved.insert(id, text);
    m_engine.setNote(id, text, &m_context, [this, id, text](const Result<void> &written) {
        const auto newest = m_unsaved.constFind(id);
        if (newest == m_unsaved.constEnd() || *newest != text)
            return; // an older note than the one that is on its way, or was stored
        if (written || written.error().kind == ErrorKind::NotFound)
            m_unsaved.erase(newest);
        else
            m_writeAgain.start();
        if (id != m_id || m_dirty)
            return;
        m_state.setText(written ? tr("Saved") : tr("Not saved"));
        m_state.setToolTip(written ? QString() : written.error().detail);
    });
}

/// Nobody has seen what the note says; the store puts it there in one step, so that nothing is left to do when the window goes.
void NoteKeeper::writeBehind(ConversationId id, const QString &typed)
{
    if (typed.isEmpty())
        return;
    m_engine.addToNote(id, typed, &m_context, [this, id, typed](const Result<void> &written) {
        if (!written && written.error().kind != ErrorKind::NotFound) {
            m_behind.insert(id, engine::joinedNote(m_behind.value(id), typed));
            m_writeAgain.start();
            return;
        }
        // It is open again, and the field may have been read before: what it says then is written over what is stored.
        const QString shown = m_edit.toPlainText();
        if (!written || id != m_id || !m_isHere || shown == typed || shown.endsWith(QLatin1Char('\n') + typed))
            return;
        show(engine::joinedNote(shown, typed));
        onTyped();
    });
}

} // namespace inlet::ui
