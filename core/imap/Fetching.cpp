// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/StatusText.h"
#include "imap/VmimeImapSession_p.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

/// The UIDs that were asked for and have not come yet.
class Outstanding
{
public:
    explicit Outstanding(std::span<const std::span<const ImapUid>> runs)
    {
        for (const auto run : runs)
            m_uids.insert(m_uids.end(), run.begin(), run.end());
        std::sort(m_uids.begin(), m_uids.end());
        m_uids.erase(std::unique(m_uids.begin(), m_uids.end()), m_uids.end());
        m_taken.resize(m_uids.size());
    }

    /// True once for each.
    bool take(ImapUid uid)
    {
        const auto found = std::lower_bound(m_uids.begin(), m_uids.end(), uid);
        if (found == m_uids.end() || *found != uid)
            return false;
        const auto position = std::size_t(found - m_uids.begin());
        const bool first = !m_taken[position];
        m_taken[position] = true;
        return first;
    }

private:
    std::vector<ImapUid> m_uids;
    std::vector<bool> m_taken;
};

constexpr int kMostFlagRows = 5'000'000; ///< of a server that does not stop
constexpr int kMostHalvings = 14; ///< of a run of 2,000 down to one
constexpr std::size_t kMostRefused = 20; ///< at once: then it is not about single messages

/// Runs of one message have none.
std::vector<std::span<const ImapUid>> halves(const std::vector<std::span<const ImapUid>> &runs)
{
    std::vector<std::span<const ImapUid>> halved;
    for (const auto run : runs) {
        if (run.size() < 2)
            continue;
        halved.push_back(run.first(run.size() / 2));
        halved.push_back(run.subspan(run.size() / 2));
    }
    return halved;
}

Error stopped()
{
    return {ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
}

} // namespace

bool VmimeImapSession::onlyTellsOfGone(const Wire::Outcome &outcome)
{
    return outcome.status == "NO" && statusText(outcome.words).code == "EXPUNGEISSUED";
}

QByteArray VmimeImapSession::metaItems() const
{
    QByteArray items = "UID FLAGS INTERNALDATE RFC822.SIZE";
    // Asked of a folder that keeps none, MODSEQ is refused (RFC 7162 section 3.1.2.2).
    if (m_capabilities.condstore && m_selected.highestModSeq != 0)
        items += " MODSEQ";
    if (m_capabilities.gmail)
        items += " X-GM-MSGID X-GM-THRID X-GM-LABELS";
    return items;
}

/// One command a run. `refusedRuns` gets those that the server would not answer, `reason` the first
/// reason.
Result<void> VmimeImapSession::fetchRound(const Runs &runs, const QByteArray &items,
    const Handle &takeRow, Runs &refusedRuns, std::optional<Error> &reason, std::stop_token stop)
{
    std::vector<CommandLine> commands;
    for (const auto run : runs)
        commands.emplace_back("UID FETCH " + uidSet(run) + " (" + items + ')');
    return m_wire.runAll(commands, bookkeeping(takeRow),
        [&](std::size_t command, const Wire::Outcome &outcome) {
            if (outcome.isOk() || onlyTellsOfGone(outcome))
                return;
            refusedRuns.push_back(runs[command]);
            if (!reason)
                reason = refused(outcome);
        },
        stop);
}

/// Rows that answer are told from what the server says by itself: they are asked for, come once, and
/// have what was asked for. Exchange refuses a whole command over one message that it cannot render:
/// what is refused without a known reason is asked again in halves, and a lone one is left out.
Result<void> VmimeImapSession::fetch(const Runs &runs, const QByteArray &items, bool wantsBody,
    const TakeMessage &take, std::stop_token stop)
{
    Outstanding outstanding(runs);
    bool anyCame = false;
    const auto takeRow = [&](Response &response) {
        auto row = fetchRow(response);
        if (!row)
            return false;
        const bool answers = wantsBody ? row->bodyNamed
                                       : row->message.size >= 0 || row->message.internalDate.isValid();
        if (!answers || !outstanding.take(row->message.uid))
            return false;
        anyCame = true;
        if (stop.stop_requested())
            m_wire.die(stopped());
        else
            take(std::move(row->message));
        return true;
    };
    Runs next;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(next),
        [](std::span<const ImapUid> run) { return !uidSet(run).isEmpty(); });
    for (int round = 0; round < kMostHalvings && !next.empty(); ++round) {
        Runs refusedRuns;
        std::optional<Error> reason;
        if (const auto done = fetchRound(next, items, takeRow, refusedRuns, reason, stop); !done)
            return done;
        const bool isHopeless = reason && (!reason->cause.isEmpty() || refusedRuns.size() > kMostRefused);
        const bool isLast = round + 1 == kMostHalvings;
        next = halves(refusedRuns);
        if (reason && (isHopeless || isLast || (next.empty() && !anyCame)))
            return *reason;
    }
    return {};
}

Result<void> VmimeImapSession::fetchMeta(std::span<const ImapUid> uids, const TakeMessage &take,
    std::stop_token stop)
{
    BatchLimits few = limits();
    few.uids = 2'000; // short rows
    return fetch(splitUids(uids, {}, few), metaItems(), false, take, stop);
}

Result<void> VmimeImapSession::fetchBodies(std::span<const ImapUid> uids,
    std::span<const qint64> sizes, const TakeMessage &take, std::stop_token stop)
{
    return fetch(splitUids(uids, sizes, limits()), metaItems() + " BODY.PEEK[]", true, take, stop);
}

Result<void> VmimeImapSession::fetchHeaders(std::span<const ImapUid> uids, const TakeMessage &take,
    std::stop_token stop)
{
    return fetch(splitUids(uids, {}, limits()), metaItems() + " BODY.PEEK[HEADER]", true, take, stop);
}

Result<void> VmimeImapSession::fetchFlags(ImapUid first, quint64 changedSince,
    const TakeMessage &take, std::stop_token stop)
{
    const quint32 from = std::max<quint32>(1, first.number());
    const bool keepsModSeq = m_capabilities.condstore && m_selected.highestModSeq != 0;
    int left = kMostFlagRows;
    QByteArray command = "UID FETCH " + QByteArray::number(from) + ":* (UID FLAGS";
    if (m_capabilities.gmail)
        command += " X-GM-LABELS";
    command += keepsModSeq ? " MODSEQ)" : ")";
    if (keepsModSeq && changedSince != 0)
        command += " (CHANGEDSINCE " + QByteArray::number(changedSince) + ')';
    const auto outcome = runOk(CommandLine(command),
        [&](Response &response) {
            auto row = fetchRow(response);
            // A row without labels is no answer: Gmail says it by itself, and it would read as archived.
            if (!row || !row->message.uid.isValid() || !row->message.hasFlags
                || (m_capabilities.gmail && !row->hasLabels))
                return false;
            // "9:*" names the last message even if its UID is lower.
            if (row->message.uid.number() < from || left-- <= 0)
                return true;
            if (stop.stop_requested())
                m_wire.die(stopped());
            else
                take(std::move(row->message));
            return true;
        },
        stop);
    if (!outcome)
        return outcome.error();
    return {};
}

} // namespace inlet::imap
