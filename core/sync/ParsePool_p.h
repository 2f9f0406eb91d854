// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Channel.h"
#include "sync/StackThread_p.h"

#include <functional>
#include <memory>
#include <vector>

namespace inlet::sync
{

/// Threads for parsing hostile mail. Work that is still queued at the end is dropped: it was not
/// answered, so the next start fetches it again. Bounded by who submits (see Ingest).
/// Thread: submit() from any.
class ParsePool
{
public:
    static constexpr std::size_t kStack = 32 * 1024 * 1024; ///< mime asks for 16 MB at least

    explicit ParsePool(int threads);
    ~ParsePool();
    /// `task` must not throw.
    void submit(std::function<void()> task) { m_tasks.push(std::move(task)); }

private:
    Channel<std::function<void()>> m_tasks;
    std::vector<std::unique_ptr<StackThread>> m_threads;
};

} // namespace inlet::sync
