// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/MessageFetcher_p.h"

namespace inlet::sync
{

/// Makes the store's picture of one folder equal to the server's: UIDVALIDITY, new messages, flags,
/// expunges; and finds what is missing inside the history window.
/// uidNext, exists and highestModSeq are saved together as one snapshot (the answer of one SELECT)
/// after everything they promise is stored: a kill at any point leads to repeated questions, never to
/// a gap. Thread: the worker that serves the mailbox.
/// Source: RFC 3501 section 2.3.1.1 (UID), RFC 7162 sections 3.1 (CONDSTORE) and 3.2 (QRESYNC), RFC 4549 (order).
class FolderSync
{
public:
    /// NewMail: new messages, what the mod-sequence tells, and whatever the counts give away.
    /// Everything: on servers without CONDSTORE compares all flags too.
    enum class Depth { NewMail, Everything };

    static constexpr qsizetype kFirstList = 50; ///< newest of a folder, before any history

    FolderSync(const SyncDeps &deps, AccountLink &link, MailboxState &state)
        : m_deps(deps), m_link(link), m_state(state), m_fetcher(deps, link, state)
    {
    }

    /// The numbers of the folder do not mean what they meant: another UIDVALIDITY, or a UIDNEXT that went back.
    [[nodiscard]] static bool isRenumbered(const store::StoredFolder &folder, const imap::FolderState &state);
    /// Selects the folder and works; it stays selected.
    Result<void> run(store::StoredFolder &folder, Depth depth, const std::stop_token &stop);
    /// STATUS says that nothing happened since the last time. False where that is not sure.
    Result<bool> isUnchanged(const store::StoredFolder &folder, const std::stop_token &stop);
    /// The next batch of what is missing; newest first.
    Result<void> fetchHistory(store::StoredFolder &folder, const std::stop_token &stop);

    /// What a search finds in the selected folder and is not here, newest first.
    Result<QList<ImapUid>> findMissing(const store::StoredFolder &folder, const imap::FindQuery &query, const imap::UidRange &range,
        const std::stop_token &stop);
    /// How many came. What does not come is passed over: a search is no promise.
    Result<qsizetype> fetchFound(const store::StoredFolder &folder, const QList<ImapUid> &newestFirst, const std::stop_token &stop);

private:
    struct Told { ///< by SELECT (QRESYNC)
        bool everything = false; ///< no other question is needed
        QList<store::FlagUpdate> flags;
        QList<imap::UidRange> gone;
    };
    struct Fresh { ///< messages with uid >= the saved uidNext
        qsizetype present = 0;
        bool exact = true; ///< `present` may be trusted for counting
    };

    struct Seen { ///< what the next look compares with
        quint32 uidNext = 0;
        quint32 exists = 0;
        qint64 hidden = 0; ///< so many more are counted than were here and came
        qsizetype planned = 0; ///< missing anyway, when that was found
    };

    Result<void> adoptUidValidity(store::StoredFolder &folder, UidValidity uidValidity);
    /// Errors: Protocol, the numbers went back for the first time: asked again on a connection of its own.
    Result<void> checkNumbering(store::StoredFolder &folder, const imap::FolderState &state, Told &told, const std::stop_token &stop);
    Result<void> checkModSeq(store::StoredFolder &folder, const imap::FolderState &state, Told &told, const std::stop_token &stop);
    Result<bool> holdsTheSame(const store::StoredFolder &folder, const std::stop_token &stop);
    /// False where something of one of the user's own folders was set aside in this run.
    [[nodiscard]] bool isWhole(const store::StoredFolder &folder) const
    {
        return folder.role != imap::FolderRole::None || !m_state.hasSetAside(folder.id);
    }
    /// No longer than an hour.
    [[nodiscard]] bool mayDoubt(FolderId folder);
    void noteCounts(const store::StoredFolder &folder, const Fresh &fresh, Seen &seen);
    Result<quint32> uidNextOf(const imap::FolderState &state, const std::stop_token &stop);
    Result<QList<ImapUid>> freshCandidates(const store::StoredFolder &folder, quint32 uidNext,
        const std::stop_token &stop);
    /// As the fetcher's. Errors also: Protocol, the server has some that it did not hand out.
    Result<MessageFetcher::Report> fetch(const store::StoredFolder &folder, const QList<ImapUid> &newestFirst,
        MessageFetcher::Occasion occasion, const std::stop_token &stop);
    Result<Fresh> fetchFresh(store::StoredFolder &folder, quint32 uidNext, const std::stop_token &stop);
    Result<imap::FolderState> select(const store::StoredFolder &folder, Told &told, const std::stop_token &stop);
    Result<void> catchUp(store::StoredFolder &folder, const imap::FolderState &state, quint32 uidNext,
        Depth depth, const Told &told, Seen &seen, const std::stop_token &stop);
    /// `went`: how many must have gone by the counts; none: they do not tell.
    Result<void> takeTold(const store::StoredFolder &folder, const Told &told, quint32 uidNext, std::optional<qint64> went,
        const std::stop_token &stop);
    Result<void> takeChangedFlags(const store::StoredFolder &folder, quint32 uidNext,
        const std::stop_token &stop);
    Result<void> compareAll(const store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop);
    /// Of `uids` those that the server hands out after all.
    Result<QList<ImapUid>> handedOut(const QList<ImapUid> &uids, const std::stop_token &stop);
    Result<void> removeGone(const store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop);
    Result<void> makePlan(store::StoredFolder &folder, quint32 uidNext, Seen &seen, const std::stop_token &stop);
    Result<void> takeFromPlan(store::StoredFolder &folder, qsizetype count,
        MessageFetcher::Occasion occasion, const std::stop_token &stop);
    /// One that is not whole with a mod-sequence behind the server's: the user's own folders are not looked through with
    /// each start, and what was set aside is to be asked for again then.
    Result<void> save(store::StoredFolder folder);

    Result<void> writeFlags(const store::StoredFolder &folder, const QList<store::FlagUpdate> &updates);
    Result<void> writeGone(const store::StoredFolder &folder, const QList<ImapUid> &gone);
    Result<QList<ImapUid>> storedUids(const store::StoredFolder &folder);
    /// UIDs that a queued operation is about to move away: not to be fetched again.
    Result<QList<ImapUid>> leaving(const store::StoredFolder &folder);

    const SyncDeps &m_deps;
    AccountLink &m_link;
    MailboxState &m_state;
    MessageFetcher m_fetcher;
};

} // namespace inlet::sync
