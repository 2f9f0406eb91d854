// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <poll.h>

#include <chrono>
#include <span>
#include <stop_token>

namespace inlet::net
{

using SteadyTime = std::chrono::steady_clock::time_point;

/// Owns a descriptor and closes it.
class OwnedFd
{
public:
    OwnedFd() = default;
    explicit OwnedFd(int fd) : m_fd(fd) {}
    ~OwnedFd() { reset(); }
    OwnedFd(OwnedFd &&other) noexcept : m_fd(other.release()) {}
    OwnedFd &operator=(OwnedFd &&other) noexcept;
    OwnedFd(const OwnedFd &) = delete;
    OwnedFd &operator=(const OwnedFd &) = delete;

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    int release();
    void reset(int fd = -1);

private:
    int m_fd = -1;
};

/// Waits for sockets, for a deadline and for a request to stop, whichever comes first. The request
/// wakes the poll through an eventfd, so nobody has to look at the token in turns.
/// Thread: one at a time; the stop may be requested from any thread.
class Waiter
{
public:
    Waiter();

    enum class Wake { Ready, Deadline, Stopped };
    /// `fds` gets its revents. Never fails: a broken descriptor reports itself in revents.
    Wake wait(std::span<pollfd> fds, SteadyTime deadline, const std::stop_token &stop);
    /// One descriptor, POLLIN or POLLOUT.
    Wake wait(int fd, short events, SteadyTime deadline, const std::stop_token &stop);

private:
    OwnedFd m_event;
};

[[nodiscard]] Error cancelledError();
[[nodiscard]] Error timeoutError(const QString &what);
[[nodiscard]] Error networkError(const char *cause, const QString &detail);

} // namespace inlet::net
