// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/RuleFile.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::engine;
using store::Category;
using Field = store::Rule::Field;

class tst_RuleFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void written_isReadBackWithoutLoss()
    {
        const QList<store::Rule> rules{{{}, Field::Sender, QStringLiteral("mara@acme.test"), Category::Interested, {}},
            {{}, Field::Domain, QStringLiteral("gone.test"), Category::WrongPerson, {}},
            {{}, Field::Subject, QStringLiteral("=unsubscribe, \"now\""), Category::DoNotContact, {}},
            {{}, Field::Words, QStringLiteral("nous n'avons pas besoin"), Category::Unsorted, {}}};
        const RuleImport read = readRuleFile(writeRuleFile(rules));
        QCOMPARE(read.rules, rules);
        QCOMPARE(read.read, rules.size());
        QVERIFY(read.problems.isEmpty());
        QVERIFY(writeRuleFile(rules).contains("'=unsubscribe"));
    }

    void foreignFile_isRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<QList<int>>("problems");
        const QStringList one{QStringLiteral("mail from acme.test is Interested")};
        QTest::newRow("without a header") << QByteArray("domain,acme.test,Interested\n") << one << QList<int>{};
        QTest::newRow("other order, semicolons, byte order mark")
            << QByteArray("\xEF\xBB\xBF" "Category;Note;Pattern;Field\r\ninterested;x;@Acme.test;DOMAIN\r\n") << one << QList<int>{};
        QTest::newRow("comments, empty lines, twice") << QByteArray("# mine\n\n,,\ndomain,acme.test,Interested\ndomain,ACME.test,Not now\n") << one << QList<int>{};
        QTest::newRow("what is wrong is named by line")
            << QByteArray("field,pattern,category\nperson,x,Interested\ndomain,acme.test,Splendid\ndomain,jo@acme.test,Interested\n"
                          "sender,acme.test,Interested\nwords,,Interested\ndomain,acme.test,Interested\nsubject,\"open,Interested\n")
            << one << QList<int>{2, 3, 4, 5, 6, 8};
        QTest::newRow("nothing") << QByteArray() << QStringList() << QList<int>{};
    }
    void foreignFile_isRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, rules);
        QFETCH(QList<int>, problems);
        const RuleImport read = readRuleFile(text);
        QStringList found;
        for (const store::Rule &rule : read.rules)
            found.append(store::describe(rule));
        QCOMPARE(found, rules);
        QList<int> lines;
        for (const auto &problem : read.problems) {
            lines.append(problem.line);
            QVERIFY(!problem.text.isEmpty());
        }
        QCOMPARE(lines, problems);
    }

    void moreThanAThousand_areNamed()
    {
        QByteArray text;
        for (int at = 0; at < 1002; ++at)
            text += "domain,d" + QByteArray::number(at) + ".test,Interested\n";
        const RuleImport read = readRuleFile(text);
        QCOMPARE(read.rules.size(), 1000);
        QCOMPARE(read.problems.size(), 2);
        QCOMPARE(read.problems.first().line, 1001);
    }
};

INLET_TEST(tst_RuleFile)
#include "tst_RuleFile.moc"
