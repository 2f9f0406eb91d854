// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"
#include "support/FakeClock.h"
#include "support/FakeImapServer.h"
#include "sync/SyncEngine.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <mutex>

namespace inlet::test
{

/// Keeps what the engine told. Thread: any; the mutex guards all members.
class RecordingObserver final : public sync::SyncObserver
{
public:
    void syncStatusChanged(const sync::SyncStatus &status) override;
    void newMailStored(AccountId account, const QList<store::IncomingMessage> &messages) override;
    void roundFinished(AccountId account, const Result<void> &result) override;
    void sentCopySeen(AccountId account, const QString &messageId) override;
    void operationRefused(AccountId account, const store::Operation &operation, const Error &error) override;
    void machineWoke() override;

    [[nodiscard]] sync::SyncStatus status(AccountId account) const;
    [[nodiscard]] QList<sync::SyncState> states(AccountId account) const; ///< without repetitions
    [[nodiscard]] QStringList newMail() const; ///< Message-IDs
    [[nodiscard]] QStringList sentCopies() const;
    [[nodiscard]] int rounds(AccountId account) const; ///< ended well
    [[nodiscard]] int refusals() const;
    [[nodiscard]] int wakes() const;

private:
    mutable std::mutex m_mutex;
    std::map<AccountId, QList<sync::SyncStatus>> m_statuses;
    std::map<AccountId, int> m_rounds;
    QStringList m_newMail;
    QStringList m_sentCopies;
    int m_refusals = 0;
    int m_wakes = 0;
};

/// One mailbox on a fake server, the real store in a directory of its own, and an engine that can
/// be stopped and started again on the same store. The clock is turned by hand.
class SyncFixture
{
public:
    SyncFixture();

    /// Known to the store; id filled in.
    accounts::Account addAccount(const QString &email);
    void startEngine(sync::SyncOptions options = {});
    /// Mail 1 to that in INBOX, and live.
    bool goLive(int mails);
    /// The server offers everything but that. Before the start.
    void without(bool imap::Capabilities::*capability);
    void stopEngine() { engine.reset(); }
    void restartEngine();

    /// Turns the clock by a second at a time until `condition` holds; false after 20 s of real time.
    bool turnUntil(const std::function<bool()> &condition);
    /// Without turning the clock.
    static bool waitUntil(const std::function<bool()> &condition);
    /// The first round, history included, is over and the mailbox is live.
    bool waitUntilLive();
    bool waitUntilRound(int number);

    /// Folder by folder: the UIDs and flags of both sides, in words; equal when the sides are.
    QStringList here();
    QStringList there();
    bool waitUntilEqual() { return turnUntil([this] { return here() == there(); }); }

    store::StoredFolder folder(const QByteArray &wireName);
    QList<store::StoredMessageRow> messages(const QByteArray &wireName);
    QList<ConversationId> conversations();
    std::optional<store::ConversationRow> row(ConversationId id);
    Result<void> apply(const store::TriageAction &action);
    Result<void> apply(store::TriageVerb verb, const QList<ConversationId> &conversations,
        store::Category category = store::Category::Unsorted, FolderId folder = {});
    qint64 operationCount();

    static QByteArray mail(int number, const QByteArray &from = "jo@prospect.example",
        const QByteArray &to = "me@sales.example");
    static QString messageId(int number);
    void fill(const QByteArray &folder, int first, int count, const QByteArray &from = "jo@prospect.example",
        const QByteArray &to = "me@sales.example");

    QTemporaryDir dir;
    FakeClock clock;
    FakeImapServer server;
    RecordingObserver observer;
    std::unique_ptr<store::Store> store;
    imap::ImapSessionFactory factory; ///< the fake's; may be replaced before startEngine()
    QByteArray password = "secret";
    std::optional<Error> secretError; ///< answered instead of the password; change it only at rest
    QList<accounts::Account> mailboxes;
    std::unique_ptr<sync::SyncEngine> engine; ///< last: dies first
    sync::SyncOptions usedOptions;
};

} // namespace inlet::test
