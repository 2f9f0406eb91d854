// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TrustStore_p.h"
#include "net/Verifier_p.h"

#include "net/Waiter_p.h"

#include <array>
#include <span>
#include <string_view>

namespace inlet::net
{

/// One TLS client session over a non-blocking socket: never waits, says what to wait for.
/// Reads the socket in large pieces, so that one system call brings many records.
/// Thread: one at a time.
class TlsSession
{
public:
    struct Peer {
        QByteArray host; ///< ASCII or a literal address
        QByteArray trustedFingerprint;
    };
    enum class Step { Done, WantRead, WantWrite, Closed, Failed };

    /// `fd` must outlive the session.
    TlsSession(int fd, std::shared_ptr<const TrustStore> trust, Peer peer);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    Step handshake();
    /// Done with `got` > 0, or something to wait for. `got` is 0 and Done when a record carried no data.
    Step receive(std::span<char> into, std::size_t &got);
    Step send(std::string_view octets, std::size_t &sent);
    /// close_notify, once and without waiting for an answer.
    void sayGoodbye();

    /// After Failed or Closed.
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const std::optional<CertificateFacts> &facts() const { return m_facts; }
    [[nodiscard]] QString protocolName() const;
    /// Octets that a poll on the socket would not show.
    [[nodiscard]] bool hasPending() const;
    [[nodiscard]] qint64 wireIn() const { return m_wireIn; }
    [[nodiscard]] qint64 wireOut() const { return m_wireOut; }

private:
    static ssize_t pull(gnutls_transport_ptr_t self, void *into, std::size_t size);
    static ssize_t push(gnutls_transport_ptr_t self, const void *octets, std::size_t size);
    static int pullTimeout(gnutls_transport_ptr_t self, unsigned milliseconds);
    static int verify(gnutls_session_t session);

    void setUp();
    bool refill();
    Step stepOf(long code);
    void setHandshakeError(int code);
    [[nodiscard]] bool wholeRecordBuffered() const;

    int m_fd;
    std::shared_ptr<const TrustStore> m_trust;
    Peer m_peer;
    gnutls_session_t m_session = nullptr;
    std::optional<CertificateFacts> m_facts;
    Error m_error;
    bool m_objected = false;
    bool m_closed = false; ///< the peer closed the TCP connection
    bool m_shaken = false;
    int m_firstOctet = -1; ///< of all the peer sent: tells TLS from plain text
    std::array<char, 32768> m_raw{};
    std::size_t m_rawBegin = 0;
    std::size_t m_rawEnd = 0;
    qint64 m_wireIn = 0;
    qint64 m_wireOut = 0;
};

} // namespace inlet::net
