// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet
{

/// How much a thread gives way to the window's: 0 not at all, 19 to everybody. On two cores a window
/// that computes 5 ms for a frame waits 30 ms for a processor where workers give way by 1 only.
/// Desktops give each program its own share (autogroup, control groups), so that this orders our own
/// threads and a first sync doesn't stand still beside other busy programs.
enum class Niceness { Interactive = 0, Worker = 10, Background = 15 };

/// Names the calling thread for debuggers (at most 15 octets) and lowers its priority, so that a
/// first sync which keeps all cores busy takes no frame from the window. Without an effect where the
/// system has no such thing.
void tuneThisThread(const char *name, Niceness niceness);

} // namespace inlet
