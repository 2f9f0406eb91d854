// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

class QSettings;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// The first minutes of somebody new: the keys of the daily round, one after the other. Each is ticked off when it was really
/// pressed, also before its turn. How far it came, and that it was closed, is kept over restarts. Thread: GUI.
class GuidedRun : public QObject
{
    Q_OBJECT

public:
    enum class Step { Next, Sort, Reply, Template, Send, Done, Snooze, Undo };
    enum class Stage { Off, Offered, Running, Finished };

    GuidedRun(engine::Engine &engine, QSettings &settings, QObject *parent);

    void offer(); ///< unless it was closed or taken before
    void start(); ///< from the first step
    void skip(); ///< the present step
    void close(); ///< and offer it never again
    /// A key was pressed for it.
    void byKey(ActionId action);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] Step step() const; ///< while it is running: what comes next
    [[nodiscard]] QList<Step> steps() const; ///< those that have a key
    [[nodiscard]] bool isDone(Step step) const { return m_done.contains(step); } ///< not: skipped
    [[nodiscard]] static QString keyOf(Step step); ///< as printed; empty: it has none

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void tick(Step step);
    void goOn();
    [[nodiscard]] bool isOver(Step step) const { return m_done.contains(step) || m_skipped.contains(step); }
    void set(Stage stage);
    void keep();

    QSettings &m_settings;
    Stage m_stage = Stage::Off;
    QSet<Step> m_done;
    QSet<Step> m_skipped;
    QDateTime m_sentAt; ///< when the key to send was pressed; invalid: not, or what it was pressed for is on its way
};

} // namespace inlet::ui
