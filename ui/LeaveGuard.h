// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/Preferences.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class QWidget;

namespace inlet::ui
{

class Prompts;

/// Asks what closing the window means, the first time, and before the program ends while messages wait in
/// their undo window: send them now, keep them for the next start, or stay. Thread: GUI.
class LeaveGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSendingMs = 15'000; ///< what has not left by then stays for the next start

    LeaveGuard(engine::Engine &engine, Prompts &prompts, QWidget &window);

    /// The outbox as it is now.
    void setOutgoing(const QList<store::LedgerRow> &rows);
    enum class Way { Stay, End, Cancel }; ///< stay: in the tray, without a window
    /// What closing the window means where there is a tray. The first answer is kept in `wish`.
    [[nodiscard]] Way way(Preferences::OnClose &wish);
    /// False: the window stays, for good or until closeNow().
    [[nodiscard]] bool mayClose();
    /// Nobody is there to answer (signal, end of the session): everything is kept.
    void askNoMore() { m_asks = false; }

Q_SIGNALS:
    void sending(int messages); ///< the window waits for them
    void closeNow();

private:
    void sendAll();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QWidget &m_window;
    QList<LedgerId> m_undoable;
    QSet<LedgerId> m_leaving; ///< sent by the user's word, the window waits for them
    QTimer m_limit;
    bool m_asks = true;
};

} // namespace inlet::ui
