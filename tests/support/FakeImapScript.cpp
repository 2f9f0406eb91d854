// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FakeImapServer that tells it how to behave, and what it was asked.
#include "support/FakeImapServer.h"
#include "support/FakeImapSession.h"

#include <algorithm>

namespace inlet::test
{

void FakeImapServer::setPassword(const QByteArray &password)
{
    const std::scoped_lock lock(m_mutex);
    m_password = password;
}

void FakeImapServer::setCapabilities(const imap::Capabilities &capabilities)
{
    const std::scoped_lock lock(m_mutex);
    m_capabilities = capabilities;
}

imap::Capabilities FakeImapServer::everything()
{
    imap::Capabilities all;
    all.idle = all.condstore = all.qresync = all.move = all.uidPlus = true;
    all.specialUse = all.listStatus = all.literalPlus = true;
    all.all = {"IMAP4REV1", "IDLE", "CONDSTORE", "ENABLE", "QRESYNC", "MOVE", "UIDPLUS", "SPECIAL-USE",
        "LIST-STATUS", "LITERAL+"};
    return all;
}

imap::Capabilities FakeImapServer::baseOnly()
{
    imap::Capabilities base;
    base.all = {"IMAP4REV1"};
    return base;
}

void FakeImapServer::saySize(const QByteArray &folder, ImapUid uid, qint64 size)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (FakeMessage *message = target ? findMessage(*target, uid) : nullptr)
        message->saidSize = size;
}

void FakeImapServer::withhold(const QByteArray &folder, ImapUid uid, int times)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (FakeMessage *message = target ? findMessage(*target, uid) : nullptr)
        message->withheld = times;
}

void FakeImapServer::sayVanished(const QByteArray &folder, qsizetype most)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (!target)
        return;
    ++target->highestModSeq;
    for (qsizetype i = 0; i < std::min(most, target->messages.size()); ++i)
        target->vanished.append({target->messages.at(i).uid, target->highestModSeq});
}

void FakeImapServer::loseIndex(const QByteArray &folder)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (!target)
        return;
    target->highestModSeq = 1;
    target->vanished.clear();
    for (FakeMessage &message : target->messages)
        message.modSeq = 1;
}

void FakeImapServer::shut(const QByteArray &folder, const QByteArray &reply)
{
    const std::scoped_lock lock(m_mutex);
    m_shut[folder] = reply;
}

void FakeImapServer::open(const QByteArray &folder)
{
    const std::scoped_lock lock(m_mutex);
    m_shut.erase(folder);
}

void FakeImapServer::leaveOutOfStatus(const QByteArray &folder, bool refused)
{
    const std::scoped_lock lock(m_mutex);
    m_unsaid[folder] = refused;
}

void FakeImapServer::setListed(const QByteArray &folder, ImapUid uid, bool listed)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (FakeMessage *message = target ? findMessage(*target, uid) : nullptr)
        message->unlisted = !listed;
}

QList<FakeMessage> FakeImapServer::hide(const QByteArray &folder, ImapUid first)
{
    const std::scoped_lock lock(m_mutex);
    QList<FakeMessage> hidden;
    if (Folder *target = find(folder)) {
        const auto begin = std::stable_partition(target->messages.begin(), target->messages.end(),
            [first](const FakeMessage &message) { return message.uid < first; });
        hidden = QList<FakeMessage>(begin, target->messages.end());
        target->messages.erase(begin, target->messages.end());
        ++target->highestModSeq;
    }
    return hidden;
}

void FakeImapServer::bringBack(const QByteArray &folder, const QList<FakeMessage> &messages)
{
    const std::scoped_lock lock(m_mutex);
    if (Folder *target = find(folder)) {
        target->messages += messages;
        ++target->highestModSeq;
    }
}

void FakeImapServer::restoreBackup(const QByteArray &folder, ImapUid first)
{
    const QList<FakeMessage> lost = hide(folder, first);
    const std::scoped_lock lock(m_mutex);
    if (Folder *target = find(folder)) {
        target->uidNext = first.number();
        target->highestModSeq -= quint64(lost.size()) + 1;
        target->vanished.clear();
    }
}

void FakeImapServer::setKnowsParts(bool knows)
{
    const std::scoped_lock lock(m_mutex);
    m_knowsParts = knows;
}

void FakeImapServer::setKeepsKeywords(bool keeps)
{
    const std::scoped_lock lock(m_mutex);
    m_keepsKeywords = keeps;
}

void FakeImapServer::setMaxConnections(int most)
{
    const std::scoped_lock lock(m_mutex);
    m_maxConnections = most;
}

void FakeImapServer::failNext(FakeCall call, const Error &error, int times, int afterRows)
{
    const std::scoped_lock lock(m_mutex);
    m_failures.emplace(call, Failure{error, times, afterRows, false});
}

void FakeImapServer::failNoMore(FakeCall call)
{
    const std::scoped_lock lock(m_mutex);
    m_failures.erase(call);
}

void FakeImapServer::loseAnswer(FakeCall call, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    m_failures.emplace(call, Failure{error, 1, 0, true});
}

void FakeImapServer::hold(FakeCall call)
{
    const std::scoped_lock lock(m_mutex);
    m_held.insert(call);
}

void FakeImapServer::release(FakeCall call)
{
    const std::scoped_lock lock(m_mutex);
    m_held.erase(call);
    m_changed.notify_all();
}

bool FakeImapServer::waitUntilHeld(FakeCall call, std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this, call] { return m_waiting[call] > 0; });
}

void FakeImapServer::cutConnections()
{
    const std::scoped_lock lock(m_mutex);
    for (FakeImapSession *session : m_sessions) {
        session->m_cut = true;
        session->m_stream.wake();
    }
}

void FakeImapServer::sayStillHere()
{
    const std::scoped_lock lock(m_mutex);
    for (FakeImapSession *session : m_sessions) {
        if (!session->m_idling)
            continue;
        session->m_pending.stillHere = true;
        session->m_stream.wake();
    }
}

void FakeImapServer::sayOverflow()
{
    const std::scoped_lock lock(m_mutex);
    for (FakeImapSession *session : m_sessions) {
        if (!session->m_idling)
            continue;
        session->m_pending.overflow = true;
        session->m_stream.wake();
    }
}

QList<RecordedCall> FakeImapServer::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

int FakeImapServer::count(FakeCall call) const
{
    const std::scoped_lock lock(m_mutex);
    return int(std::count_if(m_calls.begin(), m_calls.end(),
        [call](const RecordedCall &recorded) { return recorded.call == call; }));
}

void FakeImapServer::clearCalls()
{
    const std::scoped_lock lock(m_mutex);
    m_calls.clear();
}

int FakeImapServer::openConnections() const
{
    const std::scoped_lock lock(m_mutex);
    return int(std::count_if(m_sessions.begin(), m_sessions.end(),
        [](const FakeImapSession *session) { return session->m_connected; }));
}

int FakeImapServer::mostConnections() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mostConnections;
}

int FakeImapServer::idlingSessions() const
{
    const std::scoped_lock lock(m_mutex);
    return int(std::count_if(m_sessions.begin(), m_sessions.end(),
        [](const FakeImapSession *session) { return session->m_idling; }));
}

Error FakeImapServer::networkError()
{
    return Error{ErrorKind::Network, QStringLiteral("connection lost"), {}, "connection-lost"};
}

std::optional<FakeImapServer::Failure> FakeImapServer::takeFailure(FakeCall call)
{
    const auto found = m_failures.find(call);
    if (found == m_failures.end())
        return std::nullopt;
    const Failure failure = found->second;
    if (--found->second.times <= 0)
        m_failures.erase(found);
    return failure;
}

} // namespace inlet::test
