// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Salvage.h"

namespace inlet::engine
{

/// What happened to the database, in the user's words: what was kept, what comes again, what is lost, where
/// the old file lies.
[[nodiscard]] QString salvageText(const store::SalvageReport &report);
/// What else is to know.
[[nodiscard]] QString salvageDetails(const store::SalvageReport &report);

} // namespace inlet::engine
