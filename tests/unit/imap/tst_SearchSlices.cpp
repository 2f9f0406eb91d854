// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedSession.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;
using namespace inlet::test;

/// The answer to a search is one line, which has an end.
class tst_SearchSlices : public QObject
{
    Q_OBJECT

private:
    ScriptedSession m_script;

private Q_SLOTS:
    void all_largeFolder_isAskedInSlices_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("exists");
        QTest::addColumn<QByteArray>("dialogue");
        QTest::newRow("one line") << QByteArray("IDLE") << QByteArray("80000")
                                  << QByteArray("C: <tag> UID SEARCH ALL\nS: * SEARCH 3 150000 299999\nS: <tag> OK x\n");
        QTest::newRow("lines") << QByteArray("IDLE") << QByteArray("80001")
                               << QByteArray("C: <tag> UID SEARCH UID 1:80000 ALL\nS: * SEARCH 3\nS: <tag> OK x\n"
                                             "C: <tag> UID SEARCH UID 80001:160000 ALL\nS: * SEARCH 150000\nS: <tag> OK x\n"
                                             "C: <tag> UID SEARCH UID 160001:240000 ALL\nS: * SEARCH\nS: <tag> OK x\n"
                                             "C: <tag> UID SEARCH UID 240001:* ALL\nS: * SEARCH 299999\nS: <tag> OK x\n");
        QTest::newRow("one set") << QByteArray("ESEARCH") << QByteArray("80000")
                                 << QByteArray("C: <tag> UID SEARCH RETURN (ALL) ALL\n"
                                               "S: * ESEARCH (TAG \"<tag>\") UID ALL 3,150000,299999\nS: <tag> OK x\n");
        QTest::newRow("sets") << QByteArray("ESEARCH") << QByteArray("80001")
                              << QByteArray("C: <tag> UID SEARCH RETURN (ALL) UID 1:140000 ALL\nS: * ESEARCH UID ALL 3\nS: <tag> OK x\n"
                                            "C: <tag> UID SEARCH RETURN (ALL) UID 140001:280000 ALL\n"
                                            "S: * ESEARCH UID ALL 150000\nS: <tag> OK x\n"
                                            "C: <tag> UID SEARCH RETURN (ALL) UID 280001:* ALL\n"
                                            "S: * ESEARCH UID ALL 299999\nS: <tag> OK x\n");
    }
    void all_largeFolder_isAskedInSlices()
    {
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, exists);
        QFETCH(QByteArray, dialogue);
        const QByteArray select = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\nS: <tag> OK [CAPABILITY IMAP4rev1 "
            + offered + "] in\nC: <tag> SELECT INBOX\nS: * " + exists
            + " EXISTS\nS: * OK [UIDVALIDITY 7] x\nS: * OK [UIDNEXT 300000] x\nS: <tag> OK [READ-WRITE] done\n";
        auto session = m_script.playSelected(select, dialogue);
        QVERIFY(session);
        const auto uids = session->searchSince({}, {});
        QVERIFY(uids);
        QCOMPARE(*uids, (QList<ImapUid>{ImapUid(3), ImapUid(150'000), ImapUid(299'999)}));
        VERIFY_FINISHED(session);
    }

    void find_speaksTheLanguageOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("any") << QByteArray("IDLE")
                             << QByteArray("UID SEARCH UID 5:900 TEXT pricing NOT SUBJECT \"out of office\" OR TO anna CC anna SINCE 2-Mar-2025 LARGER 500");
        QTest::newRow("Gmail") << QByteArray("X-GM-EXT-1")
                               << QByteArray("UID SEARCH UID 5:900 X-GM-RAW \"\\\"pricing\\\" -subject:\\\"out of office\\\" "
                                             "{to:\\\"anna\\\" cc:\\\"anna\\\"} after:2025/3/2 larger:500\"");
    }
    void find_speaksTheLanguageOfTheServer()
    {
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, command);
        using Field = FindQuery::Field;
        const QByteArray select = kGreeting + "C: <tag> AUTHENTICATE PLAIN AHJlcABwdw==\nS: <tag> OK [CAPABILITY IMAP4rev1 " + offered
            + "] in\nC: <tag> SELECT INBOX\nS: * 9 EXISTS\nS: * OK [UIDVALIDITY 7] x\nS: * OK [UIDNEXT 1000] x\nS: <tag> OK [READ-WRITE] done\n";
        // What is outside of the range is no answer.
        auto session = m_script.playSelected(select, "C: <tag> " + command + "\nS: * SEARCH 901 7 5\nS: <tag> OK x\n");
        QVERIFY(session);
        const auto uids = session->find({{{QStringLiteral("pricing"), Field::Text}, {QStringLiteral("out of office"), Field::Subject, true},
                                             {QStringLiteral("anna"), Field::To}},
                                            QDate(2025, 3, 2), {}, 500},
            {ImapUid(5), ImapUid(900)}, {});
        QVERIFY2(bool(uids), uids ? "" : qPrintable(uids.error().detail));
        QCOMPARE(*uids, (QList<ImapUid>{ImapUid(5), ImapUid(7)}));
        VERIFY_FINISHED(session);
    }
};

INLET_TEST(tst_SearchSlices)
#include "tst_SearchSlices.moc"
