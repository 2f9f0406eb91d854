// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capability.h"
#include "imap/VmimeImapSession_p.h"
#include "sasl/SaslClient.h"

namespace inlet::imap
{

namespace
{

constexpr int kMostSaslAnswers = 10;
/// A server that answers sooner is in the same building, where compressing takes longer than sending (see README.md).
constexpr std::chrono::milliseconds kFarAway{10};
constexpr int kMostSaslResponses = 1000;

bool breaksALine(std::string_view octets)
{
    return octets.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

Error noMechanism(const Capabilities &capabilities)
{
    return {ErrorKind::Auth, QStringLiteral("no way of signing in with a password is offered"),
        cleanServerText(capabilities.all.join(' ')), "mechanism-missing"};
}

} // namespace

/// Over TLS with a proven certificate PLAIN is as good as any and the one servers do right.
QByteArray VmimeImapSession::bestMechanism() const
{
    if (offers(m_capabilities, "AUTH=PLAIN"))
        return "PLAIN";
    if (!offers(m_capabilities, "LOGINDISABLED"))
        return "LOGIN command";
    for (const char *mechanism : {"LOGIN", "SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5"}) {
        if (offers(m_capabilities, QByteArray("AUTH=") + mechanism))
            return mechanism;
    }
    return {};
}

Result<void> VmimeImapSession::login(const Secret &password, std::stop_token stop)
{
    if (!stream().isEncrypted())
        return Error{ErrorKind::Tls, QStringLiteral("no sign-in without TLS"), {}, "tls-needed"};
    const std::string user = m_endpoint.user.toStdString();
    if (breaksALine(user) || breaksALine(password.reveal()))
        return Error{ErrorKind::Config, QStringLiteral("a line break in user name or password"), {}, {}};
    const QByteArray mechanism = bestMechanism();
    if (mechanism.isEmpty())
        return noMechanism(m_capabilities);

    m_capabilitiesFresh = false;
    auto outcome = mechanism == "LOGIN command" ? signInWithCommand(password, stop)
                                                : signInWithSasl(mechanism, password, stop);
    if (!outcome) {
        Error error = outcome.error();
        error.serverReply = withoutSecret(error.serverReply, user, password.reveal());
        return error;
    }
    if (!outcome->isOk()) {
        return serverError(Phase::SignIn, outcome->status,
            withoutSecret(outcome->words, user, password.reveal()));
    }
    noteWords(outcome->words);
    return introduceOurselves(stop);
}

Result<Wire::Outcome> VmimeImapSession::signInWithCommand(const Secret &password, std::stop_token stop)
{
    CommandLine command("LOGIN ");
    command.addString(m_endpoint.user.toUtf8()).add(" ");
    QByteArray octets(password.reveal().data(), qsizetype(password.reveal().size()));
    command.addString(octets);
    octets.fill('\0');
    auto outcome = run(command, {}, stop);
    command.wipe();
    return outcome;
}

Result<Wire::Outcome> VmimeImapSession::signInWithSasl(const QByteArray &mechanism,
    const Secret &password, std::stop_token stop)
{
    const auto client = sasl::SaslClient::create("imap", mechanism, m_endpoint.user.toUtf8(), password);
    if (!client)
        return noMechanism(m_capabilities);
    CommandLine command("AUTHENTICATE " + mechanism);
    if (client->speaksFirst() && offers(m_capabilities, "SASL-IR")) {
        auto first = client->step({});
        if (!first)
            return first.error();
        command.add(" ").add(first->isEmpty() ? QByteArrayLiteral("=") : first->toBase64());
        first->fill('\0');
    }
    const auto sent = m_wire.send(command, bookkeeping({}), stop);
    command.wipe();
    if (!sent)
        return sent.error();
    return saslDialogue(*client, sent->tag, stop);
}

Result<Wire::Outcome> VmimeImapSession::saslDialogue(sasl::SaslClient &client, const QByteArray &tag,
    std::stop_token stop)
{
    const auto take = bookkeeping({});
    int answers = 0;
    for (int responses = 0; responses < kMostSaslResponses; ++responses) {
        auto response = m_wire.readAnswer(stop);
        if (!response)
            return response.error();
        if (response->kind() == Response::Kind::Untagged) {
            take(*response); // a BYE ends the wire, and with it the next read
            continue;
        }
        if (response->kind() == Response::Kind::Tagged) {
            const Wire::Outcome outcome{response->status(), response->words()};
            const bool proven = !outcome.isOk() || client.isComplete();
            if (response->tag() == tag && proven)
                return outcome;
            return m_wire.die({ErrorKind::Protocol,
                QStringLiteral("the server did not end the sign-in dialogue properly"), {}, {}});
        }
        if (++answers > kMostSaslAnswers)
            break;
        auto answer = client.step(QByteArray::fromBase64(response->words()));
        if (!answer)
            return m_wire.die(answer.error());
        const auto sent = m_wire.sendLine(answer->toBase64(), stop);
        answer->fill('\0');
        if (!sent)
            return sent.error();
    }
    return m_wire.die({ErrorKind::Protocol, QStringLiteral("the sign-in dialogue does not end"), {}, {}});
}

/// What is offered may differ after the sign-in. Some servers want to know who asks (RFC 2971).
Result<void> VmimeImapSession::introduceOurselves(std::stop_token stop)
{
    std::vector<CommandLine> commands;
    if (!m_capabilitiesFresh)
        commands.emplace_back("CAPABILITY");
    if (offers(m_capabilities, "ID"))
        commands.emplace_back("ID (\"name\" \"Inlet\" \"version\" \"" INLET_VERSION "\")");
    if (m_capabilities.qresync && offers(m_capabilities, "ENABLE"))
        commands.emplace_back("ENABLE QRESYNC");
    if (offers(m_capabilities, "NAMESPACE") || offers(m_capabilities, "IMAP4REV2"))
        commands.emplace_back("NAMESPACE");
    const auto told = [this](Response &response) {
        if (const auto namespaces = namespaceRow(response)) {
            m_namespaces = *namespaces;
            if (!m_namespaces.own.isEmpty())
                m_capabilities.ownPrefix = m_namespaces.own.first();
            return true;
        }
        if (!response.isWord(0, "ENABLED"))
            return false;
        for (std::size_t at = 1; at < response.tokens().size(); ++at)
            m_resyncs = m_resyncs || response.isWord(at, "QRESYNC");
        return true;
    };
    const auto begin = std::chrono::steady_clock::now();
    const auto ran = m_wire.runAll(commands, bookkeeping(told), [](std::size_t, const Wire::Outcome &) {}, stop);
    const auto roundTrip = std::chrono::steady_clock::now() - begin;
    const bool worthIt = !commands.empty() && roundTrip >= kFarAway && offers(m_capabilities, "COMPRESS=DEFLATE")
        && !m_plainHosts->contains(m_endpoint);
    return ran && worthIt ? compress(stop) : ran;
}

/// A server that offers it and breaks it would be lost for good: the next sign-in goes without.
Result<void> VmimeImapSession::compress(std::stop_token stop)
{
    auto begun = beginCompression(stop);
    if (!begun && begun.error().kind != ErrorKind::Cancelled)
        m_plainHosts->add(m_endpoint);
    return begun;
}

/// RFC 4978. Passwords were sent before: nothing that matters can be guessed by lengths.
Result<void> VmimeImapSession::beginCompression(std::stop_token stop)
{
    const auto outcome = run(CommandLine("COMPRESS DEFLATE"), {}, stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->isOk())
        return {}; // it goes without
    if (const auto begun = stream().startDeflate(); !begun)
        return m_wire.die(begun.error());
    m_compressed = true;
    // Any answer proves that both directions work.
    const auto proof = run(CommandLine("NOOP"), {}, stop);
    return proof ? Result<void>() : Result<void>(proof.error());
}

} // namespace inlet::imap
