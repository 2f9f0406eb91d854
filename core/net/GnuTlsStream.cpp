// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/GnuTlsStream_p.h"

#include "net/Connector_p.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace inlet::net
{

namespace
{

constexpr std::size_t kReadChunk = 16384; // one TLS record
constexpr std::size_t kKeepBuffer = 65536; // a buffer that one long line made larger is given back
constexpr std::size_t kFlushAt = 16384;
constexpr int kMaxRounds = 1000; // reads without waiting in a row

} // namespace

GnuTlsStream::GnuTlsStream(TlsSettings settings) : m_settings(std::move(settings)) {}

GnuTlsStream::~GnuTlsStream()
{
    close();
}

Result<void> GnuTlsStream::connectTcp(const ConnectTarget &target, std::stop_token stop,
    std::function<void()> onResolved)
{
    close();
    m_broken.reset();
    m_facts.reset();
    m_plainIn = m_plainOut = 0;
    m_host = asciiHost(target.host);
    m_fingerprint = target.trustedFingerprint;
    m_connectTimeout = target.connectTimeout;
    m_readTimeout = target.readTimeout;
    const auto addresses = resolve(m_host, target.port,
        std::chrono::steady_clock::now() + m_connectTimeout, stop);
    if (!addresses)
        return addresses.error();
    if (onResolved)
        onResolved();
    auto socket = connectAny(*addresses, m_waiter,
        std::chrono::steady_clock::now() + m_connectTimeout, stop);
    if (!socket)
        return socket.error();
    m_fd = *std::move(socket);
    return {};
}

Result<void> GnuTlsStream::ready() const
{
    if (m_broken)
        return *m_broken;
    if (!m_fd.isValid())
        return networkError("connection-lost", QStringLiteral("not connected"));
    return {};
}

Error GnuTlsStream::broken(Error error)
{
    m_broken = error;
    return error;
}

Result<GnuTlsStream::Io> GnuTlsStream::sendOnce(std::string_view octets, std::size_t &sent)
{
    if (m_tls) {
        const TlsSession::Step step = m_tls->send(octets, sent);
        if (step == TlsSession::Step::Done)
            return Io::Progress;
        if (step == TlsSession::Step::Closed || step == TlsSession::Step::Failed)
            return broken(m_tls->error());
        return step == TlsSession::Step::WantRead ? Io::WantRead : Io::WantWrite;
    }
    const ssize_t count = ::send(m_fd.get(), octets.data(), octets.size(), MSG_NOSIGNAL);
    if (count >= 0) {
        sent = static_cast<std::size_t>(count);
        m_plainOut += count;
        return Io::Progress;
    }
    if (errno == EAGAIN || errno == EINTR)
        return Io::WantWrite;
    return broken(networkError("connection-lost", QString::fromLocal8Bit(std::strerror(errno))));
}

Result<GnuTlsStream::Io> GnuTlsStream::receiveOnce(std::size_t &got)
{
    got = 0;
    const std::span<char> space = room();
    if (m_tls) {
        const auto io = m_deflate ? inflateOnce(space, got) : receiveFrom(*m_tls, space, got);
        m_end += got;
        return io;
    }
    const ssize_t count = ::recv(m_fd.get(), space.data(), space.size(), 0);
    if (count > 0) {
        got = static_cast<std::size_t>(count);
        m_end += got;
        m_plainIn += count;
        m_plainUsed = true;
        return Io::Progress;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return Io::WantRead;
    return broken(networkError("connection-lost", count == 0
        ? QStringLiteral("the server closed the connection")
        : QString::fromLocal8Bit(std::strerror(errno))));
}

Result<GnuTlsStream::Io> GnuTlsStream::receiveFrom(TlsSession &session, std::span<char> into, std::size_t &got)
{
    const TlsSession::Step step = session.receive(into, got);
    if (step == TlsSession::Step::Done)
        return Io::Progress;
    if (step == TlsSession::Step::Closed || step == TlsSession::Step::Failed)
        return broken(session.error());
    return step == TlsSession::Step::WantWrite ? Io::WantWrite : Io::WantRead;
}

/// First what is here already: poll does not see it.
Result<GnuTlsStream::Io> GnuTlsStream::inflateOnce(std::span<char> space, std::size_t &got)
{
    if (!m_deflate->hasMore()) {
        std::size_t packed = 0;
        const auto io = receiveFrom(*m_tls, m_deflate->packedRoom(), packed);
        m_deflate->received(packed);
        if (!io || packed == 0)
            return io;
    }
    switch (m_deflate->unpack(space, got)) {
    case Deflate::Step::Progress:
    case Deflate::Step::NeedsInput:
        return got > 0 || recordWaits() ? Io::Progress : Io::WantRead;
    case Deflate::Step::Ended:
        return broken({ErrorKind::Protocol, QStringLiteral("the server ended the compressed stream"), {}, {}});
    case Deflate::Step::Damaged:
        break;
    }
    return broken({ErrorKind::Protocol, QStringLiteral("what the server sent compressed is damaged"), {}, {}});
}

Result<void> GnuTlsStream::startDeflate()
{
    if (const auto usable = ready(); !usable)
        return usable;
    auto deflate = std::make_unique<Deflate>();
    if (!m_tls || m_deflate || !m_out.empty() || !deflate->isReady())
        return broken({ErrorKind::Bug, QStringLiteral("compression cannot begin here"), {}, {}});
    deflate->begin(buffered()); // what came with the agreement is compressed already
    m_begin = m_end = m_scanned = 0;
    m_deflate = std::move(deflate);
    return {};
}

Result<void> GnuTlsStream::await(short events, const Pace &pace, const std::stop_token &stop)
{
    switch (m_waiter.wait(m_fd.get(), events, pace.deadline(), stop)) {
    case Waiter::Wake::Ready:
        // Looked at here too: a peer that never lets us wait would never meet the deadline.
        if (std::chrono::steady_clock::now() < pace.deadline())
            return {};
        break;
    case Waiter::Wake::Stopped:
        return broken(cancelledError());
    case Waiter::Wake::Deadline:
        break;
    }
    return broken(timeoutError(QStringLiteral("the server did not answer in time")));
}

/// Gets at least one octet more.
Result<void> GnuTlsStream::fill(Pace &pace, const std::stop_token &stop)
{
    for (;;) {
        if (stop.stop_requested())
            return broken(cancelledError());
        std::size_t got = 0;
        const auto io = receiveOnce(got);
        if (!io)
            return io.error();
        if (got > 0) {
            pace.moved(got);
            if (std::chrono::steady_clock::now() >= pace.deadline())
                return broken(timeoutError(QStringLiteral("the server sends too slowly")));
            return {};
        }
        // GnuTLS also says "again" after a record without data (a session ticket), while the next
        // record lies in our buffer already, where poll does not see it.
        if (recordWaits() && std::chrono::steady_clock::now() < pace.deadline())
            continue;
        const auto waited = await(*io == Io::WantWrite ? POLLOUT : POLLIN, pace, stop);
        if (!waited)
            return waited;
    }
}

Result<void> GnuTlsStream::write(std::string_view octets, std::stop_token stop)
{
    if (const auto usable = ready(); !usable)
        return usable;
    m_out.append(octets);
    return m_out.size() >= kFlushAt ? flush(stop) : Result<void>();
}

Result<void> GnuTlsStream::flush(std::stop_token stop)
{
    if (const auto usable = ready(); !usable)
        return usable;
    if (m_deflate && !m_out.empty())
        m_out = m_deflate->pack(m_out); // whole, or the stream is dead
    Pace pace(m_readTimeout);
    std::size_t done = 0;
    while (done < m_out.size()) {
        if (stop.stop_requested())
            return broken(cancelledError());
        std::size_t sent = 0;
        // GnuTLS wants the same octets again after it asked to wait: `done` has not moved then.
        const auto io = sendOnce(std::string_view(m_out).substr(done), sent);
        if (!io)
            return io.error();
        done += sent;
        if (sent > 0)
            pace.moved(sent);
        if (*io == Io::Progress)
            continue;
        const auto waited = await(*io == Io::WantRead ? POLLIN : POLLOUT, pace, stop);
        if (!waited)
            return waited;
    }
    std::fill(m_out.begin(), m_out.end(), '\0'); // it may have held a password
    m_out.clear();
    return {};
}

Result<std::string_view> GnuTlsStream::readLine(std::stop_token stop)
{
    if (const auto flushed = flush(stop); !flushed)
        return flushed.error();
    Pace pace(m_readTimeout);
    for (;;) {
        if (const auto line = takeLine())
            return *line;
        if (m_end - m_begin > static_cast<std::size_t>(kMaxLine))
            return broken({ErrorKind::Protocol, QStringLiteral("a line without end"), {}, {}});
        if (const auto filled = fill(pace, stop); !filled)
            return filled.error();
    }
}

Result<bool> GnuTlsStream::hasWholeLine(std::stop_token stop)
{
    if (const auto flushed = flush(stop); !flushed)
        return flushed.error();
    for (int rounds = 0; rounds < kMaxRounds; ++rounds) {
        const char *from = m_in.data() + std::max(m_scanned, m_begin);
        const std::size_t unscanned = m_end - std::max(m_scanned, m_begin);
        if (unscanned > 0 && std::memchr(from, '\n', unscanned))
            return true;
        m_scanned = m_end;
        if (m_end - m_begin > static_cast<std::size_t>(kMaxLine))
            return true; // readLine() has the error
        std::size_t got = 0;
        const auto io = receiveOnce(got);
        if (!io)
            return io.error();
        if (got == 0 && !recordWaits())
            return false;
        if (stop.stop_requested())
            return broken(cancelledError());
    }
    return false; // a flood of tiny records: the owner comes back after its other connections
}

Result<void> GnuTlsStream::readExactly(qint64 count,
    const std::function<void(std::string_view)> &take, std::stop_token stop)
{
    if (const auto flushed = flush(stop); !flushed)
        return flushed;
    Pace pace(m_readTimeout);
    while (count > 0) {
        if (m_begin == m_end) {
            if (const auto filled = fill(pace, stop); !filled)
                return filled;
        }
        const std::size_t piece = std::min(m_end - m_begin, static_cast<std::size_t>(count));
        take(buffered().substr(0, piece));
        consume(piece);
        count -= static_cast<qint64>(piece);
    }
    return {};
}

std::string_view GnuTlsStream::buffered() const
{
    return {m_in.data() + m_begin, m_end - m_begin};
}

void GnuTlsStream::consume(std::size_t octets)
{
    m_begin += octets;
    m_scanned = std::max(m_scanned, m_begin);
}

std::optional<std::string_view> GnuTlsStream::takeLine()
{
    const std::size_t from = std::max(m_scanned, m_begin);
    const void *found
        = from < m_end ? std::memchr(m_in.data() + from, '\n', m_end - from) : nullptr;
    if (!found) {
        m_scanned = m_end;
        return std::nullopt;
    }
    const auto end = static_cast<std::size_t>(static_cast<const char *>(found) - m_in.data());
    std::string_view line(m_in.data() + m_begin, end - m_begin);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    consume(end + 1 - m_begin);
    return line;
}

/// Space behind the unread octets; moves them to the front when that is cheap or needed. Only
/// called when a new read begins, so views handed out before are gone.
std::span<char> GnuTlsStream::room()
{
    if (m_begin > 0 && (m_begin == m_end || m_in.size() - m_end < kReadChunk)) {
        std::copy(m_in.begin() + static_cast<std::ptrdiff_t>(m_begin),
            m_in.begin() + static_cast<std::ptrdiff_t>(m_end), m_in.begin());
        m_end -= m_begin;
        m_scanned -= std::min(m_scanned, m_begin);
        m_begin = 0;
        if (m_end + kReadChunk <= kKeepBuffer && m_in.size() > 4 * kKeepBuffer) {
            m_in.resize(kKeepBuffer);
            m_in.shrink_to_fit();
        }
    }
    if (m_in.size() - m_end < kReadChunk)
        m_in.resize(std::max(m_in.size() * 2, m_end + kReadChunk));
    return std::span(m_in).subspan(m_end);
}

bool GnuTlsStream::recordWaits() const
{
    return m_tls && ((m_deflate && m_deflate->hasMore()) || m_tls->hasPending());
}

bool GnuTlsStream::hasBufferedInput() const
{
    return m_begin != m_end || recordWaits();
}

qint64 GnuTlsStream::octetsIn() const
{
    return m_plainIn + (m_tls ? m_tls->wireIn() : 0);
}

qint64 GnuTlsStream::octetsOut() const
{
    return m_plainOut + (m_tls ? m_tls->wireOut() : 0);
}

void GnuTlsStream::close()
{
    if (m_tls && m_encrypted && !m_broken)
        m_tls->sayGoodbye();
    m_deflate.reset();
    m_tls.reset();
    m_fd.reset();
    m_encrypted = false;
    m_plainUsed = false;
    m_begin = m_end = m_scanned = 0;
    std::fill(m_out.begin(), m_out.end(), '\0');
    m_out.clear();
}

std::unique_ptr<TlsStream> TlsStream::create(TlsSettings settings)
{
    return std::make_unique<GnuTlsStream>(std::move(settings));
}

} // namespace inlet::net
