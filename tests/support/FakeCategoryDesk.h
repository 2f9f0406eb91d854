// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/CategoryDesk.h"

#include <functional>
#include <optional>
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

    void fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer) override;
    void save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer) override;
    void order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer) override;
    void countIn(store::Category category, QObject *context, Answer<qint64> answer) override;
    void remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer) override;

private:
    std::function<void()> m_told;
};

} // namespace inlet::test
