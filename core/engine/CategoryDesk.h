// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/values/OwnCategory.h"
#include "store/values/Triage.h"

#include <QList>
#include <QObject>

#include <functional>

namespace inlet::engine
{

/// The part of the façade that looks after the rep's own categories. Belongs to Engine (Engine::categories()).
/// Thread: the GUI thread. Every function returns at once; answers come later on the same thread, never from inside the
/// call, and not at all once `context` is gone. Changes are announced by Engine::changed() (ChangeSet::categories).
class CategoryDesk
{
public:
    template <typename T>
    using Answer = std::function<void(const T &)>;

    virtual ~CategoryDesk() = default;

    /// In their order. Latest request wins within one `context`.
    virtual void fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer) = 0;
    /// See store::TriageWrites::saveCategory(). Errors: Config with words for the user.
    virtual void save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer) = 0;
    virtual void order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer) = 0;
    /// How many conversations have it.
    virtual void countIn(store::Category category, QObject *context, Answer<qint64> answer) = 0;
    /// Its conversations become Unsorted; the step takes it back. Errors: Config with words for the user.
    virtual void remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer) = 0;
};

} // namespace inlet::engine
