// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ParsePool_p.h"

#include "base/ThreadTuning.h"

#include <algorithm>

namespace inlet::sync
{

ParsePool::ParsePool(int threads)
{
    for (int i = 0; i < std::max(1, threads); ++i) {
        m_threads.push_back(
            std::make_unique<StackThread>("inlet-parse", kStack, [this](std::stop_token stop) {
                tuneThisThread("inlet-parse", Niceness::Background);
                while (const auto task = m_tasks.pop(stop))
                    (*task)();
            }));
    }
}

ParsePool::~ParsePool()
{
    for (const auto &thread : m_threads)
        thread->requestStop(); // all of them first, then join one by one
    m_threads.clear();
}

} // namespace inlet::sync
