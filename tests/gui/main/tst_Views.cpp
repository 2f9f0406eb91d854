// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views: keep, open, change, order and remove them, by keyboard and by mouse.
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/dialogs/ViewsDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::Scope;

class tst_Views : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

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
    void dialog_renamesOrdersAndRemoves();
    void dialog_withoutViews_offersToKeep();
    void railMenu_changesAndRemoves();
    void restart_comesBackToTheView();
    void restart_viewIsGone_scopeStays();
    void looksRight_data();
    void looksRight();

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    [[nodiscard]] FakeViewDesk &desk() const { return f().engine.viewsFake; }
    [[nodiscard]] store::ListQuery shown() const { return f().window->listModel()->query(); }
    [[nodiscard]] ui::RailModel *rail() const { return f().window->findChild<ui::RailModel *>(); }
    [[nodiscard]] ui::FlatListView *railView() const { return f().find<ui::FlatListView>("railView"); }
    [[nodiscard]] SavedViewId viewInRail() const { return rail()->viewAt(railView()->currentIndex().row()); }
    template <typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        for (Dialog *one : f().window->findChildren<Dialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void addViews();
    void searchFor(const char *text);
    void keyTo(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(widget, key, modifiers); }
    QStringList names() const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Views::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillDemo(f().engine, QDateTime::currentDateTimeUtc());
    f().open();
    QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
}

/// "Pricing" on Ctrl+1 and "Questions" without a key.
void tst_Views::addViews()
{
    store::SavedView pricing;
    pricing.id = SavedViewId(101);
    pricing.name = QStringLiteral("Pricing");
    pricing.number = 1;
    pricing.notify = true;
    pricing.query = {.scope = Scope::All, .search = QStringLiteral("pricing"), .everywhere = true};
    store::SavedView questions;
    questions.id = SavedViewId(102);
    questions.name = QStringLiteral("Questions");
    questions.query = {.scope = Scope::Unread, .category = store::Category::InformationRequest};
    desk().views = {pricing, questions};
    desk().counts = {{pricing.id, 12}, {questions.id, 3}};
    store::ChangeSet changes;
    changes.views = true;
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(rail()->views().size(), 2);
}

void tst_Views::searchFor(const char *text)
{
    f().type("/");
    QTest::keyClicks(f().window->focusWidget(), QString::fromLatin1(text));
    QTRY_COMPARE(shown().search, QString::fromLatin1(text));
}

QStringList tst_Views::names() const
{
    QStringList out;
    for (const store::SavedView &view : std::as_const(desk().views))
        out.append(view.name);
    return out;
}

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

void tst_Views::dialog_renamesOrdersAndRemoves()
{
    addViews();
    f().key(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(dialog<ui::ViewsDialog>());
    QPointer<ui::ViewsDialog> views = dialog<ui::ViewsDialog>();
    auto *list = views->findChild<QListWidget *>(QStringLiteral("viewsList"));
    auto *name = views->findChild<QLineEdit *>(QStringLiteral("viewNameEdit"));
    QTRY_COMPARE(list->count(), 2);
    keyTo(list, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names(), (QStringList{QStringLiteral("Questions"), QStringLiteral("Pricing")}));
    QTRY_COMPARE(list->currentRow(), 1); // goes along
    QCOMPARE(list->currentItem()->text(), QStringLiteral("Pricing"));
    keyTo(list, Qt::Key_F2);
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("Prices"));
    keyTo(name, Qt::Key_Return);
    QTRY_COMPARE(desk().views.at(1).name, QStringLiteral("Prices"));
    QVERIFY(list->hasFocus()); // Enter finished the name, and closed nothing
    QTRY_COMPARE(list->currentItem()->text(), QStringLiteral("Prices"));
    auto *number = views->findChild<QComboBox *>(QStringLiteral("viewNumberComboBox"));
    number->setFocus();
    keyTo(number, Qt::Key_Down);
    QTRY_COMPARE(desk().views.at(1).number, 2);
    list->setFocus();
    f().prompts.answer = false;
    keyTo(list, Qt::Key_Delete);
    QCOMPARE(desk().views.size(), 2); // asked, and not done
    f().prompts.answer = true;
    keyTo(list, Qt::Key_Delete);
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Questions")});
    QTRY_COMPARE(list->count(), 1);
    keyTo(list, Qt::Key_Return);
    QTRY_COMPARE(shown(), desk().views.first().query);
    QTRY_VERIFY(!views || !views->isVisible());
}

void tst_Views::dialog_withoutViews_offersToKeep()
{
    f().key(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(dialog<ui::ViewsDialog>());
    QTRY_VERIFY(dialog<ui::ViewsDialog>()->findChild<QLabel *>(QStringLiteral("noViewsLabel"))->isVisible());
    QVERIFY(!dialog<ui::ViewsDialog>()->findChild<QPushButton *>(QStringLiteral("removeViewButton"))->isEnabled());
    QTest::mouseClick(dialog<ui::ViewsDialog>()->findChild<QPushButton *>(QStringLiteral("keepNewButton")), Qt::LeftButton);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
}

void tst_Views::railMenu_changesAndRemoves()
{
    addViews();
    const int row = rail()->rowOf(SavedViewId(102));
    railView()->scrollTo(rail()->index(row));
    const auto openMenu = [&] {
        Q_EMIT railView()->customContextMenuRequested(railView()->visualRect(rail()->index(row)).center());
        return f().find<QMenu>("viewMenu");
    };
    QMenu *menu = openMenu();
    QVERIFY(menu);
    menu->actions().at(2)->trigger();
    QTRY_VERIFY(desk().views.at(1).notify);
    menu->close();
    QTRY_VERIFY(!f().find<QMenu>("viewMenu"));
    menu = openMenu();
    menu->actions().last()->trigger();
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Pricing")});
    QTRY_COMPARE(rail()->rowOf(SavedViewId(102)), -1);
}

void tst_Views::restart_comesBackToTheView()
{
    addViews();
    f().key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().window->close();
    f().open();
    QCOMPARE(shown(), desk().views.first().query); // at once, not when the views have been read
    QCOMPARE(f().find<QLineEdit>("searchEdit")->text(), QStringLiteral("pricing"));
    QTRY_COMPARE(viewInRail(), SavedViewId(101));
    // Another search is no longer the view, also after a restart.
    searchFor("mara");
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().window->close();
    f().open();
    QCOMPARE(shown().search, QStringLiteral("mara"));
    QTRY_COMPARE(rail()->views().size(), 2);
    QVERIFY(!viewInRail().isValid());
}

void tst_Views::restart_viewIsGone_scopeStays()
{
    addViews();
    f().key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().window->close();
    desk().views.removeFirst();
    f().open();
    QTRY_COMPARE(rail()->views().size(), 1);
    QVERIFY(!viewInRail().isValid());
    QCOMPARE(rail()->queryAt(railView()->currentIndex().row())->scope, Scope::All);
}

void tst_Views::looksRight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << QSize(1440, 900) << false;
    QTest::newRow("least-dark") << QSize(1024, 640) << true;
}

/// Keeps pictures where INLET_SCREENSHOTS names a directory.
void tst_Views::looksRight()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    f().theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
    f().window->resize(size);
    addViews();
    const auto look = [&](QWidget *widget, const char *name) {
        for (const QWidget *child : widget->findChildren<QWidget *>()) {
            if (child->isVisible() && child->window() == widget && !qobject_cast<const QMenu *>(child))
                QVERIFY2(!child->size().isEmpty() || child->objectName().startsWith(QLatin1String("qt_")), qPrintable(child->objectName()));
        }
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(widget->grab().save(QDir(directory).filePath(QStringLiteral("views-%1-%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag())))));
    };
    f().key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    railView()->scrollTo(rail()->index(rail()->rowOf(SavedViewId(102))));
    QTRY_VERIFY(f().find<QToolButton>("keepViewButton")->isVisible());
    look(f().window.get(), "window");
    f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
    QCOMPARE(dialog<ui::KeepViewDialog>()->findChild<QPushButton *>(QStringLiteral("keepButton"))->text(), QStringLiteral("Replace"));
    look(dialog<ui::KeepViewDialog>(), "keep");
    dialog<ui::KeepViewDialog>()->close();
    QTRY_VERIFY(!dialog<ui::KeepViewDialog>());
    f().key(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(dialog<ui::ViewsDialog>());
    QTRY_COMPARE(dialog<ui::ViewsDialog>()->findChild<QListWidget *>(QStringLiteral("viewsList"))->count(), 2);
    look(dialog<ui::ViewsDialog>(), "dialog");
}

INLET_TEST(tst_Views)
#include "tst_Views.moc"
