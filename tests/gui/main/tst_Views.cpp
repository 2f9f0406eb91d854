// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views: keep and open them, by keyboard and by mouse. tst_ViewsDialog changes them.
#include "ViewsWindow.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/panes/Toast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::Scope;

class tst_Views : public QObject, private ViewsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void search_isKeptFromTheKeyboard();
    void search_isKeptWithItsButton();
    void list_withoutSearch_isKeptToo();
    void sameName_takesThePlace();
    void nameThroughAnother_keepsWhatWasChosen();
    void refusal_isToldAtTheName();
    void numberKeys_openViews_alsoWhileTyping();
    void numberKey_withoutView_saysSo();
    void palette_opensViews();
    void rail_opensViews_andShowsWhichIsOpen();
    void otherSearch_leavesTheView();
    void splits_keepTheSearch();
};

void tst_Views::search_isKeptFromTheKeyboard()
{
    f().type("/");
    QTest::keyClicks(f().window->focusWidget(), QStringLiteral("pricing is:unread"));
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier); // what was typed last belongs to it
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    auto *name = dialog<ui::KeepViewDialog>()->findChild<QLineEdit *>(QStringLiteral("viewNameEdit"));
    QCOMPARE(name->text(), QStringLiteral("pricing is:unread"));
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("Pricing"));
    keyTo(name, Qt::Key_Return);
    QTRY_COMPARE(desk().views.size(), 1);
    const store::SavedView view = desk().views.first();
    QCOMPARE(view.name, QStringLiteral("Pricing"));
    QCOMPARE(view.number, 1);
    QVERIFY(!view.notify);
    QCOMPARE(view.query, (store::ListQuery{.scope = Scope::NeedsAnswer, .search = QStringLiteral("pricing is:unread")}));
    QTRY_COMPARE(viewInRail(), view.id);
    QTRY_VERIFY(f().window->list()->toast()->text().contains(QStringLiteral("Ctrl+1")));
    QCOMPARE(shown(), view.query);
}

void tst_Views::search_isKeptWithItsButton()
{
    auto *button = f().find<QToolButton>("keepViewButton");
    QVERIFY(!button->isVisible());
    searchFor("mara");
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    auto *number = dialog<ui::KeepViewDialog>()->findChild<QComboBox *>(QStringLiteral("viewNumberComboBox"));
    number->setCurrentIndex(number->findData(0));
    QTest::mouseClick(dialog<ui::KeepViewDialog>()->findChild<QCheckBox *>(QStringLiteral("viewNotifyCheckBox")), Qt::LeftButton);
    QTest::mouseClick(dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton")), Qt::LeftButton);
    QTRY_COMPARE(desk().views.size(), 1);
    QVERIFY(desk().views.first().notify);
    QCOMPARE(desk().views.first().number, 0);
    QTRY_COMPARE(viewInRail(), desk().views.first().id);
}

void tst_Views::list_withoutSearch_isKeptToo()
{
    f().window->showList({.scope = Scope::Unread, .account = f().engine.accountList.first().id, .category = store::Category::Interested});
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    QTest::mouseClick(dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton")), Qt::LeftButton);
    QTRY_COMPARE(desk().views.size(), 1);
    QCOMPARE(desk().views.first().query, shown());
    QVERIFY(desk().views.first().name.contains(QStringLiteral("Unread")));
}

void tst_Views::sameName_takesThePlace()
{
    addViews();
    searchFor("budget");
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    auto *keep = dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton"));
    auto *name = dialog<ui::KeepViewDialog>()->findChild<QLineEdit *>(QStringLiteral("viewNameEdit"));
    const QString usual = keep->text();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("questions"));
    QVERIFY(keep->text() != usual);
    keyTo(name, Qt::Key_Return);
    QTRY_COMPARE(desk().views.at(1).query.search, QStringLiteral("budget"));
    QCOMPARE(desk().views.size(), 2);
    QCOMPARE(desk().views.at(1).id, SavedViewId(102));
    QCOMPARE(desk().views.at(1).number, 0); // its key stays, and so does the other's
    QCOMPARE(desk().views.at(0).number, 1);
    QTRY_COMPARE(viewInRail(), SavedViewId(102));
}

/// "questions" stands in "questions of May" while that is typed.
void tst_Views::nameThroughAnother_keepsWhatWasChosen()
{
    addViews();
    searchFor("budget");
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    auto *number = dialog<ui::KeepViewDialog>()->findChild<QComboBox *>(QStringLiteral("viewNumberComboBox"));
    number->setCurrentIndex(number->findData(7));
    auto *notify = dialog<ui::KeepViewDialog>()->findChild<QCheckBox *>(QStringLiteral("viewNotifyCheckBox"));
    notify->setChecked(true);
    auto *name = dialog<ui::KeepViewDialog>()->findChild<QLineEdit *>(QStringLiteral("viewNameEdit"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("questions"));
    QVERIFY(number->currentData().toInt() != 7);
    QTest::keyClicks(name, QStringLiteral(" of May"));
    QCOMPARE(number->currentData().toInt(), 7);
    QVERIFY(notify->isChecked());
    keyTo(name, Qt::Key_Return);
    QTRY_COMPARE(desk().views.size(), 3);
    QCOMPARE(desk().views.last().number, 7);
    QVERIFY(desk().views.last().notify);
}

void tst_Views::refusal_isToldAtTheName()
{
    searchFor("budget");
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    desk().refusal = Error{ErrorKind::Config, QStringLiteral("There are 50 saved views already. Remove one first."), {}, {}};
    QTest::mouseClick(dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton")), Qt::LeftButton);
    const auto told = [this] {
        const QList<QLabel *> labels = dialog<ui::KeepViewDialog>()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("Remove one first")); });
    };
    QTRY_VERIFY(told());
    QVERIFY(desk().views.isEmpty());
    QTest::mouseClick(dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton")), Qt::LeftButton);
    QTRY_COMPARE(desk().views.size(), 1);
}

void tst_Views::numberKeys_openViews_alsoWhileTyping()
{
    addViews();
    f().key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shown(), desk().views.first().query);
    QCOMPARE(f().find<QLineEdit>("searchEdit")->text(), QStringLiteral("pricing"));
    QVERIFY(f().find<QToolButton>("everywhereButton")->isChecked());
    QCOMPARE(viewInRail(), SavedViewId(101));
    f().type("gi");
    QTRY_COMPARE(shown(), store::ListQuery{});
    QVERIFY(f().find<QLineEdit>("searchEdit")->text().isEmpty());
    QVERIFY(!viewInRail().isValid());
    searchFor("mara");
    f().key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shown(), desk().views.first().query);
    QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
}

void tst_Views::numberKey_withoutView_saysSo()
{
    addViews();
    const store::ListQuery before = shown();
    f().key(Qt::Key_7, Qt::ControlModifier);
    const auto told = [this] {
        const QList<ui::parts::ElidedLabel *> labels = f().window->findChildren<ui::parts::ElidedLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const ui::parts::ElidedLabel *label) { return label->text().contains(QStringLiteral("No saved view has that key")); });
    };
    QTRY_VERIFY(told());
    QCOMPARE(shown(), before);
}

void tst_Views::palette_opensViews()
{
    addViews();
    f().key(Qt::Key_K, Qt::ControlModifier);
    auto *edit = f().find<QLineEdit>("paletteEdit");
    QTRY_VERIFY(edit && edit->isVisible());
    QTest::keyClicks(edit, QStringLiteral("questions"));
    keyTo(edit, Qt::Key_Return);
    QTRY_COMPARE(shown(), desk().views.at(1).query);
    QTRY_COMPARE(viewInRail(), SavedViewId(102));
}

void tst_Views::rail_opensViews_andShowsWhichIsOpen()
{
    addViews();
    const int row = rail()->rowOf(SavedViewId(101));
    QVERIFY(row > 0);
    QTRY_COMPARE(rail()->index(row).data(int(ui::RailRole::Count)).toLongLong(), 12);
    railView()->scrollTo(rail()->index(row));
    QTest::mouseClick(railView()->viewport(), Qt::LeftButton, {}, railView()->visualRect(rail()->index(row)).center());
    QCOMPARE(shown(), desk().views.first().query);
    railView()->setFocus();
    keyTo(railView(), Qt::Key_Down);
    QCOMPARE(shown(), desk().views.at(1).query);
    QCOMPARE(viewInRail(), SavedViewId(102));
    const QString spoken = rail()->index(row).data(Qt::AccessibleTextRole).toString();
    for (const char *word : {"Pricing", "Ctrl+1", "everywhere", "notifies", "12"})
        QVERIFY2(spoken.contains(QLatin1String(word)), qPrintable(spoken));
}

void tst_Views::otherSearch_leavesTheView()
{
    addViews();
    f().key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(viewInRail(), SavedViewId(101));
    f().type("/");
    QTest::keyClicks(f().window->focusWidget(), QStringLiteral("budget"));
    QTRY_COMPARE(shown().search, QStringLiteral("budget"));
    QVERIFY(!viewInRail().isValid());
    QCOMPARE(rail()->queryAt(railView()->currentIndex().row())->scope, Scope::All);
    QCOMPARE(desk().views.first().query.search, QStringLiteral("pricing")); // it is as it was
}

void tst_Views::splits_keepTheSearch()
{
    searchFor("mara");
    f().key(Qt::Key_Return);
    f().key(Qt::Key_Tab);
    QTRY_VERIFY(shown().category);
    QCOMPARE(shown().search, QStringLiteral("mara"));
    QCOMPARE(f().find<QLineEdit>("searchEdit")->text(), QStringLiteral("mara"));
}

INLET_TEST(tst_Views)
#include "tst_Views.moc"
