// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Waiter_p.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <vector>

namespace inlet::net
{

namespace
{

int millisecondsUntil(SteadyTime deadline)
{
    using namespace std::chrono;
    const auto left = ceil<milliseconds>(deadline - steady_clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 24LL * 3600 * 1000));
}

void drainEvent(int fd)
{
    std::uint64_t count = 0;
    while (::read(fd, &count, sizeof(count)) > 0) { }
}

} // namespace

OwnedFd &OwnedFd::operator=(OwnedFd &&other) noexcept
{
    if (this != &other)
        reset(other.release());
    return *this;
}

int OwnedFd::release()
{
    return std::exchange(m_fd, -1);
}

void OwnedFd::reset(int fd)
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = fd;
}

Waiter::Waiter() : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Waiter::Wake Waiter::wait(std::span<pollfd> fds, SteadyTime deadline, const std::stop_token &stop)
{
    std::vector<pollfd> all(fds.begin(), fds.end());
    all.push_back({m_event.get(), POLLIN, 0});
    const std::stop_callback wakeUp(stop, [event = m_event.get()] {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(event, &one, sizeof(one));
    });
    for (;;) {
        if (stop.stop_requested())
            return Wake::Stopped;
        const int ready = ::poll(all.data(), all.size(), millisecondsUntil(deadline));
        if (ready < 0 && errno != EINTR)
            return Wake::Deadline; // out of memory: ends like a timeout, never spins
        if (ready > 0 && all.back().revents != 0)
            drainEvent(m_event.get()); // a request that came too late for the wait before this
        if (stop.stop_requested())
            return Wake::Stopped;
        const bool any = ready > 0
            && std::any_of(all.begin(), all.end() - 1, [](const pollfd &p) { return p.revents != 0; });
        if (any) {
            std::copy(all.begin(), all.end() - 1, fds.begin());
            return Wake::Ready;
        }
        if (std::chrono::steady_clock::now() >= deadline)
            return Wake::Deadline;
    }
}

Waiter::Wake Waiter::wait(int fd, short events, SteadyTime deadline, const std::stop_token &stop)
{
    std::array<pollfd, 1> one{pollfd{fd, events, 0}};
    return wait(one, deadline, stop);
}

Error cancelledError()
{
    return {ErrorKind::Cancelled, QStringLiteral("stopped on request"), {}, {}};
}

Error timeoutError(const QString &what)
{
    return {ErrorKind::Timeout, what, {}, {}};
}

Error networkError(const char *cause, const QString &detail)
{
    return {ErrorKind::Network, detail, {}, cause};
}

} // namespace inlet::net
