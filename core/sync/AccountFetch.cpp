// SPDX-License-Identifier: GPL-3.0-or-later
// Large messages of a mailbox, turn by turn: those that somebody waits for, and late bodies.
#include "sync/AccountWorker_p.h"

#include <algorithm>
#include <utility>

namespace inlet::sync
{

namespace
{

constexpr int kLateBodies = 200;
constexpr int kMostLateTries = 3; ///< one that breaks each connection must not keep the mailbox from all else
constexpr int kBreaksToBelieve = 2; ///< once may be any lost connection; less than kMostLateTries

} // namespace

/// Who asks for what is on its way, or for a part of it, already waits for the same octets.
std::shared_ptr<WholeTransfer> AccountWorker::transferOf(StoredMessageId message, const QByteArray &part)
{
    std::erase_if(m_transfers, [](const auto &transfer) { return transfer.expired(); });
    for (const std::weak_ptr<WholeTransfer> &known : m_transfers) {
        const auto transfer = known.lock();
        if (transfer && transfer->message == message && (transfer->part == part || transfer->bringsWhole()))
            return transfer;
    }
    const bool isBroken = part == kTextOnly && m_structuresThatBroke.value(message) >= kBreaksToBelieve;
    auto transfer = std::make_shared<WholeTransfer>(message, isBroken ? QByteArray() : part);
    m_transfers.push_back(transfer);
    return transfer;
}

bool AccountWorker::isHere(const WholeTransfer &transfer)
{
    bool isHere = false;
    m_deps.store.readHere([&](store::ReadSession &read) {
        isHere = transfer.part.isEmpty() ? bool(read.raw(transfer.message))
            : transfer.part == kTextOnly ? bool(read.body(transfer.message))
                                         : bool(read.part(transfer.message, transfer.part));
    });
    return isHere;
}

/// A server that fails on one structure shall not keep its message from us.
void AccountWorker::noteBroken(WholeTransfer &transfer)
{
    if (std::exchange(transfer.structureBroke, false))
        ++m_structuresThatBroke[transfer.message];
}

/// Who asked is told when it is over. After each turn the mailbox does what is more urgent.
Result<void> AccountWorker::performFetch(Errand &errand)
{
    if (!errand.transfer)
        errand.transfer = transferOf(errand.location.message, errand.how.part);
    const auto turn = fetchTurn(*errand.transfer, errand.how);
    noteBroken(*errand.transfer);
    const bool isReplaced = stopToken().stop_requested(); // the next worker goes on
    if (turn ? !*turn : isReplaced || errand.transfer->outlives(turn.error())) {
        errand.kind = Errand::Kind::FetchOn;
        m_followUps.push_back(std::move(errand));
        return turn ? Result<void>() : turn.error();
    }
    errand.transfer.reset();
    errand.done(turn ? Result<void>() : turn.error());
    // Called off between two parts: nobody's failure, and the connection is as it was.
    const bool isCalledOff = !turn && turn.error().kind == ErrorKind::Cancelled && errand.how.stop.stop_requested();
    if (isCalledOff) { // nor is it fetched behind the user's back
        m_lateTries.insert(errand.location.message, kMostLateTries);
        if (m_late && m_late->message == errand.location.message)
            m_late.reset();
    }
    return turn || isCalledOff ? Result<void>() : turn.error();
}

/// It is asked for again, from its beginning.
void AccountWorker::forgetLate()
{
    if (m_late)
        m_lateBodies.reset();
    m_late.reset();
}

/// Large messages have come as a header, or were to be skeletons: their bodies are looked for again.
void AccountWorker::noteLate()
{
    if (!m_late && std::exchange(m_state.someAreLate, false))
        m_lateBodies.reset();
}

Result<void> AccountWorker::performLateBodies()
{
    if (isPaused()) {
        forgetLate();
        return concludeRound();
    }
    if (!m_lateBodies) {
        const auto missing = readStore<QList<store::MessageLocation>>(m_deps.store,
            [&](store::ReadSession &read) { return read.missingBodies(m_state.account.id, kLateBodies); });
        if (!missing)
            return missing.error();
        m_lateBodies = *missing;
    }
    m_lateBodies->removeIf([this](const store::MessageLocation &place) { return m_lateTries.value(place.message) >= kMostLateTries; });
    Result<bool> turn = true;
    if (!m_late && !m_lateBodies->isEmpty()) { // one, then more urgent things
        const StoredMessageId message = m_lateBodies->takeFirst().message;
        ++m_lateTries[message];
        m_late = transferOf(message, kTextOnly.toByteArray());
    }
    if (m_late) {
        turn = fetchTurn(*m_late, {});
        noteBroken(*m_late);
    }
    if (turn && !*turn) {
        followUp(Errand::Kind::FetchOn);
        return {};
    }
    if (turn || !m_late->outlives(turn.error()))
        m_late.reset();
    if (!turn && endsSession(turn.error().kind))
        m_lateBodies.reset(); // not its fault, perhaps
    const auto concluded = concludeRound();
    return turn ? concluded : turn.error();
}

/// True: all of it is here. False: there is more to come.
Result<bool> AccountWorker::fetchTurn(WholeTransfer &transfer, const WholeFetch &how)
{
    if (how.stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}};
    if (const auto ready = m_folderList.load(); !ready)
        return ready.error();
    // It may have been moved since the user saw it.
    auto locations = readStore<QList<store::MessageLocation>>(m_deps.store,
        [&](store::ReadSession &read) { return read.locations(transfer.message); });
    if (!locations)
        return locations.error();
    if (isHere(transfer))
        return true; // it came while this waited
    if (const auto opened = m_link.open(stopToken()); !opened)
        return opened.error();
    std::stable_partition(locations->begin(), locations->end(),
        [&](const store::MessageLocation &location) { return transfer.isFrom(location); });
    Result<bool> last = Error{ErrorKind::NotFound, QStringLiteral("no place of the message is known"), {}, {}};
    for (const store::MessageLocation &location : std::as_const(*locations)) {
        const store::StoredFolder *folder = m_state.folder(location.folder);
        if (!folder || !location.uid.isValid())
            continue;
        const auto selected = m_link.select(folder->wireName, stopToken());
        m_link.forgetSelection(); // what came to that folder meanwhile is not looked at here
        if (!selected)
            last = selected.error();
        else if (selected->uidValidity != location.uidValidity || FolderSync::isRenumbered(*folder, *selected))
            continue;
        else
            last = WholeFetcher(m_deps, m_link, m_state, transfer).fetch(*folder, location, how, stopToken());
        if (last || endsSession(last.error().kind))
            return last;
    }
    return last;
}

} // namespace inlet::sync
