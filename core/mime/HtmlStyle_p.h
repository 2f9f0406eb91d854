// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace inlet::mime
{

struct SafeStyle {
    QString text; ///< allowed declarations, not yet escaped
    bool hidden = false; ///< display:none and its like: text that a reader is not meant to see
    bool background = false; ///< sets a background colour
    int remoteImages = 0; ///< url() with a web address, taken out
};

/// The declarations of a style attribute that a QTextBrowser shows and that load nothing.
SafeStyle safeStyle(QByteArrayView style);

} // namespace inlet::mime
