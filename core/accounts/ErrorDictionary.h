// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ProviderTable.h"
#include "accounts/values/Account.h"
#include "accounts/values/NextStep.h"
#include "base/Error.h"
#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace inlet::accounts
{

class JsonRow;

/// What the program does about a cause.
enum class CauseKind {
    Password, ///< only another password (or way of signing in) helps
    Token, ///< refresh the permission once, then sign in again
    Setting, ///< something has to be switched on; checked again once a day
    WebLogin, ///< the user has to confirm in a browser
    TooManyConnections,
    RateLimited, ///< also: the server is busy
    DailyLimit, ///< of sending
    IpBlocked,
    Blocked, ///< the account or organisation may not send
    Message, ///< this one message is refused, the mailbox is fine
    Network, ///< also DNS
    Certificate,
    Setup, ///< host, port, encryption or folder is wrong
    Local, ///< our side: keyring, disk
};
[[nodiscard]] QString nameOf(CauseKind kind);

/// Waits before another try by itself: `delays[n]` after failure n, the last one for ever after;
/// none: never by itself.
struct RetryPolicy {
    QList<std::chrono::seconds> delays;
    bool asksUser = false;
    bool stopsReading = false;
    bool stopsSending = false;
};
[[nodiscard]] RetryPolicy policyOf(CauseKind kind);

enum class Protocol { Imap, Smtp };
enum class Phase {
    Connect, ///< up to and with the greeting and TLS
    SignIn,
    Use, ///< IMAP after sign-in
    Sender, ///< MAIL FROM
    Send, ///< RCPT TO and later
};

/// Where an error happened: chooses the patterns and fills the placeholders.
struct ErrorContext {
    const Provider *provider = nullptr; ///< null: unknown
    Protocol protocol = Protocol::Imap;
    Phase phase = Phase::SignIn;
    QString email;
    QString host;
    quint16 port = 0;
    QString user;
    bool usesToken = false; ///< OAuth; else a password
};

/// One cause in words for the user. Plain text, never markup.
struct Explanation {
    QByteArray cause;
    CauseKind kind = CauseKind::Setup;
    QString message;
    QString advice;
    NextStep action;
    /// How long the server asked us to wait, at most a day.
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// Turns errors and server replies into one cause and one next step. Read once from
/// resources/errors.json, immutable, cheap to copy. Thread: any.
class ErrorDictionary
{
public:
    /// `path`: a file, or ":/inlet/errors.json". Errors: Storage, Config.
    static Result<ErrorDictionary> load(const QString &path);
    static Result<ErrorDictionary> fromJson(const QByteArray &json);

    /// Never empty: what nobody knows ends in the cause of its error kind.
    /// Order: response code or enhanced status code, text fragments, the cause that the thrower
    /// gave, generic class; within each the provider's own patterns first.
    [[nodiscard]] Explanation explain(const Error &error, const ErrorContext &context) const;
    /// The words of one cause; an unknown id gives the words of "unknown".
    [[nodiscard]] Explanation describe(const QByteArray &cause, const ErrorContext &context) const;
    [[nodiscard]] bool hasCause(const QByteArray &cause) const { return m_causes.contains(cause); }
    [[nodiscard]] QByteArrayList causes() const { return m_causes.keys(); }

private:
    struct Words {
        QString message;
        QString advice;
        NextStep action;
        QStringList replyHosts; ///< hosts whose address in the reply may become the button
    };
    struct Cause {
        CauseKind kind = CauseKind::Setup;
        Words words;
        QHash<QString, Words> byFamily;
    };
    struct Pattern {
        QStringList families; ///< empty: any
        std::optional<Protocol> protocol;
        QList<Phase> phases; ///< empty: any
        std::optional<bool> usesToken;
        QByteArrayList codes; ///< one of them; upper case
        QByteArrayList fragments; ///< all of them; lower case
        bool generic = false;
        QByteArray cause;
    };

    static Words readWords(JsonRow &row, const Words &defaults);
    void readCause(JsonRow &row);
    void readPattern(JsonRow &row);
    [[nodiscard]] QByteArray causeOf(const Error &error, const ErrorContext &context) const;
    [[nodiscard]] QByteArray match(
        const QByteArray &reply, const ErrorContext &context, bool generic) const;
    [[nodiscard]] Explanation fill(
        const QByteArray &cause, const QByteArray &reply, const ErrorContext &context) const;
    static bool fitsContext(const Pattern &pattern, const ErrorContext &context);
    static int rank(const Pattern &pattern, const QByteArray &lower, const QByteArrayList &codes);

    QHash<QByteArray, Cause> m_causes;
    QList<Pattern> m_patterns;
};

} // namespace inlet::accounts
