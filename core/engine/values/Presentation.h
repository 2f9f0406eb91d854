// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QString>
#include <QStringList>

namespace inlet::engine
{

/// A message's content made safe and foldable for a window.
struct PresentedBody {
    StoredMessageId id;
    QString text; ///< their own new words
    QString signature;
    QString quoted; ///< quoted history
    QString html; ///< sanitised; empty when the message has none
    int blockedImages = 0; ///< remote ones that were taken out of `html`
    QStringList remoteHosts;
    bool setsOwnBackground = false;
    QStringList damage;

    bool operator==(const PresentedBody &) const = default;
};

} // namespace inlet::engine
