// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/actions/KeyUse.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/StatusLine.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using ui::ActionId;
using ui::KeyUse;

/// Learning the keys: the status bar names them after the mouse, the sheet marks those used; and the mouse
/// reaches everything in a narrow window.
class tst_KeyUse : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void mouse_isToldTheKey_threeTimes()
    {
        auto *star = f().find<QToolButton>("starButton");
        QTRY_VERIFY(star->isVisible());
        for (int time = 0; time < KeyUse::kTold + 1; ++time) {
            status()->showHint({});
            QTest::mouseClick(star, Qt::LeftButton);
            QCOMPARE(status()->sideText().contains(QStringLiteral("key is S")), time < KeyUse::kTold);
        }
        // It is counted over restarts, and for each action.
        KeyUse later(*f().settings);
        QVERIFY(later.byMouse(ActionId::Star).isEmpty());
        QVERIFY(later.byMouse(ActionId::Archive).contains(QStringLiteral("key is E")));
    }

    void mouse_actionWithAWordOfItsOwn_keepsIt()
    {
        f().engine.savedDrafts.clear();
        QMenu *menu = f().find<QToolButton>("menuButton")->menu();
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(QStringLiteral("Check for mail now")))
                action->trigger();
        }
        QCOMPARE(status()->sideText(), QStringLiteral("Checking all mailboxes"));
    }

    void sheet_marksWhatWasUsed()
    {
        f().type("j");
        f().type("s");
        f().type("?");
        QTRY_VERIFY(f().find("keysDialog"));
        QStringList marked;
        for (const QLabel *mark : f().find("keysDialog")->findChildren<QLabel *>(QStringLiteral("usedMark")))
            marked += mark->accessibleName();
        marked.sort();
        QCOMPARE(marked, (QStringList{QStringLiteral("All keys: used"), QStringLiteral("Next conversation: used"), QStringLiteral("Star: used")}));
        keep(*f().find("keysDialog"), "keys-used");
        KeyUse later(*f().settings);
        QCOMPARE(later.used().size(), 3);
    }

    void narrow_menuStaysInReach_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1300, 1000, 900, 600})
            QTest::addRow("%d", width) << width;
    }
    void narrow_menuStaysInReach()
    {
        QFETCH(int, width);
        f().window->resize(width, 640);
        QTRY_COMPARE(f().window->width(), width);
        const auto *menu = f().find<QToolButton>("menuButton");
        const auto *compose = f().find<QToolButton>("composeButton");
        QTRY_VERIFY(menu->isVisible() && compose->isVisible());
        const QRect rail = f().find("railPane")->rect();
        const auto place = [&](const QWidget *button) { return QRect(button->mapTo(f().find("railPane"), QPoint()), button->size()); };
        QVERIFY(rail.contains(place(menu)));
        QVERIFY(rail.contains(place(compose)));
        QVERIFY(!place(menu).intersects(place(compose)));
        keep(*f().window, qPrintable(QStringLiteral("narrow-%1").arg(width)));
    }

private:
    [[nodiscard]] ui::StatusLine *status() const { return f().window->findChild<ui::StatusLine *>(); }
    /// For looking at: INLET_SCREENSHOTS=DIR.
    static void keep(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
    }
};

INLET_TEST(tst_KeyUse)
#include "tst_KeyUse.moc"
