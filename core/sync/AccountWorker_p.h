// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Backoff_p.h"
#include "sync/Errand_p.h"
#include "sync/FolderSync_p.h"
#include "sync/OperationRunner_p.h"
#include "sync/WatchedStore_p.h"
#include "sync/WholeFetcher_p.h"

#include <vector>

namespace inlet::sync
{

/// Everything that is done for one mailbox, errand by errand; afterwards the connection is parked:
/// in IDLE, open for the next poll, or closed. What went wrong decides when it is tried again.
/// Thread: run() on one network worker at a time (JobBoard sees to it); interrupt() from any.
class AccountWorker final : public ErrandRunner
{
public:
    AccountWorker(const SyncDeps &deps, const accounts::Account &account);

    Outcome run(Errand errand, bool mayKeep) override;
    void interrupt() override { m_stop.request_stop(); }

private:
    using Depth = FolderSync::Depth;

    Result<void> caught(const std::function<Result<void>()> &step, std::function<void(Result<void>)> done);
    Result<void> perform(Errand &errand);
    Result<void> performSession(Errand &errand);
    Result<void> performFetch(Errand &errand);
    std::shared_ptr<WholeTransfer> transferOf(StoredMessageId message, const QByteArray &part);
    [[nodiscard]] bool isHere(const WholeTransfer &transfer);
    void noteBroken(WholeTransfer &transfer);
    Result<bool> fetchTurn(WholeTransfer &transfer, const WholeFetch &how);
    Result<void> performFind(Errand &errand);
    Result<void> beginFinding(Finding &finding);
    Result<bool> findTurn(Finding &finding);
    Result<void> findFurther(Finding &finding);
    Result<void> performWake();
    Result<void> performRound(bool fresh);
    Result<void> performHistory();
    Result<void> performLateBodies();
    void forgetLate();
    void noteLate();
    Result<void> performOperations();

    // Parts of a round.
    Result<void> loadOwnAddresses();
    Result<void> loadNewestMail();
    Result<void> lookAtFolder(store::StoredFolder &folder);
    Result<void> concludeRound();

    // The user's own folders.
    Result<void> lookAtOthers();
    struct Told {
        QHash<QByteArray, imap::FolderState> states;
        QList<FolderId> refused;
    };
    Result<Told> statesOf(const QList<FolderId> &folders);
    Result<std::optional<imap::FolderState>> askedAlone(FolderId folder);
    Result<void> lookThrough(FolderId folder);
    Result<void> performGlance();
    void noteTold(const QHash<QByteArray, imap::FolderState> &states);
    Result<void> lookAtTold();
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> nextGlance() const;

    // Parking.
    Result<void> park();
    Result<void> parkInIdle(store::StoredFolder &folder);
    Result<void> keepWatching();
    void parkForPoll(bool keepOpen);
    void dueIn(std::chrono::milliseconds wait);
    [[nodiscard]] store::StoredFolder *listenFolder();
    [[nodiscard]] bool isPaused() const; ///< the user wants no history now
    /// `settled`, unless older mail is missing because of that.
    [[nodiscard]] SyncState orPaused(SyncState settled) const;

    // Ends of an errand.
    [[nodiscard]] bool isFatal(Errand::Kind kind, const Error &error) const;
    Outcome settle(const Result<void> &result);
    std::vector<Errand> takeAnswerable();
    Outcome failed(const Error &error);
    void proved();
    void report(SyncState state);
    void reportError(SyncState state, const Error &error, const QDateTime &until);
    void fillProgress();

    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    void followUp(Errand::Kind kind) { m_followUps.push_back(Errand{kind}); }

    WatchedStore m_store;
    const SyncDeps m_deps; ///< with that store
    MailboxState m_state;
    AccountLink m_link;
    FolderSync m_folderSync;
    FolderList m_folderList;
    OperationRunner m_operations;
    Backoff m_backoff;
    std::stop_source m_stop;
    SyncStatus m_status;
    std::vector<Errand> m_followUps;
    std::optional<Error> m_folderError; ///< a folder the server refuses while others work
    qint64 m_newestMail = 0; ///< as in Outcome
    bool m_mayKeep = true;
    bool m_operationsWait = false; ///< for messages that have no known UID so far
    bool m_roundOpen = false; ///< roundFinished() is owed
    bool m_idleRefused = false; ///< on this connection
    bool m_brokeBySearch = false; ///< the connection did, just now: the mailbox itself is well
    std::optional<QList<store::MessageLocation>> m_lateBodies; ///< none: to be asked for
    QHash<StoredMessageId, int> m_lateTries; ///< in this run of the program; called off: all of them
    QHash<StoredMessageId, int> m_structuresThatBroke; ///< so many connections in this run
    std::vector<std::weak_ptr<WholeTransfer>> m_transfers; ///< under way
    std::shared_ptr<WholeTransfer> m_late; ///< one of them, half here
    std::chrono::steady_clock::time_point m_dueAt; ///< IDLE is renewed, or the server polled
    std::optional<std::chrono::steady_clock::time_point> m_roundAt; ///< the last one on this connection
    std::chrono::steady_clock::time_point m_glancedAt; ///< at all folders, by their counts
    bool m_glanceRefused = false;
    bool m_glanceOwed = false; ///< what came to another folder may not have been told, although the server tells by itself
    std::chrono::steady_clock::time_point m_livelyUntil; ///< mail comes to the user's own folders
    bool m_canaryAgrees = false; ///< the listening folder was found equal
    std::chrono::steady_clock::time_point m_askedAt; ///< the begin of what it was found equal by
};

} // namespace inlet::sync
