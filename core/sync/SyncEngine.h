// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "imap/ImapSession.h"
#include "store/Store.h"

#include <functional>
#include <memory>
#include <optional>

namespace inlet
{
class Clock;
}

namespace inlet::sync
{

/// Paused: as Live or Checked, but older mail is missing and the user wants none read now.
enum class SyncState { Off, Connecting, CatchingUp, Paused, Live, Checked, Waiting, NeedsUser };

/// What a mailbox is doing, as sync knows it.
struct SyncStatus {
    AccountId account;
    SyncState state = SyncState::Connecting;
    QDateTime provedAt;
    QDateTime until; ///< Waiting
    std::optional<Error> error; ///< why Waiting or NeedsUser
    qint64 done = 0; ///< of the present catching up
    qint64 total = 0;
    QDateTime syncedBackTo;
};

/// Told from worker threads; the receiver hands on and returns at once.
class SyncObserver
{
public:
    virtual ~SyncObserver() = default;
    virtual void syncStatusChanged(const SyncStatus &status) = 0;
    /// Inbound mail stored outside of a first sync, with the time the server took it in.
    virtual void newMailStored(AccountId account, const QList<store::IncomingMessage> &messages) = 0;
    /// One round over all followed folders (or a failure) ended.
    virtual void roundFinished(AccountId account, const Result<void> &result) = 0;
    /// A message of ours was seen in a Sent folder: closes its ledger row.
    virtual void sentCopySeen(AccountId account, const QString &messageId) = 0;
    /// The server refused a change of the user's for good; it has been taken back here.
    virtual void operationRefused(AccountId, const store::Operation &, const Error &) {}
    /// The machine slept, or its clock was set: what waits for a time looks at the clock again.
    virtual void machineWoke() {}
};

/// Asks for the secret of a mailbox. Called on a worker; `answer` may come on any thread, later.
using SecretSource = std::function<void(AccountId, std::function<void(Result<Secret>)> answer)>;

struct SyncOptions {
    int workers = 8; ///< network pool
    int parsers = 2;
    /// Until a host refuses one: providers count per mailbox, of which we use one connection each.
    int connectionsPerHost = 250;
    std::chrono::minutes idleRenewal{9};
    std::chrono::seconds pollInterval{120};
    bool listen = true; ///< false: rounds only on request (inletctl sync --once)
};

/// The governor's plan for one server host.
struct HostPlan {
    QString host;
    int mailboxes = 0;
    int limit = 0; ///< connections at most
    bool learned = false; ///< by a refusal
    int connections = 0; ///< open or being opened now
    int live = 0; ///< mailboxes that may keep theirs and listen
    int polled = 0; ///< the others, which are looked at in turn

    bool operator==(const HostPlan &) const = default;
};
/// Live and polled by what a host allows: where not all fit, two connections go round.
[[nodiscard]] HostPlan planFor(const QString &host, int mailboxes, int limit);

/// WholeFetch::part: all that is for reading. The whole message comes where it cannot do without its attachments.
inline constexpr QByteArrayView kTextOnly = "TEXT";

/// What of a message is wanted, who wants to know how far it is, and who may call it off.
struct WholeFetch {
    /// Empty: all of it. kTextOnly, or an attachment that stayed on the server ("2.1"), which comes alone where its server
    /// told the truth of it and with the whole message else.
    QByteArray part = {};
    /// Octets, after each part of a large message. Thread: a worker; hands on and returns at once.
    std::function<void(qint64 done, qint64 total)> progress = {};
    /// Ends it between two parts with Cancelled; nothing is stored, and the connection stays.
    std::stop_token stop = {};
};

/// A search on a server for mail that is not here.
struct FindOnServer {
    /// How far it is.
    struct Progress {
        qint64 looked = 0; ///< messages of the followed folders, about
        qint64 total = 0;
        qint64 fetched = 0; ///< that were not here and are now
        bool more = false; ///< over `most`: there may be more
        bool someRefused = false; ///< a folder could not be searched, others could

        bool operator==(const Progress &) const = default;
    };

    imap::FindQuery query;
    int most = 100; ///< messages that are fetched, the newest of a folder first
    /// Thread: a worker; hands on and returns at once.
    std::function<void(const Progress &)> progress = {};
    /// Ends it between two commands with Cancelled; what was fetched stays.
    std::stop_token stop = {};
};

/// Keeps the store equal to the servers: first sync newest first, rounds, IDLE listener on one
/// thread, operations to the server. See README.md for threads.
/// Thread: any; every function only queues.
class SyncEngine
{
public:
    virtual ~SyncEngine() = default; ///< stops and joins; what was answered is stored
    virtual void start(const accounts::Account &account) = 0; ///< also after a change of settings
    virtual void stop(AccountId account) = 0;
    /// A round now, ahead of history. After Auth errors this is the only thing that tries again.
    virtual void checkNow(AccountId account) = 0;
    /// Reads no older mail and no large bodies of that account until told to go on; all else does. Kept
    /// over start() and stop(), not over a restart.
    virtual void pauseHistory(AccountId account, bool paused) = 0;
    /// There are new operations in the store for that account.
    virtual void operationsQueued(AccountId account) = 0;
    /// Fetches the whole of a message of which not all is here, or one attachment; what has come meanwhile is no error.
    virtual void fetchWhole(store::MessageLocation location, WholeFetch how, std::function<void(Result<void>)> done) = 0;
    /// Looks for mail of the followed folders that is not here, and fetches it, behind all that is urgent. Its words can be
    /// searched when `done` says so. A mailbox that waits or needs the user answers with the reason at once.
    virtual void findOnServer(AccountId account, FindOnServer how, std::function<void(Result<void>)> done) = 0;
    /// Runs `work` on the account's worker with a signed-in session, before anything less urgent
    /// (for the outbox: look for a Message-ID in Sent, append a copy).
    using SessionWork = std::function<Result<void>(imap::ImapSession &, std::stop_token)>;
    virtual void withSession(AccountId account, SessionWork work, std::function<void(Result<void>)> done) = 0;
    /// By host, in alphabetical order.
    [[nodiscard]] virtual QList<HostPlan> governor() const = 0;
    /// Network came back or the machine woke up: everything is checked at once.
    virtual void networkChanged() = 0;
};

/// `ownAddresses` for the classifier come from the store's accounts.
std::unique_ptr<SyncEngine> makeSyncEngine(store::Store &store, imap::ImapSessionFactory sessions,
    SecretSource secrets, SyncObserver &observer, const Clock &clock, SyncOptions options);

} // namespace inlet::sync
