// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "mime/values/Message.h"
#include "store/values/Bounces.h"
#include "store/values/Suppression.h"
#include "store/values/Lead.h"
#include "triage/values/Verdict.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace inlet::store
{

/// The lists of the rail. Their rows and their counts come from the same WHERE clause.
enum class Scope {
    NeedsAnswer, ///< newest message of a prospect conversation is human, not archived, not snoozed
    All, ///< prospect conversations that are not archived
    Unread,
    Today,
    AwaitingReply, ///< we wrote last
    Snoozed,
    Scheduled,
    Outbox, ///< conversations with a message on its way or stuck
    Bounces,
    Other, ///< everything that is no prospect conversation
    Starred,
    Sent, ///< prospect conversations that hold a message of ours
    Archived,
};
/// "needs-answer", "all", "unread", ... as in `inletctl list --scope`.
[[nodiscard]] QString nameOf(Scope scope);
[[nodiscard]] std::optional<Scope> scopeFromName(const QString &name);

/// The rep's verdict. Order and digit keys as in the product's key table (1..9, 0 = Unsorted). The rep's own ones have
/// numbers above, see OwnCategory.
enum class Category {
    Unsorted,
    Interested,
    MeetingRequest,
    InformationRequest,
    NotNow,
    NotInterested,
    WrongPerson,
    OutOfOffice,
    DoNotContact,
    Bounce,
};
[[nodiscard]] QString nameOf(Category category); ///< "Interested", "Meeting request", ...; empty for the rep's own
[[nodiscard]] std::optional<Category> categoryFromName(const QString &name); ///< built-in ones

enum class CategorySource { None, Automatic, Manual };

/// What stands first in a list.
enum class ListOrder {
    NewestFirst, ///< by the newest inbound message
    LongestWaiting, ///< unanswered ones by how long they wait, then the others, newest first
    HottestFirst, ///< positive categories before unsorted ones before the rest; each as LongestWaiting
};
[[nodiscard]] QString nameOf(ListOrder order); ///< "newest", "waiting", "hottest"
[[nodiscard]] std::optional<ListOrder> listOrderFromName(const QString &name);

/// What a list shows. `account` and `category` narrow the scope; `search` uses the operators of
/// the search box (from:, to:, via:, is:unread, before:, "phrase", -not ...).
struct ListQuery {
    Scope scope = Scope::NeedsAnswer;
    AccountId account; ///< none: all mailboxes in the unified inbox
    std::optional<Category> category;
    QString search;
    bool everywhere = false; ///< with `search`: in every conversation, whatever its scope
    ListOrder order = ListOrder::NewestFirst;

    bool operator==(const ListQuery &) const = default;
};

/// Place of a row: larger ones first, ids break ties.
struct ListKey {
    /// NewestFirst: milliseconds since the epoch, UTC, of the newest inbound message. Else a number that only compares.
    qint64 sortAt = 0;
    ConversationId id;

    auto operator<=>(const ListKey &) const = default;
};

/// How far a message of ours has come; the ledger. Words of the user interface.
enum class LedgerState {
    UndoWindow, ///< can still be called back
    Queued, ///< waiting for its turn
    Sending,
    Accepted, ///< the server took it; Sent not yet confirmed
    Sent, ///< seen in the Sent folder
    Unknown, ///< connection lost after the final dot: never sent again by itself
    Failed, ///< refused for good, text kept
    Cancelled, ///< called back in time
};
[[nodiscard]] QString nameOf(LedgerState state); ///< "undo", "queued", "sending", ...

/// One row of the conversation list.
struct ConversationRow {
    ConversationId id;
    qint64 sortAt = 0; ///< as in ListKey, of the list that was asked for
    QString subject;
    QString prospectName;
    QString prospectAddress;
    QList<AccountId> accounts; ///< mailboxes that took part, most recent first
    int messages = 0;
    int unread = 0;
    bool starred = false;
    bool archived = false;
    bool isProspect = false;
    bool hasAttachment = false;
    bool weWroteLast = false;
    Category category = Category::Unsorted;
    QString ownCategory; ///< name of `category` where that is one of the rep's own
    CategorySource categorySource = CategorySource::None;
    triage::Kind lastKind = triage::Kind::Human;
    std::optional<triage::Kind> kindSaid; ///< the rep's word about the newest mail of theirs
    QDateTime lastAt; ///< newest message of either side
    int categoryConfidence = 0; ///< percent, of an automatic category
    QString categoryWhy; ///< why it was proposed, one reason a line; empty for a choice of the rep
    QDateTime snoozedUntil; ///< invalid: not snoozed
    QDateTime remindAt; ///< comes up then if nobody answers; invalid: no reminder
    bool muted = false; ///< what comes does not bring it back
    bool reminderDue = false; ///< it came up and nobody has done anything since
    QDate returnOn; ///< the day an out-of-office reply says they are back; invalid: not said
    QString standIn; ///< whom it names instead: "Name <address>" or an address
    QString absence; ///< with `standIn`: what it says, "out-of-office", "left-company", "address-changed" ...
    QString company; ///< of a list of leads
    QString campaign;
    QStringList labels; ///< that any of its mails has, by name
    QString preview; ///< first line of their newest own words
    QString snippet; ///< search only: where it matched, matches between U+E000 and U+E001
    bool snippetIsNote = false; ///< it is of the rep's note, no mail has the words
    std::optional<LedgerState> outgoing; ///< newest unfinished or failed message of ours

    bool operator==(const ConversationRow &) const = default;
};

/// One message of a conversation, without its body.
struct MessageItem {
    StoredMessageId id;
    ConversationId conversation;
    AccountId account;
    QString messageId; ///< header
    mime::Address from;
    QList<mime::Address> to;
    QList<mime::Address> cc;
    QList<mime::Address> replyTo;
    QString subject;
    QStringList references; ///< with In-Reply-To last, for an answer
    QDateTime at;
    triage::Kind kind = triage::Kind::Human;
    std::optional<triage::Kind> kindFound; ///< by evidence, where `kind` is the rep's word
    QStringList evidence;
    bool seen = true;
    bool flagged = false;
    bool hasBody = true; ///< false: too large, only the header is here so far. Attachments may be on the server, see there
    QString preview;
    QList<mime::Attachment> attachments;
    std::optional<LedgerState> ledger; ///< for messages that left through us
    LedgerId ledgerId;
    QString ledgerNote; ///< the server's words or what is waited for
    QDateTime ledgerAt; ///< when it came to that state
    QList<BounceFact> bounces; ///< of ours: whom it did not reach, newest first, one a recipient
    bool answered = false; ///< of ours: a person's mail names it as the one that it answers
    std::optional<Category> ruled; ///< of theirs: what a rule of the rep made of it
    QString ruleWords; ///< "mail from acme.test is Interested"

    bool operator==(const MessageItem &) const = default;
};

/// A message's content for reading.
struct MessageBody {
    StoredMessageId id;
    QString text;
    QString newText;
    QString html; ///< not sanitised
    QStringList damage;

    bool operator==(const MessageBody &) const = default;
};

/// An address that cannot or must not be written to.
struct AddressState {
    QString address;
    std::optional<BounceFact> bounce; ///< the newest one, where nothing has come from there since
    std::optional<Suppression> suppression;

    bool operator==(const AddressState &) const = default;
};

/// A prospect or other person, for the lead panel.
struct LeadInfo {
    ConversationId conversation;
    QString name;
    QStringList addresses;
    QList<AddressState> states; ///< of those of `addresses` that something is wrong with
    QString domain;
    QString note;
    Lead listed; ///< what imported lists say; empty: nothing
    QList<ConversationRow> otherConversations; ///< same person or same company domain

    bool operator==(const LeadInfo &) const = default;
};

struct Counts {
    QHash<int, qint64> byScope; ///< key: int(Scope)
    QHash<int, qint64> byCategory; ///< key: int(Category); unarchived prospect conversations
    QHash<AccountId, qint64> unreadByAccount;
    QHash<AccountId, qint64> messagesByAccount;

    bool operator==(const Counts &) const = default;
};

/// What a committed transaction changed, merged. Published after the commit.
struct ChangeSet {
    QSet<ConversationId> conversations; ///< new, changed or gone
    QSet<StoredMessageId> newMessages; ///< inbound, first seen now
    QSet<AccountId> accounts; ///< settings changed
    QSet<LedgerId> ledger;
    bool folders = false;
    bool suppressions = false; ///< the do-not-contact list
    bool rules = false;
    bool bounces = false; ///< one more, or another limit for their rate
    bool views = false; ///< the lists that the rep kept
    bool categories = false; ///< of the rep's own: others, other names, another order
    bool indexed = false; ///< search finds the words of all messages now, see TextIndex::Later
    /// A new database took the place of a damaged one: mails have other numbers, and folders and mails come
    /// again from their servers.
    bool everything = false;

    [[nodiscard]] bool isEmpty() const;
    void merge(const ChangeSet &other);
};

} // namespace inlet::store
