// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace inlet
{

/// Hands values from any thread to any thread, in order. The one place with a mutex: it guards the
/// queue and the closed flag. Thread: any.
template <typename T>
class Channel
{
public:
    /// False when the channel is closed: the value is dropped.
    bool push(T value)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_closed)
                return false;
            m_queue.push_back(std::move(value));
        }
        m_ready.notify_one();
        return true;
    }

    /// Waits for a value; nullopt when stopped, or when closed and empty.
    std::optional<T> pop(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, stop, [this] { return m_closed || !m_queue.empty(); });
        return takeFront(stop);
    }

    /// As pop(), but gives up after `patience`.
    std::optional<T> popFor(std::stop_token stop, std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, stop, patience, [this] { return m_closed || !m_queue.empty(); });
        return takeFront(stop);
    }

    std::optional<T> tryPop()
    {
        const std::scoped_lock lock(m_mutex);
        return takeFront({});
    }

    /// What is queued can still be popped; nothing more gets in.
    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
        }
        m_ready.notify_all();
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_queue.size();
    }

private:
    std::optional<T> takeFront(const std::stop_token &stop)
    {
        if (stop.stop_requested() || m_queue.empty())
            return std::nullopt;
        std::optional<T> value(std::move(m_queue.front()));
        m_queue.pop_front();
        return value;
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<T> m_queue;
    bool m_closed = false;
};

} // namespace inlet
