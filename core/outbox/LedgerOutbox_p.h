// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "outbox/LookSchedule_p.h"
#include "outbox/Plan_p.h"
#include "outbox/SendJob_p.h"
#include "outbox/SentLookup_p.h"
#include "outbox/Waits_p.h"

#include <thread>
#include <vector>

namespace inlet::outbox
{

/// The outbox over the ledger: one thread plans (and alone touches the members below m_inbox), a few
/// send. Everything from outside, also from workers and sessions, arrives in m_inbox.
class LedgerOutbox final : public Outbox
{
public:
    struct Parts {
        store::Store &store;
        smtp::SmtpSessionFactory sessions;
        SecretSource secrets;
        SessionRunner imapRunner;
        RowChanged rowChanged;
        const Clock &clock;
        OutboxOptions options;
    };

    explicit LedgerOutbox(Parts parts);
    ~LedgerOutbox() override;

    void wake() override;
    void signInChanged(AccountId account) override;
    void sendNow(LedgerId id) override;
    void cancel(LedgerId id, std::function<void(Result<void>)> done) override;
    void retry(LedgerId id) override;
    void sentCopySeen(AccountId account, const QString &messageId) override;

private:
    using Task = std::function<void()>;
    struct Job {
        AccountId account;
        QString host;
        QList<LedgerId> rows;
    };
    /// A password that a server refused: it is never tried again there.
    struct RefusedSignIn {
        Secret secret;
        accounts::ServerEndpoint at;
    };

    // The planning thread.
    void plan(const std::stop_token &stop);
    void pass();
    void followClock();
    [[nodiscard]] Situation situation(const QList<store::LedgerRow> &rows);
    [[nodiscard]] QSet<AccountId> heldAccounts(const QList<store::LedgerRow> &rows);
    [[nodiscard]] bool isHeld(AccountId id, const QDateTime &now);
    void explainHolds(const QList<store::LedgerRow> &rows);
    void byUser(LedgerId id, std::span<const store::LedgerState> from);
    void takeOrphans(const QList<LedgerId> &orphans);
    void planLooks(const QList<store::LedgerRow> &rows, const QList<LedgerId> &unplanned);
    void startSends(const QMap<AccountId, QList<LedgerId>> &sends);
    void startLooks(const QMap<AccountId, QList<LedgerId>> &looks, const QList<store::LedgerRow> &rows);
    std::shared_ptr<LookBatch> lookBatch(AccountId account, const QList<store::LedgerRow> &rows);
    void lookDone(const LookBatch &batch, const Result<void> &result);
    void settleLook(const LookBatch::Item &item, const Result<void> &result);
    void noteLook(const LookBatch::Item &item, const Result<void> &result);
    void handOut();
    void jobDone(const JobReport &report);
    void writeAgain();
    void askChangedSecrets(const QList<store::LedgerRow> &rows);
    void release(AccountId account);
    [[nodiscard]] std::chrono::milliseconds patience(const std::optional<QDateTime> &next) const;

    // The workers.
    void work(const std::stop_token &soft);

    Parts m_parts;
    LedgerSteps m_steps;
    SendDeps m_deps;
    std::shared_ptr<Channel<Task>> m_inbox = std::make_shared<Channel<Task>>();

    std::chrono::milliseconds m_patience{0};
    bool m_first = true;
    bool m_woken = false;
    QSet<AccountId> m_sendingAccounts; ///< also those whose job waits for a worker
    QList<Job> m_waitingJobs; ///< in their order
    QHash<AccountId, QString> m_hosts; ///< of the jobs that workers have
    QHash<AccountId, QDateTime> m_lookingSince;
    QSet<LedgerId> m_inFlight;
    QSet<LedgerId> m_waitForNetwork;
    QHash<LedgerId, LookSchedule> m_looks;
    Waits m_waits;
    QHash<LedgerId, AccountId> m_firstLooks; ///< orphans that are looked up before anything is sent
    QDateTime m_firstLooksUntil;
    QDateTime m_pausedUntil; ///< the store is in trouble
    QSet<AccountId> m_closed; ///< switched off, or the sign-in is known to be refused
    QHash<AccountId, RefusedSignIn> m_refused;
    QList<JobReport::Unwritten> m_unwritten;

    Channel<Job> m_jobs;
    Channel<int> m_ended; ///< one value a worker that is done for good
    std::stop_source m_hardStop;
    std::vector<std::jthread> m_workers;
    std::jthread m_planner; // last: ends first
};

} // namespace inlet::outbox
