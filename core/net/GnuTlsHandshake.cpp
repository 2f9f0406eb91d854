// SPDX-License-Identifier: GPL-3.0-or-later
// The half of GnuTlsStream that turns TLS on.
#include "net/GnuTlsStream_p.h"

#include <sys/socket.h>

namespace inlet::net
{

bool GnuTlsStream::plainOctetsWaiting() const
{
    char octet = 0;
    return ::recv(m_fd.get(), &octet, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

Result<void> GnuTlsStream::startTls(std::stop_token stop)
{
    if (const auto usable = ready(); !usable)
        return usable;
    if (m_tls)
        return broken({ErrorKind::Bug, QStringLiteral("TLS twice"), {}, {}});
    if (const auto flushed = flush(stop); !flushed)
        return flushed;
    // In STARTTLS it is our turn to speak: what is there already was injected in front of TLS.
    if (m_begin != m_end || (m_plainUsed && plainOctetsWaiting()))
        return broken({ErrorKind::Tls, QStringLiteral("octets in clear text after STARTTLS"), {},
            "starttls-injection"});
    auto trust = TrustStore::forCaFile(m_settings.caFile);
    if (!trust)
        return broken(trust.error());
    m_tls = std::make_unique<TlsSession>(m_fd.get(), *trust,
        TlsSession::Peer{m_host, m_fingerprint});
    const auto shaken = shakeHands(*m_tls, stop);
    m_facts = m_tls->facts();
    m_encrypted = shaken.has_value();
    return shaken;
}

Result<void> GnuTlsStream::shakeHands(TlsSession &session, const std::stop_token &stop)
{
    const SteadyTime deadline = std::chrono::steady_clock::now() + m_connectTimeout;
    for (;;) {
        const TlsSession::Step step = session.handshake();
        if (step == TlsSession::Step::Done)
            return {};
        if (step == TlsSession::Step::Failed || step == TlsSession::Step::Closed)
            return broken(session.error());
        if (session.hasPending() && std::chrono::steady_clock::now() < deadline)
            continue; // after a warning of the server, with its next words in our buffer
        const short events = step == TlsSession::Step::WantWrite ? POLLOUT : POLLIN;
        switch (m_waiter.wait(m_fd.get(), events, deadline, stop)) {
        case Waiter::Wake::Ready:
            if (std::chrono::steady_clock::now() < deadline)
                break;
            [[fallthrough]];
        case Waiter::Wake::Deadline:
            return broken(timeoutError(QStringLiteral("no end of the TLS handshake in time")));
        case Waiter::Wake::Stopped:
            return broken(cancelledError());
        }
    }
}

std::optional<CertificateFacts> GnuTlsStream::certificate() const
{
    return m_facts;
}

QString GnuTlsStream::protocolName() const
{
    return m_encrypted ? m_tls->protocolName() : QString();
}

} // namespace inlet::net
