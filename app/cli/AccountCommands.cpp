// SPDX-License-Identifier: GPL-3.0-or-later
// account add | check | list | tag | pause | continue | remove: wizard and mailbox table without windows.
#include "cli/Command.h"
#include "accounts/values/Tags.h"
#include "cli/MailboxAdder.h"

#include <QFile>

#include <cstdio>
#include <deque>
#include <memory>

namespace inlet::cli
{

namespace
{

constexpr int kFleetAtOnce = 8;
constexpr qint64 kLargestCsv = 8 * 1024 * 1024;

/// One line of standard input without its line end; a password is never an argument, where every
/// user of the machine could read it.
Result<Secret> passwordFromStdin()
{
    constexpr std::size_t kLongest = 4096;
    std::string line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() <= kLongest; c = std::getchar())
        line.push_back(char(c));
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    Secret secret(line);
    const bool usable = !line.empty() && line.size() <= kLongest && line.find('\0') == std::string::npos;
    std::fill(line.begin(), line.end(), '\0');
    if (!usable)
        return Error{ErrorKind::Config, QStringLiteral("the password on standard input is empty or too long"), {}, {}};
    return secret;
}

void printStep(const Output &output, const engine::CheckStep &step)
{
    if (step.status != engine::CheckStatus::Running)
        output.row(checkJson(step), checkText(step));
}

Exit exitOf(const MailboxAdder::Outcome &outcome, const Output &output)
{
    if (!outcome.problem.isEmpty())
        output.message(outcome.problem);
    if (outcome.fine)
        return Exit::Done;
    return outcome.needsUser ? Exit::NeedsUser : Exit::Failed;
}

Exit runAdder(const Session &session, const accounts::Account &account, const Secret &password, MailboxAdder::Mode mode)
{
    session.waitForAccounts();
    MailboxAdder adder(session.engine(), mode);
    const auto outcome = await<MailboxAdder::Outcome>([&](QObject *, const MailboxAdder::Done &done) {
        adder.run(account, password, [&](const engine::CheckStep &step) { printStep(session.output, step); }, done);
    });
    return exitOf(outcome, session.output);
}

/// The mailboxes named behind the verb, else all.
Result<QList<accounts::Account>> named(const Session &session)
{
    QList<accounts::Account> chosen;
    const QStringList emails = session.arguments.positional().mid(1);
    if (emails.isEmpty())
        return session.accounts();
    for (const QString &email : emails) {
        const auto account = session.account(email);
        if (!account)
            return account.error();
        chosen.append(*account);
    }
    return chosen;
}

Result<void> readEndpoint(const Arguments &arguments, const QString &option, accounts::ServerEndpoint &endpoint)
{
    if (!arguments.has(option))
        return {};
    const auto parsed = accounts::parseEndpoint(arguments.value(option));
    if (!parsed)
        return Error{ErrorKind::Config, option + QStringLiteral(": ") + parsed.error().detail, {}, {}};
    endpoint = *parsed;
    endpoint.user = arguments.value(QStringLiteral("--user"));
    return {};
}

Result<accounts::Account> accountFrom(const Arguments &arguments)
{
    accounts::Account account;
    account.email = accounts::normalizedEmail(arguments.value(QStringLiteral("--email")));
    if (account.email.isEmpty())
        return Error{ErrorKind::Config, QStringLiteral("--email wants an email address"), {}, {}};
    account.displayName = arguments.value(QStringLiteral("--name"));
    for (const QChar c : std::as_const(account.displayName)) {
        if (c.category() == QChar::Other_Control)
            return Error{ErrorKind::Config, QStringLiteral("--name must not hold line breaks or control characters"), {}, {}};
    }
    const auto history = accounts::parseHistoryWindow(arguments.value(QStringLiteral("--history"), QStringLiteral("90d")));
    if (!history)
        return history.error();
    account.history = *history;
    account.tags = accounts::tagsFromText(arguments.value(QStringLiteral("--tags")));
    if (const auto read = readEndpoint(arguments, QStringLiteral("--imap"), account.imap); !read)
        return read.error();
    if (const auto read = readEndpoint(arguments, QStringLiteral("--smtp"), account.smtp); !read)
        return read.error();
    return account;
}

/// Works through a list of mailboxes, several at once, and prints a row for each as it ends.
class FleetRun
{
public:
    FleetRun(const Session &session, MailboxAdder::Mode mode, const engine::Fleet &fleet)
        : m_session(session), m_mode(mode), m_waiting(fleet.rows.cbegin(), fleet.rows.cend())
    {
    }

    Exit run()
    {
        for (int i = 0; i < kFleetAtOnce; ++i)
            startNext();
        if (m_running > 0)
            m_loop.exec();
        return m_exit;
    }

private:
    void startNext()
    {
        while (!m_waiting.empty() && !m_waiting.front().problem.isEmpty()) {
            report(m_waiting.front(), {.fine = false, .needsUser = false, .failed = {}, .problem = m_waiting.front().problem});
            m_waiting.pop_front();
        }
        if (m_waiting.empty())
            return;
        const engine::FleetRow row = m_waiting.front();
        m_waiting.pop_front();
        ++m_running;
        auto *adder = new MailboxAdder(m_session.engine(), m_mode);
        adder->run(row.account, row.password, {}, [this, row, adder](const MailboxAdder::Outcome &outcome) {
            adder->deleteLater();
            --m_running;
            report(row, outcome);
            startNext();
            if (m_running == 0)
                m_loop.quit();
        });
    }

    void report(const engine::FleetRow &row, const MailboxAdder::Outcome &outcome)
    {
        const QString good = m_mode == MailboxAdder::Mode::Add ? QStringLiteral("added") : QStringLiteral("ok");
        const QString status = outcome.fine ? good : QStringLiteral("failed");
        const QString message = outcome.problem.isEmpty() ? outcome.failed.message : outcome.problem;
        m_session.output.row({{QStringLiteral("email"), row.account.email}, {QStringLiteral("line"), row.line},
                                 {QStringLiteral("status"), status}, {QStringLiteral("step"), outcome.failed.step},
                                 {QStringLiteral("cause"), outcome.failed.cause}, {QStringLiteral("message"), message},
                                 {QStringLiteral("advice"), outcome.failed.advice},
                                 {QStringLiteral("server_reply"), outcome.failed.serverReply}},
            QStringLiteral("line %1: %2 %3 %4").arg(row.line).arg(status, row.account.email, message));
        if (outcome.needsUser)
            m_exit = Exit::NeedsUser;
        else if (!outcome.fine && m_exit == Exit::Done)
            m_exit = Exit::Failed;
    }

    const Session &m_session;
    MailboxAdder::Mode m_mode;
    std::deque<engine::FleetRow> m_waiting;
    int m_running = 0;
    Exit m_exit = Exit::Done;
    QEventLoop m_loop;
};

Exit addFleet(const Session &session)
{
    const QString path = session.arguments.value(QStringLiteral("--csv"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestCsv)
        return session.output.fail({ErrorKind::Config, QStringLiteral("%1 cannot be read, or is larger than 8 MB").arg(path), {}, {}});
    session.waitForAccounts();
    const engine::Fleet fleet = session.engine().parseFleet(file.readAll());
    if (!fleet.problem.isEmpty())
        return session.output.fail({ErrorKind::Config, fleet.problem, {}, {}});
    const bool dryRun = session.arguments.has(QStringLiteral("--dry-run"));
    return FleetRun(session, dryRun ? MailboxAdder::Mode::CheckOnly : MailboxAdder::Mode::Add, fleet).run();
}

Exit add(const Session &session)
{
    if (session.arguments.has(QStringLiteral("--csv")))
        return addFleet(session);
    const auto account = accountFrom(session.arguments);
    if (!account)
        return session.output.fail(account.error());
    if (!session.arguments.has(QStringLiteral("--password-stdin")))
        return session.output.fail({ErrorKind::Config, QStringLiteral("--password-stdin is missing: the password is read from standard input"), {}, {}});
    if (session.account(account->email))
        return session.output.fail({ErrorKind::Conflict, QStringLiteral("%1 is already connected").arg(account->email), {}, {}});
    const auto password = passwordFromStdin();
    if (!password)
        return session.output.fail(password.error());
    return runAdder(session, *account, *password, MailboxAdder::Mode::Add);
}

Exit check(const Session &session)
{
    const auto account = session.account(session.arguments.positional().at(1));
    if (!account)
        return session.output.fail(account.error());
    Secret password; // empty: the stored one
    if (session.arguments.has(QStringLiteral("--password-stdin"))) {
        const auto typed = passwordFromStdin();
        if (!typed)
            return session.output.fail(typed.error());
        password = *typed;
    }
    const Exit exit = runAdder(session, *account, password, MailboxAdder::Mode::CheckOnly);
    // A working new password replaces the refused one, and the mailbox is read again.
    if (exit == Exit::Done) {
        accounts::Account refused = *account;
        accounts::Account repaired = *account;
        refused.signInRefused = true;
        repaired.signInRefused = false;
        const auto updated = await<Result<void>>([&](QObject *context, const std::function<void(const Result<void> &)> &done) {
            session.engine().updateAccount(refused, repaired, password, context, done);
        });
        if (!updated)
            return session.output.fail(updated.error());
    }
    return exit;
}

Exit list(const Session &session)
{
    for (const accounts::Account &account : session.accounts()) {
        const auto server = [](const accounts::ServerEndpoint &endpoint) {
            return QStringLiteral("%1:%2:%3").arg(endpoint.host).arg(endpoint.port).arg(accounts::nameOf(endpoint.tls));
        };
        session.output.row({{QStringLiteral("account"), account.email}, {QStringLiteral("name"), account.displayName},
                               {QStringLiteral("provider"), account.provider}, {QStringLiteral("imap"), server(account.imap)},
                               {QStringLiteral("smtp"), server(account.smtp)}, {QStringLiteral("history"), accounts::nameOf(account.history)},
                               {QStringLiteral("enabled"), account.enabled}, {QStringLiteral("sign_in_refused"), account.signInRefused},
                               {QStringLiteral("tags"), QJsonArray::fromStringList(account.tags)}},
            QStringLiteral("%1  %2  %3  %4").arg(account.email, server(account.imap), account.enabled ? QStringLiteral("on") : QStringLiteral("off"),
                account.tags.join(QStringLiteral(", "))).trimmed());
    }
    return Exit::Done;
}

/// Adds and takes off; without either it only tells. Which mailboxes: those named, else all.
Exit tag(const Session &session)
{
    const QStringList added = accounts::tagsFromText(session.arguments.value(QStringLiteral("--add")));
    const QStringList removed = accounts::tagsFromText(session.arguments.value(QStringLiteral("--remove")));
    const auto chosen = named(session);
    if (!chosen)
        return session.output.fail(chosen.error());
    session.waitForAccounts();
    if (!added.isEmpty() || !removed.isEmpty()) {
        QList<AccountId> ids;
        for (const accounts::Account &account : *chosen)
            ids.append(account.id);
        const auto changed = await<Result<void>>([&](QObject *context, const std::function<void(const Result<void> &)> &done) {
            session.engine().changeTags(ids, added, removed, context, done);
        });
        if (!changed)
            return session.output.fail(changed.error());
    }
    for (const accounts::Account &account : *chosen) {
        const QStringList tags = accounts::changedTags(account.tags, added, removed);
        session.output.row({{QStringLiteral("account"), account.email}, {QStringLiteral("tags"), QJsonArray::fromStringList(tags)}},
            QStringLiteral("%1  %2").arg(account.email, tags.isEmpty() ? QStringLiteral("no tags") : tags.join(QStringLiteral(", "))));
    }
    return Exit::Done;
}

Exit remove(const Session &session)
{
    const auto account = session.account(session.arguments.positional().at(1));
    if (!account)
        return session.output.fail(account.error());
    session.waitForAccounts();
    const auto removed = await<Result<void>>([&](QObject *context, const std::function<void(const Result<void> &)> &done) {
        session.engine().removeAccount(account->id, context, done);
    });
    if (!removed)
        return session.output.fail(removed.error());
    session.output.row({{QStringLiteral("account"), account->email}, {QStringLiteral("removed"), true}},
        account->email + QStringLiteral(" is disconnected. Its mail stays on the server; your decisions, the ledger and the do-not-contact list stay here."));
    return Exit::Done;
}

/// Nothing is asked of a server: the engine is not started for it.
Exit setPaused(const Session &session, bool paused)
{
    const auto chosen = named(session);
    if (!chosen)
        return session.output.fail(chosen.error());
    QSet<AccountId> all = session.context.pausedHistory();
    for (const accounts::Account &account : *chosen) {
        if (paused)
            all.insert(account.id);
        else
            all.remove(account.id);
    }
    if (const auto kept = session.context.keepPausedHistory(all); !kept)
        return session.output.fail(kept.error());
    for (const accounts::Account &account : *chosen) {
        session.output.row({{QStringLiteral("account"), account.email}, {QStringLiteral("history_paused"), paused}},
            account.email + (paused ? QStringLiteral("  no older mail is read until 'inletctl account continue'") : QStringLiteral("  older mail is read")));
    }
    return Exit::Done;
}

Exit dispatch(const Session &session)
{
    const QString &verb = session.arguments.positional().first();
    const auto count = session.arguments.positional().size();
    const auto wants = [&](qsizetype exactly, Exit (*run)(const Session &)) {
        if (count == exactly)
            return run(session);
        return session.output.fail({ErrorKind::Config, QStringLiteral("account %1 has %2 arguments").arg(verb, count < exactly ? QStringLiteral("too few") : QStringLiteral("too many")), {}, {}});
    };
    if (verb == QLatin1String("add"))
        return wants(1, add);
    if (verb == QLatin1String("check"))
        return wants(2, check);
    if (verb == QLatin1String("list"))
        return wants(1, list);
    if (verb == QLatin1String("remove"))
        return wants(2, remove);
    if (verb == QLatin1String("tag"))
        return tag(session);
    if (verb == QLatin1String("pause") || verb == QLatin1String("continue"))
        return setPaused(session, verb == QLatin1String("pause"));
    return session.output.fail({ErrorKind::Config, QStringLiteral("account wants add, check, list, tag, pause, continue or remove"), {}, {}});
}

} // namespace

QList<Command> accountCommands()
{
    const QSet<QString> valued{QStringLiteral("--email"), QStringLiteral("--name"), QStringLiteral("--imap"), QStringLiteral("--smtp"),
        QStringLiteral("--user"), QStringLiteral("--history"), QStringLiteral("--csv"), QStringLiteral("--tags"), QStringLiteral("--add"), QStringLiteral("--remove")};
    const QSet<QString> switches{QStringLiteral("--password-stdin"), QStringLiteral("--dry-run")};
    return {{"account", "add|check|list|tag|pause|continue|remove [ADDRESS...] [--email E --imap H:P:tls --smtp H:P:tls|starttls [--tags T,T] --password-stdin | --csv F [--dry-run]] [--add T,T --remove T,T]",
        "connects, checks, lists and disconnects mailboxes; tag: adds and takes off tags, pause: no older mail is read until continue, of all where none is named", Needs::Write,
        {.switches = switches, .valued = valued, .minPositional = 1, .maxPositional = -1}, dispatch, {}, {QStringLiteral("list")}}};
}

} // namespace inlet::cli
