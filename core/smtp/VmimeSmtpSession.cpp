// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/VmimeSmtpSession.h"

#include "base/Log.h"
#include "mime/Mime.h"
#include "sasl/SaslClient.h"
#include "smtp/Transaction_p.h"

namespace inlet::smtp
{

namespace
{

// An address literal is legal, says nothing about this machine, and never needs DNS.
constexpr const char *kEhlo = "EHLO [127.0.0.1]";
constexpr qsizetype kMaxCommand = 510; // RFC 5321 section 4.5.3.1.4, without CRLF
constexpr int kMaxSaslRounds = 5;
constexpr std::chrono::seconds kReplyTimeout{60}; // somebody waits for the sign-in
constexpr std::chrono::seconds kQuitTimeout{2};

class VmimeSmtpSession final : public SmtpSession
{
public:
    VmimeSmtpSession(accounts::ServerEndpoint endpoint, std::unique_ptr<net::TlsStream> stream)
        : m_endpoint(std::move(endpoint)), m_stream(std::move(stream)), m_replies(*m_stream)
    {
    }

    Result<void> connect(std::stop_token stop) override;
    Result<void> login(const Secret &password, std::stop_token stop) override;
    Result<void> verifySender(const QString &sender, std::stop_token stop) override;
    Result<SendReport> send(const Envelope &envelope, const QByteArray &raw,
        std::stop_token stop) override;
    [[nodiscard]] qint64 sizeLimit() const override { return m_extensions.sizeLimit; }
    [[nodiscard]] net::TlsStream &stream() override { return *m_stream; }
    void quit() override;

private:
    Result<void> greet(const std::stop_token &stop);
    Result<void> hello(const std::stop_token &stop);
    Result<void> upgrade(const std::stop_token &stop);
    Result<Reply> authenticate(sasl::SaslClient &client, const QByteArray &mechanism,
        const std::stop_token &stop);
    Result<Reply> answerChallenge(sasl::SaslClient &client, const Reply &challenge,
        const std::stop_token &stop);
    Result<Reply> sendSecretLine(QByteArray line, const std::stop_token &stop);
    Result<void> signedIn() const;
    Error dead(Error error);

    accounts::ServerEndpoint m_endpoint;
    std::unique_ptr<net::TlsStream> m_stream;
    ReplyReader m_replies;
    Extensions m_extensions;
    bool m_signedIn = false;
    bool m_transactionOpen = false;
};

/// The one mechanism to try, or empty. Inside TLS the password is safe, so the order is by how well
/// servers support them: CRAM-MD5 is often offered where it cannot work.
QByteArray chooseMechanism(const QByteArrayList &offered)
{
    for (const char *mechanism : {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "SCRAM-SHA-1"}) {
        if (offered.contains(mechanism))
            return mechanism;
    }
    return {};
}

Error VmimeSmtpSession::dead(Error error)
{
    m_signedIn = false;
    return error;
}

Result<void> VmimeSmtpSession::connect(std::stop_token stop)
{
    mime::initialize();
    net::ConnectTarget target;
    target.host = m_endpoint.host;
    target.port = m_endpoint.port;
    target.trustedFingerprint = m_endpoint.trustedFingerprint;
    m_signedIn = false;
    m_transactionOpen = false;
    if (const auto connected = m_stream->connectTcp(target, stop); !connected)
        return connected;
    const bool implicit = m_endpoint.tls == accounts::TlsMode::Implicit;
    if (implicit) {
        if (const auto secured = m_stream->startTls(stop); !secured)
            return secured;
    }
    if (const auto greeted = greet(stop); !greeted)
        return greeted;
    if (!implicit) {
        if (const auto upgraded = upgrade(stop); !upgraded)
            return upgraded;
    }
    m_stream->setReadTimeout(kReplyTimeout);
    return hello(stop);
}

Result<void> VmimeSmtpSession::greet(const std::stop_token &stop)
{
    const auto reply = m_replies.read(stop);
    if (!reply) {
        Error error = reply.error();
        // "+OK" is POP3, "* OK" is IMAP.
        if (error.kind == ErrorKind::Protocol)
            error.cause = "wrong-port";
        return error;
    }
    if (!reply->isPositive())
        return refusal(ErrorKind::ServerRefused, *reply, "connecting",
            reply->isTemporary() ? "server-busy" : "greeting-refused");
    return {};
}

/// What was learned before is forgotten: RFC 3207 section 4.2.
Result<void> VmimeSmtpSession::hello(const std::stop_token &stop)
{
    m_extensions = {};
    const auto reply = m_replies.command(kEhlo, stop);
    if (!reply)
        return reply.error();
    if (!reply->isPositive())
        return refusal(ErrorKind::ServerRefused, *reply, "EHLO",
            reply->isTemporary() ? "server-busy" : "greeting-refused");
    m_extensions = parseExtensions(reply->lines);
    return {};
}

/// There is no way on without TLS: whoever hides STARTTLS from us gets neither name nor password.
Result<void> VmimeSmtpSession::upgrade(const std::stop_token &stop)
{
    if (const auto said = hello(stop); !said)
        return said;
    if (!m_extensions.startTls)
        return Error{ErrorKind::Tls, QStringLiteral("the server offers no STARTTLS"), {},
            "starttls-missing"};
    const auto reply = m_replies.command("STARTTLS", stop);
    if (!reply)
        return reply.error();
    if (reply->code != 220)
        return refusal(ErrorKind::Tls, *reply, "STARTTLS", "starttls-refused");
    return m_stream->startTls(stop);
}

Result<void> VmimeSmtpSession::login(const Secret &password, std::stop_token stop)
{
    if (!m_stream->isEncrypted())
        return Error{ErrorKind::Bug, QStringLiteral("no sign-in without TLS"), {}, {}};
    const QByteArray mechanism = chooseMechanism(m_extensions.mechanisms);
    if (mechanism.isEmpty())
        return Error{ErrorKind::Auth, QStringLiteral("no way to sign in that we know; offered: %1")
            .arg(QString::fromLatin1(cleanServerText(m_extensions.mechanisms.join(' '), 200))), {},
            "mechanism-missing"};
    const auto client = sasl::SaslClient::create("smtp", mechanism, m_endpoint.user.toUtf8(), password);
    if (!client || m_endpoint.user.isEmpty())
        return Error{ErrorKind::Config, QStringLiteral("this sign-in name or password cannot be sent"),
            {}, "settings"};
    const auto reply = authenticate(*client, mechanism, stop);
    if (!reply)
        return dead(reply.error());
    if (reply->code == 235 && !client->isComplete())
        return dead({ErrorKind::Protocol, QStringLiteral("the server does not prove that it knows the password"), {}, {}});
    m_signedIn = reply->code == 235;
    if (m_signedIn)
        return {};
    // RFC 4954 section 6: 4xx is the server's trouble, not a wrong password.
    if (reply->isTemporary())
        return refusal(ErrorKind::ServerRefused, *reply, "AUTH", "server-busy");
    return refusal(ErrorKind::Auth, *reply, "AUTH", "wrong-password");
}

Result<Reply> VmimeSmtpSession::sendSecretLine(QByteArray line, const std::stop_token &stop)
{
    auto sent = m_stream->write(
        {line.constData(), static_cast<std::size_t>(line.size())}, stop);
    line.fill('\0');
    if (sent)
        sent = m_stream->write("\r\n", stop);
    if (!sent)
        return sent.error();
    return m_replies.read(stop);
}

Result<Reply> VmimeSmtpSession::authenticate(sasl::SaslClient &client, const QByteArray &mechanism,
    const std::stop_token &stop)
{
    QByteArray command = "AUTH " + mechanism;
    QByteArray initial;
    if (client.speaksFirst()) {
        auto first = client.step({});
        if (!first)
            return first.error();
        initial = first->toBase64();
        first->fill('\0');
    }
    const bool fits = command.size() + 1 + initial.size() <= kMaxCommand;
    if (!initial.isEmpty() && fits)
        command += ' ' + initial;
    auto reply = sendSecretLine(std::move(command), stop);
    // RFC 4954 section 4: what does not fit into the command answers an empty challenge.
    if (reply && reply->code == 334 && !initial.isEmpty() && !fits)
        reply = sendSecretLine(initial, stop);
    initial.fill('\0');
    for (int round = 0; reply && reply->code == 334 && round < kMaxSaslRounds; ++round)
        reply = answerChallenge(client, *reply, stop);
    return reply;
}

Result<Reply> VmimeSmtpSession::answerChallenge(sasl::SaslClient &client, const Reply &challenge,
    const std::stop_token &stop)
{
    auto answer = client.step(QByteArray::fromBase64(challenge.lines.last()));
    if (!answer) // we do not understand the server: "*" ends the exchange, RFC 4954 section 4
        return m_replies.command("*", stop);
    auto reply = sendSecretLine(answer->toBase64(), stop);
    answer->fill('\0');
    return reply;
}

Result<void> VmimeSmtpSession::signedIn() const
{
    if (!m_signedIn)
        return Error{ErrorKind::Network, QStringLiteral("not signed in"), {}, "connection-lost"};
    return {};
}

Result<void> VmimeSmtpSession::verifySender(const QString &sender, std::stop_token stop)
{
    if (const auto able = signedIn(); !able)
        return able;
    const auto address = wireAddress(sender);
    if (!address)
        return address.error();
    auto mail = m_replies.command("MAIL FROM:<" + address->octets + '>', stop);
    if (!mail)
        return dead(mail.error());
    // Many servers judge the sender only when they hear a recipient (Postfix by default).
    const bool opened = mail->isPositive();
    if (opened) {
        mail = m_replies.command("RCPT TO:<" + address->octets + '>', stop);
        if (!mail)
            return dead(mail.error());
    }
    const auto reset = m_replies.command("RSET", stop);
    if (!reset)
        return dead(reset.error());
    // A send-only address may be unknown as a recipient: that says nothing about sending as it.
    const bool aboutSender = !opened || mail->enhancedCode.startsWith("5.7.")
        || mail->words.toLower().contains("sender");
    if (mail->isPositive() || !aboutSender)
        return {};
    return refusal(ErrorKind::ServerRefused, *mail, "MAIL FROM",
        mail->isTemporary() ? "server-busy" : "send-as-denied");
}

Result<SendReport> VmimeSmtpSession::send(const Envelope &envelope, const QByteArray &raw,
    std::stop_token stop)
{
    if (const auto able = signedIn(); !able)
        return able.error();
    Transaction transaction({m_replies, *m_stream, m_extensions}, stop);
    auto report = transaction.run(envelope, raw, m_transactionOpen);
    if (report)
        m_transactionOpen = report->outcome != SendOutcome::Accepted;
    if (transaction.connectionIsDead())
        m_signedIn = false;
    m_stream->setReadTimeout(kReplyTimeout);
    if (report)
        qCDebug(lcSmtp) << "message ended with code" << report->code;
    return report;
}

void VmimeSmtpSession::quit()
{
    if (m_stream->isEncrypted() && m_signedIn) {
        m_stream->setReadTimeout(kQuitTimeout);
        (void)m_replies.command("QUIT", {});
    }
    m_signedIn = false;
    m_stream->close();
}

} // namespace

SmtpSessionFactory makeVmimeSmtpSessions(net::StreamFactory streams)
{
    return [streams = std::move(streams)](const accounts::ServerEndpoint &endpoint) {
        return std::make_unique<VmimeSmtpSession>(endpoint, streams());
    };
}

} // namespace inlet::smtp
