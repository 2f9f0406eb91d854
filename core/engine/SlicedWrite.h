// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"

#include <functional>

namespace inlet::engine
{

/// Stores what is `first` to `first` + `count` - 1 of many things; answers how many of them are new.
using SliceWork = std::function<Result<qint64>(store::WriteTransaction &, qsizetype first, qsizetype count)>;

/// Many things in writes of `atOnce` each, one after the other: whoever presses a key meanwhile waits for one of them, not for
/// all. `done` gets the sum, or what the first slice that failed said; what came before it stays. It runs on the writer, or at
/// once where `all` is 0. `store` outlives it (Store::settle()). Thread: any.
void writeInSlices(store::Store &store, const char *name, qsizetype all, qsizetype atOnce, SliceWork work,
    std::function<void(const Result<qint64> &)> done);

} // namespace inlet::engine
