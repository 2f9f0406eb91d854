// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace inlet::test
{

/// tests/support/servers/faultproxy.py as an object: a TCP proxy that misbehaves on command.
/// Needs the thread that made it.
class FaultProxy
{
public:
    FaultProxy() = default;
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    /// False when it did not come up.
    bool start(quint16 targetPort, const QString &targetHost = QStringLiteral("127.0.0.1"));
    /// It speaks TLS to the client (`certificates`: server.pem, server.key) and plain text to the target.
    bool startInsideTls(quint16 targetPort, const QString &certificates);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// One command of the control port, e.g. "cutafter 1000 c2s". Empty answer: it did not reply.
    QByteArray command(const QByteArray &line) const;

private:
    bool run(const QStringList &arguments);

    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_control = 0;
};

} // namespace inlet::test
