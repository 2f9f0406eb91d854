// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Salvage.h"

#include <optional>

namespace inlet::store
{

/// The report is a row of `meta`. All throw.
void writeSalvageReport(Connection &db, const SalvageReport &report);
[[nodiscard]] std::optional<SalvageReport> readSalvageReport(Connection &db);
void removeSalvageReport(Connection &db);

} // namespace inlet::store
