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

/// What was noted by a clock that has been set back since would otherwise come that much later.
void LedgerOutbox::followClock()
{
    const std::chrono::milliseconds back = m_waits.setBack(m_parts.clock);
    if (back.count() == 0)
        return;
    qCInfo(lcOutbox, "the clock was set back by %lld s", static_cast<long long>(back.count() / 1000));
    const auto shift = [back](QDateTime &moment) {
        if (moment.isValid())
            moment = moment.addMSecs(-back.count());
    };
    shift(m_firstLooksUntil);
    shift(m_pausedUntil);
    for (QDateTime &since : m_lookingSince)
        shift(since);
    for (LookSchedule &schedule : m_looks)
        schedule.setBack(back);
}

std::shared_ptr<LookBatch> LedgerOutbox::lookBatch(AccountId account, const QList<LedgerRow> &rows)
{
    const QDateTime now = m_parts.clock.nowUtc();
    auto batch = std::make_shared<LookBatch>();
    batch->account = account;
    m_parts.store.readHere([&](store::ReadSession &session) {
        const auto folders = session.folders(account).value_or(QList<store::StoredFolder>());
        const auto sent = std::find_if(folders.cbegin(), folders.cend(),
            [](const store::StoredFolder &f) { return f.role == imap::FolderRole::Sent; });
        if (sent != folders.cend())
            batch->sentFolder = sent->wireName;
        const auto settings = session.account(account);
        for (const LedgerRow &row : rows) {
            LookBatch::Item item{row.id, row.messageId};
            // Unknown is never appended: only the server can say whether it left.
            const bool wanted = row.state == LedgerState::Accepted && !row.appended && settings
                && m_looks.value(row.id, LookSchedule({}, {})).mayAppend(settings->sentPolicy, now);
            if (wanted)
                item.bytes = session.ledgerBytes(row.id).value_or(QByteArray());
            item.mayAppend = !item.bytes.isEmpty();
            batch->items.append(item);
        }
    });
    return batch;
}

void LedgerOutbox::startLooks(const QMap<AccountId, QList<LedgerId>> &looks, const QList<LedgerRow> &rows)
{
    for (auto it = looks.cbegin(); it != looks.cend(); ++it) {
        QList<LedgerRow> wanted = rows;
        wanted.removeIf([&](const LedgerRow &row) { return !it.value().contains(row.id); });
        const auto batch = lookBatch(it.key(), wanted);
        m_lookingSince.insert(it.key(), m_parts.clock.nowUtc());
        m_parts.imapRunner(it.key(), lookIntoSent(batch),
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
