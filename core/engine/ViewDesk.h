// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/values/SavedView.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace inlet::engine
{

using ViewCounts = QHash<SavedViewId, qint64>;

/// The part of the façade that looks after the lists which the rep kept. Belongs to Engine
/// (Engine::views()). Thread: the GUI thread. Every function returns at once; answers come later on the
/// same thread, never from inside the call, and not at all once `context` is gone. What changes here is
/// announced by Engine::changed() (ChangeSet::views).
class ViewDesk
{
public:
    template <typename T>
    using Answer = std::function<void(const T &)>;

    virtual ~ViewDesk() = default;

    /// In their order. Latest request wins within one `context`.
    virtual void fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer) = 0;
    /// See store::ViewWrites::saveView(). Errors: Config with words for the user.
    virtual void saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer) = 0;
    virtual void removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer) = 0;
    virtual void orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer) = 0;
    /// How many conversations each view shows: the same clause as its rows. Cheap to ask after each change.
    /// Latest request wins within one `context`. Comes again while views are still being counted for the first time; those are absent until then.
    virtual void countViews(QObject *context, Answer<ViewCounts> answer) = 0;
    /// The views with SavedView::notify that show the conversation now.
    virtual void notifyingViews(ConversationId conversation, QObject *context,
        Answer<QList<store::SavedView>> answer) = 0;
};

} // namespace inlet::engine
