// SPDX-License-Identifier: GPL-3.0-or-later
// Who of those that may send gets a worker, and what comes back.
#include "outbox/LedgerOutbox_p.h"

#include "base/Clock.h"

#include <algorithm>

namespace inlet::outbox
{

namespace
{

constexpr std::chrono::milliseconds kStoragePause = std::chrono::seconds(30);

}

/// A host never has more than half of the workers: one that stalls takes a quarter of an hour for each message, and
/// the mail of all others must not wait for that.
void LedgerOutbox::handOut()
{
    const auto workers = qsizetype(m_workers.size());
    const qsizetype mostOfHost = std::max<qsizetype>(1, workers / 2);
    m_waitingJobs.removeIf([&](const Job &job) {
        const QList<QString> busy = m_hosts.values();
        if (busy.size() >= workers || busy.count(job.host) >= mostOfHost)
            return false;
        m_hosts.insert(job.account, job.host);
        m_jobs.push(job);
        return true;
    });
}

void LedgerOutbox::startSends(const QMap<AccountId, QList<LedgerId>> &sends)
{
    for (auto it = sends.cbegin(); it != sends.cend(); ++it) {
        m_sendingAccounts.insert(it.key());
        for (const LedgerId id : it.value()) {
            m_inFlight.insert(id);
            m_waitForNetwork.remove(id);
        }
        const auto account = m_steps.account(it.key());
        m_waitingJobs.append({it.key(), account ? account->smtp.host.toLower() : QString(), it.value()});
    }
    handOut();
}

void LedgerOutbox::jobDone(const JobReport &report)
{
    m_sendingAccounts.remove(report.account);
    m_hosts.remove(report.account);
    handOut();
    for (const LedgerId id : report.rows)
        m_inFlight.remove(id);
    m_waitForNetwork.unite(report.waitForNetwork);
    m_unwritten.append(report.unwritten);
    if (report.storageTrouble)
        m_pausedUntil = m_parts.clock.nowUtc().addMSecs(kStoragePause.count());
    if (report.refusedSecret)
        m_refused.insert(report.account, {*report.refusedSecret, report.refusedAt});
}

} // namespace inlet::outbox
