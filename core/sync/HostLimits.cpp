// SPDX-License-Identifier: GPL-3.0-or-later
// JobBoard: how many connections a host allows, learned from its refusals, and who keeps one.
#include "sync/JobBoard_p.h"
#include "sync/SyncEngine.h"

#include <algorithm>

namespace inlet::sync
{

int JobBoard::limitOf(const QString &hostName) const
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_hosts.find(hostName);
    return entry == m_hosts.end() ? m_limits.connectionsPerHost : entry->second.limit;
}

HostPlan planFor(const QString &host, int mailboxes, int limit)
{
    HostPlan plan;
    plan.host = host;
    plan.mailboxes = mailboxes;
    plan.limit = limit;
    plan.live = mailboxes <= limit ? mailboxes : std::max(0, limit - JobBoard::kTurnConnections);
    plan.polled = mailboxes - plan.live;
    return plan;
}

/// After countUsage(). Prospects who wrote lately write again; who listens without news is polled as well.
bool JobBoard::mayKeep(const Line &line)
{
    const Host &entry = *line.hostEntry;
    if (entry.mailboxes <= entry.limit)
        return true;
    const int places = entry.limit - kTurnConnections;
    int before = 0;
    int listening = 0;
    Line *coldest = nullptr;
    for (auto &[account, other] : m_lines) {
        if (other.hostEntry != &entry || &other == &line || other.retired || other.block != Outcome::Next::Ready)
            continue;
        const bool listens = other.connected && !other.busy;
        // Of two alike the one that listens goes on.
        const bool isHotter = other.newestMail > line.newestMail || (other.newestMail == line.newestMail && listens);
        before += isHotter ? 1 : 0;
        listening += listens ? 1 : 0;
        if (listens && (!coldest || other.newestMail < coldest->newestMail))
            coldest = &other;
    }
    if (before >= places)
        return false;
    if (listening < places)
        return true;
    // It gives up its place; until then there is one connection less that goes round.
    enqueue(*coldest, Errand{Errand::Kind::Due});
    return listening == places;
}

QList<HostPlan> JobBoard::plans() const
{
    const std::scoped_lock lock(m_mutex);
    QList<HostPlan> plans;
    for (const auto &[name, entry] : m_hosts) {
        int mailboxes = 0;
        int connections = 0;
        for (const auto &[account, line] : m_lines) {
            const bool here = line.hostEntry == &entry;
            mailboxes += here ? 1 : 0;
            connections += here && (line.connected || line.busy) ? 1 : 0;
        }
        if (mailboxes == 0)
            continue;
        plans.append(planFor(name, mailboxes, entry.limit));
        plans.last().learned = entry.limit < m_limits.connectionsPerHost;
        plans.last().connections = connections;
    }
    return plans;
}

/// The mailbox on trial goes away: nothing was learned.
void JobBoard::endTrial(AccountId account, const Line &line)
{
    if (!line.hostEntry || line.hostEntry->onTrial != account)
        return;
    line.hostEntry->limit = line.hostEntry->limitBefore;
    line.hostEntry->onTrial = AccountId();
}

/// Big providers count per mailbox, small servers per address they are called from. Several mailboxes
/// refused: it is the host's limit. One alone: its next attempts tell. At the second refusal the others
/// make room; if that helps it was the host's limit, else the mailbox' own, and the others are let be.
void JobBoard::learnLimit(AccountId account, Line &line, bool refused)
{
    Host &entry = *line.hostEntry;
    if (!refused) {
        if (line.connected) {
            line.refusals = 0;
            line.ownLimit = false;
            entry.onTrial = entry.onTrial == account ? AccountId() : entry.onTrial;
        }
        return;
    }
    ++line.refusals;
    const bool others = std::any_of(m_lines.begin(), m_lines.end(), [&](const auto &other) {
        return other.first != account && other.second.hostEntry == &entry && other.second.refusals > 0
            && !other.second.ownLimit;
    });
    if (entry.onTrial == account && !others) {
        entry.limit = entry.limitBefore;
        entry.onTrial = AccountId();
        line.ownLimit = true;
        return;
    }
    const bool tryIt = line.refusals >= 2 && !line.ownLimit;
    if (!others && !tryIt)
        return;
    entry.onTrial = others ? AccountId() : account;
    entry.limitBefore = entry.limit;
    lowerLimit(entry);
}

/// To what is open now.
void JobBoard::lowerLimit(Host &entry)
{
    countUsage();
    entry.limit = std::max(1, entry.connections);
    entry.patience = std::clamp(2 * entry.patience, kLeastPatience, kMostPatience);
    entry.tryMoreAt = m_clock.steadyNow() + entry.patience;
}

/// One connection more where the host has refused none for long. Where it was right, one mailbox is refused
/// twice and goes back to waiting for its turn: once an hour at first, once a day in the end.
void JobBoard::tryMore()
{
    const Moment now = m_clock.steadyNow();
    for (auto &[name, entry] : m_hosts) {
        if (entry.limit >= m_limits.connectionsPerHost || entry.onTrial.isValid() || now < entry.tryMoreAt)
            continue;
        ++entry.limit;
        entry.tryMoreAt = now + entry.patience;
        changed();
    }
}

} // namespace inlet::sync
