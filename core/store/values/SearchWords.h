// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/OwnCategory.h"

#include <QDateTime>
#include <QString>

namespace inlet::store
{

/// What is typed ends in an operator with the beginning of a value, such as "is:un": nothing can be looked for
/// yet but its letters. Pure.
[[nodiscard]] bool isHalfTyped(const QString &typed, const QDateTime &now, const QList<OwnCategory> &own = {});

} // namespace inlet::store
