// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/VmimeSmtpSession.h"
#include "support/ScriptedServer.h"

namespace inlet::test
{

inline std::unique_ptr<smtp::SmtpSession> sessionTo(const ScriptedServer &server,
    accounts::TlsMode tls = accounts::TlsMode::Implicit)
{
    accounts::ServerEndpoint endpoint;
    endpoint.host = ScriptedServer::host();
    endpoint.port = server.port();
    endpoint.tls = tls;
    endpoint.user = QStringLiteral("rep@sales.test");
    return smtp::makeVmimeSmtpSessions(
        [] { return net::TlsStream::create({testCaFile()}); })(endpoint);
}

/// The script up to "signed in"; `offer`: lines of EHLO after the first, each with "250-" or "250 ".
inline QByteArray signedInScript(const QByteArray &offer)
{
    return "TLS\nS: 220 ready\nC: EHLO *\nS: 250-hi\n" + offer
        + "S: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 235 2.7.0 welcome\n";
}

inline const Secret &testPassword()
{
    static const Secret password("pa ss\"w\xc3\xb6rd");
    return password;
}

/// nullptr when it could not sign in.
inline std::unique_ptr<smtp::SmtpSession> signedInSession(const ScriptedServer &server)
{
    auto session = sessionTo(server);
    if (!session->connect({}) || !session->login(testPassword(), {}))
        return nullptr;
    return session;
}

} // namespace inlet::test
