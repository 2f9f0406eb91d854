// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inlet
{

enum class ErrorKind {
    Network, ///< no route, refused, reset, name not found
    Tls, ///< handshake or certificate
    Auth, ///< the server refused the sign-in
    Timeout,
    Cancelled,
    ServerRefused, ///< NO / 4xx / 5xx on something else than a sign-in
    Protocol, ///< the peer does not speak the protocol
    NotFound,
    Conflict, ///< somebody else changed or holds it
    Storage, ///< disk or database
    Config, ///< what the user or a file gave us makes no sense
    Bug,
};

/// Why something did not work. Holds no secret and no message body, so it may be logged.
struct Error {
    ErrorKind kind = ErrorKind::Bug;
    QString detail; ///< English, for logs and "Details"
    QByteArray serverReply; ///< the server's own words, cleaned of control characters
    QByteArray cause; ///< id in the error dictionary where the thrower knows it, else empty

    bool operator==(const Error &) const = default;
};

/// True where the same call may work later without anybody changing a setting.
[[nodiscard]] bool isRetryable(ErrorKind kind);
/// True where only the user can help (password, certificate decision, setting).
[[nodiscard]] bool needsUser(ErrorKind kind);
/// Stable lower-case word for logs and JSON, e.g. "network".
[[nodiscard]] QString nameOf(ErrorKind kind);

/// Cuts to `limit` octets and replaces control characters by spaces: server text is shown as text.
[[nodiscard]] QByteArray cleanServerText(const QByteArray &text, qsizetype limit = 2000);

} // namespace inlet
