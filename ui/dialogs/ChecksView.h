// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "engine/values/Engine.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QScrollArea;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class CheckRow;

/// The twelve live checks. Runs only when told to: a retry would sign in again, and too many
/// attempts lock a mailbox.
class ChecksView : public QWidget
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Passed, Failed, Cancelled };

    ChecksView(engine::Engine &engine, QWidget *parent);
    ~ChecksView() override;

    void run(const accounts::Account &account, const Secret &password);
    void cancel();
    /// Shows what is known without checking anything.
    void showKnown(const QList<engine::CheckStep> &steps);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QList<engine::CheckStep> results() const;
    /// A failed certificate waits for the user's decision.
    [[nodiscard]] bool needsDecision() const;
    [[nodiscard]] CheckRow *row(const QString &step) const { return m_rows.value(step); }

Q_SIGNALS:
    void stateChanged();
    void actionRequested(const inlet::engine::NextAction &action, const inlet::engine::CheckStep &step);
    void stopRequested();
    void trustRequested(const QString &step, const QByteArray &sha256);

private:
    void addRow(const QString &step, class QVBoxLayout *layout);
    void onStep(const engine::CheckStep &step);
    void onDone(bool fine);
    void endRun();
    void showFirstProblem();

    engine::Engine &m_engine;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QHash<QString, CheckRow *> m_rows;
    std::unique_ptr<QObject> m_run; ///< context of the running check
    State m_state = State::Idle;
};

} // namespace inlet::ui
