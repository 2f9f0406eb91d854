// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>

#include <functional>
#include <string_view>

namespace inlet::smtp
{

/// Hands `raw` on in pieces as the text after DATA, without the final dot line: every line ends in
/// CRLF (also the last, also where `raw` has a bare CR or LF: a lone one could be read as a line end
/// by the next server and so end the message early), a line that begins with a dot gets a second
/// one. RFC 5321 section 4.5.2. Stops at the first error of `put`.
Result<void> stuffDots(const QByteArray &raw,
    const std::function<Result<void>(std::string_view)> &put);

/// True when an octet of `raw` is over 127.
[[nodiscard]] bool hasEightBit(const QByteArray &raw);

} // namespace inlet::smtp
