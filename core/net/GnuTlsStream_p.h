// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Deflate_p.h"
#include "net/Pace_p.h"
#include "net/TlsSession_p.h"
#include "net/TlsStream.h"
#include "net/Waiter_p.h"

#include <vector>

namespace inlet::net
{

/// TlsStream over a non-blocking socket and GnuTLS.
class GnuTlsStream final : public TlsStream
{
public:
    explicit GnuTlsStream(TlsSettings settings);
    ~GnuTlsStream() override;

    Result<void> connectTcp(const ConnectTarget &target, std::stop_token stop,
        std::function<void()> onResolved) override;
    Result<void> startTls(std::stop_token stop) override;
    Result<void> startDeflate() override;
    [[nodiscard]] bool isEncrypted() const override { return m_encrypted; }
    [[nodiscard]] std::optional<CertificateFacts> certificate() const override;
    [[nodiscard]] QString protocolName() const override;

    Result<void> write(std::string_view octets, std::stop_token stop) override;
    Result<void> flush(std::stop_token stop) override;
    Result<std::string_view> readLine(std::stop_token stop) override;
    Result<bool> hasWholeLine(std::stop_token stop) override;
    Result<void> readExactly(qint64 count, const std::function<void(std::string_view)> &take,
        std::stop_token stop) override;

    [[nodiscard]] int descriptor() const override { return m_fd.get(); }
    [[nodiscard]] bool hasBufferedInput() const override;
    void setReadTimeout(std::chrono::milliseconds timeout) override { m_readTimeout = timeout; }
    [[nodiscard]] qint64 octetsIn() const override;
    [[nodiscard]] qint64 octetsOut() const override;
    void close() override;

private:
    enum class Io { Progress, WantRead, WantWrite };

    Result<void> ready() const;
    Error broken(Error error);
    Result<Io> receiveOnce(std::size_t &got);
    Result<Io> receiveFrom(TlsSession &session, std::span<char> into, std::size_t &got);
    Result<Io> inflateOnce(std::span<char> space, std::size_t &got);
    Result<Io> sendOnce(std::string_view octets, std::size_t &sent);
    Result<void> await(short events, const Pace &pace, const std::stop_token &stop);
    Result<void> fill(Pace &pace, const std::stop_token &stop);
    std::span<char> room();
    [[nodiscard]] std::string_view buffered() const;
    void consume(std::size_t octets);
    [[nodiscard]] bool recordWaits() const;
    std::optional<std::string_view> takeLine();
    Result<void> shakeHands(TlsSession &session, const std::stop_token &stop);
    bool plainOctetsWaiting() const;

    TlsSettings m_settings;
    Waiter m_waiter;
    OwnedFd m_fd;
    QByteArray m_host;
    QByteArray m_fingerprint;
    std::chrono::milliseconds m_connectTimeout{15000};
    std::chrono::milliseconds m_readTimeout{60000};
    std::unique_ptr<TlsSession> m_tls;
    std::unique_ptr<Deflate> m_deflate; ///< between TLS and the lines
    std::optional<CertificateFacts> m_facts;
    std::optional<Error> m_broken;
    bool m_encrypted = false;
    bool m_plainUsed = false; ///< something was read before TLS: this is STARTTLS

    std::vector<char> m_in; ///< octets [m_begin, m_end) are unread
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_scanned = 0; ///< no line end before this position
    std::string m_out;
    qint64 m_plainIn = 0;
    qint64 m_plainOut = 0;
};

} // namespace inlet::net
