// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::mime
{

/// Undoes format=flowed: soft line breaks of equal quote depth are joined, stuffing is removed.
/// Source: RFC 3676 section 4.
QString joinFlowed(const QString &text, bool delSp);

} // namespace inlet::mime
