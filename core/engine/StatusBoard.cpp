// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StatusBoard.h"

#include "base/Clock.h"
#include "engine/SecretBroker.h"

namespace inlet::engine
{

namespace
{

constexpr int kProofMinutes = 10;
const QString kStorageNotice = QStringLiteral("storage");

MailboxState stateOf(sync::SyncState state)
{
    switch (state) {
    case sync::SyncState::Off:
        return MailboxState::Off;
    case sync::SyncState::Connecting:
        return MailboxState::Connecting;
    case sync::SyncState::CatchingUp:
        return MailboxState::CatchingUp;
    case sync::SyncState::Paused:
        return MailboxState::Paused;
    case sync::SyncState::Live:
        return MailboxState::Live;
    case sync::SyncState::Checked:
        return MailboxState::Checked;
    case sync::SyncState::Waiting:
        return MailboxState::Waiting;
    case sync::SyncState::NeedsUser:
        return MailboxState::NeedsUser;
    }
    return MailboxState::Connecting;
}

QString noticeId(AccountId account)
{
    return QStringLiteral("mailbox/") + QString::number(account.number());
}

NextAction actionOf(const accounts::NextStep &step)
{
    return {step.kind, step.label, step.url};
}

} // namespace

StatusBoard::StatusBoard(const accounts::ProviderTable &providers,
    const accounts::ErrorDictionary &dictionary, const Clock &clock)
    : m_providers(providers), m_dictionary(dictionary), m_clock(clock)
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(kProgressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &StatusBoard::tellProgress);
}

void StatusBoard::setAccounts(const QList<accounts::Account> &accounts)
{
    QHash<AccountId, accounts::Account> present;
    for (const accounts::Account &account : accounts)
        present.insert(account.id, account);
    const QList<AccountId> before = m_accounts.keys();
    m_accounts = present;
    for (const AccountId id : before) {
        if (!present.contains(id)) {
            m_statuses.remove(id);
            m_paces.remove(id);
            resolve(noticeId(id));
            if (m_unstored.remove(id) && m_unstored.isEmpty())
                resolve(kStorageNotice);
        }
    }
    for (const accounts::Account &account : accounts) {
        if (!account.enabled)
            update({.account = account.id, .state = sync::SyncState::Off});
    }
}

void StatusBoard::update(const sync::SyncStatus &status)
{
    if (!m_accounts.contains(status.account))
        return;
    MailboxStatus now = m_statuses.value(status.account);
    now.account = status.account;
    now.state = stateOf(status.state);
    if (status.provedAt.isValid())
        now.provedAt = status.provedAt;
    now.until = status.until;
    now.syncDone = status.done;
    now.syncTotal = status.total;
    now.syncedBackTo = status.syncedBackTo;
    if (now.state == MailboxState::CatchingUp)
        m_paces[status.account].saw(status.done, status.total, m_clock.steadyNow());
    else
        m_paces.remove(status.account);
    accounts::Explanation explanation;
    if (status.error) {
        explanation = explain(status.account, *status.error, accounts::Protocol::Imap,
            status.error->kind == ErrorKind::Auth ? accounts::Phase::SignIn : accounts::Phase::Use);
        now.serverReply = QString::fromUtf8(status.error->serverReply);
    } else {
        now.serverReply.clear();
    }
    now.cause = QString::fromLatin1(explanation.cause);
    now.reason = explanation.message;
    now.advice = explanation.advice;
    const MailboxStatus before = m_statuses.value(status.account);
    if (before == now)
        return;
    m_statuses.insert(status.account, now);
    noteStorage(before, now, status.error);
    if (before.state == MailboxState::CatchingUp && now.state == MailboxState::CatchingUp) {
        m_progressed.insert(status.account);
        if (!m_progressTimer.isActive())
            m_progressTimer.start();
        return;
    }
    m_progressed.remove(status.account);
    noticeFor(now, explanation);
    Q_EMIT statusChanged(status.account);
}

void StatusBoard::setHistoryPaused(AccountId account, bool paused)
{
    if (m_paused.contains(account) == paused)
        return;
    if (paused)
        m_paused.insert(account);
    else
        m_paused.remove(account);
    Q_EMIT statusChanged(account);
}

void StatusBoard::noteStorage(const MailboxStatus &before, const MailboxStatus &now, const std::optional<Error> &error)
{
    if (error && error->kind == ErrorKind::Storage) {
        m_unstored.insert(now.account);
        Notice notice;
        notice.id = kStorageNotice;
        notice.severity = Notice::Severity::Error;
        notice.text = now.reason + QLatin1Char(' ') + now.advice;
        post(notice);
        return;
    }
    // With another trouble it says nothing of the disk any more; the next write will.
    const bool stores = error || now.state == MailboxState::Live || now.state == MailboxState::Checked || now.state == MailboxState::Off || now.state == MailboxState::Paused
        || (now.state == MailboxState::CatchingUp && before.state == now.state && now.syncDone > before.syncDone);
    if (stores && m_unstored.remove(now.account) && m_unstored.isEmpty())
        resolve(kStorageNotice);
}

void StatusBoard::tellProgress()
{
    const QSet<AccountId> progressed = std::exchange(m_progressed, {});
    for (const AccountId account : progressed)
        Q_EMIT statusChanged(account);
}

void StatusBoard::sawNewMail(AccountId account, const QDateTime &when)
{
    const auto found = m_statuses.find(account);
    if (found == m_statuses.end())
        return;
    found->lastNewMail = when;
    Q_EMIT statusChanged(account);
}

MailboxStatus StatusBoard::status(AccountId account) const
{
    MailboxStatus unknown;
    unknown.account = account;
    MailboxStatus now = m_statuses.value(account, unknown);
    const bool stale = !now.provedAt.isValid()
        || now.provedAt.addSecs(kProofMinutes * 60) < m_clock.nowUtc();
    if ((now.state == MailboxState::Live || now.state == MailboxState::Paused) && stale)
        now.state = MailboxState::Checked;
    now.historyPaused = m_paused.contains(account);
    if (const auto pace = m_paces.constFind(account); pace != m_paces.constEnd() && !now.historyPaused)
        now.secondsLeft = pace->secondsLeft(m_clock.steadyNow());
    return now;
}

void StatusBoard::noticeFor(const MailboxStatus &status, const accounts::Explanation &explanation)
{
    const QString id = noticeId(status.account);
    if (status.state != MailboxState::NeedsUser) {
        if (status.state == MailboxState::Live || status.state == MailboxState::Checked
            || status.state == MailboxState::CatchingUp || status.state == MailboxState::Paused || status.state == MailboxState::Off)
            resolve(id);
        return;
    }
    // One locked keyring is one notice (from the engine), not one for each of 200 mailboxes.
    if (isSecretCause(status.cause.toLatin1()))
        return;
    Notice notice;
    notice.id = id;
    notice.severity = Notice::Severity::Error;
    notice.account = status.account;
    notice.text = m_accounts.value(status.account).email + QStringLiteral(": ") + status.reason;
    notice.details = status.advice;
    if (!status.serverReply.isEmpty())
        notice.details += QStringLiteral("\n") + status.serverReply;
    notice.action = actionOf(explanation.action);
    post(notice);
}

void StatusBoard::post(const Notice &notice)
{
    if (m_notices.value(notice.id) == notice)
        return;
    m_notices.insert(notice.id, notice);
    Q_EMIT noticeChanged(notice);
}

void StatusBoard::resolve(const QString &noticeId)
{
    if (!m_notices.contains(noticeId))
        return;
    Notice gone = m_notices.take(noticeId);
    gone.resolved = true;
    Q_EMIT noticeChanged(gone);
}

accounts::Explanation StatusBoard::explain(AccountId id, const Error &error, accounts::Protocol protocol,
    accounts::Phase phase) const
{
    const accounts::Account account = m_accounts.value(id);
    const accounts::ServerEndpoint &endpoint
        = protocol == accounts::Protocol::Imap ? account.imap : account.smtp;
    accounts::ErrorContext context;
    context.provider = m_providers.byKey(account.provider);
    context.protocol = protocol;
    context.phase = phase;
    context.email = account.email;
    context.host = endpoint.host;
    context.port = endpoint.port;
    context.user = endpoint.user;
    return m_dictionary.explain(error, context);
}

} // namespace inlet::engine
