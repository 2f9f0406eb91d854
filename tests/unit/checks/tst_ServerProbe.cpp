// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ServerProbe.h"
#include "support/ScriptedServer.h"
#include "support/TestMain.h"

#include <QTest>

#include <optional>

using namespace inlet;
using namespace inlet::engine;
using accounts::ProbeResult;
using accounts::TlsMode;
using inlet::test::ScriptedServer;

// Over real sockets. The port is a free one, so all of these are asked as IMAP.
class tst_ServerProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<bool>("implicit");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, bool implicit, const char *script,
                             ProbeResult expected) {
            QTest::newRow(name) << implicit << QByteArray(script) << int(expected);
        };
        row("IMAP over TLS", true, "TLS\nS: * OK ready\nI", ProbeResult::Good);
        row("IMAP with STARTTLS", false,
            "S: * OK ready\nC: a STARTTLS\nS: * OK more\nS: a OK go\nTLS\nI", ProbeResult::Good);
        row("POP3", true, "TLS\nS: +OK ready\nI", ProbeResult::Nothing);
        row("SMTP", true, "TLS\nS: 220 ready\nI", ProbeResult::Nothing);
        row("full server", true, "TLS\nS: * BYE too many\nI", ProbeResult::Nothing);
        row("PREAUTH", false, "S: * PREAUTH welcome\nI", ProbeResult::Nothing);
        row("no STARTTLS", false, "S: * OK ready\nC: a STARTTLS\nS: a BAD what\nI",
            ProbeResult::Nothing);
        row("plain text where TLS is wanted", true, "S: * OK ready\nI", ProbeResult::Nothing);
        row("hangs up", true, "X", ProbeResult::Nothing);
        row("hangs up after TLS", true, "TLS\nX", ProbeResult::Nothing);
        row("chatters for ever", false, "S: * OK ready\nC: a STARTTLS\nR*200: * OK x\\r\\n\nI",
            ProbeResult::Nothing);
    }

    void answers()
    {
        QFETCH(bool, implicit);
        QFETCH(QByteArray, script);
        QFETCH(int, expected);
        ScriptedServer server({script});
        QCOMPARE(int(ask(server.port(), implicit)), expected);
    }

    void certificateOfAnotherName_isUnproven()
    {
        test::TestCertificate wanted;
        wanted.dnsNames = {QStringLiteral("other.test")};
        wanted.addresses = {};
        ScriptedServer::Options options;
        options.identity = test::makeIdentity(wanted, &test::testCa());
        ScriptedServer server({"TLS\nI"}, options);
        QCOMPARE(ask(server.port(), true), ProbeResult::Unproven);
    }

    void closedPort_isNothing() { QCOMPARE(ask(1, true), ProbeResult::Nothing); }

    void contextGone_neverAnswers()
    {
        ScriptedServer server({"I"});
        ServerProbe subject(streams());
        auto context = std::make_unique<QObject>();
        bool answered = false;
        subject.probe(
            endpoint(server.port(), true), context.get(), [&](ProbeResult) { answered = true; });
        context.reset();
        QCOMPARE(ask(1, true), ProbeResult::Nothing); // the loop has turned
        QVERIFY(!answered);
    }

private:
    static net::StreamFactory streams()
    {
        return [] { return net::TlsStream::create(net::TlsSettings{test::testCaFile()}); };
    }
    static accounts::ServerEndpoint endpoint(quint16 port, bool implicit)
    {
        return {
            ScriptedServer::host(), port, implicit ? TlsMode::Implicit : TlsMode::StartTls, {}, {}};
    }
    ProbeResult ask(quint16 port, bool implicit)
    {
        ServerProbe subject(streams());
        std::optional<ProbeResult> result;
        subject.probe(endpoint(port, implicit), this, [&](ProbeResult r) { result = r; });
        if (result)
            return ProbeResult::Nothing;
        (void)QTest::qWaitFor([&] { return result.has_value(); }, 20000);
        return result.value_or(ProbeResult::Nothing);
    }
};

INLET_TEST(tst_ServerProbe)
#include "tst_ServerProbe.moc"
