// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"
#include "ui/dialogs/FleetModel.h"

#include <QObject>

#include <map>
#include <memory>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Takes the mailboxes of a list through detection, checks and storing; several at a time, but never
/// more than kAtOnce: hundreds of sign-ins at once look like an attack. What works is stored at once.
class FleetRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int kAtOnce = 6;

    FleetRunner(engine::Engine &engine, FleetModel &model, QObject *parent);
    ~FleetRunner() override;

    void start(const QList<int> &rows);
    /// What runs is stopped, what waits is not begun. Storing that has begun is finished.
    void cancel();
    [[nodiscard]] bool isRunning() const { return !m_runs.empty() || !m_queue.isEmpty(); }

Q_SIGNALS:
    void mailboxAdded(inlet::AccountId account);
    void stateChanged();

private:
    struct Run {
        std::unique_ptr<QObject> context;
        std::unique_ptr<QObject> storing; ///< set: it is being stored
        QList<engine::CheckStep> steps;
    };

    void fill();
    void begin(int row);
    void onDetected(int row, const engine::Detection &found);
    void check(int row);
    void onChecked(int row, bool fine);
    void store(int row);
    void fail(int row, const engine::CheckStep &why);
    void finish(int row);
    [[nodiscard]] bool isConnected(const QString &email) const;
    [[nodiscard]] bool isTwice(int row) const;
    [[nodiscard]] accounts::Account account(int row) const { return m_model.entries().at(row).row.account; }

    engine::Engine &m_engine;
    FleetModel &m_model;
    QList<int> m_queue;
    std::map<int, Run> m_runs;
};

} // namespace inlet::ui
