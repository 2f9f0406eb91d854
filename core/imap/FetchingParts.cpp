// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that come in parts: their structure, single sections, and slices of either.
#include "imap/VmimeImapSession_p.h"

#include <map>

namespace inlet::imap
{

namespace
{

constexpr qsizetype kMostOfOne = 4 * 1024 * 1024; ///< octets of all sections of a message: who asks expects far less

QByteArray commandFor(const SectionsWanted &wanted)
{
    QByteArray command = "UID FETCH " + QByteArray::number(wanted.uid.number()) + " (UID";
    for (const QByteArray &section : wanted.sections)
        command += " BODY.PEEK[" + section + ']';
    return command + ')';
}

/// What was asked for, each once: a server must not fill the memory. What is missing then makes the message come as a whole.
class SectionsTaken
{
public:
    explicit SectionsTaken(const SectionsWanted &wanted) : m_missing(wanted.sections.cbegin(), wanted.sections.cend()) { row.uid = wanted.uid; }

    void take(const QByteArray &section, QByteArray &&content)
    {
        if (m_octets + content.size() > kMostOfOne || !m_missing.remove(section))
            return;
        m_octets += content.size();
        row.sections.insert(section, std::move(content));
    }

    FetchedMessage row;

private:
    QSet<QByteArray> m_missing;
    qsizetype m_octets = 0;
};

} // namespace

Result<void> VmimeImapSession::fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take, std::stop_token stop)
{
    return fetch(splitUids(uids, {}, limits()), metaItems() + " BODYSTRUCTURE BODY.PEEK[HEADER]", true, take, stop);
}

/// A server may answer in several rows, so each message is handed out when its command is over.
Result<void> VmimeImapSession::fetchSections(std::span<const SectionsWanted> wanted, const TakeMessage &take, std::stop_token stop)
{
    std::vector<CommandLine> commands;
    std::map<ImapUid, SectionsTaken> messages;
    for (const SectionsWanted &one : wanted) {
        commands.emplace_back(commandFor(one));
        messages.emplace(one.uid, one);
    }
    const auto takeRow = [&](Response &response) {
        auto row = fetchRow(response);
        const auto known = row ? messages.find(row->message.uid) : messages.end();
        if (known == messages.end() || row->message.sections.isEmpty())
            return false;
        for (auto it = row->message.sections.begin(); it != row->message.sections.end(); ++it)
            known->second.take(it.key(), std::move(it.value()));
        if (stop.stop_requested())
            m_wire.die({ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}});
        return true;
    };
    return m_wire.runAll(commands, bookkeeping(takeRow),
        [&](std::size_t command, const Wire::Outcome &outcome) {
            const auto ended = messages.extract(wanted[command].uid);
            if (ended && outcome.isOk() && !ended.mapped().row.sections.isEmpty() && !stop.stop_requested())
                take(std::move(ended.mapped().row));
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
