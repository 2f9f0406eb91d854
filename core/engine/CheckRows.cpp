// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/CheckRows_p.h"

#include "imap/ServerError.h"

#include <QCoreApplication>

namespace inlet::engine
{

namespace
{

constexpr qsizetype kMaxReply = 2000;

CheckStep explained(const QString &step, CheckStatus status, const accounts::Explanation &words)
{
    CheckStep row;
    row.step = step;
    row.status = status;
    row.cause = QString::fromLatin1(words.cause);
    row.message = words.message;
    row.advice = words.advice;
    row.action = words.action;
    return row;
}

} // namespace

ConnectStage stageOf(const Error &error, accounts::TlsMode mode, bool encrypted)
{
    const QByteArray &cause = error.cause;
    if (cause.startsWith("dns-"))
        return ConnectStage::Dns;
    if (cause.startsWith("connect-"))
        return ConnectStage::Connect;
    if (error.kind == ErrorKind::Tls || cause.startsWith("tls-") || cause.startsWith("starttls-")
        || cause == "preauth-refused")
        return ConnectStage::Tls;
    // Whoever refused us has greeted us: with implicit TLS that is after the handshake.
    const bool greeted = error.kind == ErrorKind::ServerRefused || error.kind == ErrorKind::Protocol
        || error.kind == ErrorKind::Config || error.kind == ErrorKind::Auth;
    const bool implicit = mode == accounts::TlsMode::Implicit;
    if (encrypted || (implicit && greeted))
        return ConnectStage::SignIn;
    // Broken off or silent before TLS: in the handshake, or in the greeting.
    return implicit ? ConnectStage::Tls : ConnectStage::Connect;
}

CheckRows::CheckRows(QStringList steps, accounts::ErrorContext context, Secret secret,
    const accounts::ErrorDictionary &dictionary, Report report)
    : m_open(std::move(steps))
    , m_context(std::move(context))
    , m_secret(std::move(secret))
    , m_dictionary(dictionary)
    , m_report(std::move(report))
{
}

void CheckRows::begin(const QString &step)
{
    CheckStep row;
    row.step = step;
    m_report(row);
}

void CheckRows::ok(const QString &step, const QString &message, const QList<imap::RemoteFolder> &folders)
{
    CheckStep row;
    row.step = step;
    row.status = CheckStatus::Ok;
    row.message = message;
    row.folders = folders;
    finish(row);
}

void CheckRows::warn(const QString &step, const QByteArray &cause)
{
    finish(explained(step, CheckStatus::Warning, m_dictionary.describe(cause, m_context)));
}

void CheckRows::fail(const QString &step, accounts::Phase phase, const Error &error,
    const std::optional<net::CertificateFacts> &certificate)
{
    m_context.phase = phase;
    CheckStep row = explained(step, CheckStatus::Failed, m_dictionary.explain(error, m_context));
    const QByteArray reply =
        imap::withoutSecret(error.serverReply, m_context.user.toStdString(), m_secret.reveal());
    row.serverReply = QString::fromUtf8(cleanServerText(reply, kMaxReply));
    row.certificate = certificate;
    finish(row);
    const QStringList rest = m_open;
    for (const QString &open : rest)
        skip(open);
}

void CheckRows::skip(const QString &step)
{
    CheckStep row;
    row.step = step;
    row.status = CheckStatus::Skipped;
    row.message = QCoreApplication::translate("Engine", "Not tried, because an earlier step failed.");
    finish(row);
}

void CheckRows::finish(const CheckStep &row)
{
    m_open.removeAll(row.step);
    m_report(row);
}

} // namespace inlet::engine
