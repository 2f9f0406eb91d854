// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/Store.h"
#include "support/MailServers.h"
#include "sync/SyncEngine.h"

#include <map>
#include <mutex>

namespace inlet::test
{

/// Keeps what the engine told. Thread: any; the mutex guards all members.
class ProfileObserver final : public sync::SyncObserver
{
public:
    void syncStatusChanged(const sync::SyncStatus &status) override;
    void newMailStored(AccountId account, const QList<store::IncomingMessage> &messages) override;
    void roundFinished(AccountId account, const Result<void> &result) override;
    void sentCopySeen(AccountId, const QString &) override {}

    [[nodiscard]] sync::SyncStatus statusOf(AccountId account);
    [[nodiscard]] bool hasNews(const QString &messageId);
    [[nodiscard]] int rounds(AccountId account);

private:
    std::mutex m_mutex;
    std::map<AccountId, sync::SyncStatus> m_statuses;
    std::map<AccountId, int> m_rounds;
    QStringList m_newMail;
};

/// As ServerHand::picture(), of what a profile has.
[[nodiscard]] QStringList pictureOf(const QList<store::StoredMessageRow> &rows);

/// One profile on real servers: the real store in a directory, the real sessions, the engine.
class Profile
{
public:
    static constexpr int kPatience = 60'000; ///< ms

    Profile(const QString &directory, const QString &caFile);
    /// `clock` outlives it.
    Profile(const QString &directory, const QString &caFile, const Clock &clock);

    /// Adds the mailbox to the store, or finds it there; all history.
    accounts::Account add(accounts::Account account);
    void start(sync::SyncOptions options = {});
    /// All mailboxes, after their first round.
    bool waitFor(sync::SyncState state);

    store::StoredFolder folder(AccountId account, imap::FolderRole role);
    QList<store::StoredMessageRow> messages(AccountId account, imap::FolderRole role);
    qint64 operations();
    [[nodiscard]] QDateTime now() const { return m_clock.nowUtc(); } ///< as the engine knows it
    Result<void> apply(const store::TriageAction &action);
    Result<void> apply(store::TriageVerb verb, const QList<ConversationId> &conversations, FolderId folder = {});
    Result<void> undo(); ///< the newest step

    ProfileObserver observer;
    std::unique_ptr<store::Store> store;
    QList<accounts::Account> mailboxes;
    std::unique_ptr<sync::SyncEngine> engine; ///< last: dies first

private:
    QString m_caFile;
    const Clock &m_clock;
};

} // namespace inlet::test
