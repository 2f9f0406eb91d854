// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Resolver_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::net;
using namespace std::chrono_literals;

class tst_Resolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asciiHost_forms_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("ascii");
        QTest::newRow("plain") << QStringLiteral("Mail.Example.com") << QByteArray("mail.example.com");
        QTest::newRow("dot at the end") << QStringLiteral("mail.example.com.") << QByteArray("mail.example.com");
        QTest::newRow("idn") << QString::fromUtf8("post.b\xc3\xbc""cher.example") << QByteArray("post.xn--bcher-kva.example");
        QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << QByteArray("127.0.0.1");
        QTest::newRow("IPv6 in brackets") << QStringLiteral("[::1]") << QByteArray("::1");
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("control characters") << QStringLiteral("a\r\nb") << QByteArray();
        QTest::newRow("too long") << QString(300, QLatin1Char('a')) << QByteArray();
    }

    void asciiHost_forms()
    {
        QFETCH(QString, host);
        QTEST(asciiHost(host), "ascii");
    }

    void literalAddress_octets()
    {
        QCOMPARE(literalAddress(QStringLiteral("127.0.0.1")), QByteArray::fromHex("7f000001"));
        QCOMPARE(literalAddress(QStringLiteral("::1")).size(), 16);
        QVERIFY(literalAddress(QStringLiteral("127.1")).isEmpty());
        QVERIFY(literalAddress(QStringLiteral("example.com")).isEmpty());
    }

    void resolve_literal_needsNoLookup()
    {
        const auto addresses = resolve("127.0.0.1", 993, std::chrono::steady_clock::now(), {});
        QVERIFY(addresses);
        QCOMPARE(addresses->size(), std::size_t{1});
        QCOMPARE(addresses->front().toString(), QStringLiteral("127.0.0.1"));
    }

    void resolve_localhost_isFound()
    {
        const auto addresses
            = resolve("localhost", 993, std::chrono::steady_clock::now() + 10s, {});
        QVERIFY(addresses);
        QVERIFY(!addresses->empty());
    }

    void resolve_stopped_isCancelled()
    {
        std::stop_source source;
        source.request_stop();
        const auto addresses = resolve("host.invalid", 993,
            std::chrono::steady_clock::now() + 10s, source.get_token());
        QVERIFY(!addresses);
        QCOMPARE(addresses.error().kind, ErrorKind::Cancelled);
    }

    void resolve_pastDeadline_doesNotWait()
    {
        const auto addresses
            = resolve("host.invalid", 993, std::chrono::steady_clock::now() - 1s, {});
        QVERIFY(!addresses);
        QCOMPARE(addresses.error().kind, ErrorKind::Network);
        QVERIFY(addresses.error().cause.startsWith("dns-"));
    }

    void resolve_emptyName_notFound()
    {
        const auto addresses = resolve({}, 993, std::chrono::steady_clock::now() + 1s, {});
        QVERIFY(!addresses);
        QCOMPARE(addresses.error().cause, "dns-not-found");
    }
};

INLET_TEST(tst_Resolver)
#include "tst_Resolver.moc"
