// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/JobBoard_p.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

void refuseAll(std::vector<Errand> &errands, const Error &error)
{
    for (Errand &errand : errands)
        errand.done(error);
}

Error boardClosed()
{
    return Error{ErrorKind::Cancelled, QStringLiteral("the mailbox was stopped"), {}, {}};
}

} // namespace

void JobBoard::changed()
{
    ++m_version;
    m_ready.notify_one(); // who takes something wakes the next one
}

JobBoard::Host &JobBoard::host(const QString &name)
{
    const auto [entry, isNew] = m_hosts.try_emplace(name);
    if (isNew)
        entry->second = {m_limits.connectionsPerHost, double(m_limits.connectBurst), m_clock.steadyNow()};
    return entry->second;
}

void JobBoard::enlist(AccountId account, const QString &hostName, std::shared_ptr<ErrandRunner> runner)
{
    std::shared_ptr<ErrandRunner> old; // dies outside of the lock: it may close a connection
    const std::scoped_lock lock(m_mutex);
    Line &line = m_lines[account];
    endTrial(account, line);
    line.hostEntry = &host(hostName);
    line.retired = false;
    line.block = Outcome::Next::Ready;
    line.failed = false;
    line.refusals = 0;
    line.ownLimit = false;
    line.lastDone = m_clock.steadyNow();
    if (line.busy) {
        line.runner->interrupt();
        line.nextRunner = std::move(runner);
    } else {
        old = std::exchange(line.runner, std::move(runner));
        line.connected = false;
    }
    changed();
}

void JobBoard::retire(AccountId account)
{
    std::vector<Errand> unanswered;
    std::shared_ptr<ErrandRunner> old;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_lines.find(account);
        if (found == m_lines.end())
            return;
        Line &line = found->second;
        endTrial(account, line);
        unanswered = takeAnswerable(line);
        line.runner->interrupt();
        if (line.busy) {
            line.errands.clear();
            line.nextRunner.reset();
            line.retired = true;
        } else {
            old = std::move(line.runner);
            m_lines.erase(found);
        }
        changed();
    }
    refuseAll(unanswered, boardClosed());
}

void JobBoard::unblock(Line &line, const Errand &errand) const
{
    const bool timeCame = line.block == Outcome::Next::Waiting && errand.kind == Errand::Kind::Due
        && m_clock.steadyNow() >= line.blockedUntil;
    // A certificate is refused before a password is sent, and it may have been the sign-in page of a hotel.
    const bool otherCertificate = line.block == Outcome::Next::NeedsUser && line.blockError.kind == ErrorKind::Tls;
    const bool newNetwork = errand.fresh && (line.block == Outcome::Next::Waiting || otherCertificate);
    if (errand.insists || timeCame || newNetwork)
        line.block = Outcome::Next::Ready;
}

/// Its connection may be one of the network before: what makes a new one comes first, whatever else waits.
bool JobBoard::leads(const Line &line, const Errand &errand)
{
    return errand.fresh && (line.connected || line.busy);
}

void JobBoard::enqueue(Line &line, Errand errand)
{
    if (!errand.done) {
        const auto same = std::find_if(line.errands.begin(), line.errands.end(),
            [&](const Errand &waiting) { return waiting.kind == errand.kind; });
        if (same != line.errands.end()) {
            same->insists = same->insists || errand.insists;
            same->fresh = same->fresh || errand.fresh;
            if (leads(line, *same))
                std::rotate(line.errands.begin(), same, same + 1);
            return;
        }
    }
    if (leads(line, errand)) {
        line.errands.push_front(std::move(errand));
        return;
    }
    // What is begun comes before what is to be begun: few large messages are half here at a time.
    const bool isBegun = errand.kind == Errand::Kind::FetchOn;
    const auto place = std::find_if(line.errands.begin(), line.errands.end(), [&](const Errand &waiting) {
        if (leads(line, waiting))
            return false;
        return isBegun ? urgencyOf(waiting.kind) >= urgencyOf(errand.kind) : urgencyOf(waiting.kind) > urgencyOf(errand.kind);
    });
    line.errands.insert(place, std::move(errand));
}

/// Somebody may wait behind an errand that leads.
Urgency JobBoard::urgencyOfLine(const Line &line)
{
    const Urgency first = urgencyOf(line.errands.front().kind);
    return line.errands.size() > 1 ? std::min(first, urgencyOf(line.errands[1].kind)) : first;
}

void JobBoard::push(AccountId account, Errand errand)
{
    Error reason = boardClosed();
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_lines.find(account);
        if (found != m_lines.end() && !found->second.retired && !m_closed) {
            Line &line = found->second;
            unblock(line, errand);
            if (line.block == Outcome::Next::Ready || !errand.done) {
                enqueue(line, std::move(errand));
                changed();
                return;
            }
            reason = line.blockError;
        }
    }
    if (errand.done)
        errand.done(reason);
}

void JobBoard::pushToAll(const Errand &errand)
{
    const std::scoped_lock lock(m_mutex);
    for (auto &[account, line] : m_lines) {
        unblock(line, errand);
        enqueue(line, errand);
    }
    changed();
}

void JobBoard::rouse(std::chrono::milliseconds age)
{
    const std::scoped_lock lock(m_mutex);
    tryMore();
    const Moment now = m_clock.steadyNow();
    for (auto &[account, line] : m_lines) {
        const bool scheduled = !line.errands.empty() && line.block == Outcome::Next::Ready;
        if (line.busy || scheduled || line.block == Outcome::Next::NeedsUser)
            continue;
        const Moment since = line.block == Outcome::Next::Waiting ? line.blockedUntil : line.lastDone;
        if (now < since + age)
            continue;
        line.block = Outcome::Next::Ready;
        enqueue(line, Errand{Errand::Kind::Due});
        changed();
    }
}

std::vector<Errand> JobBoard::takeAnswerable(Line &line)
{
    std::vector<Errand> taken;
    std::deque<Errand> kept;
    for (Errand &errand : line.errands) {
        if (errand.done)
            taken.push_back(std::move(errand));
        else
            kept.push_back(std::move(errand));
    }
    line.errands = std::move(kept);
    return taken;
}

JobBoard::Usage JobBoard::countUsage()
{
    for (auto &[name, entry] : m_hosts)
        entry.busy = entry.connections = entry.mailboxes = 0;
    Usage usage;
    for (const auto &[account, line] : m_lines) {
        usage.patient += line.busy && line.running >= Urgency::Large ? 1 : 0;
        usage.failed += line.busy && line.failed ? 1 : 0;
        line.hostEntry->busy += line.busy ? 1 : 0;
        line.hostEntry->connections += line.connected || line.busy ? 1 : 0;
        ++line.hostEntry->mailboxes;
    }
    return usage;
}

bool JobBoard::hasOtherHosts(const Line &line) const
{
    return line.hostEntry->mailboxes < int(m_lines.size());
}

void JobBoard::refill(Host &entry) const
{
    const Moment now = m_clock.steadyNow();
    const std::chrono::duration<double> passed = now - entry.filledAt;
    const std::chrono::duration<double> spacing = m_limits.connectSpacing;
    entry.tokens = std::min(double(m_limits.connectBurst), entry.tokens + passed / spacing);
    entry.filledAt = now;
}

bool JobBoard::mayConnect(const Line &line, bool *gated)
{
    Host &entry = *line.hostEntry;
    refill(entry);
    const bool tooMany = entry.connections >= entry.limit;
    const bool tooFast = entry.tokens < 1;
    *gated = *gated || tooFast; // time alone opens this gate; the other one is opened by giveBack()
    return !tooMany && !tooFast;
}

bool JobBoard::mayRun(const Line &line, const Usage &usage, bool *gated)
{
    if (line.busy || line.retired || line.errands.empty() || line.block != Outcome::Next::Ready)
        return false;
    const bool isPatient = urgencyOf(line.errands.front().kind) >= Urgency::Large;
    if (isPatient && usage.patient >= std::max(1, m_limits.workers - 2))
        return false;
    if (line.failed && usage.failed >= std::max(1, m_limits.workers / 4))
        return false;
    // Also while no other host is known: one that comes later must find a worker that does not hang.
    const int reserved = hasOtherHosts(line) ? 2 : 1;
    if (m_limits.workers > 2 && line.hostEntry->busy >= m_limits.workers - reserved)
        return false;
    return line.connected || mayConnect(line, gated);
}

JobBoard::Lines::iterator JobBoard::pick(bool *gated)
{
    const Usage usage = countUsage();
    const auto rank = [](const Line &line) {
        return std::pair(urgencyOfLine(line), line.served);
    };
    auto best = m_lines.end();
    for (auto entry = m_lines.begin(); entry != m_lines.end(); ++entry) {
        if (!mayRun(entry->second, usage, gated))
            continue;
        if (best == m_lines.end() || rank(entry->second) < rank(best->second))
            best = entry;
    }
    return best;
}

std::optional<JobBoard::Assignment> JobBoard::take(std::stop_token stop)
{
    static constexpr std::chrono::milliseconds kGateLook{50};
    std::unique_lock lock(m_mutex);
    while (!m_closed) {
        bool gated = false;
        const auto found = pick(&gated);
        if (found != m_lines.end()) {
            Line &line = found->second;
            Assignment assignment{found->first, line.runner, std::move(line.errands.front()), mayKeep(line)};
            line.errands.pop_front();
            if (!line.connected)
                line.hostEntry->tokens -= 1;
            line.running = urgencyOf(assignment.errand.kind);
            line.busy = true;
            line.served = ++m_serial;
            changed(); // there may be work for one more
            return assignment;
        }
        if (stop.stop_requested())
            break;
        const auto news = [this, seen = m_version] { return m_version != seen; };
        if (gated)
            m_ready.wait_for(lock, stop, kGateLook, news);
        else
            m_ready.wait(lock, stop, news);
    }
    return std::nullopt;
}

void JobBoard::applyOutcome(AccountId account, Line &line, Outcome &outcome)
{
    line.connected = outcome.connected;
    line.lastDone = m_clock.steadyNow();
    line.failed = outcome.next != Outcome::Next::Ready;
    line.newestMail = std::max(line.newestMail, outcome.newestMail);
    line.block = outcome.next;
    line.blockedUntil = outcome.until;
    line.blockError = outcome.error;
    learnLimit(account, line, outcome.limitReached);
    // Somebody insisted while the errand ran: that chance is still to be taken.
    if (std::any_of(line.errands.begin(), line.errands.end(), [](const Errand &e) { return e.insists; }))
        line.block = Outcome::Next::Ready;
    for (Errand &errand : outcome.followUps)
        enqueue(line, std::move(errand));
}

/// After the runner was replaced or dismissed: only what somebody waits for.
void JobBoard::goOn(Line &line, std::vector<Errand> &followUps)
{
    for (Errand &errand : followUps) {
        if (errand.done)
            enqueue(line, std::move(errand));
    }
}

void JobBoard::giveBack(const Assignment &assignment, Outcome outcome)
{
    std::vector<Errand> unanswered;
    Error reason = boardClosed();
    std::shared_ptr<ErrandRunner> old;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_lines.find(assignment.account);
        if (found == m_lines.end())
            return;
        Line &line = found->second;
        line.busy = false;
        if (line.retired) {
            goOn(line, outcome.followUps);
            unanswered = takeAnswerable(line);
            old = std::move(line.runner);
            m_lines.erase(found);
        } else {
            if (line.nextRunner) {
                goOn(line, outcome.followUps);
                old = std::exchange(line.runner, std::move(line.nextRunner));
                line.nextRunner.reset();
                line.connected = line.failed = false;
            } else {
                applyOutcome(found->first, line, outcome);
            }
            if (line.block != Outcome::Next::Ready)
                reason = outcome.error;
            if (line.block != Outcome::Next::Ready || m_closed)
                unanswered = takeAnswerable(line);
        }
        changed();
    }
    refuseAll(unanswered, reason);
}

void JobBoard::close()
{
    std::vector<Errand> unanswered;
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_ready.notify_all();
        for (auto &[account, line] : m_lines) {
            line.runner->interrupt();
            for (Errand &errand : takeAnswerable(line))
                unanswered.push_back(std::move(errand));
        }
        changed();
    }
    refuseAll(unanswered, boardClosed());
}

void JobBoard::clear()
{
    Lines lines; // dies outside of the lock
    const std::scoped_lock lock(m_mutex);
    lines.swap(m_lines);
}

} // namespace inlet::sync
