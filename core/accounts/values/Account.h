// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>

namespace inlet::accounts
{

enum class TlsMode {
    Implicit, ///< TLS from the first octet (993, 465)
    StartTls, ///< upgrade inside our stream (143, 587). There is no third way.
};

/// Where to connect, and with what.
struct ServerEndpoint {
    QString host;
    quint16 port = 0;
    TlsMode tls = TlsMode::Implicit;
    QString user; ///< sign-in name; most servers want the full address
    /// SHA-256 of the one certificate the user chose to trust for this mailbox although it does not
    /// prove its name; empty: normal verification.
    QByteArray trustedFingerprint;

    bool operator==(const ServerEndpoint &) const = default;
};

enum class HistoryWindow { Days30, Days90, Year1, All };

/// Who files the copy of what we send into the Sent folder.
enum class SentPolicy {
    Unknown, ///< look for it by Message-ID, append after 60 s without it
    ProviderFiles, ///< never append
    WeAppend,
};

/// Folders that the rep chose, by their names on the wire; empty: as the server says, else by name.
/// One that the server lists no more counts as empty.
struct FolderChoices {
    QByteArray sent;
    QByteArray junk;
    QByteArray archive;
    QByteArray trash;

    bool operator==(const FolderChoices &) const = default;
};

/// A mailbox: one address with a way in and a way out. Holds no secret.
struct Account {
    AccountId id;
    QString email;
    QString displayName; ///< of the rep, in From
    QString signature; ///< plain text
    QString colour; ///< "#rrggbb"
    QString provider; ///< key in the provider table, "custom" where none fits
    ServerEndpoint imap;
    ServerEndpoint smtp;
    HistoryWindow history = HistoryWindow::Days90;
    SentPolicy sentPolicy = SentPolicy::Unknown;
    FolderChoices folderChoices;
    QStringList aliases; ///< further addresses that receive here and may be sent from
    QStringList tags; ///< free words that group mailboxes, as cleanTags() gives them
    bool enabled = true;
    bool inUnifiedInbox = true;
    /// A secret was stored once. A keyring that says "not found" may only be locked.
    bool secretStored = false;
    /// The server refused the sign-in. It is not tried again, by no program and not after a restart,
    /// until a check succeeds or there is a new password: each try counts toward a lock-out.
    bool signInRefused = false;

    bool operator==(const Account &) const = default;
};

/// `stored` with what differs between `before` and `after`, field by field; lists and servers count as one field each. For a
/// form that was opened some time ago: what has changed meanwhile beside its fields stays. Pure.
[[nodiscard]] Account withChanges(const Account &stored, const Account &before, const Account &after);

/// Local part kept as written, domain lower-cased. Empty when `email` has no single @, spaces,
/// control characters, CR or LF, or is longer than RFC 5321 section 4.5.3.1 allows.
[[nodiscard]] QString normalizedEmail(const QString &email);
/// "example.com" of "a@example.com", lower-cased; empty when there is none.
[[nodiscard]] QString domainOf(const QString &email);
[[nodiscard]] QString nameOf(HistoryWindow window); ///< "30d", "90d", "1y", "all"
[[nodiscard]] QString nameOf(TlsMode mode); ///< "tls", "starttls"
[[nodiscard]] QString nameOf(SentPolicy policy); ///< "unknown", "provider-files", "we-append"

// The ways back. Errors: Config, with words for the user. Case and surrounding blanks do not
// matter.
Result<HistoryWindow> parseHistoryWindow(const QString &text);
Result<TlsMode> parseTlsMode(const QString &text);
/// "HOST:PORT:tls|starttls"; an IPv6 address stands in brackets: "[::1]:993:tls". The host comes
/// back without brackets, lower-cased; user and fingerprint stay empty.
Result<ServerEndpoint> parseEndpoint(const QString &text);
/// What parseEndpoint() reads.
[[nodiscard]] QString formatEndpoint(const ServerEndpoint &endpoint);
/// True for an address literal or a name of RFC 1123 form (IDN and "_" allowed), at most 253 long.
[[nodiscard]] bool isValidHost(const QString &host);

/// Colours for mailboxes, "#rrggbb"; each can be told from its neighbours on light and dark.
[[nodiscard]] const std::array<QString, 10> &mailboxColours();

} // namespace inlet::accounts
