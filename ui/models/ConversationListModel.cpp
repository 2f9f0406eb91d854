// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ConversationListModel.h"

#include "ui/Phrases.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

/// More changes than this at once are put in by chunks, so that no frame is lost.
constexpr int kSettleChunk = 150;
constexpr int kPatienceMs = 5000;
constexpr int kRetryMs = 50; // a read that newer ones pushed aside

/// Newest first; ids break ties.
bool isBefore(const store::ListKey &one, const store::ListKey &other)
{
    return one > other;
}

} // namespace

ConversationListModel::ConversationListModel(engine::Engine &engine, QObject *parent)
    : QAbstractListModel(parent), m_engine(engine), m_rows(kCachedRows)
{
    m_wantTimer.setSingleShot(true);
    m_wantTimer.setInterval(0);
    connect(&m_wantTimer, &QTimer::timeout, this, &ConversationListModel::askRows);
    // A question that the store could not answer is asked again; the list must not stop to follow.
    m_memberTimer.setSingleShot(true);
    connect(&m_memberTimer, &QTimer::timeout, this, [this] {
        m_memberPending = false;
        m_unsettled.unite(m_asked);
        askMembership();
    });
    connect(&engine, &engine::Engine::changed, this, &ConversationListModel::onChanged);
    connect(&engine, &engine::Engine::accountsChanged, this, &ConversationListModel::onAccountsChanged);
    onAccountsChanged();
}

void ConversationListModel::setQuery(const store::ListQuery &query)
{
    ++m_generation;
    beginResetModel();
    m_query = query;
    m_keys.clear();
    m_sortAt.clear();
    m_held.clear();
    m_marked.clear();
    m_requested.clear();
    m_absent.clear();
    m_unsettled.clear();
    m_stale.clear();
    m_rows.clear(); // snippets belong to a query
    m_memberPending = false;
    m_memberTimer.stop();
    m_asked.clear();
    m_refreshPending = false;
    m_anchor = {};
    m_kept = {};
    m_loading = true;
    m_complete = false;
    m_problem.clear();
    endResetModel();
    Q_EMIT loadingChanged();
    Q_EMIT heldChanged(0);
    Q_EMIT marksChanged(0);
    reload();
}

void ConversationListModel::setOrder(store::ListOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    const QSet<ConversationId> marked = m_marked;
    setQuery(m_query);
    m_marked = marked; // the rows are the same
    Q_EMIT marksChanged(int(m_marked.size()));
}

store::ListQuery ConversationListModel::ordered() const
{
    store::ListQuery query = m_query;
    query.order = m_order;
    return query;
}

void ConversationListModel::reload()
{
    m_engine.fetchList(ordered(), &m_listContext, [this, generation = m_generation](const engine::ListSnapshot &snapshot) {
        if (generation == m_generation)
            onSnapshot(snapshot);
    });
}

void ConversationListModel::onSnapshot(const engine::ListSnapshot &snapshot)
{
    m_problem = snapshot.problem;
    const bool wasLoading = m_loading;
    m_loading = false;
    m_complete = snapshot.complete;
    for (const store::ConversationRow &row : snapshot.rows)
        m_rows.insert(row.id, new store::ConversationRow(row));
    if (wasLoading && m_keys.isEmpty()) {
        if (!snapshot.keys.isEmpty()) {
            Keys keys = snapshot.keys;
            if (!std::is_sorted(keys.cbegin(), keys.cend(), isBefore))
                std::sort(keys.begin(), keys.end(), isBefore);
            beginInsertRows({}, 0, int(keys.size()) - 1);
            m_keys = keys;
            endInsertRows();
        }
    } else {
        mergeKeys(snapshot.keys);
    }
    if (wasLoading)
        Q_EMIT loadingChanged();
    Q_EMIT updated();
    if (!m_unsettled.isEmpty())
        askMembership();
}

/// Brings the rows to `fresh` with few signals. The usual case is the complete list after its first
/// page: one insert at the end.
void ConversationListModel::mergeKeys(const Keys &fresh)
{
    Keys gone;
    Keys added;
    std::set_difference(m_keys.cbegin(), m_keys.cend(), fresh.cbegin(), fresh.cend(), std::back_inserter(gone), isBefore);
    std::set_difference(fresh.cbegin(), fresh.cend(), m_keys.cbegin(), m_keys.cend(), std::back_inserter(added), isBefore);
    if (!gone.isEmpty()) {
        QHash<ConversationId, store::ListKey> moved;
        for (const store::ListKey &key : std::as_const(added))
            moved.insert(key.id, key);
        for (const store::ListKey &key : std::as_const(gone)) {
            const auto found = moved.constFind(key.id);
            m_sortAt.insert(key.id, key.sortAt);
            if (found != moved.constEnd())
                settle(key.id, &*found);
            else if (m_complete)
                settle(key.id, nullptr);
        }
        added.removeIf([this](const store::ListKey &key) { return m_sortAt.contains(key.id) || m_held.contains(key.id); });
    }
    insertRuns(added);
}

/// `added` is sorted and holds no id that is in the list. Neighbours go in together.
void ConversationListModel::insertRuns(const Keys &added)
{
    qsizetype at = 0;
    while (at < added.size()) {
        if (mustWait(added.at(at), -1)) {
            m_held.insert(added.at(at).id, added.at(at));
            ++at;
            continue;
        }
        const int row = positionFor(added.at(at));
        qsizetype end = at + 1;
        while (end < added.size() && (row == m_keys.size() || isBefore(added.at(end), m_keys.at(row))))
            ++end;
        beginInsertRows({}, row, row + int(end - at) - 1);
        m_keys.insert(row, end - at, store::ListKey());
        std::copy(added.cbegin() + at, added.cbegin() + end, m_keys.begin() + row);
        endInsertRows();
        at = end;
    }
    Q_EMIT heldChanged(heldCount());
}

void ConversationListModel::onChanged(const store::ChangeSet &changes)
{
    if (changes.everything) {
        reload();
        return;
    }
    if (changes.conversations.isEmpty())
        return;
    m_unsettled.unite(changes.conversations);
    if (!m_loading)
        askMembership();
}

void ConversationListModel::askMembership()
{
    if (m_memberPending || m_unsettled.isEmpty())
        return;
    m_memberPending = true;
    QList<ConversationId> ids;
    while (!m_unsettled.isEmpty() && ids.size() < kSettleChunk) {
        ids.append(*m_unsettled.cbegin());
        m_unsettled.erase(m_unsettled.cbegin());
    }
    m_asked = QSet<ConversationId>(ids.cbegin(), ids.cend());
    m_memberTimer.start(kPatienceMs);
    m_engine.fetchMembership(ordered(), ids, &m_memberContext,
        [this, ids, generation = m_generation](const Result<QList<store::ListKey>> &members) {
            if (generation != m_generation)
                return;
            // After an error the timer asks again: what changed must not be forgotten.
            if (!members) {
                m_memberTimer.start(m_memberRetryMs);
                m_memberRetryMs = std::min(2 * m_memberRetryMs, kPatienceMs);
                return;
            }
            m_memberRetryMs = kRetryMs;
            m_memberPending = false;
            m_memberTimer.stop();
            m_asked.clear();
            onMembership(ids, *members);
            askMembership();
        });
}

void ConversationListModel::onMembership(const QList<ConversationId> &asked, const Keys &members)
{
    QHash<ConversationId, store::ListKey> inside;
    for (const store::ListKey &key : members)
        inside.insert(key.id, key);
    const bool heldAny = heldCount() > 0;
    locate(QSet<ConversationId>(asked.cbegin(), asked.cend()));
    for (const ConversationId id : asked) {
        const auto found = inside.constFind(id);
        settle(id, found == inside.constEnd() ? nullptr : &*found);
        m_absent.remove(id);
        if (m_rows.contains(id))
            m_stale.insert(id);
    }
    if (heldAny || heldCount() > 0)
        Q_EMIT heldChanged(heldCount());
    askRefresh();
    Q_EMIT updated();
}

/// `fresh` null: it is in the list no more.
void ConversationListModel::settle(ConversationId id, const store::ListKey *fresh)
{
    const int row = knownRowOf(id);
    if (!fresh) {
        m_held.remove(id);
        if (row >= 0 && id != m_kept)
            removeAt(row);
        return;
    }
    if (row >= 0 && m_keys.at(row) == *fresh) {
        m_held.remove(id);
        return;
    }
    if (mustWait(*fresh, row)) {
        m_held.insert(id, *fresh);
        return;
    }
    m_held.remove(id);
    if (row < 0)
        insertKey(*fresh);
    else
        moveKey(row, *fresh);
}

bool ConversationListModel::mustWait(const store::ListKey &fresh, int oldRow) const
{
    if (!m_anchor.isValid() || m_releasing)
        return false;
    const int anchorRow = rowOf(m_anchor);
    if (anchorRow < 0)
        return false;
    // The row under the hand may change in its place.
    if (oldRow == anchorRow && positionFor(fresh) == anchorRow)
        return false;
    if (oldRow == anchorRow && m_order != store::ListOrder::NewestFirst) // a decision would send it far away
        return true;
    const bool wasAbove = oldRow >= 0 && oldRow < anchorRow;
    const bool goesAbove = !isBefore(m_keys.at(anchorRow), fresh);
    // Inside the part above the anchor a row may move; it pushes nothing across.
    return goesAbove && !wasAbove;
}

void ConversationListModel::holdAbove(ConversationId anchor)
{
    if (anchor == m_anchor)
        return;
    m_anchor = anchor;
    if (!anchor.isValid())
        releaseHeld();
}

int ConversationListModel::heldInList() const
{
    int found = 0;
    for (auto held = m_held.keyBegin(); held != m_held.keyEnd(); ++held)
        found += knownRowOf(*held) >= 0 ? 1 : 0; // whether a held one is here was looked up when it was held
    return found;
}

void ConversationListModel::releaseHeld()
{
    if (m_held.isEmpty())
        return;
    // The view asks to hold again as soon as the first of them is in.
    m_releasing = true;
    const QHash<ConversationId, store::ListKey> held = std::exchange(m_held, {});
    locate(QSet<ConversationId>(held.keyBegin(), held.keyEnd()));
    for (const store::ListKey &key : held)
        settle(key.id, &key);
    m_releasing = false;
    Q_EMIT heldChanged(0);
    Q_EMIT updated();
}

void ConversationListModel::keep(ConversationId id)
{
    if (id == m_kept)
        return;
    const ConversationId before = std::exchange(m_kept, id);
    if (before.isValid() && rowOf(before) >= 0) {
        m_unsettled.insert(before);
        if (!m_loading)
            askMembership();
    }
}

} // namespace inlet::ui
