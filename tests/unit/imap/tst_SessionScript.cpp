// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
#include "support/ScriptedServer.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

namespace
{

const QByteArray kGreeting = "TLS\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\n";
const QByteArray kLogin = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\n"
                                      "S: <tag> OK [CAPABILITY IMAP4rev1 IDLE CONDSTORE UIDPLUS] in\n";
const QByteArray kSelect = kLogin
    + "C: <tag> SELECT INBOX (CONDSTORE)\n"
      "S: * 3 EXISTS\n"
      "S: * OK [UIDVALIDITY 7] x\n"
      "S: * OK [UIDNEXT 10] x\n"
      "S: * OK [HIGHESTMODSEQ 55] x\n"
      "S: * OK [PERMANENTFLAGS (\\Seen \\*)] x\n"
      "S: <tag> OK [READ-WRITE] done\n";

ImapSession::TakeMessage into(QList<FetchedMessage> &rows)
{
    return [&rows](FetchedMessage &&row) { rows.append(std::move(row)); };
}

} // namespace

/// What no real server does on demand.
class tst_SessionScript : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedServer> m_server;

    std::unique_ptr<ImapSession> play(const QByteArray &script, accounts::TlsMode mode = accounts::TlsMode::Implicit)
    {
        m_server = std::make_unique<ScriptedServer>(QByteArrayList{script});
        accounts::ServerEndpoint endpoint;
        endpoint.host = ScriptedServer::host();
        endpoint.port = m_server->port();
        endpoint.tls = mode;
        endpoint.user = QStringLiteral("rep");
        return makeImapSessionFactory({testCaFile()})(endpoint);
    }
    std::unique_ptr<ImapSession> playSelected(const QByteArray &script)
    {
        auto session = play(kSelect + script);
        const auto signedIn = session->connect({}) ? session->login(Secret("pw"), {}) : Result<void>();
        if (!signedIn)
            qWarning("%s / %s", qPrintable(signedIn.error().detail), qPrintable(m_server->failure()));
        if (!signedIn || !session->select("INBOX", {}))
            return nullptr;
        return session;
    }
    /// The script was played to its end and nothing else.
    bool finished(std::unique_ptr<ImapSession> &session)
    {
        session.reset();
        return m_server->finish();
    }

#define VERIFY_FINISHED(session) QVERIFY2(finished(session), qPrintable(m_server->failure()))

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
            "S: <tag> OK go\nR: * CAPABILITY IMAP4rev1 AUTH=PLAIN\\r\\n",
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
        auto session = play(script, startTls ? accounts::TlsMode::StartTls : accounts::TlsMode::Implicit);
        const auto result = session->connect({});
        QVERIFY(!result);
        QTEST(result.error().kind, "kind");
        QTEST(result.error().cause, "cause");
        // Dead for good: nothing of it goes out later.
        QVERIFY(!session->login(Secret("pw"), {}));
        VERIFY_FINISHED(session);
        for (const QByteArray &line : m_server->received())
            QVERIFY(!line.contains("LOGIN") && !line.contains("AUTHENTICATE"));
    }

    void startTls_capabilitiesBefore_areForgotten()
    {
        auto session = play("S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR IDLE X-LIE] hi\n"
                            "C: <tag> STARTTLS\nS: <tag> OK go\nTLS\n"
                            "C: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: <tag> OK x",
            accounts::TlsMode::StartTls);
        QVERIFY(session->connect({}));
        QVERIFY(session->stream().isEncrypted());
        QVERIFY(!session->capabilities().idle);
        QCOMPARE(session->capabilities().all, (QByteArrayList{"IMAP4REV1", "AUTH=PLAIN"}));
        VERIFY_FINISHED(session);
    }

    void login_wrongPassword_isTriedOnceOnly()
    {
        auto session = play("TLS\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5] hi\n"
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
        auto session = play("TLS\nS: * OK [CAPABILITY IMAP4rev1 " + capabilities + "] hi\n" + dialogue
            + "S: <tag> OK in\nC: <tag> CAPABILITY\nS: * CAPABILITY IMAP4rev1 MOVE\nS: <tag> OK x");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("p\xc3\xa4 \"\""), {});
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QVERIFY(session->capabilities().move);
        VERIFY_FINISHED(session);
    }

    void login_nothingUsable_sendsNothing()
    {
        auto session = play("TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2] hi");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Auth);
        QCOMPARE(result.error().cause, QByteArray("mechanism-missing"));
        VERIFY_FINISHED(session);
    }

    void login_lineBreakInPassword_sendsNothing()
    {
        auto session = play(kGreeting);
        QVERIFY(session->connect({}));
        for (const std::string_view bad : {std::string_view("a\r\nI9 DELETE x"), std::string_view("a\0b", 3)})
            QCOMPARE(session->login(Secret(bad), {}).error().kind, ErrorKind::Config);
        VERIFY_FINISHED(session);
    }

    void login_scramServerThatProvesNothing_isNoLogin()
    {
        auto session = play("TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256 SASL-IR] hi\n"
                            "C: <tag> AUTHENTICATE SCRAM-SHA-256 *\nS: <tag> OK trust me");
        QVERIFY(session->connect({}));
        const auto result = session->login(Secret("pw"), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        VERIFY_FINISHED(session);
    }

    void login_busyServer_isNoAuthError()
    {
        auto session = play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
                                        "S: <tag> NO [UNAVAILABLE] Temporary authentication failure.");
        QVERIFY(session->connect({}));
        const Error error = session->login(Secret("pw"), {}).error();
        QCOMPARE(error.kind, ErrorKind::ServerRefused);
        QCOMPARE(error.cause, QByteArray("server-busy"));
        VERIFY_FINISHED(session);
    }

    void login_sendsIdWhereOffered()
    {
        auto session = play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
                                        "S: <tag> OK [CAPABILITY IMAP4rev1 ID] in\n"
                                        "C: <tag> ID (\"name\" \"Inlet\" \"version\" \"*\")\n"
                                        "S: * ID NIL\nS: <tag> NO why");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        VERIFY_FINISHED(session);
    }

    void select_readsItsCodes()
    {
        auto session = play(kSelect);
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        const auto state = session->select("INBOX", {});
        QVERIFY(state);
        QCOMPARE(state->uidValidity, UidValidity(7));
        QCOMPARE(state->uidNext, 10U);
        QCOMPARE(state->exists, 3U);
        QCOMPARE(state->highestModSeq, 55U);
        QVERIFY(state->keepsKeywords);
        VERIFY_FINISHED(session);
    }

    void fetch_unsolicitedAnswersInBetween_areTolerated()
    {
        auto session = playSelected("C: <tag> UID FETCH 4,6 (UID FLAGS INTERNALDATE RFC822.SIZE MODSEQ BODY.PEEK[])\n"
                                    "S: * 1 FETCH ()\n"
                                    "S: * 2 FETCH (FLAGS (\\Seen))\n"
                                    "S: * 1 FETCH (UID 4 FLAGS (\\Flagged) MODSEQ (56))\n"
                                    "S: * 9 EXISTS\n"
                                    "S: * 1 RECENT\n"
                                    "R: * 1 FETCH (UID 4 FLAGS () RFC822.SIZE 3 BODY[] {3}\\r\\nabc)\\r\\n\n"
                                    "S: * 3 EXPUNGE\n"
                                    "S: * OK [ALERT] lunch\n"
                                    "R: * 1 FETCH (UID 4 FLAGS () RFC822.SIZE 3 BODY[] {3}\\r\\nxyz)\\r\\n\n"
                                    "R: * 2 FETCH (UID 5 RFC822.SIZE 1 BODY[] {1}\\r\\nz)\\r\\n\n"
                                    "S: * 3 FETCH (UID 6 RFC822.SIZE 1 BODY[] NIL)\n"
                                    "S: <tag> OK [EXPUNGEISSUED] done");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        const std::vector<ImapUid> uids{ImapUid(4), ImapUid(6)};
        QVERIFY(session->fetchBodies(uids, {}, into(rows), {}));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).uid, ImapUid(4));
        QCOMPARE(rows.at(0).body, QByteArray("abc"));
        QCOMPARE(rows.at(1).uid, ImapUid(6));
        QVERIFY(!rows.at(1).hasBody);
        const IdleEvents said = session->takeUnsolicited();
        QVERIFY(said.exists && said.expunge && said.flags);
        VERIFY_FINISHED(session);
    }

    void fetch_severalCommandsAreInFlight()
    {
        // All four are there before the first is answered.
        QByteArray script;
        for (int uid = 6; uid > 2; --uid)
            script += "C: I" + QByteArray::number(9 - uid) + " UID FETCH " + QByteArray::number(uid) + " *\n";
        for (int uid = 6; uid > 2; --uid)
            script += "S: * 1 FETCH (UID " + QByteArray::number(uid) + " BODY[] \"x\")\nS: I"
                + QByteArray::number(9 - uid) + " OK x\n";
        script += "C: I7 UID FETCH 2 *\nS: I7 NO [EXPUNGEISSUED] gone\n";
        auto session = playSelected(script);
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(6), ImapUid(5), ImapUid(4), ImapUid(3), ImapUid(2)};
        const std::vector<qint64> sizes(5, 9'000'000);
        QList<FetchedMessage> rows;
        QVERIFY(session->fetchBodies(uids, sizes, into(rows), {}));
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.first().uid, ImapUid(6));
        VERIFY_FINISHED(session);
    }

    void fetch_refused_readsTheOthersFirst()
    {
        auto session = playSelected("C: I3 UID FETCH 2 *\nC: I4 UID FETCH 1 *\n"
                                    "S: I3 NO [UNAVAILABLE] later\n"
                                    "S: * 1 FETCH (UID 1 BODY[] \"x\")\nS: I4 OK x\n"
                                    "C: <tag> NOOP\nS: <tag> OK x");
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(2), ImapUid(1)};
        const std::vector<qint64> sizes(2, 9'000'000);
        QList<FetchedMessage> rows;
        const auto result = session->fetchBodies(uids, sizes, into(rows), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::ServerRefused);
        QCOMPARE(rows.size(), 1);
        QVERIFY(session->noop({}));
        VERIFY_FINISHED(session);
    }

    void fetch_connectionLostAfterLiteral_isNetwork()
    {
        auto session = playSelected("C: <tag> UID FETCH 1 *\n"
                                    "R: * 1 FETCH (UID 1 BODY[] {10}\\r\\nabc\nX");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        const std::vector<ImapUid> uids{ImapUid(1)};
        const auto result = session->fetchBodies(uids, {}, into(rows), {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QVERIFY(rows.isEmpty());
        VERIFY_FINISHED(session);
    }

    void answerToAnotherTag_isProtocol()
    {
        auto session = playSelected("C: <tag> NOOP\nS: I999 OK x");
        QVERIFY(session);
        const auto result = session->noop({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        VERIFY_FINISHED(session);
    }

    void bye_duringACommand_isNetworkWithItsReason()
    {
        auto session = playSelected("C: <tag> NOOP\nS: * BYE Session invalidated - AccessTokenExpired\nI");
        QVERIFY(session);
        const auto result = session->noop({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(result.error().cause, QByteArray("token-expired"));
        VERIFY_FINISHED(session);
    }

    void fetchFlags_asksOnlyForChanges()
    {
        auto session = playSelected("C: <tag> UID FETCH 5:* (UID FLAGS MODSEQ) (CHANGEDSINCE 50)\n"
                                    "S: * 1 FETCH (UID 4 FLAGS () MODSEQ (51))\n"
                                    "S: * 3 FETCH (UID 9 FLAGS (\\Seen) MODSEQ (52))\nS: <tag> OK x");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        QVERIFY(session->fetchFlags(ImapUid(5), 50, into(rows), {}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().uid, ImapUid(9));
        VERIFY_FINISHED(session);
    }

    void move_withoutMove_expungesOnlyItsOwn()
    {
        auto session = playSelected("C: <tag> UID COPY 4,6 Archive\nS: <tag> OK [COPYUID 9 4,6 21:22] x\n"
                                    "C: <tag> UID STORE 4,6 +FLAGS.SILENT (\\Deleted)\nS: <tag> OK x\n"
                                    "C: <tag> UID EXPUNGE 4,6\nS: * 1 EXPUNGE\nS: * 1 EXPUNGE\nS: <tag> OK x");
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(6), ImapUid(4)};
        const auto moved = session->move(uids, "Archive", {});
        QVERIFY(moved);
        QCOMPARE(moved->size(), 2);
        QCOMPARE(moved->at(0).uid, ImapUid(22));
        QCOMPARE(moved->at(1).uid, ImapUid(21));
        QCOMPARE(moved->at(0).uidValidity, UidValidity(9));
        QVERIFY(!session->takeUnsolicited().expunge);
        VERIFY_FINISHED(session);
    }

    void move_lyingCopyuid_isIgnored()
    {
        auto session = playSelected("C: <tag> UID COPY 4 Archive\nS: <tag> OK [COPYUID 9 1:4294967295 7] x\n"
                                    "C: <tag> UID STORE *\nS: <tag> OK x\nC: <tag> UID EXPUNGE 4\nS: <tag> OK x");
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(4)};
        const auto moved = session->move(uids, "Archive", {});
        QVERIFY(moved && moved->isEmpty());
        VERIFY_FINISHED(session);
    }

    void append_refusedBeforeTheLiteral_sessionGoesOn()
    {
        auto session = playSelected("C: <tag> APPEND Nowhere (\\Seen) {5}\nS: <tag> NO [TRYCREATE] no\n"
                                    "C: <tag> APPEND Sent () {5}\nS: + go\nC{5}\nC: \n"
                                    "S: * 4 EXISTS\nS: <tag> OK [APPENDUID 38505 3955] done");
        QVERIFY(session);
        QCOMPARE(session->append("Nowhere", "12345", {"\\Seen"}, {}).error().kind, ErrorKind::NotFound);
        const auto added = session->append("Sent", "12345", {}, {});
        QVERIFY(added && added->has_value());
        QCOMPARE((*added)->uid, ImapUid(3955));
        QCOMPARE(m_server->received().last(), QByteArray());
        VERIFY_FINISHED(session);
    }

    void commands_cannotBeInjected()
    {
        auto session = playSelected("");
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(1)};
        QCOMPARE(session->storeFlags(uids, FlagChange::Add, {"x)\r\nI9 DELETE a"}, {}).error().kind,
            ErrorKind::Config);
        QCOMPARE(session->append("Sent", "x", {"a b"}, {}).error().kind, ErrorKind::Config);
        QCOMPARE(session->select("a\r\nI9 DELETE a", {}).error().kind, ErrorKind::Config);
        QCOMPARE(session->createFolder("a\nb", {}).error().kind, ErrorKind::Config);
        QCOMPARE(session->status(QByteArray(), {}).error().kind, ErrorKind::Config);
        QVERIFY(session->searchMessageId(QStringLiteral("a\r\nb"), {})->isEmpty());
        VERIFY_FINISHED(session);
    }

    void search_byMessageId_isLookedAt()
    {
        auto session = playSelected("C: <tag> UID SEARCH HEADER Message-ID a@x\nS: * SEARCH 2 5 8\nS: <tag> OK x\n"
                                    "C: <tag> UID FETCH 2,5,8 (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])\n"
                                    "R: * 1 FETCH (UID 2 BODY[HEADER.FIELDS (MESSAGE-ID)] {25}\\r\\nMessage-ID:\\r\\n <a@x>\\r\\n\\r\\n\\r\\n)\\r\\n\n"
                                    "S: * 2 FETCH (UID 5 BODY[HEADER.FIELDS (MESSAGE-ID)] \"Message-ID: <ba@x>\")\n"
                                    "S: <tag> OK x");
        QVERIFY(session);
        const auto found = session->searchMessageId(QStringLiteral("a@x"), {});
        QVERIFY(found);
        QCOMPARE(*found, QList<ImapUid>{ImapUid(2)});
        VERIFY_FINISHED(session);
    }

    void listFolders_refusedExtension_fallsBack()
    {
        auto session = play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
                                        "S: <tag> OK [CAPABILITY IMAP4rev1 SPECIAL-USE LIST-EXTENDED] in\n"
                                        "C: <tag> LIST \"\" \"*\" RETURN (SPECIAL-USE)\nS: <tag> BAD what\n"
                                        "C: <tag> LIST \"\" \"*\"\n"
                                        "S: * LIST () \"/\" INBOX\n"
                                        "S: * LIST (\\Noselect \\Sent) \"/\" Box\n"
                                        "S: * LIST () \"/\" \"Gesendet\"\n"
                                        "S: * LIST () \"/\" \"Gesendet\"\n"
                                        "S: <tag> OK x");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        const auto folders = session->listFolders({});
        QVERIFY(folders);
        QCOMPARE(folders->size(), 3);
        QCOMPARE(folders->at(1).role, FolderRole::None);
        QCOMPARE(folders->at(2).role, FolderRole::Sent);
        VERIFY_FINISHED(session);
    }

    void idle_endedByTheServer_isBye()
    {
        auto session = playSelected("C: <tag> IDLE\nS: + idling\nS: * 4 EXISTS\nS: * OK Still here\nS: <tag> OK enough");
        QVERIFY(session);
        QVERIFY(session->startIdle({}));
        IdleEvents all;
        for (int round = 0; round < 1000 && !all.bye; ++round) {
            const auto events = session->readIdle({});
            QVERIFY(events);
            all.exists |= events->exists;
            all.bye |= events->bye;
        }
        QVERIFY(all.exists && all.bye);
        VERIFY_FINISHED(session);
    }

    void idle_halfALine_doesNotBlock()
    {
        auto session = playSelected("C: <tag> IDLE\nS: + idling\nR: * 4 EXI\nC: DONE\nR: STS\\r\\n\nS: <tag> OK x");
        QVERIFY(session);
        QVERIFY(session->startIdle({}));
        for (int round = 0; round < 50; ++round) {
            const auto events = session->readIdle({});
            QVERIFY(events && !events->exists);
        }
        QVERIFY(session->endIdle({}));
        QVERIFY(session->takeUnsolicited().exists);
        VERIFY_FINISHED(session);
    }

    void idle_refused_sessionGoesOn()
    {
        auto session = playSelected("C: <tag> IDLE\nS: <tag> NO not here\nC: <tag> NOOP\nS: <tag> OK x");
        QVERIFY(session);
        QCOMPARE(session->startIdle({}).error().kind, ErrorKind::ServerRefused);
        QVERIFY(session->noop({}));
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SessionScript)
#include "tst_SessionScript.moc"
