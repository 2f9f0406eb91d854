// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/VaultFile_p.h"

#include "secrets/VaultCodec_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sodium.h>

namespace inlet::secrets
{

namespace
{

constexpr qint64 kMaxFile = 16 * 1024 * 1024;

Error storageError(const QString &detail, const QByteArray &cause = "vault-damaged")
{
    return Error{ErrorKind::Storage, detail, {}, cause};
}

} // namespace

struct VaultFile::Key {
    Key()
        : octets(static_cast<unsigned char *>(sodium_malloc(kVaultKeyOctets)))
    {
    }
    ~Key() { sodium_free(octets); } // wipes
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    unsigned char *octets;
};

VaultFile::VaultFile(QString path, VaultCost cost)
    : m_path(std::move(path))
    , m_cost(cost)
{
}

VaultFile::~VaultFile() = default;

Result<void> VaultFile::open(const Secret &passphrase)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Bug, QStringLiteral("libsodium does not start"), {}, {}};
    if (passphrase.isEmpty())
        return Error{
            ErrorKind::Config, QStringLiteral("the passphrase is empty"), {}, "wrong-passphrase"};
    m_key.reset();
    m_entries.clear();
    QFile file(m_path);
    if (!file.exists())
        return create(passphrase);
    if (!file.open(QIODevice::ReadOnly))
        return storageError(
            QStringLiteral("cannot read the vault: %1").arg(file.errorString()), "database");
    const QByteArray octets = file.read(kMaxFile + 1);
    if (octets.size() > kMaxFile)
        return storageError(QStringLiteral("the vault is too large"));
    return openExisting(octets, passphrase);
}

Result<void> VaultFile::create(const Secret &passphrase)
{
    VaultHeader header;
    header.cost = m_cost;
    randombytes_buf(header.salt.data(), header.salt.size());
    auto key = std::make_unique<Key>();
    if (!key->octets || !deriveVaultKey(passphrase, header, key->octets))
        return storageError(QStringLiteral("not enough memory for the key"), "database");
    header.keyCheck = vaultKeyCheck(key->octets);
    m_header = encodeVaultHeader(header);
    m_key = std::move(key);
    const auto saved = save({});
    if (!saved)
        m_key.reset();
    return saved;
}

Result<void> VaultFile::openExisting(const QByteArray &file, const Secret &passphrase)
{
    const auto header = decodeVaultHeader(file);
    if (!header)
        return header.error();
    auto key = std::make_unique<Key>();
    if (!key->octets || !deriveVaultKey(passphrase, *header, key->octets))
        return storageError(QStringLiteral("not enough memory for the key"), "database");
    const auto check = vaultKeyCheck(key->octets);
    if (sodium_memcmp(check.data(), header->keyCheck.data(), check.size()) != 0)
        return Error{ErrorKind::Auth, QStringLiteral("wrong passphrase"), {}, "wrong-passphrase"};
    auto entries =
        openVaultEntries(file.left(kVaultHeaderOctets), file.mid(kVaultHeaderOctets), key->octets);
    if (!entries)
        return entries.error();
    m_header = file.left(kVaultHeaderOctets);
    m_entries = *entries;
    m_key = std::move(key);
    return {};
}

Result<Secret> VaultFile::read(const QString &key) const
{
    if (!isOpen())
        return Error{ErrorKind::Auth, QStringLiteral("the vault is locked"), {}, "keyring-locked"};
    const auto found = m_entries.constFind(key);
    if (found == m_entries.cend())
        return Error{
            ErrorKind::NotFound, QStringLiteral("no secret of that name"), {}, "secret-missing"};
    return *found;
}

Result<void> VaultFile::write(const QString &key, const Secret &secret)
{
    QHash<QString, Secret> entries = m_entries;
    entries.insert(key, secret);
    const auto saved = save(entries);
    if (saved)
        m_entries = entries;
    return saved;
}

Result<void> VaultFile::remove(const QString &key)
{
    QHash<QString, Secret> entries = m_entries;
    entries.remove(key);
    const auto saved = save(entries);
    if (saved)
        m_entries = entries;
    return saved;
}

// A new file beside the old one, then renamed: a crash leaves the one or the other.
Result<void> VaultFile::save(const QHash<QString, Secret> &entries) const
{
    if (!isOpen())
        return Error{ErrorKind::Auth, QStringLiteral("the vault is locked"), {}, "keyring-locked"};
    const QByteArray sealed = sealVaultEntries(m_header, entries, m_key->octets);
    if (m_header.size() + sealed.size() > kMaxFile)
        return Error{ErrorKind::Config, QStringLiteral("the vault would grow too large"), {}, {}};
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return storageError(QStringLiteral("cannot make the folder of the vault"), "database");
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(m_header + sealed) == m_header.size() + sealed.size() && file.commit();
    if (!written)
        return storageError(
            QStringLiteral("cannot write the vault: %1").arg(file.errorString()), "database");
    return {};
}

} // namespace inlet::secrets
