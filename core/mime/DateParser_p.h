// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace inlet::mime
{

/// A Date field in UTC: RFC 5322 section 3.3 and 4.3, ctime and ISO 8601 forms as seen in the wild.
/// Invalid where the value makes no sense, so that the caller takes the arrival date instead.
QDateTime parseDate(const QByteArray &value);

/// Seconds east of UTC of a Date field; nothing where it names no zone that is known.
std::optional<int> parseZone(const QByteArray &value);

} // namespace inlet::mime
