// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "base/Secret.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace inlet::test
{

/// A private Dovecot and Postfix on free loopback ports (tests/support/servers), or another IMAP server
/// (tests/interop), started by start() and ended, with its directory, by the destructor. Accounts: user001@sales.test / pw-user001 ...,
/// lead01@customers.test / pw-lead01 ...; see servers/README.md.
class MailServers
{
public:
    /// CyrusOld and Courier keep all folders below INBOX; only Dovecot comes with Postfix.
    enum class Kind { Dovecot, Cyrus, CyrusOld, Courier };

    struct Options {
        Kind kind = Kind::Dovecot;
        int users = 5;
        int messages = 0; ///< seeded over all mailboxes before the start; Dovecot only
        int seed = 1;
        bool imapOnly = false;
    };

    MailServers() = default;
    ~MailServers();
    MailServers(const MailServers &) = delete;
    MailServers &operator=(const MailServers &) = delete;

    /// False with error() when the servers did not come up: the test must fail then.
    bool start(const Options &options);
    bool start() { return start(Options()); }
    /// Ends the servers; the mail stays. start() brings the same mailboxes back, on other ports.
    bool stop();
    [[nodiscard]] QString error() const { return m_error; }

    [[nodiscard]] QString value(const char *name) const { return m_env.value(QLatin1String(name)); }
    [[nodiscard]] quint16 port(const char *name) const { return value(name).toUShort(); }
    /// Of all folders but INBOX: "" or "INBOX."
    [[nodiscard]] QByteArray folderPrefix() const { return value("FOLDER_PREFIX").toUtf8(); }
    [[nodiscard]] QString caFile() const { return value("CA_FILE"); }
    [[nodiscard]] QString dir() const { return m_dir.path(); }

    /// "user003@sales.test"
    [[nodiscard]] static QString user(int number);
    [[nodiscard]] static QString lead(int number);
    [[nodiscard]] static Secret password(const QString &email);
    /// Endpoints with implicit TLS; `address` chooses the certificate (servers/README.md).
    [[nodiscard]] accounts::ServerEndpoint imap(const QString &email,
        const QString &address = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] accounts::ServerEndpoint smtp(const QString &email,
        const QString &address = QStringLiteral("127.0.0.1")) const;
    /// A mailbox as the wizard would have made it.
    [[nodiscard]] accounts::Account account(const QString &email) const;

    /// Puts a message (any line ends) into the INBOX of `recipient` through LMTP; returns when
    /// the server has it.
    bool deliver(const QString &recipient, const QByteArray &raw,
        const QString &sender = QStringLiteral("lead01@customers.test"));
    /// Raw messages of a folder, read by a connection of its own with EXAMINE (nothing is marked).
    [[nodiscard]] QList<QByteArray> messagesIn(const QString &email, const QString &folder);

private:
    bool run(const QString &script, const QStringList &arguments, QByteArray *output);

    QTemporaryDir m_dir{QStringLiteral("/tmp/inl-XXXXXX")};
    Options m_options;
    QHash<QString, QString> m_env;
    QString m_error;
    bool m_running = false;
};

} // namespace inlet::test
