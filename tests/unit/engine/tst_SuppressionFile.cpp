// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SuppressionFile.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::engine;
using store::SuppressionSource;

class tst_SuppressionFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The window does not take it either: it would stop the mail to half of all people.
    void domainOfEverybody_isAProblem()
    {
        const SuppressionImport read = readSuppressionFile("address\ngmail.com\njo@gmail.com\nacme.test\n");
        QCOMPARE(read.read, 2);
        QCOMPARE(read.problems.size(), 1);
        QCOMPARE(read.problems.first().line, 2);
        QVERIFY(read.problems.first().text.contains(QStringLiteral("gmail.com")));
    }

    void written_isReadBackWithoutLoss()
    {
        const QDateTime at(QDate(2026, 8, 3), QTime(9, 0, 0, 120), Qt::UTC);
        const QList<store::Suppression> entries{
            {QStringLiteral("mara@acme.test"), QStringLiteral("asked, \"politely\""), SuppressionSource::OptOut, QStringLiteral("m1@acme.test"), at},
            {QStringLiteral("gone.test"), QStringLiteral("=SUM(A1)"), SuppressionSource::Bounce, {}, at},
            {QStringLiteral("jo@x.test"), {}, SuppressionSource::Rep, {}, at}};
        const SuppressionImport read = readSuppressionFile(writeSuppressionFile(entries));
        QCOMPARE(read.entries, entries);
        QVERIFY(read.problems.isEmpty());
    }

    void formula_isNoFormulaInASpreadsheet()
    {
        const QByteArray text = writeSuppressionFile({{QStringLiteral("a@b.test"), QStringLiteral("=cmd"), SuppressionSource::Rep, {}, {}}});
        QVERIFY(text.contains(",'=cmd,"));
    }

    void foreignList_isRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<int>("problems");
        const QStringList two{QStringLiteral("mara@acme.test"), QStringLiteral("gone.test")};
        QTest::newRow("bare lines") << QByteArray("Mara@Acme.test\n\ngone.test\n") << two << 0;
        QTest::newRow("other columns, semicolons, byte order mark") << QByteArray("\xEF\xBB\xBF" "Name;Email;Reason\r\nMara;mara@acme.test;no\r\n;@gone.test;\r\n") << two << 0;
        QTest::newRow("twice and comments") << QByteArray("# list\nmara@acme.test\nMARA@acme.test\ngone.test\n") << two << 0;
        QTest::newRow("broken lines are named") << QByteArray("mara@acme.test\nnot an address\n\"open\ngone.test") << QStringList{QStringLiteral("mara@acme.test")} << 2;
        QTest::newRow("nothing") << QByteArray() << QStringList() << 0;
    }
    void foreignList_isRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, patterns);
        QFETCH(int, problems);
        const SuppressionImport read = readSuppressionFile(text);
        QStringList found;
        for (const store::Suppression &entry : read.entries) {
            found.append(entry.pattern);
            QCOMPARE(entry.source, SuppressionSource::Import);
        }
        QCOMPARE(found, patterns);
        QCOMPARE(read.problems.size(), problems);
    }
};

INLET_TEST(tst_SuppressionFile)
#include "tst_SuppressionFile.moc"
