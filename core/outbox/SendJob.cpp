// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/SendJob_p.h"

#include "base/Channel.h"
#include "base/Clock.h"
#include "base/Log.h"

#include <array>

namespace inlet::outbox
{

namespace
{

using smtp::SendOutcome;
using smtp::SendReport;
using store::LedgerRow;
using store::LedgerState;

constexpr std::array<LedgerState, 2> kNotBegun{LedgerState::UndoWindow, LedgerState::Queued};
// A row may have been called Unknown by somebody who did not know that we were still sending.
constexpr std::array<LedgerState, 2> kBegun{LedgerState::Sending, LedgerState::Unknown};
constexpr std::chrono::minutes kSecretPatience{2}; // a keyring may ask the user to unlock it

accounts::ErrorContext contextOf(const accounts::Account &account, accounts::Phase phase)
{
    accounts::ErrorContext context;
    context.protocol = accounts::Protocol::Smtp;
    context.phase = phase;
    context.email = account.email;
    context.host = account.smtp.host;
    context.port = account.smtp.port;
    context.user = account.smtp.user;
    return context;
}

QString refusedRecipients(const QList<smtp::RefusedRecipient> &refused)
{
    QStringList lines;
    for (const smtp::RefusedRecipient &one : refused)
        lines.append(QStringLiteral("%1 (%2)").arg(one.recipient, QString::fromUtf8(one.reply)));
    return lines.isEmpty() ? QString() : QStringLiteral("Not taken for: ") + lines.join(QLatin1String(", "));
}

/// The Error that stands for a report: with the server's words where there are some.
Error errorOf(const SendReport &report)
{
    Error error = report.error;
    if (error.serverReply.isEmpty())
        error.serverReply = report.reply;
    return error;
}

} // namespace

SendJob::SendJob(SendDeps &deps, AccountId account, QList<LedgerId> rows, Stops stops)
    : m_deps(deps), m_stops(std::move(stops)), m_waiting(rows)
{
    m_report.account = account;
    m_report.rows = std::move(rows);
}

JobReport SendJob::run()
{
    auto account = m_deps.steps.account(m_report.account);
    Result<std::unique_ptr<smtp::SmtpSession>> session
        = account ? Error() : account.error();
    if (account) {
        m_account = *account;
        session = signIn();
    }
    if (!session) {
        for (const LedgerId id : std::as_const(m_waiting))
            putOff(id, kNotBegun, session.error(), 0, accounts::Phase::SignIn, true);
        return std::move(m_report);
    }
    while (!m_waiting.isEmpty() && !m_stops.soft.stop_requested()) {
        if (!sendOne(**session, m_waiting.takeFirst()))
            break; // the connection is gone; what waits is planned again
    }
    (*session)->quit();
    return std::move(m_report);
}

Result<Secret> SendJob::askSecret()
{
    // The answer may come late, on any thread, or never: the channel outlives us for it.
    auto answers = std::make_shared<Channel<Result<Secret>>>();
    m_deps.secrets(m_report.account, [answers](Result<Secret> secret) { answers->push(std::move(secret)); });
    auto answer = answers->popFor(m_stops.soft, kSecretPatience);
    if (answer)
        return *std::move(answer);
    if (m_stops.soft.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped on request"), {}, {}};
    return Error{ErrorKind::Timeout, QStringLiteral("The password store did not answer."), {}, "keyring-locked"};
}

Result<std::unique_ptr<smtp::SmtpSession>> SendJob::signIn()
{
    auto secret = askSecret();
    if (!secret) {
        // Ours to solve, not a refusal of the server: never a reason to wait for the user for ever.
        Error error = secret.error();
        if (error.kind != ErrorKind::Cancelled)
            error.kind = ErrorKind::Storage;
        return error;
    }
    auto session = m_deps.sessions(m_account.smtp);
    if (const auto connected = session->connect(m_stops.soft); !connected)
        return connected.error();
    if (const auto signedIn = session->login(*secret, m_stops.soft); !signedIn) {
        if (signedIn.error().kind == ErrorKind::Auth) {
            m_report.refusedSecret = *secret;
            m_report.refusedAt = m_account.smtp;
        }
        session->quit();
        return signedIn.error();
    }
    return session;
}

/// False when the connection must not be used again.
bool SendJob::sendOne(smtp::SmtpSession &session, LedgerId id)
{
    auto claim = m_deps.steps.claim(id);
    if (!claim) {
        qCWarning(lcOutbox) << "cannot take a message:" << claim.error().detail;
        m_report.storageTrouble = true;
        return false; // nothing was taken, nothing is sent
    }
    if (!*claim)
        return true;
    const LedgerRow &row = (*claim)->row;
    const auto report = session.send({row.sender, row.recipients}, (*claim)->bytes, m_stops.hard);
    if (!report) {
        putOff(id, kBegun, report.error(), 0, accounts::Phase::Send, false);
        return report.error().kind == ErrorKind::Config;
    }
    settle(**claim, *report);
    return report->outcome == SendOutcome::Accepted
        || (report->outcome == SendOutcome::Refused && report->code != 0 && report->code != 421);
}

void SendJob::settle(const LedgerSteps::Claim &claim, const SendReport &report)
{
    const LedgerId id = claim.row.id;
    const QDateTime now = m_deps.clock.nowUtc();
    switch (report.outcome) {
    case SendOutcome::Accepted:
        record(id, kBegun, [now, report](LedgerRow &row) {
            row.state = LedgerState::Accepted;
            row.dueAt = now;
            row.serverReply = report.reply;
            row.note = refusedRecipients(report.refused);
        });
        takeDownRefusals(claim.row, report);
        break;
    case SendOutcome::Refused:
        putOff(id, kBegun, errorOf(report), report.code, accounts::Phase::Send, false);
        takeDownRefusals(claim.row, report);
        break;
    case SendOutcome::Unknown:
        record(id, kBegun, [now, report](LedgerRow &row) {
            row.state = LedgerState::Unknown;
            row.dueAt = now;
            row.serverReply = report.reply;
            row.note = QStringLiteral(
                "The connection was lost before the server confirmed. Looking in Sent.");
        });
        break;
    }
}

/// What a server refuses for good while we send is a bounce that came at once.
void SendJob::takeDownRefusals(const LedgerRow &row, const SendReport &report)
{
    QList<store::BounceFact> facts;
    const auto add = [&](const QString &recipient, const QByteArray &reply, triage::BounceType type) {
        facts.append({row.account, {}, row.id, recipient, type, {},
            type == triage::BounceType::None ? QString() : QStringLiteral("the content was refused"),
            QString::fromUtf8(reply), m_deps.clock.nowUtc()});
    };
    for (const smtp::RefusedRecipient &one : report.refused) {
        if (one.code >= 500)
            add(one.recipient, one.reply, triage::BounceType::None);
    }
    // After all recipients were taken it is the message that is refused, and of several nobody knows whose fault it is.
    if (facts.isEmpty() && report.outcome == SendOutcome::Refused && report.code >= 500 && !row.recipients.isEmpty())
        add(row.recipients.first(), report.reply, row.recipients.size() == 1 ? triage::BounceType::None : triage::BounceType::Block);
    if (facts.isEmpty())
        return;
    const auto written = m_deps.steps.store().writeAndWait("outbox refusal", [&](store::WriteTransaction &transaction) -> Result<void> {
        for (const store::BounceFact &fact : std::as_const(facts)) {
            if (const auto done = transaction.recordRefusal(fact); !done)
                return done;
        }
        return {};
    });
    if (!written)
        qCWarning(lcOutbox) << "cannot take down a refusal:" << written.error().detail;
}

void SendJob::putOff(LedgerId id, std::span<const LedgerState> from, const Error &error, int code,
    accounts::Phase phase, bool countsAsAttempt)
{
    const QDateTime now = m_deps.clock.nowUtc();
    const bool ours = error.kind == ErrorKind::Cancelled;
    const accounts::ErrorContext context = contextOf(m_account, phase);
    const auto dictionary = m_deps.dictionary;
    auto network = std::make_shared<bool>(false);
    record(id, from, [=](LedgerRow &row) {
        if (countsAsAttempt && !ours)
            ++row.attempts;
        const Consequence consequence = consequenceOf(
            {error, code, row.attempts, row.createdAt, now}, dictionary.get(), context);
        *network = consequence.isNetwork;
        // Stopped before it began: its undo window goes on at the next start.
        if (ours && countsAsAttempt)
            return;
        row.state = consequence.next == Consequence::Next::Fail ? LedgerState::Failed : LedgerState::Queued;
        row.dueAt = consequence.next == Consequence::Next::Retry
            ? now.addMSecs(consequence.delay.count()) : QDateTime();
        row.note = consequence.note;
        row.serverReply = error.serverReply;
    });
    if (*network)
        m_report.waitForNetwork.insert(id);
}

void SendJob::record(LedgerId id, std::span<const LedgerState> from, const LedgerSteps::Change &change)
{
    const auto recorded = m_deps.steps.change(id, from, change);
    if (recorded || recorded.error().kind == ErrorKind::Conflict
        || recorded.error().kind == ErrorKind::NotFound)
        return;
    qCWarning(lcOutbox) << "cannot take down how a message ended:" << recorded.error().detail;
    m_report.storageTrouble = true;
    if (from.front() == LedgerState::Sending)
        m_report.unwritten.append({id, change});
}

} // namespace inlet::outbox
