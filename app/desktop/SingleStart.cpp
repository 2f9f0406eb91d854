// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SingleStart.h"

#include "base/Log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace inlet::desktop
{

namespace
{

constexpr int kAnswerMs = 3000;
constexpr qint64 kLongestLine = 16;
const QByteArray kShow = QByteArrayLiteral("show\n");
const QByteArray kDone = QByteArrayLiteral("done\n");

/// Only the user may look into the directory. The path of a profile may be too long for a socket.
QString socketPath(const QString &dataDir)
{
    const QByteArray hash = QCryptographicHash::hash(QDir(dataDir).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime.isEmpty() ? dataDir : runtime).filePath(QStringLiteral("inlet-") + QString::fromLatin1(hash.toHex().left(16)));
}

} // namespace

bool SingleStart::showRunning(const QString &dataDir)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath(dataDir));
    if (!socket.waitForConnected(kAnswerMs))
        return false;
    socket.write(kShow);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kAnswerMs))
            return false;
    }
    return socket.readLine(kLongestLine) == kDone;
}

SingleStart::SingleStart(const QString &dataDir, QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleStart::answer);
    const QString path = socketPath(dataDir);
    QLocalServer::removeServer(path); // of one that was killed: the lock of the profile is ours
    if (!m_server.listen(path))
        qCWarning(lcEngine, "a second start will not find this one: %s", qUtf8Printable(m_server.errorString()));
}

void SingleStart::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() < kLongestLine)
                return;
            if (socket->readLine(kLongestLine) == kShow) {
                Q_EMIT showRequested();
                socket->write(kDone);
            }
            socket->disconnectFromServer();
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read(); // it may be here already
    }
}

} // namespace inlet::desktop
