// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>

#include <gnutls/crypto.h>
#include <gnutls/x509.h>

#include <arpa/inet.h>

#include <array>
#include <ctime>
#include <stdexcept>

namespace inlet::test
{

namespace
{

void need(int code, const char *what)
{
    if (code < 0)
        throw std::runtime_error(std::string(what) + ": " + gnutls_strerror(code));
}

struct Crt {
    Crt() { need(gnutls_x509_crt_init(&crt), "certificate"); }
    ~Crt() { gnutls_x509_crt_deinit(crt); }
    Crt(const Crt &) = delete;
    Crt &operator=(const Crt &) = delete;
    gnutls_x509_crt_t crt = nullptr;
};

struct Key {
    Key() { need(gnutls_x509_privkey_init(&key), "key"); }
    ~Key() { gnutls_x509_privkey_deinit(key); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    gnutls_x509_privkey_t key = nullptr;
};

gnutls_datum_t datumOf(const QByteArray &octets)
{
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(octets.data())),
        static_cast<unsigned>(octets.size())};
}

QByteArray takeText(gnutls_datum_t &datum)
{
    QByteArray text(reinterpret_cast<const char *>(datum.data),
        static_cast<qsizetype>(datum.size));
    gnutls_free(datum.data);
    return text;
}

void addNames(gnutls_x509_crt_t crt, const TestCertificate &wanted)
{
    for (const QString &name : wanted.dnsNames) {
        const QByteArray ascii = name.toLatin1();
        need(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, ascii.constData(),
                 static_cast<unsigned>(ascii.size()), GNUTLS_FSAN_APPEND), "name");
    }
    for (const QString &address : wanted.addresses) {
        std::array<unsigned char, 4> octets{};
        if (::inet_pton(AF_INET, address.toLatin1().constData(), octets.data()) != 1)
            throw std::runtime_error("IPv4 addresses only");
        need(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_IPADDRESS, octets.data(),
                 octets.size(), GNUTLS_FSAN_APPEND), "address");
    }
}

void describe(gnutls_x509_crt_t crt, const TestCertificate &wanted)
{
    const QByteArray common = wanted.commonName.toUtf8();
    need(gnutls_x509_crt_set_version(crt, 3), "version");
    std::array<unsigned char, 12> serial{};
    need(gnutls_rnd(GNUTLS_RND_NONCE, serial.data(), serial.size()), "random");
    serial[0] = static_cast<unsigned char>(serial[0] & 0x7f) | 1U;
    need(gnutls_x509_crt_set_serial(crt, serial.data(), serial.size()), "serial");
    need(gnutls_x509_crt_set_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, common.constData(),
             static_cast<unsigned>(common.size())), "subject");
    const auto time = [](std::chrono::hours fromNow) {
        return std::time(nullptr) + std::chrono::seconds(fromNow).count();
    };
    need(gnutls_x509_crt_set_activation_time(crt, time(wanted.validFrom)), "from");
    need(gnutls_x509_crt_set_expiration_time(crt, time(wanted.validTo)), "to");
    need(gnutls_x509_crt_set_basic_constraints(crt, wanted.isCa ? 1 : 0, -1), "constraints");
    if (wanted.isCa)
        need(gnutls_x509_crt_set_key_usage(crt, GNUTLS_KEY_KEY_CERT_SIGN), "usage");
    else
        addNames(crt, wanted);
}

QString writeCaFile()
{
    static const QTemporaryDir dir; // removed when the process ends
    const QString path = dir.filePath(QStringLiteral("ca.pem"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(testCa().certificatePem) < 0)
        throw std::runtime_error("cannot write the CA file");
    return path;
}

} // namespace

TestIdentity makeIdentity(const TestCertificate &wanted, const TestIdentity *issuer)
{
    Key key;
    Crt crt;
    need(gnutls_x509_privkey_generate(key.key, GNUTLS_PK_ECDSA,
             GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0), "generate");
    describe(crt.crt, wanted);
    need(gnutls_x509_crt_set_key(crt.crt, key.key), "public key");
    if (issuer) {
        Crt issuerCrt;
        Key issuerKey;
        const gnutls_datum_t issuerPem = datumOf(issuer->certificatePem);
        const gnutls_datum_t issuerKeyPem = datumOf(issuer->keyPem);
        need(gnutls_x509_crt_import(issuerCrt.crt, &issuerPem, GNUTLS_X509_FMT_PEM), "issuer");
        need(gnutls_x509_privkey_import(issuerKey.key, &issuerKeyPem, GNUTLS_X509_FMT_PEM), "key");
        need(gnutls_x509_crt_sign2(crt.crt, issuerCrt.crt, issuerKey.key, GNUTLS_DIG_SHA256, 0),
            "sign");
    } else {
        need(gnutls_x509_crt_sign2(crt.crt, crt.crt, key.key, GNUTLS_DIG_SHA256, 0), "sign");
    }
    TestIdentity identity;
    gnutls_datum_t pem{nullptr, 0};
    need(gnutls_x509_crt_export2(crt.crt, GNUTLS_X509_FMT_PEM, &pem), "export");
    identity.certificatePem = takeText(pem);
    need(gnutls_x509_privkey_export2(key.key, GNUTLS_X509_FMT_PEM, &pem), "export key");
    identity.keyPem = takeText(pem);
    identity.chainPem = identity.certificatePem;
    if (issuer && !issuer->chainPem.isEmpty())
        identity.chainPem += issuer->chainPem;
    return identity;
}

const TestIdentity &testCa()
{
    static const TestIdentity ca = [] {
        TestCertificate wanted;
        wanted.commonName = QStringLiteral("Throw-away test CA");
        wanted.isCa = true;
        TestIdentity made = makeIdentity(wanted, nullptr);
        made.chainPem.clear();
        return made;
    }();
    return ca;
}

const TestIdentity &testServerIdentity()
{
    static const TestIdentity identity = makeIdentity({}, &testCa());
    return identity;
}

QString testCaFile()
{
    static const QString path = writeCaFile();
    return path;
}

} // namespace inlet::test
