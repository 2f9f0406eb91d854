// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace inlet::accounts
{

/// Codes in `reply`, upper case: "AUTHENTICATIONFAILED" of "[AUTHENTICATIONFAILED]", "5.7.8", and a
/// leading "535". Looks at the first 2,000 octets.
/// Source: RFC 5530, RFC 3463, RFC 5321 section 4.2.
[[nodiscard]] QByteArrayList codesIn(const QByteArray &reply);

/// "Suggested Backoff Time: 299961 milliseconds" and the like, at most a day.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterIn(const QByteArray &reply);

/// First https address in `reply` whose host is or lies under one of `hosts`; else empty. Anybody's
/// address must not become a button.
[[nodiscard]] QString trustedUrlIn(const QByteArray &reply, const QStringList &hosts);

/// Replaces {name} and {name|fallback} in one pass: what a value brings along is not replaced
/// again. Unknown and empty names take the fallback, or nothing.
[[nodiscard]] QString fillPlaceholders(const QString &text, const QHash<QString, QString> &values);

/// For display: no control or format characters, at most 254 long.
[[nodiscard]] QString cleanValue(const QString &value);

} // namespace inlet::accounts
