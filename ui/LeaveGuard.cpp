// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LeaveGuard.h"

#include "ui/Phrases.h"
#include "ui/dialogs/Prompts.h"

#include <QWidget>

#include <algorithm>

namespace inlet::ui
{

LeaveGuard::LeaveGuard(engine::Engine &engine, Prompts &prompts, QWidget &window)
    : QObject(&window), m_engine(engine), m_prompts(prompts), m_window(window)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kSendingMs);
    connect(&m_limit, &QTimer::timeout, this, &LeaveGuard::closeNow);
}

void LeaveGuard::setOutgoing(const QList<store::LedgerRow> &rows)
{
    m_undoable.clear();
    bool unsent = false;
    for (const store::LedgerRow &row : rows) {
        if (row.state == store::LedgerState::UndoWindow)
            m_undoable.append(row.id);
        unsent = unsent || (m_leaving.contains(row.id) && phrases::isUnsent(row.state));
    }
    if (!m_leaving.isEmpty() && !unsent && m_limit.isActive()) {
        m_limit.stop();
        Q_EMIT closeNow();
    }
}

LeaveGuard::Way LeaveGuard::way(Preferences::OnClose &wish)
{
    if (!m_asks || !m_leaving.isEmpty() || m_engine.accounts().isEmpty()) // without a mailbox nothing can come in
        return Way::End;
    if (wish == Preferences::OnClose::Ask) {
        const int choice = m_prompts.choose(&m_window,
            {tr("Keep Inlet running?"),
                tr("Inlet can stay in the tray when its window is closed. New mail comes in, and you are told about it, only while Inlet runs.\n\n"
                   "You can change this in the settings."),
                {tr("Stay in the tray"), tr("Quit")}});
        if (choice != 0 && choice != 1)
            return Way::Cancel;
        wish = choice == 0 ? Preferences::OnClose::Stay : Preferences::OnClose::End;
    }
    return wish == Preferences::OnClose::Stay ? Way::Stay : Way::End;
}

bool LeaveGuard::mayClose()
{
    // Whoever closes a second time does not want to wait for the server.
    if (!m_asks || !m_leaving.isEmpty() || m_undoable.isEmpty())
        return true;
    const auto count = m_undoable.size();
    const int choice = m_prompts.choose(&m_window,
        {phrases::plural(count, tr("1 message waits in the undo window"), tr("%1 messages wait in the undo window")),
            tr("What is kept goes out when Inlet starts again."), {tr("Send now"), tr("Keep for next start")}});
    if (choice == 0 && !m_undoable.isEmpty())
        sendAll();
    return choice == 1 || (choice == 0 && m_leaving.isEmpty());
}

void LeaveGuard::sendAll()
{
    m_leaving = QSet<LedgerId>(m_undoable.cbegin(), m_undoable.cend());
    m_limit.start();
    for (const LedgerId id : std::as_const(m_undoable))
        m_engine.sendNow(id);
    Q_EMIT sending(int(m_leaving.size()));
}

} // namespace inlet::ui
