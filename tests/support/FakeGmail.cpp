// SPDX-License-Identifier: GPL-3.0-or-later
// FakeImapServer as Gmail. Source: developers.google.com/workspace/gmail/imap/imap-extensions.
#include "support/FakeImapServer.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

constexpr const char *kAllMail = "[Gmail]/All Mail";

/// Of a folder that is a view of All Mail; empty for All Mail itself.
QByteArray labelOf(const imap::RemoteFolder &folder)
{
    switch (folder.role) {
    case imap::FolderRole::Inbox:
        return QByteArrayLiteral("\\Inbox");
    case imap::FolderRole::Sent:
        return QByteArrayLiteral("\\Sent");
    case imap::FolderRole::Drafts:
        return QByteArrayLiteral("\\Draft");
    case imap::FolderRole::None:
        return folder.wireName;
    case imap::FolderRole::Junk:
    case imap::FolderRole::Trash:
    case imap::FolderRole::Archive:
    case imap::FolderRole::AllMail:
        break;
    }
    return {};
}

FakeMessage *withId(QList<FakeMessage> &messages, quint64 id)
{
    const auto found = std::find_if(messages.begin(), messages.end(),
        [id](const FakeMessage &message) { return message.gmailMessageId == id; });
    return found == messages.end() ? nullptr : &*found;
}

} // namespace

void FakeImapServer::becomeGmail()
{
    using enum imap::FolderRole;
    {
        const std::scoped_lock lock(m_mutex);
        m_gmail = true;
        m_folders.clear();
        m_capabilities.qresync = false;
        m_capabilities.gmail = true;
    }
    addFolder("INBOX", Inbox);
    addFolder(kAllMail, AllMail);
    addFolder("[Gmail]/Sent Mail", Sent);
    addFolder("[Gmail]/Drafts", Drafts);
    addFolder("[Gmail]/Spam", Junk);
    addFolder("[Gmail]/Trash", Trash);
}

void FakeImapServer::setLabel(ImapUid uid, const QByteArray &label, bool on)
{
    const std::scoped_lock lock(m_mutex);
    Folder *all = find(kAllMail);
    FakeMessage *message = all ? findMessage(*all, uid) : nullptr;
    if (!message || message->labels.contains(label) == on)
        return;
    if (on)
        message->labels.append(label);
    else
        message->labels.removeAll(label);
    touch(*all, *message, nullptr);
}

bool FakeImapServer::isAllMail(const Folder &folder) const
{
    return m_gmail && folder.info.role != imap::FolderRole::Junk && folder.info.role != imap::FolderRole::Trash;
}

FakeMessage *FakeImapServer::inAllMail(const FakeMessage &message)
{
    return withId(find(kAllMail)->messages, message.gmailMessageId);
}

ImapUid FakeImapServer::add(Folder &folder, FakeMessage message, const FakeImapSession *origin)
{
    if (m_gmail && message.gmailMessageId == 0)
        message.gmailMessageId = m_nextGmailId++;
    return isAllMail(folder) ? addToAllMail(folder, std::move(message), origin)
                             : addHere(folder, std::move(message), origin);
}

ImapUid FakeImapServer::addToAllMail(Folder &folder, FakeMessage message, const FakeImapSession *origin)
{
    Folder &all = *find(kAllMail);
    const quint64 id = message.gmailMessageId;
    const QByteArray label = labelOf(folder.info);
    FakeMessage *known = withId(all.messages, id);
    if (!known) {
        message.labels = label.isEmpty() ? QByteArrayList() : QByteArrayList{label};
        addHere(all, std::move(message), origin);
        known = &all.messages.last();
        followViews(*known, origin);
    } else if (!label.isEmpty() && !known->labels.contains(label)) {
        known->labels.append(label);
        touch(all, *known, origin);
    }
    return withId(folder.messages, id)->uid;
}

void FakeImapServer::drop(Folder &folder, ImapUid uid, const FakeImapSession *origin)
{
    if (isAllMail(folder))
        dropFromAllMail(folder, uid, origin);
    else
        dropHere(folder, uid, origin);
}

/// Out of a view a message only loses the label.
void FakeImapServer::dropFromAllMail(Folder &folder, ImapUid uid, const FakeImapSession *origin)
{
    FakeMessage *message = findMessage(folder, uid);
    FakeMessage *whole = message ? inAllMail(*message) : nullptr;
    if (!whole)
        return;
    if (folder.info.role == imap::FolderRole::AllMail) {
        whole->labels.clear();
        followViews(*whole, origin);
        dropHere(folder, uid, origin);
        return;
    }
    whole->labels.removeAll(labelOf(folder.info));
    touch(*find(kAllMail), *whole, origin);
}

void FakeImapServer::touch(Folder &folder, FakeMessage &message, const FakeImapSession *origin)
{
    touchHere(folder, message, origin);
    if (!isAllMail(folder))
        return;
    FakeMessage *whole = inAllMail(message);
    if (whole != &message) {
        whole->flags = message.flags;
        touchHere(*find(kAllMail), *whole, origin);
    }
    followViews(*whole, origin);
}

/// Each view has the messages with its label, with the same flags.
void FakeImapServer::followViews(const FakeMessage &message, const FakeImapSession *origin)
{
    for (auto &[name, folder] : m_folders) {
        const QByteArray label = labelOf(folder.info);
        if (label.isEmpty())
            continue;
        FakeMessage *entry = withId(folder.messages, message.gmailMessageId);
        const bool belongs = message.labels.contains(label);
        if (belongs && !entry) {
            FakeMessage copy = message;
            copy.labels.clear();
            addHere(folder, std::move(copy), origin);
        } else if (!belongs && entry) {
            dropHere(folder, entry->uid, origin);
        } else if (belongs && entry->flags != message.flags) {
            entry->flags = message.flags;
            touchHere(folder, *entry, origin);
        }
    }
}

} // namespace inlet::test
