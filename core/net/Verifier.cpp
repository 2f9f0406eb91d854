// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Verifier_p.h"

#include "net/Resolver_p.h"

#include <QCryptographicHash>

#include <gnutls/x509.h>

#include <arpa/inet.h>

#include <array>

namespace inlet::net
{

namespace
{

constexpr unsigned kMaxNames = 100;

/// Owns one parsed certificate.
class Certificate
{
public:
    explicit Certificate(const gnutls_datum_t &der)
    {
        if (gnutls_x509_crt_init(&m_crt) < 0)
            m_crt = nullptr;
        else
            m_valid = gnutls_x509_crt_import(m_crt, &der, GNUTLS_X509_FMT_DER) >= 0;
    }
    ~Certificate()
    {
        if (m_crt)
            gnutls_x509_crt_deinit(m_crt);
    }
    Certificate(const Certificate &) = delete;
    Certificate &operator=(const Certificate &) = delete;

    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] gnutls_x509_crt_t get() const { return m_crt; }

private:
    gnutls_x509_crt_t m_crt = nullptr;
    bool m_valid = false;
};

QString shownText(const gnutls_datum_t &text)
{
    const QByteArray octets(reinterpret_cast<const char *>(text.data),
        static_cast<qsizetype>(text.size));
    return QString::fromUtf8(cleanServerText(octets, 400));
}

template <typename Getter>
QString distinguishedName(gnutls_x509_crt_t crt, Getter getter)
{
    gnutls_datum_t text{nullptr, 0};
    if (getter(crt, &text, 0) < 0)
        return {};
    const QString name = shownText(text);
    gnutls_free(text.data);
    return name;
}

QString alternativeName(int type, const unsigned char *octets, std::size_t size)
{
    if (type == GNUTLS_SAN_DNSNAME)
        return QString::fromLatin1(cleanServerText(
            QByteArray(reinterpret_cast<const char *>(octets), static_cast<qsizetype>(size)), 255));
    if (type == GNUTLS_SAN_IPADDRESS && (size == 4 || size == 16)) {
        std::array<char, 64> text{};
        const int family = size == 4 ? AF_INET : AF_INET6;
        if (::inet_ntop(family, octets, text.data(), text.size()))
            return QString::fromLatin1(text.data());
    }
    return {};
}

QStringList namesOf(gnutls_x509_crt_t crt)
{
    QStringList names;
    for (unsigned i = 0; i < kMaxNames; ++i) {
        std::array<unsigned char, 1024> octets{};
        std::size_t size = octets.size();
        const int type = gnutls_x509_crt_get_subject_alt_name(crt, i, octets.data(), &size, nullptr);
        if (type == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
            break;
        if (type < 0)
            continue;
        if (const QString name = alternativeName(type, octets.data(), size); !name.isEmpty())
            names.append(name);
    }
    return names;
}

QDateTime timeOf(time_t seconds)
{
    if (seconds == static_cast<time_t>(-1))
        return {};
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

bool isSelfSigned(const gnutls_datum_t &der)
{
    const Certificate certificate(der);
    return certificate.isValid()
        && gnutls_x509_crt_check_issuer(certificate.get(), certificate.get()) == 1;
}

QString statusText(unsigned status)
{
    gnutls_datum_t text{nullptr, 0};
    if (gnutls_certificate_verification_status_print(status, GNUTLS_CRT_X509, &text, 0) < 0)
        return QStringLiteral("the certificate is not trusted");
    const QString shown = shownText(text);
    gnutls_free(text.data);
    return shown;
}

int verifyStatus(gnutls_session_t session, const QByteArray &host, unsigned *status)
{
    QByteArray name = host;
    QByteArray address = literalAddress(QString::fromLatin1(host));
    QByteArray purpose(GNUTLS_KP_TLS_WWW_SERVER);
    const auto octetsOf = [](QByteArray &b) { return reinterpret_cast<unsigned char *>(b.data()); };
    std::array<gnutls_typed_vdata_st, 2> wanted{};
    if (address.isEmpty())
        wanted[0] = {GNUTLS_DT_DNS_HOSTNAME, octetsOf(name), 0};
    else
        wanted[0] = {GNUTLS_DT_IP_ADDRESS, octetsOf(address), static_cast<unsigned>(address.size())};
    wanted[1] = {GNUTLS_DT_KEY_PURPOSE_OID, octetsOf(purpose), 0};
    return gnutls_certificate_verify_peers(session, wanted.data(), wanted.size(), status);
}

Error tlsError(const char *cause, const QString &detail)
{
    return {ErrorKind::Tls, detail, {}, cause};
}

} // namespace

const char *causeOfStatus(unsigned status, bool selfSigned)
{
    // From "somebody may be forging" to "somebody forgot something".
    constexpr unsigned kForged = GNUTLS_CERT_SIGNATURE_FAILURE | GNUTLS_CERT_SIGNER_NOT_CA
        | GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE | GNUTLS_CERT_INSECURE_ALGORITHM
        | GNUTLS_CERT_REVOKED | GNUTLS_CERT_PURPOSE_MISMATCH | GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS;
    // A self-signed certificate is also "signed by something that is no CA".
    if (selfSigned && (status & (GNUTLS_CERT_SIGNER_NOT_FOUND | GNUTLS_CERT_SIGNER_NOT_CA)) != 0)
        return "tls-self-signed";
    if ((status & kForged) != 0)
        return "tls-bad-chain";
    if ((status & GNUTLS_CERT_SIGNER_NOT_FOUND) != 0)
        return "tls-unknown-issuer";
    if ((status & GNUTLS_CERT_EXPIRED) != 0)
        return "tls-expired";
    if ((status & GNUTLS_CERT_NOT_ACTIVATED) != 0)
        return "tls-not-yet-valid";
    if ((status & GNUTLS_CERT_UNEXPECTED_OWNER) != 0)
        return "tls-wrong-name";
    return "tls-bad-chain";
}

std::optional<CertificateFacts> factsOf(const gnutls_datum_t &der)
{
    const Certificate certificate(der);
    if (!certificate.isValid())
        return std::nullopt;
    gnutls_x509_crt_t crt = certificate.get();
    CertificateFacts facts;
    facts.subject = distinguishedName(crt, gnutls_x509_crt_get_dn3);
    facts.issuer = distinguishedName(crt, gnutls_x509_crt_get_issuer_dn3);
    facts.names = namesOf(crt);
    facts.validFrom = timeOf(gnutls_x509_crt_get_activation_time(crt));
    facts.validTo = timeOf(gnutls_x509_crt_get_expiration_time(crt));
    facts.sha256 = QCryptographicHash::hash(
        QByteArrayView(der.data, static_cast<qsizetype>(der.size)), QCryptographicHash::Sha256);
    return facts;
}

PeerVerdict verifyPeer(gnutls_session_t session, const QByteArray &host,
    const QByteArray &trustedFingerprint)
{
    unsigned count = 0;
    const gnutls_datum_t *chain = gnutls_certificate_get_peers(session, &count);
    if (!chain || count == 0)
        return {{}, tlsError("tls-handshake", QStringLiteral("the server sent no certificate"))};
    PeerVerdict verdict{factsOf(chain[0]), std::nullopt};
    if (!verdict.facts) {
        verdict.objection
            = tlsError("tls-bad-chain", QStringLiteral("the certificate cannot be read"));
        return verdict;
    }
    if (!trustedFingerprint.isEmpty() && verdict.facts->sha256 == trustedFingerprint)
        return verdict;
    unsigned status = GNUTLS_CERT_INVALID;
    const int code = verifyStatus(session, host, &status);
    if (code < 0)
        verdict.objection = tlsError("tls-bad-chain", QString::fromLatin1(gnutls_strerror(code)));
    else if (status != 0)
        verdict.objection
            = tlsError(causeOfStatus(status, isSelfSigned(chain[0])), statusText(status));
    return verdict;
}

} // namespace inlet::net
