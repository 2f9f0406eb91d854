// SPDX-License-Identifier: GPL-3.0-or-later
// status, doctor: how the profile and its mailboxes are.
#include "cli/Command.h"
#include "engine/SalvageWords.h"
#include "cli/Transfer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace inlet::cli
{

namespace
{

QJsonArray folderRows(const Session &session, AccountId account)
{
    QJsonArray rows;
    const auto folders = readResult<QList<store::StoredFolder>>(session.store(),
        [&](store::ReadSession &reader) { return reader.folders(account); });
    for (const store::StoredFolder &folder : folders.value_or(QList<store::StoredFolder>())) {
        if (folder.followed)
            rows.append(QJsonObject{{QStringLiteral("folder"), folder.name}, {QStringLiteral("messages"), folder.messages},
                {QStringLiteral("unread"), folder.unread}, {QStringLiteral("on_server"), qint64(folder.exists)},
                {QStringLiteral("history_done"), folder.historyDone}});
    }
    return rows;
}

/// All of the history that is wanted has been read.
bool isAllHere(const Session &session, AccountId account)
{
    const auto folders = readResult<QList<store::StoredFolder>>(session.store(),
        [&](store::ReadSession &reader) { return reader.folders(account); });
    return folders && !folders->isEmpty()
        && std::all_of(folders->cbegin(), folders->cend(), [](const store::StoredFolder &folder) { return !folder.followed || folder.historyDone; });
}

/// "1240 of about 3900 read, about 4 min left"; empty where nothing is known to be missing.
QString progressText(const engine::MailboxStatus &status)
{
    if (status.syncTotal <= status.syncDone)
        return {};
    QString text = QStringLiteral("%1 of about %2 read").arg(status.syncDone).arg(status.syncTotal);
    if (status.secondsLeft >= 0)
        text += QStringLiteral(", about %1 min left").arg((status.secondsLeft + 59) / 60);
    return text;
}

void printMailbox(const Session &session, const accounts::Account &account, const engine::MailboxStatus &status)
{
    const QJsonArray folders = folderRows(session, account.id);
    QString text = account.email + QStringLiteral("  ") + engine::nameOf(status.state);
    if (const QString progress = progressText(status); !progress.isEmpty())
        text += QStringLiteral(" (%1)").arg(progress);
    for (const QJsonValue &folder : folders)
        text += QStringLiteral("  %1 %2").arg(folder[QStringLiteral("folder")].toString()).arg(folder[QStringLiteral("messages")].toInteger());
    if (!status.reason.isEmpty())
        text += QStringLiteral("\n    ") + status.reason;
    QJsonObject row{{QStringLiteral("account"), account.email}, {QStringLiteral("state"), engine::nameOf(status.state)},
        {QStringLiteral("proved_at"), isoTime(status.provedAt)}, {QStringLiteral("reason"), status.reason},
        {QStringLiteral("cause"), status.cause}, {QStringLiteral("history_paused"), status.historyPaused}, {QStringLiteral("folders"), folders}};
    if (status.syncTotal > 0) {
        row.insert(QStringLiteral("read"), status.syncDone);
        row.insert(QStringLiteral("to_read"), status.syncTotal);
    }
    if (status.secondsLeft >= 0)
        row.insert(QStringLiteral("seconds_left"), status.secondsLeft);
    session.output.row(row, text);
}

/// What can be said without a connection: from the profile alone.
engine::MailboxStatus storedStatus(const Session &session, const accounts::Account &account)
{
    engine::MailboxStatus status;
    status.account = account.id;
    status.historyPaused = session.context.pausedHistory().contains(account.id);
    status.state = status.historyPaused && !isAllHere(session, account.id) ? engine::MailboxState::Paused : engine::MailboxState::Checked;
    if (!account.enabled) {
        status.state = engine::MailboxState::Off;
    } else if (account.signInRefused) {
        status.state = engine::MailboxState::NeedsUser;
        status.reason = QStringLiteral("The server refused the sign-in.");
        status.cause = QStringLiteral("wrong-password");
    }
    return status;
}

/// Without a running engine: what would be allowed.
QList<sync::HostPlan> plannedHosts(const QList<accounts::Account> &accounts)
{
    QMap<QString, int> mailboxes;
    for (const accounts::Account &account : accounts) {
        if (account.enabled)
            ++mailboxes[account.imap.host.toLower()];
    }
    QList<sync::HostPlan> plans;
    for (auto host = mailboxes.cbegin(); host != mailboxes.cend(); ++host)
        plans.append(sync::planFor(host.key(), host.value(), sync::SyncOptions().connectionsPerHost));
    return plans;
}

QJsonObject governorJson(const QList<sync::HostPlan> &plans)
{
    QJsonArray hosts;
    int live = 0;
    int polled = 0;
    for (const sync::HostPlan &plan : plans) {
        live += plan.live;
        polled += plan.polled;
        hosts.append(QJsonObject{{QStringLiteral("host"), plan.host}, {QStringLiteral("mailboxes"), plan.mailboxes},
            {QStringLiteral("limit"), plan.limit}, {QStringLiteral("learned"), plan.learned},
            {QStringLiteral("connections"), plan.connections}, {QStringLiteral("live"), plan.live},
            {QStringLiteral("polled"), plan.polled}});
    }
    const qint64 seconds = sync::SyncOptions().pollInterval.count();
    return {{QStringLiteral("live"), live}, {QStringLiteral("polled"), polled}, {QStringLiteral("poll_seconds"), seconds},
        {QStringLiteral("hosts"), hosts}};
}

/// Until the rep has closed the notice about it.
std::optional<store::SalvageReport> salvageReport(const Session &session)
{
    return readResult<std::optional<store::SalvageReport>>(session.store(), [](store::ReadSession &reader) { return reader.salvageReport(); })
        .value_or(std::nullopt);
}

void printTotals(const Session &session, const QList<sync::HostPlan> &plans)
{
    qint64 queue = 0;
    qint64 outbox = 0;
    session.store().readHere([&](store::ReadSession &reader) {
        queue = reader.operationCount().value_or(0);
        outbox = reader.unfinishedLedger().value_or(QList<store::LedgerRow>()).size();
    });
    const qint64 bytes = session.store().databaseBytes();
    QJsonObject totals{{QStringLiteral("queue"), queue}, {QStringLiteral("outbox"), outbox}, {QStringLiteral("governor"), governorJson(plans)},
        {QStringLiteral("database_bytes"), bytes}};
    if (const auto salvage = salvageReport(session))
        totals.insert(QStringLiteral("database_replaced"), salvageJson(*salvage));
    session.output.row(totals,
        QStringLiteral("%1 changes wait for their server, %2 messages are on their way, database %3 KB").arg(queue).arg(outbox).arg(bytes / 1024));
}

Exit status(const Session &session)
{
    const auto printStored = [&] {
        const QList<accounts::Account> all = session.accounts();
        for (const accounts::Account &account : all)
            printMailbox(session, account, storedStatus(session, account));
        printTotals(session, plannedHosts(all));
    };
    if (!session.arguments.has(QStringLiteral("--watch"))) {
        printStored();
        return Exit::Done;
    }
    const bool beside = session.context.readsOnly();
    if (beside)
        session.output.message(QStringLiteral("Another Inlet is running with this profile. How its connections are, only its window tells; this is what it has stored."));
    else
        session.waitForAccounts();
    QTimer timer;
    const auto print = [&] {
        if (beside) {
            printStored();
            return;
        }
        for (const accounts::Account &account : session.engine().accounts())
            printMailbox(session, account, session.engine().status(account.id));
        printTotals(session, session.engine().governor());
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, print);
    timer.start(2000);
    print();
    return Exit(QCoreApplication::exec());
}

class Doctor
{
public:
    explicit Doctor(const Session &session) : m_session(session) {}

    Exit run()
    {
        profile();
        if (m_session.context.readsOnly())
            cannotTell(QStringLiteral("connections"), QStringLiteral("another Inlet is running with this profile; how its connections are, only its window tells"));
        database();
        secrets();
        for (const accounts::Account &account : m_session.accounts())
            say(QStringLiteral("mailbox"), !account.signInRefused, account.email + (account.signInRefused ? QStringLiteral(": the sign-in was refused; run 'inletctl account check %1'").arg(account.email) : QStringLiteral(": connected")));
        return m_fine ? Exit::Done : Exit::Failed;
    }

private:
    void say(const QString &what, bool ok, const QString &text)
    {
        m_fine = m_fine && ok;
        m_session.output.row({{QStringLiteral("check"), what}, {QStringLiteral("ok"), ok}, {QStringLiteral("message"), text}},
            (ok ? QStringLiteral("ok      ") : QStringLiteral("PROBLEM ")) + what + QStringLiteral(": ") + text);
    }

    /// Neither fine nor a problem.
    void cannotTell(const QString &what, const QString &text)
    {
        m_session.output.row({{QStringLiteral("check"), what}, {QStringLiteral("ok"), true}, {QStringLiteral("known"), false}, {QStringLiteral("message"), text}},
            QStringLiteral("unknown ") + what + QStringLiteral(": ") + text);
    }

    void profile()
    {
        const QFileInfo dir(m_session.context.dataDir());
        const bool isPrivate = !(dir.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther));
        say(QStringLiteral("profile"), isPrivate && dir.isWritable(),
            isPrivate ? dir.filePath() : QStringLiteral("%1 can be read by others; run: chmod 700 '%1'").arg(dir.filePath()));
    }

    void database()
    {
        const auto counts = readResult<store::Counts>(m_session.store(), [](store::ReadSession &reader) { return reader.counts(); });
        say(QStringLiteral("database"), bool(counts), counts ? QStringLiteral("%1 KB, readable").arg(m_session.store().databaseBytes() / 1024) : counts.error().detail);
        if (const auto salvage = salvageReport(m_session))
            say(QStringLiteral("database"), true, engine::salvageText(*salvage));
    }

    void secrets()
    {
        QEventLoop loop;
        std::optional<Result<void>> able;
        QString kind;
        m_session.context.probeSecrets([&](const QString &where, const Result<void> &answer) {
            kind = where;
            able = answer;
            loop.quit();
        });
        // A keyring that asks its user for the passphrase answers when the user does.
        constexpr int kKeyringMs = 10000;
        QTimer::singleShot(kKeyringMs, &loop, &QEventLoop::quit);
        loop.exec();
        const bool beside = m_session.context.readsOnly();
        if (!able)
            say(QStringLiteral("secrets"), false, QStringLiteral("the keyring does not answer; is it waiting to be unlocked?"));
        else if (beside && kind == QLatin1String("session"))
            cannotTell(QStringLiteral("secrets"), QStringLiteral("kept by the Inlet that is running, in its memory; only its window can tell"));
        else if (beside && kind == QLatin1String("file") && !*able)
            cannotTell(QStringLiteral("secrets"), QStringLiteral("kept in: file, which this program has not opened (%1); the Inlet that is running may have").arg(able->error().detail));
        else
            say(QStringLiteral("secrets"), bool(*able), *able ? QStringLiteral("kept in: ") + kind + (beside ? QStringLiteral(", readable") : QString()) : able->error().detail);
    }

    const Session &m_session;
    bool m_fine = true;
};

Exit doctor(const Session &session)
{
    return Doctor(session).run();
}

} // namespace

QList<Command> upkeepCommands()
{
    const ArgumentRules oneDir{.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = 1};
    const ArgumentRules none{.switches = {}, .valued = {}, .minPositional = 0, .maxPositional = 0};
    return {
        {"status", "[--watch]", "a row per mailbox, then the totals", Needs::Read,
            {.switches = {QStringLiteral("--watch")}, .valued = {}, .minPositional = 0, .maxPositional = 0}, status, {}, {}, true},
        {"export", "DIR", "decisions, ledger and do-not-contact list as JSON lines, rules as CSV", Needs::Read, oneDir, exportDecisions, {}},
        {"import", "DIR", "reads them back; known ones are skipped", Needs::Write, oneDir, importDecisions, {}},
        {"doctor", "", "checks profile, database and keyring", Needs::Write, none, doctor, {}, {}, true},
    };
}

} // namespace inlet::cli
