// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

/// A way to go on with what stands in the search box.
struct SearchCompletion {
    QString insert; ///< takes the place of the last piece: "from:", "from:mara@acme.test "
    QString label; ///< what to show: "mara@acme.test", "Mara Petersen"
    QString hint; ///< what it means; for operators
    qint64 count = -1; ///< conversations; -1: not counted

    bool operator==(const SearchCompletion &) const = default;
};

} // namespace inlet::store
