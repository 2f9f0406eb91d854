// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Flags.h"
#include "imap/StatusText.h"
#include "imap/VmimeImapSession_p.h"
#include "imap/values/LabelFlag.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

/// "1:3 7:9" of COPYUID without its UIDVALIDITY, as pairs of old and new.
struct CopiedUids {
    qsizetype asked = 0; ///< more pairs are a lie
    UidValidity uidValidity;
    QHash<ImapUid, ImapUid> byOld;

    void add(const StatusText &text)
    {
        const QByteArrayList parts = text.arguments.simplified().split(' ');
        if (text.code != "COPYUID" || parts.size() != 3)
            return;
        const auto from = uidsOfSet(parts.at(1), asked);
        const auto to = uidsOfSet(parts.at(2), asked);
        if (from.size() != to.size() || byOld.size() + qsizetype(from.size()) > 2 * asked)
            return;
        uidValidity = UidValidity(number32Of(parts.at(0)));
        for (std::size_t i = 0; i < from.size(); ++i)
            byOld.insert(from[i], to[i]);
    }
};

std::optional<Error> illegalFlag(const QByteArrayList &flags)
{
    const bool legal = std::all_of(flags.begin(), flags.end(),
        [](const QByteArray &flag) { return isLegalFlag(flag); });
    if (legal)
        return std::nullopt;
    return Error{ErrorKind::Config, QStringLiteral("no possible flag"), {}, {}};
}

CommandLine storeCommand(std::span<const ImapUid> uids, FlagChange change, const QByteArray &item,
    const QByteArrayList &flags)
{
    const QByteArray sign = change == FlagChange::Add ? " +" : " -";
    CommandLine command("UID STORE " + uidSet(uids) + sign + item + " (");
    for (const QByteArray &flag : flags) {
        if (&flag != &flags.first())
            command.add(" ");
        if (isLabelFlag(flag))
            command.addString(labelOfFlag(flag));
        else
            command.add(flag);
    }
    return std::move(command.add(")"));
}

bool isLabel(const QByteArray &flag)
{
    return isPlaceLabel(flag) || isLabelFlag(flag);
}

} // namespace

Result<void> VmimeImapSession::storeFlags(std::span<const ImapUid> uids, FlagChange change,
    const QByteArrayList &flags, std::stop_token stop)
{
    if (flags.isEmpty())
        return {};
    BatchLimits many = limits();
    many.uids = 1'000;
    std::vector<CommandLine> commands;
    QByteArrayList labels;
    QByteArrayList others = flags;
    if (m_capabilities.gmail) {
        std::copy_if(flags.begin(), flags.end(), std::back_inserter(labels), isLabel);
        others.removeIf(isLabel);
    }
    if (auto error = illegalFlag(others))
        return *error;
    for (const auto run : splitUids(uids, {}, many)) {
        if (uidSet(run).isEmpty())
            continue;
        if (!others.isEmpty())
            commands.emplace_back(storeCommand(run, change, "FLAGS.SILENT", others));
        if (!labels.isEmpty())
            commands.emplace_back(storeCommand(run, change, "X-GM-LABELS", labels));
    }
    std::optional<Error> failure;
    // With CONDSTORE even a silent STORE is answered by FETCH (RFC 7162 section 3.1.3): our doing.
    const auto done = m_wire.runAll(commands,
        bookkeeping([](Response &response) { return countOf(response, "FETCH").has_value(); }),
        [&](std::size_t, const Wire::Outcome &outcome) {
            if (!outcome.isOk() && !failure)
                failure = refused(outcome);
        },
        stop);
    if (!done)
        return done;
    return failure ? Result<void>(*failure) : Result<void>();
}

Result<QList<NewUid>> VmimeImapSession::copyOrMove(const QByteArray &verb,
    std::span<const ImapUid> uids, const QByteArray &target, std::stop_token stop)
{
    BatchLimits many = limits();
    many.uids = 1'000;
    CopiedUids copied{.asked = qsizetype(uids.size()), .uidValidity = {}, .byOld = {}};
    for (const auto run : splitUids(uids, {}, many)) {
        const QByteArray set = uidSet(run);
        if (set.isEmpty())
            continue;
        CommandLine command("UID " + verb + ' ' + set + ' ');
        command.addString(target);
        m_expectsExpunge = true;
        // MOVE tells its COPYUID in an untagged OK (RFC 6851 section 4.3).
        const auto outcome = runOk(command,
            [&copied](Response &response) {
                if (response.status() == "OK")
                    copied.add(statusText(response.words()));
                return response.status() == "OK";
            },
            stop);
        m_expectsExpunge = false;
        if (!outcome)
            return outcome.error();
        copied.add(statusText(outcome->words));
    }
    QList<NewUid> fresh;
    for (const ImapUid uid : uids) {
        const ImapUid added = copied.byOld.value(uid);
        if (!added.isValid())
            return QList<NewUid>();
        fresh.append({copied.uidValidity, added});
    }
    return fresh;
}

/// The second half of a MOVE on servers without it. A plain EXPUNGE would also remove what other
/// programs have marked, so without UIDPLUS the messages stay, marked as deleted.
Result<void> VmimeImapSession::remove(std::span<const ImapUid> uids, std::stop_token stop)
{
    if (const auto marked = storeFlags(uids, FlagChange::Add, {"\\Deleted"}, stop); !marked)
        return marked;
    if (!m_capabilities.uidPlus)
        return {};
    for (const auto run : splitUids(uids, {}, limits())) {
        m_expectsExpunge = true;
        const auto outcome = runOk(CommandLine("UID EXPUNGE " + uidSet(run)), {}, stop);
        m_expectsExpunge = false;
        if (!outcome)
            return outcome.error();
    }
    return {};
}

Result<QList<NewUid>> VmimeImapSession::move(std::span<const ImapUid> uids, const QByteArray &target,
    std::stop_token stop)
{
    if (uidSet(uids).isEmpty())
        return QList<NewUid>();
    if (m_capabilities.move)
        return copyOrMove("MOVE", uids, target, stop);
    auto copied = copyOrMove("COPY", uids, target, stop);
    if (!copied)
        return copied;
    if (const auto removed = remove(uids, stop); !removed)
        return removed.error();
    return copied;
}

Result<std::optional<NewUid>> VmimeImapSession::append(const QByteArray &wireName,
    const QByteArray &raw, const QByteArrayList &flags, std::stop_token stop)
{
    if (auto error = illegalFlag(flags))
        return *error;
    CommandLine command("APPEND ");
    command.addString(wireName);
    command.add(" (" + flags.join(' ') + ") ").addLiteral(raw);
    const auto outcome = runOk(command, {}, stop);
    if (!outcome)
        return outcome.error();
    const StatusText text = statusText(outcome->words);
    const QByteArrayList parts = text.arguments.simplified().split(' ');
    if (text.code != "APPENDUID" || parts.size() != 2)
        return std::optional<NewUid>();
    const NewUid added{UidValidity(number32Of(parts.at(0))), ImapUid(number32Of(parts.at(1)))};
    const bool isWhole = added.uidValidity.isValid() && added.uid.isValid();
    return isWhole ? std::optional(added) : std::nullopt;
}

} // namespace inlet::imap
