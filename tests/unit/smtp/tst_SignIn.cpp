// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sessions.h"
#include "support/TestMain.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace inlet;
using namespace inlet::smtp;
using namespace inlet::test;

namespace
{

QByteArray plainResponse()
{
    return QByteArray("\0rep@sales.test\0", 16)
        .append(QByteArray::fromStdString(testPassword().reveal())).toBase64();
}

} // namespace

class tst_SignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain_initialResponse_oneRound()
    {
        ScriptedServer server({"TLS\nS: 220-mx\nS: 220 ready\nC: EHLO [127.0.0.1]\nS: 250-mx\n"
                               "S: 250-SIZE 1000\nS: 250 auth login plain\nC: AUTH PLAIN " + plainResponse()
            + "\nS: 235 2.7.0 ok\nC: QUIT\nS: 221 bye"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        QCOMPARE(session->sizeLimit(), qint64{1000});
        QVERIFY(session->login(testPassword(), {}));
        session->quit();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void startTls_helloTwice_onlySecondCounts()
    {
        // What is offered in clear text may be forged: SIZE and AUTH of it must be forgotten.
        ScriptedServer server({"S: 220 hi\nC: EHLO *\nS: 250-mx\nS: 250-SIZE 5\nS: 250-AUTH CRAM-MD5\n"
                               "S: 250 StartTLS\nC: STARTTLS\nS: 220 go\nTLS\nC: EHLO *\nS: 250-mx\n"
                               "S: 250 AUTH PLAIN\nC: AUTH PLAIN *\nS: 235 ok"});
        auto session = sessionTo(server, accounts::TlsMode::StartTls);
        QVERIFY(session->connect({}));
        QCOMPARE(session->sizeLimit(), qint64{0});
        QVERIFY(session->login(testPassword(), {}));
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void login_twoPrompts()
    {
        ScriptedServer server({"TLS\nS: 220 ready\nC: EHLO *\nS: 250-mx\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\n"
                               "S: 334 VXNlcm5hbWU6\nC: " + QByteArray("rep@sales.test").toBase64()
            + "\nS: 334 UGFzc3dvcmQ6\nC: "
            + QByteArray::fromStdString(testPassword().reveal()).toBase64() + "\nS: 235 ok"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        QVERIFY(session->login(testPassword(), {}));
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void cramMd5_knownAnswer()
    {
        const QByteArray challenge("<1896.697170952@postoffice.example.net>");
        const QByteArray digest = QMessageAuthenticationCode::hash(challenge,
            QByteArray::fromStdString(testPassword().reveal()), QCryptographicHash::Md5).toHex();
        ScriptedServer server({"TLS\nS: 220 ready\nC: EHLO *\nS: 250-mx\nS: 250 AUTH CRAM-MD5\n"
                               "C: AUTH CRAM-MD5\nS: 334 " + challenge.toBase64() + "\nC: "
            + ("rep@sales.test " + digest).toBase64() + "\nS: 235 ok"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        QVERIFY(session->login(testPassword(), {}));
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void longPassword_goesInASecondLine()
    {
        const Secret longOne(std::string(600, 'p'));
        const QByteArray response = QByteArray("\0rep@sales.test\0", 16).append(600, 'p').toBase64();
        ScriptedServer server({"TLS\nS: 220 ready\nC: EHLO *\nS: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN\n"
                               "S: 334 \nC: " + response + "\nS: 235 ok"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        QVERIFY(session->login(longOne, {}));
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void refusedSignIn_oneAttemptOnly_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("wrong password") << QByteArray("535 5.7.8 no such thing") << ErrorKind::Auth << QByteArray("wrong-password");
        QTest::newRow("app password") << QByteArray("534 5.7.9 Application-specific password required") << ErrorKind::Auth << QByteArray("wrong-password");
        QTest::newRow("server busy") << QByteArray("454 4.7.0 later") << ErrorKind::ServerRefused << QByteArray("server-busy");
    }

    void refusedSignIn_oneAttemptOnly()
    {
        QFETCH(QByteArray, reply);
        ScriptedServer server({"TLS\nS: 220 ready\nC: EHLO *\nS: 250-mx\nS: 250 AUTH PLAIN LOGIN CRAM-MD5\n"
                               "C: AUTH PLAIN *\nS: " + reply});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        const auto done = session->login(testPassword(), {});
        QVERIFY(!done);
        QTEST(done.error().kind, "kind");
        QTEST(done.error().cause, "cause");
        QCOMPARE(done.error().serverReply, reply);
        session->quit();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void senselessChallenge_isGivenUp()
    {
        ScriptedServer server({"TLS\nS: 220 ready\nC: EHLO *\nS: 250-mx\nS: 250 AUTH PLAIN\nC: AUTH PLAIN *\n"
                               "S: 334 bm9uc2Vuc2U=\nC: *\nS: 501 5.0.0 cancelled"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        const auto done = session->login(testPassword(), {});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Auth);
    }

    void connect_failures_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("startTls");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char *name, const char *script, bool startTls, ErrorKind kind,
                             const char *cause) {
            QTest::newRow(name) << QByteArray(script) << startTls << kind << QByteArray(cause);
        };
        row("POP3 server", "TLS\nS: +OK ready\nI", false, ErrorKind::Protocol, "wrong-port");
        row("IMAP server", "TLS\nS: * OK ready\nI", false, ErrorKind::Protocol, "wrong-port");
        row("garbage", "TLS\nR: \\x00\\xff\\x80 hello\\r\\n\nI", false, ErrorKind::Protocol, "wrong-port");
        row("code out of range", "TLS\nS: 999 hello\nI", false, ErrorKind::Protocol, "wrong-port");
        row("busy", "TLS\nS: 421 4.7.0 come again\nX", false, ErrorKind::ServerRefused, "server-busy");
        row("blocked", "TLS\nS: 554 5.7.1 your address is listed\nX", false, ErrorKind::ServerRefused, "greeting-refused");
        row("hangs up", "TLS\nX", false, ErrorKind::Network, "connection-lost");
        row("no EHLO", "TLS\nS: 220 hi\nC: EHLO *\nS: 502 no\nI", false, ErrorKind::ServerRefused, "greeting-refused");
        row("STARTTLS hidden", "S: 220 hi\nC: EHLO *\nS: 250-mx\nS: 250 AUTH PLAIN\nW", true, ErrorKind::Tls, "starttls-missing");
        row("STARTTLS refused", "S: 220 hi\nC: EHLO *\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 4.7.0 no TLS now\nW", true, ErrorKind::Tls, "starttls-refused");
        row("octets injected", "S: 220 hi\nC: EHLO *\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nR: 220 go\\r\\n250-mx\\r\\n250 AUTH PLAIN\\r\\n\nW", true, ErrorKind::Tls, "starttls-injection");
    }

    void connect_failures()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, startTls);
        ScriptedServer server({script});
        auto session = sessionTo(server,
            startTls ? accounts::TlsMode::StartTls : accounts::TlsMode::Implicit);
        const auto connected = session->connect({});
        QVERIFY(!connected);
        QTEST(connected.error().kind, "kind");
        QTEST(connected.error().cause, "cause");
        // Nothing of the user's may have been sent.
        const auto signedIn = session->login(testPassword(), {});
        QVERIFY(!signedIn);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
        for (const QByteArray &line : server.received())
            QVERIFY(!line.startsWith("AUTH"));
    }

    void endlessReply_isProtocolError()
    {
        ScriptedServer server({"TLS\nS: 220 hi\nC: EHLO *\nR*40000: 250-again\\r\\n\nI"});
        auto session = sessionTo(server);
        const auto connected = session->connect({});
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, ErrorKind::Protocol);
    }

    void noKnownMechanism_saysSo()
    {
        ScriptedServer server({"TLS\nS: 220 hi\nC: EHLO *\nS: 250-mx\nS: 250 AUTH XOAUTH2 GSSAPI\nW"});
        auto session = sessionTo(server);
        QVERIFY(session->connect({}));
        const auto done = session->login(testPassword(), {});
        QVERIFY(!done);
        QCOMPARE(done.error().cause, "mechanism-missing");
    }

    void verifySender_data()
    {
        QTest::addColumn<QByteArray>("dialogue");
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("may") << QByteArray("S: 250 ok\nC: RCPT TO:<a@b.test>\nS: 250 ok\n") << QByteArray();
        QTest::newRow("refused at MAIL") << QByteArray("S: 553 5.7.1 not yours\n") << QByteArray("send-as-denied");
        QTest::newRow("refused at RCPT") << QByteArray("S: 250 ok\nC: RCPT TO:<a@b.test>\nS: 553 5.7.1 <a@b.test>: Sender address rejected: not owned by user\n") << QByteArray("send-as-denied");
        QTest::newRow("unknown as a recipient") << QByteArray("S: 250 ok\nC: RCPT TO:<a@b.test>\nS: 550 5.1.1 unknown user\n") << QByteArray();
        QTest::newRow("busy") << QByteArray("S: 451 4.3.0 later\n") << QByteArray("server-busy");
    }

    void verifySender()
    {
        QFETCH(QByteArray, dialogue);
        QFETCH(QByteArray, cause);
        ScriptedServer server({signedInScript({}) + "C: MAIL FROM:<a@b.test>\n" + dialogue + "C: RSET\nS: 250 ok"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto verified = session->verifySender(QStringLiteral("a@b.test"), {});
        QCOMPARE(verified ? QByteArray() : verified.error().cause, cause);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }
};

INLET_TEST(tst_SignIn)
#include "tst_SignIn.moc"
