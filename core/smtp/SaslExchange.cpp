// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/SaslExchange_p.h"

#include <vmime/vmime.hpp>

#include <vmime/security/sasl/SASLContext.hpp>
#include <vmime/security/sasl/SASLSession.hpp>
#include <vmime/security/sasl/defaultSASLAuthenticator.hpp>

#include <array>

namespace inlet::smtp
{

namespace
{

namespace sasl = vmime::security::sasl;

constexpr std::array<const char *, 3> kMechanisms{"PLAIN", "LOGIN", "CRAM-MD5"};

/// Answers GNU SASL's questions; keeps the password no longer than the exchange.
class Credentials final : public sasl::defaultSASLAuthenticator
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

class VmimeExchange final : public SaslExchange
{
public:
    VmimeExchange(const QByteArray &mechanism, const std::string &user, const Secret &password)
        : m_context(sasl::SASLContext::create()),
          m_session(m_context->createSession("smtp", std::make_shared<Credentials>(user, password),
              m_context->createMechanism(mechanism.toStdString()))),
          m_initial(mechanism == "PLAIN")
    {
        m_session->init();
    }

    [[nodiscard]] bool hasInitialResponse() const override { return m_initial; }

    Result<QByteArray> respond(const QByteArray &challenge) override
    {
        vmime::byte_t *octets = nullptr;
        vmime::size_t size = 0;
        try {
            m_session->evaluateChallenge(
                reinterpret_cast<const vmime::byte_t *>(challenge.constData()),
                static_cast<std::size_t>(challenge.size()), &octets, &size);
        } catch (const std::exception &e) {
            return Error{ErrorKind::Protocol, QString::fromUtf8(e.what()), {}, {}};
        }
        QByteArray answer(reinterpret_cast<const char *>(octets), static_cast<qsizetype>(size));
        std::fill_n(octets, size, vmime::byte_t{0});
        delete[] octets;
        return answer;
    }

private:
    vmime::shared_ptr<sasl::SASLContext> m_context;
    vmime::shared_ptr<sasl::SASLSession> m_session;
    bool m_initial;
};

} // namespace

QByteArray SaslExchange::choose(const QByteArrayList &offered)
{
    for (const char *mechanism : kMechanisms) {
        if (offered.contains(mechanism))
            return mechanism;
    }
    return {};
}

Result<std::unique_ptr<SaslExchange>> SaslExchange::create(const QByteArray &mechanism,
    const QString &user, const Secret &password)
{
    const std::string name = user.toStdString();
    if (name.empty() || name.find('\0') != std::string::npos
        || password.reveal().find('\0') != std::string::npos)
        return Error{ErrorKind::Config, QStringLiteral("this sign-in name or password cannot be sent"),
            {}, "settings"};
    try {
        return std::unique_ptr<SaslExchange>(
            std::make_unique<VmimeExchange>(mechanism, name, password));
    } catch (const std::exception &e) {
        return Error{ErrorKind::Bug, QString::fromUtf8(e.what()), {}, {}};
    }
}

} // namespace inlet::smtp
