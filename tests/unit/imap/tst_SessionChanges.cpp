// SPDX-License-Identifier: GPL-3.0-or-later
// What changed, and what is changed: flags, resync, moves, labels.
#include "ScriptedSession.h"
#include "imap/values/LabelFlag.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

class tst_SessionChanges : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_script;

private Q_SLOTS:
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
};

INLET_TEST(tst_SessionChanges)
#include "tst_SessionChanges.moc"
