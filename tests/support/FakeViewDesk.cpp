// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeViewDesk.h"

#include "support/Later.h"

#include <algorithm>
#include <utility>

namespace inlet::test
{

void FakeViewDesk::fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer)
{
    later(context, answer, Result<QList<store::SavedView>>(views));
}

void FakeViewDesk::saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer)
{
    if (const auto refused = std::exchange(refusal, {})) {
        later(context, answer, Result<SavedViewId>(*refused));
        return;
    }
    store::SavedView kept = view;
    int former = 0;
    for (const store::SavedView &one : std::as_const(views))
        former = one.id == view.id ? one.number : former;
    for (store::SavedView &one : views)
        one.number = view.number > 0 && one.number == view.number ? former : one.number;
    if (!kept.id.isValid()) {
        kept.id = SavedViewId(++m_lastId);
        views.append(kept);
    }
    for (store::SavedView &one : views) {
        if (one.id == kept.id)
            one = kept;
    }
    later(context, answer, Result<SavedViewId>(kept.id));
    m_told();
}

void FakeViewDesk::removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer)
{
    views.removeIf([id](const store::SavedView &one) { return one.id == id; });
    later(context, answer, Result<void>());
    m_told();
}

void FakeViewDesk::orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer)
{
    std::stable_sort(views.begin(), views.end(), [&order](const store::SavedView &one, const store::SavedView &other) {
        return order.indexOf(one.id) < order.indexOf(other.id);
    });
    later(context, answer, Result<void>());
    m_told();
}

void FakeViewDesk::countViews(QObject *context, Answer<engine::ViewCounts> answer)
{
    later(context, answer, counts);
}

void FakeViewDesk::notifyingViews(ConversationId conversation, QObject *context, Answer<QList<store::SavedView>> answer)
{
    later(context, answer, notifying.value(conversation));
}

} // namespace inlet::test
