// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AccountLink_p.h"
#include "sync/MailboxState_p.h"

namespace inlet::sync
{

/// Keeps the folders of MailboxState as the server lists them, and decides which are followed. What another program
/// renamed is recognised, so that its messages, their operations and their undo stay.
/// Thread: the worker that serves the mailbox.
class FolderList
{
public:
    FolderList(const SyncDeps &deps, AccountLink &link, MailboxState &state)
        : m_deps(deps), m_link(link), m_state(state)
    {
    }

    /// From the store, where none are known in this run.
    Result<void> load();
    /// From the server. Any StoredFolder * of before is void.
    Result<void> refresh(const std::stop_token &stop);

private:
    struct Renamed {
        FolderId folder;
        imap::RemoteFolder now;
        bool keepsRole = false;
    };

    Result<QList<Renamed>> findRenamed(const QList<imap::RemoteFolder> &listed, const std::stop_token &stop);
    Result<std::optional<FolderId>> formerly(const imap::RemoteFolder &fresh, const QList<store::StoredFolder> &candidates,
        const QList<imap::RemoteFolder> &listed, const std::stop_token &stop);
    /// STATUS; none where the server refuses it.
    Result<std::optional<imap::FolderState>> stateOf(const QByteArray &wireName, const std::stop_token &stop);
    Result<void> follow();

    const SyncDeps &m_deps;
    AccountLink &m_link;
    MailboxState &m_state;
};

} // namespace inlet::sync
