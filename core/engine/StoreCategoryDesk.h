// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/CategoryDesk.h"
#include "engine/GuiRelay.h"
#include "store/Store.h"

namespace inlet::engine
{

/// The rep's own categories, over the store. Thread: GUI.
class StoreCategoryDesk final : public CategoryDesk
{
public:
    /// `changed` is called on the GUI thread after something was queued for the servers.
    StoreCategoryDesk(store::Store &store, GuiRelay &relay, std::function<void()> changed)
        : m_store(store), m_relay(relay), m_changed(std::move(changed))
    {
    }

    void fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer) override;
    void save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer) override;
    void order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer) override;
    void countIn(store::Category category, QObject *context, Answer<qint64> answer) override;
    void remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer) override;

private:
    template <typename T>
    void write(const char *name, QObject *context, Answer<Result<T>> answer, std::function<Result<T>(store::WriteTransaction &)> work);

    store::Store &m_store;
    GuiRelay &m_relay;
    std::function<void()> m_changed;
};

} // namespace inlet::engine
