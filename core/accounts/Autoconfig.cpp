// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Autoconfig.h"

#include <QXmlStreamReader>

#include <optional>

namespace inlet::accounts
{

namespace
{

constexpr qsizetype kMaxServers = 20;
constexpr qsizetype kMaxText = 254;

Error autoconfigError(ErrorKind kind, const QString &detail)
{
    return Error{kind, QStringLiteral("autoconfig: %1").arg(detail), {}, {}};
}

// Fields are short; what is longer or holds control characters is no field of ours.
QString readField(QXmlStreamReader &xml)
{
    const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    if (text.size() > kMaxText)
        return {};
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            return {};
    }
    return text;
}

QString fillAddress(QString text, const QString &email)
{
    const qsizetype at = email.lastIndexOf(QLatin1Char('@'));
    text.replace(QLatin1String("%EMAILADDRESS%"), email);
    text.replace(QLatin1String("%EMAILLOCALPART%"), email.left(at));
    text.replace(QLatin1String("%EMAILDOMAIN%"), email.mid(at + 1));
    return text.left(kMaxText);
}

struct ServerElement {
    std::optional<ServerEndpoint> endpoint;
    bool takesPassword = false;
};

// One incomingServer or outgoingServer; the endpoint stays empty where TLS is not offered.
ServerElement readServer(QXmlStreamReader &xml, const QString &email)
{
    ServerEndpoint endpoint;
    QString socket;
    ServerElement server;
    bool saysHow = false;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = readField(xml);
        if (name == QLatin1String("hostname"))
            endpoint.host = fillAddress(text, email).toLower();
        else if (name == QLatin1String("port"))
            endpoint.port = text.toUShort();
        else if (name == QLatin1String("socketType"))
            socket = text.toUpper();
        else if (name == QLatin1String("username"))
            endpoint.user = fillAddress(text, email);
        else if (name == QLatin1String("authentication")) {
            saysHow = true;
            server.takesPassword |= text.startsWith(QLatin1String("password"))
                || text == QLatin1String("plain") || text == QLatin1String("secure");
        }
    }
    server.takesPassword |= !saysHow;
    const bool encrypted = socket == QLatin1String("SSL") || socket == QLatin1String("STARTTLS");
    endpoint.tls = socket == QLatin1String("SSL") ? TlsMode::Implicit : TlsMode::StartTls;
    if (endpoint.user.isEmpty())
        endpoint.user = email;
    if (encrypted && endpoint.port != 0 && isValidHost(endpoint.host))
        server.endpoint = endpoint;
    return server;
}

void readProvider(QXmlStreamReader &xml, const QString &email, Autoconfig &config)
{
    bool anyPassword = false;
    while (xml.readNextStartElement()) {
        const QString type = xml.attributes().value(QLatin1String("type")).toString();
        if (xml.name() == QLatin1String("displayName")) {
            config.displayName = readField(xml);
        } else if (xml.name() == QLatin1String("incomingServer") && type == QLatin1String("imap")) {
            const ServerElement server = readServer(xml, email);
            if (server.endpoint && config.imap.size() < kMaxServers) {
                config.imap.append(*server.endpoint);
                anyPassword |= server.takesPassword;
            }
        } else if (xml.name() == QLatin1String("outgoingServer") && type == QLatin1String("smtp")) {
            const ServerElement server = readServer(xml, email);
            if (server.endpoint && config.smtp.size() < kMaxServers)
                config.smtp.append(*server.endpoint);
        } else {
            xml.skipCurrentElement();
        }
    }
    config.onlyOAuth = !config.imap.isEmpty() && !anyPassword;
}

} // namespace

Result<Autoconfig> parseAutoconfig(const QByteArray &octets, const QString &email)
{
    if (octets.size() > kMaxAutoconfigOctets)
        return autoconfigError(ErrorKind::Protocol, QStringLiteral("the file is too large"));
    QXmlStreamReader xml(octets);
    xml.setNamespaceProcessing(false);
    // The first token is the start of the document, a DTD would come before the root element.
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::StartElement) {
        if (xml.tokenType() == QXmlStreamReader::DTD)
            return autoconfigError(
                ErrorKind::Protocol, QStringLiteral("document types are not read"));
    }
    if (xml.name() != QLatin1String("clientConfig"))
        return autoconfigError(ErrorKind::Protocol, QStringLiteral("this is no clientConfig"));

    Autoconfig config;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("emailProvider") && config.imap.isEmpty())
            readProvider(xml, email, config);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return autoconfigError(
            ErrorKind::Protocol, QStringLiteral("broken XML at line %1").arg(xml.lineNumber()));
    if (config.imap.isEmpty() || config.smtp.isEmpty())
        return autoconfigError(
            ErrorKind::NotFound, QStringLiteral("no encrypted IMAP and SMTP server"));
    return config;
}

QList<QUrl> autoconfigUrls(const QString &email)
{
    const QByteArray domain = QUrl::toAce(domainOf(email));
    if (domain.isEmpty())
        return {};
    QUrl own;
    own.setScheme(QStringLiteral("https"));
    own.setHost(QStringLiteral("autoconfig.") + QString::fromLatin1(domain));
    own.setPath(QStringLiteral("/mail/config-v1.1.xml"));
    // The value is encoded first: QUrlQuery leaves "+" as it is, which a server reads as a blank.
    own.setQuery(QStringLiteral("emailaddress=")
        + QString::fromLatin1(QUrl::toPercentEncoding(normalizedEmail(email))));
    QUrl wellKnown;
    wellKnown.setScheme(QStringLiteral("https"));
    wellKnown.setHost(QString::fromLatin1(domain));
    wellKnown.setPath(QStringLiteral("/.well-known/autoconfig/mail/config-v1.1.xml"));
    return {own, wellKnown};
}

} // namespace inlet::accounts
