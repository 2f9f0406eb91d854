// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"
#include "base/Secret.h"
#include "net/TlsStream.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace inlet::smtp
{

struct Envelope {
    QString sender;
    QStringList recipients;
};

struct RefusedRecipient {
    QString recipient;
    int code = 0;
    QByteArray enhancedCode;
    QByteArray reply;
};

/// How a handover ended. The one that matters: Unknown is after the final dot was (partly) sent and
/// before its reply came. It must never be retried blindly.
enum class SendOutcome { Accepted, Refused, Unknown };

struct SendReport {
    SendOutcome outcome = SendOutcome::Refused;
    int code = 0; ///< of the reply that decided
    QByteArray enhancedCode; ///< "5.1.1", RFC 3463
    QByteArray reply; ///< the server's words
    QList<RefusedRecipient> refused; ///< with Accepted: the others got it
    Error error; ///< for Refused and Unknown
    [[nodiscard]] bool isTemporary() const { return code >= 400 && code < 500; }
};

/// One connection for submission (RFC 6409). Same thread and error rules as imap::ImapSession.
class SmtpSession
{
public:
    virtual ~SmtpSession() = default;
    virtual Result<void> connect(std::stop_token stop) = 0;
    /// Exactly one attempt.
    virtual Result<void> login(const Secret &password, std::stop_token stop) = 0;
    /// MAIL FROM, then RSET: may this sign-in send as `sender`? Errors: ServerRefused (cause
    /// "send-as-denied" ...).
    virtual Result<void> verifySender(const QString &sender, std::stop_token stop) = 0;
    /// `raw` with CRLF line ends. Errors (as Result) only while nothing was handed over; from MAIL
    /// FROM on the report says how it ended. All recipients refused: Refused, nothing sent.
    virtual Result<SendReport> send(const Envelope &envelope, const QByteArray &raw,
        std::stop_token stop) = 0;
    /// SIZE limit of EHLO in octets, 0: none said.
    [[nodiscard]] virtual qint64 sizeLimit() const = 0;
    [[nodiscard]] virtual net::TlsStream &stream() = 0;
    virtual void quit() = 0;
};

using SmtpSessionFactory
    = std::function<std::unique_ptr<SmtpSession>(const accounts::ServerEndpoint &)>;

} // namespace inlet::smtp
