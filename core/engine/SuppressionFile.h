// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/TriageDesk.h"

namespace inlet::engine
{

/// Reads a do-not-contact list from outside: CSV with any separator and any order of the columns
/// address (or email, domain), reason, source, message_id, at; or bare addresses and domains, one a
/// line. What cannot be used is named with its line. At most 1,000,000 entries. Pure.
[[nodiscard]] SuppressionImport readSuppressionFile(const QByteArray &text);

/// RFC 4180, UTF-8, with a header line; read back without loss.
[[nodiscard]] QByteArray writeSuppressionFile(const QList<store::Suppression> &entries);

} // namespace inlet::engine
