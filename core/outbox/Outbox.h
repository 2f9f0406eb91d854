// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "imap/ImapSession.h"
#include "smtp/SmtpSession.h"
#include "store/Store.h"

#include <chrono>
#include <functional>
#include <memory>

namespace inlet
{
class Clock;
}

namespace inlet::accounts
{
class ErrorDictionary;
}

namespace inlet::outbox
{

/// How the outbox reaches the mailbox it confirms Sent in: sync's worker, or a fake.
using SessionWork = std::function<Result<void>(imap::ImapSession &, std::stop_token)>;
using SessionRunner
    = std::function<void(AccountId, SessionWork, std::function<void(Result<void>)> done)>;
using SecretSource = std::function<void(AccountId, std::function<void(Result<Secret>)> answer)>;

struct OutboxOptions {
    int workers = 4; ///< SMTP at once, at most one an account
    bool holdNew = false; ///< restarted after a kill: rows in Sending are looked up before all else
    /// Finds out whether a refusal asks for patience (limits) and puts notes into words; null: by
    /// reply code only.
    std::shared_ptr<const accounts::ErrorDictionary> dictionary;
    /// At the end: how long a hand-over in progress may still take before it is broken off (which
    /// leaves it Unknown).
    std::chrono::milliseconds grace{3000};
};

/// The send queue: ledger rows from the undo window to "in Sent". One row is handed to one worker
/// by compare-and-swap in the store, so nothing is sent twice, also not by two processes or after a
/// kill. A row found in Sending at start becomes Unknown and is looked up in Sent by Message-ID;
/// Unknown is never sent again by itself.
/// A row that is Queued, has been tried, and has no dueAt waits for the user (refused sign-in,
/// certificate): sendNow(), retry() or signInChanged() let it go on, nothing else does.
/// Thread: any; every function only queues.
class Outbox
{
public:
    virtual ~Outbox() = default;
    /// Looks at the ledger and works off what is due. Also after start, send, cancel, sleep, network back:
    /// what waits because of the network is due at once then.
    virtual void wake() = 0;
    /// A new password, other settings, or a check that succeeded: what waits for the user because
    /// of a refused sign-in goes on.
    virtual void signInChanged(AccountId account) = 0;
    /// Ends the undo window now.
    virtual void sendNow(LedgerId id) = 0;
    /// done(Conflict): it is already on its way.
    virtual void cancel(LedgerId id, std::function<void(Result<void>)> done) = 0;
    /// Failed or Unknown, by the user's decision.
    virtual void retry(LedgerId id) = 0;
    /// From sync: our Message-ID was read in a Sent folder.
    virtual void sentCopySeen(AccountId account, const QString &messageId) = 0;
    /// Called with each row whose state changed, on a worker.
    using RowChanged = std::function<void(const store::LedgerRow &)>;
};

std::unique_ptr<Outbox> makeOutbox(store::Store &store, smtp::SmtpSessionFactory sessions,
    SecretSource secrets, SessionRunner imapRunner, Outbox::RowChanged rowChanged, const Clock &clock,
    OutboxOptions options);

} // namespace inlet::outbox
