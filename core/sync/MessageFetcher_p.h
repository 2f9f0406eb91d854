// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/AccountLink_p.h"
#include "sync/Ingest_p.h"
#include "sync/MailboxState_p.h"

namespace inlet::sync
{

/// Brings messages of the selected folder into the store, in the order asked, and tells the observer
/// what came. Messages over kWholeLimit come as a skeleton, and where that cannot be as a header first.
/// Thread: the worker that serves the mailbox.
class MessageFetcher
{
public:
    static constexpr qint64 kWholeLimit = 512 * 1024;

    enum class Occasion {
        News, ///< new mail outside of a first sync: told to the observer, and searchable at once
        FirstRows, ///< what a new mailbox shows first
        Found, ///< by a search of the user's: searchable at once, and no news
        History, ///< waits for everything else
    };

    struct Report {
        qsizetype present = 0; ///< of those asked for, the server still had so many
        QDateTime oldest; ///< INTERNALDATE; invalid when nothing came
        QList<ImapUid> absent; ///< nothing came of them, and they are not set aside: gone, or not handed out
    };

    MessageFetcher(const SyncDeps &deps, AccountLink &link, MailboxState &state)
        : m_deps(deps), m_link(link), m_state(state)
    {
    }

    /// Everything is committed when this answers. A UID that is gone is no error here; see strike().
    Result<Report> fetch(const store::StoredFolder &folder, const QList<ImapUid> &newestFirst,
        Occasion occasion, const std::stop_token &stop);
    /// The server has it and did not hand it out. After some times it is set aside for this run.
    void strike(FolderId folder, ImapUid uid) { ++m_state.strikes[{folder, uid}]; }

private:
    struct Sorted { ///< by how they are fetched
        QList<ImapUid> whole;
        QList<qint64> sizes;
        QList<ImapUid> large; ///< as skeletons
        QList<ImapUid> headers;
    };

    Result<Sorted> sortBySize(const store::StoredFolder &folder, const QList<ImapUid> &uids,
        Report &report, const std::stop_token &stop);
    Result<void> transfer(const store::StoredFolder &folder, const Sorted &sorted, Ingest &ingest, Report &report,
        const std::stop_token &stop);
    void recordFailure(const store::StoredFolder &folder, const Error &error, const QList<ImapUid> &left);
    bool isFirstSeen(const store::StoredFolder &folder, const store::IncomingMessage &message);
    void tell(const store::StoredFolder &folder, const QList<store::IncomingMessage> &messages, bool news);

    const SyncDeps &m_deps;
    AccountLink &m_link;
    MailboxState &m_state;
};

} // namespace inlet::sync
