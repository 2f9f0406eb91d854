// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/Composer.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/SuppressionDialog.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

class tst_Suppressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        engine = std::make_unique<FakeEngine>();
        prompts = FakePrompts();
        engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna"))};
        engine->deskFake.suppressions = {entry("jo@acme.test", store::SuppressionSource::OptOut, "please stop"),
            entry("blocked.test", store::SuppressionSource::Rep, "competitor"), entry("kim@dead.test", store::SuppressionSource::Bounce, "5.1.1")};
    }

    void list_searchFindsAndRemoves()
    {
        SuppressionDialog subject(*engine, prompts, nullptr);
        subject.show();
        auto *table = find<QTableView>(&subject, "suppressionTable");
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTest::keyClicks(find<QLineEdit>(&subject, "suppressionSearch"), QStringLiteral("COMPET"));
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, 0).data().toString().contains(QStringLiteral("blocked.test")));
        QVERIFY(!find<QPushButton>(&subject, "removePatternButton")->isEnabled());
        table->selectRow(0);
        prompts.answer = false;
        click(&subject, "removePatternButton");
        QVERIFY(engine->deskFake.unsuppressed.isEmpty());
        prompts.answer = true;
        click(&subject, "removePatternButton");
        QCOMPARE(engine->deskFake.unsuppressed, QStringList{QStringLiteral("blocked.test")});
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void list_ofAHundredThousand_isSearchedWhileOneTypes()
    {
        for (int at = 0; at < 100'000; ++at)
            engine->deskFake.suppressions.append(entry(qPrintable(QStringLiteral("lead%1@company%2.test").arg(at).arg(at % 977)), store::SuppressionSource::Import, "list"));
        SuppressionDialog subject(*engine, prompts, nullptr);
        subject.show();
        auto *table = find<QTableView>(&subject, "suppressionTable");
        QTRY_COMPARE(table->model()->rowCount(), 100'003);
        auto *edit = find<QLineEdit>(&subject, "suppressionSearch");
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(edit, QStringLiteral("lead99999@"));
        const qint64 perKey = timer.elapsed() / 10;
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY2(perKey < 100, qPrintable(QStringLiteral("%1 ms a key").arg(perKey)));
    }

    void list_add_refusesNonsenseAndFreeMailDomains()
    {
        SuppressionDialog subject(*engine, prompts, nullptr);
        subject.show();
        auto *edit = find<QLineEdit>(&subject, "newPatternEdit");
        for (const QString &wrong : {QStringLiteral("not an address"), QStringLiteral("a@b@c"), QStringLiteral("gmail.com"), QString(70'000, QLatin1Char('x'))}) {
            edit->setText(wrong);
            click(&subject, "addPatternButton");
            QVERIFY(edit->property("invalid").toBool());
        }
        QCOMPARE(engine->deskFake.suppressions.size(), 3);
        edit->setText(QStringLiteral(" New@Person.Test "));
        click(&subject, "addPatternButton");
        QTRY_COMPARE(engine->deskFake.suppressions.size(), 4);
        QCOMPARE(engine->deskFake.suppressions.last().pattern, QStringLiteral("new@person.test"));
        QVERIFY(prompts.questions.isEmpty());
        edit->setText(QStringLiteral("@company.test"));
        click(&subject, "addPatternButton");
        QCOMPARE(prompts.questions.size(), 1); // a whole domain is asked about
    }

    void list_importLooksFirst_exportWrites()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("list.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("address\nnew@x.test\nbroken\n");
        file.close();
        engine->deskFake.imported.entries = {entry("new@x.test", store::SuppressionSource::Import, "")};
        engine->deskFake.imported.added = 1;
        engine->deskFake.imported.problems = {{3, QStringLiteral("no address")}};
        prompts.filesToOpen = {file.fileName()};
        SuppressionDialog subject(*engine, prompts, nullptr);
        subject.show();
        prompts.answer = false;
        click(&subject, "importButton");
        QTRY_COMPARE(prompts.questions.size(), 1);
        QVERIFY(prompts.questions.first().text.contains(QStringLiteral("Line 3")));
        QCoreApplication::processEvents();
        QVERIFY(engine->deskFake.importedTexts.isEmpty());
        prompts.answer = true;
        click(&subject, "importButton");
        QTRY_COMPARE(engine->deskFake.importedTexts.size(), 1);
        prompts.fileToSave = dir.filePath(QStringLiteral("out.csv"));
        click(&subject, "exportButton");
        QTRY_VERIFY(QFile::exists(prompts.fileToSave));
        QFile out(prompts.fileToSave);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QVERIFY(out.readAll().contains("jo@acme.test"));
    }

    void composer_suppressedRecipient_cannotBeSent()
    {
        Composer subject(*engine, prompts, {}, {}, nullptr);
        subject.setVisible(true);
        auto *to = find<QLineEdit>(&subject, "toEdit");
        to->setText({});
        QTest::keyClicks(to, QStringLiteral("Kim <ok@free.test>, any@blocked.test"));
        QTRY_VERIFY(find<QWidget>(&subject, "forbiddenNotice")->isVisible());
        const QString said = allText(find<QWidget>(&subject, "forbiddenNotice"));
        QVERIFY2(said.contains(QStringLiteral("blocked.test")) && said.contains(QStringLiteral("competitor")), qPrintable(said));
        QVERIFY(!find<QPushButton>(&subject, "sendButton")->isEnabled());
        subject.send();
        QTest::keyClick(to, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(engine->sent.isEmpty());
        // Taken off the list elsewhere: free at once.
        engine->deskFake.suppressions.clear();
        store::ChangeSet changes;
        changes.suppressions = true;
        Q_EMIT engine->changed(changes);
        QTRY_VERIFY(!find<QWidget>(&subject, "forbiddenNotice")->isVisible());
        QVERIFY(find<QPushButton>(&subject, "sendButton")->isEnabled());
    }

    void rule_previewComesBeforeItApplies()
    {
        store::ConversationRow row;
        row.id = ConversationId(4);
        row.prospectName = QStringLiteral("Mara");
        row.category = store::Category::Interested;
        row.categorySource = store::CategorySource::Automatic;
        store::RulePreview preview;
        preview.rule.field = store::Rule::Field::Domain;
        preview.rule.pattern = QStringLiteral("acme.test");
        preview.rule.category = store::Category::NotInterested;
        preview.matches = 7;
        preview.changes = 5;
        preview.chosenByHand = 2;
        preview.examples = {row};
        engine->deskFake.previews = {preview};
        RuleDialog subject(*engine, row, nullptr);
        subject.show();
        auto *category = find<QComboBox>(&subject, "rightCategoryComboBox");
        QCOMPARE(category->currentData().toInt(), int(store::Category::Unsorted));
        QTRY_VERIFY(find<QPushButton>(&subject, "applyRuleButton")->isEnabled());
        QVERIFY(find<QLabel>(&subject, "effectLabel")->text().contains(QStringLiteral("5 conversations")));
        QVERIFY(find<QLabel>(&subject, "effectLabel")->text().contains(QStringLiteral("2 stay")));
        QCOMPARE(find<ChoiceList>(&subject, "examplesList")->count(), 1);
        QVERIFY(engine->deskFake.rules.isEmpty());
        click(&subject, "applyRuleButton");
        QTRY_VERIFY(!subject.isVisible());
        QCOMPARE(engine->deskFake.rules.size(), 1);
        QCOMPARE(engine->deskFake.rules.first().pattern, QStringLiteral("acme.test"));
    }

private:
    static store::Suppression entry(const char *pattern, store::SuppressionSource source, const char *reason)
    {
        store::Suppression made;
        made.pattern = QString::fromLatin1(pattern);
        made.source = source;
        made.reason = QString::fromLatin1(reason);
        made.at = QDateTime(QDate(2026, 11, 3), QTime(10, 0), Qt::UTC);
        return made;
    }
    static QString allText(const QWidget *in)
    {
        QStringList texts;
        for (const QLabel *label : in->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char(' '));
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
};

INLET_TEST(tst_Suppressions)
#include "tst_Suppressions.moc"
