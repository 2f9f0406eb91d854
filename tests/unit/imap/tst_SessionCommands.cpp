// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedSession.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

/// Commands, and answers that no real server gives on demand.
class tst_SessionCommands : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_script;

private Q_SLOTS:
    void select_readsItsCodes()
    {
        auto session = m_script.play(kSelect);
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
        auto session = m_script.playSelected("C: <tag> UID FETCH 4,6 (UID FLAGS INTERNALDATE RFC822.SIZE MODSEQ BODY.PEEK[])\n"
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

    void slice_isPartOfOneMessage()
    {
        auto session = m_script.playSelected("C: <tag> UID FETCH 4 (UID BODY.PEEK[]<0.3>)\n"
                                    "S: * 2 FETCH (UID 4 FLAGS (\\Seen))\n"
                                    "R: * 2 FETCH (UID 4 BODY[]<0> {3}\\r\\nabc)\\r\\n\n"
                                    "S: <tag> OK done\n"
                                    "C: <tag> UID FETCH 4 (UID BODY.PEEK[]<3.3>)\n"
                                    "S: * 2 FETCH (UID 4 BODY[]<3> \"\")\n"
                                    "S: <tag> OK done\n"
                                    "C: <tag> UID FETCH 4 (UID BODY.PEEK[]<3.3>)\n"
                                    "S: * 2 FETCH (UID 4 BODY[]<3> NIL)\n"
                                    "S: <tag> OK done\n"
                                    "C: <tag> UID FETCH 4 (UID BODY.PEEK[]<3.3>)\n"
                                    "S: <tag> NO [EXPUNGEISSUED] gone\n"
                                    "C: <tag> UID FETCH 4 (UID BODY.PEEK[]<3.3>)\n"
                                    "S: <tag> NO not now\n"
                                    "C: <tag> UID FETCH 4 (UID BODY.PEEK[]<3.3>)\n"
                                    "S: * 2 FETCH (UID 4 BODY[]<0> \"abc\")\n"
                                    "S: <tag> OK done");
        QVERIFY(session);
        QCOMPARE(session->fetchSlice(ImapUid(4), {}, 0, 3, {}).value_or(QByteArray()), QByteArray("abc"));
        for (int i = 0; i < 2; ++i) {
            const auto end = session->fetchSlice(ImapUid(4), {}, 3, 3, {});
            QVERIFY(end && end->isEmpty());
        }
        const auto gone = session->fetchSlice(ImapUid(4), {}, 3, 3, {});
        QVERIFY(!gone && gone.error().kind == ErrorKind::NotFound);
        const auto refused = session->fetchSlice(ImapUid(4), {}, 3, 3, {});
        QVERIFY(!refused && refused.error().kind == ErrorKind::ServerRefused);
        const auto another = session->fetchSlice(ImapUid(4), {}, 3, 3, {});
        QVERIFY(!another && another.error().kind == ErrorKind::Protocol);
        VERIFY_FINISHED(session);
    }

    void sections_onlyWhatWasAskedForIsKept_eachOnce_andNotTooMuch()
    {
        constexpr int kMuch = 3'000'000;
        const QByteArray much = QByteArray::number(kMuch) + "}\\r\\n" + QByteArray(kMuch, 'x');
        auto session = m_script.playSelected("C: <tag> UID FETCH 4 (UID BODY.PEEK[1.MIME] BODY.PEEK[1] BODY.PEEK[2])\n"
                                    "S: * 2 FETCH (UID 4 BODY[9] \"no\" BODY[1.mime] \"head\")\n"
                                    "R: * 2 FETCH (UID 4 BODY[1.MIME] \"other\" BODY[1] {" + much + ")\\r\\n\n"
                                    "R: * 2 FETCH (UID 4 BODY[2] {" + much + ")\\r\\n\n"
                                    "S: <tag> OK done");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        const std::vector<SectionsWanted> wanted{{ImapUid(4), {"1.MIME", "1", "2"}}};
        QVERIFY(session->fetchSections(wanted, into(rows), {}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().uid, ImapUid(4));
        QCOMPARE(rows.first().sections.size(), 2);
        QCOMPARE(rows.first().sections.value("1.MIME"), QByteArray("head"));
        QCOMPARE(rows.first().sections.value("1").size(), kMuch);
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
        auto session = m_script.playSelected(script);
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
        auto session = m_script.playSelected("C: I3 UID FETCH 2 *\nC: I4 UID FETCH 1 *\n"
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

    void fetch_oneUnreadableMessage_theOthersCome()
    {
        auto session = m_script.playSelected("C: <tag> UID FETCH 1:4 *\nS: * 1 FETCH (UID 1 BODY[] \"a\")\nS: <tag> NO cannot\n"
                                    "C: I4 UID FETCH 1:2 *\nC: I5 UID FETCH 3:4 *\n"
                                    "S: * 1 FETCH (UID 1 BODY[] \"a\")\nS: * 2 FETCH (UID 2 BODY[] \"b\")\nS: I4 OK x\n"
                                    "S: I5 BAD cannot\n"
                                    "C: I6 UID FETCH 3 *\nC: I7 UID FETCH 4 *\n"
                                    "S: I6 NO cannot\nS: * 4 FETCH (UID 4 BODY[] \"d\")\nS: I7 OK x\n");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        const std::vector<ImapUid> uids{ImapUid(1), ImapUid(2), ImapUid(3), ImapUid(4)};
        QVERIFY(session->fetchBodies(uids, {}, into(rows), {}));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.last().uid, ImapUid(4));
        VERIFY_FINISHED(session);
    }

    void fetch_allRefused_isServerRefused()
    {
        auto session = m_script.playSelected("C: <tag> UID FETCH 1:2 *\nS: <tag> NO no\n"
                                    "C: I4 UID FETCH 1 *\nC: I5 UID FETCH 2 *\nS: I4 NO no\nS: I5 NO no");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        const std::vector<ImapUid> uids{ImapUid(1), ImapUid(2)};
        QCOMPARE(session->fetchMeta(uids, into(rows), {}).error().kind, ErrorKind::ServerRefused);
        VERIFY_FINISHED(session);
    }

    void fetch_connectionLostAfterLiteral_isNetwork()
    {
        auto session = m_script.playSelected("C: <tag> UID FETCH 1 *\n"
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
        auto session = m_script.playSelected("C: <tag> NOOP\nS: I999 OK x");
        QVERIFY(session);
        const auto result = session->noop({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        VERIFY_FINISHED(session);
    }

    void bye_duringACommand_isNetworkWithItsReason()
    {
        auto session = m_script.playSelected("C: <tag> NOOP\nS: * BYE Session invalidated - AccessTokenExpired\nI");
        QVERIFY(session);
        const auto result = session->noop({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(result.error().cause, QByteArray("token-expired"));
        VERIFY_FINISHED(session);
    }

    /// Courier's words tell a folder that exists from one that it will not make in nothing.
    void createFolder_refusedWithoutReason_isLookedFor()
    {
        auto session = m_script.playSelected("C: <tag> CREATE INBOX.Archive\nS: <tag> NO Cannot create this folder.\n"
                                    "C: <tag> STATUS INBOX.Archive (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)\n"
                                    "S: * STATUS INBOX.Archive (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 3)\nS: <tag> OK done\n"
                                    "C: <tag> SUBSCRIBE INBOX.Archive\nS: <tag> OK done\n"
                                    "C: <tag> CREATE Archive\nS: <tag> NO Cannot create this folder.\n"
                                    "C: <tag> STATUS Archive (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)\n"
                                    "S: <tag> NO Mailbox does not exist");
        QVERIFY(session);
        QVERIFY(session->createFolder("INBOX.Archive", {}));
        const auto refused = session->createFolder("Archive", {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::ServerRefused);
        QCOMPARE(refused.error().serverReply, QByteArray("NO Cannot create this folder."));
        VERIFY_FINISHED(session);
    }

    void append_refusedBeforeTheLiteral_sessionGoesOn()
    {
        auto session = m_script.playSelected("C: <tag> APPEND Nowhere (\\Seen) {5}\nS: <tag> NO [TRYCREATE] no\n"
                                    "C: <tag> APPEND Sent () {5}\nS: + go\nC{5}\nC: \n"
                                    "S: * 4 EXISTS\nS: <tag> OK [APPENDUID 38505 3955] done");
        QVERIFY(session);
        QCOMPARE(session->append("Nowhere", "12345", {"\\Seen"}, {}).error().kind, ErrorKind::NotFound);
        const auto added = session->append("Sent", "12345", {}, {});
        QVERIFY(added && added->has_value());
        QCOMPARE((*added)->uid, ImapUid(3955));
        QCOMPARE(m_script.server().received().last(), QByteArray());
        VERIFY_FINISHED(session);
    }

    void commands_cannotBeInjected()
    {
        auto session = m_script.playSelected("");
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
        auto session = m_script.playSelected("C: <tag> UID SEARCH HEADER Message-ID a@x\nS: * SEARCH 2 5 8\nS: <tag> OK x\n"
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
        auto session = m_script.play(kGreeting + "C: <tag> AUTHENTICATE PLAIN *\n"
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
};

INLET_TEST(tst_SessionCommands)
#include "tst_SessionCommands.moc"
