// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Connector_p.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace inlet::net
{

namespace
{

void setOption(int fd, int level, int name, int value)
{
    // Best effort: a socket without it still works.
    ::setsockopt(fd, level, name, &value, sizeof(value));
}

void tune(int fd)
{
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    // A dead link under a quiet IDLE is noticed by the kernel, not by us waking up.
    setOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(fd, IPPROTO_TCP, TCP_KEEPIDLE, 240);
    setOption(fd, IPPROTO_TCP, TCP_KEEPINTVL, 30);
    setOption(fd, IPPROTO_TCP, TCP_KEEPCNT, 4);
}

const char *causeOf(int code)
{
    switch (code) {
    case ECONNREFUSED:
    case ECONNRESET:
        return "connect-refused";
    case ETIMEDOUT:
        return "connect-timeout";
    default:
        return "connect-unreachable";
    }
}

/// The attempts of one connectAny() call.
class Race
{
public:
    Race(const std::vector<SocketAddress> &addresses, Waiter &waiter)
        : m_addresses(addresses), m_waiter(waiter)
    {
    }

    Result<OwnedFd> run(SteadyTime deadline, const std::stop_token &stop);

private:
    struct Attempt {
        OwnedFd fd;
        QString where;
    };

    bool startNext();
    void failed(const QString &where, int code);
    OwnedFd takeWinner(std::vector<pollfd> &polled);
    std::vector<pollfd> pollSet() const;

    const std::vector<SocketAddress> &m_addresses;
    Waiter &m_waiter;
    std::size_t m_next = 0;
    std::vector<Attempt> m_attempts;
    Error m_error = networkError("connect-unreachable", QStringLiteral("no address to try"));
    bool m_sawFailure = false;
};

void Race::failed(const QString &where, int code)
{
    // A refusal tells more than "unreachable": the machine is there, the port is not.
    const Error error = networkError(causeOf(code),
        QStringLiteral("%1: %2").arg(where, QString::fromLocal8Bit(std::strerror(code))));
    if (!m_sawFailure || error.cause == "connect-refused")
        m_error = error;
    m_sawFailure = true;
}

/// True when an attempt is under way; a failure at once moves on to the next address.
bool Race::startNext()
{
    while (m_next < m_addresses.size()) {
        const SocketAddress &address = m_addresses[m_next++];
        OwnedFd fd(::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!fd.isValid()) {
            failed(address.toString(), errno);
            continue;
        }
        tune(fd.get());
        const int code = ::connect(fd.get(),
            reinterpret_cast<const sockaddr *>(&address.storage), address.length);
        if (code != 0 && errno != EINPROGRESS) {
            failed(address.toString(), errno);
            continue;
        }
        m_attempts.push_back({std::move(fd), address.toString()});
        return true;
    }
    return false;
}

std::vector<pollfd> Race::pollSet() const
{
    std::vector<pollfd> set;
    for (const Attempt &attempt : m_attempts)
        set.push_back({attempt.fd.get(), POLLOUT, 0});
    return set;
}

/// The first attempt that is connected; those that failed are dropped from the race.
OwnedFd Race::takeWinner(std::vector<pollfd> &polled)
{
    for (std::size_t i = polled.size(); i-- > 0;) {
        if (polled[i].revents == 0)
            continue;
        int code = 0;
        socklen_t length = sizeof(code);
        if (::getsockopt(polled[i].fd, SOL_SOCKET, SO_ERROR, &code, &length) != 0)
            code = errno;
        if (code == 0)
            return std::move(m_attempts[i].fd);
        failed(m_attempts[i].where, code);
        m_attempts.erase(m_attempts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return {};
}

Result<OwnedFd> Race::run(SteadyTime deadline, const std::stop_token &stop)
{
    bool startOne = true;
    for (;;) {
        if (startOne && !startNext() && m_attempts.empty())
            return m_error;
        const bool more = m_next < m_addresses.size();
        const auto patience
            = more ? std::min(deadline, std::chrono::steady_clock::now() + kAttemptDelay) : deadline;
        std::vector<pollfd> polled = pollSet();
        const std::size_t before = m_attempts.size();
        switch (m_waiter.wait(polled, patience, stop)) {
        case Waiter::Wake::Stopped:
            return cancelledError();
        case Waiter::Wake::Deadline:
            if (std::chrono::steady_clock::now() >= deadline)
                return networkError("connect-timeout", QStringLiteral("no answer from %1")
                    .arg(m_attempts.empty() ? QString() : m_attempts.front().where));
            startOne = true;
            break;
        case Waiter::Wake::Ready:
            if (OwnedFd winner = takeWinner(polled); winner.isValid())
                return winner;
            startOne = m_attempts.size() < before;
            break;
        }
    }
}

} // namespace

std::vector<SocketAddress> interleaved(std::vector<SocketAddress> addresses)
{
    if (addresses.empty())
        return addresses;
    const int first = addresses.front().family();
    const auto split = std::stable_partition(addresses.begin(), addresses.end(),
        [first](const SocketAddress &a) { return a.family() == first; });
    std::vector<SocketAddress> mixed;
    auto a = addresses.begin();
    auto b = split;
    while (a != split || b != addresses.end()) {
        if (a != split)
            mixed.push_back(*a++);
        if (b != addresses.end())
            mixed.push_back(*b++);
    }
    return mixed;
}

Result<OwnedFd> connectAny(const std::vector<SocketAddress> &addresses, Waiter &waiter,
    SteadyTime deadline, const std::stop_token &stop)
{
    const std::vector<SocketAddress> order = interleaved(addresses);
    return Race(order, waiter).run(deadline, stop);
}

} // namespace inlet::net
