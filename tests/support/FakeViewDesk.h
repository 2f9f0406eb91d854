// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ViewDesk.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace inlet::test
{

/// Saved views in memory, with the store's rules for numbers. Answers through the event loop; `told` is
/// called after each change.
class FakeViewDesk : public engine::ViewDesk
{
public:
    explicit FakeViewDesk(std::function<void()> told) : m_told(std::move(told)) {}

    QList<store::SavedView> views;
    engine::ViewCounts counts;
    QHash<ConversationId, QList<store::SavedView>> notifying;
    std::optional<Error> refusal; ///< of the next saveView()

    void fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer) override
    {
        later(context, answer, Result<QList<store::SavedView>>(views));
    }
    void saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer) override
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
    void removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer) override
    {
        views.removeIf([id](const store::SavedView &one) { return one.id == id; });
        later(context, answer, Result<void>());
        m_told();
    }
    void orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer) override
    {
        std::stable_sort(views.begin(), views.end(), [&order](const store::SavedView &one, const store::SavedView &other) {
            return order.indexOf(one.id) < order.indexOf(other.id);
        });
        later(context, answer, Result<void>());
        m_told();
    }
    void countViews(QObject *context, Answer<engine::ViewCounts> answer) override { later(context, answer, counts); }
    void notifyingViews(ConversationId conversation, QObject *context, Answer<QList<store::SavedView>> answer) override
    {
        later(context, answer, notifying.value(conversation));
    }

private:
    template <typename T>
    static void later(QObject *context, const Answer<T> &answer, const T &value)
    {
        QTimer::singleShot(0, context, [answer, value] { answer(value); });
    }

    std::function<void()> m_told;
    qint64 m_lastId = 0;
};

} // namespace inlet::test
