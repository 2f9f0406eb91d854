// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/SaslClient.h"

#include <vmime/security/sasl/SASLContext.hpp>
#include <vmime/security/sasl/SASLSession.hpp>
#include <vmime/security/sasl/defaultSASLAuthenticator.hpp>
#include <vmime/vmime.hpp>

#include <algorithm>
#include <exception>

namespace inlet::sasl
{

namespace
{

namespace backend = vmime::security::sasl;

/// RFC 7677 asks for 4,096; a server that asks for billions would hold the thread for hours.
constexpr quint64 kMostIterations = 2'000'000;

class Credentials final : public backend::defaultSASLAuthenticator
{
public:
    Credentials(std::string user, Secret password)
        : m_user(std::move(user)), m_password(std::move(password))
    {
    }
    const vmime::string getUsername() const override { return m_user; }
    const vmime::string getPassword() const override { return m_password.reveal(); }

private:
    std::string m_user;
    Secret m_password;
};

/// "i=4096" of "r=...,s=...,i=4096"; nullopt where it names no sane number.
bool hasSaneIterations(const QByteArray &challenge)
{
    for (const QByteArray &part : challenge.split(',')) {
        if (!part.startsWith("i="))
            continue;
        bool isNumber = false;
        const quint64 count = part.mid(2).toULongLong(&isNumber);
        if (!isNumber || count == 0 || count > kMostIterations)
            return false;
    }
    return true;
}

Error saslError(const QString &detail)
{
    return {ErrorKind::Protocol, detail, {}, {}};
}

} // namespace

struct SaslClient::Vmime {
    vmime::shared_ptr<backend::SASLContext> context;
    vmime::shared_ptr<backend::SASLMechanism> mechanism;
    vmime::shared_ptr<backend::SASLSession> session;
};

std::unique_ptr<SaslClient> SaslClient::create(const char *service, const QByteArray &mechanism,
    const QByteArray &user, const Secret &password)
{
    if (user.contains('\0') || password.reveal().find('\0') != std::string::npos)
        return nullptr;
    try {
        auto parts = std::make_unique<Vmime>();
        parts->context = backend::SASLContext::create();
        parts->mechanism = parts->context->createMechanism(mechanism.toStdString());
        parts->session = backend::SASLSession::create(service, parts->context,
            vmime::make_shared<Credentials>(user.toStdString(), password), parts->mechanism);
        parts->session->init();
        return std::unique_ptr<SaslClient>(new SaslClient(mechanism, std::move(parts)));
    } catch (const std::exception &) {
        return nullptr;
    }
}

SaslClient::SaslClient(QByteArray mechanism, std::unique_ptr<Vmime> vmime)
    : m_mechanism(std::move(mechanism)), m_vmime(std::move(vmime))
{
}

SaslClient::~SaslClient() = default;

bool SaslClient::speaksFirst() const
{
    return m_mechanism == "PLAIN" || m_mechanism.startsWith("SCRAM-");
}

bool SaslClient::isComplete() const
{
    return !m_mechanism.startsWith("SCRAM-") || m_vmime->mechanism->isComplete();
}

Result<QByteArray> SaslClient::step(const QByteArray &challenge)
{
    if (m_mechanism.startsWith("SCRAM-") && !hasSaneIterations(challenge))
        return saslError(QStringLiteral("the server asks for too many iterations"));
    vmime::byte_t *octets = nullptr;
    std::size_t size = 0;
    try {
        m_vmime->session->evaluateChallenge(
            reinterpret_cast<const vmime::byte_t *>(challenge.constData()),
            std::size_t(challenge.size()), &octets, &size);
    } catch (const std::exception &) {
        // vmime's text may quote what it sent: not kept.
        return saslError(QStringLiteral("the sign-in dialogue failed"));
    }
    const std::unique_ptr<vmime::byte_t[]> owner(octets);
    QByteArray answer(reinterpret_cast<const char *>(octets), qsizetype(size));
    std::fill_n(octets, size, vmime::byte_t{0});
    return answer;
}

} // namespace inlet::sasl
