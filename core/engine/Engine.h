// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"
#include "engine/CategoryDesk.h"
#include "engine/LeadDesk.h"
#include "engine/ServerSearch.h"
#include "engine/TriageDesk.h"
#include "engine/values/Engine.h"
#include "engine/ViewDesk.h"
#include "engine/values/Fleet.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace inlet::engine
{

/// The façade that ui/ and the command line use. Real: InletEngine. In tests: FakeEngine.
/// Thread: the GUI thread (any thread with the application's event loop). Every function returns
/// at once; answers come later on the same thread, never from inside the call, and not at all
/// once `context` is gone. Each request is answered, with an error or a problem where the store
/// fails; only a newer request of the same kind and context takes the place of an older one.
class Engine : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Answer = std::function<void(const T &)>;

    using QObject::QObject;

    // Lists. Latest request wins within one `context`.
    virtual void fetchList(const store::ListQuery &query, QObject *context, Answer<ListSnapshot> answer) = 0;
    virtual void fetchRows(const store::ListQuery &query, const QList<ConversationId> &ids, QObject *context,
        Answer<QList<store::ConversationRow>> answer) = 0;
    /// After changed(): which of `ids` are in the list now, and where.
    virtual void fetchMembership(const store::ListQuery &query, const QList<ConversationId> &ids,
        QObject *context, Answer<Result<QList<store::ListKey>>> answer) = 0;
    virtual void fetchCounts(QObject *context, Answer<Result<store::Counts>> answer) = 0;
    virtual void fetchSplits(const store::ListQuery &query, QObject *context, Answer<Result<store::SplitCounts>> answer) = 0;
    virtual void fetchListFacts(const store::ListQuery &query, QObject *context, Answer<Result<store::ListFacts>> answer) = 0;

    // Conversations.
    virtual void fetchConversation(ConversationId id, QObject *context, Answer<ConversationDetail> answer) = 0;
    virtual void fetchBody(StoredMessageId id, QObject *context, Answer<Result<store::MessageBody>> answer) = 0;
    virtual void fetchLead(ConversationId id, QObject *context, Answer<Result<store::LeadInfo>> answer) = 0;
    /// Decoded content of an attachment or inline part; downloads it where it is not here.
    virtual void fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
        Answer<Result<QByteArray>> answer) = 0;
    /// Raw message, RFC 5322; downloads it where not all of it is here.
    virtual void fetchRaw(StoredMessageId id, QObject *context, Answer<Result<QByteArray>> answer) = 0;
    /// Ends the fetching of a large message, for all who wait for it: they are answered with Cancelled.
    virtual void cancelFetch(StoredMessageId id) = 0;
    virtual void setNote(ConversationId id, const QString &note, QObject *context, Answer<Result<void>> answer) = 0;
    /// Behind what the note says then, in one step: for what was written before it could be read.
    virtual void addToNote(ConversationId id, const QString &text, QObject *context, Answer<Result<void>> answer) = 0;

    // Triage. The rows change at once; actionDone() follows, with the tag that apply() was given.
    // undo() without a step takes back the newest one; where that is from before `since` it stays, and
    // actionDone() brings it as `older`.
    virtual void apply(const store::TriageAction &action, quint64 tag = 0) = 0;
    virtual void undo(UndoId step = {}, const QDateTime &since = {}) = 0;
    /// Ends presses on very many conversations where they are; actionDone() says how far they came.
    virtual void stopBulk() = 0;

    /// Do-not-contact list, history, rules, bounces, completion of the search box.
    [[nodiscard]] virtual TriageDesk &desk() = 0;
    /// Lists that the rep kept, and how many conversations are in them.
    [[nodiscard]] virtual ViewDesk &views() = 0;
    /// Categories that the rep made.
    [[nodiscard]] virtual CategoryDesk &categories() = 0;
    /// Lists of leads, and who may be whom.
    [[nodiscard]] virtual LeadDesk &leads() = 0;
    /// Mail that is on the servers only.
    [[nodiscard]] virtual ServerSearch &serverSearch() = 0;

    // Writing.
    virtual void saveDraft(const store::Draft &draft, QObject *context, Answer<Result<DraftId>> answer) = 0;
    virtual void removeDraft(DraftId id) = 0;
    virtual void fetchDrafts(QObject *context, Answer<QList<store::Draft>> answer) = 0;
    virtual void fetchDraft(DraftId id, QObject *context, Answer<Result<store::Draft>> answer) = 0;
    /// Builds the bytes and opens the undo window (0 s: none). Errors: Config with words for the
    /// user (bad address, no recipient, suppressed), Storage.
    virtual void send(const store::Draft &draft, std::chrono::seconds undoWindow, QObject *context,
        Answer<Result<LedgerId>> answer) = 0;
    /// Ok: it will not go out, and the draft is back. Conflict: too late.
    virtual void cancelSend(LedgerId id, QObject *context, Answer<Result<DraftId>> answer) = 0;
    virtual void sendNow(LedgerId id) = 0;
    /// For failed ones, and for unknown ones after the user's decision.
    virtual void retrySend(LedgerId id) = 0;
    virtual void fetchOutbox(QObject *context, Answer<QList<store::LedgerRow>> answer) = 0;

    // Mailboxes.
    [[nodiscard]] virtual QList<accounts::Account> accounts() const = 0;
    [[nodiscard]] virtual MailboxStatus status(AccountId account) const = 0;
    virtual void detect(const QString &email, QObject *context, Answer<Detection> answer) = 0;
    virtual void cancelDetection(QObject *context) = 0;
    /// Live checks: `step` per change, then `done` with true when the mailbox can be added. An empty
    /// password stands for the stored one of `account.id`. One sign-in attempt a step, never more.
    virtual void check(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<CheckStep> step, Answer<bool> done) = 0;
    virtual void cancelCheck(QObject *context) = 0;
    /// Reads a pasted or opened list of mailboxes (header email,name,password,imap,smtp,history; any
    /// order, comma, semicolon or tab). Pure, at once, never throws: what is wrong stands in the rows.
    [[nodiscard]] virtual Fleet parseFleet(const QByteArray &text) const = 0;
    /// What the provider of `account` usually takes for one encoded message, in octets; 0: unknown.
    [[nodiscard]] virtual qint64 messageSizeLimit(AccountId account) const = 0;
    /// Stores the secret, then the mailbox, then starts to sync.
    virtual void addAccount(const accounts::Account &account, const Secret &password, QObject *context,
        Answer<Result<AccountId>> answer) = 0;
    /// Writes what differs between both, as accounts::withChanges(): `before` is what the caller knew of the mailbox. An empty
    /// secret keeps the stored one.
    virtual void updateAccount(const accounts::Account &before, const accounts::Account &after, const Secret &password, QObject *context,
        Answer<Result<void>> answer) = 0;
    /// Adds tags to these mailboxes and takes tags off, of all or of none. What else is known of them stays as it is stored.
    virtual void changeTags(const QList<AccountId> &ids, const QStringList &added, const QStringList &removed, QObject *context,
        Answer<Result<void>> answer) = 0;
    /// With its password. Errors: Config, in words for the user that name the mailbox; nothing of it is removed then, or all
    /// but the password.
    virtual void removeAccount(AccountId id, QObject *context, Answer<Result<void>> answer) = 0;
    /// For "use the same password" checks: emails of other mailboxes with that password.
    virtual void mailboxesWithPassword(const Secret &password, QObject *context, Answer<QStringList> answer) = 0;
    virtual void folders(AccountId id, QObject *context, Answer<QList<store::StoredFolder>> answer) = 0;
    virtual void checkNow(AccountId id) = 0; ///< none: all
    /// Stops or goes on to read older mail of these mailboxes; kept. New mail comes as ever.
    virtual void pauseHistory(const QList<AccountId> &ids, bool paused) = 0;

    // Secrets.
    /// "keychain", "file", "session"; `problem` empty when it can keep secrets now.
    virtual void probeSecrets(QObject *context, std::function<void(QString kind, QString problem)> answer) = 0;
    /// Chooses the sealed file vault (with its passphrase) or "session".
    virtual void useSecretStore(const QString &kind, const Secret &passphrase, QObject *context,
        Answer<Result<void>> answer) = 0;

    [[nodiscard]] virtual QList<Notice> notices() const = 0;
    /// The user has read it: a notice that only tells, and is kept over restarts, goes for good.
    virtual void dismissNotice(const QString &id) = 0;

Q_SIGNALS:
    /// After each commit; the list model asks fetchMembership() for what it shows.
    void changed(const inlet::store::ChangeSet &changes);
    void accountsChanged();
    void statusChanged(inlet::AccountId account);
    void actionDone(const inlet::engine::ActionResult &result);
    void bulkProgress(const inlet::engine::BulkProgress &progress); ///< of more than 500 conversations
    void wholeProgress(const inlet::engine::WholeProgress &progress); ///< at most some ten times a second
    void ledgerChanged(const inlet::store::LedgerRow &row);
    void noticeChanged(const inlet::engine::Notice &notice);
    /// Inbound, first seen now and not in a first sync.
    void newMail(inlet::AccountId account, inlet::ConversationId conversation);
};

/// What is added stands in a line of its own.
[[nodiscard]] QString joinedNote(const QString &stored, const QString &added);

} // namespace inlet::engine

Q_DECLARE_METATYPE(inlet::store::ChangeSet)
Q_DECLARE_METATYPE(inlet::engine::ActionResult)
Q_DECLARE_METATYPE(inlet::engine::Notice)
Q_DECLARE_METATYPE(inlet::store::LedgerRow)
