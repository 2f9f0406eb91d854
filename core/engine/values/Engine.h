// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "accounts/values/Detection.h"
#include "accounts/values/NextStep.h"
#include "base/Ids.h"
#include "imap/values/Imap.h"
#include "net/values/Certificate.h"
#include "store/values/Conversation.h"
#include "store/values/Ledger.h"
#include "store/values/ListFacts.h"
#include "store/values/Mail.h"
#include "store/values/Triage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace inlet::engine
{

/// What one check found. `step` is one of dns, connect, tls, login, folders, special-use, push,
/// smtp-connect, smtp-tls, smtp-login, sender, sent-policy.
enum class CheckStatus { Running, Ok, Warning, Failed, Skipped };
[[nodiscard]] QString nameOf(CheckStatus status);

/// "open-url", "edit", "retry", "trust-certificate", "copy-note", "wait", "none" ...
using NextAction = accounts::NextStep;

struct CheckStep {
    QString step;
    CheckStatus status = CheckStatus::Running;
    QString cause; ///< id in the error dictionary
    QString message; ///< what happened, in the user's words
    QString advice; ///< what to do next
    NextAction action;
    QString serverReply; ///< the server's words, secrets removed
    std::optional<net::CertificateFacts> certificate; ///< of a failed TLS step
    std::optional<accounts::SentPolicy> sentPolicy; ///< of a successful step sent-policy
    QList<imap::RemoteFolder> folders; ///< of a successful step folders: what the server lists

    bool operator==(const CheckStep &) const = default;
};

using accounts::Detection;

/// State words of the user interface; the same everywhere.
enum class MailboxState {
    Off, ///< disabled by the user
    Connecting,
    CatchingUp,
    Paused, ///< new mail comes, older mail is missing: the user wants none read now
    Live, ///< push, proved within the last 10 minutes
    Checked, ///< polled, or proof older than that
    Waiting, ///< backing off or provider limit; `until` says how long
    NeedsUser, ///< sign-in or certificate
};
[[nodiscard]] QString nameOf(MailboxState state); ///< "off", "connecting", "catching-up", "paused", "live" ...

struct MailboxStatus {
    AccountId account;
    MailboxState state = MailboxState::Connecting;
    QDateTime provedAt; ///< last time the server answered
    QDateTime until; ///< Waiting
    QDateTime lastNewMail;
    QString cause; ///< id in the error dictionary
    QString reason; ///< in the user's words
    QString advice;
    QString serverReply;
    qint64 syncDone = 0; ///< messages read of the present catching up
    qint64 syncTotal = 0; ///< 0: unknown
    QDateTime syncedBackTo;
    static constexpr qint64 kUnknownTime = -1;
    qint64 secondsLeft = kUnknownTime; ///< until the older mail is here, estimated
    bool historyPaused = false; ///< the user's wish, in whatever state

    bool operator==(const MailboxStatus &) const = default;
};

/// The first page of a list with all its keys; may come twice: at once with only the first page,
/// then complete.
struct ListSnapshot {
    QList<store::ListKey> keys;
    QList<store::ConversationRow> rows; ///< of the first keys
    bool complete = true;
    QString problem; ///< empty, or why there is no list
};

struct ConversationDetail {
    store::ConversationRow row;
    QList<store::MessageItem> messages; ///< oldest first
    QString problem;
};

/// For the undo toast. Comes after every triage action and every undo.
struct ActionResult {
    store::UndoStep step;
    bool undone = false; ///< this was an undo
    bool older = false; ///< an undo that was not done: `step` is from before what may be taken back without a question
    QString problem;
    quint64 tag = 0; ///< as apply() was given
    qint64 asked = 0; ///< conversations; more than the step's: it was stopped, or some were gone
};

/// How far a press on very many conversations is.
struct BulkProgress {
    store::TriageVerb verb = store::TriageVerb::MarkRead;
    bool undo = false;
    qint64 done = 0;
    qint64 total = 0;
    bool running = false; ///< false: over

    bool operator==(const BulkProgress &) const = default;
};

/// How far the fetching of a large message is.
struct WholeProgress {
    StoredMessageId message;
    qint64 done = 0; ///< octets
    qint64 total = 0; ///< 0: not known, it waits for its turn
    bool running = false; ///< false: over, however it ended

    bool operator==(const WholeProgress &) const = default;
};

/// One message that should be seen: errors of a mailbox, a lost keyring ...
struct Notice {
    enum class Severity { Info, Warning, Error };
    QString id; ///< the same id replaces the earlier notice
    Severity severity = Severity::Info;
    QString text;
    QString details;
    NextAction action;
    AccountId account;
    bool resolved = false; ///< the notice of that id can go

    bool operator==(const Notice &) const = default;
};

/// Longest and worst blocks of the GUI thread.
struct WatchdogReport {
    qint64 samples = 0;
    qint64 over16ms = 0;
    qint64 worstMs = 0;
};

} // namespace inlet::engine
