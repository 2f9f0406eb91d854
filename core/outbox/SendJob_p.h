// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/LedgerSteps_p.h"
#include "outbox/Refusal_p.h"

#include <QSet>

namespace inlet::outbox
{

/// What sending needs; owned by the outbox, lives longer than its workers.
struct SendDeps {
    LedgerSteps &steps;
    smtp::SmtpSessionFactory sessions;
    SecretSource secrets;
    const Clock &clock;
    std::shared_ptr<const accounts::ErrorDictionary> dictionary;
};

/// How a job ended, for whoever plans the next one.
struct JobReport {
    AccountId account;
    QList<LedgerId> rows; ///< all of the job: none of them is in flight any more
    QSet<LedgerId> waitForNetwork;
    /// The sign-in was refused with this password at this server.
    std::optional<Secret> refusedSecret;
    accounts::ServerEndpoint refusedAt;
    /// Steps that the store could not take down (disk full): to be written again, or the row would
    /// be taken for one that nobody knows the end of. `change` outlives the job.
    struct Unwritten {
        LedgerId id;
        LedgerSteps::Change change;
    };
    QList<Unwritten> unwritten;
    bool storageTrouble = false; ///< better to send nothing for a while
};

/// Sends the due rows of one account over one connection, one after the other. Signs in before it
/// takes a row, so a refused sign-in leaves every row where it can still be called back.
/// Thread: a worker of the outbox.
class SendJob
{
public:
    /// `soft`: begin nothing new; `hard`: break off what is under way.
    struct Stops {
        std::stop_token soft;
        std::stop_token hard;
    };

    SendJob(SendDeps &deps, AccountId account, QList<LedgerId> rows, Stops stops);

    JobReport run();

private:
    Result<std::unique_ptr<smtp::SmtpSession>> signIn();
    Result<Secret> askSecret();
    bool sendOne(smtp::SmtpSession &session, LedgerId id);
    void settle(const LedgerSteps::Claim &claim, const smtp::SendReport &report);
    void takeDownRefusals(const store::LedgerRow &row, const smtp::SendReport &report);
    void putOff(LedgerId id, std::span<const store::LedgerState> from, const Error &error, int code,
        accounts::Phase phase, bool countsAsAttempt);
    void record(LedgerId id, std::span<const store::LedgerState> from, const LedgerSteps::Change &change);

    SendDeps &m_deps;
    Stops m_stops;
    accounts::Account m_account;
    QList<LedgerId> m_waiting; ///< not begun yet
    JobReport m_report;
};

} // namespace inlet::outbox
