// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inlet::imap
{

/// Decodes modified UTF-7 (RFC 3501 section 5.1.3). A name with 8-bit octets is taken for the UTF-8
/// that some servers send; what is neither is shown with U+FFFD. Control characters become U+FFFD.
[[nodiscard]] QString decodeMailboxName(const QByteArray &wireName);
/// The other way. Of `shifted`, printable characters that are written in base64, too; every reader takes that.
[[nodiscard]] QByteArray encodeMailboxName(const QString &name, QByteArrayView shifted = {});

} // namespace inlet::imap
