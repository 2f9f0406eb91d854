// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"

namespace inlet::imap
{

/// From a space separated list, as after "* CAPABILITY" or in "[CAPABILITY ...]". Names are kept in
/// upper case; at most 300 of them.
[[nodiscard]] Capabilities parseCapabilities(QByteArrayView list);
[[nodiscard]] bool offers(const Capabilities &capabilities, QByteArrayView name);

} // namespace inlet::imap
