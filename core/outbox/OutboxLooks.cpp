// SPDX-License-Identifier: GPL-3.0-or-later
// The half of LedgerOutbox that confirms messages in Sent.
#include "base/Clock.h"
#include "base/Log.h"
#include "outbox/LedgerOutbox_p.h"

#include <algorithm>
#include <array>

namespace inlet::outbox
{

namespace
{

using store::LedgerRow;
using store::LedgerState;

constexpr std::array<LedgerState, 2> kLookedFor{LedgerState::Accepted, LedgerState::Unknown};

QString notSeenNote(const LedgerRow &row)
{
    if (row.state == LedgerState::Unknown)
        return QStringLiteral("The server did not confirm this message and it is not in Sent. It may have"
                              " arrived all the same: ask the recipient, or send it again.");
    return QStringLiteral("Accepted by the server; no copy in Sent so far.");
}

} // namespace

void LedgerOutbox::startLooks(const QMap<AccountId, QList<LedgerId>> &looks, const QList<LedgerRow> &rows)
{
    const QDateTime now = m_parts.clock.nowUtc();
    for (auto it = looks.cbegin(); it != looks.cend(); ++it) {
        const auto account = m_steps.account(it.key());
        auto batch = std::make_shared<LookBatch>();
        batch->account = it.key();
        m_parts.store.readHere([&](store::ReadSession &session) {
            for (const store::StoredFolder &folder : session.folders(it.key()).value_or(QList<store::StoredFolder>())) {
                if (folder.role == imap::FolderRole::Sent && batch->sentFolder.isEmpty())
                    batch->sentFolder = folder.wireName;
            }
        });
        for (const LedgerRow &row : rows) {
            if (!it.value().contains(row.id))
                continue;
            // Unknown is never appended: only the server can say whether it left.
            const bool mayAppend = row.state == LedgerState::Accepted && !row.appended && account
                && m_looks.value(row.id, LookSchedule({}, {})).mayAppend(account->sentPolicy, now);
            batch->items.append({row.id, row.messageId, mayAppend});
        }
        m_lookingSince.insert(it.key(), now);
        m_parts.imapRunner(it.key(), lookIntoSent(batch, m_parts.store),
            [this, batch, inbox = m_inbox](const Result<void> &result) {
                inbox->push([this, batch, result] { lookDone(*batch, result); });
            });
    }
}

void LedgerOutbox::lookDone(const LookBatch &batch, const Result<void> &result)
{
    m_lookingSince.remove(batch.account);
    for (const LookBatch::Item &item : batch.items) {
        m_firstLooks.remove(item.id);
        settleLook(item, result);
    }
}

void LedgerOutbox::settleLook(const LookBatch::Item &item, const Result<void> &result)
{
    if (item.found) {
        const auto closed = m_steps.change(item.id, kSeenMeansSent, [&](LedgerRow &row) {
            closeAsSent(row);
            row.appended = row.appended || item.appended;
        });
        if (closed || closed.error().kind != ErrorKind::Storage)
            m_looks.remove(item.id);
        return;
    }
    const auto schedule = m_looks.find(item.id);
    if (schedule == m_looks.end())
        return;
    const QDateTime now = m_parts.clock.nowUtc();
    if (!item.looked || item.appended || item.appendError)
        schedule->missed(now);
    else
        schedule->looked(now);
    noteLook(item, result);
}

/// Tells the user what is waited for, once the first minute is over.
void LedgerOutbox::noteLook(const LookBatch::Item &item, const Result<void> &result)
{
    const LookSchedule schedule = m_looks.value(item.id, LookSchedule({}, {}));
    const bool tell = schedule.firstMinuteIsOver(m_parts.clock.nowUtc());
    (void)m_steps.change(item.id, kLookedFor, [&](LedgerRow &row) {
        row.dueAt = schedule.due();
        row.appended = row.appended || item.appended;
        if (item.appendError)
            row.note = QStringLiteral("Accepted, but the copy could not be filed in Sent: ")
                + (item.appendError->serverReply.isEmpty() ? item.appendError->detail
                                                           : QString::fromUtf8(item.appendError->serverReply));
        else if (tell && item.looked)
            row.note = notSeenNote(row);
        else if (tell && !result)
            row.note = QStringLiteral("Sent could not be looked at yet: ") + result.error().detail;
    });
}

} // namespace inlet::outbox
