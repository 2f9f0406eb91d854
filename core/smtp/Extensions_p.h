// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/ReplyReader_p.h"

namespace inlet::smtp
{

/// What EHLO offers. Names are compared without case (RFC 5321 section 2.4).
struct Extensions {
    bool startTls = false;
    bool pipelining = false;
    bool eightBitMime = false;
    bool smtpUtf8 = false;
    qint64 sizeLimit = 0; ///< octets; 0: none said
    QByteArrayList mechanisms; ///< of AUTH, upper case

    bool operator==(const Extensions &) const = default;
};

/// `lines`: of the reply to EHLO, the greeting line first.
[[nodiscard]] Extensions parseExtensions(const QByteArrayList &lines);

} // namespace inlet::smtp
