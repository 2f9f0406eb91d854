// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/values/Account.h"

#include <QHostAddress>

#include <algorithm>

namespace inlet::accounts
{

namespace
{

// RFC 5321 section 4.5.3.1: local part 64, domain 255, and 256 with the angle brackets.
constexpr qsizetype kMaxLocalPart = 64;
constexpr qsizetype kMaxAddress = 254;
constexpr qsizetype kMaxHost = 253;
constexpr qsizetype kMaxEndpointText = 320;

// Neither an address nor a host name may hold one: separators of header fields, and what makes text
// look different from what it is (controls, format characters such as U+202E).
bool isForbiddenInName(QChar c)
{
    if (c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
        return true;
    return QStringLiteral("<>()[],;:\\\"").contains(c);
}

bool hasOnlyFullLabels(const QString &domain)
{
    const QStringList labels = domain.split(QLatin1Char('.'));
    return std::all_of(labels.cbegin(), labels.cend(),
        [](const QString &label) { return !label.isEmpty() && label.size() <= 63; });
}

Error configError(const QString &detail)
{
    return Error{ErrorKind::Config, detail, {}, {}};
}

// Splits off ":text" at the end; false when there is none.
bool takeLastField(QString &text, QString &field)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0)
        return false;
    field = text.mid(colon + 1).trimmed();
    text.truncate(colon);
    return true;
}

} // namespace

Account withChanges(const Account &stored, const Account &before, const Account &after)
{
    Account out = stored;
    const auto take = [&](auto member) {
        if (before.*member != after.*member)
            out.*member = after.*member;
    };
    for (const auto text : {&Account::email, &Account::displayName, &Account::signature, &Account::colour, &Account::provider})
        take(text);
    for (const auto endpoint : {&Account::imap, &Account::smtp})
        take(endpoint);
    for (const auto list : {&Account::aliases, &Account::tags})
        take(list);
    for (const auto flag : {&Account::enabled, &Account::inUnifiedInbox, &Account::secretStored, &Account::signInRefused})
        take(flag);
    take(&Account::history);
    take(&Account::sentPolicy);
    for (const auto folder : {&FolderChoices::sent, &FolderChoices::junk, &FolderChoices::archive, &FolderChoices::trash}) {
        if (before.folderChoices.*folder != after.folderChoices.*folder)
            out.folderChoices.*folder = after.folderChoices.*folder;
    }
    return out;
}

QString normalizedEmail(const QString &email)
{
    if (email.size() > kMaxAddress || email.count(QLatin1Char('@')) != 1)
        return {};
    if (std::any_of(email.cbegin(), email.cend(), isForbiddenInName))
        return {};
    const qsizetype at = email.indexOf(QLatin1Char('@'));
    const QString domain = email.mid(at + 1).toLower();
    if (at == 0 || email.left(at).toUtf8().size() > kMaxLocalPart || !hasOnlyFullLabels(domain))
        return {};
    return email.left(at + 1) + domain;
}

QString domainOf(const QString &email)
{
    const QString normalized = normalizedEmail(email);
    return normalized.mid(normalized.indexOf(QLatin1Char('@')) + 1);
}

QString nameOf(HistoryWindow window)
{
    switch (window) {
    case HistoryWindow::Days30:
        return QStringLiteral("30d");
    case HistoryWindow::Days90:
        return QStringLiteral("90d");
    case HistoryWindow::Year1:
        return QStringLiteral("1y");
    case HistoryWindow::All:
        break;
    }
    return QStringLiteral("all");
}

QString nameOf(TlsMode mode)
{
    return mode == TlsMode::StartTls ? QStringLiteral("starttls") : QStringLiteral("tls");
}

QString nameOf(SentPolicy policy)
{
    switch (policy) {
    case SentPolicy::ProviderFiles:
        return QStringLiteral("provider-files");
    case SentPolicy::WeAppend:
        return QStringLiteral("we-append");
    case SentPolicy::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

Result<HistoryWindow> parseHistoryWindow(const QString &text)
{
    const QString word = text.trimmed().toLower();
    for (const HistoryWindow window :
        {HistoryWindow::Days30, HistoryWindow::Days90, HistoryWindow::Year1, HistoryWindow::All}) {
        if (word == nameOf(window))
            return window;
    }
    return configError(QStringLiteral("the history window is one of 30d, 90d, 1y, all"));
}

Result<TlsMode> parseTlsMode(const QString &text)
{
    const QString word = text.trimmed().toLower();
    for (const TlsMode mode : {TlsMode::Implicit, TlsMode::StartTls}) {
        if (word == nameOf(mode))
            return mode;
    }
    return configError(QStringLiteral("the encryption is one of tls, starttls"));
}

bool isValidHost(const QString &host)
{
    if (host.isEmpty() || host.size() > kMaxHost)
        return false;
    if (host.contains(QLatin1Char(':')))
        return QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol;
    const auto isHostChar = [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || QStringLiteral("-._").contains(c);
    };
    return std::all_of(host.cbegin(), host.cend(), isHostChar) && hasOnlyFullLabels(host);
}

Result<ServerEndpoint> parseEndpoint(const QString &text)
{
    QString rest = text.trimmed();
    QString mode;
    QString port;
    if (rest.size() > kMaxEndpointText || !takeLastField(rest, mode) || !takeLastField(rest, port))
        return configError(
            QStringLiteral("a server is written HOST:PORT:tls or HOST:PORT:starttls"));

    ServerEndpoint endpoint;
    const auto tls = parseTlsMode(mode);
    if (!tls)
        return tls.error();
    endpoint.tls = *tls;

    bool isNumber = false;
    endpoint.port = port.toUShort(&isNumber);
    if (!isNumber || endpoint.port == 0)
        return configError(QStringLiteral("a port is a number from 1 to 65535"));

    rest = rest.trimmed();
    const bool inBrackets = rest.startsWith(QLatin1Char('[')) && rest.endsWith(QLatin1Char(']'));
    endpoint.host = (inBrackets ? rest.mid(1, rest.size() - 2) : rest).toLower();
    if (inBrackets != endpoint.host.contains(QLatin1Char(':')))
        return configError(QStringLiteral("an IPv6 address, and only that, stands in [brackets]"));
    if (!isValidHost(endpoint.host))
        return configError(QStringLiteral("this is not the name or address of a server"));
    return endpoint;
}

QString formatEndpoint(const ServerEndpoint &endpoint)
{
    const bool isIpv6 = endpoint.host.contains(QLatin1Char(':'));
    const QString host = isIpv6 ? QStringLiteral("[%1]").arg(endpoint.host) : endpoint.host;
    return QStringLiteral("%1:%2:%3").arg(host).arg(endpoint.port).arg(nameOf(endpoint.tls));
}

const std::array<QString, 10> &mailboxColours()
{
    static const std::array<QString, 10> colours{QStringLiteral("#2f6fde"), QStringLiteral("#1b7d52"),
        QStringLiteral("#b4540a"), QStringLiteral("#8a4fd0"), QStringLiteral("#c23b5e"),
        QStringLiteral("#0f7f91"), QStringLiteral("#7a6a12"), QStringLiteral("#a2459b"),
        QStringLiteral("#4c5fb0"), QStringLiteral("#6b6f78")};
    return colours;
}

} // namespace inlet::accounts
