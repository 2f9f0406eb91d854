// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of resources/errors.json: rows into causes and patterns.
#include "accounts/ErrorDictionary.h"
#include "accounts/JsonReader_p.h"

#include <array>
#include <utility>

namespace inlet::accounts
{

namespace
{

constexpr std::array kKindNames{
    std::pair{CauseKind::Password, "password"},
    std::pair{CauseKind::Token, "token"},
    std::pair{CauseKind::Setting, "setting"},
    std::pair{CauseKind::WebLogin, "web-login"},
    std::pair{CauseKind::TooManyConnections, "too-many-connections"},
    std::pair{CauseKind::RateLimited, "rate-limited"},
    std::pair{CauseKind::DailyLimit, "daily-limit"},
    std::pair{CauseKind::IpBlocked, "ip-blocked"},
    std::pair{CauseKind::Blocked, "blocked"},
    std::pair{CauseKind::Message, "message"},
    std::pair{CauseKind::Network, "network"},
    std::pair{CauseKind::Certificate, "certificate"},
    std::pair{CauseKind::Setup, "setup"},
    std::pair{CauseKind::Local, "local"},
};

constexpr std::array kPhaseNames{
    std::pair{Phase::Connect, "connect"},
    std::pair{Phase::SignIn, "sign-in"},
    std::pair{Phase::Use, "use"},
    std::pair{Phase::Sender, "sender"},
    std::pair{Phase::Send, "send"},
};

template <typename Names> auto valueOfName(const Names &names, const QString &word, JsonRow &row)
{
    for (const auto &[value, name] : names) {
        if (word == QLatin1String(name))
            return value;
    }
    row.fail(QStringLiteral("unknown word %1").arg(word));
    return names.front().first;
}

} // namespace

QString nameOf(CauseKind kind)
{
    for (const auto &[value, name] : kKindNames) {
        if (value == kind)
            return QLatin1String(name);
    }
    return {};
}

ErrorDictionary::Words ErrorDictionary::readWords(JsonRow &row, const Words &defaults)
{
    Words words = defaults;
    const QString message = row.text("message", false);
    const QString advice = row.text("advice", false);
    if (!message.isEmpty())
        words.message = message;
    if (!advice.isEmpty())
        words.advice = advice;
    const QJsonObject object = row.object("action");
    if (!object.isEmpty()) {
        JsonRow action(object, QStringLiteral("action"));
        action.allowOnly({QStringLiteral("kind"), QStringLiteral("label"), QStringLiteral("url"),
            QStringLiteral("replyHosts")});
        words.action = {
            action.text("kind", true), action.text("label", true), action.text("url", false)};
        words.replyHosts = action.texts("replyHosts");
        if (!action.isOk())
            row.fail(action.error().detail);
    }
    return words;
}

void ErrorDictionary::readCause(JsonRow &row)
{
    row.allowOnly({QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("message"),
        QStringLiteral("advice"), QStringLiteral("action"), QStringLiteral("byProvider")});
    const QByteArray id = row.text("id", true).toUtf8();
    if (hasCause(id))
        row.fail(QStringLiteral("a second %1").arg(QString::fromUtf8(id)));
    Cause cause;
    cause.kind = valueOfName(kKindNames, row.text("kind", true), row);
    cause.words = readWords(row, {});
    if (cause.words.message.isEmpty() || cause.words.advice.isEmpty()
        || cause.words.action.kind.isEmpty())
        row.fail(QStringLiteral("%1 lacks message, advice or action").arg(QString::fromUtf8(id)));
    const QJsonObject families = row.object("byProvider");
    for (auto family = families.constBegin(); family != families.constEnd(); ++family) {
        JsonRow words(family.value().toObject(), family.key());
        words.allowOnly(
            {QStringLiteral("message"), QStringLiteral("advice"), QStringLiteral("action")});
        cause.byFamily.insert(family.key(), readWords(words, cause.words));
        if (!words.isOk())
            row.fail(words.error().detail);
    }
    m_causes.insert(id, cause);
}

void ErrorDictionary::readPattern(JsonRow &row)
{
    row.allowOnly({QStringLiteral("provider"), QStringLiteral("protocol"), QStringLiteral("phase"),
        QStringLiteral("signIn"), QStringLiteral("codes"), QStringLiteral("fragments"),
        QStringLiteral("generic"), QStringLiteral("cause")});
    Pattern pattern;
    pattern.families = row.texts("provider");
    const QString protocol = row.text("protocol", false);
    if (protocol == QLatin1String("imap"))
        pattern.protocol = Protocol::Imap;
    else if (protocol == QLatin1String("smtp"))
        pattern.protocol = Protocol::Smtp;
    else if (!protocol.isEmpty())
        row.fail(QStringLiteral("unknown protocol %1").arg(protocol));
    for (const QString &phase : row.texts("phase"))
        pattern.phases.append(valueOfName(kPhaseNames, phase, row));
    const QString signIn = row.text("signIn", false);
    if (!signIn.isEmpty())
        pattern.usesToken = signIn == QLatin1String("token");
    for (const QString &code : row.texts("codes"))
        pattern.codes.append(code.toUpper().toLatin1());
    for (const QString &fragment : row.texts("fragments"))
        pattern.fragments.append(fragment.toLower().toUtf8());
    pattern.generic = row.flag("generic");
    pattern.cause = row.text("cause", true).toUtf8();
    if (!hasCause(pattern.cause))
        row.fail(QStringLiteral("no cause %1").arg(QString::fromUtf8(pattern.cause)));
    if (pattern.codes.isEmpty() && pattern.fragments.isEmpty())
        row.fail(QStringLiteral("neither codes nor fragments"));
    m_patterns.append(pattern);
}

} // namespace inlet::accounts
