// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"
#include "net/Verifier_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::net;
using namespace inlet::test;

namespace
{

TestIdentity forgedWithLeafAsCa()
{
    TestCertificate wanted;
    wanted.commonName = QStringLiteral("forged");
    return makeIdentity(wanted, &testServerIdentity());
}

TestIdentity unknownIssuer()
{
    TestCertificate ca;
    ca.commonName = QStringLiteral("Nobody's CA");
    ca.isCa = true;
    TestIdentity other = makeIdentity(ca, nullptr);
    return makeIdentity({}, &other);
}

TestIdentity changed(const std::function<void(TestCertificate &)> &change)
{
    TestCertificate wanted;
    change(wanted);
    return makeIdentity(wanted, &testCa());
}

QByteArray fingerprintOf(ScriptedServer &server, const QString &host)
{
    auto stream = TlsStream::create({testCaFile()});
    if (!stream->connectTcp(targetOf(server, host), {}))
        return {};
    (void)stream->startTls({});
    return stream->certificate() ? stream->certificate()->sha256 : QByteArray();
}

} // namespace

class tst_Verification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badCertificate_hasItsCause_data()
    {
        using namespace std::chrono_literals;
        QTest::addColumn<std::shared_ptr<TestIdentity>>("identity");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char *name, const TestIdentity &identity, const char *cause,
                             const QString &host = QStringLiteral("127.0.0.1")) {
            QTest::newRow(name) << std::make_shared<TestIdentity>(identity) << host
                                << QByteArray(cause);
        };
        row("good, by address", testServerIdentity(), "");
        row("good, by name", testServerIdentity(), "", QStringLiteral("localhost"));
        row("expired", changed([](auto &c) { c.validFrom = -48h; c.validTo = -24h; }), "tls-expired");
        row("not yet valid", changed([](auto &c) { c.validFrom = 24h; c.validTo = 48h; }),
            "tls-not-yet-valid");
        row("other name", changed([](auto &c) { c.dnsNames = QStringList{QStringLiteral("mail.example.com")};
            c.commonName = c.dnsNames.first(); }), "tls-wrong-name", QStringLiteral("localhost"));
        row("other address", changed([](auto &c) { c.addresses = QStringList{QStringLiteral("127.0.0.9")}; }),
            "tls-wrong-name");
        row("address as a DNS name only", changed([](auto &c) {
            c.addresses.clear();
            c.dnsNames = QStringList{QStringLiteral("127.0.0.1")};
        }), "tls-wrong-name");
        row("address in the common name only", changed([](auto &c) {
            c.addresses.clear();
            c.dnsNames.clear();
            c.commonName = QStringLiteral("127.0.0.1");
        }), "tls-wrong-name");
        row("self-signed", makeIdentity({}, nullptr), "tls-self-signed");
        row("unknown issuer", unknownIssuer(), "tls-unknown-issuer");
        row("leaf as CA", forgedWithLeafAsCa(), "tls-bad-chain");
    }

    void badCertificate_hasItsCause()
    {
        QFETCH(std::shared_ptr<TestIdentity>, identity);
        QFETCH(QString, host);
        QFETCH(QByteArray, cause);
        ScriptedServer server({"TLS\nI"}, {*identity, "NORMAL"});
        auto stream = TlsStream::create({testCaFile()});
        QVERIFY(stream->connectTcp(targetOf(server, host), {}));
        const auto secured = stream->startTls({});
        if (cause.isEmpty()) {
            QVERIFY2(secured, secured ? "" : qPrintable(secured.error().detail));
        } else {
            QVERIFY(!secured);
            QCOMPARE(secured.error().kind, ErrorKind::Tls);
            QCOMPARE(secured.error().cause, cause);
            QVERIFY(!stream->isEncrypted());
        }
        QVERIFY(stream->certificate());
        QCOMPARE(stream->certificate()->sha256.size(), 32);
        QVERIFY(stream->certificate()->validTo.isValid());
    }

    void fingerprint_exactlyThatCertificate_isTrusted()
    {
        const TestIdentity chosen = makeIdentity({}, nullptr);
        ScriptedServer server({"TLS\nI", "TLS\nI"}, {chosen, "NORMAL"});
        const QByteArray fingerprint = fingerprintOf(server, QStringLiteral("127.0.0.1"));
        QCOMPARE(fingerprint.size(), 32);
        auto stream = TlsStream::create({});
        ConnectTarget target = targetOf(server, QStringLiteral("localhost"));
        target.trustedFingerprint = fingerprint;
        QVERIFY(stream->connectTcp(target, {}));
        QVERIFY(stream->startTls({}));
        stream->close();

        // The same names, another key: not the certificate that was trusted.
        ScriptedServer impostor({"TLS\nI"}, {makeIdentity({}, nullptr), "NORMAL"});
        target.port = impostor.port();
        QVERIFY(stream->connectTcp(target, {}));
        const auto secured = stream->startTls({});
        QVERIFY(!secured);
        QCOMPARE(secured.error().cause, "tls-self-signed");
    }

    void oldProtocol_isRefused_data()
    {
        QTest::addColumn<QByteArray>("priority");
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("TLS 1.1") << QByteArray("NORMAL:-VERS-ALL:+VERS-TLS1.1") << QByteArray("tls-too-old");
        QTest::newRow("TLS 1.0") << QByteArray("NORMAL:-VERS-ALL:+VERS-TLS1.0") << QByteArray("tls-too-old");
        QTest::newRow("TLS 1.2") << QByteArray("NORMAL:-VERS-ALL:+VERS-TLS1.2") << QByteArray();
    }

    void oldProtocol_isRefused()
    {
        QFETCH(QByteArray, priority);
        QFETCH(QByteArray, cause);
        ScriptedServer server({"TLS\nI"}, {testServerIdentity(), priority});
        auto stream = TlsStream::create({testCaFile()});
        QVERIFY(stream->connectTcp(targetOf(server), {}));
        const auto secured = stream->startTls({});
        QCOMPARE(secured ? QByteArray() : secured.error().cause, cause);
        if (secured)
            QCOMPARE(stream->protocolName(), QStringLiteral("TLS 1.2"));
    }
};


INLET_TEST(tst_Verification)
#include "tst_Verification.moc"
