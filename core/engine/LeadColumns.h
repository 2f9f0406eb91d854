// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/LeadList.h"

namespace inlet::engine
{

/// What a column with that title means, in many languages; Custom: it says nothing to us. Pure.
[[nodiscard]] LeadTarget targetOfTitle(const QString &title);

} // namespace inlet::engine
