// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"
#include "secrets/VaultCost.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>
#include <memory>

namespace inlet::secrets
{

/// The sealed file, without threads. Format, all numbers big-endian:
///   "INLETVLT" | u8 version 1 | u64 operations | u64 memory in octets | salt 16 | key check 16 |
///   checksum 16 over all before | nonce 24 | XChaCha20-Poly1305 over the entries, with everything
///   before the nonce as associated data.
/// Entries: u32 key length, key as UTF-8, u32 secret length, secret; repeated.
/// The key check tells a wrong passphrase from a damaged file; it gives an attacker nothing that
/// the ciphertext does not give him. Errors: Auth ("wrong-passphrase", or not open yet), Storage
/// ("vault-damaged", not writable,
///         newer version), Config (empty passphrase).
/// Thread: one at a time. open() blocks as long as `cost` says, others for one small file.
class VaultFile
{
public:
    VaultFile(QString path, VaultCost cost);
    ~VaultFile();
    VaultFile(const VaultFile &) = delete;
    VaultFile &operator=(const VaultFile &) = delete;

    /// Makes the file where there is none.
    Result<void> open(const Secret &passphrase);
    [[nodiscard]] bool isOpen() const { return m_key != nullptr; }
    [[nodiscard]] Result<Secret> read(const QString &key) const;
    Result<void> write(const QString &key, const Secret &secret);
    Result<void> remove(const QString &key);

private:
    struct Key; // in locked memory, wiped at the end

    Result<void> create(const Secret &passphrase);
    Result<void> openExisting(const QByteArray &file, const Secret &passphrase);
    Result<void> save(const QHash<QString, Secret> &entries) const;

    QString m_path;
    VaultCost m_cost;
    QByteArray m_header;
    std::unique_ptr<Key> m_key;
    QHash<QString, Secret> m_entries;
};

} // namespace inlet::secrets
