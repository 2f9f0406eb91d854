// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ProviderTable.h"

#include "accounts/JsonReader_p.h"

#include <algorithm>

namespace inlet::accounts
{

namespace
{

QList<ServerEndpoint> readEndpoints(JsonRow &row, const char *field)
{
    QList<ServerEndpoint> endpoints;
    for (const QJsonValue &value : row.array(field)) {
        const QJsonObject object = value.toObject();
        const QString host = object.value(QLatin1String("host")).toString();
        const int port = object.value(QLatin1String("port")).toInt();
        const auto tls = parseTlsMode(object.value(QLatin1String("tls")).toString());
        if (!isValidHost(host) || port < 1 || port > 65535 || !tls)
            row.fail(QStringLiteral("%1 has a wrong host, port or tls").arg(QLatin1String(field)));
        else
            endpoints.append({host, static_cast<quint16>(port), *tls, {}, {}});
    }
    return endpoints;
}

UserForm readUserForm(JsonRow &row, const QString &text)
{
    const QString literal = QStringLiteral("literal:");
    if (text == QLatin1String("email"))
        return {UserForm::Kind::Email, {}};
    if (text == QLatin1String("local"))
        return {UserForm::Kind::LocalPart, {}};
    if (text == QLatin1String("ask"))
        return {UserForm::Kind::Ask, {}};
    if (text.startsWith(literal) && text.size() > literal.size())
        return {UserForm::Kind::Literal, text.mid(literal.size())};
    row.fail(QStringLiteral("user is email, local, ask or literal:WORD"));
    return {};
}

// Index of `word` in `words`; a wrong word fails the row.
int choose(JsonRow &row, const char *field, const QStringList &words)
{
    const qsizetype index = words.indexOf(row.text(field, true));
    if (index < 0)
        row.fail(QStringLiteral("%1 is one of %2")
                     .arg(QLatin1String(field), words.join(QLatin1Char(' '))));
    return static_cast<int>(std::max<qsizetype>(index, 0));
}

SentPolicy readSentPolicy(JsonRow &row)
{
    static const QStringList words{QStringLiteral("yes"), QStringLiteral("no"),
        QStringLiteral("likely"), QStringLiteral("unknown")};
    switch (choose(row, "sent", words)) {
    case 0:
        return SentPolicy::ProviderFiles;
    case 1:
        return SentPolicy::WeAppend;
    default:
        // "likely" as well: one look for the copy costs less than a second copy in Sent.
        return SentPolicy::Unknown;
    }
}

ConnectionLimits readLimits(const QJsonObject &object, JsonRow &row)
{
    JsonRow limits(object, QStringLiteral("limits"));
    ConnectionLimits result;
    result.imapConnections = limits.number("imapConnections", 0, 1000);
    result.useImapConnections = limits.number("useImapConnections", 0, 100);
    result.useSmtpConnections = limits.number("useSmtpConnections", 1, 100);
    result.messagesPerDay = limits.number("messagesPerDay", 0, 1000000);
    result.messageOctets = limits.number("messageMegabytes", 0, 1000) * qint64(1024 * 1024);
    if (!limits.isOk())
        row.fail(limits.error().detail);
    return result;
}

QString readUrl(JsonRow &row, const char *field)
{
    const QString url = row.text(field, false);
    if (!url.isEmpty() && !url.startsWith(QLatin1String("https://")))
        row.fail(QStringLiteral("%1 is not an https address").arg(QLatin1String(field)));
    return url;
}

Provider readProvider(JsonRow &row)
{
    row.allowOnly(QStringLiteral(
        "key family name domains mx spf imap smtp user appPassword appPasswordUrl oauth "
        "passwordRefused sent limits helpUrl adminUrl note")
                      .split(QLatin1Char(' ')));
    static const QStringList appWords{
        QStringLiteral("no"), QStringLiteral("with-2fa"), QStringLiteral("always")};
    static const QStringList oauthWords{
        QStringLiteral("none"), QStringLiteral("available"), QStringLiteral("preferred")};
    Provider provider;
    provider.key = row.text("key", true);
    provider.family = row.text("family", true);
    provider.name = row.text("name", true);
    provider.domains = row.texts("domains");
    provider.mxEndings = row.texts("mx");
    provider.spfIncludes = row.texts("spf");
    provider.imap = readEndpoints(row, "imap");
    provider.smtp = readEndpoints(row, "smtp");
    const QJsonObject user = row.object("user");
    provider.imapUser = readUserForm(row, user.value(QLatin1String("imap")).toString());
    provider.smtpUser = readUserForm(row, user.value(QLatin1String("smtp")).toString());
    provider.appPassword = static_cast<AppPassword>(choose(row, "appPassword", appWords));
    provider.appPasswordUrl = readUrl(row, "appPasswordUrl");
    provider.oauth = static_cast<OAuthUse>(choose(row, "oauth", oauthWords));
    provider.passwordRefused = row.flag("passwordRefused");
    provider.sentPolicy = readSentPolicy(row);
    provider.limits = readLimits(row.object("limits"), row);
    provider.helpUrl = readUrl(row, "helpUrl");
    provider.adminUrl = readUrl(row, "adminUrl");
    provider.note = row.text("note", false);
    if (provider.smtp.isEmpty())
        row.fail(QStringLiteral("there is no way out"));
    return provider;
}

QString withoutFinalDot(const QString &host)
{
    return host.endsWith(QLatin1Char('.')) ? host.chopped(1) : host;
}

} // namespace

Result<ProviderTable> ProviderTable::load(const QString &path)
{
    const auto json = readDataFile(path);
    if (!json)
        return json.error();
    return fromJson(*json);
}

Result<ProviderTable> ProviderTable::fromJson(const QByteArray &json)
{
    const auto object = parseJsonObject(json);
    if (!object)
        return object.error();
    JsonRow top(*object, QStringLiteral("providers"));
    if (top.number("format", 1, 1) != 1)
        return top.error();

    ProviderTable table;
    table.m_filters = top.texts("filters");
    for (const QJsonValue &value : top.array("providers")) {
        JsonRow row(
            value.toObject(), QStringLiteral("provider row %1").arg(table.m_providers.size() + 1));
        const Provider provider = readProvider(row);
        if (table.byKey(provider.key))
            row.fail(QStringLiteral("a second %1").arg(provider.key));
        for (const QString &domain : provider.domains) {
            if (domain != domain.toLower() || table.m_byDomain.contains(domain))
                row.fail(QStringLiteral("domain %1 is not lower case or stands twice").arg(domain));
            table.m_byDomain.insert(domain, table.m_providers.size());
        }
        if (!row.isOk())
            return row.error();
        table.m_providers.append(provider);
    }
    if (table.m_providers.isEmpty())
        top.fail(QStringLiteral("no rows"));
    if (!top.isOk())
        return top.error();
    return table;
}

const Provider *ProviderTable::byKey(const QString &key) const
{
    const auto found = std::find_if(m_providers.cbegin(), m_providers.cend(),
        [&](const Provider &provider) { return provider.key == key; });
    return found == m_providers.cend() ? nullptr : &*found;
}

const Provider *ProviderTable::byDomain(const QString &domain) const
{
    const auto found = m_byDomain.constFind(domain.toLower());
    return found == m_byDomain.cend() ? nullptr : &m_providers.at(*found);
}

const Provider *ProviderTable::byMx(const QStringList &hosts) const
{
    const Provider *best = nullptr;
    qsizetype longest = 0;
    for (const Provider &provider : m_providers) {
        for (const QString &ending : provider.mxEndings) {
            const bool fits = std::any_of(hosts.cbegin(), hosts.cend(),
                [&](const QString &host) { return hostEndsWith(host, ending); });
            if (fits && ending.size() > longest) {
                best = &provider;
                longest = ending.size();
            }
        }
    }
    return best;
}

const Provider *ProviderTable::bySpf(const QString &record) const
{
    const QStringList terms = record.toLower().split(QLatin1Char(' '));
    for (const Provider &provider : m_providers) {
        for (const QString &name : provider.spfIncludes) {
            if (terms.contains(QStringLiteral("include:") + name))
                return &provider;
        }
    }
    return nullptr;
}

const Provider *ProviderTable::byServer(const QString &host) const
{
    const QString name = withoutFinalDot(host).toLower();
    // Proton's Bridge sits on loopback, but so may anything else.
    if (name.startsWith(QLatin1String("127.")))
        return nullptr;
    const auto owns = [&](const ServerEndpoint &endpoint) { return endpoint.host == name; };
    for (const Provider &provider : m_providers) {
        if (std::any_of(provider.imap.cbegin(), provider.imap.cend(), owns)
            || std::any_of(provider.smtp.cbegin(), provider.smtp.cend(), owns))
            return &provider;
    }
    return nullptr;
}

bool ProviderTable::isFilter(const QStringList &hosts) const
{
    const auto filtered = [this](const QString &host) {
        return std::any_of(m_filters.cbegin(), m_filters.cend(),
            [&](const QString &ending) { return hostEndsWith(host, ending); });
    };
    return !hosts.isEmpty() && std::all_of(hosts.cbegin(), hosts.cend(), filtered);
}

SentPolicy ProviderTable::sentPolicyFor(const QString &smtpHost) const
{
    const Provider *provider = byServer(smtpHost);
    return provider ? provider->sentPolicy : SentPolicy::Unknown;
}

QString userNameFor(const UserForm &form, const QString &email)
{
    switch (form.kind) {
    case UserForm::Kind::Email:
        return email;
    case UserForm::Kind::LocalPart:
        return email.left(email.lastIndexOf(QLatin1Char('@')));
    case UserForm::Kind::Literal:
        return form.literal;
    case UserForm::Kind::Ask:
        break;
    }
    return {};
}

bool hostEndsWith(const QString &host, const QString &ending)
{
    const QString name = withoutFinalDot(host).toLower();
    return name == ending || name.endsWith(QLatin1Char('.') + ending);
}

} // namespace inlet::accounts
