// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "support/FakeCategoryDesk.h"
#include "support/FakeLeadDesk.h"
#include "support/FakeServerSearch.h"
#include "support/FakeTriageDesk.h"
#include "support/FakeViewDesk.h"

#include <QHash>

namespace inlet::test
{

/// The façade without servers and database: conversations in memory, calls recorded as values.
/// Answers come through the event loop, as from the real one. Tests set the members and the
/// `on...` hooks, and read the records.
class FakeEngine : public engine::Engine
{
    Q_OBJECT

public:
    // Not in the header: each of many test files would build and destroy all these members anew.
    explicit FakeEngine(QObject *parent = nullptr);
    ~FakeEngine() override;

    // What the windows see.
    QList<store::ConversationRow> rows; ///< newest first; every list shows them filtered by `inScope`
    std::function<bool(const store::ConversationRow &, const store::ListQuery &)> inScope
        = [](const store::ConversationRow &, const store::ListQuery &) { return true; };
    QHash<ConversationId, QList<store::MessageItem>> messages;
    QHash<StoredMessageId, store::MessageBody> bodies;
    QHash<ConversationId, store::LeadInfo> leadInfos;
    std::optional<Error> leadProblem; ///< none of them can be read
    QHash<QPair<StoredMessageId, QByteArray>, QByteArray> parts;
    store::Counts countsValue;
    store::ListFacts facts;
    QList<accounts::Account> accountList;
    QHash<AccountId, engine::MailboxStatus> statuses;
    QHash<AccountId, QList<store::StoredFolder>> folderLists;
    QList<store::LedgerRow> outbox;
    QList<engine::Notice> noticeList;
    QStringList dismissed; ///< ids of notices
    engine::Detection detection;
    QList<engine::CheckStep> checkSteps; ///< played by check(); the mailbox is fine if none failed
    QString secretKind = QStringLiteral("keychain");
    QString secretProblem;

    // What the windows did.
    QList<store::TriageAction> actions;
    int undos = 0;
    int leadsFetched = 0;
    int bulkStops = 0;
    QList<StoredMessageId> cancelledFetches;
    QList<store::UndoStep> undoSteps; ///< decisions of the rep, newest last
    QList<store::ListQuery> splitQueries; ///< each fetchSplits()
    QList<UndoId> undoneSteps; ///< as asked; none: the newest
    QList<store::Draft> savedDrafts;
    QList<QPair<store::Draft, std::chrono::seconds>> sent;
    QList<LedgerId> cancelled;
    QList<LedgerId> sentNow;
    QList<LedgerId> retried;
    QList<accounts::Account> checkedAccounts;
    QList<accounts::Account> addedAccounts;
    QList<accounts::Account> updatedAccounts;
    QList<QList<AccountId>> taggedAccounts; ///< each changeTags()
    QList<AccountId> removedAccounts;
    QList<AccountId> checkedNow;
    QList<QPair<QList<AccountId>, bool>> pauses; ///< of reading history
    QList<Secret> checkedPasswords; ///< of each check(), in order
    QList<Secret> addedPasswords;
    QList<Secret> updatedPasswords;
    QStringList detectedAddresses;
    int cancelledDetections = 0;
    int cancelledChecks = 0;
    QList<QPair<QString, Secret>> chosenSecretStores;
    QHash<ConversationId, QString> notes;
    std::function<Result<void>()> onSetNote;
    FakeTriageDesk deskFake;
    FakeViewDesk viewsFake{[this] { tellViews(); }};
    FakeCategoryDesk categoriesFake{[this] { tellCategories(); }};
    FakeLeadDesk leadsFake;
    FakeServerSearch serverSearchFake;

    // Where a test wants other than the default answer.
    std::function<QList<engine::CheckStep>(const accounts::Account &, const Secret &)> onCheck;
    std::function<engine::Detection(const QString &)> onDetect;
    std::function<Result<LedgerId>(const store::Draft &)> onSend;
    std::function<QStringList(const Secret &)> onMailboxesWithPassword;
    std::function<Result<AccountId>(const accounts::Account &)> onAdd;
    std::function<Result<void>(const accounts::Account &)> onUpdate;
    std::function<Result<void>()> onTags;
    std::function<Result<void>(AccountId)> onRemove;
    std::function<Result<DraftId>(LedgerId)> onCancelSend;
    std::function<Result<DraftId>(const store::Draft &)> onSaveDraft;
    std::function<Result<void>(const QString &, const Secret &)> onUseSecretStore;
    std::function<engine::Fleet(const QByteArray &)> onParseFleet;
    bool withholdDetection = false; ///< detect() never answers
    bool withholdChecks = false; ///< check() plays its steps and never ends
    qint64 sizeLimit = 0;
    bool storeFails = false; ///< membership and counts answer with an error
    int failuresTold = 0; ///< answers of membership that were one
    bool withholdRows = false; ///< lists answer, rows do not: skeletons stay
    bool holdRows = false; ///< answers of fetchRows() wait in `heldRows` until a test calls them
    QList<std::function<void()>> heldRows;

    void fetchList(const store::ListQuery &query, QObject *context,
        Answer<engine::ListSnapshot> answer) override;
    void fetchRows(const store::ListQuery &query, const QList<ConversationId> &ids, QObject *context,
        Answer<QList<store::ConversationRow>> answer) override;
    void fetchMembership(const store::ListQuery &query, const QList<ConversationId> &ids,
        QObject *context, Answer<Result<QList<store::ListKey>>> answer) override;
    void fetchCounts(QObject *context, Answer<Result<store::Counts>> answer) override;
    void fetchSplits(const store::ListQuery &query, QObject *context, Answer<Result<store::SplitCounts>> answer) override;
    void fetchListFacts(const store::ListQuery &query, QObject *context, Answer<Result<store::ListFacts>> answer) override;
    void fetchConversation(ConversationId id, QObject *context,
        Answer<engine::ConversationDetail> answer) override;
    void fetchBody(StoredMessageId id, QObject *context, Answer<Result<store::MessageBody>> answer) override;
    void fetchLead(ConversationId id, QObject *context, Answer<Result<store::LeadInfo>> answer) override;
    void fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
        Answer<Result<QByteArray>> answer) override;
    void fetchRaw(StoredMessageId id, QObject *context, Answer<Result<QByteArray>> answer) override;
    void cancelFetch(StoredMessageId id) override { cancelledFetches.append(id); }
    void setNote(ConversationId id, const QString &note, QObject *context, Answer<Result<void>> answer) override;
    void addToNote(ConversationId id, const QString &text, QObject *context, Answer<Result<void>> answer) override;
    void apply(const store::TriageAction &action, quint64 tag) override;
    void undo(UndoId step, const QDateTime &since) override;
    void stopBulk() override { ++bulkStops; }
    [[nodiscard]] engine::TriageDesk &desk() override { return deskFake; }
    [[nodiscard]] engine::ViewDesk &views() override { return viewsFake; }
    [[nodiscard]] engine::CategoryDesk &categories() override { return categoriesFake; }
    [[nodiscard]] engine::LeadDesk &leads() override { return leadsFake; }
    [[nodiscard]] engine::ServerSearch &serverSearch() override { return serverSearchFake; }
    void saveDraft(const store::Draft &draft, QObject *context, Answer<Result<DraftId>> answer) override;
    void removeDraft(DraftId id) override;
    void fetchDrafts(QObject *context, Answer<QList<store::Draft>> answer) override;
    void fetchDraft(DraftId id, QObject *context, Answer<Result<store::Draft>> answer) override;
    void send(const store::Draft &draft, std::chrono::seconds undoWindow, QObject *context,
        Answer<Result<LedgerId>> answer) override;
    void cancelSend(LedgerId id, QObject *context, Answer<Result<DraftId>> answer) override;
    void sendNow(LedgerId id) override { sentNow.append(id); }
    void retrySend(LedgerId id) override { retried.append(id); }
    void fetchOutbox(QObject *context, Answer<QList<store::LedgerRow>> answer) override;
    [[nodiscard]] QList<accounts::Account> accounts() const override { return accountList; }
    [[nodiscard]] engine::MailboxStatus status(AccountId account) const override;
    void detect(const QString &email, QObject *context, Answer<engine::Detection> answer) override;
    void cancelDetection(QObject *) override { ++cancelledDetections; }
    void check(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<engine::CheckStep> step, Answer<bool> done) override;
    void cancelCheck(QObject *) override { ++cancelledChecks; }
    [[nodiscard]] engine::Fleet parseFleet(const QByteArray &text) const override;
    [[nodiscard]] qint64 messageSizeLimit(AccountId) const override { return sizeLimit; }
    void addAccount(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<Result<AccountId>> answer) override;
    void updateAccount(const accounts::Account &before, const accounts::Account &after, const Secret &password, QObject *context,
        Answer<Result<void>> answer) override;
    void changeTags(const QList<AccountId> &ids, const QStringList &added, const QStringList &removed, QObject *context,
        Answer<Result<void>> answer) override;
    void removeAccount(AccountId id, QObject *context, Answer<Result<void>> answer) override;
    void mailboxesWithPassword(const Secret &password, QObject *context, Answer<QStringList> answer) override;
    void folders(AccountId id, QObject *context, Answer<QList<store::StoredFolder>> answer) override;
    void checkNow(AccountId id) override { checkedNow.append(id); }
    void pauseHistory(const QList<AccountId> &ids, bool paused) override;
    void probeSecrets(QObject *context, std::function<void(QString, QString)> answer) override;
    void useSecretStore(const QString &kind, const Secret &passphrase, QObject *context,
        Answer<Result<void>> answer) override;
    [[nodiscard]] QList<engine::Notice> notices() const override { return noticeList; }
    void dismissNotice(const QString &id) override { dismissed.append(id); }

private:
    void tellCategories();
    void tellViews();
    QList<store::ConversationRow> filtered(const store::ListQuery &query) const;
    qint64 m_nextId = 1000;
};

} // namespace inlet::test
