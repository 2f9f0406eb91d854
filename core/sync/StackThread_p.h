// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pthread.h>

#include <cstddef>
#include <functional>
#include <stop_token>

namespace inlet::sync
{

/// A std::jthread with a stack of its own choice, which std::jthread cannot give: hostile mail needs
/// a deep stack to be parsed. Asks to stop and joins when it dies.
/// Thread: made and destroyed by one owner.
class StackThread
{
public:
    using Work = std::function<void(std::stop_token)>;

    StackThread(const char *name, std::size_t stackOctets, Work work);
    ~StackThread();
    StackThread(const StackThread &) = delete;
    StackThread &operator=(const StackThread &) = delete;

    void requestStop() { m_stop.request_stop(); }

private:
    static void *enter(void *self);

    std::stop_source m_stop;
    Work m_work;
    pthread_t m_thread{};
    bool m_runs = false;
};

} // namespace inlet::sync
