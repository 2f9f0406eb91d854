// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace inlet::mime
{

/// Where a signature starts in the author's lines.
struct SignatureCut {
    qsizetype block = -1; ///< first line of what is surely no text: "-- ", "Sent from my ...", contact data
    qsizetype signOff = -1; ///< first line of a closing of a line or two ("Thanks,", "Kim"), words still
};

/// Looks at the end of `lines`; -1 where there is none.
SignatureCut findSignature(const QStringList &lines);

} // namespace inlet::mime
