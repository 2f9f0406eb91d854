// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/ServerError.h"
#include "imap/StatusText.h"

#include <span>

namespace inlet::imap
{

namespace
{

using enum ErrorKind;

/// `code` or `fragment` (lower case) found: that kind and cause. Either may be empty.
struct Rule {
    const char *code;
    const char *fragment;
    ErrorKind kind;
    const char *cause;
};

// Words before codes: "[UNAVAILABLE] Maximum number of connections" is about connections.
constexpr Rule kAnyPhase[] = {
    {"", "maximum number of connections", ServerRefused, "too-many-connections"},
    {"", "too many simultaneous connections", ServerRefused, "too-many-connections"},
    {"", "too many connections", ServerRefused, "too-many-connections"},
    {"", "connection limit", ServerRefused, "too-many-connections"},
    {"", "command or bandwidth limits", ServerRefused, "rate-limited"},
    {"", "throttled", ServerRefused, "rate-limited"},
    {"", "rate limit", ServerRefused, "rate-limited"},
    {"", "authenticated but not connected", ServerRefused, "mailbox-not-connected"},
    {"", "accesstokenexpired", ServerRefused, "token-expired"},
};

constexpr Rule kSignIn[] = {
    {"", "application-specific password", Auth, "app-password-needed"},
    {"", "app password", Auth, "app-password-needed"},
    {"", "web login required", Auth, "web-login-needed"},
    {"", "via a web browser", Auth, "web-login-needed"},
    {"", "via your web browser", Auth, "web-login-needed"},
    {"", "invalid credentials or imap is disabled", Auth, "wrong-password"},
    {"", "imap access is disabled", Auth, "imap-disabled"},
    {"", "enabled for imap use", Auth, "imap-disabled"},
    {"", "yet to enable imap", Auth, "imap-disabled"},
    {"", "imap is disabled", Auth, "imap-disabled"},
    {"UNAVAILABLE", "", ServerRefused, "server-busy"},
    {"SERVERBUG", "", ServerRefused, "server-busy"},
    {"LIMIT", "", ServerRefused, "too-many-connections"},
    {"INUSE", "", ServerRefused, "too-many-connections"},
    {"OVERQUOTA", "", ServerRefused, "over-quota"},
    {"EXPIRED", "", Auth, "password-expired"},
    {"AUTHORIZATIONFAILED", "", Auth, "not-authorized"},
    {"PRIVACYREQUIRED", "", Auth, "tls-needed"},
    {"CONTACTADMIN", "", Auth, "contact-admin"},
    {"", "temporary authentication failure", ServerRefused, "server-busy"},
    {"", "temporarily unavailable", ServerRefused, "server-busy"},
    {"", "internal error", ServerRefused, "server-busy"},
    // Not "try again later" alone: so do servers speak that count wrong passwords.
    {"", "internal login failure", ServerRefused, "server-busy"},
    {"", "temporary failure", ServerRefused, "server-busy"},
    {"", "temporary problem", ServerRefused, "server-busy"},
    {"", "temporary error", ServerRefused, "server-busy"},
    {"", "system error", ServerRefused, "server-busy"},
    {"", "server error", ServerRefused, "server-busy"},
    {"", "server unavailable", ServerRefused, "server-busy"},
    {"", "service unavailable", ServerRefused, "server-busy"},
    {"", "server busy", ServerRefused, "server-busy"},
    {"", "server is busy", ServerRefused, "server-busy"},
    {"", "timed out", ServerRefused, "server-busy"},
    {"", "ocf12", ServerRefused, "server-busy"},
};

constexpr Rule kGreeting[] = {
    {"", "blocked", ServerRefused, "ip-blocked"},
    {"", "blacklist", ServerRefused, "ip-blocked"},
    {"", "blocklist", ServerRefused, "ip-blocked"},
    {"", "banned", ServerRefused, "ip-blocked"},
    {"", "denied", ServerRefused, "ip-blocked"},
    {"", "not allowed", ServerRefused, "ip-blocked"},
    {"", "too many", ServerRefused, "too-many-connections"},
    {"LIMIT", "", ServerRefused, "too-many-connections"},
    {"", "busy", ServerRefused, "server-busy"},
    {"", "unavailable", ServerRefused, "server-busy"},
    {"", "overload", ServerRefused, "server-busy"},
    {"", "try again", ServerRefused, "server-busy"},
    {"", "shutting down", ServerRefused, "server-busy"},
    {"", "maintenance", ServerRefused, "server-busy"},
};

constexpr Rule kUse[] = {
    {"NONEXISTENT", "", NotFound, "not-found"},
    {"TRYCREATE", "", NotFound, "not-found"},
    {"OVERQUOTA", "", ServerRefused, "over-quota"},
    {"UNAVAILABLE", "", ServerRefused, "server-busy"},
    {"SERVERBUG", "", ServerRefused, "server-busy"},
    {"INUSE", "", ServerRefused, "in-use"},
    {"LIMIT", "", ServerRefused, "rate-limited"},
    {"", "doesn't exist", NotFound, "not-found"},
    {"", "does not exist", NotFound, "not-found"},
    {"", "no such mailbox", NotFound, "not-found"},
    {"", "no such folder", NotFound, "not-found"},
    {"", "unknown mailbox", NotFound, "not-found"},
    {"", "mailbox not found", NotFound, "not-found"},
    {"", "folder not found", NotFound, "not-found"},
    {"", "non-existent", NotFound, "not-found"},
    {"", "nonexistent", NotFound, "not-found"},
};

const Rule *match(std::span<const Rule> rules, const QByteArray &code, const QByteArray &lower)
{
    for (const Rule &rule : rules) {
        const bool named = *rule.code != '\0' ? code == rule.code : lower.contains(rule.fragment);
        if (named)
            return &rule;
    }
    return nullptr;
}

std::span<const Rule> rulesOf(Phase phase)
{
    switch (phase) {
    case Phase::Greeting:
        return kGreeting;
    case Phase::SignIn:
        return kSignIn;
    case Phase::Use:
        break;
    }
    return kUse;
}

Error defaultError(Phase phase, bool syntaxRefused)
{
    switch (phase) {
    case Phase::Greeting:
        return {ServerRefused, QStringLiteral("the server closed the connection in its greeting"), {},
            "greeting-refused"};
    case Phase::SignIn:
        // BAD says nothing about the password, but trying again by itself could lock the account.
        return {Auth, QStringLiteral("sign-in refused"), {},
            syntaxRefused ? "sign-in-refused" : "wrong-password"};
    case Phase::Use:
        break;
    }
    return {ServerRefused, QStringLiteral("the server refused the command"), {}, {}};
}

} // namespace

Error serverError(Phase phase, const QByteArray &status, const QByteArray &words)
{
    const StatusText parts = statusText(words);
    const QByteArray lower = words.left(2000).toLower();
    Error error = defaultError(phase, status == "BAD");
    error.serverReply = cleanServerText(status + ' ' + words);
    const Rule *rule = match(kAnyPhase, parts.code, lower);
    if (!rule)
        rule = match(rulesOf(phase), parts.code, lower);
    if (rule) {
        error.kind = rule->kind;
        error.cause = rule->cause;
    }
    return error;
}

QByteArray withoutSecret(QByteArray reply, std::string_view user, std::string_view secret)
{
    if (secret.empty())
        return reply;
    const auto bytes = [](std::string_view text) {
        return QByteArray(text.data(), qsizetype(text.size()));
    };
    const QByteArray raw = bytes(secret);
    QByteArray quoted = raw;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    const QByteArray plain = '\0' + bytes(user) + '\0' + raw;
    // Longest first, so that no rest of one form is left by another.
    for (const QByteArray &form : {plain.toBase64(), quoted, raw.toBase64(), raw})
        reply.replace(form, "***");
    return reply;
}

} // namespace inlet::imap
