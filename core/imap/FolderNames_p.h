// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"

#include <span>

namespace inlet::imap
{

/// A folder name that servers use for a role, lower-cased.
struct KnownFolderName {
    FolderRole role;
    const char16_t *name;
};

[[nodiscard]] std::span<const KnownFolderName> knownFolderNames();

} // namespace inlet::imap
