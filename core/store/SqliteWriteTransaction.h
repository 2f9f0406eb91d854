// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Ingest.h"
#include "store/NoteBook.h"
#include "store/ReadSession_p.h"

namespace inlet::store
{

/// One write command inside the writer's transaction. Thread: the writer.
class SqliteWriteTransaction final : public Reads<WriteTransaction>
{
public:
    explicit SqliteWriteTransaction(Connection &db);

    [[nodiscard]] const ChangeSet &changes() const { return m_context.changes; }
    /// A storage error that the command may have overlooked: then nothing of it is kept.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    void keepNotes(const NoteBook::List &list); ///< see NoteBook::keep()
    /// Ends snoozes, and makes reminders due, whose time has come.
    void wakeSnoozed();
    /// Its text is damaged: where a server has the message, it is fetched with the next round.
    void wantBodyAgain(StoredMessageId message);

    Result<AccountId> addAccount(const accounts::Account &account) override;
    Result<void> updateAccount(const accounts::Account &account) override;
    Result<void> removeAccount(AccountId id) override;
    Result<void> renameFolder(FolderId folder, const imap::RemoteFolder &now, bool keepsRole) override;
    Result<QList<StoredFolder>> setFolders(AccountId account, const QList<imap::RemoteFolder> &folders) override;
    Result<void> setFollowed(FolderId folder, bool followed) override;
    Result<void> setFolderState(const StoredFolder &folder) override;

    Result<void> ingest(const QList<IncomingMessage> &messages, TextIndex words) override;
    Result<void> completeBody(StoredMessageId message, const IncomingMessage &whole) override;
    Result<void> keepPart(StoredMessageId message, const QByteArray &part, const QByteArray &content) override;
    Result<void> usePart(StoredMessageId message, const QByteArray &part) override;
    Result<void> setFlags(FolderId folder, const QList<FlagUpdate> &updates) override;
    Result<void> removeUids(FolderId folder, const QList<ImapUid> &uids) override;
    Result<void> resetFolder(FolderId folder, UidValidity uidValidity) override;
    Result<void> relocate(StoredMessageId message, FolderId from, FolderId to, UidValidity uidValidity,
        ImapUid uid, ImapUid was) override;

    Result<UndoId> apply(const TriageAction &action) override;
    Result<UndoStep> undo(std::optional<UndoId> step) override;
    Result<UndoPart> undoPart(std::optional<UndoId> step, int conversations) override;
    Result<void> finishOperation(OperationId id) override;
    Result<void> retryOperation(OperationId id) override;
    Result<void> backOutOperation(OperationId id) override;
    Result<void> setNote(ConversationId conversation, const QString &note) override;
    Result<void> suppress(const QString &addressOrDomain, const QString &reason) override;
    Result<bool> suppress(const Suppression &entry) override;
    Result<qint64> suppress(const QList<Suppression> &entries) override;
    Result<void> unsuppress(const QString &addressOrDomain) override;
    Result<QList<UndoStep>> undoSince(const QDateTime &since) override;
    Result<Category> saveCategory(const OwnCategory &category) override;
    Result<void> orderCategories(const QList<Category> &order) override;
    Result<UndoId> removeCategory(Category category) override;
    Result<RuleId> addRule(const Rule &rule) override;
    Result<void> removeRule(RuleId id) override;
    Result<void> recordRefusal(const BounceFact &refusal) override;
    Result<void> setSendingLimits(const SendingLimits &limits) override;

    Result<DraftId> saveDraft(const Draft &draft) override;
    Result<void> removeDraft(DraftId id) override;
    Result<LedgerId> addLedger(const LedgerRow &row, const QByteArray &bytes) override;
    Result<void> updateLedger(const LedgerRow &row, LedgerState expected) override;
    Result<void> fileOwnMessage(LedgerId id, const mime::ParsedMessage &parsed) override;

    Result<SavedViewId> saveView(const SavedView &view) override;
    Result<void> removeView(SavedViewId id) override;
    Result<void> orderViews(const QList<SavedViewId> &order) override;
    Result<LeadCounts> importLeads(const QList<Lead> &leads) override;
    Result<void> rejectSamePerson(const QString &address, const QString &other) override;

    Result<void> forgetSalvage() override;

private:
    template <typename Work>
    auto change(Work &&work) -> Result<decltype(work())>;

    WriteContext m_context;
    Aggregates m_aggregates;
    std::optional<Error> m_failure;
};

} // namespace inlet::store
