// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/VmimeSmtpSession.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::smtp;
using namespace inlet::test;

namespace
{

QByteArray mailOf(const char *id, const QByteArray &body = "hello\r\n", const QByteArray &more = {})
{
    return "From: user001@sales.test\r\nTo: lead01@customers.test\r\nSubject: test\r\n" + more
        + "Message-ID: <" + id + "@sales.test>\r\nDate: Wed, 25 Nov 2026 08:00:00 +0000\r\n\r\n" + body;
}

Envelope to(const QString &recipient)
{
    return {MailServers::user(1), {recipient}};
}

} // namespace

/// The session against a real Postfix with Dovecot's SASL.
class tst_Postfix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_servers.start(), qPrintable(m_servers.error())); }

    void signIn_anyPort_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<bool>("implicit");
        QTest::newRow("465") << QByteArray("SUBMISSIONS_PORT") << true;
        QTest::newRow("587") << QByteArray("SUBMISSION_PORT") << false;
    }

    void signIn_anyPort()
    {
        QFETCH(QByteArray, port);
        QFETCH(bool, implicit);
        auto session = connected(port.constData(), implicit);
        QVERIFY(session);
        const auto wrong = session->login(Secret("not it"), {});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::Auth);
        QCOMPARE(wrong.error().cause, "wrong-password");
        QVERIFY(wrong.error().serverReply.startsWith("535 5.7.8"));
        session = signedIn(port.constData(), implicit);
        QVERIFY(session);
        session->quit();
    }

    void signIn_awkwardPassword()
    {
        QFile accounts(m_servers.dir() + QStringLiteral("/accounts.json"));
        QVERIFY(accounts.open(QIODevice::ReadOnly));
        const QString email = QStringLiteral("awkward@sales.test");
        QString password;
        for (const QJsonValue &row : QJsonDocument::fromJson(accounts.readAll()).array()) {
            if (row[QStringLiteral("email")].toString() == email)
                password = row[QStringLiteral("password")].toString();
        }
        QVERIFY(!password.isEmpty());
        auto session = connected("SUBMISSIONS_PORT", true, email);
        QVERIFY(session);
        QVERIFY(session->login(Secret::fromString(password), {}));
    }

    void send_dotsAndEightBit_arriveAsWritten()
    {
        auto session = signedIn();
        QVERIFY(session);
        const QByteArray body = ".\r\n..\r\n.leading\r\nna\xc3\xafve\r\n\r\nend";
        const auto report = session->send(to(MailServers::lead(1)), mailOf("dots", body,
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"), {});
        QVERIFY(report);
        QCOMPARE(report->outcome, SendOutcome::Accepted);
        QTRY_VERIFY_WITH_TIMEOUT(arrived(1, "dots"), 20000);
        const QByteArray raw = m_servers.messagesIn(MailServers::lead(1), QStringLiteral("INBOX")).last();
        QVERIFY2(raw.endsWith("\r\n\r\n" + body + "\r\n"), raw.constData());
    }

    void send_twoMailsOverOneConnection()
    {
        auto session = signedIn();
        QVERIFY(session);
        QCOMPARE(session->send(to(MailServers::lead(2)), mailOf("one"), {})->outcome, SendOutcome::Accepted);
        QCOMPARE(session->send(to(MailServers::lead(2)), mailOf("two"), {})->outcome, SendOutcome::Accepted);
        QTRY_VERIFY_WITH_TIMEOUT(arrived(2, "one") && arrived(2, "two"), 20000);
    }

    void send_refusals_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("enhanced");
        const auto row = [](const char *name, const char *port, const char *recipient, int code,
                             const char *enhanced) {
            QTest::newRow(name) << QByteArray(port) << QString::fromLatin1(recipient) << code << QByteArray(enhanced);
        };
        row("unknown recipient", "STRICT_PORT", "nobody@customers.test", 550, "5.1.1");
        row("450 at RCPT", "SUBMISSION_PORT", "smtp-450-4-2-1@customers.test", 450, "4.2.1");
        row("550 at RCPT", "SUBMISSION_PORT", "smtp-550-5-7-1@customers.test", 550, "5.7.1");
        row("452 after the dot", "SUBMISSION_PORT", "eod-452-4-3-1@customers.test", 452, "4.3.1");
        row("421 and hang-up", "SUBMISSION_PORT", "drop-421@customers.test", 421, "4.3.2");
    }

    void send_refusals()
    {
        QFETCH(QByteArray, port);
        QFETCH(QString, recipient);
        auto session = signedIn(port.constData(), false);
        QVERIFY(session);
        const auto report = session->send(to(recipient), mailOf("refused"), {});
        QVERIFY(report);
        QCOMPARE(report->outcome, SendOutcome::Refused);
        QTEST(report->code, "code");
        QTEST(report->enhancedCode, "enhanced");
    }

    void send_oneOfTwoRefused_otherGetsIt()
    {
        auto session = signedIn("STRICT_PORT", false);
        QVERIFY(session);
        Envelope both = to(QStringLiteral("nobody@customers.test"));
        both.recipients.append(MailServers::lead(3));
        const auto report = session->send(both, mailOf("half"), {});
        QCOMPARE(report->outcome, SendOutcome::Accepted);
        QCOMPARE(report->refused.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(arrived(3, "half"), 20000);
    }

    void rateLimit_isTemporary()
    {
        auto session = signedIn("RATE_LIMITED_PORT", false);
        QVERIFY(session);
        QCOMPARE(session->sizeLimit(), qint64{1048576});
        SendReport report;
        for (int i = 0; i < 10 && report.code != 450; ++i) {
            const auto sent = session->send(to(MailServers::lead(4)), mailOf("rate"), {});
            QVERIFY(sent);
            report = *sent;
        }
        QCOMPARE(report.outcome, SendOutcome::Refused);
        QVERIFY(report.isTemporary());
        const auto large = session->send(to(MailServers::lead(4)), mailOf("large", QByteArray(1100000, 'x')), {});
        QCOMPARE(large->code, 552);
    }

    void sendAs_someoneElse_isDenied()
    {
        auto session = signedIn();
        QVERIFY(session);
        QVERIFY(session->verifySender(MailServers::user(1), {}));
        QVERIFY(session->verifySender(QStringLiteral("alias001@sales.test"), {}));
        const auto denied = session->verifySender(MailServers::user(2), {});
        QVERIFY(!denied);
        QCOMPARE(denied.error().cause, "send-as-denied");
        const auto report = session->send({MailServers::user(2), {MailServers::lead(1)}}, mailOf("forged"), {});
        QCOMPARE(report->outcome, SendOutcome::Refused);
        QCOMPARE(report->code, 553);
        // The connection is still in step.
        QCOMPARE(session->send(to(MailServers::lead(5)), mailOf("after"), {})->outcome, SendOutcome::Accepted);
    }

private:
    std::unique_ptr<SmtpSession> connected(const char *port, bool implicit,
        const QString &user = MailServers::user(1))
    {
        accounts::ServerEndpoint endpoint = m_servers.smtp(user);
        endpoint.port = m_servers.port(port);
        endpoint.tls = implicit ? accounts::TlsMode::Implicit : accounts::TlsMode::StartTls;
        auto session = makeVmimeSmtpSessions(
            [ca = m_servers.caFile()] { return net::TlsStream::create({ca}); })(endpoint);
        return session->connect({}) ? std::move(session) : nullptr;
    }

    std::unique_ptr<SmtpSession> signedIn(const char *port = "SUBMISSIONS_PORT", bool implicit = true)
    {
        auto session = connected(port, implicit);
        if (!session || !session->login(MailServers::password(MailServers::user(1)), {}))
            return nullptr;
        return session;
    }

    bool arrived(int lead, const char *id)
    {
        for (const QByteArray &raw : m_servers.messagesIn(MailServers::lead(lead), QStringLiteral("INBOX"))) {
            if (raw.contains(QByteArray("Message-ID: <") + id + "@sales.test>"))
                return true;
        }
        return false;
    }

    MailServers m_servers;
};

INLET_TEST(tst_Postfix)
#include "tst_Postfix.moc"
