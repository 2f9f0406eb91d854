// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/MailboxAdder.h"

namespace inlet::cli
{

void MailboxAdder::run(const accounts::Account &account, const Secret &password, StepSeen step, Done done)
{
    m_account = account;
    m_password = password;
    m_step = std::move(step);
    m_done = std::move(done);
    const bool complete = !account.imap.host.isEmpty() && !account.smtp.host.isEmpty();
    if (complete) {
        check();
        return;
    }
    m_engine.detect(account.email, this, [this](const engine::Detection &detection) { detected(detection); });
}

void MailboxAdder::detected(const engine::Detection &detection)
{
    if (detection.passwordRefused) {
        m_outcome.needsUser = true;
        finish(false, detection.note);
        return;
    }
    // What was typed wins over what was found.
    if (m_account.imap.host.isEmpty())
        m_account.imap = detection.account.imap;
    if (m_account.smtp.host.isEmpty())
        m_account.smtp = detection.account.smtp;
    m_account.provider = detection.account.provider;
    m_account.sentPolicy = detection.account.sentPolicy;
    if (m_account.imap.host.isEmpty() || m_account.smtp.host.isEmpty())
        finish(false, QStringLiteral("The servers of %1 could not be found; give --imap and --smtp.").arg(m_account.email));
    else
        check();
}

void MailboxAdder::check()
{
    if (m_account.provider.isEmpty())
        m_account.provider = QStringLiteral("custom");
    for (accounts::ServerEndpoint *endpoint : {&m_account.imap, &m_account.smtp}) {
        if (endpoint->user.isEmpty())
            endpoint->user = m_account.email;
    }
    m_engine.check(m_account, m_password, this,
        [this](const engine::CheckStep &step) {
            if (step.status == engine::CheckStatus::Failed && m_outcome.failed.step.isEmpty())
                m_outcome.failed = step;
            if (step.status == engine::CheckStatus::Failed && step.step.endsWith(QLatin1String("login")))
                m_outcome.needsUser = true;
            if (m_step)
                m_step(step);
        },
        [this](bool fine) { checked(fine); });
}

void MailboxAdder::checked(bool fine)
{
    if (!fine || m_mode == Mode::CheckOnly) {
        finish(fine);
        return;
    }
    m_engine.addAccount(m_account, m_password, this, [this](const Result<AccountId> &added) {
        finish(bool(added), added ? QString() : added.error().detail);
    });
}

void MailboxAdder::finish(bool fine, const QString &problem)
{
    m_outcome.fine = fine;
    m_outcome.problem = problem;
    // The caller may delete this from inside.
    const Done done = std::move(m_done);
    done(m_outcome);
}

} // namespace inlet::cli
