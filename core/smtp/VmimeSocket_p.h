// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/TlsStream.h"

#include <vmime/vmime.hpp>

#include <optional>
#include <stop_token>
#include <type_traits>

namespace inlet::smtp
{

// The installed vmime takes shared pointers by value, later ones by reference: this follows.
template <typename T>
struct FirstArgument;
template <typename R, typename C, typename A>
struct FirstArgument<R (C::*)(A)> {
    using type = A;
};
using TracerArgument = FirstArgument<decltype(&vmime::net::socket::setTracer)>::type;

/// What vmime reads from and writes to: our stream. One line a receive(), so that vmime's reply
/// parser never holds octets of the next reply, and no endless reply gets through.
/// Errors travel as an exception through vmime and are kept in lastError().
/// Thread: one at a time.
class VmimeSocket final : public vmime::net::socket
{
public:
    explicit VmimeSocket(net::TlsStream &stream) : m_stream(stream) {}

    /// Before each reply or command: whose stop counts, and the reply's length starts anew.
    void begin(std::stop_token stop);
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_error; }

    void connect(const vmime::string &address, vmime::port_t port) override;
    void disconnect() override {}
    bool isConnected() const override { return m_stream.descriptor() >= 0; }
    bool waitForRead(int milliseconds) override;
    bool waitForWrite(int milliseconds) override;
    void receive(vmime::string &buffer) override;
    vmime::size_t receiveRaw(vmime::byte_t *buffer, vmime::size_t count) override;
    void send(const vmime::string &octets) override;
    void send(const char *text) override;
    void sendRaw(const vmime::byte_t *octets, vmime::size_t count) override;
    vmime::size_t sendRawNonBlocking(const vmime::byte_t *octets, vmime::size_t count) override;
    vmime::size_t getBlockSize() const override { return 16384; }
    unsigned int getStatus() const override { return 0; }
    const vmime::string getPeerName() const override { return {}; }
    const vmime::string getPeerAddress() const override { return {}; }
    vmime::shared_ptr<vmime::net::timeoutHandler> getTimeoutHandler() override { return nullptr; }
    void setTracer(TracerArgument) override {}
    vmime::shared_ptr<vmime::net::tracer> getTracer() override { return nullptr; }

private:
    [[noreturn]] void raise(Error error);
    void put(std::string_view octets);

    net::TlsStream &m_stream;
    std::stop_token m_stop;
    qsizetype m_replyOctets = 0;
    std::optional<Error> m_error;
};

} // namespace inlet::smtp
