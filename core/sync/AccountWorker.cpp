// SPDX-License-Identifier: GPL-3.0-or-later
// Errands and how they end; the parts of a round are in AccountRound.cpp, large messages in AccountFetch.cpp,
// searches in AccountFind.cpp.
#include "sync/AccountWorker_p.h"

#include "base/Log.h"
#include "sync/FolderChoice_p.h"
#include "sync/HistoryPauses_p.h"
#include "sync/StatusBook_p.h"

#include <utility>

namespace inlet::sync
{

namespace
{

/// Until nothing came for so long, the user's own folders are asked about each minute.
constexpr std::chrono::hours kLivelyAtFirst{1};

Error cancelled()
{
    return Error{ErrorKind::Cancelled, QStringLiteral("the mailbox was stopped"), {}, {}};
}

} // namespace

AccountWorker::AccountWorker(const SyncDeps &deps, const accounts::Account &account)
    : m_store(deps.store, deps.statuses, account.id)
    , m_deps{m_store, deps.sessions, deps.secrets, deps.observer, deps.clock, deps.options, deps.statuses, deps.pauses, deps.parsers,
          deps.listener}
    , m_link(m_deps, account)
    , m_folderSync(m_deps, m_link, m_state)
    , m_folderList(m_deps, m_link, m_state)
    , m_operations(m_deps, m_link, m_state, m_folderList)
    , m_backoff(quint32(account.id.number()) * 2654435761U + quint32(deps.clock.nowUtc().toMSecsSinceEpoch()))
{
    m_state.account = account;
    m_status.account = account.id;
    m_livelyUntil = deps.clock.steadyNow() + kLivelyAtFirst;
}

Outcome AccountWorker::run(Errand errand, bool mayKeep)
{
    m_mayKeep = mayKeep;
    m_idleRefused = m_idleRefused && m_link.isOpen();
    m_followUps.clear();
    if (errand.insists)
        m_link.allowSignIn();
    if (errand.insists || errand.fresh)
        m_backoff.reset();
    if (stopToken().stop_requested()) {
        if (errand.done)
            errand.done(cancelled());
        return {};
    }
    const Errand::Kind kind = errand.kind;
    m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Server);
    m_askedAt = m_deps.clock.steadyNow();
    auto result = caught([&] { return perform(errand); }, errand.done);
    if (result || !isFatal(kind, result.error()))
        result = caught([&] { return park(); }, {});
    Outcome outcome = settle(result);
    outcome.newestMail = m_newestMail;
    m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Turn);
    return outcome;
}

/// An exception, out of memory say, is an error of this mailbox and of who waits for `done`.
Result<void> AccountWorker::caught(const std::function<Result<void>()> &step, std::function<void(Result<void>)> done)
{
    try {
        return step();
    } catch (const std::exception &exception) {
        qCCritical(lcSync) << "mailbox" << m_state.account.id.number() << "caught" << exception.what();
        m_link.drop(); // nobody knows how far its command had come
        Error error{ErrorKind::Bug, QString::fromUtf8(exception.what()), {}, {}};
        if (done)
            done(error);
        return error;
    }
}

bool AccountWorker::isFatal(Errand::Kind kind, const Error &error) const
{
    if (!m_link.isOpen())
        return true;
    switch (kind) {
    case Errand::Kind::Session:
    case Errand::Kind::FetchWhole:
    case Errand::Kind::FetchOn:
    case Errand::Kind::Find:
        // Whoever asked was told; the mailbox goes on unless its connection is lost.
        return endsSession(error.kind) && error.kind != ErrorKind::Config && error.kind != ErrorKind::Bug;
    case Errand::Kind::LateBodies: // asked for by nobody: what the store cannot say is asked again later
        return error.kind == ErrorKind::Storage || (endsSession(error.kind) && error.kind != ErrorKind::Config && error.kind != ErrorKind::Bug);
    case Errand::Kind::Operations:
    case Errand::Kind::Wake:
    case Errand::Kind::Due:
    case Errand::Kind::Round:
    case Errand::Kind::History:
        break;
    }
    return true;
}

Result<void> AccountWorker::perform(Errand &errand)
{
    switch (errand.kind) {
    case Errand::Kind::Wake:
        return performWake();
    case Errand::Kind::Due:
        // Who gives up the place, or only polls, looks at everything.
        return m_mayKeep && m_link.isIdle() && m_deps.clock.steadyNow() < m_dueAt ? performGlance() : performRound(errand.fresh);
    case Errand::Kind::Round:
        return performRound(errand.fresh);
    case Errand::Kind::Operations:
        return performOperations();
    case Errand::Kind::History:
        return performHistory();
    case Errand::Kind::LateBodies:
        return performLateBodies();
    case Errand::Kind::Session:
        return performSession(errand);
    case Errand::Kind::Find:
        return performFind(errand);
    case Errand::Kind::FetchWhole:
    case Errand::Kind::FetchOn:
        return errand.done ? performFetch(errand) : performLateBodies();
    }
    return {};
}

Result<void> AccountWorker::performSession(Errand &errand)
{
    Result<void> result = m_link.open(stopToken());
    if (result) {
        result = errand.work(m_link.session(), stopToken());
        m_link.forgetSelection();
    }
    errand.done(result);
    return result;
}

Result<void> AccountWorker::performWake()
{
    if (!m_link.isIdle())
        return {}; // an answer to an IDLE that is over
    const auto events = m_link.readIdle(stopToken());
    if (!events)
        return events.error();
    if (saysChange(*events) || events->stillHere)
        proved();
    noteTold(events->others);
    store::StoredFolder *folder = listenFolder();
    const bool changed = saysChange(*events) && folder;
    if (!changed && m_state.told.isEmpty())
        return {};
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    const bool more = events->expunge || events->flags;
    if (const auto looked = changed ? m_folderSync.run(*folder, more ? Depth::Everything : Depth::NewMail, stopToken()) : Result<void>(); !looked)
        return looked;
    return lookAtTold();
}

Result<void> AccountWorker::performOperations()
{
    if (const auto ready = m_folderList.load(); !ready)
        return ready;
    if (m_state.folders.isEmpty())
        return {}; // never connected so far: the first round works them off
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened;
    const auto someWait = m_operations.run(stopToken());
    m_link.forgetSelection();
    if (!someWait)
        return someWait.error();
    m_operationsWait = *someWait;
    return {};
}

Outcome AccountWorker::settle(const Result<void> &result)
{
    if (stopToken().stop_requested()) {
        m_link.drop();
        Outcome outcome;
        outcome.followUps = takeAnswerable(); // for who comes after this one
        return outcome;
    }
    if (!result)
        return failed(result.error());
    Outcome outcome;
    outcome.connected = m_link.isOpen();
    outcome.followUps = std::move(m_followUps);
    return outcome;
}

/// Of what is to follow, that for which somebody waits.
std::vector<Errand> AccountWorker::takeAnswerable()
{
    std::vector<Errand> taken = std::exchange(m_followUps, {});
    std::erase_if(taken, [](const Errand &errand) { return !errand.done; });
    return taken;
}

Outcome AccountWorker::failed(const Error &error)
{
    const auto now = m_deps.clock.steadyNow();
    const Reaction reaction = reactionTo(error);
    const bool atOnce = std::exchange(m_brokeBySearch, false) && reaction == Reaction::RetryLater;
    const auto wait = atOnce ? Backoff::Duration::zero() : m_backoff.afterFailure(error, m_link.lived(), now);
    qCInfo(lcSync) << "mailbox" << m_state.account.id.number() << "lost:" << nameOf(error.kind) << error.detail;
    m_link.drop();
    m_canaryAgrees = false;
    m_roundAt.reset();
    Outcome outcome;
    outcome.limitReached = reaction == Reaction::FewerConnections;
    outcome.followUps = takeAnswerable();
    if (wait == Backoff::Duration::zero()) { // a lost session: taken up at once, nobody is told
        outcome.followUps.push_back(Errand{Errand::Kind::Round});
        return outcome;
    }
    m_roundOpen = false;
    forgetLate(); // 200 mailboxes that wait must not keep 200 halves
    outcome.error = error;
    if (reaction == Reaction::AskUser) {
        outcome.next = Outcome::Next::NeedsUser;
        reportError(SyncState::NeedsUser, error, {});
    } else {
        outcome.next = Outcome::Next::Waiting;
        outcome.until = now + wait;
        if (m_deps.options.listen)
            m_link.watchUntil(outcome.until);
        reportError(SyncState::Waiting, error, m_deps.clock.nowUtc().addMSecs(wait.count()));
    }
    m_deps.observer.roundFinished(m_state.account.id, error);
    return outcome;
}

void AccountWorker::proved()
{
    m_status.provedAt = m_deps.clock.nowUtc();
}

void AccountWorker::reportError(SyncState state, const Error &error, const QDateTime &until)
{
    m_status.error = error;
    m_status.until = until;
    m_status.state = state;
    m_deps.statuses.report(m_status);
}

void AccountWorker::report(SyncState state)
{
    m_status.state = state;
    m_status.until = {};
    m_status.error = m_folderError ? m_folderError : m_state.setAside();
    if (!m_status.error)
        m_status.error = m_state.seldomLookedAt();
    fillProgress();
    m_deps.statuses.report(m_status);
}

void AccountWorker::fillProgress()
{
    m_status.done = m_status.total = 0;
    QDateTime backTo;
    bool oneUnknown = false;
    for (const HistoryPlan &plan : std::as_const(m_state.plans)) {
        m_status.total += plan.wanted;
        m_status.done += plan.wanted - plan.missing.size();
        if (plan.missing.isEmpty())
            continue;
        // The folder that has come least far decides what may be promised.
        oneUnknown = oneUnknown || !plan.backTo.isValid();
        if (!backTo.isValid() || plan.backTo > backTo)
            backTo = plan.backTo;
    }
    if (oneUnknown)
        backTo = {};
    else if (!m_state.plans.isEmpty() && m_state.historyIsDone())
        backTo = m_state.historyStart(m_deps.clock.nowUtc()).startOfDay(Qt::UTC);
    m_status.syncedBackTo = backTo;
}

store::StoredFolder *AccountWorker::listenFolder()
{
    const auto id = folderToListenIn(m_state.folders);
    return id ? m_state.folder(*id) : nullptr;
}

bool AccountWorker::isPaused() const
{
    return m_deps.pauses.contains(m_state.account.id);
}

SyncState AccountWorker::orPaused(SyncState settled) const
{
    return isPaused() && !m_state.historyIsDone() ? SyncState::Paused : settled;
}

} // namespace inlet::sync
