// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace inlet::mime
{

/// How many of the first lines are a warning that a mail server put above the words ("CAUTION: This email
/// originated from outside ..."), with the empty lines below it; 0 for none. Words must follow.
qsizetype bannerLines(const QStringList &lines);

} // namespace inlet::mime
