// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ErrorDictionary.h"

#include "accounts/JsonReader_p.h"
#include "accounts/ReplyText_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::accounts
{

namespace
{

constexpr qsizetype kMaxReplyLength = 2000;
constexpr quint16 kServerToServerPort = 25;

// The window's language, or English where no translation is loaded; the texts are those of the file.
QString translated(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("Errors", text.toUtf8().constData());
}

// The cause for an error of which nobody said more.
QByteArray causeForKind(ErrorKind kind, Phase phase)
{
    switch (kind) {
    case ErrorKind::Network:
        return "connect-failed";
    case ErrorKind::Tls:
        return "tls-handshake";
    case ErrorKind::Auth:
        return "sign-in-refused";
    case ErrorKind::Timeout:
        return phase == Phase::Connect ? "connect-timeout" : "server-silent";
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::ServerRefused:
        return "server-refused";
    case ErrorKind::Protocol:
        return "protocol-error";
    case ErrorKind::NotFound:
        return "not-found";
    case ErrorKind::Conflict:
        return "conflict";
    case ErrorKind::Storage:
        return "database";
    case ErrorKind::Config:
        return "settings";
    case ErrorKind::Bug:
        break;
    }
    return "unknown";
}

// In these kinds the text of a reply, if any, says nothing that the thrower does not know better.
bool throwerKnowsBest(ErrorKind kind)
{
    return kind != ErrorKind::Auth && kind != ErrorKind::ServerRefused
        && kind != ErrorKind::Protocol;
}

QHash<QString, QString> valuesFor(const ErrorContext &context)
{
    const Provider *provider = context.provider;
    const QString help = provider ? provider->helpUrl : QString();
    const QString appPassword = provider ? provider->appPasswordUrl : QString();
    const auto orElse = [](const QString &value, const QString &fallback) {
        const QString cleaned = cleanValue(value);
        return cleaned.isEmpty() ? fallback : cleaned;
    };
    return {
        {QStringLiteral("provider"), provider ? provider->name : QStringLiteral("The mail server")},
        {QStringLiteral("host"), orElse(context.host, QStringLiteral("the server"))},
        {QStringLiteral("port"),
            context.port ? QString::number(context.port) : QStringLiteral("?")},
        {QStringLiteral("email"), orElse(context.email, QStringLiteral("this address"))},
        {QStringLiteral("user"), orElse(context.user, QStringLiteral("this user"))},
        {QStringLiteral("helpUrl"), help},
        {QStringLiteral("appPasswordUrl"), appPassword.isEmpty() ? help : appPassword},
    };
}

QString sentence(const QString &text, const QHash<QString, QString> &values)
{
    QString filled = fillPlaceholders(text, values);
    // "the server" may have come to stand first; a host name keeps its case.
    if (filled.startsWith(QLatin1String("the server")) || filled.startsWith(QLatin1String("this ")))
        filled[0] = filled.at(0).toUpper();
    return filled;
}

} // namespace

Result<ErrorDictionary> ErrorDictionary::load(const QString &path)
{
    const auto json = readDataFile(path);
    if (!json)
        return json.error();
    return fromJson(*json);
}

Result<ErrorDictionary> ErrorDictionary::fromJson(const QByteArray &json)
{
    const auto object = parseJsonObject(json);
    if (!object)
        return object.error();
    JsonRow top(*object, QStringLiteral("errors"));
    top.number("format", 1, 1);

    ErrorDictionary dictionary;
    for (const QJsonValue &value : top.array("causes")) {
        JsonRow row(
            value.toObject(), QStringLiteral("cause row %1").arg(dictionary.m_causes.size() + 1));
        dictionary.readCause(row);
        if (!row.isOk())
            return row.error();
    }
    for (const QJsonValue &value : top.array("patterns")) {
        JsonRow row(value.toObject(),
            QStringLiteral("pattern row %1").arg(dictionary.m_patterns.size() + 1));
        dictionary.readPattern(row);
        if (!row.isOk())
            return row.error();
    }
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Bug); ++kind) {
        for (const Phase phase : {Phase::Connect, Phase::Use}) {
            const QByteArray cause = causeForKind(static_cast<ErrorKind>(kind), phase);
            if (!dictionary.hasCause(cause))
                top.fail(QStringLiteral("cause %1 is missing").arg(QString::fromLatin1(cause)));
        }
    }
    if (!top.isOk())
        return top.error();
    return dictionary;
}

Explanation ErrorDictionary::explain(const Error &error, const ErrorContext &context) const
{
    QByteArray cause = causeOf(error, context);
    // Home and company networks let nobody out on the port between servers.
    if (context.port == kServerToServerPort && (cause == "connect-timeout" || cause == "connect-refused"))
        cause = "port-25-blocked";
    return fill(cause, error.serverReply, context);
}

Explanation ErrorDictionary::describe(const QByteArray &cause, const ErrorContext &context) const
{
    return fill(cause, {}, context);
}

QByteArray ErrorDictionary::causeOf(const Error &error, const ErrorContext &context) const
{
    const bool thrown = hasCause(error.cause);
    if (thrown && throwerKnowsBest(error.kind))
        return error.cause;
    if (error.kind == ErrorKind::Auth || error.kind == ErrorKind::ServerRefused
        || error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Network) {
        const QByteArray specific = match(error.serverReply, context, false);
        if (!specific.isEmpty())
            return specific;
    }
    if (thrown)
        return error.cause;
    const QByteArray generic = match(error.serverReply, context, true);
    return generic.isEmpty() ? causeForKind(error.kind, context.phase) : generic;
}

QByteArray ErrorDictionary::match(
    const QByteArray &reply, const ErrorContext &context, bool generic) const
{
    if (reply.isEmpty())
        return {};
    const QByteArray lower = reply.left(kMaxReplyLength).toLower();
    const QByteArrayList codes = codesIn(reply);
    int best = 0;
    QByteArray cause;
    for (const Pattern &pattern : m_patterns) {
        if (pattern.generic != generic || !fitsContext(pattern, context))
            continue;
        const int value = rank(pattern, lower, codes);
        if (value > best) {
            best = value;
            cause = pattern.cause;
        }
    }
    return cause;
}

bool ErrorDictionary::fitsContext(const Pattern &pattern, const ErrorContext &context)
{
    const QString family = context.provider ? context.provider->family : QString();
    return (pattern.families.isEmpty() || pattern.families.contains(family))
        && (!pattern.protocol || *pattern.protocol == context.protocol)
        && (pattern.phases.isEmpty() || pattern.phases.contains(context.phase))
        && (!pattern.usesToken || *pattern.usesToken == context.usesToken);
}

// 0: does not fit. A code outranks any fragment, the provider's own rule outranks the general one,
// and of two the one that asks for more; between equals the first in the file.
int ErrorDictionary::rank(
    const Pattern &pattern, const QByteArray &lower, const QByteArrayList &codes)
{
    const bool codeFits = std::any_of(pattern.codes.cbegin(), pattern.codes.cend(),
        [&](const QByteArray &code) { return codes.contains(code); });
    if (!pattern.codes.isEmpty() && !codeFits)
        return 0;
    const bool fragmentsFit = std::all_of(pattern.fragments.cbegin(), pattern.fragments.cend(),
        [&](const QByteArray &fragment) { return lower.contains(fragment); });
    if (!fragmentsFit)
        return 0;
    return (pattern.codes.isEmpty() ? 0 : 8) + (pattern.families.isEmpty() ? 0 : 4)
        + (pattern.fragments.isEmpty() ? 0 : 2) + 1;
}

Explanation ErrorDictionary::fill(
    const QByteArray &cause, const QByteArray &reply, const ErrorContext &context) const
{
    const QByteArray id = hasCause(cause) ? cause : QByteArrayLiteral("unknown");
    const Cause entry = m_causes.value(id);
    const QString family = context.provider ? context.provider->family : QString();
    const Words words = entry.byFamily.value(family, entry.words);

    QHash<QString, QString> values = valuesFor(context);
    Explanation explanation;
    explanation.cause = id;
    explanation.kind = entry.kind;
    explanation.message = sentence(translated(words.message), values);
    explanation.advice = sentence(translated(words.advice), values);
    explanation.retryAfter = retryAfterIn(reply);
    explanation.action = words.action;
    explanation.action.label = translated(words.action.label);
    values.insert(QStringLiteral("replyUrl"), trustedUrlIn(reply, words.replyHosts));
    explanation.action.url = fillPlaceholders(words.action.url, values);
    // Nobody knows the page: let the user change what was refused instead.
    if (explanation.action.kind == QLatin1String("open-url") && explanation.action.url.isEmpty())
        explanation.action = {QStringLiteral("edit"), translated(QStringLiteral("Change the settings")), {}};
    return explanation;
}

} // namespace inlet::accounts
