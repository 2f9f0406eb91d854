// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::accounts
{

/// How a provider spells the sign-in name.
struct UserForm {
    enum class Kind {
        Email, ///< the full address
        LocalPart, ///< what stands before the @
        Ask, ///< nothing we could derive: the user must say it
        Literal, ///< always the same word
    };
    Kind kind = Kind::Email;
    QString literal;

    bool operator==(const UserForm &) const = default;
};

enum class AppPassword { No, With2fa, Always };
enum class OAuthUse { None, Available, Preferred };

/// What the provider allows and what we use of it. 0: not known.
struct ConnectionLimits {
    int imapConnections = 0;
    int useImapConnections = 3;
    int useSmtpConnections = 1;
    int messagesPerDay = 0;
    qint64 messageOctets = 0; ///< of one encoded message

    bool operator==(const ConnectionLimits &) const = default;
};

/// One row of resources/providers.json.
struct Provider {
    QString key;
    QString family; ///< rows with the same rules and replies: "microsoft", "zoho" ...
    QString name; ///< for people
    QStringList domains;
    QStringList mxEndings;
    QStringList spfIncludes;
    QList<ServerEndpoint> imap; ///< best first; empty: the service only sends
    QList<ServerEndpoint> smtp; ///< best first, never empty
    UserForm imapUser;
    UserForm smtpUser;
    AppPassword appPassword = AppPassword::No;
    QString appPasswordUrl;
    OAuthUse oauth = OAuthUse::None;
    bool passwordRefused = false; ///< passwords and app passwords do not work for IMAP
    SentPolicy sentPolicy = SentPolicy::Unknown;
    ConnectionLimits limits;
    QString helpUrl;
    QString adminUrl;
    QString note; ///< what to switch on first

    bool operator==(const Provider &) const = default;
};

/// What is known of mail providers. Read once, immutable, cheap to copy. Thread: any.
class ProviderTable
{
public:
    /// `path`: a file, or ":/inlet/providers.json" after initResources().
    /// Errors: Storage (cannot read), Config (row and field in detail).
    static Result<ProviderTable> load(const QString &path);
    static Result<ProviderTable> fromJson(const QByteArray &json);

    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    // Each answers null where nothing fits; the row lives as long as the table.
    [[nodiscard]] const Provider *byKey(const QString &key) const;
    [[nodiscard]] const Provider *byDomain(const QString &domain) const;
    /// The row with the longest ending that any of `hosts` has on a label border.
    [[nodiscard]] const Provider *byMx(const QStringList &hosts) const;
    /// For domains behind a filter: the row whose servers the SPF record includes.
    [[nodiscard]] const Provider *bySpf(const QString &record) const;
    /// The row that owns this IMAP or SMTP host. Loopback belongs to nobody.
    [[nodiscard]] const Provider *byServer(const QString &host) const;
    /// True where all of `hosts` belong to spam filters, which do not say where the mailbox is.
    [[nodiscard]] bool isFilter(const QStringList &hosts) const;
    /// By the SMTP host that is really used: a relay files nothing, whatever the mailbox is.
    [[nodiscard]] SentPolicy sentPolicyFor(const QString &smtpHost) const;

private:
    QList<Provider> m_providers;
    QStringList m_filters;
    QHash<QString, qsizetype> m_byDomain;
};

/// Sign-in name of `email` there; empty for UserForm::Kind::Ask.
[[nodiscard]] QString userNameFor(const UserForm &form, const QString &email);

/// True where `host` is `ending` or ends with "." + `ending`; case and a final dot do not matter.
[[nodiscard]] bool hostEndsWith(const QString &host, const QString &ending);

} // namespace inlet::accounts
