// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

/// A second, small file with what no server has: read when the database is damaged so badly that it says
/// nothing of it. It takes the place of the one before when it is whole.
/// False: the database could not be read whole, and the copy of before stays. Throws StoreError. Thread: any.
bool writeSafetyCopy(const QString &dir);

[[nodiscard]] QString safetyCopyIn(const QString &dir);

} // namespace inlet::store
