// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/AccountTable.h"
#include "store/Bounces.h"
#include "store/Completion.h"
#include "store/ConversationReader.h"
#include "store/History.h"
#include "store/KindChoices.h"
#include "store/Labels.h"
#include "store/Leads.h"
#include "store/FetchedParts.h"
#include "store/MailReader.h"
#include "store/Operations.h"
#include "store/Outgoing.h"
#include "store/OwnCategories.h"
#include "store/Packing.h"
#include "store/RecipientReader.h"
#include "store/Rules.h"
#include "store/SamePerson.h"
#include "store/SavedViews.h"
#include "store/Store.h"
#include "store/Suppressions.h"
#include "store/TriageTable.h"
#include "store/salvage/ReportRow.h"
#include "store/SearchIndex.h"

#include <atomic>

namespace inlet::store
{

/// The reading half of both sessions: hands on to the readers and turns exceptions into Errors.
/// `cancelled`, if given, ends a superseded read at its next call.
template <typename Base>
class Reads : public Base
{
public:
    explicit Reads(Connection &db, const std::atomic<bool> *cancelled = nullptr) : m_db(db), m_cancelled(cancelled) {}

    Result<QList<accounts::Account>> accounts() override
    {
        return read([&] { return AccountReader(m_db).accounts(); });
    }
    Result<accounts::Account> account(AccountId id) override
    {
        return read([&] { return AccountReader(m_db).account(id); });
    }
    Result<QList<StoredFolder>> folders(AccountId account) override
    {
        return read([&] { return AccountReader(m_db).folders(account); });
    }
    Result<StoredFolder> folder(FolderId id) override
    {
        return read([&] { return AccountReader(m_db).folder(id); });
    }

    Result<QList<ImapUid>> uids(FolderId folder) override
    {
        return read([&] { return MailReader(m_db).uids(folder); });
    }
    Result<QList<FlagUpdate>> flags(FolderId folder, ImapUid first) override
    {
        return read([&] { return MailReader(m_db).flags(folder, first); });
    }
    Result<QByteArray> raw(StoredMessageId message) override
    {
        return noteDamaged(message, read([&] { return MailReader(m_db).raw(message); }));
    }
    Result<QByteArray> part(StoredMessageId message, const QByteArray &part) override
    {
        return noteDamaged(message, read([&] { return FetchedParts(m_db).content(message, part); }));
    }
    Result<LeftPart> leftPart(StoredMessageId message, const QByteArray &part) override
    {
        return noteDamaged(message, read([&] { return FetchedParts(m_db).left(message, part); }));
    }
    Result<QList<MessageLocation>> locations(StoredMessageId message) override
    {
        return read([&] { return MailReader(m_db).locations(message); });
    }
    Result<QList<MessageLocation>> findMessageId(AccountId account, const QString &messageId) override
    {
        return read([&] { return MailReader(m_db).findMessageId(account, messageId); });
    }
    Result<QList<StoredMessageRow>> messages(AccountId account, FolderId folder) override
    {
        return read([&] { return MailReader(m_db).messages(account, folder); });
    }
    Result<QList<MessageLocation>> missingBodies(AccountId account, int limit) override
    {
        return read([&] { return MailReader(m_db).missingBodies(account, limit); });
    }
    Result<qint64> unindexedMessages() override
    {
        return read([&] { return countUnindexed(m_db); });
    }

    Result<QList<ListKey>> keys(const ListQuery &query) override
    {
        return read([&] { return ListReader(m_db).keys(query); });
    }
    Result<QList<ConversationRow>> page(
        const ListQuery &query, const std::optional<ListKey> &after, int limit) override
    {
        return read([&] { return ListReader(m_db).page(query, after, limit); });
    }
    Result<QList<ConversationRow>> rows(const QList<ConversationId> &ids, const ListQuery &query) override
    {
        return read([&] { return ListReader(m_db).rows(ids, query); });
    }
    Result<QList<ListKey>> membership(const QList<ConversationId> &ids, const ListQuery &query) override
    {
        return read([&] { return ListReader(m_db).membership(ids, query); });
    }
    Result<Counts> counts() override
    {
        return read([&] { return ListReader(m_db).counts(); });
    }
    Result<SplitCounts> splits(const ListQuery &query) override
    {
        return read([&] { return ListReader(m_db).splits(query); });
    }
    Result<ListFacts> facts(const ListQuery &query) override
    {
        return read([&] { return ListReader(m_db).facts(query); });
    }
    Result<QList<MessageItem>> messages(ConversationId conversation) override
    {
        return read([&] { return ConversationReader(m_db).messages(conversation); });
    }
    Result<MessageBody> body(StoredMessageId message) override
    {
        return noteDamaged(message, read([&] { return ConversationReader(m_db).body(message); }));
    }
    Result<LeadInfo> lead(ConversationId conversation) override
    {
        return read([&] { return ConversationReader(m_db).lead(conversation); });
    }
    Result<RecipientFacts> recipientFacts(const RecipientQuery &query) override
    {
        return read([&] { return RecipientReader(m_db).facts(query); });
    }
    Result<ConversationId> conversationOf(StoredMessageId message) override
    {
        return read([&] { return ConversationReader(m_db).conversationOf(message); });
    }

    Result<QList<LedgerRow>> ledger(int limit) override
    {
        return read([&] { return OutgoingReader(m_db).ledger(limit); });
    }
    Result<QList<LedgerRow>> outgoing(int recent) override
    {
        return read([&] { return OutgoingReader(m_db).outgoing(recent); });
    }
    Result<QList<LedgerRow>> unfinishedLedger() override
    {
        return read([&] { return OutgoingReader(m_db).unfinishedLedger(); });
    }
    Result<LedgerRow> ledgerRow(LedgerId id) override
    {
        return read([&] { return OutgoingReader(m_db).ledgerRow(id); });
    }
    Result<QByteArray> ledgerBytes(LedgerId id) override
    {
        return read([&] { return OutgoingReader(m_db).ledgerBytes(id); });
    }
    Result<QList<Draft>> drafts() override
    {
        return read([&] { return OutgoingReader(m_db).drafts(); });
    }
    Result<Draft> draft(DraftId id) override
    {
        return read([&] { return OutgoingReader(m_db).draft(id); });
    }
    Result<QList<Operation>> operations(AccountId account, int limit) override
    {
        return read([&] { return OperationReader(m_db).operations(account, limit); });
    }
    Result<qint64> operationCount() override
    {
        return read([&] { return OperationReader(m_db).count(); });
    }
    Result<QList<UndoStep>> undoStack() override
    {
        return read([&] { return readUndoStack(m_db); });
    }
    Result<bool> isSuppressed(const QString &address) override
    {
        return read([&] { return SuppressionReader(m_db).covering(address).has_value(); });
    }
    Result<std::optional<Suppression>> suppressionOf(const QString &address) override
    {
        return read([&] { return SuppressionReader(m_db).covering(address); });
    }
    Result<QList<Suppression>> suppressions() override
    {
        return read([&] { return SuppressionReader(m_db).all(); });
    }
    Result<QList<DecisionRecord>> history(ConversationId conversation, int limit) override
    {
        return read([&] { return HistoryReader(m_db).of(conversation, limit); });
    }
    Result<QList<DecisionRecord>> decisions(const QDateTime &since, int limit) override
    {
        return read([&] { return HistoryReader(m_db).since(since, limit); });
    }
    Result<QList<OwnCategory>> ownCategories() override
    {
        return read([&] { return CategoryReader(m_db).own(); });
    }
    Result<std::optional<Category>> categoryNamed(const QString &name) override
    {
        return read([&] { return CategoryReader(m_db).named(name); });
    }
    Result<QString> categoryName(Category category) override
    {
        return read([&] { return CategoryReader(m_db).nameOf(category); });
    }
    Result<qint64> conversationsIn(Category category) override
    {
        return read([&] { return CategoryReader(m_db).conversationsIn(category); });
    }
    Result<LabelFacts> labels() override
    {
        return read([&] { return LabelReader(m_db).facts(); });
    }
    Result<LabelFacts> countedLabels() override
    {
        return read([&] { return LabelReader(m_db).countedFacts(); });
    }
    Result<QList<Rule>> rules() override
    {
        return read([&] { return RuleReader(m_db).rules(); });
    }
    Result<QList<RulePreview>> proposeRules(ConversationId conversation, Category category) override
    {
        return read([&] { return RuleReader(m_db).propose(conversation, category); });
    }
    Result<RulePreview> previewRule(const Rule &rule) override
    {
        return read([&] { return RuleReader(m_db).preview(rule); });
    }
    Result<QList<KindFacts>> kindFacts(const QList<ConversationId> &conversations, StoredMessageId message) override
    {
        return read([&] { return KindReader(m_db).facts(conversations, message); });
    }
    Result<QList<BounceFact>> bounces(const QString &recipient) override
    {
        return read([&] { return BounceReader(m_db).of(recipient); });
    }
    Result<QList<BounceCause>> bounceCauses(const QDateTime &since) override
    {
        return read([&] { return BounceReader(m_db).causes(since); });
    }
    Result<QList<BounceFact>> bouncesOf(triage::BounceType type, const QString &reason, const QDateTime &since) override
    {
        return read([&] { return BounceReader(m_db).ofCause(type, reason, since); });
    }
    Result<QList<SendingHealth>> sendingHealth(const QDateTime &since) override
    {
        return read([&] { return BounceReader(m_db).health(since); });
    }
    Result<QList<SendingHealth>> sendingHealthNow() override
    {
        return read([&] { return BounceReader(m_db).healthNow(); });
    }
    Result<SendingLimits> sendingLimits() override
    {
        return read([&] { return BounceReader(m_db).limits(); });
    }
    Result<QString> reasonToHold(const LedgerRow &row) override
    {
        return read([&] { return BounceReader(m_db).reasonToHold(row); });
    }
    Result<QList<SearchCompletion>> completeSearch(const QString &typed, int limit) override
    {
        return read([&] { return Completion(m_db).of(typed, limit); });
    }

    Result<QList<SavedView>> savedViews() override
    {
        return read([&] { return ViewReader(m_db).all(); });
    }
    Result<Lead> listedLead(const QString &address) override
    {
        return read([&] { return LeadReader(m_db).of(address); });
    }
    Result<QSet<QString>> listedAmong(const QStringList &addresses) override
    {
        return read([&] { return LeadReader(m_db).known(addresses); });
    }
    Result<QList<SamePersonHint>> samePerson(ConversationId conversation) override
    {
        return read([&] { return SamePersonReader(m_db).hints(conversation); });
    }

    Result<std::optional<SalvageReport>> salvageReport() override
    {
        return read([&] { return readSalvageReport(m_db); });
    }

    /// A read met a page that makes no sense.
    [[nodiscard]] bool sawDamage() const { return m_sawDamage; }
    /// Whose content cannot be unpacked.
    [[nodiscard]] const QList<StoredMessageId> &damagedMessages() const { return m_damagedMessages; }

protected:
    Connection &m_db;

private:
    template <typename Work>
    auto read(Work &&work) -> Result<decltype(work())>
    {
        if (m_cancelled && m_cancelled->load())
            return Error{ErrorKind::Cancelled, QStringLiteral("a newer request took its place"), {}, {}};
        auto result = guarded(m_db.handle(), std::forward<Work>(work));
        if (!result && result.error().cause == kCorrupt)
            m_sawDamage = true;
        return result;
    }

    template <typename T>
    Result<T> noteDamaged(StoredMessageId message, Result<T> result)
    {
        if (!result && result.error().cause == kMessageDamaged)
            m_damagedMessages.append(message);
        return result;
    }

    const std::atomic<bool> *m_cancelled;
    bool m_sawDamage = false;
    QList<StoredMessageId> m_damagedMessages;
};

} // namespace inlet::store
