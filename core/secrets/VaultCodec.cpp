// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/VaultCodec_p.h"

#include <QtEndian>

#include <sodium.h>

#include <string>

namespace inlet::secrets
{

namespace
{

const QByteArray kMagic = QByteArrayLiteral("INLETVLT");
constexpr char kVersion = 1;
// A file that asks for more was not written by us; without a bound it could eat the memory.
constexpr quint64 kMaxOperations = 16;
constexpr quint64 kMaxMemory = 1073741824;
constexpr qsizetype kChecksumOctets = 16;
constexpr qsizetype kNonceOctets = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagOctets = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(kVaultKeyOctets == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(crypto_pwhash_SALTBYTES == 16);

const unsigned char *octetsOf(const char *text)
{
    return reinterpret_cast<const unsigned char *>(text);
}

void appendNumber(std::string &to, quint32 number)
{
    std::array<char, 4> octets{};
    qToBigEndian(number, octets.data());
    to.append(octets.data(), octets.size());
}

QByteArray bigEndian(quint64 number)
{
    QByteArray octets(8, '\0');
    qToBigEndian(number, octets.data());
    return octets;
}

QByteArray checksumOf(const QByteArray &octets)
{
    QByteArray sum(kChecksumOctets, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(sum.data()), kChecksumOctets,
        octetsOf(octets.constData()), static_cast<unsigned long long>(octets.size()), nullptr, 0);
    return sum;
}

Error damaged(const QString &detail)
{
    return Error{ErrorKind::Storage, QStringLiteral("vault: %1").arg(detail), {}, "vault-damaged"};
}

// A length and that many octets; false at a length that cannot be.
bool takeField(std::string_view &rest, std::string_view &field)
{
    if (rest.size() < 4)
        return false;
    const auto length = qFromBigEndian<quint32>(rest.data());
    if (length > rest.size() - 4)
        return false;
    field = rest.substr(4, length);
    rest.remove_prefix(4 + length);
    return true;
}

} // namespace

QByteArray encodeVaultHeader(const VaultHeader &header)
{
    QByteArray octets = kMagic;
    octets += kVersion;
    octets += bigEndian(header.cost.operations);
    octets += bigEndian(header.cost.memory);
    octets.append(
        reinterpret_cast<const char *>(header.salt.data()), qsizetype(header.salt.size()));
    octets.append(
        reinterpret_cast<const char *>(header.keyCheck.data()), qsizetype(header.keyCheck.size()));
    octets += checksumOf(octets);
    return octets;
}

Result<VaultHeader> decodeVaultHeader(const QByteArray &file)
{
    if (file.size() < kVaultHeaderOctets + kNonceOctets + kTagOctets || !file.startsWith(kMagic))
        return damaged(QStringLiteral("this is no vault, or a part of it is missing"));
    if (file.at(kMagic.size()) != kVersion)
        return damaged(QStringLiteral("written by a newer version"));
    const qsizetype covered = kVaultHeaderOctets - kChecksumOctets;
    if (checksumOf(file.left(covered)) != file.mid(covered, kChecksumOctets))
        return damaged(QStringLiteral("the head is damaged"));
    VaultHeader header;
    const char *at = file.constData() + kMagic.size() + 1;
    header.cost.operations = qFromBigEndian<quint64>(at);
    header.cost.memory = qFromBigEndian<quint64>(at + 8);
    std::copy_n(octetsOf(at + 16), header.salt.size(), header.salt.begin());
    std::copy_n(octetsOf(at + 32), header.keyCheck.size(), header.keyCheck.begin());
    if (header.cost.operations < crypto_pwhash_OPSLIMIT_MIN
        || header.cost.operations > kMaxOperations
        || header.cost.memory < crypto_pwhash_MEMLIMIT_MIN || header.cost.memory > kMaxMemory)
        return damaged(QStringLiteral("the head asks for an absurd amount of work"));
    return header;
}

bool deriveVaultKey(const Secret &passphrase, const VaultHeader &header, unsigned char *key)
{
    const std::string &octets = passphrase.reveal();
    return crypto_pwhash(key, kVaultKeyOctets, octets.data(), octets.size(), header.salt.data(),
               header.cost.operations, header.cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        == 0;
}

std::array<unsigned char, 16> vaultKeyCheck(const unsigned char *key)
{
    static const std::string label = "inlet vault key check";
    std::array<unsigned char, 16> check{};
    crypto_generichash(
        check.data(), check.size(), octetsOf(label.data()), label.size(), key, kVaultKeyOctets);
    return check;
}

QByteArray sealVaultEntries(
    const QByteArray &header, const QHash<QString, Secret> &entries, const unsigned char *key)
{
    std::size_t needed = 0;
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry)
        needed +=
            8 + static_cast<std::size_t>(entry.key().size()) * 3 + entry.value().reveal().size();
    std::string plain;
    plain.reserve(needed); // so that growing leaves no copies behind
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        const QByteArray name = entry.key().toUtf8();
        appendNumber(plain, static_cast<quint32>(name.size()));
        plain.append(name.constData(), static_cast<std::size_t>(name.size()));
        appendNumber(plain, static_cast<quint32>(entry.value().reveal().size()));
        plain.append(entry.value().reveal());
    }
    QByteArray sealed(kNonceOctets + qsizetype(plain.size()) + kTagOctets, '\0');
    auto *nonce = reinterpret_cast<unsigned char *>(sealed.data());
    randombytes_buf(nonce, kNonceOctets);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceOctets, nullptr,
        octetsOf(plain.data()), plain.size(), octetsOf(header.constData()),
        static_cast<unsigned long long>(header.size()), nullptr, nonce, key);
    sodium_memzero(plain.data(), plain.size());
    return sealed;
}

Result<QHash<QString, Secret>> openVaultEntries(
    const QByteArray &header, const QByteArray &sealed, const unsigned char *key)
{
    const unsigned char *nonce = octetsOf(sealed.constData());
    std::string plain(static_cast<std::size_t>(sealed.size() - kNonceOctets - kTagOctets), '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, nonce + kNonceOctets,
        static_cast<unsigned long long>(sealed.size() - kNonceOctets), octetsOf(header.constData()),
        static_cast<unsigned long long>(header.size()), nonce, key);
    if (opened != 0)
        return damaged(QStringLiteral("the entries are damaged"));

    QHash<QString, Secret> entries;
    std::string_view rest = plain;
    std::string_view name;
    std::string_view secret;
    bool whole = true;
    while (whole && !rest.empty()) {
        whole = takeField(rest, name) && takeField(rest, secret);
        if (whole)
            entries.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), Secret(secret));
    }
    sodium_memzero(plain.data(), plain.size());
    if (!whole)
        return damaged(QStringLiteral("an entry is cut off"));
    return entries;
}

} // namespace inlet::secrets
