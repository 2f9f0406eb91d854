// SPDX-License-Identifier: GPL-3.0-or-later
// InboxController: what is selected for a decision about many.
#include "ui/InboxController.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <algorithm>

namespace inlet::ui
{

void InboxController::extend(int by)
{
    m_list.setMarked(m_pane.current(), true);
    m_pane.step(by);
    m_list.setMarked(m_pane.current(), true);
}

void InboxController::markUnreadOnes()
{
    store::ListQuery query = m_list.query();
    query.search.prepend(QStringLiteral("is:unread "));
    Q_EMIT waitingChanged(true); // the next key is meant for what is selected then
    m_engine.fetchList(query, &m_markContext, [this, shown = m_list.query()](const engine::ListSnapshot &found) {
        if (!found.complete && found.problem.isEmpty())
            return; // the first page
        Q_EMIT waitingChanged(false);
        if (!found.problem.isEmpty())
            m_pane.toast()->showText(found.problem);
        if (!found.problem.isEmpty() || m_list.query() != shown)
            return;
        QSet<ConversationId> wanted;
        std::for_each(found.keys.cbegin(), found.keys.cend(), [&](const store::ListKey &key) { wanted.insert(key.id); });
        QList<ConversationId> ids = m_list.ids(); // of new mail that waits above nobody has seen a row
        ids.removeIf([&](ConversationId id) { return !wanted.contains(id); });
        m_list.setAllMarked(ids);
    });
}

} // namespace inlet::ui
