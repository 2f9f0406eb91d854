// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of the list stand, and how one comes, moves and goes.
#include "ui/models/ConversationListModel.h"

#include <algorithm>
#include <functional>

namespace inlet::ui
{

int ConversationListModel::firstRowBefore(qint64 at) const
{
    return positionFor({at, ConversationId()});
}

int ConversationListModel::positionFor(const store::ListKey &key) const
{
    return int(std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, std::greater<>()) - m_keys.cbegin());
}

/// One pass over the keys for all ids that the memo does not know.
void ConversationListModel::locate(const QSet<ConversationId> &ids) const
{
    QSet<ConversationId> missing;
    for (const ConversationId id : ids) {
        if (!m_sortAt.contains(id))
            missing.insert(id);
    }
    if (missing.isEmpty())
        return;
    for (const store::ListKey &key : m_keys) {
        if (!missing.contains(key.id))
            continue;
        m_sortAt.insert(key.id, key.sortAt);
        missing.remove(key.id);
        if (missing.isEmpty())
            return;
    }
}

int ConversationListModel::knownRowOf(ConversationId id) const
{
    const auto known = m_sortAt.constFind(id);
    if (known == m_sortAt.constEnd())
        return -1;
    const int row = positionFor({*known, id});
    return row < m_keys.size() && m_keys.at(row).id == id ? row : -1;
}

int ConversationListModel::rowOf(ConversationId id) const
{
    if (!id.isValid())
        return -1;
    if (!m_sortAt.contains(id))
        locate({id});
    return knownRowOf(id);
}

void ConversationListModel::insertKey(const store::ListKey &key)
{
    const int row = positionFor(key);
    beginInsertRows({}, row, row);
    m_keys.insert(row, key);
    m_sortAt.insert(key.id, key.sortAt);
    endInsertRows();
}

void ConversationListModel::removeAt(int row)
{
    const ConversationId id = m_keys.at(row).id;
    beginRemoveRows({}, row, row);
    m_keys.removeAt(row);
    m_sortAt.remove(id);
    endRemoveRows();
    if (m_marked.remove(id))
        Q_EMIT marksChanged(int(m_marked.size()));
}

void ConversationListModel::moveKey(int from, const store::ListKey &fresh)
{
    int to = positionFor(fresh);
    if (to == from || to == from + 1) {
        m_keys[from] = fresh;
        m_sortAt.insert(fresh.id, fresh.sortAt);
        return;
    }
    beginMoveRows({}, from, from, {}, to);
    m_keys.removeAt(from);
    m_keys.insert(to > from ? to - 1 : to, fresh);
    m_sortAt.insert(fresh.id, fresh.sortAt);
    endMoveRows();
}

} // namespace inlet::ui
