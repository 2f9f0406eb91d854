// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ViewTally.h"

#include <QDateTime>

#include <utility>

namespace inlet::engine
{

namespace
{

/// More changes than this cost as much as counting anew.
constexpr qsizetype kMostFollowed = 2'000; ///< more at once are counted anew: one snapshot must not last
constexpr qint64 kRelativeMs = 60'000; ///< how long a list that depends on the hour is taken as counted

/// What is in it changes though no conversation does.
bool isRelative(const store::ListQuery &query)
{
    return query.scope == store::Scope::Scheduled || query.search.contains(QLatin1String("older:"), Qt::CaseInsensitive);
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

void ViewTally::note(const store::ChangeSet &changes)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.everything = m_pending.everything || changes.everything || !changes.accounts.isEmpty();
    if (!m_pending.everything)
        m_pending.conversations.unite(changes.conversations);
    if (m_pending.conversations.size() > kMostFollowed)
        m_pending.everything = true;
    if (m_pending.everything)
        m_pending.conversations.clear();
}

Result<ViewTally::State> ViewTally::advance(store::ReadSession &session)
{
    // Before the first read: what is told later is asked for next time, even if this snapshot has it.
    Pending pending;
    {
        const std::scoped_lock lock(m_mutex);
        pending = std::exchange(m_pending, {});
    }
    const auto failed = [&](const Error &error) {
        store::ChangeSet again;
        again.conversations = pending.conversations;
        again.everything = pending.everything;
        note(again);
        return error;
    };
    const auto views = session.savedViews();
    if (!views)
        return failed(views.error());
    QHash<SavedViewId, Counted> kept;
    for (const store::SavedView &view : *views) {
        if (const auto found = m_counted.find(view.id); found != m_counted.end() && found->query == view.query)
            kept.insert(view.id, std::move(*found));
    }
    m_counted = std::move(kept);
    if (pending.everything) {
        for (Counted &counted : m_counted)
            counted.day = {};
    }
    if (const auto followed = follow(session, pending); !followed)
        return failed(followed.error());
    const auto unindexed = session.unindexedMessages();
    if (!unindexed)
        return failed(unindexed.error());
    // A search looks into what is not indexed yet, but finds no word there that it excludes.
    for (Counted &counted : m_counted)
        counted.wordsMissing = counted.wordsMissing || (*unindexed > 0 && !counted.query.search.isEmpty());
    State state;
    bool counted = false;
    for (const store::SavedView &view : *views) {
        const auto found = m_counted.constFind(view.id);
        const bool due = found == m_counted.constEnd() || isStale(*found, *unindexed == 0);
        state.more = state.more || (due && counted);
        if (!due || std::exchange(counted, true))
            continue;
        if (const auto whole = countWhole(session, view); !whole)
            return failed(whole.error());
        m_counted[view.id].wordsMissing = *unindexed > 0 && !view.query.search.isEmpty();
    }
    for (const store::SavedView &view : *views) {
        const auto found = m_counted.constFind(view.id);
        if (found == m_counted.constEnd())
            continue;
        state.counts.insert(view.id, found->count);
        state.provisional = state.provisional || found->wordsMissing;
    }
    return state;
}

bool ViewTally::isStale(const Counted &counted, bool allIndexed)
{
    return (counted.wordsMissing && allIndexed) || counted.day != QDate::currentDate()
        || (isRelative(counted.query) && std::abs(nowMs() - counted.countedAt) > kRelativeMs);
}

Result<void> ViewTally::follow(store::ReadSession &session, const Pending &pending)
{
    if (pending.conversations.isEmpty())
        return {};
    const QList<ConversationId> asked(pending.conversations.cbegin(), pending.conversations.cend());
    for (Counted &counted : m_counted) {
        const auto members = session.membership(asked, counted.query);
        if (!members)
            return members.error();
        QSet<ConversationId> in;
        for (const store::ListKey &key : *members)
            in.insert(key.id);
        for (const ConversationId id : asked) {
            const auto at = std::size_t(id.number());
            if (at >= counted.members.size())
                counted.members.resize(at + 1);
            counted.count += int(in.contains(id)) - int(counted.members[at]);
            counted.members[at] = in.contains(id);
        }
    }
    return {};
}

Result<void> ViewTally::countWhole(store::ReadSession &session, const store::SavedView &view)
{
    const auto keys = session.keys(view.query);
    if (!keys)
        return keys.error();
    Counted counted{view.query, {}, keys->size(), nowMs(), QDate::currentDate(), false};
    for (const store::ListKey &key : *keys) {
        const auto at = std::size_t(key.id.number());
        if (at >= counted.members.size())
            counted.members.resize(std::max(at + 1, counted.members.size() * 2));
        counted.members[at] = true;
    }
    m_counted.insert(view.id, std::move(counted));
    return {};
}

} // namespace inlet::engine
