// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/CategoryDesk.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace inlet::test
{

/// The rep's own categories in memory. Answers through the event loop; `told` is called after each change.
class FakeCategoryDesk : public engine::CategoryDesk
{
public:
    explicit FakeCategoryDesk(std::function<void()> told) : m_told(std::move(told)) {}

    QList<store::OwnCategory> own;
    QHash<store::Category, qint64> counts;
    QList<store::Category> removed;
    std::optional<Error> refusal; ///< of the next save() or remove()

    void fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer) override
    {
        later(context, answer, Result<QList<store::OwnCategory>>(own));
    }
    void save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer) override
    {
        if (const auto refused = std::exchange(refusal, {})) {
            later(context, answer, Result<store::Category>(*refused));
            return;
        }
        store::OwnCategory kept = category;
        for (store::OwnCategory &one : own)
            one.number = one.number == kept.number ? 0 : one.number;
        if (kept.category == store::Category::Unsorted) {
            kept.category = store::Category(store::OwnCategory::kFirst + int(own.size()));
            own.append(kept);
        }
        for (store::OwnCategory &one : own) {
            if (one.category == kept.category)
                one = kept;
        }
        later(context, answer, Result<store::Category>(kept.category));
        m_told();
    }
    void order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer) override
    {
        std::stable_sort(own.begin(), own.end(), [&order](const store::OwnCategory &one, const store::OwnCategory &other) {
            return order.indexOf(one.category) < order.indexOf(other.category);
        });
        later(context, answer, Result<void>());
        m_told();
    }
    void countIn(store::Category category, QObject *context, Answer<qint64> answer) override { later(context, answer, counts.value(category)); }
    void remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer) override
    {
        if (const auto refused = std::exchange(refusal, {})) {
            later(context, answer, Result<UndoId>(*refused));
            return;
        }
        removed.append(category);
        own.removeIf([category](const store::OwnCategory &one) { return one.category == category; });
        later(context, answer, Result<UndoId>(UndoId(77)));
        m_told();
    }

private:
    template <typename T>
    static void later(QObject *context, const Answer<T> &answer, const T &value)
    {
        QTimer::singleShot(0, context, [answer, value] { answer(value); });
    }

    std::function<void()> m_told;
};

} // namespace inlet::test
