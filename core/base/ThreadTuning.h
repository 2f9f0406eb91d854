// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet
{

/// How much a thread gives way to the window's: 0 not at all, 19 to everybody.
/// Little: beside other busy programs a first sync must not stand still.
enum class Niceness { Interactive = 0, Worker = 1, Background = 4 };

/// Names the calling thread for debuggers (at most 15 octets) and lowers its priority, so that a
/// first sync which keeps all cores busy takes no frame from the window. Without an effect where the
/// system has no such thing.
void tuneThisThread(const char *name, Niceness niceness);

} // namespace inlet
