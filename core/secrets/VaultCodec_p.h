// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"
#include "secrets/VaultCost.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>

namespace inlet::secrets
{

// The octets of a vault; see VaultFile_p.h for the format. sodium_init() must have been called.

constexpr qsizetype kVaultKeyOctets = 32;
constexpr qsizetype kVaultHeaderOctets = 8 + 1 + 8 + 8 + 16 + 16 + 16;

struct VaultHeader {
    VaultCost cost;
    std::array<unsigned char, 16> salt{};
    std::array<unsigned char, 16> keyCheck{};
};

[[nodiscard]] QByteArray encodeVaultHeader(const VaultHeader &header);
/// Errors: Storage (damaged, newer, or asking for absurd amounts of work).
Result<VaultHeader> decodeVaultHeader(const QByteArray &file);

/// False when there is not enough memory. Blocks as the cost says.
[[nodiscard]] bool deriveVaultKey(
    const Secret &passphrase, const VaultHeader &header, unsigned char *key);
[[nodiscard]] std::array<unsigned char, 16> vaultKeyCheck(const unsigned char *key);

/// Nonce and ciphertext.
[[nodiscard]] QByteArray sealVaultEntries(
    const QByteArray &header, const QHash<QString, Secret> &entries, const unsigned char *key);
/// Errors: Storage ("vault-damaged").
Result<QHash<QString, Secret>> openVaultEntries(
    const QByteArray &header, const QByteArray &sealed, const unsigned char *key);

} // namespace inlet::secrets
