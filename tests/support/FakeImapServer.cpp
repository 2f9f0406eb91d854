// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeImapServer.h"
#include "support/FakeImapSession.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

QByteArray canonical(const QByteArray &wireName)
{
    return wireName.toUpper() == "INBOX" ? QByteArrayLiteral("INBOX") : wireName;
}

} // namespace

FakeImapServer::FakeImapServer()
    : m_capabilities(everything())
{
    using enum imap::FolderRole;
    addFolder("INBOX", Inbox);
    addFolder("Sent", Sent);
    addFolder("Drafts", Drafts);
    addFolder("Junk", Junk);
    addFolder("Trash", Trash);
    addFolder("Archive", Archive);
}

FakeImapServer::~FakeImapServer() = default;

imap::ImapSessionFactory FakeImapServer::factory()
{
    return [this](const accounts::ServerEndpoint &endpoint) {
        return std::make_unique<FakeImapSession>(this, endpoint);
    };
}

imap::ImapSessionFactory FakeImapServer::factoryFor(QMap<QString, FakeImapServer *> byUser)
{
    return [byUser = std::move(byUser)](const accounts::ServerEndpoint &endpoint) {
        return std::make_unique<FakeImapSession>(byUser.value(endpoint.user, nullptr), endpoint);
    };
}

void FakeImapServer::addFolder(const QByteArray &wireName, imap::FolderRole role, bool roleFromServer)
{
    const std::scoped_lock lock(m_mutex);
    Folder folder;
    folder.info.wireName = wireName;
    folder.info.name = QString::fromUtf8(wireName);
    folder.info.role = role;
    folder.info.roleFromServer = roleFromServer && role != imap::FolderRole::None;
    folder.uidValidity = UidValidity(m_nextUidValidity++);
    m_folders.insert_or_assign(canonical(wireName), folder);
}

void FakeImapServer::removeFolder(const QByteArray &wireName)
{
    const std::scoped_lock lock(m_mutex);
    m_folders.erase(canonical(wireName));
}

void FakeImapServer::renameFolder(const QByteArray &wireName, const QByteArray &newName, bool withRole)
{
    const std::scoped_lock lock(m_mutex);
    auto node = m_folders.extract(canonical(wireName));
    if (node.empty())
        return;
    node.key() = newName;
    imap::RemoteFolder &info = node.mapped().info;
    info.wireName = newName;
    info.name = QString::fromUtf8(newName);
    if (!withRole) {
        info.role = imap::FolderRole::None;
        info.roleFromServer = false;
    }
    m_folders.insert(std::move(node));
}

ImapUid FakeImapServer::deliver(const QByteArray &folder, const QByteArray &raw,
    const imap::MessageFlags &flags, const QDateTime &internalDate)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (!target)
        return {};
    FakeMessage message;
    message.raw = raw;
    message.flags = flags;
    message.internalDate = internalDate;
    return add(*target, std::move(message), nullptr);
}

void FakeImapServer::setFlags(const QByteArray &folder, ImapUid uid, const imap::MessageFlags &flags)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    FakeMessage *message = target ? findMessage(*target, uid) : nullptr;
    if (!message)
        return;
    message->flags = flags;
    touch(*target, *message, nullptr);
}

void FakeImapServer::expunge(const QByteArray &folder, ImapUid uid)
{
    const std::scoped_lock lock(m_mutex);
    if (Folder *target = find(folder))
        drop(*target, uid, nullptr);
}

void FakeImapServer::changeUidValidity(const QByteArray &folder)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    if (!target)
        return;
    target->uidValidity = UidValidity(m_nextUidValidity++);
    target->vanished.clear();
    target->uidNext = 1;
    for (FakeMessage &message : target->messages)
        message.uid = ImapUid(target->uidNext++);
}

void FakeImapServer::setGmailIds(const QByteArray &folder, ImapUid uid, quint64 message, quint64 thread)
{
    const std::scoped_lock lock(m_mutex);
    Folder *target = find(folder);
    FakeMessage *found = target ? findMessage(*target, uid) : nullptr;
    if (!found)
        return;
    found->gmailMessageId = message;
    found->gmailThreadId = thread;
}

QList<FakeMessage> FakeImapServer::messages(const QByteArray &folder) const
{
    const std::scoped_lock lock(m_mutex);
    const Folder *found = find(folder);
    return found ? found->messages : QList<FakeMessage>();
}

std::optional<FakeMessage> FakeImapServer::message(const QByteArray &folder, ImapUid uid) const
{
    const QList<FakeMessage> all = messages(folder);
    const auto found = std::find_if(all.begin(), all.end(),
        [uid](const FakeMessage &message) { return message.uid == uid; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

UidValidity FakeImapServer::uidValidity(const QByteArray &folder) const
{
    const std::scoped_lock lock(m_mutex);
    const Folder *found = find(folder);
    return found ? found->uidValidity : UidValidity();
}

QByteArrayList FakeImapServer::folderNames() const
{
    const std::scoped_lock lock(m_mutex);
    QByteArrayList names;
    for (const auto &[name, folder] : m_folders)
        names.append(name);
    return names;
}

FakeImapServer::Folder *FakeImapServer::find(const QByteArray &wireName)
{
    const auto found = m_folders.find(canonical(wireName));
    return found == m_folders.end() ? nullptr : &found->second;
}

const FakeImapServer::Folder *FakeImapServer::find(const QByteArray &wireName) const
{
    const auto found = m_folders.find(canonical(wireName));
    return found == m_folders.end() ? nullptr : &found->second;
}

FakeMessage *FakeImapServer::findMessage(Folder &folder, ImapUid uid)
{
    const auto found = std::lower_bound(folder.messages.begin(), folder.messages.end(), uid,
        [](const FakeMessage &message, ImapUid wanted) { return message.uid < wanted; });
    return found == folder.messages.end() || found->uid != uid ? nullptr : &*found;
}

ImapUid FakeImapServer::addHere(Folder &folder, FakeMessage message, const FakeImapSession *origin)
{
    message.uid = ImapUid(folder.uidNext++);
    message.modSeq = ++folder.highestModSeq;
    if (!message.internalDate.isValid())
        message.internalDate = QDateTime::currentDateTimeUtc();
    const ImapUid uid = message.uid;
    folder.messages.append(std::move(message));
    tell(folder, Event::Exists, origin);
    return uid;
}

void FakeImapServer::forgetVanished(const QByteArray &wireName)
{
    const std::scoped_lock lock(m_mutex);
    Folder *folder = find(wireName);
    if (!folder)
        return;
    for (auto &[uid, modSeq] : folder->vanished)
        modSeq = folder->highestModSeq + 1'000'000; // named whatever the client knows
}

void FakeImapServer::dropHere(Folder &folder, ImapUid uid, const FakeImapSession *origin)
{
    const FakeMessage *message = findMessage(folder, uid);
    if (!message)
        return;
    folder.messages.removeAt(message - folder.messages.constData());
    folder.vanished.append({uid, ++folder.highestModSeq});
    tell(folder, Event::Expunge, origin);
}

void FakeImapServer::touchHere(Folder &folder, FakeMessage &message, const FakeImapSession *origin)
{
    message.modSeq = ++folder.highestModSeq;
    tell(folder, Event::Flags, origin);
}

void FakeImapServer::tell(const Folder &folder, Event event, const FakeImapSession *origin)
{
    for (FakeImapSession *session : m_sessions) {
        const bool isHere = canonical(session->m_selected) == canonical(folder.info.wireName);
        if (session == origin || !(isHere || (session->m_notified && event != Event::Flags)))
            continue;
        if (isHere) {
            session->m_pending.exists |= event == Event::Exists;
            session->m_pending.expunge |= event == Event::Expunge;
            session->m_pending.flags |= event == Event::Flags;
        } else {
            session->m_pending.others.insert(folder.info.wireName, session->stateOf(folder));
        }
        if (session->m_idling)
            session->m_stream.wake();
    }
}

} // namespace inlet::test
