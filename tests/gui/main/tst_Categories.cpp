// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/Preferences.h"
#include "ui/models/RailModel.h"
#include "ui/panes/RailPane.h"
#include "ui/panes/SplitBar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::Category;
using store::TriageVerb;

/// Categories of the rep's own, wherever the built-in ones are.
class tst_Categories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().engine.categoriesFake.own = {{kHot, QStringLiteral("Hot lead"), 3, "$Inlet_Hot_lead", 1}, {kCold, QStringLiteral("Cold"), 5, "$Inlet_Cold", 0}};
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(f().window->list()->current(), ConversationId(1));
        QTRY_COMPARE(ui::categoryBook().own().size(), 2);
    }
    void cleanup()
    {
        m_fixture.reset();
        ui::categoryBook().set({});
    }

    void key_sortsIntoTheOneWithThatNumber()
    {
        f().type("l1");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SetCategory);
        QCOMPARE(f().engine.actions.first().category, kHot);
        f().type("l2"); // nobody has that key
        QCOMPARE(f().engine.actions.size(), 1);
    }

    void menuOfTheChip_hasThem()
    {
        QTRY_VERIFY(!f().window->conversation()->cards().isEmpty());
        f().find<QToolButton>("categoryChip")->click();
        QTRY_VERIFY(f().find<QMenu>("categoryMenu"));
        auto *menu = f().find<QMenu>("categoryMenu");
        const QList<QAction *> actions = menu->actions();
        const auto cold = std::find_if(actions.begin(), actions.end(), [](const QAction *one) { return one->text().startsWith(QStringLiteral("Cold")); });
        QVERIFY(cold != actions.end());
        (*cold)->trigger();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().category, kCold);
        menu->close();
    }

    void menuOfTheChip_marksTheOneThatHolds_andIsNotAsWideAsItsReasons()
    {
        store::ConversationRow &row = f().engine.rows.first();
        row.category = Category::InformationRequest;
        row.categorySource = store::CategorySource::Automatic;
        row.categoryWhy = QStringLiteral("asks: could you please send me ").repeated(4);
        store::ChangeSet changes;
        changes.conversations.insert(row.id);
        Q_EMIT f().engine.changed(changes);
        auto *chip = f().find<QToolButton>("categoryChip");
        QTRY_VERIFY(chip->toolTip().contains(QStringLiteral("asks: could")));
        chip->click();
        QTRY_VERIFY(f().find<QMenu>("categoryMenu") && f().find<QMenu>("categoryMenu")->isVisible());
        auto *menu = f().find<QMenu>("categoryMenu");
        QStringList checked;
        for (const QAction *action : menu->actions()) {
            if (action->isChecked() && action->text().contains(QStringLiteral("request")))
                checked += action->text().section(QLatin1Char('\t'), 0, 0);
        }
        QCOMPARE(checked, QStringList{ui::phrases::category(Category::InformationRequest)});
        const auto *reasons = menu->findChild<QLabel *>(QStringLiteral("whyLabel"));
        QVERIFY2(menu->width() < 560, qPrintable(QString::number(menu->width())));
        QVERIFY2(reasons->height() >= reasons->heightForWidth(reasons->width()), "cut off below");
        menu->close();
    }

    void splits_tellTheirCounts()
    {
        ui::SplitBar subject;
        subject.setCounts({{int(Category::Interested), 12}, {int(Category::NotNow), 1500}});
        QCOMPARE(subject.accessibleDescription(), QStringLiteral("All, 1,512"));
        subject.setCurrent(Category::Interested);
        QCOMPARE(subject.accessibleDescription(), QStringLiteral("Interested, 12"));
        subject.setCounts({{int(Category::Interested), 11}, {int(Category::NotNow), 1500}});
        QCOMPARE(subject.accessibleDescription(), QStringLiteral("Interested, 11"));
        subject.setCurrent({});
        subject.resize(90, 30);
        subject.show();
        QVERIFY(QTest::qWaitForWindowExposed(&subject));
        const QMenu *menu = nullptr;
        for (int x = subject.width() - 1; x > 0 && !menu; x -= 8) {
            QTest::mouseClick(&subject, Qt::LeftButton, {}, QPoint(x, subject.height() / 2));
            menu = subject.findChild<QMenu *>(QStringLiteral("splitMenu"));
        }
        QVERIFY(menu);
        QStringList entries;
        for (const QAction *action : menu->actions())
            entries += action->text();
        QVERIFY2(entries.contains(QStringLiteral("Not now\t999+")), qPrintable(entries.join(QLatin1Char('|'))));
    }

    void rail_hasThem_betweenTheBuiltInOnesAndUnsorted()
    {
        QStringList names;
        auto *model = f().window->findChild<ui::RailModel *>();
        QVERIFY(model);
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row).data().toString());
        const qsizetype hot = names.indexOf(QStringLiteral("Hot lead"));
        QVERIFY(hot > names.indexOf(QStringLiteral("Bounce")));
        QCOMPARE(names.at(hot + 1), QStringLiteral("Cold"));
        QCOMPARE(names.at(hot + 2), QStringLiteral("Unsorted"));
    }

    void renamed_isRenamedEverywhere()
    {
        f().engine.categoriesFake.own.first().name = QStringLiteral("Very hot");
        store::ChangeSet changes;
        changes.categories = true;
        Q_EMIT f().engine.changed(changes);
        QTRY_COMPARE(ui::phrases::category(kHot), QStringLiteral("Very hot"));
    }

    void notifications_canTellOfThem()
    {
        QVERIFY(ui::Preferences::tellableCategories().contains(kHot));
        ui::Preferences chosen;
        chosen.notifyCategories.insert(kHot);
        ui::writePreferences(*f().settings, chosen);
        ui::categoryBook().set({}); // read before they are known
        QVERIFY(ui::readPreferences(*f().settings).notifyCategories.contains(kHot));
    }

    void page_makesChangesAndMovesThem()
    {
        openPage();
        auto *list = f().find<QListWidget>("ownCategoryList");
        QCOMPARE(list->count(), 2);
        f().prompts.textToType = QStringLiteral("Later");
        f().find<QPushButton>("addCategoryButton")->click();
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(f().engine.categoriesFake.own.last().number, 2); // the first free key
        QVERIFY(f().engine.categoriesFake.own.last().colour >= store::OwnCategory::kFirstColour); // that of no other category
        QTRY_COMPARE(list->currentRow(), 2);
        f().find<QPushButton>("moveCategoryUpButton")->click();
        QTRY_COMPARE(list->currentRow(), 1);
        auto *name = f().find<QLineEdit>("categoryNameEdit");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Next year"));
        QTest::keyClick(name, Qt::Key_Tab);
        QTRY_COMPARE(f().engine.categoriesFake.own.at(1).name, QStringLiteral("Next year"));
        auto *colour = f().find<QComboBox>("categoryColourComboBox");
        colour->setCurrentIndex(7);
        Q_EMIT colour->activated(7);
        QTRY_COMPARE(f().engine.categoriesFake.own.at(1).colour, 8);
    }

    void page_tellsHowMany_beforeOneGoes_andTakesItBack()
    {
        openPage();
        f().engine.categoriesFake.counts.insert(kHot, 12);
        f().find<QListWidget>("ownCategoryList")->setCurrentRow(0);
        f().prompts.answer = false;
        f().find<QPushButton>("removeCategoryButton")->click();
        QTRY_COMPARE(f().prompts.questions.size(), 1);
        QVERIFY(f().prompts.questions.first().text.contains(QStringLiteral("12 conversations")));
        QVERIFY(f().engine.categoriesFake.removed.isEmpty());
        f().prompts.answer = true;
        f().find<QPushButton>("removeCategoryButton")->click();
        QTRY_COMPARE(f().engine.categoriesFake.removed, QList<Category>{kHot});
        QTRY_COMPARE(f().find<QListWidget>("ownCategoryList")->count(), 1);
    }

    void page_lightAndDark_fits()
    {
        for (const bool dark : {false, true}) {
            f().theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
            f().window->resize(1024, 640);
            openPage();
            QDialog *dialog = f().dialog("ownCategoryList");
            QVERIFY(dialog);
            QVERIFY(dialog->width() <= 1024 && dialog->height() <= 640);
            const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
            if (!directory.isEmpty())
                QVERIFY(dialog->grab().save(QStringLiteral("%1/categories%2.png").arg(directory, dark ? QStringLiteral("-dark") : QString())));
            dialog->reject();
            QTRY_VERIFY(!f().dialog());
        }
    }

private:
    static constexpr auto kHot = Category(store::OwnCategory::kFirst);
    static constexpr auto kCold = Category(store::OwnCategory::kFirst + 1);

    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    void openPage() const
    {
        f().window->perform(ui::ActionId::Preferences);
        QTRY_VERIFY(f().find<QListWidget>("settingsContents"));
        auto *contents = f().dialog("settingsContents")->findChild<QListWidget *>(QStringLiteral("settingsContents"));
        const QList<QListWidgetItem *> found = contents->findItems(QStringLiteral("Categories"), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        contents->setCurrentItem(found.first());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Categories)
#include "tst_Categories.moc"
