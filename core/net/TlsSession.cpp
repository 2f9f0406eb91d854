// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsSession_p.h"

#include "net/Resolver_p.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace inlet::net
{

namespace
{

constexpr const char *kPriority = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";
constexpr unsigned char kAlertRecord = 21;
constexpr unsigned char kHandshakeRecord = 22;
constexpr std::size_t kRecordHeader = 5;

Error lostError(const QString &detail)
{
    return networkError("connection-lost", detail);
}

} // namespace

TlsSession::TlsSession(int fd, std::shared_ptr<const TrustStore> trust, Peer peer)
    : m_fd(fd), m_trust(std::move(trust)), m_peer(std::move(peer))
{
    if (gnutls_init(&m_session, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL) < 0)
        m_session = nullptr;
    else
        setUp();
}

TlsSession::~TlsSession()
{
    if (m_session)
        gnutls_deinit(m_session);
}

void TlsSession::setUp()
{
    const bool ready = gnutls_priority_set_direct(m_session, kPriority, nullptr) >= 0
        && gnutls_credentials_set(m_session, GNUTLS_CRD_CERTIFICATE, m_trust->get()) >= 0;
    if (!ready) {
        gnutls_deinit(m_session);
        m_session = nullptr;
        return;
    }
    // RFC 6066 section 3: literal addresses are not permitted in SNI.
    if (literalAddress(QString::fromLatin1(m_peer.host)).isEmpty())
        gnutls_server_name_set(m_session, GNUTLS_NAME_DNS, m_peer.host.constData(),
            static_cast<std::size_t>(m_peer.host.size()));
    gnutls_session_set_ptr(m_session, this);
    gnutls_session_set_verify_function(m_session, &TlsSession::verify);
    gnutls_transport_set_ptr(m_session, this);
    gnutls_transport_set_pull_function(m_session, &TlsSession::pull);
    gnutls_transport_set_push_function(m_session, &TlsSession::push);
    gnutls_transport_set_pull_timeout_function(m_session, &TlsSession::pullTimeout);
    gnutls_handshake_set_timeout(m_session, GNUTLS_INDEFINITE_TIMEOUT); // deadlines are the stream's
}

/// False with errno set. At the end of the stream: true with an empty buffer.
bool TlsSession::refill()
{
    m_rawBegin = 0;
    m_rawEnd = 0;
    const ssize_t got = ::recv(m_fd, m_raw.data(), m_raw.size(), 0);
    if (got < 0)
        return false;
    if (got == 0)
        m_closed = true;
    m_rawEnd = static_cast<std::size_t>(got);
    m_wireIn += got;
    if (m_firstOctet < 0 && got > 0)
        m_firstOctet = static_cast<unsigned char>(m_raw.front());
    return true;
}

ssize_t TlsSession::pull(gnutls_transport_ptr_t self, void *into, std::size_t size)
{
    auto *me = static_cast<TlsSession *>(self);
    if (me->m_rawBegin == me->m_rawEnd && !me->m_closed && !me->refill()) {
        gnutls_transport_set_errno(me->m_session, errno == EWOULDBLOCK ? EAGAIN : errno);
        return -1;
    }
    const std::size_t count = std::min(size, me->m_rawEnd - me->m_rawBegin);
    std::memcpy(into, me->m_raw.data() + me->m_rawBegin, count);
    me->m_rawBegin += count;
    return static_cast<ssize_t>(count);
}

ssize_t TlsSession::push(gnutls_transport_ptr_t self, const void *octets, std::size_t size)
{
    auto *me = static_cast<TlsSession *>(self);
    const ssize_t sent = ::send(me->m_fd, octets, size, MSG_NOSIGNAL);
    if (sent < 0)
        gnutls_transport_set_errno(me->m_session, errno == EWOULDBLOCK ? EAGAIN : errno);
    else
        me->m_wireOut += sent;
    return sent;
}

int TlsSession::pullTimeout(gnutls_transport_ptr_t self, unsigned milliseconds)
{
    auto *me = static_cast<TlsSession *>(self);
    if (me->m_rawBegin != me->m_rawEnd || me->m_closed)
        return 1;
    pollfd one{me->m_fd, POLLIN, 0};
    // The session must not wait: whoever asks for a long time gets the state of now.
    return ::poll(&one, 1, milliseconds == 0 ? 0 : 1);
}

int TlsSession::verify(gnutls_session_t session)
{
    auto *me = static_cast<TlsSession *>(gnutls_session_get_ptr(session));
    PeerVerdict verdict = verifyPeer(session, me->m_peer.host, me->m_peer.trustedFingerprint);
    me->m_facts = std::move(verdict.facts);
    if (!verdict.objection)
        return 0;
    me->m_error = *verdict.objection;
    me->m_objected = true;
    return GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR;
}

TlsSession::Step TlsSession::stepOf(long code)
{
    if (code == GNUTLS_E_AGAIN)
        return gnutls_record_get_direction(m_session) == 1 ? Step::WantWrite : Step::WantRead;
    if (code == GNUTLS_E_INTERRUPTED)
        return Step::Done;
    if (code == 0 || code == GNUTLS_E_PREMATURE_TERMINATION || code == GNUTLS_E_PULL_ERROR
        || code == GNUTLS_E_PUSH_ERROR || code == GNUTLS_E_SESSION_EOF) {
        m_error = lostError(QStringLiteral("the server closed the connection"));
        return Step::Closed;
    }
    // Warnings, and a request to renegotiate that we may ignore (RFC 5246 section 7.4.1.1).
    if (gnutls_error_is_fatal(static_cast<int>(code)) == 0)
        return Step::Done;
    m_error = lostError(QString::fromLatin1(gnutls_strerror(static_cast<int>(code))));
    return Step::Failed;
}

void TlsSession::setHandshakeError(int code)
{
    const QString text = QString::fromLatin1(gnutls_strerror(code));
    m_error = {ErrorKind::Tls, text, {}, "tls-handshake"};
    const bool tlsSpoken = m_firstOctet == kAlertRecord || m_firstOctet == kHandshakeRecord;
    if (m_firstOctet >= 0 && !tlsSpoken) {
        m_error.detail = QStringLiteral("the server does not speak TLS on this port");
    } else if (code == GNUTLS_E_UNSUPPORTED_VERSION_PACKET) {
        m_error.cause = "tls-too-old";
    } else if (code == GNUTLS_E_FATAL_ALERT_RECEIVED || code == GNUTLS_E_WARNING_ALERT_RECEIVED) {
        const gnutls_alert_description_t alert = gnutls_alert_get(m_session);
        if (const char *name = gnutls_alert_get_name(alert))
            m_error.detail = QString::fromLatin1(name);
        if (alert == GNUTLS_A_PROTOCOL_VERSION)
            m_error.cause = "tls-too-old";
    }
}

TlsSession::Step TlsSession::handshake()
{
    if (!m_session) {
        m_error = {ErrorKind::Bug, QStringLiteral("no TLS session"), {}, {}};
        return Step::Failed;
    }
    const int code = gnutls_handshake(m_session);
    if (code == GNUTLS_E_SUCCESS) {
        m_shaken = true;
        return Step::Done;
    }
    if (code == GNUTLS_E_AGAIN || code == GNUTLS_E_INTERRUPTED)
        return gnutls_record_get_direction(m_session) == 1 ? Step::WantWrite : Step::WantRead;
    if (m_objected) {
        gnutls_alert_send(m_session, GNUTLS_AL_FATAL, GNUTLS_A_BAD_CERTIFICATE);
        return Step::Failed;
    }
    if (gnutls_error_is_fatal(code) == 0)
        return Step::WantRead;
    const bool spoke = m_firstOctet >= 0;
    if (!spoke && (m_closed || code == GNUTLS_E_PULL_ERROR || code == GNUTLS_E_PUSH_ERROR))
        m_error = lostError(QStringLiteral("the server closed the connection before TLS began"));
    else
        setHandshakeError(code);
    return Step::Failed;
}

TlsSession::Step TlsSession::receive(std::span<char> into, std::size_t &got)
{
    got = 0;
    const ssize_t code = gnutls_record_recv(m_session, into.data(), into.size());
    if (code > 0) {
        got = static_cast<std::size_t>(code);
        return Step::Done;
    }
    return stepOf(code);
}

TlsSession::Step TlsSession::send(std::string_view octets, std::size_t &sent)
{
    sent = 0;
    const ssize_t code = gnutls_record_send(m_session, octets.data(), octets.size());
    if (code > 0) {
        sent = static_cast<std::size_t>(code);
        return Step::Done;
    }
    return stepOf(code);
}

void TlsSession::sayGoodbye()
{
    if (m_session && m_shaken && !m_closed)
        gnutls_bye(m_session, GNUTLS_SHUT_WR);
}

QString TlsSession::protocolName() const
{
    if (!m_shaken)
        return {};
    const gnutls_protocol_t version = gnutls_protocol_get_version(m_session);
    return QString::fromLatin1(gnutls_protocol_get_name(version)).replace(QLatin1String("TLS"),
        QLatin1String("TLS "));
}

bool TlsSession::wholeRecordBuffered() const
{
    const std::size_t size = m_rawEnd - m_rawBegin;
    if (size < kRecordHeader)
        return false;
    const auto octet = [this](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(m_raw[m_rawBegin + i]));
    };
    return size >= kRecordHeader + octet(3) * 256 + octet(4);
}

bool TlsSession::hasPending() const
{
    return m_session && (gnutls_record_check_pending(m_session) > 0 || wholeRecordBuffered());
}

} // namespace inlet::net
