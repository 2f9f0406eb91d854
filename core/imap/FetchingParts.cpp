// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that come in parts: their structure, single sections, and slices of either.
#include "imap/VmimeImapSession_p.h"

namespace inlet::imap
{

namespace
{

QByteArray commandFor(const SectionsWanted &wanted)
{
    QByteArray command = "UID FETCH " + QByteArray::number(wanted.uid.number()) + " (UID";
    for (const QByteArray &section : wanted.sections)
        command += " BODY.PEEK[" + section + ']';
    return command + ')';
}

} // namespace

Result<void> VmimeImapSession::fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take, std::stop_token stop)
{
    return fetch(splitUids(uids, {}, limits()), metaItems() + " BODYSTRUCTURE BODY.PEEK[HEADER]", true, take, stop);
}

/// A server may answer in several rows, so each message is handed out when its command is over.
Result<void> VmimeImapSession::fetchSections(std::span<const SectionsWanted> wanted, const TakeMessage &take, std::stop_token stop)
{
    std::vector<CommandLine> commands;
    QHash<ImapUid, FetchedMessage> rows;
    for (const SectionsWanted &one : wanted) {
        commands.emplace_back(commandFor(one));
        rows[one.uid].uid = one.uid;
    }
    const auto takeRow = [&](Response &response) {
        auto row = fetchRow(response);
        const auto known = row ? rows.find(row->message.uid) : rows.end();
        if (known == rows.end() || row->message.sections.isEmpty())
            return false;
        for (auto it = row->message.sections.begin(); it != row->message.sections.end(); ++it) {
            if (!known->sections.contains(it.key()))
                known->sections.insert(it.key(), std::move(it.value()));
        }
        if (stop.stop_requested())
            m_wire.die({ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}});
        return true;
    };
    return m_wire.runAll(commands, bookkeeping(takeRow),
        [&](std::size_t command, const Wire::Outcome &outcome) {
            FetchedMessage row = rows.take(wanted[command].uid);
            if (outcome.isOk() && !row.sections.isEmpty() && !stop.stop_requested())
                take(std::move(row));
        },
        stop);
}

Result<QByteArray> VmimeImapSession::fetchSlice(ImapUid uid, const QByteArray &section, qint64 offset, qint64 octets, std::stop_token stop)
{
    const QByteArray command = "UID FETCH " + QByteArray::number(uid.number()) + " (UID BODY.PEEK[" + section + "]<"
        + QByteArray::number(offset) + '.' + QByteArray::number(octets) + ">)";
    std::optional<QByteArray> slice;
    bool isAnother = false;
    const auto outcome = run(CommandLine(command),
        [&](Response &response) {
            auto row = fetchRow(response);
            const bool isNamed = row && (section.isEmpty() ? row->bodyNamed : row->message.sections.contains(section));
            if (!isNamed || row->message.uid != uid || slice)
                return false;
            // NIL behind the end
            slice = section.isEmpty() ? std::move(row->message.body) : row->message.sections.take(section);
            isAnother = row->origin && *row->origin != quint64(offset);
            return true;
        },
        stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->isOk() && !onlyTellsOfGone(*outcome))
        return refused(*outcome);
    if (!slice)
        return Error{ErrorKind::NotFound, QStringLiteral("the server no longer has the message"), {}, {}};
    if (isAnother)
        return Error{ErrorKind::Protocol, QStringLiteral("another part than was asked for"), {}, {}};
    return *std::move(slice);
}

} // namespace inlet::imap
