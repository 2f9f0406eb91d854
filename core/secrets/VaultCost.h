// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace inlet::secrets
{

/// What one try of a passphrase costs, for us and for whoever stole the file (Argon2id). The
/// default is libsodium's "moderate": about a second and 256 MB. Kept in the file, so it may grow
/// later.
struct VaultCost {
    quint64 operations = 3;
    quint64 memory = 268435456;

    bool operator==(const VaultCost &) const = default;
};

} // namespace inlet::secrets
