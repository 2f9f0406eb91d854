// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"

#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

namespace inlet::engine
{

/// A few threads for short blocking work, so that a list of 200 mailboxes does not start 400. Jobs
/// run in the order they came. The destructor asks running jobs to stop, drops the others and
/// waits.
class CheckPool
{
public:
    /// `stop` is asked when the pool ends, or when the token given to run() is.
    using Job = std::function<void(std::stop_token stop)>;

    explicit CheckPool(int threads)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }
    ~CheckPool()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
        m_threads.clear();
    }
    CheckPool(const CheckPool &) = delete;
    CheckPool &operator=(const CheckPool &) = delete;

    /// Thread: any.
    void run(std::stop_token token, Job job) { m_jobs.push({std::move(token), std::move(job)}); }

private:
    struct Entry {
        std::stop_token token;
        Job job;
    };

    void work(const std::stop_token &ending)
    {
        while (const auto entry = m_jobs.pop(ending)) {
            if (entry->token.stop_requested())
                continue;
            std::stop_source both;
            const auto ask = [&both] { both.request_stop(); };
            const std::stop_callback atTheEnd(ending, ask);
            const std::stop_callback atCancel(entry->token, ask);
            entry->job(both.get_token());
        }
    }

    Channel<Entry> m_jobs;
    std::vector<std::jthread> m_threads;
};

} // namespace inlet::engine
