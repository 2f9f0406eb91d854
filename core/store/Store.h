// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "store/values/Bounces.h"
#include "store/values/Completion.h"
#include "store/values/Conversation.h"
#include "store/values/History.h"
#include "store/values/Kinds.h"
#include "store/values/Label.h"
#include "store/values/Lead.h"
#include "store/values/Ledger.h"
#include "store/values/ListFacts.h"
#include "store/values/Mail.h"
#include "store/values/OwnCategory.h"
#include "store/values/Recipients.h"
#include "store/values/Rule.h"
#include "store/values/Salvage.h"
#include "store/values/SavedView.h"
#include "store/values/Suppression.h"
#include "store/values/Triage.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace inlet::store
{

/// Mailboxes. Part of a ReadSession.
class AccountReads
{
public:
    virtual ~AccountReads() = default;
    virtual Result<QList<accounts::Account>> accounts() = 0; ///< in the order of adding
    virtual Result<accounts::Account> account(AccountId id) = 0;
    virtual Result<QList<StoredFolder>> folders(AccountId account) = 0;
    virtual Result<StoredFolder> folder(FolderId id) = 0;
};

/// Messages as sync and the command line need them. Part of a ReadSession.
class MailReads
{
public:
    virtual ~MailReads() = default;
    /// UIDs stored for the folder's present UIDVALIDITY, ascending.
    virtual Result<QList<ImapUid>> uids(FolderId folder) = 0;
    /// Flags of stored messages with uid >= first, ascending.
    virtual Result<QList<FlagUpdate>> flags(FolderId folder, ImapUid first) = 0;
    virtual Result<QByteArray> raw(StoredMessageId message) = 0; ///< NotFound if not all of it is here
    /// Decoded content of a part. NotFound with the cause kOnServer: it has to be fetched.
    virtual Result<QByteArray> part(StoredMessageId message, const QByteArray &part) = 0;
    /// An attachment that has to be fetched alone. NotFound: it is here, or the message has to come as a whole.
    virtual Result<LeftPart> leftPart(StoredMessageId message, const QByteArray &part) = 0;
    virtual Result<QList<MessageLocation>> locations(StoredMessageId message) = 0;
    /// Stored messages with that Message-ID header, in any folder of the account.
    virtual Result<QList<MessageLocation>> findMessageId(AccountId account, const QString &messageId) = 0;
    virtual Result<QList<StoredMessageRow>> messages(AccountId account, FolderId folder) = 0;
    /// Header-only messages of the account that wait for their body, newest first.
    virtual Result<QList<MessageLocation>> missingBodies(AccountId account, int limit) = 0;
    /// Messages whose words search does not find yet (TextIndex::Later).
    virtual Result<qint64> unindexedMessages() = 0;
};

/// What the window shows. Part of a ReadSession.
class ConversationReads
{
public:
    virtual ~ConversationReads() = default;
    /// All keys of the list, newest first (16 octets a row: also a million rows fit).
    virtual Result<QList<ListKey>> keys(const ListQuery &query) = 0;
    /// The first rows of the list, for an instant first screen. `after`: paging by key.
    virtual Result<QList<ConversationRow>> page(const ListQuery &query, const std::optional<ListKey> &after,
        int limit) = 0;
    /// Rows by id in the order asked; ids that are gone are absent.
    virtual Result<QList<ConversationRow>> rows(const QList<ConversationId> &ids, const ListQuery &query) = 0;
    /// Which of `ids` are in the list now, with their keys: the same WHERE clause as keys().
    virtual Result<QList<ListKey>> membership(const QList<ConversationId> &ids, const ListQuery &query) = 0;
    virtual Result<Counts> counts() = 0;
    virtual Result<SplitCounts> splits(const ListQuery &query) = 0;
    virtual Result<ListFacts> facts(const ListQuery &query) = 0;
    virtual Result<QList<MessageItem>> messages(ConversationId conversation) = 0; ///< oldest first
    virtual Result<MessageBody> body(StoredMessageId message) = 0; ///< NotFound if header only
    virtual Result<LeadInfo> lead(ConversationId conversation) = 0;
    virtual Result<RecipientFacts> recipientFacts(const RecipientQuery &query) = 0;
    virtual Result<ConversationId> conversationOf(StoredMessageId message) = 0;
};

/// The ledger, drafts and queued operations. Part of a ReadSession.
class OutgoingReads
{
public:
    virtual ~OutgoingReads() = default;
    virtual Result<QList<LedgerRow>> ledger(int limit) = 0; ///< newest first
    /// The newest `recent` and whatever waits, is on its way or needs a decision; newest first.
    virtual Result<QList<LedgerRow>> outgoing(int recent) = 0;
    virtual Result<QList<LedgerRow>> unfinishedLedger() = 0; ///< undo, queued, sending, accepted, unknown
    virtual Result<LedgerRow> ledgerRow(LedgerId id) = 0;
    virtual Result<QByteArray> ledgerBytes(LedgerId id) = 0;
    virtual Result<QList<Draft>> drafts() = 0; ///< newest first, without file contents
    virtual Result<Draft> draft(DraftId id) = 0;
    virtual Result<QList<Operation>> operations(AccountId account, int limit) = 0; ///< oldest first
    virtual Result<qint64> operationCount() = 0;
    virtual Result<QList<UndoStep>> undoStack() = 0; ///< newest first, at most 100
};

/// Decisions and what follows from them. Part of a ReadSession.
class TriageReads
{
public:
    virtual ~TriageReads() = default;
    virtual Result<bool> isSuppressed(const QString &address) = 0;
    /// The entry that forbids that address (its own, or that of a domain at or above it).
    virtual Result<std::optional<Suppression>> suppressionOf(const QString &address) = 0;
    virtual Result<QList<Suppression>> suppressions() = 0; ///< by pattern
    /// What was decided about the conversation, newest first.
    virtual Result<QList<DecisionRecord>> history(ConversationId conversation, int limit) = 0;
    /// Of all conversations, newest first.
    virtual Result<QList<DecisionRecord>> decisions(const QDateTime &since, int limit) = 0;
    virtual Result<QList<OwnCategory>> ownCategories() = 0; ///< in their order
    /// A category by its name, a built-in one or the rep's own; blanks, signs and case do not count.
    virtual Result<std::optional<Category>> categoryNamed(const QString &name) = 0;
    virtual Result<QString> categoryName(Category category) = 0; ///< empty: it is gone
    virtual Result<qint64> conversationsIn(Category category) = 0; ///< whatever list they are in
    /// All labels that any mail has, and on Gmail also those that none has.
    virtual Result<LabelFacts> labels() = 0;
    virtual Result<LabelFacts> countedLabels() = 0; ///< with their conversations: reads all places that have a label
    virtual Result<QList<Rule>> rules() = 0; ///< newest first: the order in which they are asked
    /// Rules that would have made `category` of the conversation's newest mail of theirs, narrowest
    /// first, each with what it would change. For "wrong: fix for all like this".
    virtual Result<QList<RulePreview>> proposeRules(ConversationId conversation, Category category) = 0;
    virtual Result<RulePreview> previewRule(const Rule &rule) = 0;
    /// Of the newest mail of theirs of each, or of `message` alone. Conversations without one are left out.
    virtual Result<QList<KindFacts>> kindFacts(const QList<ConversationId> &conversations, StoredMessageId message = {}) = 0;
    virtual Result<QList<BounceFact>> bounces(const QString &recipient) = 0; ///< newest first
    /// Bounces since then by cause, most frequent first.
    virtual Result<QList<BounceCause>> bounceCauses(const QDateTime &since) = 0;
    /// All bounces that bounceCauses() counts as this one, newest first.
    virtual Result<QList<BounceFact>> bouncesOf(triage::BounceType type, const QString &reason, const QDateTime &since) = 0;
    /// A row a mailbox and a row a sending domain, worst first.
    virtual Result<QList<SendingHealth>> sendingHealth(const QDateTime &since) = 0;
    /// Of the last day, or of the last week where a day says too little.
    virtual Result<QList<SendingHealth>> sendingHealthNow() = 0;
    virtual Result<SendingLimits> sendingLimits() = 0;
    /// Why a message must not leave now: too much of what its mailbox or its domain sends comes back, and it is to
    /// nobody who ever wrote to us. Empty: it may.
    virtual Result<QString> reasonToHold(const LedgerRow &row) = 0;
    /// Ways to finish the last piece of what stands in the search box, most useful first.
    virtual Result<QList<SearchCompletion>> completeSearch(const QString &typed, int limit) = 0;
};

/// Lists that the rep kept. Part of a ReadSession.
class ViewReads
{
public:
    virtual ~ViewReads() = default;
    virtual Result<QList<SavedView>> savedViews() = 0; ///< in their order
};

/// What imported lists say about people, and who may be whom. Part of a ReadSession.
class LeadReads
{
public:
    virtual ~LeadReads() = default;
    virtual Result<Lead> listedLead(const QString &address) = 0; ///< empty: in no list
    virtual Result<QSet<QString>> listedAmong(const QStringList &addresses) = 0; ///< lower-case
    /// Addresses that may be the same person as that of the conversation, surest first; none that was rejected.
    virtual Result<QList<SamePersonHint>> samePerson(ConversationId conversation) = 0;
};

/// The database itself. Part of a ReadSession.
class DatabaseReads
{
public:
    virtual ~DatabaseReads() = default;
    /// What happened when a damaged database was replaced, until forgetSalvage().
    virtual Result<std::optional<SalvageReport>> salvageReport() = 0;
};

/// A consistent snapshot. Thread: the one that runs the read callback.
class ReadSession : public AccountReads, public MailReads, public ConversationReads, public OutgoingReads,
                    public TriageReads, public ViewReads, public LeadReads, public DatabaseReads
{
public:
    using ConversationReads::messages;
    using MailReads::messages;
};

class AccountWrites
{
public:
    virtual ~AccountWrites() = default;
    virtual Result<AccountId> addAccount(const accounts::Account &account) = 0; ///< Conflict: same email
    virtual Result<void> updateAccount(const accounts::Account &account) = 0;
    /// Removes the mailbox and its mail; decisions, ledger and suppression stay.
    virtual Result<void> removeAccount(AccountId id) = 0;
    /// Makes the list of folders equal to the server's, with the roles that the rep chose instead of
    /// the server's; answers all of the account's folders.
    virtual Result<QList<StoredFolder>> setFolders(AccountId account, const QList<imap::RemoteFolder> &folders) = 0;
    /// Another program renamed it: what is stored stays, its places are unknown as after resetFolder(). `keepsRole`: no
    /// other folder has its role now; it keeps it as if the rep had chosen so. Else it goes on being followed without one.
    virtual Result<void> renameFolder(FolderId folder, const imap::RemoteFolder &now, bool keepsRole) = 0;
    virtual Result<void> setFollowed(FolderId folder, bool followed) = 0;
    /// After a round: uidNext, highestModSeq, exists, keepsKeywords, keptKeywords, historyDone.
    virtual Result<void> setFolderState(const StoredFolder &folder) = 0;
};

class MailWrites
{
public:
    virtual ~MailWrites() = default;
    /// Inserts, or adds a location to a message already stored (same account and Message-ID, or the
    /// same octets). Joins conversations, indexes the text, raises change events. Idempotent.
    virtual Result<void> ingest(const QList<IncomingMessage> &messages, TextIndex words = TextIndex::Now) = 0;
    /// More of a message of which less is here: all of it, or a skeleton for a header.
    virtual Result<void> completeBody(StoredMessageId message, const IncomingMessage &whole) = 0;
    /// The decoded content of an attachment of a skeleton; those not used for longest make room.
    virtual Result<void> keepPart(StoredMessageId message, const QByteArray &part, const QByteArray &content) = 0;
    virtual Result<void> usePart(StoredMessageId message, const QByteArray &part) = 0; ///< somebody wanted it
    /// The server's flags. A flag that a queued operation is about to change keeps our value.
    virtual Result<void> setFlags(FolderId folder, const QList<FlagUpdate> &updates) = 0;
    /// The server no longer has them. A message without any location left disappears from the lists.
    virtual Result<void> removeUids(FolderId folder, const QList<ImapUid> &uids) = 0;
    /// UIDVALIDITY changed: all locations of the folder become unknown; ingest() re-maps them by
    /// Message-ID, size and date, and triage state is kept. Operations on them wait or are re-mapped.
    virtual Result<void> resetFolder(FolderId folder, UidValidity uidValidity) = 0;
    /// After MOVE: the location gets its new place (uid 0: unknown until the next round). `was`: its number in `from`, where
    /// the message may lie there twice.
    virtual Result<void> relocate(StoredMessageId message, FolderId from, FolderId to, UidValidity uidValidity,
        ImapUid uid, ImapUid was = {}) = 0;
};

class TriageWrites
{
public:
    virtual ~TriageWrites() = default;
    /// Changes the rows at once, records undo and the decision event, queues the operations.
    virtual Result<UndoId> apply(const TriageAction &action) = 0;
    /// Takes the newest (or that) step back: restores rows, drops operations that have not run,
    /// queues counter-operations for those that have.
    virtual Result<UndoStep> undo(std::optional<UndoId> step) = 0;
    /// Takes back at most that many conversations of the step; what is left of it stays on the stack under its id.
    virtual Result<UndoPart> undoPart(std::optional<UndoId> step, int conversations) = 0;
    virtual Result<void> finishOperation(OperationId id) = 0;
    virtual Result<void> retryOperation(OperationId id) = 0; ///< attempts + 1
    /// The server refused for good: the local change is taken back.
    virtual Result<void> backOutOperation(OperationId id) = 0;
    virtual Result<void> setNote(ConversationId conversation, const QString &note) = 0;
    virtual Result<void> suppress(const QString &addressOrDomain, const QString &reason) = 0;
    /// False: it was there before. Errors: Config where `pattern` is neither address nor domain.
    virtual Result<bool> suppress(const Suppression &entry) = 0;
    /// Many at once: what waits to leave is looked through once. Answers how many are new. Errors: as of one.
    virtual Result<qint64> suppress(const QList<Suppression> &entries) = 0;
    virtual Result<void> unsuppress(const QString &addressOrDomain) = 0;
    /// Takes back every step since then, newest first; answers them.
    virtual Result<QList<UndoStep>> undoSince(const QDateTime &since) = 0;
    /// Stores the rule and applies it to the stored mail; one step of the undo stack. A rule of the
    /// same field and pattern is replaced. Errors: Config where the pattern is empty.
    virtual Result<RuleId> addRule(const Rule &rule) = 0;
    virtual Result<void> removeRule(RuleId id) = 0; ///< what it sorted is sorted anew
    /// A new one, or another name, colour or key. Errors: Config with words for the user, NotFound.
    virtual Result<Category> saveCategory(const OwnCategory &category) = 0;
    /// Those that `order` does not name stand behind those that it does.
    virtual Result<void> orderCategories(const QList<Category> &order) = 0;
    /// One of the rep's own; its conversations become Unsorted. One step of the undo stack. Errors: Config with words
    /// where a rule or a saved view needs it, NotFound.
    virtual Result<UndoId> removeCategory(Category category) = 0;
    /// A recipient refused while sending: counts like a report. Type None: judged here by `diagnostic`,
    /// the server's words.
    virtual Result<void> recordRefusal(const BounceFact &refusal) = 0;
    virtual Result<void> setSendingLimits(const SendingLimits &limits) = 0;
};

class OutgoingWrites
{
public:
    virtual ~OutgoingWrites() = default;
    virtual Result<DraftId> saveDraft(const Draft &draft) = 0; ///< id 0: new
    virtual Result<void> removeDraft(DraftId id) = 0;
    /// Ledger row and final bytes together. Conflict: that Message-ID is already there.
    virtual Result<LedgerId> addLedger(const LedgerRow &row, const QByteArray &bytes) = 0;
    /// Changes state, dueAt, attempts, serverReply, note, appended. Conflict: the row is not in
    /// `expected` any more (somebody cancelled it, or another worker took it). A cancelled message
    /// leaves its conversation with it, as far as no server has it.
    virtual Result<void> updateLedger(const LedgerRow &row, LedgerState expected) = 0;
    /// Shows a message of ours in its conversation before the server's Sent copy is read.
    virtual Result<void> fileOwnMessage(LedgerId id, const mime::ParsedMessage &parsed) = 0;
};

class ViewWrites
{
public:
    virtual ~ViewWrites() = default;
    /// Id none: a new one, at the end. A number that another view has is taken from it; that one gets the number
    /// which this view had. Errors: Config with words for the user (no name, the name is taken, too many),
    /// NotFound.
    virtual Result<SavedViewId> saveView(const SavedView &view) = 0;
    virtual Result<void> removeView(SavedViewId id) = 0;
    /// Views that `order` does not name stand behind those that it does.
    virtual Result<void> orderViews(const QList<SavedViewId> &order) = 0;
};

class LeadWrites
{
public:
    virtual ~LeadWrites() = default;
    /// Adds or updates by address, never twice; each becomes a prospect unless the rep decided otherwise.
    /// An import of many comes in pieces, so that other writes have their turn.
    virtual Result<LeadCounts> importLeads(const QList<Lead> &leads) = 0;
    /// They are two people: samePerson() does not name them together any more.
    virtual Result<void> rejectSamePerson(const QString &address, const QString &other) = 0;
};

class DatabaseWrites
{
public:
    virtual ~DatabaseWrites() = default;
    /// The rep has read the report.
    virtual Result<void> forgetSalvage() = 0;
};

/// One BEGIN IMMEDIATE ... COMMIT. Rolled back when the work returns an Error.
/// Thread: the writer.
class WriteTransaction : public ReadSession, public AccountWrites, public MailWrites, public TriageWrites,
                         public OutgoingWrites, public ViewWrites, public LeadWrites, public DatabaseWrites
{
};

/// Packs and hashes what ingest() would have to: on the thread that parsed the message, so that the
/// one writer does not. `raw` and `parsed` must not change afterwards. Thread: any.
void prepare(IncomingMessage &message);

/// Bulk writes wait for all others and may share long transactions.
enum class Urgency { Normal, Bulk };

/// The local database: a cache of the servers plus our own decisions.
/// One writer thread owns the only write connection; two reader threads and pooled read-only
/// connections for workers. WAL; a killed process loses nothing that was answered with success.
/// Errors: Storage (causes "disk-full", "database-busy", "database-corrupt", "database-newer", "disk-error",
///         "message-damaged"), NotFound, Conflict. A Storage error's detail is for the user: what is wrong and what to do.
class Store
{
public:
    using Write = std::function<Result<void>(WriteTransaction &)>;
    using Read = std::function<void(ReadSession &)>;
    using Done = std::function<void(const Result<void> &)>;
    using Observer = std::function<void(const ChangeSet &)>;

    virtual ~Store() = default;

    /// Queues; several commands may share one commit under load, each with its own savepoint.
    /// Order is kept among writes of the same urgency. `done` runs on the writer thread after the
    /// commit. Thread: any.
    virtual void write(const char *name, Write work, Done done = {}, Urgency urgency = Urgency::Normal) = 0;
    /// As write(), and waits. Never on the GUI thread or the writer.
    virtual Result<void> writeAndWait(const char *name, Write work) = 0;
    /// Runs on a reader thread. With a non-empty `slot` a newer read of the same slot supersedes one
    /// that waits and interrupts one that runs (latest request wins). Thread: any.
    virtual void read(const QByteArray &slot, Read work) = 0;
    /// Runs on the calling thread with a pooled connection; not at all where none can be opened, so
    /// `work` fills what was an error before. Not on the GUI thread.
    virtual void readHere(const Read &work) = 0;
    /// For who ends before the store does: when it returns, nothing that was given to write() or read() runs or will run any
    /// more. Writes are carried out; reads that wait are dropped, those that run are interrupted. Not on the store's threads.
    virtual void settle() = 0;
    /// Called on the writer thread after each commit that changed something. Set before use.
    virtual void observe(Observer observer) = 0;
    [[nodiscard]] virtual qint64 databaseBytes() const = 0;
};

/// What happens to a damaged database.
enum class OnDamage {
    Refuse, ///< "database-corrupt"
    /// It is set aside, and a new one takes its place with all that no server has (ChangeSet::everything,
    /// ReadSession::salvageReport()); at the start and, when damage shows later, while running. Only for
    /// who is alone with the profile.
    Rebuild,
};

/// Opens or creates `dir`/inlet.db (0600). Errors: Storage ("database-newer", "database-corrupt", "database-busy",
/// "disk-full"), Conflict ("profile-in-use" is checked by the app, not here).
Result<std::unique_ptr<Store>> openStore(const QString &dir, OnDamage onDamage = OnDamage::Refuse);

/// Opens the database only to read it, beside whoever writes: nothing is made, migrated or cleaned up, and every write is
/// refused (Conflict). Errors: Storage as openStore(), and "database-older" where there is none or it wants migrating.
Result<std::unique_ptr<Store>> openStoreToRead(const QString &dir);

} // namespace inlet::store
