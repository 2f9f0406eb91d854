// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsStream.h"
#include "support/FaultProxy.h"
#include "support/MailServers.h"
#include "support/TestMain.h"
#include "support/Tries.h"

#include <QTest>

#include <poll.h>

using namespace inlet;
using namespace inlet::net;
using namespace inlet::test;
using namespace std::chrono_literals;

/// The stream against Dovecot and Postfix, whose TLS is OpenSSL's.
class tst_RealServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        MailServers::Options options;
        options.users = 1;
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
    }

    void certificate_hasItsCause_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("portName");
        QTest::addColumn<QByteArray>("cause");
        const auto rows = [](const char *name, const char *address, const char *cause) {
            for (const char *port : {"IMAPS_PORT", "SUBMISSIONS_PORT"})
                QTest::addRow("%s on %s", name, port)
                    << QString::fromLatin1(address) << QByteArray(port) << QByteArray(cause);
        };
        rows("good", "127.0.0.1", "");
        rows("expired", "127.0.0.11", "tls-expired");
        rows("wrong host", "127.0.0.12", "tls-wrong-name");
        rows("self-signed", "127.0.0.13", "tls-self-signed");
        rows("unknown CA", "127.0.0.14", "tls-unknown-issuer");
        rows("not yet valid", "127.0.0.15", "tls-not-yet-valid");
    }

    void certificate_hasItsCause()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, portName);
        QFETCH(QByteArray, cause);
        auto stream = TlsStream::create({m_servers.caFile()});
        QVERIFY(stream->connectTcp(target(portName.constData(), address), {}));
        const auto secured = stream->startTls({});
        QCOMPARE(secured ? QByteArray() : secured.error().cause, cause);
        QVERIFY(stream->certificate());
        if (!secured)
            return;
        const auto greeting = stream->readLine({});
        QVERIFY(greeting);
        QVERIFY(greeting->starts_with("* OK") || greeting->starts_with("220 "));
    }

    void trustedFingerprint_selfSigned_isAccepted()
    {
        auto stream = TlsStream::create({m_servers.caFile()});
        ConnectTarget to = target("IMAPS_PORT", QStringLiteral("127.0.0.13"));
        QVERIFY(stream->connectTcp(to, {}));
        QVERIFY(!stream->startTls({}));
        to.trustedFingerprint = stream->certificate()->sha256;
        QVERIFY(stream->connectTcp(to, {}));
        QVERIFY(stream->startTls({}));
        to.host = QStringLiteral("127.0.0.14");
        QVERIFY(stream->connectTcp(to, {}));
        QVERIFY(!stream->startTls({}));
    }

    void startTls_onImapPort_works()
    {
        auto stream = TlsStream::create({m_servers.caFile()});
        QVERIFY(stream->connectTcp(target("IMAP_PORT"), {}));
        QVERIFY(stream->readLine({})->starts_with("* OK"));
        QVERIFY(stream->write("a STARTTLS\r\n", {}));
        QVERIFY(stream->readLine({})->starts_with("a OK"));
        QVERIFY(stream->startTls({}));
        QVERIFY(stream->write("b LOGOUT\r\n", {}));
        QVERIFY(stream->readLine({})->starts_with("* BYE"));
    }

    void proxyStalls_cancelEndsTheWait()
    {
        Tries soon(100);
        while (soon.next()) {
            FaultProxy proxy;
            QVERIFY(proxy.start(m_servers.port("IMAPS_PORT")));
            auto stream = TlsStream::create({m_servers.caFile()});
            ConnectTarget to = target("IMAPS_PORT");
            to.port = proxy.port();
            QVERIFY(stream->connectTcp(to, {}));
            QVERIFY(stream->startTls({}));
            QVERIFY(stream->readLine({}));
            QVERIFY(proxy.command("stall both").startsWith("ok"));
            QVERIFY(stream->write("a NOOP\r\n", {}));
            std::stop_source source;
            std::jthread canceller([&] {
                pollfd quiet{stream->descriptor(), POLLIN, 0};
                ::poll(&quiet, 1, 50);
                soon.begin();
                source.request_stop();
            });
            const auto line = stream->readLine(source.get_token());
            canceller.join();
            soon.end();
            QCOMPARE(line.error().kind, ErrorKind::Cancelled);
        }
        QVERIFY2(soon.kept(), soon.told().constData());
    }

    void proxyCuts_connectionLost()
    {
        FaultProxy proxy;
        QVERIFY(proxy.start(m_servers.port("IMAPS_PORT")));
        auto stream = TlsStream::create({m_servers.caFile()});
        ConnectTarget to = target("IMAPS_PORT");
        to.port = proxy.port();
        QVERIFY(stream->connectTcp(to, {}));
        QVERIFY(stream->startTls({}));
        QVERIFY(stream->readLine({}));
        QVERIFY(proxy.command("cut").startsWith("ok"));
        const auto line = stream->readLine({});
        QVERIFY(!line);
        QCOMPARE(line.error().cause, "connection-lost");
    }

private:
    ConnectTarget target(const char *portName,
        const QString &address = QStringLiteral("127.0.0.1")) const
    {
        ConnectTarget to;
        to.host = address;
        to.port = m_servers.port(portName);
        to.readTimeout = 10s;
        return to;
    }

    MailServers m_servers;
};

INLET_TEST(tst_RealServers)
#include "tst_RealServers.moc"
