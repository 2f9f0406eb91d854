// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WriteQueue.h"

#include <algorithm>

namespace inlet::store
{

bool WriteQueue::push(WriteCommand command)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed)
            return false;
        m_queues.at(std::size_t(command.urgency)).push_back(std::move(command));
    }
    m_ready.notify_one();
    return true;
}

void WriteQueue::pushBack(WriteCommand command)
{
    const std::scoped_lock lock(m_mutex);
    m_queues.at(std::size_t(command.urgency)).push_front(std::move(command));
}

std::optional<WriteCommand> WriteQueue::takeFirst()
{
    for (std::deque<WriteCommand> &queue : m_queues) {
        if (queue.empty())
            continue;
        std::optional<WriteCommand> command(std::move(queue.front()));
        queue.pop_front();
        return command;
    }
    return std::nullopt;
}

std::optional<WriteCommand> WriteQueue::popFor(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_ready.wait_for(lock, patience, [this] {
        return m_closed || std::any_of(m_queues.begin(), m_queues.end(), [](const auto &queue) { return !queue.empty(); });
    });
    return takeFirst();
}

std::optional<WriteCommand> WriteQueue::tryPop()
{
    const std::scoped_lock lock(m_mutex);
    return takeFirst();
}

void WriteQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_ready.notify_all();
}

bool WriteQueue::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return std::all_of(m_queues.begin(), m_queues.end(), [](const auto &queue) { return queue.empty(); });
}

bool WriteQueue::hasNormal() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_queues.front().empty();
}

} // namespace inlet::store
