// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capability.h"
#include "imap/Flags.h"
#include "imap/FolderRoles.h"
#include "imap/values/MailboxName.h"
#include "imap/StatusText.h"
#include "imap/VmimeImapSession_p.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

constexpr qsizetype kMostFolders = 20'000;
constexpr qsizetype kMostFlags = 1'000;
constexpr qsizetype kMostRanges = 200'000;
constexpr qsizetype kMostChanged = 2'000'000; ///< of a server that does not stop

Error badName()
{
    return {ErrorKind::Config, QStringLiteral("no possible folder name"), {}, {}};
}

bool isPossibleName(const QByteArray &wireName)
{
    return !wireName.isEmpty() && wireName.size() < 4000 && !wireName.contains('\r')
        && !wireName.contains('\n') && !wireName.contains('\0');
}

bool isSameFolder(const QByteArray &a, const QByteArray &b)
{
    return a == b || (a.toUpper() == "INBOX" && b.toUpper() == "INBOX");
}

void readPermanentFlags(FolderState &state, const QByteArray &arguments)
{
    QByteArray inside = arguments.trimmed();
    if (inside.startsWith('(') && inside.endsWith(')'))
        inside = inside.mid(1, inside.size() - 2);
    state.permanentFlags.clear();
    for (const QByteArray &flag : inside.simplified().split(' ')) {
        if (!flag.isEmpty() && state.permanentFlags.size() < kMostFlags)
            state.permanentFlags.append(flag);
    }
    state.keepsKeywords = state.permanentFlags.contains("\\*");
}

/// False when `code` says nothing about the folder.
bool readSelectCode(FolderState &state, const StatusText &text)
{
    if (text.code == "UIDVALIDITY")
        state.uidValidity = UidValidity(number32Of(text.arguments));
    else if (text.code == "UIDNEXT")
        state.uidNext = number32Of(text.arguments);
    else if (text.code == "HIGHESTMODSEQ")
        state.highestModSeq = numberOf(text.arguments).value_or(0);
    else if (text.code == "NOMODSEQ")
        state.highestModSeq = 0;
    else if (text.code == "PERMANENTFLAGS")
        readPermanentFlags(state, text.arguments);
    else
        return false;
    return true;
}

} // namespace

CommandLine VmimeImapSession::listCommand() const
{
    if (m_capabilities.specialUse && offers(m_capabilities, "LIST-EXTENDED"))
        return CommandLine("LIST \"\" \"*\" RETURN (SPECIAL-USE)");
    if (!m_capabilities.specialUse && offers(m_capabilities, "XLIST"))
        return CommandLine("XLIST \"\" \"*\"");
    return CommandLine("LIST \"\" \"*\"");
}

Result<QList<RemoteFolder>> VmimeImapSession::list(const CommandLine &command, std::stop_token stop)
{
    QList<RemoteFolder> folders;
    QSet<QByteArray> names;
    const auto outcome = runOk(command,
        [&](Response &response) {
            auto folder = listRow(response);
            if (!folder)
                return false;
            const bool isNew = !names.contains(folder->wireName);
            if (isNew && folders.size() < kMostFolders) {
                names.insert(folder->wireName);
                folders.append(std::move(*folder));
            }
            return true;
        },
        stop);
    if (!outcome)
        return outcome.error();
    return folders;
}

Result<QList<RemoteFolder>> VmimeImapSession::listFolders(std::stop_token stop)
{
    auto folders = list(listCommand(), stop);
    const bool refusedExtension = !folders && folders.error().kind == ErrorKind::ServerRefused;
    if (refusedExtension)
        folders = list(CommandLine("LIST \"\" \"*\""), stop);
    if (!folders)
        return folders;
    for (RemoteFolder &folder : *folders) {
        folder.own = m_namespaces.isOwn(folder.wireName, folder.delimiter);
        if (folder.selectable && folder.own)
            continue;
        // Dovecot tells the special use of shared folders too: what is filed there others would read.
        folder.role = FolderRole::None;
        folder.roleFromServer = false;
    }
    assignRoles(*folders, decodeMailboxName(m_capabilities.ownPrefix.value_or(QByteArray())));
    return folders;
}

Result<FolderState> VmimeImapSession::select(const QByteArray &wireName, std::stop_token stop)
{
    return select(wireName, m_capabilities.condstore ? " (CONDSTORE)" : "", {}, stop);
}

/// `handle`: what else belongs to the answer.
Result<FolderState> VmimeImapSession::select(const QByteArray &wireName, const QByteArray &parameters,
    const Handle &handle, std::stop_token stop)
{
    if (!isPossibleName(wireName))
        return badName();
    CommandLine command("SELECT ");
    command.addString(wireName);
    command.add(parameters);
    m_selected = {};
    FolderState state;
    const auto outcome = runOk(command,
        [&](Response &response) {
            if (handle && handle(response))
                return true;
            if (response.status() == "OK")
                return readSelectCode(state, statusText(response.words()));
            const auto exists = countOf(response, "EXISTS");
            if (exists)
                state.exists = *exists;
            return exists.has_value() || countOf(response, "RECENT").has_value()
                || response.isWord(0, "FLAGS");
        },
        stop);
    if (!outcome)
        return outcome.error();
    readSelectCode(state, statusText(outcome->words));
    IdleEvents elsewhere; // is news whatever is selected
    elsewhere.others = std::move(m_unsolicited.others);
    elsewhere.overflow = m_unsolicited.overflow;
    m_unsolicited = std::move(elsewhere);
    m_selected = state;
    return state;
}

Result<ResyncAnswer> VmimeImapSession::resync(const QByteArray &wireName, const ResyncPoint &known,
    const TakeMessage &take, std::stop_token stop)
{
    ResyncAnswer answer;
    if (!m_resyncs || !known.uidValidity.isValid() || known.modSeq == 0) {
        const auto state = select(wireName, stop);
        if (!state)
            return state.error();
        answer.state = *state;
        return answer;
    }
    // Without a list of known UIDs it is about all there are (RFC 7162 section 3.2.5.2). What is stored may reach
    // beyond the UIDNEXT we know, after a round that broke off.
    const QByteArray parameters = " (QRESYNC (" + QByteArray::number(known.uidValidity.number()) + ' '
        + QByteArray::number(known.modSeq) + "))";
    QList<FetchedMessage> changed;
    bool readable = true;
    const auto handle = [&](Response &response) {
        if (response.status() == "OK" && statusText(response.words()).code == "CLOSED") {
            changed.clear(); // was about the folder before this one
            answer.vanished.clear();
            return true;
        }
        if (const auto vanished = vanishedRow(response)) {
            readable = readable && !vanished->uids.isEmpty() && answer.vanished.size() < kMostRanges;
            answer.vanished += vanished->uids;
            return true;
        }
        auto row = fetchRow(response);
        if (!row || !row->message.uid.isValid() || !row->message.hasFlags || changed.size() >= kMostChanged)
            return false;
        changed.append(std::move(row->message));
        return true;
    };
    const auto state = select(wireName, parameters, handle, stop);
    if (!state)
        return state.error();
    answer.state = *state;
    answer.complete = state->uidValidity == known.uidValidity && state->highestModSeq != 0 && readable
        && changed.size() < kMostChanged;
    if (answer.complete) {
        for (FetchedMessage &message : changed)
            take(std::move(message));
    }
    return answer;
}

QByteArray VmimeImapSession::statusItems() const
{
    return m_capabilities.condstore ? "(MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)" : "(MESSAGES UIDNEXT UIDVALIDITY)";
}

Result<QHash<QByteArray, FolderState>> VmimeImapSession::statusOfAll(std::stop_token stop)
{
    if (!m_capabilities.listStatus)
        return Error{ErrorKind::ServerRefused, QStringLiteral("the server has no LIST-STATUS"), {}, {}};
    QHash<QByteArray, FolderState> states;
    const auto outcome = runOk(CommandLine("LIST \"\" \"*\" RETURN (STATUS " + statusItems() + ")"),
        [&](Response &response) {
            auto row = statusRow(response);
            if (row && states.size() < kMostFolders)
                states.insert(statusName(response), std::move(*row));
            return row.has_value() || listRow(response).has_value();
        },
        stop);
    if (!outcome)
        return outcome.error();
    return states;
}

Result<FolderState> VmimeImapSession::status(const QByteArray &wireName, std::stop_token stop)
{
    if (!isPossibleName(wireName))
        return badName();
    CommandLine command("STATUS ");
    command.addString(wireName);
    command.add(' ' + statusItems());
    std::optional<FolderState> state;
    std::optional<FolderState> other; // told by itself (NOTIFY), or the name is spelled otherwise
    const auto outcome = runOk(command,
        [&](Response &response) {
            auto row = statusRow(response);
            if (!row)
                return false;
            const QByteArray name = statusName(response);
            if (!isSameFolder(name, wireName))
                noteElsewhere(name, *row);
            (isSameFolder(name, wireName) ? state : other) = std::move(row);
            return true;
        },
        stop);
    if (!outcome)
        return outcome.error();
    if (!state && !other)
        return Error{ErrorKind::ServerRefused, QStringLiteral("no STATUS in the answer"), {}, {}};
    return state ? *state : *other;
}

Result<void> VmimeImapSession::createFolder(const QByteArray &wireName, std::stop_token stop)
{
    if (!isPossibleName(wireName))
        return badName();
    CommandLine command("CREATE ");
    command.addString(wireName);
    const auto outcome = run(command, {}, stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->isOk()) {
        // Courier says only "Cannot create this folder" of one that is there (interop.servers.ForeignImap).
        const bool existed = statusText(outcome->words).code == "ALREADYEXISTS"
            || outcome->words.toLower().contains("exists");
        const auto found = existed ? Result<FolderState>(FolderState()) : status(wireName, stop);
        if (!found) {
            const ErrorKind kind = found.error().kind;
            const bool isMissing = kind == ErrorKind::NotFound || kind == ErrorKind::ServerRefused;
            return isMissing ? refused(*outcome) : found.error();
        }
    }
    // Other mail programs of the user show only what is subscribed; if this fails no harm is done.
    CommandLine subscribe("SUBSCRIBE ");
    subscribe.addString(wireName);
    const auto subscribed = run(subscribe, {}, stop);
    return subscribed ? Result<void>() : Result<void>(subscribed.error());
}

} // namespace inlet::imap
