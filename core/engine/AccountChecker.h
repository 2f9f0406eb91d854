// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "accounts/ProviderTable.h"
#include "base/Secret.h"
#include "engine/values/Engine.h"
#include "imap/ImapSession.h"
#include "smtp/SmtpSession.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace inlet::engine
{

class CheckPool;

/// The steps of a check in the order in which to show them: dns, connect, tls, login, folders,
/// special-use, push, smtp-connect, smtp-tls, smtp-login, sender, sent-policy.
[[nodiscard]] const QStringList &checkStepNames();

/// Live checks of a mailbox: both directions at the same time, so that two faults show at once,
/// with exactly one attempt to sign in each. A failed step has one cause and one next step; what
/// comes after it in its direction is skipped. Stores nothing. Thread: the one that made it, with
/// an event loop; the blocking work runs on a few threads of its own. Its end stops them within
/// milliseconds.
class AccountChecker : public QObject
{
    Q_OBJECT

public:
    using Step = std::function<void(const CheckStep &)>;
    using Done = std::function<void(bool)>;

    /// All of them must live longer.
    AccountChecker(imap::ImapSessionFactory imap, smtp::SmtpSessionFactory smtp,
        const accounts::ProviderTable &providers, const accounts::ErrorDictionary &dictionary,
        QObject *parent = nullptr);
    ~AccountChecker() override;

    /// Calls `step` for each change: Running, then once Ok, Warning, Failed or Skipped for each
    /// name of checkStepNames(); then `done` with true when the mailbox can be added (nothing
    /// failed). Never from inside the call, and not at all after cancel() or once `context` is
    /// gone. Several checks may run; those over the number of threads wait their turn.
    void check(const accounts::Account &account, const Secret &password, QObject *context,
        Step step, Done done);
    /// Stops all checks of that context.
    void cancel(QObject *context);

private:
    struct Run;

    void startDirection(quint64 id, bool reading, const accounts::Account &account,
        const Secret &password, const std::stop_token &stop);
    void onStep(quint64 id, const CheckStep &row);
    void onDirectionEnded(quint64 id, bool worked, bool dovecot);
    void sayWhoFilesSent(const Run &run);
    [[nodiscard]] const accounts::Provider *providerOf(
        const accounts::Account &account, const accounts::ServerEndpoint &server) const;
    [[nodiscard]] accounts::ErrorContext contextFor(
        const accounts::Account &account, bool reading) const;

    imap::ImapSessionFactory m_imap;
    smtp::SmtpSessionFactory m_smtp;
    const accounts::ProviderTable &m_providers;
    const accounts::ErrorDictionary &m_dictionary;
    QHash<quint64, std::shared_ptr<Run>> m_runs;
    quint64 m_lastId = 0;
    std::unique_ptr<CheckPool> m_pool; ///< last: its threads use all of the above
};

} // namespace inlet::engine
