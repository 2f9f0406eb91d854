// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FaultProxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace inlet::test
{

namespace
{

constexpr int kProxyPatienceMs = 20000;

} // namespace

FaultProxy::~FaultProxy()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kProxyPatienceMs))
        m_process.kill();
}

bool FaultProxy::start(quint16 targetPort, const QString &targetHost)
{
    return run({QStringLiteral("--to"), QStringLiteral("%1:%2").arg(targetHost).arg(targetPort)});
}

bool FaultProxy::startInsideTls(quint16 targetPort, const QString &certificates)
{
    return run({QStringLiteral("--to"), QStringLiteral("127.0.0.1:%1").arg(targetPort),
        QStringLiteral("--cert"), certificates + QStringLiteral("/server.pem"),
        QStringLiteral("--key"), certificates + QStringLiteral("/server.key")});
}

bool FaultProxy::run(const QStringList &arguments)
{
    m_process.start(QStringLiteral("python3"),
        QStringList{QStringLiteral(INLET_SOURCE_DIR "/tests/support/servers/faultproxy.py")} + arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kProxyPatienceMs))
            return false;
    }
    const QJsonObject ports = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = static_cast<quint16>(ports.value(QStringLiteral("listen")).toInt());
    m_control = static_cast<quint16>(ports.value(QStringLiteral("control")).toInt());
    return m_port != 0 && m_control != 0;
}

QByteArray FaultProxy::command(const QByteArray &line) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_control);
    if (!socket.waitForConnected(kProxyPatienceMs))
        return {};
    socket.write(line + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kProxyPatienceMs))
            return {};
    }
    return socket.readLine().trimmed();
}

} // namespace inlet::test
