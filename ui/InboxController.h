// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/actions/ActionTable.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

class QWidget;

namespace inlet::ui
{

class ConversationListModel;
class ListPane;
class Prompts;

/// What keys do to conversations: decisions on the selected one or the marked ones, the way to the
/// next, undo with its toast, and reading that marks as read after a moment. A bulk action keeps the
/// ids it was started with. Thread: GUI.
class InboxController : public QObject
{
    Q_OBJECT

public:
    static constexpr int kAskAbove = 200; ///< conversations at once

    InboxController(engine::Engine &engine, ConversationListModel &list, ListPane &pane, Prompts &prompts, QWidget &window);

    /// False: not one of ours.
    bool perform(ActionId action);
    void sortAs(store::Category category) { apply(store::TriageVerb::SetCategory, category); }
    /// What a decision is about now: the marked conversations, else the open one.
    [[nodiscard]] QList<ConversationId> targets() const;
    /// Asks where a decision is about very many.
    [[nodiscard]] bool isSure(const QList<ConversationId> &ids, store::TriageVerb verb);
    /// A decision that a dialog has asked about; keeps the ids of `action` however the list moved
    /// meanwhile. `leaves`: they leave the list, and the next one is opened (`backwards`: the one before).
    /// `done`: what the toast says, where the verb alone says too little.
    void decide(const store::TriageAction &action, bool leaves, bool backwards = false, const QString &done = {});
    /// The category and the archive as one step; `suppress` goes on the do-not-contact list with it.
    void sortAway(store::Category category, const QList<ConversationId> &ids, const QList<store::Suppression> &suppress = {});
    /// A notice with the button that takes back exactly that step, whatever was done since.
    void offerUndo(const QString &words, UndoId step, int leastSeconds = 0);
    void offer(const QString &words, std::function<void()> back, int leastSeconds = 0);
    void withdraw(const QString &words); ///< the notice, if it is still these words
    /// Is asked before a step is taken back (none: the newest); true: it did what there is to do.
    void askBeforeUndo(std::function<bool(UndoId)> ask) { m_askBeforeUndo = std::move(ask); }
    void offerUndoOfRule(); ///< of the one that was added last
    /// The conversation on screen; `byHand` false: nobody asked for it, so it does not count as read.
    void setOpen(ConversationId id, bool byHand);
    [[nodiscard]] ConversationId open() const { return m_open; }
    /// It was decided about so that it leaves the list; its row is still there for a moment.
    [[nodiscard]] bool hasLeft(ConversationId id) const { return m_left.contains(id); }
    /// How long an open conversation is unread; 0: not at all, less: until the rep says so.
    void setReadAfter(int ms) { m_readAfterMs = ms; }
    /// The user is back, or something came in: what is open and unread will be read now.
    void look();
    /// The open conversation will be marked as read in a moment.
    [[nodiscard]] bool isReading() const { return m_readTimer.isActive(); }

Q_SIGNALS:
    void decided(inlet::UndoId step); ///< what was no decision about conversations, as a rule
    /// From true to false, keys are meant for a selection that is not here yet.
    void waitingChanged(bool waiting);

private:
    void bind();
    struct Handed { ///< a decision that the store has not answered
        ConversationId first;
        store::Category category = store::Category::Unsorted;
        QList<ConversationId> ids;
        QString done;
    };
    void hand(const store::TriageAction &action, const QString &done = {});
    void onUndone(const engine::ActionResult &result);
    void askWhatStays();
    void apply(store::TriageVerb verb, store::Category category = store::Category::Unsorted);
    void applyTo(const QList<ConversationId> &ids, store::TriageVerb verb, store::Category category = store::Category::Unsorted);
    void withRow(ConversationId id, const std::function<void(const store::ConversationRow &)> &use);
    void leave(store::TriageVerb verb, bool backwards);
    [[nodiscard]] ConversationId nextAfter(const QList<ConversationId> &ids, bool backwards) const;
    void goOn(ConversationId next, const QList<ConversationId> &left);
    void toggleStar();
    void toggleMute();
    void moveAcross();
    void undo(UndoId step = {});
    void askAboutOlder(const store::UndoStep &step);
    void extend(int by);
    void markUnreadOnes();
    void startReading();
    void markRead();
    void onActionDone(const engine::ActionResult &result);
    [[nodiscard]] const store::ConversationRow *rowOf(ConversationId id) const;

    engine::Engine &m_engine;
    ConversationListModel &m_list;
    ListPane &m_pane;
    Prompts &m_prompts;
    QWidget &m_window;
    QHash<ActionId, std::function<void()>> m_does;
    ConversationId m_open;
    QSet<ConversationId> m_left; ///< decided, and still in the list
    QList<ConversationId> m_unasked; ///< decided; whether they stay in the list is still to be asked
    bool m_asking = false;
    bool m_byHand = false; ///< the open one was asked for
    ConversationId m_leftUnread; ///< marked unread by hand while open: stays so
    QTimer m_readTimer;
    int m_readAfterMs = 500;
    quint64 m_lastTag = 0;
    QObject m_memberContext;
    QObject m_rowContext;
    QObject m_markContext;
    QHash<quint64, Handed> m_handed; ///< by tag
    QHash<UndoId, ConversationId> m_firsts; ///< of each step
    std::function<void()> m_offered; ///< what the toast's button does
    std::function<bool(UndoId)> m_askBeforeUndo;
    QDateTime m_since = QDateTime::currentDateTimeUtc(); ///< steps from before are not of this start
};

} // namespace inlet::ui
