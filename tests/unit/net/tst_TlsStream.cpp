// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"
#include "net/TlsStream.h"
#include "support/TestMain.h"
#include "support/Tries.h"

#include <QTest>

#include <poll.h>

using namespace inlet;
using namespace inlet::net;
using namespace inlet::test;
using namespace std::chrono_literals;

class tst_TlsStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_crlfLfAndEmpty_areSplit()
    {
        ScriptedServer server({"TLS\nR: one\\r\\ntwo\\n\\r\\nthree\nR: \\r\\n"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(stream->isEncrypted());
        QCOMPARE(stream->protocolName(), QStringLiteral("TLS 1.3"));
        QCOMPARE(stream->certificate()->subject, QStringLiteral("CN=localhost"));
        for (const std::string_view wanted : {"one", "two", "", "three"}) {
            const auto line = stream->readLine({});
            QVERIFY(line);
            QVERIFY(*line == wanted);
        }
        stream->close();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void writes_areBufferedUntilFlush()
    {
        ScriptedServer server({"TLS\nC: a1 NOOP\nS: a1 OK"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        const qint64 before = stream->octetsOut();
        QVERIFY(stream->write("a1", {}));
        QVERIFY(stream->write(" ", {}));
        QVERIFY(stream->write("NOOP\r\n", {}));
        QCOMPARE(stream->octetsOut(), before);
        QVERIFY(stream->flush({}));
        QVERIFY(stream->octetsOut() > before);
        QVERIFY(*stream->readLine({}) == "a1 OK");
        stream->close();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void literal_largerThanBuffer_arrivesInPieces()
    {
        ScriptedServer server({"TLS\nR*40000: 0123456789\nS: )"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QByteArray literal;
        QVERIFY(stream->readExactly(400000,
            [&](std::string_view piece) {
                literal.append(piece.data(), static_cast<qsizetype>(piece.size()));
            }, {}));
        QCOMPARE(literal, QByteArray("0123456789").repeated(40000));
        QVERIFY(*stream->readLine({}) == ")");
        QVERIFY(stream->octetsIn() > 400000);
    }

    void upload_largerThanSocketBuffers_arrivesWhole()
    {
        ScriptedServer server({"TLS\nC{9000000}\nS: got it"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        const std::string piece(100000, 'x');
        for (int i = 0; i < 90; ++i)
            QVERIFY(stream->write(piece, {}));
        QVERIFY(*stream->readLine({}) == "got it");
    }

    void line_overLimit_isProtocolErrorAndStreamIsDead()
    {
        ScriptedServer server({"TLS\nR*20000: 0123456789012345678901234567890123456789012345678901234567890123"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        const auto line = stream->readLine({});
        QVERIFY(!line);
        QCOMPARE(line.error().kind, ErrorKind::Protocol);
        QCOMPARE(stream->flush({}).error().kind, ErrorKind::Protocol);
    }

    void peerCloses_connectionLost_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("before TLS") << QByteArray("X");
        QTest::newRow("after TLS") << QByteArray("TLS\nX");
        QTest::newRow("in a line") << QByteArray("TLS\nR: half a li\nX");
    }

    void peerCloses_connectionLost()
    {
        QFETCH(QByteArray, script);
        ScriptedServer server({script});
        auto stream = TlsStream::create({testCaFile()});
        QVERIFY(stream->connectTcp(targetOf(server), {}));
        Error error;
        if (const auto secured = stream->startTls({}); !secured) {
            error = secured.error();
        } else {
            error = stream->readLine({}).error();
        }
        QCOMPARE(error.kind, ErrorKind::Network);
        QCOMPARE(error.cause, "connection-lost");
    }

    void startTls_afterPlainDialogue_isEncrypted()
    {
        ScriptedServer server({"S: 220 hi\nC: STARTTLS\nS: 220 go\nTLS\nC: secret\nS: ok"});
        auto stream = TlsStream::create({testCaFile()});
        bool resolved = false;
        QVERIFY(stream->connectTcp(targetOf(server, QStringLiteral("localhost")), {},
            [&] { resolved = true; }));
        QVERIFY(resolved);
        QVERIFY(*stream->readLine({}) == "220 hi");
        QVERIFY(stream->write("STARTTLS\r\n", {}));
        QVERIFY(*stream->readLine({}) == "220 go");
        QVERIFY(!stream->isEncrypted());
        QVERIFY(stream->startTls({}));
        QVERIFY(stream->write("secret\r\n", {}));
        QVERIFY(*stream->readLine({}) == "ok");
        stream->close();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    /// CVE-2011-0411: octets sent before the handshake must not be read after it.
    void startTls_injectedOctets_areRefused()
    {
        ScriptedServer server({"S: 220 hi\nC: STARTTLS\nR: 220 go\\r\\n250 injected\\r\\n\nI"});
        auto stream = TlsStream::create({testCaFile()});
        QVERIFY(stream->connectTcp(targetOf(server), {}));
        QVERIFY(stream->readLine({}));
        QVERIFY(stream->write("STARTTLS\r\n", {}));
        QVERIFY(*stream->readLine({}) == "220 go");
        const auto secured = stream->startTls({});
        QVERIFY(!secured);
        QCOMPARE(secured.error().kind, ErrorKind::Tls);
        QCOMPARE(secured.error().cause, "starttls-injection");
        QVERIFY(!stream->isEncrypted());
        QVERIFY(!stream->readLine({}));
    }

    void plainServerOnTlsPort_isHandshakeError()
    {
        ScriptedServer server({"S: * OK hello, I speak no TLS\nI"});
        auto stream = TlsStream::create({testCaFile()});
        QVERIFY(stream->connectTcp(targetOf(server), {}));
        const auto secured = stream->startTls({});
        QVERIFY(!secured);
        QCOMPARE(secured.error().cause, "tls-handshake");
        QVERIFY(secured.error().detail.contains(QLatin1String("does not speak TLS")));
    }

    void cancel_whileReading_endsWithinMilliseconds()
    {
        Tries soon(50);
        while (soon.next()) {
            ScriptedServer server({"TLS\nI"});
            auto stream = securedStream(server);
            QVERIFY(stream);
            std::stop_source source;
            // Stops when the reader surely waits: there is nothing to read, ever.
            std::jthread canceller([&] {
                pollfd quiet{stream->descriptor(), POLLIN, 0};
                ::poll(&quiet, 1, 50);
                soon.begin();
                source.request_stop();
            });
            const auto line = stream->readLine(source.get_token());
            canceller.join();
            soon.end();
            QVERIFY(!line);
            QCOMPARE(line.error().kind, ErrorKind::Cancelled);
        }
        QVERIFY2(soon.kept(), soon.told().constData());
    }

    void hasWholeLine_halfALine_doesNotBlock()
    {
        ScriptedServer server({"TLS\nC: go\nR: * 1 EX\nC: more\nR: ISTS\\r\\n* 2 EXISTS\\r\\n\nI"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(!*stream->hasWholeLine({}));
        QVERIFY(stream->write("go\r\n", {}));
        QVERIFY(stream->flush({}));
        QTRY_VERIFY(!*stream->hasWholeLine({}) && stream->hasBufferedInput());
        QVERIFY(stream->write("more\r\n", {}));
        QTRY_VERIFY(*stream->hasWholeLine({}));
        QVERIFY(*stream->readLine({}) == "* 1 EXISTS");
        QVERIFY(stream->hasBufferedInput());
        QVERIFY(*stream->readLine({}) == "* 2 EXISTS");
        QVERIFY(!stream->hasBufferedInput());
    }

    void caFile_unreadable_isConfigError()
    {
        ScriptedServer server({"I"});
        auto stream = TlsStream::create({QStringLiteral("/nonexistent/ca.pem")});
        QVERIFY(stream->connectTcp(targetOf(server), {}));
        const auto secured = stream->startTls({});
        QVERIFY(!secured);
        QCOMPARE(secured.error().kind, ErrorKind::Config);
    }
};

INLET_TEST(tst_TlsStream)
#include "tst_TlsStream.moc"
