// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Autoconfig.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::accounts;

namespace
{

const QString kEmail = QStringLiteral("an+na@acme.test");

QByteArray server(const char *tag, const char *type, const char *host, const char *port,
    const char *socket, const char *more = "")
{
    return QByteArray("<") + tag + " type=\"" + type + "\"><hostname>" + host + "</hostname><port>"
        + port + "</port><socketType>" + socket + "</socketType>" + more + "</" + tag + ">";
}

QByteArray imap(const char *host, const char *port, const char *socket, const char *more = "")
{
    return server("incomingServer", "imap", host, port, socket, more);
}

QByteArray smtp(const char *host, const char *port, const char *socket, const char *more = "")
{
    return server("outgoingServer", "smtp", host, port, socket, more);
}

QByteArray file(const QByteArray &inside)
{
    return "<?xml version=\"1.0\"?><clientConfig version=\"1.1\"><emailProvider id=\"acme.test\">"
        + inside + "</emailProvider></clientConfig>";
}

} // namespace

class tst_Autoconfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFile_isRead()
    {
        const auto config = parseAutoconfig(
            file("<domain>acme.test</domain><displayName>Acme <b>Mail</b></displayName>"
                + server("incomingServer", "pop3", "pop.acme.test", "995", "SSL")
                + imap("imap.%EMAILDOMAIN%", "993", "SSL",
                    "<username>%EMAILLOCALPART%</username><authentication>password-cleartext</"
                    "authentication>")
                + imap("imap2.acme.test", "143", "STARTTLS")
                + smtp("SMTP.acme.test", "587", "STARTTLS", "<username>%EMAILADDRESS%</username>")),
            kEmail);
        QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
        QCOMPARE(config->imap.size(), 2);
        const ServerEndpoint expected{
            QStringLiteral("imap.acme.test"), 993, TlsMode::Implicit, QStringLiteral("an+na"), {}};
        QCOMPARE(config->imap.first(), expected);
        QCOMPARE(config->imap.at(1).user, kEmail);
        QCOMPARE(config->smtp.first().host, QStringLiteral("smtp.acme.test"));
        QCOMPARE(config->smtp.first().tls, TlsMode::StartTls);
        QVERIFY(!config->onlyOAuth);
        QVERIFY(config->displayName.startsWith(QLatin1String("Acme")));
    }

    void onlyOAuth_isTold()
    {
        const char *oauth = "<authentication>OAuth2</authentication>";
        const auto config = parseAutoconfig(file(imap("a.acme.test", "993", "SSL", oauth)
                                                + smtp("a.acme.test", "465", "SSL", oauth)),
            kEmail);
        QVERIFY(config);
        QVERIFY(config->onlyOAuth);
    }

    void unencryptedServers_areLeftOut()
    {
        const auto config = parseAutoconfig(
            file(imap("plain.acme.test", "143", "plain") + imap("tls.acme.test", "993", "SSL")
                + smtp("plain.acme.test", "25", "plain") + smtp("tls.acme.test", "465", "ssl")),
            kEmail);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 1);
        QCOMPARE(config->imap.first().host, QStringLiteral("tls.acme.test"));
        QCOMPARE(config->smtp.size(), 1);
        const auto none = parseAutoconfig(
            file(imap("a.acme.test", "143", "plain") + smtp("a.acme.test", "25", "plain")), kEmail);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

    void badFile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray good =
            imap("a.acme.test", "993", "SSL") + smtp("a.acme.test", "465", "SSL");
        QVERIFY(parseAutoconfig(file(good), kEmail)); // else the rows below prove nothing
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML page")
            << QByteArray("<!DOCTYPE html><html><body>Not here</body></html>");
        QTest::newRow("other root") << QByteArray("<config>") + good + "</config>";
        QTest::newRow("cut off") << file(good).chopped(20);
        QTest::newRow("broken after the servers") << file(good + "<a></b>");
        QTest::newRow("entity") << QByteArray(
                                       "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                + file(good);
        QTest::newRow("unknown entity") << file("<displayName>&xxe;</displayName>" + good);
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("too large") << file(good + QByteArray(300 * 1024, ' '));
        QTest::newRow("deep") << QByteArray("<clientConfig>") + QByteArray("<a>").repeated(50000);
        QTest::newRow("no host") << file(
            imap("", "993", "SSL") + smtp("a.acme.test", "465", "SSL"));
        QTest::newRow("host with blank")
            << file(imap("a b", "993", "SSL") + smtp("a.acme.test", "465", "SSL"));
        QTest::newRow("port too high")
            << file(imap("a.test", "70000", "SSL") + smtp("a.test", "465", "SSL"));
        QTest::newRow("only IMAP") << file(imap("a.acme.test", "993", "SSL"));
    }

    void badFile_isRefused()
    {
        QFETCH(QByteArray, xml);
        const auto config = parseAutoconfig(xml, kEmail);
        QVERIFY(!config);
        QVERIFY(config.error().kind == ErrorKind::Protocol
            || config.error().kind == ErrorKind::NotFound);
    }

    void userName_withLineEnd_isReplaced()
    {
        const auto config =
            parseAutoconfig(file(imap("a.acme.test", "993", "SSL", "<username>a&#10;b</username>")
                                + smtp("a.acme.test", "465", "SSL")),
                kEmail);
        QVERIFY(config);
        QCOMPARE(config->imap.first().user, kEmail);
    }

    void manyServers_areBounded()
    {
        const auto config = parseAutoconfig(file(imap("a.acme.test", "993", "SSL").repeated(500)
                                                + smtp("a.acme.test", "465", "SSL")),
            kEmail);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 20);
    }

    void urls_areHttpsAndEncoded()
    {
        const QList<QUrl> urls = autoconfigUrls(QStringLiteral("an+na&x@müller.test"));
        QCOMPARE(urls.size(), 2);
        QCOMPARE(urls.at(0).toEncoded(),
            QByteArray("https://autoconfig.xn--mller-kva.test/mail/config-v1.1.xml?emailaddress="
                       "an%2Bna%26x%40m%C3%BCller.test"));
        QCOMPARE(urls.at(1).toEncoded(),
            QByteArray("https://xn--mller-kva.test/.well-known/autoconfig/mail/config-v1.1.xml"));
        QVERIFY(autoconfigUrls(QStringLiteral("nonsense")).isEmpty());
    }
};

INLET_TEST(tst_Autoconfig)
#include "tst_Autoconfig.moc"
