// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/values/Ledger.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Saves a draft soon after each change, at most one save at a time and never two rows for one
/// draft. What is on its way when the composer goes is still saved.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(engine::Engine &engine, std::function<store::Draft()> collect, QObject *parent);
    ~DraftKeeper() override;

    void setId(DraftId id);
    [[nodiscard]] DraftId id() const;
    void changed();
    void saveNow(); ///< if anything has changed
    void discard(); ///< removes what was saved; nothing is saved after it
    void release(); ///< it was sent: nothing is saved after it
    /// Once nothing is on its way any more; maybe at once.
    void whenIdle(QObject *context, std::function<void()> then);

Q_SIGNALS:
    void saved();
    void failed(const inlet::Error &error);

private:
    struct State;
    void saveAgainLater();
    static void save(const std::shared_ptr<State> &state, const store::Draft &draft);
    static void onSaved(const std::shared_ptr<State> &state, const store::Draft &saved, const Result<DraftId> &answer);

    std::function<store::Draft()> m_collect;
    std::shared_ptr<State> m_state;
    QTimer m_timer;
    bool m_dirty = false;
    bool m_closed = false;
};

} // namespace inlet::ui
