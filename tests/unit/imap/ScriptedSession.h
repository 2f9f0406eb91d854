// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/VmimeImapSession.h"
#include "support/ScriptedServer.h"

#include <QtDebug>

namespace inlet::test
{

inline const QByteArray kGreeting = "TLS\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\n";
inline const QByteArray kLogin = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                                      "S: <tag> OK [CAPABILITY IMAP4rev1 IDLE CONDSTORE UIDPLUS] in\n";
inline const QByteArray kResyncLogin = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                                                  "S: <tag> OK [CAPABILITY IMAP4rev1 IDLE ENABLE QRESYNC UIDPLUS] in\n"
                                                  "C: <tag> ENABLE QRESYNC\nS: * ENABLED QRESYNC\nS: <tag> OK x\n";
inline const QByteArray kSelect = kLogin
    + "C: <tag> SELECT INBOX (CONDSTORE)\n"
      "S: * 3 EXISTS\n"
      "S: * OK [UIDVALIDITY 7] x\n"
      "S: * OK [UIDNEXT 10] x\n"
      "S: * OK [HIGHESTMODSEQ 55] x\n"
      "S: * OK [PERMANENTFLAGS (\\Seen \\*)] x\n"
      "S: <tag> OK [READ-WRITE] done\n";

inline imap::ImapSession::TakeMessage into(QList<imap::FetchedMessage> &rows)
{
    return [&rows](imap::FetchedMessage &&row) { rows.append(std::move(row)); };
}

/// A real session against a server that plays a script.
class ScriptedSession
{
public:
    std::unique_ptr<imap::ImapSession> play(const QByteArray &script, accounts::TlsMode mode = accounts::TlsMode::Implicit)
    {
        m_server = std::make_unique<ScriptedServer>(QByteArrayList{script});
        accounts::ServerEndpoint endpoint;
        endpoint.host = ScriptedServer::host();
        endpoint.port = m_server->port();
        endpoint.tls = mode;
        endpoint.user = QStringLiteral("rep");
        return imap::makeImapSessionFactory({testCaFile()})(endpoint);
    }
    std::unique_ptr<imap::ImapSession> playSelected(const QByteArray &script)
    {
        return playSelected(kSelect, script);
    }
    std::unique_ptr<imap::ImapSession> playSelected(const QByteArray &select, const QByteArray &script)
    {
        auto session = play(select + script);
        const auto signedIn = session->connect({}) ? session->login(Secret("pw"), {}) : Result<void>();
        if (!signedIn)
            qWarning("%s / %s", qPrintable(signedIn.error().detail), qPrintable(m_server->failure()));
        if (!signedIn || !session->select("INBOX", {}))
            return nullptr;
        return session;
    }
    /// The script was played to its end and nothing else.
    bool finished(std::unique_ptr<imap::ImapSession> &session)
    {
        session.reset();
        return m_server->finish();
    }
    [[nodiscard]] ScriptedServer &server() { return *m_server; }

private:
    std::unique_ptr<ScriptedServer> m_server;
};

} // namespace inlet::test

#define VERIFY_FINISHED(session) QVERIFY2(m_script.finished(session), qPrintable(m_script.server().failure()))
