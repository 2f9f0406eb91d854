// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views change: renamed, ordered and removed, and what of them is there after a restart.
#include "ViewsWindow.h"
#include "support/TestMain.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/dialogs/ViewsDialog.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::Scope;

class tst_ViewsDialog : public QObject, private ViewsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void dialog_renamesOrdersAndRemoves();
    void dialog_withoutViews_offersToKeep();
    void railMenu_changesAndRemoves();
    void restart_comesBackToTheView();
    void restart_viewIsGone_scopeStays();
    void looksRight_data();
    void looksRight();
};

void tst_ViewsDialog::dialog_renamesOrdersAndRemoves()
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

void tst_ViewsDialog::dialog_withoutViews_offersToKeep()
{
    f().key(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(dialog<ui::ViewsDialog>());
    QTRY_VERIFY(dialog<ui::ViewsDialog>()->findChild<QLabel *>(QStringLiteral("noViewsLabel"))->isVisible());
    QVERIFY(!dialog<ui::ViewsDialog>()->findChild<QPushButton *>(QStringLiteral("removeViewButton"))->isEnabled());
    QTest::mouseClick(dialog<ui::ViewsDialog>()->findChild<QPushButton *>(QStringLiteral("keepNewButton")), Qt::LeftButton);
    QTRY_VERIFY(dialog<ui::KeepViewDialog>());
}

void tst_ViewsDialog::railMenu_changesAndRemoves()
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

void tst_ViewsDialog::restart_comesBackToTheView()
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

void tst_ViewsDialog::restart_viewIsGone_scopeStays()
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

void tst_ViewsDialog::looksRight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << QSize(1440, 900) << false;
    QTest::newRow("least-dark") << QSize(1024, 640) << true;
}

/// Keeps pictures where INLET_SCREENSHOTS names a directory.
void tst_ViewsDialog::looksRight()
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

INLET_TEST(tst_ViewsDialog)
#include "tst_ViewsDialog.moc"
