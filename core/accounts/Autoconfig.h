// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace inlet::accounts
{

/// What a domain says of its servers in config-v1.1.xml.
struct Autoconfig {
    QString displayName; ///< of the provider, may be empty
    QList<ServerEndpoint> imap; ///< in the order of the file, user filled in
    QList<ServerEndpoint> smtp;
    bool onlyOAuth = false; ///< no IMAP server of the file takes a password

    bool operator==(const Autoconfig &) const = default;
};

constexpr qsizetype kMaxAutoconfigOctets = 256 * 1024;

/// Reads config-v1.1.xml. Servers without TLS, of other protocols or with impossible fields are
/// left out; a file with a document type (where entities hide) is refused. Errors: Protocol (not
/// such a file, or too large), NotFound (no IMAP or no SMTP server left). Source:
/// wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat
Result<Autoconfig> parseAutoconfig(const QByteArray &xml, const QString &email);

/// Where a domain may publish its file, best first. HTTPS only: over plain HTTP anybody on the way
/// could name the server that gets the password.
[[nodiscard]] QList<QUrl> autoconfigUrls(const QString &email);

} // namespace inlet::accounts
