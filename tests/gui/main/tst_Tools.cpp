// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Preferences.h"
#include "ui/ThemeController.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/GeneralPage.h"
#include "ui/dialogs/ListPage.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// The tools beside the mail, in the real window: palette, completions of the search, settings, causes of bounces.
class tst_Tools : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void palette_findsActionsListsAndMailboxes()
    {
        palette("snoo");
        QTRY_VERIFY(f().dialog("whenEdit"));
        f().dialog()->reject();
        QTRY_VERIFY(!f().dialog());
        palette("go to bounces");
        QTRY_COMPARE(f().window->listModel()->query().scope, store::Scope::Bounces);
        palette(f().engine.accountList.at(1).email.toLatin1().constData());
        QTRY_COMPARE(f().window->listModel()->query().account, f().engine.accountList.at(1).id);
        palette("do-not-contact list");
        QTRY_VERIFY(f().dialog("suppressionTable"));
    }

    void search_completions_areTaken()
    {
        f().engine.deskFake.completions = {
            {QStringLiteral("fr"), {{QStringLiteral("from:"), QStringLiteral("from:"), QStringLiteral("who wrote"), -1}}},
            {QStringLiteral("from:"), {{QStringLiteral("from:mara@x.test "), QStringLiteral("Mara"), {}, 3}}}};
        f().type("/");
        f().type("fr");
        const auto list = [this] { return f().find<ui::ChoiceList>("completionList"); };
        QTRY_VERIFY(list() && list()->isVisible());
        f().key(Qt::Key_Down);
        f().key(Qt::Key_Return);
        auto *edit = f().find<QLineEdit>("searchEdit");
        QCOMPARE(edit->text(), QStringLiteral("from:"));
        QTRY_VERIFY(list()->isVisible() && list()->count() == 1 && list()->item(0)->text() == QLatin1String("Mara"));
        f().key(Qt::Key_Tab);
        QCOMPARE(edit->text(), QStringLiteral("from:mara@x.test "));
        QVERIFY(!list()->isVisible());
        QVERIFY(edit->hasFocus());
        QTRY_COMPARE(f().window->listModel()->query().search, QStringLiteral("from:mara@x.test"));
    }

    void settings_holdAtOnceAndStay()
    {
        f().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().dialog("densityComboBox"));
        const auto choose = [this](const char *box, int value) {
            auto *combo = f().dialog()->findChild<QComboBox *>(QString::fromLatin1(box));
            combo->setCurrentIndex(combo->findData(value));
        };
        const int before = f().window->list()->view()->visualRect(f().window->listModel()->index(0)).height();
        choose("densityComboBox", int(ui::Density::Compact));
        choose("readComboBox", 0);
        choose("undoComboBox", 30);
        choose("modeComboBox", int(ui::theme::Mode::Dark));
        QVERIFY(ui::theme::isDark());
        QTRY_VERIFY(f().window->list()->view()->visualRect(f().window->listModel()->index(0)).height() < before);
        f().dialog()->accept();
        const ui::Preferences kept = ui::readPreferences(*f().settings);
        QCOMPARE(kept.rows.density, ui::Density::Compact);
        QCOMPARE(kept.undoSeconds, 30);
        // At once, not after half a second.
        QTRY_VERIFY(!f().dialog());
        QVERIFY(QTest::qWaitForWindowActive(f().window.get()));
        f().engine.rows[1].unread = 1;
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(2));
        Q_EMIT f().engine.changed(changes);
        f().type("j");
        QTRY_VERIFY(!f().engine.actions.isEmpty());
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::MarkRead);
    }

    void notifications_areChosenByTag()
    {
        f().engine.accountList[0].tags = {QStringLiteral("team-a")};
        f().engine.accountList[1].tags = {QStringLiteral("team-a")};
        f().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().dialog("tellTagsButton"));
        QMenu *menu = f().dialog()->findChild<QPushButton *>(QStringLiteral("tellTagsButton"))->menu();
        QAction *team = menu->actions().first();
        QCOMPARE(team->text(), QStringLiteral("team-a"));
        const auto open = [menu] { Q_EMIT menu->aboutToShow(); };
        open();
        QVERIFY(team->isChecked());
        team->trigger();
        QCOMPARE(ui::readPreferences(*f().settings).silentMailboxes, (QSet{AccountId(1), AccountId(2)}));
        open();
        QVERIFY(!team->isChecked());
        team->trigger();
        QVERIFY(ui::readPreferences(*f().settings).silentMailboxes.isEmpty());
        f().dialog()->reject();
    }

    void bounces_leadToTheirCauses()
    {
        auto *causes = f().find<QPushButton>("causesButton");
        QVERIFY(!causes->isVisible());
        f().window->showList({.scope = store::Scope::Bounces, .account = {}, .category = {}, .search = {}});
        QVERIFY(causes->isVisible());
        QVERIFY(causes->width() >= causes->sizeHint().width());
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty()) {
            QTRY_VERIFY(!f().window->listModel()->isLoading());
            QVERIFY(f().window->grab().save(QDir(dir).filePath(QStringLiteral("bounces-list.png"))));
        }
        QTest::mouseClick(causes, Qt::LeftButton);
        QTRY_VERIFY(f().dialog("sinceComboBox"));
        f().dialog()->accept();
        f().window->showList({.scope = store::Scope::All, .account = {}, .category = {}, .search = {}});
        QVERIFY(!causes->isVisible());
    }

    void palette_hasWhatTheSettingsSayOfTheLook()
    {
        palette("look dark");
        QTRY_COMPARE(f().theme->mode(), ui::theme::Mode::Dark);
        palette("look light");
        QTRY_COMPARE(f().theme->mode(), ui::theme::Mode::Light);
        palette("contrast high");
        QTRY_COMPARE(f().theme->contrast(), ui::theme::Contrast::High);
        palette("contrast system");
        QTRY_COMPARE(f().theme->contrast(), ui::theme::Contrast::System);
        const auto now = [this] { return ui::readPreferences(*f().settings); };
        palette("rows compact");
        QTRY_COMPARE(now().rows.density, ui::Density::Compact);
        QCOMPARE(f().find<ui::FlatListView>("conversationView")->rowHeight(), ui::theme::kRowCompact);
        palette("hide company");
        QTRY_VERIFY(!now().rows.has(ui::RowField::Company));
        palette("show company");
        QTRY_VERIFY(now().rows.has(ui::RowField::Company));
        palette("own look paper");
        QTRY_COMPARE(now().paper, ui::Preferences::Paper::Light);
    }

    void palette_findsByOtherWords_andSaysWhatItDoesNotFind()
    {
        f().key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(f().dialog("paletteEdit"));
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
        const auto *list = f().dialog()->findChild<QListWidget *>(QStringLiteral("paletteList"));
        const auto *nothing = f().dialog()->findChild<QLabel *>(QStringLiteral("paletteNothing"));
        edit->setText(QStringLiteral("density"));
        QVERIFY(list->count() > 0);
        QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Rows of the list")), qPrintable(list->item(0)->text()));
        QVERIFY(list->isVisible());
        QVERIFY(!nothing->isVisible());
        edit->setText(QStringLiteral("xqzw"));
        QVERIFY(nothing->isVisible());
        QVERIFY(!list->isVisible());
        f().dialog()->reject();
    }

    /// Whatever the pages of the settings offer of the look.
    void palette_missesNoChoiceOfTheLook()
    {
        f().key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(f().dialog("paletteEdit"));
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
        const auto offers = [this, edit](const QString &words) {
            edit->setText(words.left(70));
            const auto *list = f().dialog()->findChild<QListWidget *>(QStringLiteral("paletteList"));
            return list->count() > 0 && list->item(0)->text() == words;
        };
        const QPair<QString, ui::SettingsPage::Values> choices[] = {{QStringLiteral("Look"), ui::GeneralPage::modes()},
            {QStringLiteral("Contrast"), ui::GeneralPage::contrasts()}, {ui::GeneralPage::paperTitle(), ui::GeneralPage::papers()},
            {QStringLiteral("Rows of the list"), ui::ListPage::densities()}};
        for (const auto &[title, values] : choices) {
            for (const auto &[words, value] : values)
                QVERIFY2(offers(QStringLiteral("%1: %2").arg(title, words)), qPrintable(title + words));
        }
        for (const ui::RowField field : ui::allRowFields())
            QVERIFY2(offers(QStringLiteral("Hide in the list: %1").arg(ui::wordsOf(field))), qPrintable(ui::wordsOf(field)));
        f().dialog()->reject();
    }

private:
    void palette(const char *typed) const
    {
        f().key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(f().dialog("paletteEdit"));
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
        QTest::keyClicks(edit, QString::fromLatin1(typed));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!f().dialog("paletteEdit"));
    }
};

INLET_TEST(tst_Tools)
#include "tst_Tools.moc"
