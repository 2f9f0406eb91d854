// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"

namespace inlet::store
{

/// Decides again what the history of decisions says about conversations whose own rows cannot be read: it
/// names them by Message-ID and address. The history is in `fresh` already. Throws.
void replayDecisions(sqlite3 *source, Connection &fresh);

} // namespace inlet::store
