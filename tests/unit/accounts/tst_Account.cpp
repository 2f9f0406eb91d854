// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/values/Account.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::accounts;

class tst_Account : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizedEmail_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QString none;
        row("domain is lower-cased, local part is not", QStringLiteral("An.Na+x@EXAMPLE.Com"),
            QStringLiteral("An.Na+x@example.com"));
        row("one label", QStringLiteral("a@localhost"), QStringLiteral("a@localhost"));
        row("international", QStringLiteral("jörg@MÜLLER.example"),
            QStringLiteral("jörg@müller.example"));
        row("empty", none, none);
        row("no at", QStringLiteral("example.com"), none);
        row("two ats", QStringLiteral("a@b@c.com"), none);
        row("no local part", QStringLiteral("@c.com"), none);
        row("no domain", QStringLiteral("a@"), none);
        row("space", QStringLiteral("a b@c.com"), none);
        row("space after", QStringLiteral("a@c.com "), none);
        row("header injection", QStringLiteral("a@c.com\r\nBcc: x@y.com"), none);
        row("line feed at the end", QStringLiteral("a@c.com\n"), none);
        row("null", QStringLiteral("a@c.com") + QChar(0), none);
        row("right-to-left override", QStringLiteral("a\u202Emoc@c.com"), none);
        row("angle brackets", QStringLiteral("<a@c.com>"), none);
        row("list", QStringLiteral("a,b@c.com"), none);
        row("empty label", QStringLiteral("a@c..com"), none);
        row("dot at the end", QStringLiteral("a@c.com."), none);
        row("local part of 64", QString(64, QLatin1Char('a')) + QStringLiteral("@c.com"),
            QString(64, QLatin1Char('a')) + QStringLiteral("@c.com"));
        row("local part of 65", QString(65, QLatin1Char('a')) + QStringLiteral("@c.com"), none);
        row("label of 64", QStringLiteral("a@") + QString(64, QLatin1Char('b')), none);
        row("megabyte", QString(1000000, QLatin1Char('a')) + QStringLiteral("@c.com"), none);
    }

    void normalizedEmail()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(accounts::normalizedEmail(text), expected);
        QCOMPARE(domainOf(text), expected.mid(expected.indexOf(QLatin1Char('@')) + 1));
    }

    void withChanges_takesWhatDiffers_andNothingElse()
    {
        Account before;
        before.email = QStringLiteral("a@x.test");
        before.displayName = QStringLiteral("Anna");
        before.folderChoices.sent = "Sent";
        Account after = before;
        after.id = AccountId(7);
        after.email = QStringLiteral("b@x.test");
        after.displayName = QStringLiteral("Ben");
        after.signature = QStringLiteral("Ben");
        after.colour = QStringLiteral("#123456");
        after.provider = QStringLiteral("custom");
        after.imap.host = QStringLiteral("imap.x.test");
        after.smtp.port = 465;
        after.history = HistoryWindow::All;
        after.sentPolicy = SentPolicy::WeAppend;
        after.folderChoices = {"S", "J", "A", "T"};
        after.aliases = QStringList{QStringLiteral("c@x.test")};
        after.tags = QStringList{QStringLiteral("team")};
        after.enabled = !before.enabled;
        after.inUnifiedInbox = !before.inUnifiedInbox;
        after.secretStored = !before.secretStored;
        after.signInRefused = !before.signInRefused;
        Account stored = before;
        stored.id = AccountId(7);
        QCOMPARE(accounts::withChanges(stored, before, after), after); // each field
        QCOMPARE(accounts::withChanges(after, before, before), after); // changed meanwhile
    }

    void names_readBack()
    {
        for (const auto window : {HistoryWindow::Days30, HistoryWindow::Days90,
                 HistoryWindow::Year1, HistoryWindow::All}) {
            const auto back = parseHistoryWindow(QLatin1Char(' ') + nameOf(window).toUpper());
            QVERIFY(back);
            QCOMPARE(*back, window);
        }
        QCOMPARE(nameOf(HistoryWindow::Days30), QStringLiteral("30d"));
        QCOMPARE(nameOf(HistoryWindow::Year1), QStringLiteral("1y"));
        QCOMPARE(parseHistoryWindow(QStringLiteral("180d")).error().kind, ErrorKind::Config);
        QVERIFY(!parseHistoryWindow({}));
    }

    void parseEndpoint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("formatted"); // empty: refused
        const auto row = [](const char *name, const char *text, const char *formatted) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(formatted);
        };
        row("implicit TLS", "imap.example.com:993:tls", "imap.example.com:993:tls");
        row("STARTTLS, case and blanks", "  IMAP.Example.com : 143 : StartTLS ",
            "imap.example.com:143:starttls");
        row("IPv4", "127.0.0.1:1143:starttls", "127.0.0.1:1143:starttls");
        row("IPv6", "[::1]:993:tls", "[::1]:993:tls");
        row("IPv6, long", "[2001:DB8::25]:465:tls", "[2001:db8::25]:465:tls");
        row("international", "imap.müller.example:993:tls", "imap.müller.example:993:tls");
        row("empty", "", "");
        row("only colons", "::", "");
        row("no mode", "imap.example.com:993", "");
        row("no host", ":993:tls", "");
        row("plain text", "imap.example.com:143:plain", "");
        row("port 0", "imap.example.com:0:tls", "");
        row("port too high", "imap.example.com:65536:tls", "");
        row("port with sign", "imap.example.com:-1:tls", "");
        row("port in words", "imap.example.com:imaps:tls", "");
        row("IPv6 without brackets", "::1:993:tls", "");
        row("name in brackets", "[imap.example.com]:993:tls", "");
        row("bracket left open", "[::1:993:tls", "");
        row("nonsense in brackets", "[:::zz]:993:tls", "");
        row("URL", "imaps://imap.example.com:993:tls", "");
        row("space inside", "imap example.com:993:tls", "");
        row("line end inside", "imap.example.com\r\n:993:tls", "imap.example.com:993:tls");
        row("control inside", "imap.exa\x01mple.com:993:tls", "");
        row("empty label", "imap..example.com:993:tls", "");
    }

    void parseEndpoint()
    {
        QFETCH(QString, text);
        QFETCH(QString, formatted);
        const auto endpoint = accounts::parseEndpoint(text);
        QCOMPARE(endpoint.has_value(), !formatted.isEmpty());
        if (endpoint) {
            QCOMPARE(formatEndpoint(*endpoint), formatted);
            QVERIFY(!endpoint->host.contains(QLatin1Char('[')));
        } else {
            QCOMPARE(endpoint.error().kind, ErrorKind::Config);
            QVERIFY(!endpoint.error().detail.isEmpty());
        }
    }

    void parseEndpoint_hugeText_isRefused()
    {
        QVERIFY(!accounts::parseEndpoint(QString(5000000, QLatin1Char(':'))));
        QVERIFY(!isValidHost(QString(254, QLatin1Char('a'))));
    }
};

INLET_TEST(tst_Account)
#include "tst_Account.moc"
