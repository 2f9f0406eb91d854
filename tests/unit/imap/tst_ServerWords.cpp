// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capability.h"
#include "imap/values/MailboxName.h"
#include "imap/ServerError.h"
#include "imap/StatusText.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace inlet;
using namespace inlet::imap;

/// What servers say in words: response codes, reasons, capabilities, folder names.
class tst_ServerWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusText_parts()
    {
        const auto check = [](const char *words, const char *code, const char *arguments, const char *rest) {
            const StatusText text = statusText(words);
            QCOMPARE(text.code, QByteArray(code));
            QCOMPARE(text.arguments, QByteArray(arguments));
            QCOMPARE(text.words, QByteArray(rest));
        };
        check("[UIDVALIDITY 3] ok", "UIDVALIDITY", "3", "ok");
        check("[alert]", "ALERT", "", "");
        check("plain", "", "", "plain");
        check("", "", "", "");
        check("[PERMANENTFLAGS (a[b] \\*)] x", "PERMANENTFLAGS", "(a[b] \\*)", "x");
        check("[PERMANENTFLAGS (a] \\*)] x", "PERMANENTFLAGS", "(a", "\\*)] x");
        check("[BADURL \"]\"] x", "BADURL", "\"]\"", "x");
        check("[never closed", "", "", "[never closed");
    }

    void signIn_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char *words, ErrorKind kind, const char *cause) {
            QTest::newRow(words) << QByteArray(words) << kind << QByteArray(cause);
        };
        using enum ErrorKind;
        row("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", Auth, "wrong-password");
        row("LOGIN failed.", Auth, "wrong-password");
        row("", Auth, "wrong-password");
        row("[ALERT] Application-specific password required: x (Failure)", Auth, "app-password-needed");
        row("[ALERT] Please log in via your web browser: x", Auth, "web-login-needed");
        row("[ALERT] You are yet to enable IMAP for your account.", Auth, "imap-disabled");
        row("[UNAVAILABLE] Temporary authentication failure.", ServerRefused, "server-busy");
        row("Temporary authentication failure. [host:1]", ServerRefused, "server-busy");
        row("[UNAVAILABLE] Maximum number of connections from user+IP exceeded", ServerRefused,
            "too-many-connections");
        row("[ALERT] Too many simultaneous connections. (Failure)", ServerRefused, "too-many-connections");
        row("[LIMIT] no", ServerRefused, "too-many-connections");
        row("[INUSE] no", ServerRefused, "too-many-connections");
        row("[LIMIT] LOGIN Rate limit hit", ServerRefused, "rate-limited");
        row("[SERVERBUG] LOGIN Server error - Please try again later", ServerRefused, "server-busy");
        row("LOGIN Server error - Please try again later", ServerRefused, "server-busy");
        row("[AUTHENTICATIONFAILED] OCF12", ServerRefused, "server-busy"); // Yahoo
        row("Server Unavailable. 15", ServerRefused, "server-busy"); // Exchange
        row("LOGIN failed: service unavailable", ServerRefused, "server-busy");
        row("[ALERT] Temporary System Error (Failure)", ServerRefused, "server-busy");
        row("Temporary problem, please try again later", ServerRefused, "server-busy"); // Courier
        row("Internal login failure. Refer to server log for more information.", ServerRefused, "server-busy"); // Dovecot
        row("Authentication timed out", ServerRefused, "server-busy");
        // Each attempt more would prolong it: the user is asked.
        row("Too many bad auth attempts", Auth, "wrong-password");
        row("[ALERT] Account temporarily locked, try again later", Auth, "wrong-password");
        row("[EXPIRED] old", Auth, "password-expired");
        row("[CONTACTADMIN] call", Auth, "contact-admin");
        row("[AUTHORIZATIONFAILED] no", Auth, "not-authorized");
        row("[PRIVACYREQUIRED] no", Auth, "tls-needed");
    }
    void signIn()
    {
        QFETCH(QByteArray, words);
        const Error error = serverError(Phase::SignIn, "NO", words);
        QTEST(error.kind, "kind");
        QTEST(error.cause, "cause");
        QVERIFY(error.serverReply.startsWith("NO"));
    }

    void signIn_bad_isNotRetriedEither()
    {
        const Error error = serverError(Phase::SignIn, "BAD", "Command Argument Error. 11");
        QCOMPARE(error.kind, ErrorKind::Auth);
        QCOMPARE(error.cause, QByteArray("sign-in-refused"));
        QCOMPARE(serverError(Phase::SignIn, "BAD", "User is authenticated but not connected.").cause,
            QByteArray("mailbox-not-connected"));
    }

    void greetingAndUse()
    {
        QCOMPARE(serverError(Phase::Greeting, "BYE", "Too many connections from your IP").cause,
            QByteArray("too-many-connections"));
        QCOMPARE(serverError(Phase::Greeting, "BYE", "Server busy, try again").cause, QByteArray("server-busy"));
        QCOMPARE(serverError(Phase::Greeting, "BYE", "Your IP is blocked").cause, QByteArray("ip-blocked"));
        QCOMPARE(serverError(Phase::Greeting, "BYE", "").cause, QByteArray("greeting-refused"));
        QCOMPARE(serverError(Phase::Use, "NO", "[TRYCREATE] no").kind, ErrorKind::NotFound);
        QCOMPARE(serverError(Phase::Use, "NO", "Mailbox doesn't exist: x").kind, ErrorKind::NotFound);
        QCOMPARE(serverError(Phase::Use, "BAD", "Request is throttled.").cause, QByteArray("rate-limited"));
        QCOMPARE(serverError(Phase::Use, "NO", "no").kind, ErrorKind::ServerRefused);
        QVERIFY(!serverError(Phase::Use, "NO", "a\r\n\x1b[31mb").serverReply.contains('\x1b'));
    }

    void withoutSecret_removesEveryForm()
    {
        const std::string secret = "p\"w\\7";
        const QByteArray plain = QByteArray("\0rep\0p\"w\\7", 10).toBase64();
        for (const QByteArray &form :
            {QByteArray("p\"w\\7"), QByteArray("p\\\"w\\\\7"), QByteArray("p\"w\\7").toBase64(), plain}) {
            const QByteArray reply = withoutSecret("no: " + form + " is wrong", "rep", secret);
            QCOMPARE(reply, QByteArray("no: *** is wrong"));
        }
        QCOMPARE(withoutSecret("same", "rep", ""), QByteArray("same"));
    }

    void capabilities_parsed()
    {
        const Capabilities subject = parseCapabilities("IMAP4rev1 idle AUTH=PLAIN  QRESYNC LITERAL+ X-GM-EXT-1 idle");
        QVERIFY(subject.idle && subject.qresync && subject.condstore && subject.literalPlus && subject.gmail);
        QVERIFY(!subject.move && !subject.uidPlus && !subject.specialUse);
        QVERIFY(offers(subject, "AUTH=PLAIN"));
        QCOMPARE(subject.all.size(), 6);
        QVERIFY(parseCapabilities("IMAP4rev2").move);
        QVERIFY(parseCapabilities(QByteArray("a ") + QByteArray(100'000, 'b')).all.size() == 1);
        QByteArray many;
        for (int i = 0; i < 5000; ++i)
            many += "X" + QByteArray::number(i) + ' ';
        QCOMPARE(parseCapabilities(many).all.size(), 300);
    }

    void mailboxName_bothWays_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *wire, const char16_t *name) {
            QTest::newRow(wire) << QByteArray(wire) << QString::fromUtf16(name);
        };
        row("INBOX", u"INBOX");
        row("Entw&APw-rfe", u"Entw\u00fcrfe");
        row("a&-b", u"a&b");
        row("&ZeVnLIqe-/x", u"\u65e5\u672c\u8a9e/x");
        row("&2D3eAA-", u"\U0001F600");
        row("&AMQA1g- &ANw-&-", u"\u00c4\u00d6 \u00dc&");
        row("a\\b~c\"d", u"a\\b~c\"d");
        row("Jos&AOk- &- co", u"Jos\u00e9 & co");
    }
    void mailboxName_bothWays()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QString, name);
        QCOMPARE(decodeMailboxName(wire), name);
        QCOMPARE(encodeMailboxName(name), wire);
    }

    void mailboxName_garbage()
    {
        QCOMPARE(decodeMailboxName("Entw\xc3\xbcrfe"), QStringLiteral("Entw\u00fcrfe"));
        QCOMPARE(decodeMailboxName("a&b"), QStringLiteral("a\ufffd"));
        QCOMPARE(decodeMailboxName("&2D0-x"), QStringLiteral("\ufffdx"));
        QVERIFY(!decodeMailboxName("&AAAADQAK-x").contains(QLatin1Char('\r')));
        std::mt19937 random(3);
        const QByteArray alphabet = QByteArray("&-+,/ABZaz019 \xc3\xa4") + '\0';
        for (int round = 0; round < 20'000; ++round) {
            QByteArray wire;
            for (auto left = random() % 30; left > 0; --left)
                wire += alphabet.at(qsizetype(random() % std::size_t(alphabet.size())));
            const QString name = decodeMailboxName(wire);
            QVERIFY(name.size() <= wire.size());
            QVERIFY(name.isValidUtf16());
            QVERIFY(!name.contains(QChar(0)));
        }
    }
};

INLET_TEST(tst_ServerWords)
#include "tst_ServerWords.moc"
