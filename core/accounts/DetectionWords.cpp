// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/DetectionWords_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::accounts
{

namespace
{

Account emptyAccount(const QString &email)
{
    Account account;
    account.email = normalizedEmail(email);
    account.provider = QStringLiteral("custom");
    return account;
}

QList<ServerEndpoint> withUser(QList<ServerEndpoint> endpoints, const QString &user)
{
    for (ServerEndpoint &endpoint : endpoints)
        endpoint.user = user;
    return endpoints;
}

// First one into the account, the others beside it.
void take(QList<ServerEndpoint> endpoints, ServerEndpoint &first, QList<ServerEndpoint> &others)
{
    if (endpoints.isEmpty())
        return;
    first = endpoints.takeFirst();
    others = endpoints;
}

// What the table knows of the servers that were found, wherever they were found.
void addProviderFacts(Detection &detection, const Provider &provider)
{
    detection.account.provider = provider.key;
    detection.providerName = provider.name;
    detection.needsAppPassword = provider.appPassword == AppPassword::Always;
    detection.prefersOAuth = provider.oauth == OAuthUse::Preferred;
    detection.passwordRefused = provider.passwordRefused;
    detection.appPasswordUrl = provider.appPasswordUrl;
    detection.helpUrl = provider.helpUrl;
    detection.note = provider.note;
}

bool isInDomain(const QString &host, const QString &domain)
{
    return hostEndsWith(host, domain);
}

ServerEndpoint fromRecord(const SrvRecord &record, TlsMode tls, const QString &email)
{
    return {record.target, record.port, tls, email, {}};
}

QList<ServerEndpoint> guesses(const QString &email, const QStringList &mxHosts, const QString &name,
    quint16 implicitPort, quint16 startTlsPort)
{
    const QString domain = domainOf(email);
    QStringList hosts{name + QLatin1Char('.') + domain, QStringLiteral("mail.") + domain};
    for (const QString &host : mxHosts.mid(0, 2)) {
        if (isValidHost(host) && !hosts.contains(host))
            hosts.append(host);
    }
    QList<ServerEndpoint> endpoints;
    for (const QString &host : hosts)
        endpoints.append({host, implicitPort, TlsMode::Implicit, email, {}});
    for (const QString &host : hosts)
        endpoints.append({host, startTlsPort, TlsMode::StartTls, email, {}});
    return endpoints;
}

const std::pair<ServerEndpoint, ProbeResult> *bestProbed(const ProbedEndpoints &probed)
{
    for (const ProbeResult wanted : {ProbeResult::Good, ProbeResult::Unproven}) {
        for (const auto &one : probed) {
            if (one.second == wanted)
                return &one;
        }
    }
    return nullptr;
}

} // namespace

Detection fromProvider(const QString &email, const Provider &provider, const QString &howWeKnow)
{
    Detection detection;
    detection.account = emptyAccount(email);
    addProviderFacts(detection, provider);
    detection.howWeKnow = howWeKnow;
    const QString imapUser = userNameFor(provider.imapUser, detection.account.email);
    const QString smtpUser = userNameFor(provider.smtpUser, detection.account.email);
    take(withUser(provider.imap, imapUser), detection.account.imap, detection.imapAlternatives);
    take(withUser(provider.smtp, smtpUser), detection.account.smtp, detection.smtpAlternatives);
    detection.account.sentPolicy = provider.sentPolicy;
    // Without a sign-in name, or for a service that only sends, the user has to say the rest.
    detection.certain = !imapUser.isEmpty() && !provider.imap.isEmpty();
    return detection;
}

Detection fromAutoconfig(const QString &email, const Autoconfig &config, const ProviderTable &table)
{
    Detection detection;
    detection.account = emptyAccount(email);
    take(config.imap, detection.account.imap, detection.imapAlternatives);
    take(config.smtp, detection.account.smtp, detection.smtpAlternatives);
    if (const Provider *provider = table.byServer(detection.account.imap.host))
        addProviderFacts(detection, *provider);
    if (!config.displayName.isEmpty() && detection.providerName.isEmpty())
        detection.providerName = config.displayName;
    detection.passwordRefused |= config.onlyOAuth;
    detection.account.sentPolicy = table.sentPolicyFor(detection.account.smtp.host);
    detection.howWeKnow = QCoreApplication::translate("Detection", "%1 publishes its mail settings.").arg(domainOf(email));
    detection.certain = true;
    return detection;
}

std::optional<Detection> fromSrv(
    const QString &email, const SrvAnswers &answers, const ProviderTable &table)
{
    Detection detection;
    detection.account = emptyAccount(email);
    const QString user = detection.account.email;
    QList<ServerEndpoint> imap;
    QList<ServerEndpoint> smtp;
    const auto add = [&](const QList<SrvRecord> &records, TlsMode tls, QList<ServerEndpoint> &to) {
        const SrvRecord *record = pickSrv(records);
        if (record && isValidHost(record->target))
            to.append(fromRecord(*record, tls, user));
    };
    add(answers.imaps, TlsMode::Implicit, imap);
    add(answers.imap, TlsMode::StartTls, imap);
    add(answers.submissions, TlsMode::Implicit, smtp);
    add(answers.submission, TlsMode::StartTls, smtp);
    if (imap.isEmpty() || smtp.isEmpty())
        return std::nullopt;

    const QString domain = domainOf(email);
    const auto known = [&](const ServerEndpoint &endpoint) {
        return isInDomain(endpoint.host, domain) || table.byServer(endpoint.host);
    };
    detection.certain = known(imap.first()) && known(smtp.first());
    detection.howWeKnow = detection.certain
        ? QCoreApplication::translate("Detection", "The domain name service of %1 names its mail servers.").arg(domain)
        : QCoreApplication::translate("Detection", "The domain name service of %1 names %2, which is outside the domain: "
                         "check that you know it.")
              .arg(domain, known(imap.first()) ? smtp.first().host : imap.first().host);
    take(imap, detection.account.imap, detection.imapAlternatives);
    take(smtp, detection.account.smtp, detection.smtpAlternatives);
    if (const Provider *provider = table.byServer(detection.account.imap.host))
        addProviderFacts(detection, *provider);
    detection.account.sentPolicy = table.sentPolicyFor(detection.account.smtp.host);
    return detection;
}

QList<ServerEndpoint> imapGuesses(const QString &email, const QStringList &mxHosts)
{
    return guesses(normalizedEmail(email), mxHosts, QStringLiteral("imap"), 993, 143);
}

QList<ServerEndpoint> smtpGuesses(const QString &email, const QStringList &mxHosts)
{
    return guesses(normalizedEmail(email), mxHosts, QStringLiteral("smtp"), 465, 587);
}

std::optional<Detection> fromGuesses(
    const QString &email, const ProbedEndpoints &imap, const ProbedEndpoints &smtp)
{
    const auto *in = bestProbed(imap);
    const auto *out = bestProbed(smtp);
    if (!in || !out)
        return std::nullopt;
    Detection detection;
    detection.account = emptyAccount(email);
    detection.account.imap = in->first;
    detection.account.smtp = out->first;
    const QString domain = domainOf(email);
    // A proven name inside the domain is the domain's own server; all else is only a guess.
    const auto proven = [&](const std::pair<ServerEndpoint, ProbeResult> &one) {
        return one.second == ProbeResult::Good && isInDomain(one.first.host, domain);
    };
    detection.certain = proven(*in) && proven(*out);
    detection.howWeKnow = QCoreApplication::translate("Detection", "%1 and %2 answer; the names are a guess.")
                              .arg(detection.account.imap.host, detection.account.smtp.host);
    return detection;
}

Detection fullForm(const QString &email)
{
    Detection detection;
    detection.account = emptyAccount(email);
    detection.account.imap = imapGuesses(email, {}).first();
    detection.account.smtp = smtpGuesses(email, {}).first();
    detection.howWeKnow =
        QCoreApplication::translate("Detection", "We found no mail servers for %1. Please fill in the form.")
            .arg(domainOf(email));
    return detection;
}

Detection notAnAddress()
{
    Detection detection;
    detection.account.provider = QStringLiteral("custom");
    detection.howWeKnow = QCoreApplication::translate("Detection", "This is not an email address.");
    return detection;
}

} // namespace inlet::accounts
