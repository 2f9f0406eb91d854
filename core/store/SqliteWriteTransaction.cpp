// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SqliteWriteTransaction.h"

#include "base/Log.h"
#include "store/Decisions.h"
#include "store/FetchedParts.h"
#include "store/FlagUpdates.h"
#include "store/Places.h"
#include "store/SavedViews.h"
#include "store/Suppressions.h"

namespace inlet::store
{

SqliteWriteTransaction::SqliteWriteTransaction(Connection &db)
    : Reads<WriteTransaction>(db), m_context{db, {}, nowMs(), {}, {}}, m_aggregates(m_context)
{
}

/// Every change leaves the derived columns true, so that reads later in the same command see them.
template <typename Work>
auto SqliteWriteTransaction::change(Work &&work) -> Result<decltype(work())>
{
    auto result = guarded(m_db.handle(), [&] {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            m_aggregates.flush();
        } else {
            auto value = work();
            m_aggregates.flush();
            return value;
        }
    });
    // NotFound and Conflict are answers, found before anything was changed; all else is damage.
    if (!result && result.error().kind != ErrorKind::NotFound && result.error().kind != ErrorKind::Conflict
        && result.error().kind != ErrorKind::Config && !m_failure)
        m_failure = result.error();
    return result;
}

void SqliteWriteTransaction::wantBodyAgain(StoredMessageId message)
{
    const Result<void> done = change([&] {
        m_db.change("UPDATE messages SET has_body = 0 WHERE id = ?1 AND has_body > 0 "
                    "AND EXISTS (SELECT 1 FROM locations WHERE message = ?1 AND uid IS NOT NULL)",
            message);
        if (m_db.changes() > 0)
            m_context.changes.conversations.insert(
                ConversationId(m_db.number("SELECT conversation FROM messages WHERE id = ?", 0, message)));
    });
    if (!done)
        qCWarning(lcStore) << "a damaged message is not fetched again:" << done.error().detail;
}

void SqliteWriteTransaction::keepNotes(const NoteBook::List &list)
{
    const Result<void> done = change([&] { NoteBook::keep(m_db, list); });
    Q_UNUSED(done) // failure() tells
}

void SqliteWriteTransaction::wakeSnoozed()
{
    const Result<void> done = change([&] {
        QList<ConversationId> due;
        Query q = m_db.query("SELECT id FROM conversations WHERE snoozed_until > 0 AND snoozed_until <= ?1 "
                             "UNION SELECT id FROM conversations WHERE remind_at > 0 AND remind_at <= ?1");
        q.bind(m_context.now);
        while (q.next())
            due.append(q.id<ConversationId>(0));
        for (const ConversationId conversation : std::as_const(due)) {
            m_db.change("UPDATE conversations SET snoozed_until = 0, snoozed_at = 0 "
                        "WHERE id = ? AND snoozed_until > 0 AND snoozed_until <= ?",
                conversation, m_context.now);
            m_db.change("UPDATE conversations SET remind_at = 0, reminded_at = ?2 "
                        "WHERE id = ?1 AND remind_at > 0 AND remind_at <= ?2",
                conversation, m_context.now);
            m_aggregates.touch(conversation);
        }
    });
    Q_UNUSED(done) // failure() tells
}

Result<AccountId> SqliteWriteTransaction::addAccount(const accounts::Account &account)
{
    return change([&] { return AccountTable(m_context, m_aggregates).add(account); });
}

Result<void> SqliteWriteTransaction::updateAccount(const accounts::Account &account)
{
    return change([&] { AccountTable(m_context, m_aggregates).update(account); });
}

Result<void> SqliteWriteTransaction::removeAccount(AccountId id)
{
    return change([&] { AccountTable(m_context, m_aggregates).remove(id); });
}

Result<QList<StoredFolder>> SqliteWriteTransaction::setFolders(
    AccountId account, const QList<imap::RemoteFolder> &folders)
{
    return change([&] { return AccountTable(m_context, m_aggregates).setFolders(account, folders); });
}

Result<void> SqliteWriteTransaction::renameFolder(FolderId folder, const imap::RemoteFolder &now, bool keepsRole)
{
    return change([&] { AccountTable(m_context, m_aggregates).renameFolder(folder, now, keepsRole); });
}

Result<void> SqliteWriteTransaction::setFollowed(FolderId folder, bool followed)
{
    return change([&] { AccountTable(m_context, m_aggregates).setFollowed(folder, followed); });
}

Result<void> SqliteWriteTransaction::setFolderState(const StoredFolder &folder)
{
    return change([&] { AccountTable(m_context, m_aggregates).setFolderState(folder); });
}

Result<void> SqliteWriteTransaction::ingest(const QList<IncomingMessage> &messages, TextIndex words)
{
    return change([&] {
        Ingest ingest(m_context, m_aggregates, words);
        for (const IncomingMessage &message : messages)
            ingest.add(message);
    });
}

Result<void> SqliteWriteTransaction::completeBody(StoredMessageId message, const IncomingMessage &whole)
{
    return change([&] { Ingest(m_context, m_aggregates).completeBody(message, whole); });
}

Result<void> SqliteWriteTransaction::keepPart(StoredMessageId message, const QByteArray &part, const QByteArray &content)
{
    return change([&] {
        FetchedParts(m_db).keep(message, part, content, m_context.now);
        m_context.changes.conversations.insert(
            ConversationId(m_db.number("SELECT conversation FROM messages WHERE id = ?", 0, message)));
    });
}

Result<void> SqliteWriteTransaction::usePart(StoredMessageId message, const QByteArray &part)
{
    return change([&] { FetchedParts(m_db).use(message, part, m_context.now); });
}

Result<void> SqliteWriteTransaction::setFlags(FolderId folder, const QList<FlagUpdate> &updates)
{
    return change([&] {
        for (const FlagUpdate &update : updates)
            updateFlags(m_context, m_aggregates, folder, update);
    });
}

Result<void> SqliteWriteTransaction::removeUids(FolderId folder, const QList<ImapUid> &uids)
{
    return change([&] { Places(m_context, m_aggregates).removeUids(folder, uids); });
}

Result<void> SqliteWriteTransaction::resetFolder(FolderId folder, UidValidity uidValidity)
{
    return change([&] { Places(m_context, m_aggregates).resetFolder(folder, uidValidity); });
}

Result<void> SqliteWriteTransaction::relocate(
    StoredMessageId message, FolderId from, FolderId to, UidValidity uidValidity, ImapUid uid, ImapUid was)
{
    return change([&] { Places(m_context, m_aggregates).relocate(message, from, to, uidValidity, uid, was); });
}

Result<UndoId> SqliteWriteTransaction::apply(const TriageAction &action)
{
    return change([&] { return TriageTable(m_context, m_aggregates).apply(action); });
}

Result<UndoPart> SqliteWriteTransaction::undoPart(std::optional<UndoId> step, int conversations)
{
    return change([&] { return TriageTable(m_context, m_aggregates).undoPart(step, conversations); });
}

Result<UndoStep> SqliteWriteTransaction::undo(std::optional<UndoId> step)
{
    return change([&] { return TriageTable(m_context, m_aggregates).undo(step); });
}

Result<void> SqliteWriteTransaction::finishOperation(OperationId id)
{
    return change([&] { OperationTable(m_context, m_aggregates).finish(id); });
}

Result<void> SqliteWriteTransaction::retryOperation(OperationId id)
{
    return change([&] { OperationTable(m_context, m_aggregates).retry(id); });
}

Result<void> SqliteWriteTransaction::backOutOperation(OperationId id)
{
    return change([&] { OperationTable(m_context, m_aggregates).backOut(id); });
}

Result<void> SqliteWriteTransaction::setNote(ConversationId conversation, const QString &note)
{
    return change([&] { TriageTable(m_context, m_aggregates).setNote(conversation, note); });
}

Result<void> SqliteWriteTransaction::suppress(const QString &addressOrDomain, const QString &reason)
{
    return change([&] { SuppressionTable(m_context).add({addressOrDomain, reason, SuppressionSource::Rep, {}, {}}); });
}

Result<bool> SqliteWriteTransaction::suppress(const Suppression &entry)
{
    return change([&] { return SuppressionTable(m_context).add(entry); });
}

Result<void> SqliteWriteTransaction::setSendingLimits(const SendingLimits &limits)
{
    return change([&] { BounceTable(m_context).setLimits(limits); });
}

Result<qint64> SqliteWriteTransaction::suppress(const QList<Suppression> &entries)
{
    return change([&] { return SuppressionTable(m_context).add(entries); });
}

Result<void> SqliteWriteTransaction::unsuppress(const QString &addressOrDomain)
{
    return change([&] { SuppressionTable(m_context).remove(addressOrDomain); });
}

Result<QList<UndoStep>> SqliteWriteTransaction::undoSince(const QDateTime &since)
{
    return change([&] { return TriageTable(m_context, m_aggregates).undoSince(since); });
}

Result<RuleId> SqliteWriteTransaction::addRule(const Rule &rule)
{
    return change([&] { return TriageTable(m_context, m_aggregates).addRule(rule); });
}

Result<Category> SqliteWriteTransaction::saveCategory(const OwnCategory &category)
{
    return change([&] { return CategoryTable(m_context).save(category); });
}

Result<void> SqliteWriteTransaction::orderCategories(const QList<Category> &order)
{
    return change([&] { CategoryTable(m_context).order(order); });
}

Result<UndoId> SqliteWriteTransaction::removeCategory(Category category)
{
    return change([&] { return TriageTable(m_context, m_aggregates).removeCategory(category); });
}

Result<void> SqliteWriteTransaction::removeRule(RuleId id)
{
    return change([&] { RuleTable(m_context, m_aggregates).remove(id); });
}

Result<void> SqliteWriteTransaction::recordRefusal(const BounceFact &refusal)
{
    return change([&] { BounceTable(m_context).refused(refusal); });
}

Result<DraftId> SqliteWriteTransaction::saveDraft(const Draft &draft)
{
    return change([&] { return OutgoingTable(m_context, m_aggregates).saveDraft(draft); });
}

Result<void> SqliteWriteTransaction::removeDraft(DraftId id)
{
    return change([&] { OutgoingTable(m_context, m_aggregates).removeDraft(id); });
}

Result<LedgerId> SqliteWriteTransaction::addLedger(const LedgerRow &row, const QByteArray &bytes)
{
    return change([&] { return OutgoingTable(m_context, m_aggregates).addLedger(row, bytes); });
}

Result<void> SqliteWriteTransaction::updateLedger(const LedgerRow &row, LedgerState expected)
{
    return change([&] {
        OutgoingTable(m_context, m_aggregates).updateLedger(row, expected);
        if (row.state == LedgerState::Cancelled)
            Ingest(m_context, m_aggregates).dropOwn(row.id);
    });
}

Result<void> SqliteWriteTransaction::fileOwnMessage(LedgerId id, const mime::ParsedMessage &parsed)
{
    return change([&] {
        OutgoingReader reader(m_db);
        const LedgerRow row = reader.ledgerRow(id);
        const ConversationId conversation
            = Ingest(m_context, m_aggregates).fileOwn(row, reader.ledgerBytes(id), parsed);
        OutgoingTable(m_context, m_aggregates).setConversation(id, conversation);
    });
}

Result<SavedViewId> SqliteWriteTransaction::saveView(const SavedView &view)
{
    return change([&] { return ViewTable(m_context).save(view); });
}

Result<void> SqliteWriteTransaction::removeView(SavedViewId id)
{
    return change([&] { ViewTable(m_context).remove(id); });
}

Result<void> SqliteWriteTransaction::orderViews(const QList<SavedViewId> &order)
{
    return change([&] { ViewTable(m_context).order(order); });
}

Result<LeadCounts> SqliteWriteTransaction::importLeads(const QList<Lead> &leads)
{
    return change([&] {
        LeadCounts counts;
        LeadTable table(m_context, m_aggregates);
        for (const Lead &lead : leads)
            table.import(lead, counts);
        return counts;
    });
}

Result<void> SqliteWriteTransaction::rejectSamePerson(const QString &address, const QString &other)
{
    return change([&] { SamePersonTable(m_context).reject(address, other); });
}

Result<void> SqliteWriteTransaction::forgetSalvage()
{
    return change([&] { removeSalvageReport(m_db); });
}

} // namespace inlet::store
