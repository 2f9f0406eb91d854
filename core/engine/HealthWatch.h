// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/GuiRelay.h"
#include "store/Store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace inlet::engine
{

class StatusBoard;

/// Looks at the rate of bounces after each one, and tells where it is too high: a notice a mailbox or sending
/// domain, which goes when the rate does. Thread: GUI.
class HealthWatch : public QObject
{
    Q_OBJECT

public:
    using Names = std::function<QString(AccountId)>; ///< the address of a mailbox

    HealthWatch(store::Store &store, GuiRelay &relay, StatusBoard &board, Names names);

    void look(); ///< soon; several calls are one look

private:
    void ask();
    void tell(const QList<store::SendingHealth> &health);

    store::Store &m_store;
    GuiRelay &m_relay;
    StatusBoard &m_board;
    Names m_names;
    QTimer m_timer;
    QTimer m_hourly; ///< the rate falls with time alone
    QSet<QString> m_told; ///< ids of notices
};

} // namespace inlet::engine
