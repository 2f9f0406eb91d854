// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeImapSession.h"

#include "imap/Flags.h"
#include "imap/UidSets.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

bool endsSession(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::Tls || kind == ErrorKind::Timeout
        || kind == ErrorKind::Cancelled || kind == ErrorKind::Protocol;
}

Error noSuchFolder(const QByteArray &wireName)
{
    return Error{ErrorKind::NotFound, QStringLiteral("no such folder"),
        "NO [NONEXISTENT] Mailbox doesn't exist: " + wireName, {}};
}

QByteArray headerOf(const QByteArray &raw)
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return end < 0 ? raw : raw.left(end + 4);
}

/// Of the first Message-ID header line, without brackets.
QByteArray messageIdOf(const QByteArray &raw)
{
    const QByteArray header = headerOf(raw).replace("\r\n ", " ").replace("\r\n\t", " ");
    for (const QByteArray &line : header.split('\n')) {
        if (!line.toLower().startsWith("message-id:"))
            continue;
        const qsizetype open = line.indexOf('<');
        const qsizetype close = line.indexOf('>', open);
        return open < 0 || close < 0 ? line.mid(11).trimmed() : line.mid(open + 1, close - open - 1);
    }
    return {};
}

} // namespace

FakeImapSession::FakeImapSession(FakeImapServer *server, accounts::ServerEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
    if (!server) {
        m_stranger = std::make_unique<FakeImapServer>();
        m_stranger->setPassword(QByteArrayLiteral("\x01nobody\x01"));
        server = m_stranger.get();
    }
    m_server = server;
    const Lock lock(m_server->m_mutex);
    m_server->m_sessions.insert(this);
    m_connection = ++m_server->m_connectionsMade;
}

FakeImapSession::~FakeImapSession()
{
    const Lock lock(m_server->m_mutex);
    m_server->m_sessions.erase(this);
}

Error FakeImapSession::die(Error error)
{
    if (endsSession(error.kind)) {
        m_dead = true;
        leave();
    }
    return error;
}

void FakeImapSession::leave()
{
    m_connected = m_signedIn = m_idling = m_notified = false;
    m_selected.clear();
}

Result<void> FakeImapSession::waitWhileHeld(FakeCall call, Lock &lock, const std::stop_token &stop)
{
    FakeImapServer &server = *m_server;
    if (server.m_held.contains(call)) {
        ++server.m_waiting[call];
        server.m_changed.notify_all();
        server.m_changed.wait(lock, stop, [&] { return !server.m_held.contains(call); });
        --server.m_waiting[call];
    }
    if (stop.stop_requested())
        return die(Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}});
    return {};
}

Result<std::unique_ptr<FakeImapSession::Turn>> FakeImapSession::begin(FakeCall call,
    const QByteArray &folder, const QByteArray &argument, const std::stop_token &stop)
{
    auto turn = std::make_unique<Turn>();
    turn->lock = Lock(m_server->m_mutex);
    m_server->m_calls.append({call, folder.isEmpty() ? m_selected : folder, argument, m_connection});
    if (m_dead)
        return Error{ErrorKind::Network, QStringLiteral("the session is dead"), {}, "connection-lost"};
    if (const auto held = waitWhileHeld(call, turn->lock, stop); !held)
        return held.error();
    if (m_cut)
        return die(FakeImapServer::networkError());
    const bool needsSignIn = call != FakeCall::Connect && call != FakeCall::Login;
    if (needsSignIn && !m_signedIn)
        return Error{ErrorKind::Bug, QStringLiteral("not signed in"), {}, {}};
    turn->failure = m_server->takeFailure(call);
    if (turn->failure && !turn->failure->afterEffect && turn->failure->afterRows == 0)
        return die(turn->failure->error);
    return turn;
}

Result<void> FakeImapSession::finish(const Turn &turn)
{
    if (turn.failure)
        return die(turn.failure->error);
    return {};
}

FakeImapServer::Folder *FakeImapSession::selected()
{
    return m_selected.isEmpty() ? nullptr : m_server->find(m_selected);
}

Result<void> FakeImapSession::connect(std::stop_token stop)
{
    auto turn = begin(FakeCall::Connect, {}, m_endpoint.host.toUtf8(), stop);
    if (!turn)
        return turn.error();
    m_connected = true;
    const auto open = std::count_if(m_server->m_sessions.begin(), m_server->m_sessions.end(),
        [](const FakeImapSession *session) { return session->m_connected; });
    m_server->m_mostConnections = std::max(m_server->m_mostConnections, int(open));
    m_capabilities = m_server->m_capabilities;
    return finish(**turn);
}

Result<void> FakeImapSession::checkLogin(const Secret &password)
{
    const auto open = std::count_if(m_server->m_sessions.begin(), m_server->m_sessions.end(),
        [](const FakeImapSession *session) { return session->m_connected; });
    if (open > m_server->m_maxConnections)
        return Error{ErrorKind::ServerRefused, QStringLiteral("sign-in refused"),
            "NO [LIMIT] Maximum number of connections exceeded", "too-many-connections"};
    if (!m_server->m_password.isEmpty() && password.reveal() != m_server->m_password.toStdString())
        return Error{ErrorKind::Auth, QStringLiteral("sign-in refused"),
            "NO [AUTHENTICATIONFAILED] Authentication failed.", "wrong-password"};
    return {};
}

Result<void> FakeImapSession::login(const Secret &password, std::stop_token stop)
{
    auto turn = begin(FakeCall::Login, {}, m_endpoint.user.toUtf8(), stop);
    if (!turn)
        return turn.error();
    if (!m_connected)
        return Error{ErrorKind::Bug, QStringLiteral("not connected"), {}, {}};
    if (const auto checked = checkLogin(password); !checked)
        return checked.error();
    m_signedIn = true;
    return finish(**turn);
}

Result<QList<imap::RemoteFolder>> FakeImapSession::listFolders(std::stop_token stop)
{
    auto turn = begin(FakeCall::ListFolders, {}, {}, stop);
    if (!turn)
        return turn.error();
    QList<imap::RemoteFolder> folders;
    for (const auto &[name, folder] : m_server->m_folders)
        folders.append(folder.info);
    if (const auto done = finish(**turn); !done)
        return done.error();
    return folders;
}

imap::FolderState FakeImapSession::stateOf(const FakeImapServer::Folder &folder) const
{
    imap::FolderState state;
    state.uidValidity = folder.uidValidity;
    state.uidNext = folder.uidNext;
    state.exists = quint32(folder.messages.size());
    state.highestModSeq = m_capabilities.condstore ? folder.highestModSeq : 0;
    return state;
}

Result<imap::FolderState> FakeImapSession::select(const QByteArray &wireName, std::stop_token stop)
{
    auto turn = begin(FakeCall::Select, wireName, {}, stop);
    if (!turn)
        return turn.error();
    m_selected.clear();
    m_pending = {.others = m_pending.others, .overflow = m_pending.overflow};
    const FakeImapServer::Folder *folder = m_server->find(wireName);
    if (!folder)
        return noSuchFolder(wireName);
    if (const auto shut = m_server->m_shut.find(wireName); shut != m_server->m_shut.end())
        return Error{ErrorKind::ServerRefused, QStringLiteral("refused"), shut->second, {}};
    m_selected = wireName;
    imap::FolderState state = stateOf(*folder);
    state.keepsKeywords = m_server->m_keepsKeywords;
    state.permanentFlags = {"\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"};
    if (state.keepsKeywords)
        state.permanentFlags.append("\\*");
    if (const auto done = finish(**turn); !done)
        return done.error();
    return state;
}

Result<imap::ResyncAnswer> FakeImapSession::resync(const QByteArray &wireName,
    const imap::ResyncPoint &known, const TakeMessage &take, std::stop_token stop)
{
    const auto state = select(wireName, stop);
    if (!state)
        return state.error();
    imap::ResyncAnswer answer{*state, false, {}};
    const bool possible = m_capabilities.qresync && known.modSeq != 0 && state->highestModSeq != 0
        && known.uidValidity == state->uidValidity;
    if (!possible)
        return answer;
    answer.complete = true;
    QList<imap::FetchedMessage> changed;
    {
        const Lock lock(m_server->m_mutex);
        const FakeImapServer::Folder *folder = selected();
        if (!folder)
            return noSuchFolder(wireName);
        for (const auto &[uid, modSeq] : folder->vanished) {
            if (modSeq > known.modSeq)
                answer.vanished.append({uid, uid});
        }
        for (const FakeMessage &message : folder->messages) {
            if (message.modSeq <= known.modSeq)
                continue;
            changed.append(imap::FetchedMessage());
            changed.last().uid = message.uid;
            changed.last().flags = message.flags;
            changed.last().hasFlags = true;
            changed.last().modSeq = message.modSeq;
        }
    }
    for (imap::FetchedMessage &message : changed)
        take(std::move(message));
    return answer;
}

Result<imap::FolderState> FakeImapSession::status(const QByteArray &wireName, std::stop_token stop)
{
    auto turn = begin(FakeCall::Status, wireName, {}, stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = m_server->find(wireName);
    if (!folder)
        return noSuchFolder(wireName);
    if (const auto unsaid = m_server->m_unsaid.find(wireName); unsaid != m_server->m_unsaid.end() && unsaid->second)
        return Error{ErrorKind::ServerRefused, QStringLiteral("refused"), "NO STATUS is not to be had", {}};
    const imap::FolderState state = stateOf(*folder);
    if (const auto done = finish(**turn); !done)
        return done.error();
    return state;
}

Result<void> FakeImapSession::createFolder(const QByteArray &wireName, std::stop_token stop)
{
    auto turn = begin(FakeCall::CreateFolder, wireName, {}, stop);
    if (!turn)
        return turn.error();
    if (!m_server->find(wireName)) {
        FakeImapServer::Folder folder;
        folder.info.wireName = wireName;
        folder.info.name = QString::fromUtf8(wireName);
        folder.uidValidity = UidValidity(m_server->m_nextUidValidity++);
        m_server->m_folders.emplace(wireName, folder);
    }
    return finish(**turn);
}

Result<QList<ImapUid>> FakeImapSession::searchSince(const QDate &since, std::stop_token stop)
{
    auto turn = begin(FakeCall::SearchSince, {}, since.toString(Qt::ISODate).toUtf8(), stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = selected();
    if (!folder)
        return noSuchFolder(m_selected);
    QList<ImapUid> uids;
    for (const FakeMessage &message : folder->messages) {
        if (!message.unlisted && (!since.isValid() || message.internalDate.toUTC().date() >= since))
            uids.append(message.uid);
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    return uids;
}

Result<QList<ImapUid>> FakeImapSession::searchUids(std::span<const ImapUid> uids, std::stop_token stop)
{
    auto turn = begin(FakeCall::SearchUids, {}, imap::uidSet(uids), stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = selected();
    if (!folder)
        return noSuchFolder(m_selected);
    QList<ImapUid> found;
    for (const FakeMessage &message : folder->messages) {
        if (!message.unlisted && std::find(uids.begin(), uids.end(), message.uid) != uids.end())
            found.append(message.uid);
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    return found;
}

Result<QList<ImapUid>> FakeImapSession::searchMessageId(const QString &messageId, std::stop_token stop)
{
    const QByteArray wanted = messageId.toUtf8();
    auto turn = begin(FakeCall::SearchMessageId, {}, wanted, stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = selected();
    if (!folder)
        return noSuchFolder(m_selected);
    QList<ImapUid> uids;
    for (const FakeMessage &message : folder->messages) {
        if (!wanted.isEmpty() && messageIdOf(message.raw) == wanted)
            uids.append(message.uid);
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    return uids;
}

Result<void> FakeImapSession::noop(std::stop_token stop)
{
    auto turn = begin(FakeCall::Noop, {}, {}, stop);
    if (!turn)
        return turn.error();
    return finish(**turn);
}

void FakeImapSession::logout()
{
    const Lock lock(m_server->m_mutex);
    m_server->m_calls.append({FakeCall::Logout, {}, {}, m_connection});
    m_dead = true;
    leave();
}

} // namespace inlet::test
