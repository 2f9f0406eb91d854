// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/WholeFetcher_p.h"

#include "base/Channel.h"
#include "mime/Skeleton.h"
#include "sync/Backoff_p.h"
#include "sync/Ingest_p.h"
#include "sync/MessageFetcher_p.h"
#include "sync/SkeletonFetcher_p.h"
#include "sync/StatusBook_p.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace inlet::sync
{

namespace
{

using std::chrono::milliseconds;

constexpr milliseconds kFast{300}; ///< a part that took less: the next one may be larger
constexpr milliseconds kSlow{1500};
constexpr qint64 kLeastSlice = 64 * 1024;
constexpr qint64 kSizeTolerance = 10; ///< a tenth

Error gone()
{
    return {ErrorKind::NotFound, QStringLiteral("the server no longer has the message"), {}, {}};
}

Error calledOff()
{
    return {ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}};
}

Error tooLarge()
{
    return {ErrorKind::ServerRefused, QStringLiteral("the message is larger than 64 MB"), {}, "fetch-too-large"};
}

/// NIL, or not a word of it: no answer tells a part that is not handed out from a message that is gone.
bool isOfThePart(const Error &error)
{
    return error.kind == ErrorKind::NotFound || (error.kind == ErrorKind::ServerRefused && error.cause.isEmpty());
}

qint64 nextSlice(qint64 slice, milliseconds took)
{
    if (took < kFast)
        return std::min(2 * slice, WholeFetcher::kMostSlice);
    return took > kSlow ? std::max(slice / 2, kLeastSlice) : slice;
}

} // namespace

bool WholeTransfer::isFrom(const store::MessageLocation &location) const
{
    return m_place.uid.isValid() && m_place.folder == location.folder && m_place.uidValidity == location.uidValidity
        && m_place.uid == location.uid;
}

void WholeTransfer::begin(const store::MessageLocation &location, imap::FetchedMessage &&known, qint64 firstPart)
{
    m_place = location;
    m_atLastLoss = 0;
    emptyAt = -1;
    came = std::move(known);
    came.body = {};
    came.body.reserve(came.size);
    ask = firstPart;
}

void WholeTransfer::fallBack()
{
    m_fellBack = true;
    m_place = {};
    came = {};
}

bool WholeTransfer::outlives(const Error &error)
{
    const bool isLoss = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
    if (!isLoss || came.body.size() <= m_atLastLoss)
        return false;
    m_atLastLoss = came.body.size();
    return true;
}

Result<void> WholeFetcher::begin(const store::MessageLocation &location, const std::stop_token &stop)
{
    std::optional<imap::FetchedMessage> known;
    const auto take = [&](imap::FetchedMessage &&row) {
        if (row.uid == location.uid && row.size >= 0)
            known = std::move(row);
    };
    if (const auto asked = m_link.session().fetchMeta({&location.uid, 1}, take, stop); !asked)
        return asked.error();
    if (!known)
        return gone();
    if (known->size > kMost)
        return tooLarge();
    m_transfer.begin(location, *std::move(known), kFirstSlice);
    return {};
}

/// Nothing is known of an attachment beyond what its message told: the server is asked at once.
Result<void> WholeFetcher::beginPart(const store::MessageLocation &location)
{
    const auto left = readStore<store::LeftPart>(m_deps.store,
        [&](store::ReadSession &read) { return read.leftPart(m_transfer.message, m_transfer.part); });
    if (!left) {
        if (left.error().kind != ErrorKind::NotFound)
            return left.error();
        m_transfer.fallBack(); // it is no skeleton
        return {};
    }
    if (left->octets > kMost)
        return tooLarge();
    imap::FetchedMessage known;
    known.uid = location.uid;
    known.size = left->octets;
    m_transfer.begin(location, std::move(known), kFirstSlice);
    return {};
}

/// False: it has to come as a whole.
Result<bool> WholeFetcher::bringSkeleton(const store::StoredFolder &folder, const store::MessageLocation &location, const std::stop_token &stop)
{
    std::optional<imap::FetchedMessage> skeleton;
    bool isThere = false;
    const auto take = [&](imap::FetchedMessage &&row, SkeletonFetcher::Fit fit) {
        isThere = true;
        if (fit == SkeletonFetcher::Fit::Skeleton && row.size > MessageFetcher::kWholeLimit)
            skeleton = std::move(row);
    };
    m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Server);
    if (const auto asked = SkeletonFetcher(m_link.session()).fetch({&location.uid, 1}, take, stop); !asked) {
        m_transfer.structureBroke = endsSession(asked.error().kind) && asked.error().kind != ErrorKind::Cancelled;
        return asked.error();
    }
    if (!isThere || !skeleton)
        return false;
    return keep(folder, *std::move(skeleton), store::BodyState::Skeleton, stop);
}

/// True at the end, which is where the server has no more: RFC822.SIZE is a guess on some (Exchange).
Result<bool> WholeFetcher::receiveSlice(const std::stop_token &stop)
{
    imap::FetchedMessage &came = m_transfer.came;
    const auto began = m_deps.clock.steadyNow();
    auto slice = m_link.session().fetchSlice(came.uid, m_transfer.bringsWhole() ? QByteArray() : m_transfer.part, came.body.size(), m_transfer.ask, stop);
    if (!slice && slice.error().kind == ErrorKind::NotFound && !came.body.isEmpty() && came.body.size() >= came.size)
        return true; // all of it was here just in time
    if (!slice)
        return slice.error();
    if (slice->size() > m_transfer.ask && !came.body.isEmpty())
        return Error{ErrorKind::Protocol, QStringLiteral("more than was asked for"), {}, {}};
    const bool isWhole = slice->size() > m_transfer.ask; // the server does not know parts
    const bool isShort = slice->size() < m_transfer.ask;
    const bool isEmpty = slice->isEmpty();
    came.body += *std::move(slice);
    if (came.body.isEmpty())
        return gone();
    if (came.body.size() > kMost)
        return tooLarge();
    // A guess of the size is a little wrong. An end far below it is believed when it is said twice: a server that failed
    // once must not make half of a message the whole of it.
    const bool isEarly = isEmpty && came.body.size() < came.size - came.size / kSizeTolerance;
    if (isEarly && std::exchange(m_transfer.emptyAt, came.body.size()) != came.body.size())
        return false;
    m_transfer.ask = nextSlice(m_transfer.ask, std::chrono::duration_cast<milliseconds>(m_deps.clock.steadyNow() - began));
    return isWhole || isEmpty || (isShort && came.body.size() == came.size);
}

Result<bool> WholeFetcher::receive(const WholeFetch &how, const std::stop_token &stop)
{
    const imap::FetchedMessage &came = m_transfer.came;
    const auto began = m_deps.clock.steadyNow();
    while (true) {
        if (how.stop.stop_requested())
            return calledOff();
        m_deps.statuses.waitsFor(m_state.account.id, WaitsFor::Server);
        if (how.progress)
            how.progress(came.body.size(), std::max<qint64>(came.size, came.body.size()));
        const auto isEnd = receiveSlice(stop);
        if (!isEnd || *isEnd)
            return isEnd;
        if (m_deps.clock.steadyNow() - began >= kTurn)
            return false;
    }
}

/// False: it turned out to be no skeleton.
Result<bool> WholeFetcher::keep(const store::StoredFolder &folder, imap::FetchedMessage &&row, store::BodyState state, const std::stop_token &stop)
{
    // Parsed in the pool for the sake of its stacks; this worker waits.
    const auto parsed = std::make_shared<Channel<store::IncomingMessage>>();
    const Ingest::Target target{.folder = folder.id, .uidValidity = folder.uidValidity, .ownAddresses = m_state.ownAddresses};
    const auto shared = std::make_shared<imap::FetchedMessage>(std::move(row));
    shared->hasBody = true;
    m_deps.parsers.submit([parsed, target, shared, state] {
        try {
            parsed->push(Ingest::understand(std::move(*shared), target, state));
        } catch (const std::exception &) {
            parsed->close();
        }
    });
    const auto message = parsed->pop(stop);
    if (!message)
        return stop.stop_requested() ? calledOff()
                                     : Error{ErrorKind::Bug, QStringLiteral("not understood"), {}, {}};
    if (message->bodyState() != state)
        return false;
    const auto kept = m_deps.store.writeAndWait("sync.completeBody", [&](store::WriteTransaction &write) {
        return write.completeBody(m_transfer.message, *message);
    });
    return kept ? Result<bool>(true) : kept.error();
}

/// False: it is not what its message said.
Result<bool> WholeFetcher::keepPart()
{
    const auto left = readStore<store::LeftPart>(m_deps.store,
        [&](store::ReadSession &read) { return read.leftPart(m_transfer.message, m_transfer.part); });
    if (!left || left->octets != m_transfer.came.body.size())
        return false;
    const auto content = mime::decodePart(left->skeleton, m_transfer.part, m_transfer.came.body);
    if (!content)
        return false;
    const auto kept = m_deps.store.writeAndWait("sync.keepPart", [&](store::WriteTransaction &write) {
        return write.keepPart(m_transfer.message, m_transfer.part, *content);
    });
    return kept ? Result<bool>(true) : kept.error();
}

Result<bool> WholeFetcher::fetch(const store::StoredFolder &folder, const store::MessageLocation &location,
    const WholeFetch &how, const std::stop_token &stop)
{
    if (!m_transfer.bringsWhole() && m_transfer.part == kTextOnly) {
        const bool isUnfit = m_state.unfit.contains({folder.id, location.uid}); // its structure was asked for before
        const auto brought = isUnfit ? Result<bool>(false) : bringSkeleton(folder, location, stop);
        if (!brought || *brought)
            return brought;
        m_transfer.fallBack();
    }
    if (!m_transfer.bringsWhole() && !m_transfer.isFrom(location)) {
        if (const auto begun = beginPart(location); !begun)
            return begun.error();
    }
    if (m_transfer.bringsWhole() && !m_transfer.isFrom(location)) {
        if (const auto begun = begin(location, stop); !begun)
            return begun.error();
    }
    const auto received = receive(how, stop);
    if (!received && !m_transfer.bringsWhole() && isOfThePart(received.error())) {
        m_transfer.fallBack(); // the whole may be there all the same; begin() says where it is not
        return false;
    }
    if (!received || !*received)
        return received;
    if (how.progress)
        how.progress(m_transfer.came.body.size(), m_transfer.came.body.size());
    const bool isPart = !m_transfer.bringsWhole();
    const auto kept = isPart ? keepPart() : keep(folder, std::move(m_transfer.came), store::BodyState::Whole, stop);
    if (kept && !*kept)
        m_transfer.fallBack();
    return kept;
}

} // namespace inlet::sync
