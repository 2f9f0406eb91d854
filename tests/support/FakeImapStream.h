// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsStream.h"

namespace inlet::test
{

/// The stream of a FakeImapSession: carries no octets, but its descriptor becomes readable when the
/// fake server has something to say in IDLE, so a real poll works on it. Thread: wake() any.
class FakeImapStream : public net::TlsStream
{
public:
    FakeImapStream();
    ~FakeImapStream() override;

    void wake();
    void drain();

    Result<void> connectTcp(const net::ConnectTarget &target, std::stop_token stop,
        std::function<void()> onResolved) override;
    Result<void> startTls(std::stop_token stop) override;
    Result<void> startDeflate() override { return {}; }
    [[nodiscard]] bool isEncrypted() const override { return true; }
    [[nodiscard]] std::optional<net::CertificateFacts> certificate() const override;
    [[nodiscard]] QString protocolName() const override { return QStringLiteral("TLS 1.3"); }
    Result<void> write(std::string_view octets, std::stop_token stop) override;
    Result<void> flush(std::stop_token stop) override;
    Result<std::string_view> readLine(std::stop_token stop) override;
    Result<bool> hasWholeLine(std::stop_token stop) override;
    Result<void> readExactly(qint64 count, const std::function<void(std::string_view)> &take,
        std::stop_token stop) override;
    [[nodiscard]] int descriptor() const override { return m_descriptor; }
    [[nodiscard]] bool hasBufferedInput() const override { return false; }
    void setReadTimeout(std::chrono::milliseconds) override {}
    [[nodiscard]] qint64 octetsIn() const override { return 0; }
    [[nodiscard]] qint64 octetsOut() const override { return 0; }
    void close() override {}

private:
    int m_descriptor = -1;
};

} // namespace inlet::test
