// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/SentLookup_p.h"

#include "imap/FolderRoles.h"

#include <algorithm>

namespace inlet::outbox
{

namespace
{

using imap::FolderRole;
using imap::ImapSession;
using imap::RemoteFolder;
using Item = LookBatch::Item;

/// The Sent folder of those the server lists; empty: it has none.
QByteArray sentFolderOf(const QList<RemoteFolder> &folders)
{
    const auto sent = std::find_if(folders.cbegin(), folders.cend(),
        [](const RemoteFolder &f) { return f.role == FolderRole::Sent && f.selectable; });
    return sent == folders.cend() ? QByteArray() : sent->wireName;
}

Result<QByteArray> openSent(ImapSession &session, LookBatch &batch, const std::stop_token &stop)
{
    if (!batch.sentFolder.isEmpty()) {
        const auto selected = session.select(batch.sentFolder, stop);
        if (selected)
            return batch.sentFolder;
        const ErrorKind kind = selected.error().kind;
        if (kind != ErrorKind::NotFound && kind != ErrorKind::ServerRefused)
            return selected.error();
    }
    const auto folders = session.listFolders(stop);
    if (!folders)
        return folders.error();
    QByteArray name = sentFolderOf(*folders);
    const bool wanted = std::any_of(batch.items.cbegin(), batch.items.cend(),
        [](const Item &item) { return item.mayAppend; });
    if (name.isEmpty() && !wanted)
        return Error{ErrorKind::NotFound, QStringLiteral("The mailbox has no Sent folder."), {}, "no-sent-folder"};
    if (name.isEmpty()) {
        name = imap::newFolderName("Sent", *folders, session.capabilities());
        if (const auto created = session.createFolder(name, stop); !created)
            return created.error();
    }
    if (const auto selected = session.select(name, stop); !selected)
        return selected.error();
    return name;
}

Result<bool> isThere(ImapSession &session, const Item &item, const std::stop_token &stop)
{
    const auto uids = session.searchMessageId(item.messageId, stop);
    if (!uids)
        return uids.error();
    return !uids->isEmpty();
}

/// An Error here ends the session; a refused append is the item's own trouble.
Result<void> appendCopy(ImapSession &session, const QByteArray &folder, Item &item,
    const std::stop_token &stop)
{
    const auto appended = session.append(folder, item.bytes, {"\\Seen"}, stop);
    if (!appended) {
        if (appended.error().kind != ErrorKind::ServerRefused)
            return appended.error();
        item.appendError = appended.error();
        return {};
    }
    item.appended = true;
    // With a UID the server has told where it is; else we look.
    item.found = appended->has_value();
    if (!item.found) {
        const auto there = isThere(session, item, stop);
        if (!there)
            return there.error();
        item.found = *there;
    }
    return {};
}

} // namespace

SessionWork lookIntoSent(std::shared_ptr<LookBatch> batch)
{
    return [batch = std::move(batch)](ImapSession &session, std::stop_token stop) -> Result<void> {
        const auto folder = openSent(session, *batch, stop);
        if (!folder)
            return folder.error();
        for (Item &item : batch->items) {
            const auto there = isThere(session, item, stop);
            if (!there)
                return there.error();
            item.looked = true;
            item.found = *there;
            if (item.found || !item.mayAppend)
                continue;
            if (const auto appended = appendCopy(session, *folder, item, stop); !appended)
                return appended;
        }
        return {};
    };
}

} // namespace inlet::outbox
