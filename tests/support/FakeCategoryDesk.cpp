// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeCategoryDesk.h"

#include "support/Later.h"

#include <algorithm>
#include <utility>

namespace inlet::test
{

void FakeCategoryDesk::fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer)
{
    later(context, answer, Result<QList<store::OwnCategory>>(own));
}

void FakeCategoryDesk::save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer)
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

void FakeCategoryDesk::order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer)
{
    std::stable_sort(own.begin(), own.end(), [&order](const store::OwnCategory &one, const store::OwnCategory &other) {
        return order.indexOf(one.category) < order.indexOf(other.category);
    });
    later(context, answer, Result<void>());
    m_told();
}

void FakeCategoryDesk::countIn(store::Category category, QObject *context, Answer<qint64> answer)
{
    later(context, answer, counts.value(category));
}

void FakeCategoryDesk::remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer)
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

} // namespace inlet::test
