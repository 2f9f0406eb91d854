// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/ImapSession.h"

namespace inlet::imap
{

/// Sessions over net::TlsStream with vmime's SASL mechanisms. Call once at the start of the program,
/// on the main thread: it prepares vmime.
[[nodiscard]] ImapSessionFactory makeImapSessionFactory(net::TlsSettings settings);

} // namespace inlet::imap
