// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::test;

/// The scripted server decides whether other tests pass, so it must be able to fail.
class tst_ScriptedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void script_tagsAndLiterals_arePlayed()
    {
        ScriptedServer server({"TLS\nC: <tag> APPEND * {5}\nS: + go\nC{5}\nC: \nS: <tag> OK done"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(stream->write("x7 APPEND Sent {5}\r\n", {}));
        QVERIFY(*stream->readLine({}) == "+ go");
        QVERIFY(stream->write("hello\r\n", {}));
        QVERIFY(*stream->readLine({}) == "x7 OK done");
        stream->close();
        QVERIFY2(server.finish(), qPrintable(server.failure()));
        QCOMPARE(server.received(), (QByteArrayList{"x7 APPEND Sent {5}", "hello", ""}));
    }

    void script_otherLine_fails()
    {
        ScriptedServer server({"TLS\nC: EHLO *\nS: 250 hi"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(stream->write("HELO x\r\n", {}));
        QVERIFY(stream->flush({}));
        QVERIFY(!server.finish());
        QVERIFY(server.failure().contains(QLatin1String("HELO x")));
    }

    void script_moreThanAsked_fails()
    {
        ScriptedServer server({"TLS\nC: one"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(stream->write("one\r\ntwo\r\n", {}));
        QVERIFY(stream->flush({}));
        stream->close();
        QVERIFY(!server.finish());
    }

    void script_clientLeavesEarly_fails()
    {
        ScriptedServer server({"TLS\nC: one\nC: two"});
        auto stream = securedStream(server);
        QVERIFY(stream);
        QVERIFY(stream->write("one\r\n", {}));
        QVERIFY(stream->flush({}));
        stream->close();
        QVERIFY(!server.finish());
    }
};

INLET_TEST(tst_ScriptedServer)
#include "tst_ScriptedServer.moc"
