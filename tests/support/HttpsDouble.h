// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestCertificates.h"

#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QSslServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace inlet::test
{

/// An HTTPS server on 127.0.0.1 in the test's own event loop.
class HttpsDouble : public QObject
{
    Q_OBJECT

public:
    struct Reply {
        QByteArray head = "HTTP/1.1 200 OK"; ///< status line and headers without Content-Length
        QByteArray body;
        bool silent = false; ///< accepts and never answers
        bool endless = false; ///< sends the body over and over
    };

    explicit HttpsDouble(const TestIdentity &identity = testServerIdentity());

    /// By path without query; others get 404.
    void answer(const QByteArray &path, const Reply &reply) { m_replies.insert(path, reply); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString url(const QString &path) const;
    /// First line and Host of each request, e.g. "GET /a?b HTTP/1.1|acme.test".
    [[nodiscard]] QList<QByteArray> requests() const { return m_requests; }
    [[nodiscard]] QByteArray lastHead() const { return m_lastHead; }
    [[nodiscard]] qint64 octetsSent() const { return m_octetsSent; }

private:
    void onConnection();
    void onRequest(QTcpSocket *socket, const QByteArray &head);

    QSslServer m_server;
    QHash<QByteArray, Reply> m_replies;
    QList<QByteArray> m_requests;
    QByteArray m_lastHead;
    qint64 m_octetsSent = 0;
};

/// Leads requests for given hosts to a double and all others to a closed port, so that no test
/// leaves the machine. The certificate of the double is checked as "localhost".
class MappedManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    void map(const QString &host, quint16 port) { m_ports.insert(host, port); }

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    QHash<QString, quint16> m_ports;
};

} // namespace inlet::test
