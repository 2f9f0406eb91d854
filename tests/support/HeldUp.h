// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <map>

namespace inlet::test
{

/// How long a busy machine has held up this process: what one of its threads has waited for a core, although it could
/// have gone on. A limit of time is a matter of the program only without that.
class HeldUp
{
public:
    void start() { m_before = waits(); }
    /// Of the thread that waited longest, ms since start().
    [[nodiscard]] qint64 longest() const;

private:
    /// By thread, ns since it began; empty where the kernel does not count it.
    [[nodiscard]] static std::map<int, qint64> waits();

    std::map<int, qint64> m_before;
};

} // namespace inlet::test
