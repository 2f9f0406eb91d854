// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/Plan_p.h"

#include <algorithm>

namespace inlet::outbox
{

namespace
{

using store::LedgerRow;
using store::LedgerState;

class Planner
{
public:
    explicit Planner(const Situation &situation) : m_now(situation) {}

    void take(const LedgerRow &row)
    {
        switch (row.state) {
        case LedgerState::UndoWindow:
        case LedgerState::Queued:
            send(row);
            break;
        case LedgerState::Sending:
            if (!m_now.inFlight.contains(row.id))
                m_plan.orphans.append(row.id);
            break;
        case LedgerState::Accepted:
        case LedgerState::Unknown:
            look(row);
            break;
        case LedgerState::Sent:
        case LedgerState::Failed:
        case LedgerState::Cancelled:
            break;
        }
    }

    [[nodiscard]] Plan result() const { return m_plan; }

private:
    void send(const LedgerRow &row)
    {
        if (waitsForUser(row) || isHeldBack(row))
            return;
        const QDateTime dueAt = m_now.dues.value(row.id, row.dueAt);
        const bool due = !dueAt.isValid() || dueAt <= m_now.now || m_now.eager.contains(row.id);
        if (!due)
            remind(dueAt);
        else if (!m_now.heldAccounts.contains(row.account)
            && !m_now.sendingAccounts.contains(row.account))
            m_plan.sends[row.account].append(row.id);
    }

    void look(const LedgerRow &row)
    {
        const auto due = m_now.looks.constFind(row.id);
        if (due == m_now.looks.constEnd())
            m_plan.unplanned.append(row.id);
        else if (due->isValid() && *due > m_now.now)
            remind(*due);
        else if (due->isValid() && !m_now.lookingAccounts.contains(row.account))
            m_plan.looks[row.account].append(row.id);
    }

    void remind(const QDateTime &moment)
    {
        if (!m_plan.next || moment < *m_plan.next)
            m_plan.next = moment;
    }

    const Situation &m_now;
    Plan m_plan;
};

} // namespace

bool isHeldBack(const LedgerRow &row)
{
    return row.state == LedgerState::Queued && !row.dueAt.isValid() && row.note.startsWith(kHeldNote);
}

bool waitsForUser(const LedgerRow &row)
{
    return row.state == LedgerState::Queued && !row.dueAt.isValid() && row.attempts > 0 && !isHeldBack(row);
}

Plan planFor(QList<LedgerRow> rows, const Situation &situation)
{
    std::sort(rows.begin(), rows.end(), [](const LedgerRow &a, const LedgerRow &b) {
        return std::pair(a.createdAt, a.id) < std::pair(b.createdAt, b.id);
    });
    Planner planner(situation);
    for (const LedgerRow &row : rows)
        planner.take(row);
    return planner.result();
}

} // namespace inlet::outbox
