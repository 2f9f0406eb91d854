// SPDX-License-Identifier: GPL-3.0-or-later
// sync --once | --watch, status.
#include "cli/Command.h"
#include "engine/SalvageWords.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

namespace inlet::cli
{

namespace
{

constexpr int kRoundPatienceMs = 30 * 60 * 1000;
constexpr int kLookPatienceMs = 10 * 1000; ///< for the outbox to find in Sent what a lost database had begun to send

QString eventText(const QJsonObject &row)
{
    QStringList words;
    for (auto value = row.begin(); value != row.end(); ++value) {
        if (value.key() != QLatin1String("event"))
            words.append(value.value().toVariant().toString());
    }
    return row.value(QStringLiteral("event")).toString() + QLatin1Char(' ') + words.join(QLatin1Char(' '));
}

/// One round over the chosen mailboxes, with what waits to go out.
class OnceRun : public QObject
{
public:
    OnceRun(const Session &session, AccountId only) : m_session(session), m_emails(session.emails())
    {
        for (const accounts::Account &account : session.accounts()) {
            if (account.enabled && (!only.isValid() || account.id == only))
                m_accounts.append(account);
        }
    }

    Exit run()
    {
        m_session.waitForAccounts();
        connect(&m_session.engine(), &engine::InletEngine::roundEnded, this,
            [this](AccountId account, const Result<void> &result) { ended(account, result); });
        for (const accounts::Account &account : std::as_const(m_accounts)) {
            if (account.signInRefused) {
                report(account.id, QStringLiteral("needs-user"), m_session.engine().status(account.id).reason);
                m_exit = Exit::NeedsUser;
            } else {
                m_open.insert(account.id);
            }
        }
        for (const AccountId account : std::as_const(m_open))
            m_session.engine().checkNow(account);
        QTimer look;
        connect(&look, &QTimer::timeout, this, [this] { quitWhenDone(); });
        look.start(100);
        QTimer::singleShot(kRoundPatienceMs, &m_loop, [this] { m_loop.exit(1); });
        if (m_loop.exec() != 0) {
            m_session.output.message(QStringLiteral("not finished within 30 minutes"));
            return Exit::Failed;
        }
        return m_exit;
    }

private:
    void ended(AccountId account, const Result<void> &result)
    {
        if (!m_open.contains(account))
            return;
        if (result) {
            // A first sync is finished when its history is here as well.
            m_round.insert(account);
            m_afterRound.start();
            quitWhenDone();
            return;
        }
        // A round that met damage says nothing of its mailbox: the next one runs on the new database.
        if (result.error().cause == "database-corrupt" && !m_metDamage.contains(account)) {
            m_metDamage.insert(account);
            return;
        }
        m_open.remove(account);
        const bool user = result.error().kind == ErrorKind::Auth || result.error().kind == ErrorKind::Tls;
        report(account, user ? QStringLiteral("needs-user") : QStringLiteral("failed"), result.error().detail);
        if (user)
            m_exit = Exit::NeedsUser;
        else if (m_exit == Exit::Done)
            m_exit = Exit::Failed;
        quitWhenDone();
    }

    void report(AccountId account, const QString &state, const QString &reason)
    {
        const QJsonObject row{{QStringLiteral("event"), QStringLiteral("state")}, {QStringLiteral("account"), m_emails.value(account)},
            {QStringLiteral("state"), state}, {QStringLiteral("reason"), reason}};
        m_session.output.row(row, eventText(row));
    }

    /// Nothing more to read for the account, nothing queued for its server, nothing due to leave.
    bool isWorkedOff(AccountId account) const
    {
        const engine::MailboxStatus status = m_session.engine().status(account);
        const bool isStalled = status.state == engine::MailboxState::Waiting && !status.until.isValid();
        if (isStalled || status.state == engine::MailboxState::CatchingUp || status.state == engine::MailboxState::Connecting)
            return false;
        bool idle = true;
        const QDateTime now = m_session.context.clock().nowUtc();
        m_session.store().readHere([&](store::ReadSession &reader) {
            const auto operations = reader.operations(account, 1);
            idle = operations && operations->isEmpty();
            for (const store::LedgerRow &row : reader.unfinishedLedger().value_or(QList<store::LedgerRow>())) {
                const bool moving = row.state == store::LedgerState::Sending || row.state == store::LedgerState::Accepted
                    || (row.dueAt <= now && row.state != store::LedgerState::Unknown);
                const bool isLookedFor = row.state == store::LedgerState::Unknown && !m_metDamage.isEmpty()
                    && !m_afterRound.hasExpired(kLookPatienceMs);
                if (row.account == account && ((moving && row.attempts < 2) || isLookedFor))
                    idle = false;
            }
        });
        return idle;
    }

    void quitWhenDone()
    {
        const QList<AccountId> ready = m_round.values();
        for (const AccountId account : ready) {
            if (!m_open.contains(account) || !isWorkedOff(account))
                continue;
            m_open.remove(account);
            const bool paused = m_session.engine().status(account).state == engine::MailboxState::Paused;
            report(account, engine::nameOf(paused ? engine::MailboxState::Paused : engine::MailboxState::Checked), {});
        }
        if (m_open.isEmpty())
            m_loop.quit();
    }

    const Session &m_session;
    Emails m_emails;
    QList<accounts::Account> m_accounts;
    QSet<AccountId> m_open;
    QSet<AccountId> m_round;
    QSet<AccountId> m_metDamage;
    QElapsedTimer m_afterRound;
    Exit m_exit = Exit::Done;
    QEventLoop m_loop;
};

/// Prints what happens until the process is ended.
class WatchRun : public QObject
{
public:
    WatchRun(const Session &session, AccountId only) : m_session(session), m_only(only), m_emails(session.emails())
    {
        engine::InletEngine &engine = session.engine();
        connect(&engine, &engine::Engine::statusChanged, this, [this](AccountId account) { stateChanged(account); });
        connect(&engine, &engine::InletEngine::mailStored, this,
            [this](AccountId account, ConversationId conversation, const QString &messageId, const QDateTime &arrivedAt) {
                newMail(account, conversation, messageId, arrivedAt);
            });
        connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) { flagsChanged(changes); });
    }

    Exit run()
    {
        m_session.waitForAccounts();
        for (const accounts::Account &account : m_session.accounts())
            stateChanged(account.id);
        return Exit(QCoreApplication::exec());
    }

private:
    [[nodiscard]] bool isWanted(AccountId account) const { return !m_only.isValid() || account == m_only; }

    void print(const QJsonObject &row) { m_session.output.row(row, eventText(row)); }

    void stateChanged(AccountId account)
    {
        if (!isWanted(account))
            return;
        const engine::MailboxStatus status = m_session.engine().status(account);
        const QString email = m_emails.value(account);
        if (m_states.value(account) == qMakePair(status.state, status.reason))
            return;
        m_states.insert(account, qMakePair(status.state, status.reason));
        if (status.state == engine::MailboxState::Live)
            print({{QStringLiteral("event"), QStringLiteral("live")}, {QStringLiteral("account"), email}});
        else
            print({{QStringLiteral("event"), QStringLiteral("state")}, {QStringLiteral("account"), email},
                {QStringLiteral("state"), engine::nameOf(status.state)}, {QStringLiteral("reason"), status.reason}});
    }

    void newMail(AccountId account, ConversationId conversation, const QString &messageId, const QDateTime &arrivedAt)
    {
        if (!isWanted(account))
            return;
        m_new.insert(conversation);
        const qint64 elapsed = arrivedAt.msecsTo(m_session.context.clock().nowUtc());
        print({{QStringLiteral("event"), QStringLiteral("new")}, {QStringLiteral("account"), m_emails.value(account)},
            {QStringLiteral("conversation"), conversation.number()}, {QStringLiteral("message_id"), messageId},
            {QStringLiteral("ms_since_arrival"), std::max<qint64>(elapsed, 0)}});
    }

    void flagsChanged(const store::ChangeSet &changes)
    {
        if (!changes.newMessages.isEmpty() || changes.conversations.isEmpty())
            return;
        const auto rows = readResult<QList<store::ConversationRow>>(m_session.store(),
            [&](store::ReadSession &reader) { return reader.rows(changes.conversations.values(), {.scope = store::Scope::All}); });
        for (const store::ConversationRow &row : rows.value_or(QList<store::ConversationRow>())) {
            const bool wanted = std::any_of(row.accounts.cbegin(), row.accounts.cend(), [this](AccountId id) { return isWanted(id); });
            if (wanted && !row.accounts.isEmpty())
                print({{QStringLiteral("event"), QStringLiteral("flags")}, {QStringLiteral("account"), m_emails.value(row.accounts.first())},
                    {QStringLiteral("conversation"), row.id.number()}});
        }
    }

    const Session &m_session;
    AccountId m_only;
    Emails m_emails;
    QSet<ConversationId> m_new;
    QHash<AccountId, QPair<engine::MailboxState, QString>> m_states;
};

/// Says when a damaged database was replaced, at the start of this run or in the middle of it.
class SalvageTeller : public QObject
{
public:
    explicit SalvageTeller(const Session &session) : m_session(session)
    {
        if (const auto &salvage = session.context.salvage())
            print(*salvage);
        connect(&session.engine(), &engine::InletEngine::salvaged, this,
            [this, begin = QDateTime::currentDateTimeUtc()](const store::SalvageReport &report) {
                if (report.at < begin)
                    return;
                m_session.output.message(engine::salvageText(report));
                print(report);
            });
    }

private:
    void print(const store::SalvageReport &report)
    {
        QJsonObject row = salvageJson(report);
        row.insert(QStringLiteral("event"), QStringLiteral("database-replaced"));
        m_session.output.row(row, QStringLiteral("database-replaced ") + report.oldFile);
    }

    const Session &m_session;
};

Exit sync(const Session &session)
{
    const auto only = session.accountOption();
    if (!only)
        return session.output.fail(only.error());
    if (session.arguments.has(QStringLiteral("--once")) && session.arguments.has(QStringLiteral("--watch")))
        return session.output.fail({ErrorKind::Config, QStringLiteral("choose --once or --watch"), {}, {}});
    const SalvageTeller teller(session);
    if (session.arguments.has(QStringLiteral("--watch")))
        return WatchRun(session, *only).run();
    return OnceRun(session, *only).run();
}

} // namespace

QList<Command> syncCommands()
{
    return {{"sync", "[--once | --watch] [--account E]", "one full round, or live until ended", Needs::Write,
        {.switches = {QStringLiteral("--once"), QStringLiteral("--watch")}, .valued = {QStringLiteral("--account")}, .minPositional = 0, .maxPositional = 0},
        sync, {}}};
}

} // namespace inlet::cli
