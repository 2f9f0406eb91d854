// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/EngineWorker.h"
#include "engine/GuiRelay.h"
#include "engine/ViewDesk.h"
#include "engine/ViewTally.h"

#include <QTimer>

namespace inlet::engine
{

/// The lists that the rep kept, over the store. They are counted on a thread of their own, so that a
/// frequent word keeps no list waiting. Thread: GUI.
class StoreViewDesk final : public ViewDesk
{
public:
    StoreViewDesk(store::Store &store, GuiRelay &relay);

    void fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer) override;
    void saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer) override;
    void removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer) override;
    void orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer) override;
    void countViews(QObject *context, Answer<ViewCounts> answer) override;
    void notifyingViews(ConversationId conversation, QObject *context,
        Answer<QList<store::SavedView>> answer) override;

    /// After each commit. Thread: any.
    void noteChanges(const store::ChangeSet &changes);

private:
    using Replies = QHash<const QObject *, std::function<void(ViewCounts)>>; ///< by context: the latest request wins
    enum class Outcome { Whole, Provisional, Failed };
    void startCounting();
    void counted(qint64 tookMs, const Replies &asked, Outcome outcome);
    void indexed();

    store::Store &m_store;
    GuiRelay &m_relay;
    ViewTally m_tally;
    Replies m_asked; ///< since the running count began
    Replies m_provisional; ///< whose numbers lack words that the search index does not have yet
    bool m_counting = false;
    bool m_indexed = false; ///< since the running count began
    QTimer m_rest; ///< between two counts: many changes must not keep a processor busy
    EngineWorker m_worker; // last: it ends first
};

} // namespace inlet::engine
