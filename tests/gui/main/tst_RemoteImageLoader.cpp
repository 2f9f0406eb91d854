// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/panes/RemoteImageLoader.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace inlet;
using ui::RemoteImageLoader;

/// A web server of its own, names that lead where the test says.
class tst_RemoteImageLoader : public QObject
{
    Q_OBJECT

private:
    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_request;
    int m_connections = 0;
    QHash<QString, QList<QHostAddress>> m_names;

    /// As the real one, but 127.0.0.1 plays the public network.
    [[nodiscard]] RemoteImageLoader::Access access()
    {
        return {[this](const QString &host, QObject *context, const std::function<void(const QList<QHostAddress> &)> &answer) {
                    QMetaObject::invokeMethod(context, [this, host, answer] { answer(m_names.value(host)); }, Qt::QueuedConnection);
                },
            [](const QHostAddress &address) { return address == QHostAddress(QHostAddress::LocalHost); }};
    }
    [[nodiscard]] QUrl url(const QString &host) const
    {
        return QUrl(QStringLiteral("http://%1:%2/picture.png").arg(host).arg(m_server.serverPort()));
    }
    static QByteArray picture()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(buffer.data().size()) + "\r\n\r\n" + buffer.data();
    }

    /// A connection that asked for the server before is known when a later one of ours is.
    void waitForEarlierConnections()
    {
        const int before = m_connections;
        QTcpSocket ours;
        ours.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        QTRY_VERIFY(m_connections > before);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            ++m_connections;
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_request += socket->readAll();
                if (!m_request.endsWith("\r\n\r\n"))
                    return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    void init()
    {
        m_connections = 0;
        m_request.clear();
        m_answer = picture();
        m_names = {{QStringLiteral("public.example"), {QHostAddress(QHostAddress::LocalHost)}},
            {QStringLiteral("inner.example"), {QHostAddress(QStringLiteral("192.168.1.1"))}},
            {QStringLiteral("both.example"), {QHostAddress(QHostAddress::LocalHost), QHostAddress(QStringLiteral("10.0.0.1"))}}};
    }

    void publicName_isLoaded_underItsOwnName()
    {
        RemoteImageLoader subject(access(), nullptr);
        QSignalSpy images(&subject, &RemoteImageLoader::image);
        subject.load(url(QStringLiteral("public.example")), 100);
        QTRY_COMPARE(images.size(), 1);
        QCOMPARE(images.first().first().toUrl(), url(QStringLiteral("public.example")));
        QVERIFY(m_request.contains("Host: public.example:" + QByteArray::number(m_server.serverPort())));
        QVERIFY(!m_request.contains("Cookie"));
        QVERIFY(!m_request.contains("Referer"));
    }

    void nameOfTheLocalNetwork_isNotConnectedTo_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("private") << QStringLiteral("inner.example");
        QTest::newRow("public and private") << QStringLiteral("both.example");
        QTest::newRow("unknown") << QStringLiteral("none.example");
    }
    void nameOfTheLocalNetwork_isNotConnectedTo()
    {
        QFETCH(QString, host);
        RemoteImageLoader subject(access(), nullptr);
        QSignalSpy images(&subject, &RemoteImageLoader::image);
        subject.load(url(host), 100);
        // One that is allowed, asked for later, is here: the other had its time.
        subject.load(url(QStringLiteral("public.example")), 100);
        QTRY_COMPARE(images.size(), 1);
        QCOMPARE(m_connections, 1);
    }

    void redirectToTheLocalNetwork_isNotFollowed()
    {
        m_answer = "HTTP/1.1 302 Found\r\nLocation: http://inner.example/x.png\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        QStringList resolved;
        RemoteImageLoader::Access spied = access();
        spied.resolve = [&resolved, inner = spied.resolve](const QString &host, QObject *context, const auto &answer) {
            inner(host, context, [&resolved, host, answer](const QList<QHostAddress> &addresses) {
                answer(addresses);
                resolved += host;
            });
        };
        RemoteImageLoader subject(spied, nullptr);
        QSignalSpy images(&subject, &RemoteImageLoader::image);
        subject.load(url(QStringLiteral("public.example")), 100);
        QTRY_COMPARE(resolved, (QStringList{QStringLiteral("public.example"), QStringLiteral("inner.example")}));
        waitForEarlierConnections();
        QCOMPARE(images.size(), 0);
        QCOMPARE(m_connections, 2); // the first answer's, and ours
    }

    void theRealPolicy_refusesThisComputer()
    {
        RemoteImageLoader subject;
        QSignalSpy images(&subject, &RemoteImageLoader::image);
        subject.load(QUrl(QStringLiteral("http://127.0.0.1:%1/p.png").arg(m_server.serverPort())), 100);
        subject.load(QUrl(QStringLiteral("http://[::ffff:127.0.0.1]:%1/p.png").arg(m_server.serverPort())), 100);
        subject.load(QUrl(QStringLiteral("http://localhost:%1/p.png").arg(m_server.serverPort())), 100);
        waitForEarlierConnections();
        QCOMPARE(m_connections, 1); // ours
        QCOMPARE(images.size(), 0);
    }
};

INLET_TEST(tst_RemoteImageLoader)
#include "tst_RemoteImageLoader.moc"
