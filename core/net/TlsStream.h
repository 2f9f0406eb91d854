// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "net/values/Certificate.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>

namespace inlet::net
{

/// What every connection of the program shares.
struct TlsSettings {
    QString caFile; ///< PEM with further trusted CAs (--ca-file); empty: the system's only
};

struct ConnectTarget {
    QString host;
    quint16 port = 0;
    QByteArray trustedFingerprint; ///< see accounts::ServerEndpoint
    std::chrono::milliseconds connectTimeout{15000};
    std::chrono::milliseconds readTimeout{60000};
};

/// The one socket under IMAP and SMTP: TCP, then TLS 1.2 or newer with full chain and host check.
/// Addresses are tried as in RFC 8305 (Happy Eyeballs). Writes are buffered until flush(), a read
/// or 16 KB. A request to stop ends every wait within milliseconds.
/// Errors: Network (cause "dns-not-found", "dns-failed", "connect-refused", "connect-timeout",
///         "connect-unreachable", "connection-lost"), Tls (cause "tls-expired",
///         "tls-not-yet-valid", "tls-self-signed", "tls-wrong-name", "tls-unknown-issuer",
///         "tls-bad-chain", "tls-too-old", "tls-handshake", "starttls-injection"), Timeout,
///         Cancelled, Protocol (line longer than the limit). After an error other than one of
///         connectTcp() the stream is dead and repeats that error.
/// Waiting: the read timeout holds for each silence, and a peer that trickles must keep up a pace of
///         kSlowestPace over the whole line, literal or flush; so no peer holds a thread for ever.
/// Thread: one at a time.
class TlsStream
{
public:
    static constexpr qsizetype kMaxLine = 1024 * 1024;
    static constexpr qint64 kSlowestPace = 1024; ///< octets a second

    static std::unique_ptr<TlsStream> create(TlsSettings settings);
    virtual ~TlsStream() = default;

    /// TCP only. `onResolved` is told when the name is resolved, before the first connect.
    virtual Result<void> connectTcp(const ConnectTarget &target, std::stop_token stop,
        std::function<void()> onResolved = {}) = 0;
    /// Handshake on the open connection. Fails with cause "starttls-injection" if any octet of the
    /// plain-text phase is still unread (RFC 3207 section 4.2, CVE-2011-0411).
    virtual Result<void> startTls(std::stop_token stop) = 0;
    /// From here on both directions are compressed (RFC 4978); right after the line that agreed to it, with nothing
    /// unsent. Errors: Bug without TLS; a stream that is damaged or ends later is Protocol.
    virtual Result<void> startDeflate() = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
    /// Known after a handshake, also a failed one that got as far as the certificate.
    [[nodiscard]] virtual std::optional<CertificateFacts> certificate() const = 0;
    /// "TLS 1.3", empty before.
    [[nodiscard]] virtual QString protocolName() const = 0;

    virtual Result<void> write(std::string_view octets, std::stop_token stop) = 0;
    virtual Result<void> flush(std::stop_token stop) = 0;
    /// One line without its CRLF (a bare LF ends a line as well). Valid until the next read.
    virtual Result<std::string_view> readLine(std::stop_token stop) = 0;
    /// Takes in what has arrived, without waiting: true when readLine() will not have to wait. For an
    /// owner that was told by poll that the socket is readable; half a line is no reason to block.
    virtual Result<bool> hasWholeLine(std::stop_token stop) = 0;
    /// Exactly `count` octets in pieces, as they arrive.
    virtual Result<void> readExactly(qint64 count,
        const std::function<void(std::string_view)> &take, std::stop_token stop) = 0;

    /// For one poll over many connections: readable, or octets waiting inside (then do not poll).
    [[nodiscard]] virtual int descriptor() const = 0;
    [[nodiscard]] virtual bool hasBufferedInput() const = 0;
    virtual void setReadTimeout(std::chrono::milliseconds timeout) = 0;
    /// On the wire, TLS included, compressed where it is.
    [[nodiscard]] virtual qint64 octetsIn() const = 0;
    [[nodiscard]] virtual qint64 octetsOut() const = 0;
    virtual void close() = 0;
};

using StreamFactory = std::function<std::unique_ptr<TlsStream>()>;

} // namespace inlet::net
