// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/SmtpSession.h"

namespace inlet::smtp
{

/// An address as it goes between < and >.
struct WireAddress {
    QByteArray octets;
    bool needsUtf8 = false; ///< local part outside ASCII: only with SMTPUTF8 (RFC 6531)
};

/// The domain becomes ASCII (IDNA). Errors: Config when `address` cannot be put into a command
/// (control characters, spaces, < >, no @, over 254 octets): nothing of it reaches the wire.
Result<WireAddress> wireAddress(const QString &address);

} // namespace inlet::smtp
