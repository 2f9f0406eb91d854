// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"

#include <functional>
#include <thread>

namespace inlet::engine
{

/// One thread for what is too slow for the GUI thread and has no better place: building outgoing
/// messages, decoding attachments. Jobs run in order; what waits at the end is dropped.
/// Thread: run() any.
class EngineWorker
{
public:
    using Job = std::function<void(std::stop_token)>;

    EngineWorker()
        : m_thread([this](std::stop_token stop) {
              while (const auto job = m_jobs.pop(stop))
                  (*job)(stop);
          })
    {
    }

    void run(Job job) { m_jobs.push(std::move(job)); }

private:
    Channel<Job> m_jobs;
    std::jthread m_thread;
};

} // namespace inlet::engine
