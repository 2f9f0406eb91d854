// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inlet::store
{

/// Makes ":/inlet/store/..." readable: a static library's resources want to be asked for.
void initStoreResources();

} // namespace inlet::store
