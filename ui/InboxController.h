// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/actions/ActionTable.h"

#include <QObject>
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
    static constexpr int kReadAfterMs = 500;
    static constexpr int kAskAbove = 200; ///< conversations at once

    InboxController(engine::Engine &engine, ConversationListModel &list, ListPane &pane, Prompts &prompts, QWidget &window);

    /// False: not one of ours.
    bool perform(ActionId action);
    /// The conversation on screen; `byHand` false: nobody asked for it, so it does not count as read.
    void setOpen(ConversationId id, bool byHand);
    [[nodiscard]] ConversationId open() const { return m_open; }
    /// The user is back, or something came in: what is open and unread will be read now.
    void look();
    /// The open conversation will be marked as read in a moment.
    [[nodiscard]] bool isReading() const { return m_readTimer.isActive(); }

private:
    void bind();
    [[nodiscard]] QList<ConversationId> targets() const;
    void apply(store::TriageVerb verb, store::Category category = store::Category::Unsorted);
    void leave(store::TriageVerb verb, bool backwards);
    void toggleStar();
    void moveAcross();
    void undo();
    void extend(int by);
    void markUnreadOnes();
    void markRead();
    void onActionDone(const engine::ActionResult &result);
    [[nodiscard]] bool isSure(const QList<ConversationId> &ids, store::TriageVerb verb);
    [[nodiscard]] const store::ConversationRow *rowOf(ConversationId id) const;

    engine::Engine &m_engine;
    ConversationListModel &m_list;
    ListPane &m_pane;
    Prompts &m_prompts;
    QWidget &m_window;
    QHash<ActionId, std::function<void()>> m_does;
    ConversationId m_open;
    bool m_byHand = false; ///< the open one was asked for
    ConversationId m_leftUnread; ///< marked unread by hand while open: stays so
    QTimer m_readTimer;
    QList<ConversationId> m_undoIds; ///< first conversation of each step, newest last
};

} // namespace inlet::ui
