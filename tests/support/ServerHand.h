// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/MailServers.h"

#include <QSslSocket>

namespace inlet::test
{

/// Another client of the same mailbox, straight on the server: changes it, and reads what is true there
/// without marking anything. Signs in when needed; every command may be repeated. Thread: its own.
class ServerHand
{
public:
    ServerHand(MailServers &servers, const QString &email) : m_servers(servers), m_email(email) {}

    /// False: refused, or no connection. `lines`: the untagged answers.
    bool run(const QByteArray &command, QByteArrayList *lines = nullptr);
    /// In that folder, read-write.
    bool runIn(const QByteArray &folder, const QByteArray &command, QByteArrayList *lines = nullptr);

    /// One line a message: UID, "S" where read, "F" where starred.
    QStringList picture(const QByteArray &folder);
    /// The messages of Archive are the same in a new folder of that name: another UIDVALIDITY.
    bool replaceArchive();
    void hangUp();

private:
    bool connectNow();
    QByteArray uidValidity(const QByteArray &folder);
    bool command(const QByteArray &text, QByteArrayList *lines);

    MailServers &m_servers;
    QString m_email;
    QSslSocket m_socket;
};

} // namespace inlet::test
