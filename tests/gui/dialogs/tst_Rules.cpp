// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/dialogs/RulesPage.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;
using Field = store::Rule::Field;

/// The rules that sort mail, in the settings.
class tst_Rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<FakeEngine>();
        m_prompts = std::make_unique<FakePrompts>();
        desk().rules = {{RuleId(7), Field::Domain, QStringLiteral("acme.test"), store::Category::NotInterested, {}},
            {RuleId(5), Field::Sender, QStringLiteral("mara@nordlicht.test"), store::Category::Interested, {}}};
        m_subject = std::make_unique<ui::RulesPage>(*m_engine, *m_prompts, nullptr);
        m_subject->show();
        QTRY_COMPARE(list()->count(), 2);
    }
    void cleanup() { m_subject.reset(); }

    void rules_areListedInWords()
    {
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Mail from acme.test is Not interested"));
        QCOMPARE(find<QLabel>("ruleCount")->text(), QStringLiteral("2 rules"));
        // Another window makes one.
        desk().rules.append({RuleId(9), Field::Words, QStringLiteral("no budget"), store::Category::NotNow, {}});
        store::ChangeSet changes;
        changes.rules = true;
        Q_EMIT m_engine->changed(changes);
        QTRY_COMPARE(list()->count(), 3);
    }

    void remove_asksFirst()
    {
        auto *remove = find<QPushButton>("removeRuleButton");
        list()->clearSelection();
        QVERIFY(!remove->isEnabled());
        list()->setCurrentRow(1);
        m_prompts->answer = false;
        remove->click();
        QVERIFY(desk().removedRules.isEmpty());
        QVERIFY(m_prompts->questions.last().destructive);
        m_prompts->answer = true;
        remove->click();
        QCOMPARE(desk().removedRules, QList{RuleId(5)});
        QTRY_COMPARE(list()->count(), 1);
        list()->setCurrentRow(0);
        remove->click();
        QTRY_VERIFY(find<QLabel>("ruleCount")->text().startsWith(QStringLiteral("There is no rule")));
        QVERIFY(!find<QPushButton>("exportRulesButton")->isEnabled());
    }

    void import_showsWhatIsLeftOut_andStoresAfterTheWord()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("r.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("field,pattern,category\n");
        file.close();
        m_prompts->filesToOpen = {path};
        desk().importedRules.rules = {{RuleId(20), Field::Subject, QStringLiteral("invoice"), store::Category::Unsorted, {}}};
        desk().importedRules.read = desk().importedRules.added = 1;
        desk().importedRules.problems = {{4, QStringLiteral("There is no category 'Splendid'.")}};
        m_prompts->answer = false;
        find<QPushButton>("importRulesButton")->click();
        QTRY_COMPARE(m_prompts->questions.size(), 1);
        QVERIFY2(m_prompts->questions.first().text.contains(QStringLiteral("Line 4 is left out: There is no category 'Splendid'.")),
            qPrintable(m_prompts->questions.first().text));
        QVERIFY(desk().importedRuleTexts.isEmpty());
        m_prompts->answer = true;
        find<QPushButton>("importRulesButton")->click();
        QTRY_COMPARE(desk().importedRuleTexts.size(), 1);
        QTRY_COMPARE(list()->count(), 3);
        QCOMPARE(find<ui::parts::NoticeBar>("ruleNotice")->text(), QStringLiteral("1 new rule."));
        // A file without one says what it should look like.
        desk().importedRules = {};
        find<QPushButton>("importRulesButton")->click();
        QTRY_VERIFY(find<ui::parts::NoticeBar>("ruleNotice")->text().contains(QStringLiteral("field, pattern and category")));
        m_prompts->filesToOpen = {dir.filePath(QStringLiteral("none.csv"))};
        find<QPushButton>("importRulesButton")->click();
        QCOMPARE(find<ui::parts::NoticeBar>("ruleNotice")->text(), QStringLiteral("This file cannot be read."));
    }

    void export_writesTheFile_orSaysWhyNot()
    {
        QTemporaryDir dir;
        m_prompts->fileToSave = dir.filePath(QStringLiteral("out.csv"));
        find<QPushButton>("exportRulesButton")->click();
        QTRY_VERIFY(QFile::exists(m_prompts->fileToSave));
        QFile file(m_prompts->fileToSave);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("acme.test"));
        m_prompts->fileToSave = dir.filePath(QStringLiteral("no/such/dir.csv"));
        find<QPushButton>("exportRulesButton")->click();
        QTRY_VERIFY(find<ui::parts::NoticeBar>("ruleNotice")->text().endsWith(QStringLiteral("cannot be written.")));
    }

private:
    [[nodiscard]] FakeTriageDesk &desk() const { return m_engine->deskFake; }
    [[nodiscard]] QListWidget *list() const { return find<QListWidget>("ruleList"); }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_subject->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<FakePrompts> m_prompts;
    std::unique_ptr<ui::RulesPage> m_subject;
};

INLET_TEST(tst_Rules)
#include "tst_Rules.moc"
