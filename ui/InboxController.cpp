// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/InboxController.h"

#include "ui/Phrases.h"
#include "ui/StepWords.h"
#include "ui/dialogs/Prompts.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QWidget>

#include <algorithm>
#include <iterator>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kUndoSteps = 100;
constexpr int kBlockedSeconds = 10; // nobody writes there any more: more time to see a slip of the finger

/// A row that shows its change by itself needs no toast.
bool isVisibleOnRow(const store::UndoStep &step)
{
    using enum store::TriageVerb;
    return step.conversations <= 1
        && (step.verb == MarkRead || step.verb == MarkUnread || step.verb == Star || step.verb == Unstar);
}

} // namespace

InboxController::InboxController(engine::Engine &engine, ConversationListModel &list, ListPane &pane, Prompts &prompts, QWidget &window)
    : QObject(&window), m_engine(engine), m_list(list), m_pane(pane), m_prompts(prompts), m_window(window)
{
    bind();
    m_readTimer.setSingleShot(true);
    connect(&m_readTimer, &QTimer::timeout, this, &InboxController::markRead);
    connect(&engine, &engine::Engine::actionDone, this, &InboxController::onActionDone);
    connect(&list, &ConversationListModel::updated, this, &InboxController::look);
    // Row by row: to look for each of them in a long list takes too long.
    const auto forget = [this](const QModelIndex &, int first, int last) {
        for (int row = first; !m_left.isEmpty() && row <= last; ++row)
            m_left.remove(m_list.idAt(row));
    };
    connect(&list, &QAbstractItemModel::rowsAboutToBeRemoved, this, forget);
    connect(&list, &QAbstractItemModel::rowsInserted, this, forget);
    connect(&list, &ConversationListModel::modelAboutToBeReset, this, [this] { // another list
        m_left.clear();
        m_unasked.clear();
    });
    connect(pane.toast(), &Toast::actionClicked, this, [this] {
        if (m_offered)
            m_offered();
    });
    connect(&pane, &ListPane::bulkArchive, this, [this] { leave(store::TriageVerb::Archive, false); });
    connect(&pane, &ListPane::bulkRead, this, [this] { apply(store::TriageVerb::MarkRead); });
}

bool InboxController::perform(ActionId action)
{
    if (action >= ActionId::CategoryUnsorted && action <= ActionId::Category9) {
        const auto category = store::Category(int(action) - int(ActionId::CategoryUnsorted));
        const QList<ConversationId> ids = targets();
        const bool away = category == store::Category::NotInterested && m_list.query().scope != store::Scope::Archived;
        if (away)
            sortAway(category, ids);
        else
            apply(store::TriageVerb::SetCategory, category);
        return true;
    }
    const auto does = m_does.constFind(action);
    if (does != m_does.constEnd())
        (*does)();
    return does != m_does.constEnd();
}

void InboxController::bind()
{
    using Verb = store::TriageVerb;
    const auto done = [this](bool backwards) {
        leave(m_list.query().scope == store::Scope::Archived ? Verb::Unarchive : Verb::Archive, backwards);
    };
    m_does.insert(ActionId::Archive, [done] { done(false); });
    m_does.insert(ActionId::DoneAndNext, [done] { done(false); });
    m_does.insert(ActionId::DoneAndPrevious, [done] { done(true); });
    m_does.insert(ActionId::Delete, [this] { leave(Verb::Delete, false); });
    m_does.insert(ActionId::Junk, [this] { leave(Verb::Junk, false); });
    m_does.insert(ActionId::Star, [this] { toggleStar(); });
    m_does.insert(ActionId::Mute, [this] { toggleMute(); });
    m_does.insert(ActionId::MarkRead, [this] { apply(Verb::MarkRead); });
    m_does.insert(ActionId::MarkUnread, [this] { apply(Verb::MarkUnread); });
    m_does.insert(ActionId::MoveAcross, [this] { moveAcross(); });
    m_does.insert(ActionId::Undo, [this] { undo(); });
    m_does.insert(ActionId::Mark, [this] { m_list.setMarked(m_pane.current(), !m_list.isMarked(m_pane.current())); });
    m_does.insert(ActionId::ExtendDown, [this] { extend(1); });
    m_does.insert(ActionId::ExtendUp, [this] { extend(-1); });
    m_does.insert(ActionId::MarkAll, [this] { m_list.setAllMarked(m_list.ids()); });
    m_does.insert(ActionId::MarkNone, [this] { m_list.clearMarks(); });
    m_does.insert(ActionId::MarkUnreadOnes, [this] { markUnreadOnes(); });
}

QList<ConversationId> InboxController::targets() const
{
    const QList<ConversationId> marked = m_list.marked();
    if (!marked.isEmpty())
        return marked;
    return m_open.isValid() ? QList<ConversationId>{m_open} : QList<ConversationId>();
}

const store::ConversationRow *InboxController::rowOf(ConversationId id) const
{
    return m_list.rowData(id);
}

bool InboxController::isSure(const QList<ConversationId> &ids, store::TriageVerb verb)
{
    if (ids.size() <= kAskAbove)
        return true;
    return m_prompts.ask(&m_window, {steps::done(verb), tr("This changes %1 conversations at once.").arg(phrases::number(ids.size())),
                                        tr("Change them"), {}, verb == store::TriageVerb::Delete});
}

void InboxController::apply(store::TriageVerb verb, store::Category category)
{
    applyTo(targets(), verb, category);
}

void InboxController::applyTo(const QList<ConversationId> &ids, store::TriageVerb verb, store::Category category)
{
    if (ids.isEmpty() || !isSure(ids, verb))
        return;
    if (verb == store::TriageVerb::MarkUnread) {
        m_readTimer.stop();
        m_leftUnread = m_open;
    }
    store::TriageAction action;
    action.verb = verb;
    action.conversations = ids;
    action.category = category;
    hand(action);
    m_list.clearMarks();
}

void InboxController::hand(const store::TriageAction &action, const QString &done)
{
    m_handed.insert(++m_lastTag, Handed{action.conversations.first(), action.category, action.conversations, done});
    m_engine.apply(action, m_lastTag);
}

void InboxController::decide(const store::TriageAction &action, bool leaves, bool backwards, const QString &done)
{
    if (action.conversations.isEmpty() || !isSure(action.conversations, action.verb))
        return;
    const bool currentGoes = leaves && action.conversations.contains(m_pane.current());
    const ConversationId next = currentGoes ? nextAfter(action.conversations, backwards) : ConversationId();
    hand(action, done);
    m_list.clearMarks();
    if (currentGoes)
        goOn(next, action.conversations);
}

void InboxController::sortAway(store::Category category, const QList<ConversationId> &ids, const QList<store::Suppression> &suppress)
{
    store::TriageAction action;
    action.verb = store::TriageVerb::SortAway;
    action.category = category;
    action.conversations = ids;
    action.suppress = suppress;
    decide(action, m_list.query().scope != store::Scope::Archived);
}

/// For decisions after which the conversation leaves the list: the next one is opened at once.
void InboxController::leave(store::TriageVerb verb, bool backwards)
{
    store::TriageAction action;
    action.verb = verb;
    action.conversations = targets();
    decide(action, true, backwards);
}

/// The nearest row in that direction that stays, else in the other; rows that are about to go do not.
ConversationId InboxController::nextAfter(const QList<ConversationId> &ids, bool backwards) const
{
    const QSet<ConversationId> going = m_left + QSet<ConversationId>(ids.cbegin(), ids.cend());
    const auto walk = [&](int by) {
        int row = m_list.rowOf(m_pane.current()) + by;
        while (going.contains(m_list.idAt(row)))
            row += by;
        return m_list.idAt(row);
    };
    const ConversationId next = walk(backwards ? -1 : 1);
    return next.isValid() ? next : walk(backwards ? 1 : -1);
}

void InboxController::goOn(ConversationId next, const QList<ConversationId> &left)
{
    m_left.unite(QSet<ConversationId>(left.cbegin(), left.cend()));
    if (!next.isValid() || !m_pane.select(next)) {
        m_pane.view()->setCurrentIndex({});
        m_list.keep({});
    }
}

/// The list holds only the rows that somebody has looked at; of many, the first may be none of them.
void InboxController::withRow(ConversationId id, const std::function<void(const store::ConversationRow &)> &use)
{
    if (const store::ConversationRow *row = rowOf(id)) {
        use(*row);
        return;
    }
    m_engine.fetchRows(m_list.query(), {id}, &m_rowContext, [use](const QList<store::ConversationRow> &rows) {
        if (!rows.isEmpty())
            use(rows.first());
    });
}

void InboxController::toggleStar()
{
    const QList<ConversationId> ids = targets();
    if (!ids.isEmpty())
        withRow(ids.first(), [this, ids](const store::ConversationRow &row) {
            applyTo(ids, row.starred ? store::TriageVerb::Unstar : store::TriageVerb::Star);
        });
}

/// The lists of the inbox lose what is muted, and Done gives it back where its mail was not archived.
void InboxController::toggleMute()
{
    store::TriageAction action;
    action.conversations = targets();
    if (action.conversations.isEmpty())
        return;
    withRow(action.conversations.first(), [this, action](const store::ConversationRow &row) mutable {
        const bool inDone = m_list.query().scope == store::Scope::Archived;
        action.verb = row.muted ? store::TriageVerb::Unmute : store::TriageVerb::Mute;
        decide(action, row.muted ? inDone && !row.archived : !inDone);
    });
}

void InboxController::moveAcross()
{
    store::TriageAction action;
    action.conversations = targets();
    if (!action.conversations.isEmpty())
        withRow(action.conversations.first(), [this, action](const store::ConversationRow &row) mutable {
            action.verb = row.isProspect ? store::TriageVerb::MoveToOther : store::TriageVerb::MoveToProspects;
            decide(action, true);
        });
}

/// Not every list loses what is done: starred ones stay among the starred. One part after the other.
void InboxController::askWhatStays()
{
    constexpr qsizetype kMostAsked = 150;
    if (m_asking || m_unasked.isEmpty())
        return;
    m_asking = true;
    const QList<ConversationId> part = m_unasked.mid(0, kMostAsked);
    m_unasked.remove(0, part.size());
    m_engine.fetchMembership(m_list.query(), part, &m_memberContext,
        [this, query = m_list.query()](const Result<QList<store::ListKey>> &members) {
            m_asking = false;
            if (query == m_list.query()) {
                for (const store::ListKey &key : members.value_or(QList<store::ListKey>()))
                    m_left.remove(key.id);
            }
            askWhatStays();
        });
}

void InboxController::onUndone(const engine::ActionResult &result)
{
    const ConversationId first = m_firsts.take(result.step.id);
    m_left.clear();
    m_pane.toast()->showText(steps::undone(result.step, result.asked));
    if (first.isValid())
        m_pane.selectWhenThere(first);
}

void InboxController::setOpen(ConversationId id, bool byHand)
{
    const bool another = id != m_open;
    m_open = id;
    if (another) {
        m_leftUnread = {};
        m_readTimer.stop();
    }
    m_byHand = byHand;
    m_list.keep(id);
    if (id.isValid() && byHand)
        startReading();
}

void InboxController::look()
{
    const store::ConversationRow *row = m_open.isValid() ? rowOf(m_open) : nullptr;
    if (row && row->unread > 0 && m_byHand && m_leftUnread != m_open && !m_readTimer.isActive() && m_window.isActiveWindow())
        startReading();
}

void InboxController::startReading()
{
    if (m_readAfterMs >= 0)
        m_readTimer.start(m_readAfterMs);
}

void InboxController::markRead()
{
    const store::ConversationRow *row = rowOf(m_open);
    if (!row || row->unread == 0 || m_leftUnread == m_open || !m_window.isActiveWindow())
        return;
    store::TriageAction action;
    action.verb = store::TriageVerb::MarkRead;
    action.conversations = {m_open};
    action.byHand = false;
    m_engine.apply(action);
}

void InboxController::onActionDone(const engine::ActionResult &result)
{
    Toast *toast = m_pane.toast();
    const Handed handed = m_handed.take(result.tag);
    if (!result.problem.isEmpty()) {
        m_left.clear();
        toast->showText(phrases::oneLine(result.problem));
        return;
    }
    if (result.undone) {
        if (result.older)
            askAboutOlder(result.step);
        else
            onUndone(result);
        return;
    }
    std::copy_if(handed.ids.cbegin(), handed.ids.cend(), std::back_inserter(m_unasked), [this](ConversationId id) { return m_left.contains(id); });
    askWhatStays();
    if (result.step.id.isValid() && handed.first.isValid()) {
        if (m_firsts.size() > 2 * kUndoSteps)
            m_firsts.clear();
        m_firsts.insert(result.step.id, handed.first);
    }
    if (isVisibleOnRow(result.step))
        return;
    const bool isCategory = result.step.verb == store::TriageVerb::SortAway || result.step.verb == store::TriageVerb::SetCategory;
    const bool sorted = isCategory && handed.first.isValid();
    const QString what = !handed.done.isEmpty() ? handed.done : sorted ? phrases::category(handed.category) : QString();
    const bool blocks = handed.category == store::Category::DoNotContact;
    offerUndo(steps::sentence(result.step, what, result.asked), result.step.id, blocks ? kBlockedSeconds : 0);
}

} // namespace inlet::ui
