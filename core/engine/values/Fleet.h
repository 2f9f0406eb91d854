// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Fleet.h"

namespace inlet::engine
{

using accounts::Fleet;
using accounts::FleetRow;

} // namespace inlet::engine
