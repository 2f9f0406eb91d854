// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedSession.h"
#include "imap/values/LabelFlag.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

namespace
{

ImapSession::TakeMessage into(QList<FetchedMessage> &rows)
{
    return [&rows](FetchedMessage &&row) { rows.append(std::move(row)); };
}

} // namespace

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

    void fetchFlags_asksOnlyForChanges()
    {
        auto session = m_script.playSelected("C: <tag> UID FETCH 5:* (UID FLAGS MODSEQ) (CHANGEDSINCE 50)\n"
                                    "S: * 1 FETCH (UID 4 FLAGS () MODSEQ (51))\n"
                                    "S: * 3 FETCH (UID 9 FLAGS (\\Seen) MODSEQ (52))\nS: <tag> OK x");
        QVERIFY(session);
        QList<FetchedMessage> rows;
        QVERIFY(session->fetchFlags(ImapUid(5), 50, into(rows), {}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().uid, ImapUid(9));
        VERIFY_FINISHED(session);
    }

    void resync_readsVanishedAndFlags_ofThatFolderOnly()
    {
        auto session = m_script.play(kResyncLogin
            + "C: <tag> SELECT INBOX (QRESYNC (7 50))\n"
              "S: * 2 FETCH (UID 3 FLAGS (\\Deleted) MODSEQ (60))\n" // of the folder before
              "S: * OK [CLOSED] x\nS: * 3 EXISTS\nS: * OK [UIDVALIDITY 7] x\nS: * OK [UIDNEXT 20] x\n"
              "S: * OK [HIGHESTMODSEQ 55] x\nS: * VANISHED (EARLIER) 4:6,9\n"
              "S: * 1 FETCH (UID 2 FLAGS (\\Seen) MODSEQ (52))\nS: <tag> OK x\n"
              // Outside of SELECT it counts down, so that the next EXISTS is news.
              "C: <tag> NOOP\nS: * VANISHED 2,8\nS: * 2 EXISTS\nS: <tag> OK x");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        QList<FetchedMessage> rows;
        const auto answer = session->resync("INBOX", {UidValidity(7), 50}, into(rows), {});
        QVERIFY(answer);
        QVERIFY(answer->complete);
        QCOMPARE(answer->vanished, (QList<UidRange>{{ImapUid(4), ImapUid(6)}, {ImapUid(9), ImapUid(9)}}));
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().flags.seen);
        QVERIFY(session->noop({}));
        const IdleEvents events = session->takeUnsolicited();
        QVERIFY(events.expunge);
        QVERIFY(events.exists);
        VERIFY_FINISHED(session);
    }

    void resync_whatCannotBeTrusted_isNotComplete_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("another UIDVALIDITY") << QByteArray("S: * OK [UIDVALIDITY 8] x\nS: * OK [HIGHESTMODSEQ 55] x\n");
        QTest::newRow("no mod-sequences") << QByteArray("S: * OK [UIDVALIDITY 7] x\nS: * OK [NOMODSEQ] x\n");
        QTest::newRow("no set") << QByteArray("S: * OK [UIDVALIDITY 7] x\nS: * OK [HIGHESTMODSEQ 55] x\nS: * VANISHED (EARLIER) 1:*\n");
    }
    void resync_whatCannotBeTrusted_isNotComplete()
    {
        QFETCH(QByteArray, lines);
        auto session = m_script.play(kResyncLogin + "C: <tag> SELECT INBOX (QRESYNC (7 50))\nS: * 3 EXISTS\n"
            + lines + "S: * 1 FETCH (UID 2 FLAGS (\\Seen) MODSEQ (52))\nS: <tag> OK x\n");
        QVERIFY(session->connect({}));
        QVERIFY(session->login(Secret("pw"), {}));
        QList<FetchedMessage> rows;
        const auto answer = session->resync("INBOX", {UidValidity(7), 50}, into(rows), {});
        QVERIFY(answer);
        QVERIFY(!answer->complete);
        QVERIFY(rows.isEmpty());
        VERIFY_FINISHED(session);
    }

    void move_withoutMove_expungesOnlyItsOwn()
    {
        auto session = m_script.playSelected("C: <tag> UID COPY 4,6 Archive\nS: <tag> OK [COPYUID 9 4,6 21:22] x\n"
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
        auto session = m_script.playSelected("C: <tag> UID COPY 4 Archive\nS: <tag> OK [COPYUID 9 1:4294967295 7] x\n"
                                    "C: <tag> UID STORE *\nS: <tag> OK x\nC: <tag> UID EXPUNGE 4\nS: <tag> OK x");
        QVERIFY(session);
        const std::vector<ImapUid> uids{ImapUid(4)};
        const auto moved = session->move(uids, "Archive", {});
        QVERIFY(moved && moved->isEmpty());
        VERIFY_FINISHED(session);
    }

    /// What Gmail says by itself has no labels and must not read as archived.
    void gmail_labelsAreAskedForAndStored()
    {
        const QByteArray select = QByteArray(kSelect).replace("CONDSTORE UIDPLUS]", "CONDSTORE UIDPLUS X-GM-EXT-1]");
        auto session = m_script.playSelected(select,
            "C: <tag> UID FETCH 1:* (UID FLAGS X-GM-LABELS MODSEQ) (CHANGEDSINCE 50)\n"
            "S: * 1 FETCH (UID 3 FLAGS (\\Seen) MODSEQ (60))\n"
            "S: * 1 FETCH (X-GM-LABELS (\\Inbox) UID 3 FLAGS (\\Seen) MODSEQ (60))\n"
            "S: <tag> OK done\n"
            "C: <tag> UID STORE 3 -X-GM-LABELS (\\Inbox)\nS: * 1 FETCH (X-GM-LABELS () UID 3)\nS: <tag> OK done");
        QVERIFY(session);
        QList<QByteArrayList> keywords;
        QVERIFY(session->fetchFlags(ImapUid(1), 50,
            [&](FetchedMessage &&row) { keywords.append(row.flags.keywords); }, {}));
        QCOMPARE(keywords, QList<QByteArrayList>{{"\\Inbox"}});
        const QList<ImapUid> uids{ImapUid(3)};
        QVERIFY(session->storeFlags(uids, FlagChange::Remove, {"\\Inbox"}, {}));
        VERIFY_FINISHED(session);
    }

    /// Their names may hold blanks, quotes and braces, which no flag can.
    void gmail_labelsOfFolders_areWrittenAsStrings()
    {
        const QByteArray select = QByteArray(kSelect).replace("CONDSTORE UIDPLUS]", "CONDSTORE UIDPLUS X-GM-EXT-1]");
        auto session = m_script.playSelected(select,
            "C: <tag> UID STORE 3 +X-GM-LABELS (\\Inbox \"Kunden &- \\\"&AMQ-rzte\\\"\")\nS: <tag> OK done\n"
            "C: <tag> UID STORE 3 -FLAGS.SILENT (\\Seen)\nS: <tag> OK done\n"
            "C: <tag> UID STORE 3 -X-GM-LABELS (Clients/Acme)\nS: <tag> OK done");
        QVERIFY(session);
        const QList<ImapUid> uids{ImapUid(3)};
        QVERIFY(session->storeFlags(uids, FlagChange::Add, {"\\Inbox", labelFlag("Kunden &- \"&AMQ-rzte\"")}, {}));
        QVERIFY(session->storeFlags(uids, FlagChange::Remove, {"\\Seen", labelFlag("Clients/Acme")}, {}));
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

    void idle_endedByTheServer_isBye()
    {
        auto session = m_script.playSelected("C: <tag> IDLE\nS: + idling\nS: * 4 EXISTS\nS: * OK Still here\nS: <tag> OK enough");
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
        auto session = m_script.playSelected("C: <tag> IDLE\nS: + idling\nR: * 4 EXI\nC: DONE\nR: STS\\r\\n\nS: <tag> OK x");
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
        auto session = m_script.playSelected("C: <tag> IDLE\nS: <tag> NO not here\nC: <tag> NOOP\nS: <tag> OK x");
        QVERIFY(session);
        QCOMPARE(session->startIdle({}).error().kind, ErrorKind::ServerRefused);
        QVERIFY(session->noop({}));
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SessionCommands)
#include "tst_SessionCommands.moc"
