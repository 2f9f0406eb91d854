// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/WhenDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// Decisions that ask first, in the real window: snooze, reminder, not now, do not contact, rules.
class tst_Decisions : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void snooze_typed_goesOn()
    {
        f().type("h");
        QTRY_VERIFY(f().dialog("whenEdit"));
        QVERIFY(f().engine.actions.isEmpty());
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit"));
        QTest::keyClicks(edit, QStringLiteral("3d"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        const store::TriageAction action = f().engine.actions.first();
        QCOMPARE(action.verb, TriageVerb::Snooze);
        QCOMPARE(action.conversations, QList{ConversationId(1)});
        QCOMPARE(action.until.toLocalTime().date(), QDate::currentDate().addDays(3));
        QTRY_COMPARE(current(), ConversationId(2));
    }

    void snooze_escape_leavesAllAsItIs()
    {
        f().type("h");
        QTRY_VERIFY(f().dialog("whenEdit"));
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), Qt::Key_Escape);
        QTRY_VERIFY(!f().dialog());
        QVERIFY(f().engine.actions.isEmpty());
        QCOMPARE(current(), ConversationId(1));
    }

    void snooze_mailArrivesMeanwhile_keepsItsConversation()
    {
        f().type("h");
        QTRY_VERIFY(f().dialog("whenEdit"));
        f().window->list()->select(ConversationId(3));
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations, QList{ConversationId(1)});
    }

    void snooze_outOfOffice_offersTheDayOfReturn()
    {
        f().openRow(8, {.scope = store::Scope::All, .account = {}, .category = store::Category::OutOfOffice, .search = {}});
        f().type("h");
        QTRY_VERIFY(f().dialog("whenEdit"));
        auto *list = f().dialog()->findChild<ui::ChoiceList *>(QStringLiteral("whenList"));
        QDate back = QDate::currentDate().addDays(9);
        while (back.dayOfWeek() >= Qt::Saturday)
            back = back.addDays(1);
        QCOMPARE(list->item(0)->data(ui::ChoiceList::Value).toDateTime().date(), back);
    }

    void remind_setsIt_andTakesItBack()
    {
        f().type("b");
        QTRY_VERIFY(f().dialog("whenEdit"));
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::Remind);
        QVERIFY(f().engine.actions.first().until > QDateTime::currentDateTimeUtc());
        QCOMPARE(current(), ConversationId(1)); // it stays
        f().openRow(4, {.scope = store::Scope::All, .account = {}, .category = store::Category::NotNow, .search = {}});
        f().type("b");
        QTRY_VERIFY(f().dialog("whenEdit"));
        QTest::keyClicks(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), QStringLiteral("remove"));
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.last().verb, TriageVerb::Unremind);
    }

    void notNow_sortsAtOnceAndAsksForTheDate()
    {
        f().type("4");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().category, store::Category::NotNow);
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Not now · ")));
        QTRY_VERIFY(f().dialog("whenEdit"));
        QCOMPARE(f().dialog()->findChild<QListWidget *>(QStringLiteral("whenList"))->item(0)->text(), QStringLiteral("Next week"));
        QTest::keyClicks(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), QStringLiteral("next month"));
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 2);
        QCOMPARE(f().engine.actions.last().verb, TriageVerb::Snooze);
    }

    void notInterested_goesAway_andOneUndoBringsItBack()
    {
        f().type("5");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().category, store::Category::NotInterested);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SortAway);
        QTRY_COMPARE(current(), ConversationId(2));
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Not interested")));
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Back in the inbox: ")));
        QCOMPARE(f().engine.undos, 1);
    }

    void toast_takesBackWhatItNames_notTheNewestStep()
    {
        const QString first = f().engine.rows.first().prospectName;
        f().type("e");
        QTRY_COMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Done · %1").arg(first));
        QTRY_COMPARE(current(), ConversationId(2));
        f().type("s");
        QTRY_COMPARE(f().engine.undoSteps.size(), 2); // the star shows on its row, the notice stays
        QCOMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Done · %1").arg(first));
        f().find<QPushButton>("toastButton")->click();
        QTRY_COMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Back in the inbox: %1").arg(first));
        QCOMPARE(f().engine.undoSteps.size(), 1);
        QCOMPARE(f().engine.undoSteps.first().verb, TriageVerb::Star);
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Star removed: ")));
    }

    void undo_stepFromBeforeTheStart_asksFirst()
    {
        store::UndoStep old;
        old.id = UndoId(7);
        old.verb = TriageVerb::Archive;
        old.conversations = 1;
        old.firstName = QStringLiteral("Ben Okafor");
        old.at = QDateTime::currentDateTimeUtc().addDays(-1);
        f().engine.undoSteps = {old};
        f().prompts.answer = false;
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f().prompts.questions.size(), 1);
        QVERIFY(f().prompts.questions.first().text.contains(QStringLiteral("Done · Ben Okafor")));
        QCOMPARE(f().engine.undoSteps.size(), 1);
        f().prompts.answer = true;
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(f().engine.undoSteps.isEmpty());
        QTRY_COMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Back in the inbox: Ben Okafor"));
    }

    void doNotContact_address()
    {
        f().type("8");
        QTRY_VERIFY(f().dialog("confirmButton"));
        QVERIFY(f().engine.actions.isEmpty());
        f().dialog()->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().category, store::Category::DoNotContact);
        QVERIFY(f().engine.actions.first().suppress.isEmpty()); // the category lists the address itself
        QTRY_COMPARE(current(), ConversationId(2));
    }

    void doNotContact_rowsNobodyLookedAt_countToo()
    {
        showLongList();
        f().window->listModel()->setAllMarked({ConversationId(10'398), ConversationId(10'399)});
        f().type("d");
        QTRY_VERIFY(f().dialog("confirmButton"));
        auto *one = f().dialog()->findChild<QRadioButton *>(QStringLiteral("oneAddressRadio"));
        QVERIFY2(one->text().contains(QStringLiteral("2 addresses")), qPrintable(one->text()));
        f().dialog()->findChild<QLineEdit *>(QStringLiteral("reasonEdit"))->setText(QStringLiteral("asked by phone"));
        f().dialog()->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().suppress.size(), 2);
        QCOMPARE(f().engine.actions.first().suppress.last().pattern, QStringLiteral("lead399@nordlicht.example"));
    }

    /// However long the rows take: no key gets through, no second question opens, and then it is there.
    void question_rowsTakeTheirTime_isWaitedFor()
    {
        showLongList();
        f().window->listModel()->setAllMarked({ConversationId(10'398), ConversationId(10'399)});
        f().engine.holdRows = true;
        f().type("d");
        QTRY_COMPARE(f().engine.heldRows.size(), 1);
        QElapsedTimer waited;
        waited.start();
        QTRY_VERIFY(waited.hasExpired(700)); // longer than keys are dead before a window
        f().type("edh8");
        f().window->perform(ui::ActionId::Snooze);
        QVERIFY(f().engine.actions.isEmpty());
        QCOMPARE(f().engine.heldRows.size(), 1);
        QVERIFY(!f().dialog());
        QCOMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Reading 2 conversations"));
        f().engine.heldRows.takeFirst()();
        QVERIFY(f().dialog("confirmButton"));
        f().dialog()->reject();
        // Escape means that nobody waits any more; keys live again.
        f().type("d");
        QTRY_COMPARE(f().engine.heldRows.size(), 1);
        f().key(Qt::Key_Escape);
        f().engine.heldRows.takeFirst()();
        QVERIFY(!f().dialog());
        f().type("e");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations.size(), 2);
    }

    void question_rowsThatAreMissing_areSaid()
    {
        showLongList();
        const auto vanish = [this](qint64 id) { f().engine.rows.removeIf([id](const store::ConversationRow &row) { return row.id == ConversationId(id); }); };
        f().window->listModel()->setAllMarked({ConversationId(10'398), ConversationId(10'399)});
        vanish(10'399);
        f().type("d");
        QTRY_VERIFY(f().dialog("missingLabel"));
        f().dialog()->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations, QList{ConversationId(10'398)});
        vanish(10'398);
        f().engine.actions.clear();
        f().window->listModel()->setAllMarked({ConversationId(10'397), ConversationId(10'396)});
        vanish(10'397);
        vanish(10'396);
        f().window->perform(ui::ActionId::DoNotContact);
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Not found any more")));
        QVERIFY(!f().dialog());
        QVERIFY(f().engine.actions.isEmpty());
    }

    /// Among the starred nothing leaves the list when it is done, however many it were.
    void doneButStarred_manyAtOnce_areNotSkipped()
    {
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &query) {
            return query.scope != store::Scope::NeedsAnswer || !row.archived;
        };
        showLongList(store::Scope::Starred);
        QList<ConversationId> many;
        for (int at = 0; at < 180; ++at)
            many.append(ConversationId(10'000 + at));
        QVERIFY(f().window->list()->select(many.last()));
        f().window->listModel()->setAllMarked(many);
        f().type("e");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QTRY_COMPARE(f().find<QLabel>("toastLabel")->text(), QStringLiteral("Done · 180 conversations"));
        // Whatever was asked about them is answered by now.
        for (int round = 0; round < 10; ++round) {
            bool answered = false;
            f().engine.fetchCounts(this, [&answered](const Result<store::Counts> &) { answered = true; });
            QTRY_VERIFY(answered);
        }
        // The one behind the 150th is stepped on when its neighbour is decided.
        QVERIFY(f().window->list()->select(ConversationId(10'178)));
        f().type("e");
        QCOMPARE(current(), ConversationId(10'179));
    }

    void doNotContact_domain_isOneStepWithIt()
    {
        f().type("d");
        QTRY_VERIFY(f().dialog("confirmButton"));
        auto *domain = f().dialog()->findChild<QRadioButton *>(QStringLiteral("wholeDomainRadio"));
        QVERIFY(domain->isVisible());
        domain->click();
        f().dialog()->findChild<QLineEdit *>(QStringLiteral("reasonEdit"))->setText(QStringLiteral("competitor"));
        f().dialog()->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        const QList<store::Suppression> listed = f().engine.actions.first().suppress;
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed.last().pattern, QStringLiteral("nordlicht.example"));
        QCOMPARE(listed.last().reason, QStringLiteral("competitor"));
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SortAway);
    }

    void chip_saysWhy_andLeadsToTheRule()
    {
        const auto automatic = std::find_if(f().engine.rows.cbegin(), f().engine.rows.cend(),
            [](const store::ConversationRow &row) { return row.categorySource == store::CategorySource::Automatic && row.isProspect; });
        QVERIFY(automatic != f().engine.rows.cend());
        f().openRow(automatic->id.number(), {.scope = store::Scope::All, .account = {}, .category = automatic->category, .search = {}});
        auto *chip = f().find<QToolButton>("categoryChip");
        QTRY_VERIFY(chip->toolTip().contains(QStringLiteral("86 % sure")));
        QVERIFY(chip->toolTip().contains(QStringLiteral("a question to us")));
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_VERIFY(f().find<QMenu>("categoryMenu"));
        auto *menu = f().find<QMenu>("categoryMenu");
        QVERIFY(menu->findChild<QLabel *>(QStringLiteral("whyLabel"))->text().contains(QStringLiteral("a question to us")));
        menu->actions().last()->trigger();
        menu->close();
        QTRY_VERIFY(f().dialog("applyRuleButton"));
    }

private:
    /// 400 more rows than the demo, most of which nobody has looked at.
    void showLongList(store::Scope scope = store::Scope::All) const
    {
        for (int at = 0; at < 400; ++at) {
            store::ConversationRow row = f().engine.rows.last();
            row.id = ConversationId(10'000 + at);
            row.sortAt -= 1000;
            row.prospectAddress = QStringLiteral("lead%1@nordlicht.example").arg(at);
            f().engine.rows.append(row);
        }
        f().window->showList({.scope = scope, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(f().window->listModel()->isComplete() && f().window->listModel()->rowCount() > 400);
        QVERIFY(!f().window->listModel()->rowData(ConversationId(10'399)));
    }
};

INLET_TEST(tst_Decisions)
#include "tst_Decisions.moc"
