// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "accounts/ProviderTable.h"
#include "engine/Engine.h"
#include "engine/EngineWorker.h"
#include "engine/GuiRelay.h"
#include "engine/HealthWatch.h"
#include "engine/RefusalBook.h"
#include "engine/SecretBroker.h"
#include "engine/StatusBoard.h"
#include "engine/StoreCategoryDesk.h"
#include "engine/StoreLeadDesk.h"
#include "engine/StoreTriageDesk.h"
#include "engine/StoreViewDesk.h"
#include "engine/SyncServerSearch.h"
#include "engine/TriageRunner.h"
#include "engine/WholeFetches.h"
#include "outbox/Outbox.h"
#include "secrets/SecretStore.h"
#include "store/Store.h"
#include "sync/SyncEngine.h"

#include <functional>
#include <memory>
#include <mutex>

namespace inlet::accounts
{
class Detector;
}

namespace inlet::engine
{

class AccountChecker;

/// What app/ gives the engine. References must outlive it.
struct EngineParts {
    store::Store &store;
    const Clock &clock;
    const accounts::ProviderTable &providers;
    const accounts::ErrorDictionary &dictionary;
    /// One for each running detection.
    std::function<std::unique_ptr<accounts::Detector>()> makeDetector;
    AccountChecker &checker;
    std::function<std::unique_ptr<sync::SyncEngine>(sync::SecretSource, sync::SyncObserver &)> makeSync;
    std::function<std::unique_ptr<outbox::Outbox>(outbox::SecretSource, outbox::SessionRunner,
        outbox::Outbox::RowChanged)>
        makeOutbox;
    std::unique_ptr<secrets::SecretStore> secrets;
    /// "keychain", "file" or "session"; Auth where the vault's passphrase is wrong. Remembers the
    /// choice for the next start.
    std::function<void(const QString &kind, const Secret &passphrase,
        std::function<void(Result<std::unique_ptr<secrets::SecretStore>>)> done)>
        openSecrets;
    /// Mailboxes of which the user wants no older mail read, as kept; and keeps them for the next start.
    QSet<AccountId> pausedHistory;
    std::function<void(const QSet<AccountId> &paused)> keepPausedHistory;
};

/// The real façade: joins store, sync, outbox and secrets. See core/engine/README.md for who runs
/// where. Thread: GUI.
class InletEngine final : public Engine, private sync::SyncObserver
{
    Q_OBJECT

public:
    explicit InletEngine(EngineParts parts);
    ~InletEngine() override;

    /// Reads the mailboxes and starts to sync and send. `accountsChanged` follows.
    void start();

    void fetchList(const store::ListQuery &query, QObject *context, Answer<ListSnapshot> answer) override;
    void fetchRows(const store::ListQuery &query, const QList<ConversationId> &ids, QObject *context,
        Answer<QList<store::ConversationRow>> answer) override;
    void fetchMembership(const store::ListQuery &query, const QList<ConversationId> &ids,
        QObject *context, Answer<Result<QList<store::ListKey>>> answer) override;
    void fetchCounts(QObject *context, Answer<Result<store::Counts>> answer) override;
    void fetchSplits(const store::ListQuery &query, QObject *context, Answer<Result<store::SplitCounts>> answer) override;
    void fetchListFacts(const store::ListQuery &query, QObject *context, Answer<Result<store::ListFacts>> answer) override;
    void fetchConversation(ConversationId id, QObject *context, Answer<ConversationDetail> answer) override;
    void fetchBody(StoredMessageId id, QObject *context, Answer<Result<store::MessageBody>> answer) override;
    void fetchLead(ConversationId id, QObject *context, Answer<Result<store::LeadInfo>> answer) override;
    void fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
        Answer<Result<QByteArray>> answer) override;
    void fetchRaw(StoredMessageId id, QObject *context, Answer<Result<QByteArray>> answer) override;
    void cancelFetch(StoredMessageId id) override { m_wholes.cancel(id); }
    void setNote(ConversationId id, const QString &note, QObject *context, Answer<Result<void>> answer) override;
    void addToNote(ConversationId id, const QString &text, QObject *context, Answer<Result<void>> answer) override;

    void apply(const store::TriageAction &action, quint64 tag) override;
    void undo(UndoId step, const QDateTime &since) override;
    void stopBulk() override;
    [[nodiscard]] TriageDesk &desk() override { return m_desk; }
    [[nodiscard]] ViewDesk &views() override { return m_views; }
    [[nodiscard]] CategoryDesk &categories() override { return m_categories; }
    [[nodiscard]] LeadDesk &leads() override { return m_leads; }
    [[nodiscard]] ServerSearch &serverSearch() override { return m_serverSearch; }

    void saveDraft(const store::Draft &draft, QObject *context, Answer<Result<DraftId>> answer) override;
    void removeDraft(DraftId id) override;
    void fetchDrafts(QObject *context, Answer<QList<store::Draft>> answer) override;
    void fetchDraft(DraftId id, QObject *context, Answer<Result<store::Draft>> answer) override;
    void send(const store::Draft &draft, std::chrono::seconds undoWindow, QObject *context,
        Answer<Result<LedgerId>> answer) override;
    void cancelSend(LedgerId id, QObject *context, Answer<Result<DraftId>> answer) override;
    void sendNow(LedgerId id) override;
    void retrySend(LedgerId id) override;
    void fetchOutbox(QObject *context, Answer<QList<store::LedgerRow>> answer) override;

    [[nodiscard]] QList<accounts::Account> accounts() const override { return m_accounts; }
    /// Connections by server host; empty before start().
    [[nodiscard]] QList<sync::HostPlan> governor() const { return m_sync ? m_sync->governor() : QList<sync::HostPlan>(); }
    [[nodiscard]] MailboxStatus status(AccountId account) const override;
    void detect(const QString &email, QObject *context, Answer<Detection> answer) override;
    void cancelDetection(QObject *context) override;
    void check(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<CheckStep> step, Answer<bool> done) override;
    void cancelCheck(QObject *context) override;
    void addAccount(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<Result<AccountId>> answer) override;
    void updateAccount(const accounts::Account &before, const accounts::Account &after, const Secret &password, QObject *context,
        Answer<Result<void>> answer) override;
    void changeTags(const QList<AccountId> &ids, const QStringList &added, const QStringList &removed, QObject *context,
        Answer<Result<void>> answer) override;
    void removeAccount(AccountId id, QObject *context, Answer<Result<void>> answer) override;
    void mailboxesWithPassword(const Secret &password, QObject *context, Answer<QStringList> answer) override;
    void folders(AccountId id, QObject *context, Answer<QList<store::StoredFolder>> answer) override;
    void checkNow(AccountId id) override;
    /// The machine is on another network: every mailbox is checked, and what could not be sent goes out.
    void networkChanged();
    void pauseHistory(const QList<AccountId> &ids, bool paused) override;

    void probeSecrets(QObject *context, std::function<void(QString, QString)> answer) override;
    void useSecretStore(const QString &kind, const Secret &passphrase, QObject *context,
        Answer<Result<void>> answer) override;

    [[nodiscard]] QList<Notice> notices() const override { return m_board.notices(); }
    void dismissNotice(const QString &id) override;
    [[nodiscard]] Fleet parseFleet(const QByteArray &text) const override;
    [[nodiscard]] qint64 messageSizeLimit(AccountId account) const override;

Q_SIGNALS:
    // For the command line, which waits for ends and measures.
    void salvaged(const inlet::store::SalvageReport &report); ///< at start, and when it happens
    void roundEnded(inlet::AccountId account, const inlet::Result<void> &result);
    /// `arrivedAt`: when the server took it in (INTERNALDATE, whole seconds).
    void mailStored(inlet::AccountId account, inlet::ConversationId conversation, const QString &messageId,
        const QDateTime &arrivedAt);

private:
    /// On its way to the GUI thread.
    struct News {
        store::ChangeSet changes;
        QList<sync::SyncStatus> statuses;

        [[nodiscard]] bool isEmpty() const { return changes.isEmpty() && statuses.isEmpty(); }
    };

    // SyncObserver, on workers.
    void syncStatusChanged(const sync::SyncStatus &status) override;
    void newMailStored(AccountId account, const QList<store::IncomingMessage> &messages) override;
    void roundFinished(AccountId account, const Result<void> &result) override;
    void sentCopySeen(AccountId account, const QString &messageId) override;
    void operationRefused(AccountId account, const store::Operation &operation, const Error &error) override;
    void machineWoke() override;

    void storeChanged(const store::ChangeSet &changes); // writer
    void addNews(const std::function<void(News &)> &add); ///< thread: any
    void deliverNews();
    void ledgerRowChanged(const store::LedgerRow &row); // outbox worker
    void rememberRefusal(AccountId account, const Error &error);
    void reloadAccounts();
    void storeFailed(const Error &error);
    void accountsLoaded(const QList<accounts::Account> &accounts);
    void databaseReplaced();
    void tellOfSalvage();
    void tellOfLedger(const QSet<LedgerId> &ids);
    void secretsFailed(const Error &error);
    void secretsRecovered();
    void secretArrived(const QString &email);
    void forgetMailbox(AccountId id, const QString &email, const std::function<void(Result<void>)> &reply);
    void storeMailbox(const accounts::Account &account, QObject *context, Answer<Result<AccountId>> answer);
    void operationsQueued(const QList<AccountId> &accounts);
    /// `part` as in sync::WholeFetch.
    void fetchWhole(StoredMessageId id, const QByteArray &part, std::function<void(Result<void>)> done);
    [[nodiscard]] SyncServerSearch::Parts searchParts();
    void startFetch(StoredMessageId id, const sync::WholeFetch &how, const std::function<void(Result<void>)> &done);
    using ReadContent = std::function<Result<QByteArray>(store::ReadSession &)>;
    /// Runs `use` on the worker with what `read` finds, after fetching `part` where it is not here.
    void withContent(StoredMessageId id, const QByteArray &part, ReadContent read, std::function<void(Result<QByteArray>)> use);
    [[nodiscard]] const accounts::Account *find(AccountId id) const;
    [[nodiscard]] std::function<void(AccountId, std::function<void(Result<Secret>)>)> secretSource();

    EngineParts m_parts;
    store::Store &m_store;
    GuiRelay m_relay;
    /// What was given to the store answers through the relay, so it ends before the relay does, and after all that asks.
    struct Settling {
        store::Store &store;
        ~Settling() { store.settle(); }
    } m_settling{m_store};
    SecretBroker m_broker;
    StatusBoard m_board;
    HealthWatch m_health;
    TriageRunner m_triage;
    RefusalBook m_refusals;
    StoreTriageDesk m_desk;
    StoreViewDesk m_views;
    StoreCategoryDesk m_categories;
    StoreLeadDesk m_leads;
    SyncServerSearch m_serverSearch;
    WholeFetches m_wholes;
    QList<accounts::Account> m_accounts;
    QHash<AccountId, accounts::Account> m_started; ///< as sync was told last
    QHash<QObject *, std::shared_ptr<accounts::Detector>> m_detections; ///< running, by context
    QHash<QString, accounts::SentPolicy> m_sentPolicies; ///< what checks found, by address

    /// Guards m_news: writer and workers add while the GUI thread takes.
    std::mutex m_newsMutex;
    News m_news;
    QTimer m_newsTimer; ///< runs while the window digests what it was told last

    // Last: they end first, while everything they report to is still there.
    EngineWorker m_worker;
    std::unique_ptr<sync::SyncEngine> m_sync;
    std::unique_ptr<outbox::Outbox> m_outbox;
};

} // namespace inlet::engine
