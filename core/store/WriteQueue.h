// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace inlet::store
{

/// One write on its way to the writer.
struct WriteCommand {
    const char *name = "";
    Store::Write work;
    Store::Done done;
    Urgency urgency = Urgency::Normal;
    std::chrono::steady_clock::time_point queuedAt = std::chrono::steady_clock::now();
};

/// What waits for the writer: everything normal before anything bulk, in order within each, so that a
/// key press does not wait for the history of twenty mailboxes. Not Channel, which has one order.
/// Thread: any; the mutex guards the queues and the closed flag.
class WriteQueue
{
public:
    /// False when it is closed: the command is dropped.
    bool push(WriteCommand command);
    /// Before all others of its urgency, also when closed: it was taken out already.
    void pushBack(WriteCommand command);
    std::optional<WriteCommand> popFor(std::chrono::milliseconds patience);
    std::optional<WriteCommand> tryPop();
    /// What is queued can still be popped; nothing more gets in.
    void close();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool hasNormal() const;

private:
    std::optional<WriteCommand> takeFirst();

    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    std::array<std::deque<WriteCommand>, 2> m_queues; ///< by urgency
    bool m_closed = false;
};

} // namespace inlet::store
