// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/LedgerOutbox_p.h"

#include "base/Clock.h"
#include "base/Log.h"

#include <pthread.h>

#include <algorithm>
#include <array>

namespace inlet::outbox
{

namespace
{

using namespace std::chrono_literals;
using store::LedgerRow;
using store::LedgerState;
using Milliseconds = std::chrono::milliseconds;

constexpr std::array<LedgerState, 2> kCanBeCalledBack{LedgerState::UndoWindow, LedgerState::Queued};
constexpr std::array<LedgerState, 3> kCanBeRetried{
    LedgerState::Failed, LedgerState::Unknown, LedgerState::Queued};

// While something is pending the clock on the wall is looked at this often: a timed wait does not
// notice that the machine slept.
constexpr Milliseconds kMostPatience = 30s;
constexpr Milliseconds kLeastPatience = 20ms;
constexpr Milliseconds kFirstLooksPatience = 60s;
constexpr Milliseconds kLookPatience = 10min;

void queueNow(LedgerRow &row, const QDateTime &now)
{
    row.state = LedgerState::Queued;
    row.dueAt = now;
    row.note.clear();
}

void nameThread(const char *name)
{
    ::pthread_setname_np(::pthread_self(), name);
}

} // namespace

LedgerOutbox::LedgerOutbox(Parts parts)
    : m_parts(std::move(parts)), m_steps(m_parts.store, m_parts.rowChanged),
      m_deps{m_steps, m_parts.sessions, m_parts.secrets, m_parts.clock, m_parts.options.dictionary}
{
    for (int i = 0; i < std::max(1, m_parts.options.workers); ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
    m_planner = std::jthread([this](const std::stop_token &stop) { plan(stop); });
}

LedgerOutbox::~LedgerOutbox()
{
    m_planner.request_stop();
    m_planner.join();
    for (std::jthread &worker : m_workers)
        worker.request_stop();
    // A server that is about to say "accepted" gets its moment; broken off, it would stay unknown.
    const auto end = std::chrono::steady_clock::now() + m_parts.options.grace;
    for (std::size_t ended = 0; ended < m_workers.size(); ++ended) {
        const auto left = std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now());
        if (!m_ended.popFor({}, std::max(left, 0ms)))
            break;
    }
    m_hardStop.request_stop();
    m_workers.clear();
    // Nobody is left but us: what was asked gets its answer, what was learned is taken down.
    m_inbox->close();
    while (auto task = m_inbox->tryPop())
        (*task)();
    writeAgain();
}

void LedgerOutbox::wake()
{
    m_inbox->push([this] { m_woken = true; });
}

void LedgerOutbox::signInChanged(AccountId account)
{
    m_inbox->push([this, account] { release(account); });
}

void LedgerOutbox::sendNow(LedgerId id)
{
    m_inbox->push([this, id] { byUser(id, kCanBeCalledBack); });
}

void LedgerOutbox::retry(LedgerId id)
{
    m_inbox->push([this, id] { byUser(id, kCanBeRetried); });
}

/// The user's word also ends the waiting of the whole mailbox: he knows that the sign-in is in order.
void LedgerOutbox::byUser(LedgerId id, std::span<const LedgerState> from)
{
    const auto row = m_steps.change(id, from,
        [this](LedgerRow &r) {
            const bool held = isHeldBack(r);
            queueNow(r, m_parts.clock.nowUtc());
            if (held)
                r.note = kReleasedNote;
        });
    if (!row)
        return;
    m_looks.remove(id);
    release(row->account);
}

void LedgerOutbox::cancel(LedgerId id, std::function<void(Result<void>)> done)
{
    const auto answer = std::make_shared<std::function<void(Result<void>)>>(std::move(done));
    const bool queued = m_inbox->push([this, id, answer] {
        const auto cancelled = m_steps.change(id, kCanBeCalledBack, [](LedgerRow &row) {
            row.state = LedgerState::Cancelled;
            row.dueAt = {};
            row.note.clear();
        });
        if (*answer)
            (*answer)(cancelled ? Result<void>() : Result<void>(cancelled.error()));
    });
    if (!queued && *answer)
        (*answer)(Error{ErrorKind::Cancelled, QStringLiteral("the program is ending"), {}, {}});
}

void LedgerOutbox::sentCopySeen(AccountId account, const QString &messageId)
{
    m_inbox->push([this, account, messageId] {
        for (const LedgerRow &row : m_steps.unfinished()) {
            if (row.account == account && row.messageId == messageId)
                (void)m_steps.change(row.id, kSeenMeansSent, closeAsSent);
        }
    });
}

void LedgerOutbox::work(const std::stop_token &soft)
{
    nameThread("inlet-outbox-tx");
    while (auto job = m_jobs.pop(soft)) {
        const JobReport report
            = SendJob(m_deps, job->account, job->rows, {soft, m_hardStop.get_token()}).run();
        m_inbox->push([this, report] { jobDone(report); });
    }
    m_ended.push(0);
}

void LedgerOutbox::plan(const std::stop_token &stop)
{
    nameThread("inlet-outbox");
    while (!stop.stop_requested()) {
        pass();
        // Everything that came meanwhile, before the ledger is read again.
        auto task = m_inbox->popFor(stop, m_patience);
        while (task) {
            (*task)();
            task = m_inbox->tryPop();
        }
    }
}

void LedgerOutbox::pass()
{
    followClock();
    writeAgain();
    QList<LedgerRow> rows = m_steps.unfinished();
    if (m_woken)
        askChangedSecrets(rows);
    Plan planned = planFor(rows, situation(rows));
    const bool firstPass = std::exchange(m_first, false);
    if (!planned.orphans.isEmpty()) {
        if (firstPass)
            m_firstLooksUntil = m_parts.clock.nowUtc().addMSecs(kFirstLooksPatience.count());
        takeOrphans(planned.orphans);
    }
    planLooks(rows, planned.unplanned);
    if (!planned.orphans.isEmpty() || !planned.unplanned.isEmpty()) {
        rows = m_steps.unfinished();
        planned = planFor(rows, situation(rows));
    }
    startLooks(planned.looks, rows);
    startSends(planned.sends);
    explainHolds(rows);
    m_woken = false;
    m_patience = patience(planned.next);
    const bool nothing = rows.isEmpty() && m_unwritten.isEmpty();
    if (nothing)
        m_patience = std::chrono::hours(24);
}

Milliseconds LedgerOutbox::patience(const std::optional<QDateTime> &next) const
{
    if (!next)
        return kMostPatience;
    const Milliseconds left{m_parts.clock.nowUtc().msecsTo(*next)};
    return std::clamp(left, kLeastPatience, kMostPatience);
}

Situation LedgerOutbox::situation(const QList<LedgerRow> &rows)
{
    Situation now;
    now.now = m_parts.clock.nowUtc();
    now.sendingAccounts = m_sendingAccounts;
    for (auto it = m_lookingSince.begin(); it != m_lookingSince.end();) {
        // A session that never answers must not keep the rows from being looked for.
        if (it.value().msecsTo(now.now) > kLookPatience.count())
            it = m_lookingSince.erase(it);
        else
            now.lookingAccounts.insert((it++).key());
    }
    now.inFlight = m_inFlight;
    for (const JobReport::Unwritten &unwritten : std::as_const(m_unwritten))
        now.inFlight.insert(unwritten.id);
    if (m_woken)
        now.eager = m_waitForNetwork;
    for (auto it = m_looks.cbegin(); it != m_looks.cend(); ++it)
        now.looks.insert(it.key(), it.value().due());
    now.dues = m_waits.dues(rows, m_parts.clock);
    now.heldAccounts = heldAccounts(rows);
    return now;
}

/// Nothing is sent from a mailbox whose sign-in was refused, that is switched off, or where it is
/// not known yet what a process before us has sent.
QSet<AccountId> LedgerOutbox::heldAccounts(const QList<LedgerRow> &rows)
{
    const QDateTime now = m_parts.clock.nowUtc();
    QSet<AccountId> held;
    QSet<AccountId> free;
    m_closed.clear();
    for (const LedgerRow &row : rows) {
        // Where one message waits for the user, the next would meet the same refusal.
        if (waitsForUser(row))
            held.insert(row.account);
        if (held.contains(row.account) || free.contains(row.account))
            continue;
        (isHeld(row.account, now) ? held : free).insert(row.account);
    }
    return held;
}

bool LedgerOutbox::isHeld(AccountId id, const QDateTime &now)
{
    const auto account = m_steps.account(id);
    if (account && (!account->enabled || account->signInRefused)) {
        m_closed.insert(id);
        return true;
    }
    const bool looksFirst = !m_firstLooks.isEmpty() && now < m_firstLooksUntil
        && (m_parts.options.holdNew || m_firstLooks.values().contains(id));
    const bool paused = m_pausedUntil.isValid() && now < m_pausedUntil;
    return looksFirst || paused || m_refused.contains(id);
}

void LedgerOutbox::explainHolds(const QList<LedgerRow> &rows)
{
    const QDateTime now = m_parts.clock.nowUtc();
    for (const LedgerRow &row : rows) {
        const bool waits = row.state == LedgerState::UndoWindow || row.state == LedgerState::Queued;
        if (waits && row.note.isEmpty() && row.dueAt <= now && m_closed.contains(row.account)) {
            (void)m_steps.change(row.id, row.state, [](LedgerRow &r) {
                r.state = LedgerState::Queued;
                r.note = QStringLiteral("Waits until this mailbox can sign in again.");
            });
        }
    }
}

void LedgerOutbox::takeOrphans(const QList<LedgerId> &orphans)
{
    const QDateTime now = m_parts.clock.nowUtc();
    for (const LedgerId id : orphans) {
        const auto row = m_steps.change(id, LedgerState::Sending, [&](LedgerRow &r) {
            r.state = LedgerState::Unknown;
            r.dueAt = now;
            r.note = QStringLiteral("Inlet ended while this was being sent. Looking in Sent.");
        });
        if (!row)
            continue;
        m_looks.insert(id, LookSchedule(now, now));
        m_firstLooks.insert(id, row->account);
    }
}

void LedgerOutbox::planLooks(const QList<LedgerRow> &rows, const QList<LedgerId> &unplanned)
{
    const QDateTime now = m_parts.clock.nowUtc();
    for (const LedgerRow &row : rows) {
        if (!unplanned.contains(row.id))
            continue;
        const auto account = m_steps.account(row.account);
        const bool weAppend = row.state == LedgerState::Accepted && account
            && account->sentPolicy == accounts::SentPolicy::WeAppend;
        const QDateTime first = weAppend ? now : now.addMSecs(Milliseconds(5s).count());
        m_looks.insert(row.id, LookSchedule(now, first));
    }
}

/// The end of a hand-over that the store could not take down, again and again until it can.
void LedgerOutbox::writeAgain()
{
    constexpr std::array<LedgerState, 2> kBegunStates{LedgerState::Sending, LedgerState::Unknown};
    m_unwritten.removeIf([&](const JobReport::Unwritten &unwritten) {
        const auto written = m_steps.change(unwritten.id, kBegunStates, unwritten.change);
        return written || written.error().kind != ErrorKind::Storage;
    });
}

/// A refused sign-in is tried again only when something about it is different now.
void LedgerOutbox::askChangedSecrets(const QList<LedgerRow> &rows)
{
    QSet<AccountId> wanted;
    for (const LedgerRow &row : rows) {
        if (m_refused.contains(row.account))
            wanted.insert(row.account);
    }
    for (const AccountId id : wanted) {
        const auto account = m_steps.account(id);
        if (account && account->smtp != m_refused.value(id).at) {
            release(id);
            continue;
        }
        m_parts.secrets(id, [this, id, inbox = m_inbox](const Result<Secret> &secret) {
            if (!secret)
                return;
            inbox->push([this, id, now = *secret] {
                const auto refused = m_refused.constFind(id);
                if (refused != m_refused.constEnd() && !refused->secret.equals(now))
                    release(id);
            });
        });
    }
}

void LedgerOutbox::release(AccountId account)
{
    m_refused.remove(account);
    const QDateTime now = m_parts.clock.nowUtc();
    for (const LedgerRow &row : m_steps.unfinished()) {
        if (row.account == account && waitsForUser(row))
            (void)m_steps.change(row.id, LedgerState::Queued, [&](LedgerRow &r) { queueNow(r, now); });
    }
}

std::unique_ptr<Outbox> makeOutbox(store::Store &store, smtp::SmtpSessionFactory sessions,
    SecretSource secrets, SessionRunner imapRunner, Outbox::RowChanged rowChanged, const Clock &clock,
    OutboxOptions options)
{
    return std::make_unique<LedgerOutbox>(LedgerOutbox::Parts{store, std::move(sessions),
        std::move(secrets), std::move(imapRunner), std::move(rowChanged), clock, std::move(options)});
}

} // namespace inlet::outbox
