// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/HttpsDouble.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace inlet::test
{

namespace
{

QSslKey keyOf(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

} // namespace

HttpsDouble::HttpsDouble(const TestIdentity &identity)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(identity.chainPem));
    tls.setPrivateKey(keyOf(identity.keyPem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    m_server.listen(QHostAddress::LocalHost, 0);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &HttpsDouble::onConnection);
}

QString HttpsDouble::url(const QString &path) const
{
    return QStringLiteral("https://localhost:%1%2").arg(port()).arg(path);
}

void HttpsDouble::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        const auto buffer = std::make_shared<QByteArray>();
        const auto read = [this, socket, buffer] {
            *buffer += socket->readAll();
            const qsizetype end = buffer->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = buffer->left(end);
            buffer->remove(0, end + 4);
            onRequest(socket, head);
        };
        connect(socket, &QTcpSocket::readyRead, this, read);
        read();
    }
}

void HttpsDouble::onRequest(QTcpSocket *socket, const QByteArray &head)
{
    m_lastHead = head;
    const QByteArray first = head.left(head.indexOf("\r\n"));
    const qsizetype at = head.toLower().indexOf("\r\nhost: ");
    const QByteArray host = head.mid(at + 8, head.indexOf("\r\n", at + 8) - at - 8);
    m_requests.append(first + '|' + host);
    const QByteArray path = first.split(' ').value(1).split('?').value(0);
    Reply reply;
    reply.head = "HTTP/1.1 404 Not Found";
    reply = m_replies.value(path, reply);
    if (reply.silent)
        return;
    if (reply.endless) {
        socket->write(reply.head + "\r\n\r\n");
        // From the event loop, not from bytesWritten(): the client lives in the same thread.
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [this, socket, reply] {
            if (socket->bytesToWrite() < 100000)
                m_octetsSent += socket->write(reply.body);
        });
        timer->start(1);
        return;
    }
    socket->write(reply.head + "\r\nContent-Length: " + QByteArray::number(reply.body.size())
        + "\r\n\r\n" + reply.body);
}

QNetworkReply *MappedManager::createRequest(
    Operation operation, const QNetworkRequest &request, QIODevice *data)
{
    const QString host = request.url().host();
    QNetworkRequest mapped = request;
    QUrl url = request.url();
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_ports.value(host, 1));
    mapped.setUrl(url);
    mapped.setRawHeader("Host", host.toLatin1());
    mapped.setPeerVerifyName(QStringLiteral("localhost"));
    return QNetworkAccessManager::createRequest(operation, mapped, data);
}

} // namespace inlet::test
