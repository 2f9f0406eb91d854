// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Csv.h"
#include "accounts/FleetCsv.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::accounts;

class tst_FleetCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodList_isRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray comma =
            "email,name,password,imap,smtp,history\r\n"
            "ann@ACME.test,\"Ann \"\"A\"\" Lee, Sales\",\"p,\"\"w\"\" \",imap.acme.test:993:tls,"
            "smtp.acme.test:587:starttls,1y\r\n"
            "bob@acme.test,,pw2,,,\r\n";
        QTest::newRow("RFC 4180") << comma;
        QTest::newRow("BOM") << "\xef\xbb\xbf" + comma;
        QTest::newRow("LF") << QByteArray(comma).replace("\r\n", "\n");
        QTest::newRow("CR") << QByteArray(comma).replace("\r\n", "\r");
        QTest::newRow("no line end at the end") << comma.chopped(2);
        QTest::newRow("empty lines")
            << "\r\n\r\n" + QByteArray(comma).replace("\r\n", "\r\n\r\n \r\n");
        QByteArray utf16("\xff\xfe", 2);
        const QString wide = QString::fromUtf8(comma);
        utf16 += QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
        QTest::newRow("UTF-16 of a spreadsheet") << utf16;
        QTest::newRow("other order and case, semicolons") << QByteArray(
            "History; SMTP;Password;extra;EMAIL;Name;imap\n"
            "1Y;smtp.acme.test:587:starttls;\"p,\"\"w\"\" \";x;ann@ACME.test;\"Ann \"\"A\"\" Lee, "
            "Sales\";imap.acme.test:993:tls\n;;pw2;;bob@acme.test\n");
        QTest::newRow("tabs") << QByteArray(
            "email\tpassword\tname\timap\tsmtp\thistory\n"
            "ann@ACME.test\t\"p,\"\"w\"\" \"\t\"Ann \"\"A\"\" Lee, Sales\"\t"
            "imap.acme.test:993:tls\tsmtp.acme.test:587:starttls\t1y\n"
            "bob@acme.test\tpw2\n");
    }

    void goodList_isRead()
    {
        QFETCH(QByteArray, text);
        const Fleet fleet = parseFleet(text);
        QCOMPARE(fleet.problem, QString());
        QCOMPARE(fleet.rows.size(), 2);
        const FleetRow &ann = fleet.rows.at(0);
        QCOMPARE(ann.problem, QString());
        QCOMPARE(ann.account.email, QStringLiteral("ann@acme.test"));
        QCOMPARE(ann.account.displayName, QStringLiteral("Ann \"A\" Lee, Sales"));
        QVERIFY(ann.password.equals(Secret("p,\"w\" ")));
        QCOMPARE(formatEndpoint(ann.account.imap), QStringLiteral("imap.acme.test:993:tls"));
        QCOMPARE(ann.account.smtp.user, QStringLiteral("ann@acme.test"));
        QCOMPARE(ann.account.history, HistoryWindow::Year1);
        const FleetRow &bob = fleet.rows.at(1);
        QCOMPARE(bob.problem, QString());
        QVERIFY(bob.password.equals(Secret("pw2")));
        QVERIFY(bob.account.imap.host.isEmpty());
        QCOMPARE(bob.account.history, HistoryWindow::Days90);
    }

    void lines_areThoseOfTheText()
    {
        const Fleet fleet =
            parseFleet("email,name\n\na@b.test,\"two\nlines\"\nc@d.test,x\nnonsense,y\n");
        QCOMPARE(fleet.rows.size(), 3);
        QCOMPARE(fleet.rows.at(0).line, 3);
        QVERIFY(!fleet.rows.at(0).problem.isEmpty()); // a line end in a name
        QCOMPARE(fleet.rows.at(1).line, 5);
        QVERIFY(fleet.rows.at(1).problem.isEmpty());
        QCOMPARE(fleet.rows.at(2).line, 6);
        QVERIFY(!fleet.rows.at(2).problem.isEmpty());
    }

    void badRow_hasAProblem_andNoPassword_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("no address") << QByteArray(",n,pw,,,");
        QTest::newRow("no address at all") << QByteArray("garbage");
        QTest::newRow("two ats") << QByteArray("a@b@c,n,pw,,,");
        QTest::newRow("line end in address") << QByteArray("\"a@b.test\r\nBcc: x@y\",n,pw,,,");
        QTest::newRow("right-to-left name") << QByteArray("a@b.test,\xe2\x80\xae"
                                                          "evil,pw,,,");
        QTest::newRow("control in name") << QByteArray("a@b.test,x\x07y,pw,,,");
        QTest::newRow("not UTF-8") << QByteArray("a@b.test,\xff\xfe,pw,,,");
        QTest::newRow("huge name") << "a@b.test," + QByteArray(100000, 'x') + ",pw,,,";
        QTest::newRow("huge password") << "a@b.test,n," + QByteArray(100000, 'x') + ",,,";
        QTest::newRow("password with line end") << QByteArray("a@b.test,n,\"p\r\nw\",,,");
        QTest::newRow("null in password") << QByteArray("a@b.test,n,p\0w,,,", 18);
        QTest::newRow("server without encryption")
            << QByteArray("a@b.test,n,pw,imap.b.test:143:plain,,");
        QTest::newRow("server without port") << QByteArray("a@b.test,n,pw,,smtp.b.test,");
        QTest::newRow("history") << QByteArray("a@b.test,n,pw,,,forever");
        QTest::newRow("open quote") << QByteArray("a@b.test,\"n,pw,,,");
        QTest::newRow("text after quote") << QByteArray("a@b.test,\"n\"x,pw,,,");
        QTest::newRow("too many fields") << "a@b.test,n,pw,,," + QByteArray(200, ',');
        QTest::newRow("endless fields") << "a@b.test,n,pw,,," + QByteArray(500000, ',');
    }

    void badRow_hasAProblem_andNoPassword()
    {
        QFETCH(QByteArray, row);
        const Fleet fleet = parseFleet("email,name,password,imap,smtp,history\n" + row);
        QCOMPARE(fleet.rows.size(), 1);
        const FleetRow &bad = fleet.rows.first();
        QVERIFY(!bad.problem.isEmpty());
        QVERIFY(bad.problem.size() < 400);
        QVERIFY(bad.password.isEmpty());
        QVERIFY(!bad.problem.contains(QLatin1String("pw")));
        QVERIFY(bad.account.displayName.size() <= 200);
    }

    void tags_areReadFromTheirColumn()
    {
        const Fleet fleet = parseFleet("email,tags\na@b.test,\"team-a, client: Acme\"\nc@d.test, warmup ; Warmup\ne@f.test,\n");
        QCOMPARE(fleet.rows.size(), 3);
        QCOMPARE(fleet.rows.at(0).account.tags, QStringList({QStringLiteral("team-a"), QStringLiteral("client: Acme")}));
        QCOMPARE(fleet.rows.at(1).account.tags, QStringList{QStringLiteral("warmup")});
        QVERIFY(fleet.rows.at(2).account.tags.isEmpty());
    }

    void oneBadRow_doesNotHurtTheOthers()
    {
        const Fleet fleet =
            parseFleet("email,password\na@b.test,1\nbad,2\nA@B.test,3\nc@d.test,4\n");
        QCOMPARE(fleet.rows.size(), 4);
        QVERIFY(fleet.rows.at(0).problem.isEmpty());
        QVERIFY(!fleet.rows.at(1).problem.isEmpty());
        QVERIFY(fleet.rows.at(2).problem.contains(QLatin1String("twice")));
        QVERIFY(fleet.rows.at(3).problem.isEmpty());
    }

    void badList_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n\n\r\n");
        QTest::newRow("no header") << QByteArray("a@b.test,pw\n");
        QTest::newRow("header without email") << QByteArray("name,password\nx,y\n");
        QTest::newRow("column twice") << QByteArray("email,email\na@b.test,c@d.test\n");
        QTest::newRow("only a header") << QByteArray("email,password\n");
        QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff\xfe", 5);
        QTest::newRow("too large") << "email\n" + QByteArray(5 * 1024 * 1024, 'a');
        QTest::newRow("too many lines") << "email\n" + QByteArray("a@b.test\n").repeated(2001);
    }

    void badList_isRefused()
    {
        QFETCH(QByteArray, text);
        const Fleet fleet = parseFleet(text);
        QVERIFY(!fleet.problem.isEmpty());
        QVERIFY(fleet.rows.isEmpty());
    }

    void caller_keepsItsText()
    {
        const QByteArray text("email,password\na@b.test,pw\n");
        const QByteArray copy(text.constData(), text.size());
        QCOMPARE(parseFleet(text).rows.size(), 1);
        QCOMPARE(text, copy);
    }

    void noise_neverCrashes()
    {
        const QByteArray alphabet("\"\"\",;\t\r\n ae@.:\xff\0", 17);
        quint32 state = 1;
        for (int round = 0; round < 3000; ++round) {
            QByteArray noise = "email,password,imap\n";
            for (int i = 0; i < 60; ++i) {
                state = state * 1664525U + 1013904223U;
                noise += alphabet.at(static_cast<qsizetype>(state >> 16) % alphabet.size());
            }
            for (const FleetRow &row : parseFleet(noise).rows)
                QVERIFY(!row.problem.isEmpty() || !row.account.email.isEmpty());
        }
    }
};

INLET_TEST(tst_FleetCsv)
#include "tst_FleetCsv.moc"
