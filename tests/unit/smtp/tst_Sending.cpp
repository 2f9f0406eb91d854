// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sessions.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::smtp;
using namespace inlet::test;

namespace
{

const QByteArray kMail = "From: rep@sales.test\r\n\r\nhello\r\n";
const QByteArray kPipelining = "S: 250-PIPELINING\n";

Envelope envelope(const QStringList &recipients = {QStringLiteral("a@b.test")})
{
    return {QStringLiteral("rep@sales.test"), recipients};
}

} // namespace

class tst_Sending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_reportsServersWords()
    {
        ScriptedServer server({signedInScript(kPipelining)
            + "C: MAIL FROM:<rep@sales.test>\nC: RCPT TO:<a@b.test>\nS: 250 2.1.0 ok\nS: 250 2.1.5 ok\n"
              "C: DATA\nS: 354 go\nC: From: rep@sales.test\nC: \nC: hello\nC: .\nS: 250 2.0.0 queued as 42\n"
              "C: QUIT\nS: 221 bye"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(envelope(), kMail, {});
        QVERIFY(report);
        QCOMPARE(report->outcome, SendOutcome::Accepted);
        QCOMPARE(report->code, 250);
        QCOMPARE(report->enhancedCode, "2.0.0");
        QCOMPARE(report->reply, "250 2.0.0 queued as 42");
        session->quit();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void withoutPipelining_oneCommandATime()
    {
        ScriptedServer server({signedInScript({})
            + "C: MAIL FROM:<rep@sales.test>\nS: 250 ok\nC: RCPT TO:<a@b.test>\nS: 250 ok\nC: DATA\nS: 354 go\n"
              "C.\nS: 250 ok"});
        auto session = signedInSession(server);
        QVERIFY(session);
        QCOMPARE(session->send(envelope(), kMail, {})->outcome, SendOutcome::Accepted);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void twoMails_resetOnlyAfterAFailure()
    {
        const QByteArray opened = "C: MAIL *\nS: 250 ok\nC: RCPT *\n";
        const QByteArray accepted = "S: 250 ok\nC: DATA\nS: 354 go\nC.\nS: 250 ok\n";
        ScriptedServer server({signedInScript({}) + opened + accepted + opened + "S: 550 5.1.1 no\n"
            + "C: RSET\nS: 250 ok\n" + opened + accepted});
        auto session = signedInSession(server);
        QVERIFY(session);
        QCOMPARE(session->send(envelope(), kMail, {})->outcome, SendOutcome::Accepted);
        QCOMPARE(session->send(envelope(), kMail, {})->outcome, SendOutcome::Refused);
        QCOMPARE(session->send(envelope(), kMail, {})->outcome, SendOutcome::Accepted);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    /// vmime's own send() loses step here: the message becomes commands.
    void oneRecipientRefused_othersGetIt()
    {
        ScriptedServer server({signedInScript(kPipelining)
            + "C: MAIL *\nC: RCPT TO:<a@b.test>\nC: RCPT TO:<c@d.test>\nS: 250 ok\nS: 550 5.1.1 no such user\n"
              "S: 250 ok\nC: DATA\nS: 354 go\nC.\nS: 250 ok"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(
            envelope({QStringLiteral("a@b.test"), QStringLiteral("c@d.test")}), kMail, {});
        QCOMPARE(report->outcome, SendOutcome::Accepted);
        QCOMPARE(report->refused.size(), 1);
        QCOMPARE(report->refused.first().recipient, QStringLiteral("a@b.test"));
        QCOMPARE(report->refused.first().enhancedCode, "5.1.1");
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("dialogue");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("enhanced");
        const QByteArray mail = "C: MAIL *\n";
        const QByteArray rcpt = "C: RCPT *\n";
        const QByteArray both = "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\n";
        QTest::newRow("MAIL, for good") << QByteArray() << (mail + "S: 553 5.7.1 not you") << 553 << QByteArray("5.7.1");
        QTest::newRow("MAIL in a pipeline") << kPipelining << (mail + rcpt + "S: 451 4.3.2 later\nS: 503 5.5.1 need MAIL") << 451 << QByteArray("4.3.2");
        QTest::newRow("RCPT, for now") << QByteArray() << (mail + "S: 250 ok\n" + rcpt + "S: 450 4.2.1 slow down") << 450 << QByteArray("4.2.1");
        QTest::newRow("RCPT in many lines") << kPipelining << (mail + rcpt + "S: 250 ok\nS: 550-5.1.1 no\nS: 550-5.1.1 such\nS: 550 5.1.1 user") << 550 << QByteArray("5.1.1");
        QTest::newRow("DATA") << QByteArray() << (both + "C: DATA\nS: 452 4.3.1 full") << 452 << QByteArray("4.3.1");
        QTest::newRow("after the dot, for good") << QByteArray() << (both + "C: DATA\nS: 354 go\nC.\nS: 554 5.7.1 spam") << 554 << QByteArray("5.7.1");
        QTest::newRow("after the dot, for now") << QByteArray() << (both + "C: DATA\nS: 354 go\nC.\nS: 451 4.7.1 greylisted") << 451 << QByteArray("4.7.1");
        QTest::newRow("421 and hang-up at RCPT") << QByteArray() << (mail + "S: 250 ok\n" + rcpt + "S: 421 4.3.2 closing\nX") << 421 << QByteArray("4.3.2");
        QTest::newRow("421 and hang-up in a pipeline") << kPipelining << (mail + rcpt + "S: 421 4.3.2 closing\nX") << 421 << QByteArray("4.3.2");
        QTest::newRow("no enhanced code") << QByteArray() << (mail + "S: 550 go away") << 550 << QByteArray();
    }

    void refusals()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, dialogue);
        ScriptedServer server({signedInScript(offer) + dialogue});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(envelope(), kMail, {});
        QVERIFY(report);
        QCOMPARE(report->outcome, SendOutcome::Refused);
        QTEST(report->code, "code");
        QTEST(report->enhancedCode, "enhanced");
        QCOMPARE(report->error.kind, ErrorKind::ServerRefused);
        QVERIFY(report->reply.startsWith(QByteArray::number(report->code)));
        QCOMPARE(report->error.serverReply, report->reply);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void allRefused_temporaryOneDecides()
    {
        ScriptedServer server({signedInScript(kPipelining)
            + "C: MAIL *\nC: RCPT *\nC: RCPT *\nS: 250 ok\nS: 550 5.1.1 no\nS: 450 4.2.1 later"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(
            envelope({QStringLiteral("a@b.test"), QStringLiteral("c@d.test")}), kMail, {});
        QCOMPARE(report->outcome, SendOutcome::Refused);
        QVERIFY(report->isTemporary());
        QCOMPARE(report->refused.size(), 2);
    }

    void lost_beforeOrAfterTheDot_data()
    {
        QTest::addColumn<QByteArray>("dialogue");
        QTest::addColumn<SendOutcome>("outcome");
        const QByteArray both = "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\n";
        const QByteArray data = both + "C: DATA\nS: 354 go\n";
        QTest::newRow("before MAIL is answered") << QByteArray("C: MAIL *\nX") << SendOutcome::Refused;
        QTest::newRow("before RCPT is answered") << QByteArray("C: MAIL *\nS: 250 ok\nC: RCPT *\nX") << SendOutcome::Refused;
        QTest::newRow("before DATA is answered") << (both + "C: DATA\nX") << SendOutcome::Refused;
        QTest::newRow("garbage instead of 354") << (both + "C: DATA\nS: what?\nX") << SendOutcome::Refused;
        QTest::newRow("after the dot") << (data + "C.\nX") << SendOutcome::Unknown;
        QTest::newRow("half a reply after the dot") << (data + "C.\nR: 250 o\nX") << SendOutcome::Unknown;
        QTest::newRow("half of a long reply") << (data + "C.\nS: 250-2.0.0 ok\nX") << SendOutcome::Unknown;
        QTest::newRow("garbage after the dot") << (data + "C.\nS: Segmentation fault\nX") << SendOutcome::Unknown;
        QTest::newRow("another 354 after the dot") << (data + "C.\nS: 354 go on\nW") << SendOutcome::Unknown;
    }

    void lost_beforeOrAfterTheDot()
    {
        QFETCH(QByteArray, dialogue);
        ScriptedServer server({signedInScript({}) + dialogue});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(envelope(), kMail, {});
        QVERIFY(report);
        QTEST(report->outcome, "outcome");
        QVERIFY(report->error.kind == ErrorKind::Network || report->error.kind == ErrorKind::Protocol);
        // The connection is gone: no second mail over it.
        QVERIFY(!session->send(envelope(), kMail, {}));
    }

    void stopped_whileWaitingForTheLastReply_isUnknown()
    {
        ScriptedServer server({signedInScript({})
            + "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\nC: DATA\nS: 354 go\nC.\nW"});
        auto session = signedInSession(server);
        QVERIFY(session);
        std::stop_source source;
        std::jthread canceller([&] {
            // The dot has arrived: from here on the session can only be waiting for its reply.
            while (!server.received().contains("."))
                std::this_thread::yield();
            source.request_stop();
        });
        const auto report = session->send(envelope(), kMail, source.get_token());
        QCOMPARE(report->outcome, SendOutcome::Unknown);
        QCOMPARE(report->error.kind, ErrorKind::Cancelled);
    }

    void stopped_before_nothingIsSent()
    {
        ScriptedServer server({signedInScript({}) + "I"});
        auto session = signedInSession(server);
        QVERIFY(session);
        std::stop_source source;
        source.request_stop();
        const auto report = session->send(envelope(), kMail, source.get_token());
        QVERIFY(!report || report->outcome == SendOutcome::Refused);
    }

    void tooLarge_isNotEvenStarted()
    {
        ScriptedServer server({signedInScript("S: 250-SIZE 20\n") + "W"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(envelope(), kMail, {});
        QCOMPARE(report->outcome, SendOutcome::Refused);
        QCOMPARE(report->code, 552);
        QCOMPARE(report->error.cause, "message-too-large");
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void parameters_onlyWhereOffered_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("mail");
        const QByteArray eight = "a: b\r\n\r\n\xc3\xbc\r\n";
        QTest::newRow("nothing offered") << QByteArray() << eight << QByteArray("MAIL FROM:<rep@sales.test>");
        QTest::newRow("8 bit") << QByteArray("S: 250-8bitmime\n") << eight << QByteArray("MAIL FROM:<rep@sales.test> BODY=8BITMIME");
        QTest::newRow("7 bit") << QByteArray("S: 250-8BITMIME\n") << kMail << QByteArray("MAIL FROM:<rep@sales.test>");
        QTest::newRow("size") << QByteArray("S: 250-SIZE 1000\n") << eight << QByteArray("MAIL FROM:<rep@sales.test> SIZE=12");
        QTest::newRow("SMTPUTF8 not needed") << QByteArray("S: 250-SMTPUTF8\n") << eight << QByteArray("MAIL FROM:<rep@sales.test>");
    }

    void parameters_onlyWhereOffered()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, mail);
        ScriptedServer server({signedInScript(offer) + "C: " + mail + "\nS: 550 enough"});
        auto session = signedInSession(server);
        QVERIFY(session);
        QCOMPARE(session->send(envelope(), raw, {})->code, 550);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void addresses_thatBreakCommands_areRefusedHere_data()
    {
        QTest::addColumn<QString>("recipient");
        QTest::newRow("line break") << QStringLiteral("a@b.test>\r\nDATA");
        QTest::newRow("none") << QString();
        QTest::newRow("local part outside ASCII, not offered") << QString::fromUtf8("\xc3\xbc@b.test");
    }

    void addresses_thatBreakCommands_areRefusedHere()
    {
        QFETCH(QString, recipient);
        ScriptedServer server({signedInScript({}) + "W"});
        auto session = signedInSession(server);
        QVERIFY(session);
        const auto report = session->send(envelope({recipient}), kMail, {});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Config);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void manyRecipients_goInGroups()
    {
        QByteArray script = signedInScript(kPipelining) + "C: MAIL *\n";
        QStringList recipients;
        for (int i = 0; i < 120; ++i)
            recipients.append(QStringLiteral("u%1@b.test").arg(i));
        // Groups of 50 commands: MAIL + 49, 50, 21.
        for (const int count : {49, 50, 21}) {
            script += QByteArray("C: RCPT *\n").repeated(count);
            script += QByteArray("S: 250 ok\n").repeated(count == 49 ? 50 : count);
        }
        ScriptedServer server({script + "C: DATA\nS: 354 go\nC.\nS: 250 ok"});
        auto session = signedInSession(server);
        QVERIFY(session);
        QCOMPARE(session->send(envelope(recipients), kMail, {})->outcome, SendOutcome::Accepted);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }

    void leadingDots_areDoubled()
    {
        ScriptedServer server({signedInScript({})
            + "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\nC: DATA\nS: 354 go\nC: a: b\nC: \nC: ..\nC: ..x\nC: .\nS: 250 ok"});
        auto session = signedInSession(server);
        QVERIFY(session);
        QCOMPARE(session->send(envelope(), "a: b\r\n\r\n.\r\n.x", {})->outcome, SendOutcome::Accepted);
        session.reset();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
    }
};

INLET_TEST(tst_Sending)
#include "tst_Sending.moc"
