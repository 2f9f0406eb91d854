// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/AccountChecker.h"

#include "engine/CheckPool_p.h"
#include "engine/CheckRows_p.h"
#include "engine/DirectionChecks_p.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

// Four mailboxes at a time. More would look like an attack to a provider that hosts all of them.
constexpr int kCheckThreads = 8;

const QString kSentPolicy = QStringLiteral("sent-policy");

QStringList stepsOf(bool reading)
{
    return reading ? checkStepNames().mid(0, 7) : checkStepNames().mid(7, 4);
}

} // namespace

const QStringList &checkStepNames()
{
    static const QStringList names{QStringLiteral("dns"), QStringLiteral("connect"),
        QStringLiteral("tls"), QStringLiteral("login"), QStringLiteral("folders"),
        QStringLiteral("special-use"), QStringLiteral("push"), QStringLiteral("smtp-connect"),
        QStringLiteral("smtp-tls"), QStringLiteral("smtp-login"), QStringLiteral("sender"),
        kSentPolicy};
    return names;
}

// Touched on the thread of the checker only.
struct AccountChecker::Run {
    accounts::Account account;
    QPointer<QObject> context;
    Step step;
    Done done;
    std::stop_source stop;
    int directionsOpen = 2;
    bool worked = true;
    bool dovecot = false;
};

AccountChecker::AccountChecker(imap::ImapSessionFactory imap, smtp::SmtpSessionFactory smtp,
    const accounts::ProviderTable &providers, const accounts::ErrorDictionary &dictionary,
    QObject *parent)
    : QObject(parent)
    , m_imap(std::move(imap))
    , m_smtp(std::move(smtp))
    , m_providers(providers)
    , m_dictionary(dictionary)
    , m_pool(std::make_unique<CheckPool>(kCheckThreads))
{
}

AccountChecker::~AccountChecker()
{
    for (const auto &run : std::as_const(m_runs))
        run->stop.request_stop();
}

void AccountChecker::check(const accounts::Account &account, const Secret &password,
    QObject *context, Step step, Done done)
{
    const quint64 id = ++m_lastId;
    const auto run = std::make_shared<Run>();
    run->account = account;
    run->context = context;
    run->step = std::move(step);
    run->done = std::move(done);
    m_runs.insert(id, run);
    // Nobody waits any more: leave the servers alone.
    connect(context, &QObject::destroyed, this, [this, id] {
        if (const auto gone = m_runs.take(id))
            gone->stop.request_stop();
    });
    startDirection(id, true, account, password, run->stop.get_token());
    startDirection(id, false, account, password, run->stop.get_token());
}

void AccountChecker::cancel(QObject *context)
{
    const auto ids = m_runs.keys();
    for (const quint64 id : ids) {
        const auto run = m_runs.value(id);
        if (run->context != context)
            continue;
        run->stop.request_stop();
        m_runs.remove(id);
    }
}

void AccountChecker::startDirection(quint64 id, bool reading, const accounts::Account &account,
    const Secret &password, const std::stop_token &stop)
{
    m_pool->run(stop, [this, id, reading, account, password](const std::stop_token &stopNow) {
        // The pool ends before us, so `this` is alive; what is posted too late finds no run.
        const auto report = [this, id](const CheckStep &row) {
            QMetaObject::invokeMethod(
                this, [this, id, row] { onStep(id, row); }, Qt::QueuedConnection);
        };
        CheckRows rows(
            stepsOf(reading), contextFor(account, reading), password, m_dictionary, report);
        bool worked = false;
        bool dovecot = false;
        if (reading) {
            const auto session = m_imap(account.imap);
            worked = checkReading(*session, account.imap, password, rows, stopNow);
            dovecot = worked && session->capabilities().dovecot;
        } else {
            const auto session = m_smtp(account.smtp);
            worked = checkSending(*session, account.smtp, account.email, password, rows, stopNow);
        }
        QMetaObject::invokeMethod(
            this, [this, id, worked, dovecot] { onDirectionEnded(id, worked, dovecot); }, Qt::QueuedConnection);
    });
}

void AccountChecker::onStep(quint64 id, const CheckStep &row)
{
    const auto run = m_runs.value(id);
    if (run && run->context)
        run->step(row);
}

void AccountChecker::onDirectionEnded(quint64 id, bool worked, bool dovecot)
{
    const auto run = m_runs.value(id);
    if (!run)
        return;
    run->worked &= worked;
    run->dovecot |= dovecot;
    if (--run->directionsOpen > 0)
        return;
    sayWhoFilesSent(*run);
    // The caller may have cancelled from within the row.
    if (!m_runs.remove(id) || !run->context)
        return;
    run->done(run->worked);
}

void AccountChecker::sayWhoFilesSent(const Run &run)
{
    CheckStep row;
    row.step = kSentPolicy;
    row.status = run.worked ? CheckStatus::Ok : CheckStatus::Skipped;
    if (!run.worked) {
        row.message = QCoreApplication::translate("Engine", "Not tried, because an earlier step failed.");
    } else {
        const accounts::Provider *provider = providerOf(run.account, run.account.smtp);
        auto policy = provider ? provider->sentPolicy : run.account.sentPolicy;
        // A host of one's own with Dovecot: its SMTP server knows nothing of folders.
        if (!provider && policy == accounts::SentPolicy::Unknown && run.dovecot)
            policy = accounts::SentPolicy::WeAppend;
        row.sentPolicy = policy;
        if (policy == accounts::SentPolicy::ProviderFiles)
            row.message = QCoreApplication::translate("Engine", "%1 puts a copy of what you send into Sent.")
                              .arg(provider ? provider->name : QCoreApplication::translate("Engine", "The server"));
        else if (policy == accounts::SentPolicy::WeAppend)
            row.message = QCoreApplication::translate("Engine", "Inlet puts a copy of what you send into Sent.");
        else
            row.message =
                m_dictionary.describe("sent-unknown", contextFor(run.account, false)).advice;
    }
    if (run.context)
        run.step(row);
}

// The server that is really used decides, whatever the mailbox is called; on loopback (Bridge) the
// choice of the user does.
const accounts::Provider *AccountChecker::providerOf(
    const accounts::Account &account, const accounts::ServerEndpoint &server) const
{
    if (const accounts::Provider *provider = m_providers.byServer(server.host))
        return provider;
    const accounts::Provider *chosen = m_providers.byKey(account.provider);
    if (!chosen)
        return nullptr;
    for (const accounts::ServerEndpoint &own : chosen->imap + chosen->smtp) {
        if (own.host == server.host)
            return chosen;
    }
    return nullptr;
}

accounts::ErrorContext AccountChecker::contextFor(
    const accounts::Account &account, bool reading) const
{
    const accounts::ServerEndpoint &server = reading ? account.imap : account.smtp;
    accounts::ErrorContext context;
    context.provider = providerOf(account, server);
    context.protocol = reading ? accounts::Protocol::Imap : accounts::Protocol::Smtp;
    context.email = account.email;
    context.host = server.host;
    context.port = server.port;
    context.user = server.user;
    return context;
}

} // namespace inlet::engine
