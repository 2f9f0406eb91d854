// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedSession.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

/// Connecting and signing in, with servers that lie, refuse or break off.
class tst_SessionScript : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_script;

private Q_SLOTS:
    void connect_refused_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("startTls");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("cause");
        using enum ErrorKind;
        const auto row = [](const char *name, const QByteArray &script, bool startTls, ErrorKind kind,
                             const char *cause) {
            QTest::newRow(name) << script << startTls << kind << QByteArray(cause);
        };
        row("PREAUTH before STARTTLS", "S: * PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome", true, Tls,
            "preauth-refused");
        row("PREAUTH in TLS", "TLS\nS: * PREAUTH welcome", false, Tls, "preauth-refused");
        row("STARTTLS stripped", "S: * OK [CAPABILITY IMAP4rev1] hi", true, Tls, "starttls-missing");
        row("STARTTLS stripped, asked",
            "S: * OK hi\nC: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: <tag> OK x", true, Tls,
            "starttls-missing");
        row("STARTTLS refused",
            "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi\nC: <tag> STARTTLS\nS: <tag> NO not today", true,
            Tls, "starttls-refused");
        row("injected after STARTTLS",
            "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi\nC: <tag> STARTTLS\n"
            // In one piece, as an attacker would: the client must not be able to be faster.
            "R: <tag> OK go\\r\\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\\r\\n",
            true, Tls, "starttls-injection");
        row("POP3", "TLS\nS: +OK POP3 ready", false, Config, "wrong-port");
        row("SMTP", "TLS\nS: 220 smtp ready", false, Config, "wrong-port");
        row("HTTP", "TLS\nS: HTTP/1.1 400 Bad Request", false, Protocol, "protocol-error");
        row("BYE connections", "TLS\nS: * BYE Too many connections", false, ServerRefused,
            "too-many-connections");
        row("BYE busy", "TLS\nS: * BYE Server busy", false, ServerRefused, "server-busy");
        row("BYE blocked", "TLS\nS: * BYE Your address is blocked", false, ServerRefused, "ip-blocked");
        row("closed at once", "TLS\nX", false, Network, "connection-lost");
        row("BYE instead of CAPABILITY", "TLS\nS: * OK hi\nC: <tag> CAPABILITY\nS: * BYE out", false,
            Network, "connection-lost");
    }
    void connect_refused()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, startTls);
        auto session = m_script.play(script, startTls ? accounts::TlsMode::StartTls : accounts::TlsMode::Implicit);
        const auto result = session->connect({});
        QVERIFY(!result);
        QTEST(result.error().kind, "kind");
        QTEST(result.error().cause, "cause");
        // Dead for good: nothing of it goes out later.
        QVERIFY(!session->login(Secret("pw"), {}));
        VERIFY_FINISHED(session);
        for (const QByteArray &line : m_script.server().received())
            QVERIFY(!line.contains("LOGIN") && !line.contains("AUTHENTICATE"));
    }

    void startTls_capabilitiesBefore_areForgotten()
    {
        auto session = m_script.play("S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR IDLE X-LIE] hi\n"
                            "C: <tag> STARTTLS\nS: <tag> OK go\nTLS\n"
                            "C: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: <tag> OK x",
            accounts::TlsMode::StartTls);
        QVERIFY(session->connect({}));
        QVERIFY(session->stream().isEncrypted());
        QVERIFY(!session->capabilities().idle);
        QCOMPARE(session->capabilities().all, (QByteArrayList{"IMAP4REV1", "AUTH=PLAIN"}));
        VERIFY_FINISHED(session);
    }

    void startTls_serverTellsNothingAfterwards_nothingIsKept()
    {
        auto session = m_script.play("S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN IDLE] hi\n"
                                     "C: <tag> STARTTLS\nS: <tag> OK go\nTLS\n"
                                     "C: <tag> CAPABILITY\nS: <tag> OK x",
            accounts::TlsMode::StartTls);
        QVERIFY(session->connect({}));
        QVERIFY(session->capabilities().all.isEmpty());
        VERIFY_FINISHED(session);
    }

    void login_wrongPassword_isTriedOnceOnly()
    {
        auto session = m_script.play("TLS\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5] hi\n"
                            "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                            "S: <tag> NO [AUTHENTICATIONFAILED] bad AHJlcABwdw== and pw for rep");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Auth);
        QCOMPARE(result.error().cause, QByteArray("wrong-password"));
        QCOMPARE(result.error().serverReply,
            QByteArray("NO [AUTHENTICATIONFAILED] bad *** and *** for rep"));
        VERIFY_FINISHED(session);
    }

    void login_mechanisms_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<QByteArray>("dialogue");
        const auto row = [](const char *name, const char *capabilities, const char *dialogue) {
            QTest::newRow(name) << QByteArray(capabilities) << QByteArray(dialogue);
        };
        row("PLAIN without SASL-IR", "AUTH=PLAIN",
            "C: <tag> AUTHENTICATE PLAIN\nS: + \nC: AHJlcABww6QgIiI=\n");
        row("LOGIN command, password as literal", "",
            "C: <tag> LOGIN rep {6}\nS: + go\nC{6}\nC: \n");
        row("LOGIN command, LITERAL+", "LITERAL+", "C: <tag> LOGIN rep {6+}\nC{6}\nC: \n");
        row("SASL LOGIN", "LOGINDISABLED AUTH=LOGIN",
            "C: <tag> AUTHENTICATE LOGIN\nS: + VXNlcm5hbWU6\nC: cmVw\nS: + UGFzc3dvcmQ6\nC: cMOkICIi\n");
        row("CRAM-MD5", "LOGINDISABLED AUTH=CRAM-MD5", "C: <tag> AUTHENTICATE CRAM-MD5\nS: + PDFAeD4=\nC: *\n");
    }
    void login_mechanisms()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(QByteArray, dialogue);
        auto session = m_script.play("TLS\nS: * OK [CAPABILITY IMAP4rev1 " + capabilities + "] hi\n" + dialogue
            + "S: <tag> OK in\nC: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1 MOVE\nS: <tag> OK x");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("p\xc3\xa4 \"\""), {});
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QVERIFY(session->capabilities().move);
        VERIFY_FINISHED(session);
    }

    void login_nothingUsable_sendsNothing()
    {
        auto session = m_script.play("TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2] hi");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Auth);
        QCOMPARE(result.error().cause, QByteArray("mechanism-missing"));
        VERIFY_FINISHED(session);
    }

    void login_lineBreakInPassword_sendsNothing()
    {
        auto session = m_script.play(kGreeting);
        QVERIFY(session->connect({}));
        for (const std::string_view bad : {std::string_view("a\r\nI9 DELETE x"), std::string_view("a\0b", 3)})
            QCOMPARE(session->login(Secret(bad), {}).error().kind, ErrorKind::Config);
        VERIFY_FINISHED(session);
    }

    void login_scramServerThatProvesNothing_isNoLogin()
    {
        auto session = m_script.play("TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256 SASL-IR] hi\n"
                            "C: <tag> AUTHENTICATE SCRAM-SHA-256 *\nS: <tag> OK trust me");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        VERIFY_FINISHED(session);
    }

    void login_busyServer_isNoAuthError()
    {
        auto session = m_script.play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
                                        "S: <tag> NO [UNAVAILABLE] Temporary authentication failure.");
        QVERIFY(session->connect({}));
        const Error error = session->login(Secret("pw"), {}).error();
        QCOMPARE(error.kind, ErrorKind::ServerRefused);
        QCOMPARE(error.cause, QByteArray("server-busy"));
        VERIFY_FINISHED(session);
    }

    void login_sendsIdWhereOffered()
    {
        auto session = m_script.play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
                                        "S: <tag> OK [CAPABILITY IMAP4rev1 ID] in\n"
                                        "C: <tag> ID (\"name\" \"Inlet\" \"version\" \"*\")\n"
                                        "S: * ID NIL\nS: <tag> NO why");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        VERIFY_FINISHED(session);
    }

    void listFolders_ofOthers_haveNoRole()
    {
        auto session = m_script.play(kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                                                 "S: <tag> OK [CAPABILITY IMAP4rev1 NAMESPACE SPECIAL-USE LIST-EXTENDED] in\n"
                                                 "C: <tag> NAMESPACE\n"
                                                 "S: * NAMESPACE ((\"INBOX.\" \".\")) ((\"user.\" \".\")) ((\"\" \".\"))\n"
                                                 "S: <tag> OK x\n"
                                                 "C: <tag> LIST \"\" \"*\" RETURN (SPECIAL-USE)\n"
                                                 "S: * LIST (\\Sent) \".\" user.bob.Sent\n"
                                                 "S: * LIST () \".\" Archive\n"
                                                 "S: * LIST () \".\" INBOX\n"
                                                 "S: * LIST () \".\" INBOX.Sent\n"
                                                 "S: <tag> OK x\n");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        QCOMPARE(session->capabilities().ownPrefix, std::optional<QByteArray>("INBOX."));
        const auto folders = session->listFolders({});
        QVERIFY(folders);
        QList<FolderRole> roles;
        for (const RemoteFolder &folder : *folders)
            roles.append(folder.role);
        QCOMPARE(roles, (QList<FolderRole>{FolderRole::None, FolderRole::None, FolderRole::Inbox, FolderRole::Sent}));
        QVERIFY(!folders->at(0).own && !folders->at(1).own && folders->at(3).own);
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SessionScript)
#include "tst_SessionScript.moc"
