// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/LabelChips.h"
#include "ui/panes/ListPane.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// Labels in the real window.
class tst_Labels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().engine.deskFake.labels.labels = {{QStringLiteral("Berlin"), 3}, {QStringLiteral("Key account"), 12}, {QStringLiteral("Later"), 1}};
        f().engine.rows[0].labels = QStringList{QStringLiteral("Key account")};
    }
    void cleanup() { m_fixture.reset(); }

    void typed_togglesSeveral_andAppliesAsOneStep()
    {
        start();
        f().type("ll");
        QTRY_VERIFY(picker());
        QTRY_VERIFY(edit()->hasFocus());
        QCOMPARE(list()->count(), 3);
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Key account")); // what is on stands first
        QCOMPARE(hint(0), QStringLiteral("on"));
        keep("labels-picker");
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(hint(0), QStringLiteral("will be taken off"));
        QTest::keyClicks(edit(), QStringLiteral("ber"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Berlin"));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(hint(0), QStringLiteral("will be put on"));
        QTest::keyClicks(edit(), QStringLiteral("Hot lead"));
        QCOMPARE(list()->count(), 1);
        QTest::keyClick(edit(), Qt::Key_Return); // makes it
        QCOMPARE(edit()->text(), QString());
        keep("labels-changed");
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        const store::TriageAction action = f().engine.actions.first();
        QCOMPARE(action.verb, TriageVerb::Label);
        QCOMPARE(action.conversations, QList{ConversationId(1)});
        QCOMPARE(action.addLabels, (QStringList{QStringLiteral("Hot lead"), QStringLiteral("Berlin")}));
        QCOMPARE(action.removeLabels, QStringList{QStringLiteral("Key account")});
        QTRY_VERIFY(!picker());
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Labels changed")));
        QCOMPARE(current(), ConversationId(1)); // it stays where it is
        QTRY_COMPARE(chipTexts(), (QStringList{QStringLiteral("Hot lead"), QStringLiteral("Berlin")}));
    }

    /// Ctrl+Enter, or the button, in the middle of a name: that one is meant.
    void typedAndNotEntered_isMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::newRow("new") << QStringLiteral("Hot lead") << QStringLiteral("Hot lead");
        QTest::newRow("known") << QStringLiteral("ber") << QStringLiteral("Berlin");
    }
    void typedAndNotEntered_isMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, label);
        start();
        f().type("ll");
        QTRY_VERIFY(picker());
        QTRY_VERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), typed);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().addLabels, QStringList{label});
        QVERIFY(f().engine.actions.first().removeLabels.isEmpty());
    }

    void ampersand_isNoShortcut()
    {
        f().engine.rows[0].labels = QStringList{QStringLiteral("Q&A")};
        start();
        QTRY_COMPARE(chipTexts(), QStringList{QStringLiteral("Q&A")});
        QVERIFY(f().find<ui::LabelChip>("labelChip")->shortcut().isEmpty());
    }

    void escape_leavesAllAsItIs()
    {
        start();
        f().type("l");
        f().key(Qt::Key_Return); // as well as a second l
        QTRY_VERIFY(picker());
        QTRY_VERIFY(edit()->hasFocus());
        QTest::keyClick(edit(), Qt::Key_Return);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QTRY_VERIFY(!picker());
        QVERIFY(f().engine.actions.isEmpty());
    }

    void selection_showsWhatSomeHave()
    {
        f().engine.accountList.first().email = QStringLiteral("anna@no-labels.test");
        f().engine.deskFake.labels.without = {f().engine.accountList.first().id};
        f().engine.rows[0].accounts = {f().engine.accountList.first().id};
        start();
        f().window->listModel()->setAllMarked({ConversationId(1), ConversationId(3)});
        f().type("ll");
        QTRY_VERIFY(picker());
        QTRY_VERIFY(edit()->hasFocus());
        QCOMPARE(hint(0), QStringLiteral("on some of them"));
        QVERIFY(picker()->findChild<QLabel *>(QStringLiteral("labelNote"))->text().contains(QStringLiteral("anna@no-labels.test")));
        keep("labels-some");
        for (const char *hints : {"will be put on", "will be taken off", "on some of them", "will be put on"}) {
            QTest::keyClick(edit(), Qt::Key_Return);
            QCOMPARE(hint(0), QString::fromLatin1(hints));
        }
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations.size(), 2);
        QCOMPARE(f().engine.actions.first().addLabels, QStringList{QStringLiteral("Key account")});
    }

    void chip_takesItOff_andFindsAll()
    {
        start();
        QTRY_COMPARE(chipTexts(), QStringList{QStringLiteral("Key account")});
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
            QVERIFY(f().window->grab().save(QDir(dir).filePath(QStringLiteral("labels-window.png"))));
        choose(QStringLiteral("Take this label off"));
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().removeLabels, QStringList{QStringLiteral("Key account")});
        QCOMPARE(f().engine.actions.first().conversations, QList{ConversationId(1)});
        QTRY_VERIFY(chipTexts().isEmpty());
        QVERIFY(!f().find<QWidget>("labelChips")->isVisible());
    }

    void chip_showsAllWithIt()
    {
        start();
        QTRY_COMPARE(chipTexts(), QStringList{QStringLiteral("Key account")});
        choose(QStringLiteral("Show all with this label"));
        QTRY_COMPARE(f().window->listModel()->query().search.trimmed(), QStringLiteral("label:\"Key account\""));
        QVERIFY(f().window->listModel()->query().everywhere);
    }

    void row_saysItsLabels()
    {
        start();
        const auto *model = f().window->listModel();
        QVERIFY(model->index(model->rowOf(ConversationId(1))).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("labels: Key account")));
    }

private:
    WindowFixture &f() { return *m_fixture; }
    void start()
    {
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(current(), ConversationId(1));
    }
    ConversationId current() { return f().window->list()->current(); }
    QDialog *picker() { return qobject_cast<QDialog *>(f().dialog()); }
    QLineEdit *edit() { return picker()->findChild<QLineEdit *>(QStringLiteral("labelEdit")); }
    ui::ChoiceList *list() { return picker()->findChild<ui::ChoiceList *>(QStringLiteral("labelList")); }
    QString hint(int row) { return list()->item(row)->data(ui::ChoiceList::Hint).toString(); }
    void keep(const char *name)
    {
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
            QVERIFY(picker()->grab().save(QDir(dir).filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
    }
    QList<ui::LabelChip *> chips()
    {
        QList<ui::LabelChip *> shown = f().window->findChildren<ui::LabelChip *>();
        shown.removeIf([](const ui::LabelChip *chip) { return !chip->isVisible(); });
        return shown;
    }
    QStringList chipTexts()
    {
        QStringList texts;
        const QList<ui::LabelChip *> shown = chips();
        for (const ui::LabelChip *chip : shown)
            texts.append(chip->text());
        return texts;
    }
    void choose(const QString &words)
    {
        chips().first()->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == words)
                action->trigger();
        }
        menu->close();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Labels)
#include "tst_Labels.moc"
