// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/DecisionLogDialog.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

class tst_DecisionLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        engine = std::make_unique<FakeEngine>();
        prompts = FakePrompts();
        now = QDateTime::currentDateTimeUtc();
        // Newest first: one on Mara, a bulk on three, an older one on Mara, one that was taken back, a note typed in two goes.
        records = {record("a", 60, "sort-away", "Not interested", 1, "Mara Petersen", 9), record("b", 120, "snooze", "2030-01-01T09:00:00.000Z", 2, "Jo Bell", 8),
            record("c", 120, "snooze", "2030-01-01T09:00:00.000Z", 3, "Kim Lee", 8), record("d", 120, "snooze", "2030-01-01T09:00:00.000Z", 4, "Pat Roy", 8),
            record("e", 3600, "categorize", "Interested", 1, "Mara Petersen", 7), record("u", 3700, "undo", "", 5, "Sam Fox", 0),
            record("f", 3800, "junk", "", 5, "Sam Fox", 0), record("g", 4000, "note", "Opens", 1, "Mara Petersen", 0),
            record("h", 4010, "note", "Ope", 1, "Mara Petersen", 0)};
        records[6].takenBack = true;
        records[7].ours = records[8].ours = false;
        engine->deskFake.decisions = records;
        engine->deskFake.undoSteps = {step(9, 60), step(8, 120), step(7, 3600)};
        subject = std::make_unique<DecisionLogDialog>(*engine, prompts, nullptr);
        subject->show();
        QTRY_COMPARE(table()->model()->rowCount(), 5);
    }
    void cleanup() { subject.reset(); }

    void rows_tellWhatAboutWhomByWhom()
    {
        QCOMPARE(cell(0, 1), QStringLiteral("Category set to Not interested, archived"));
        QCOMPARE(cell(0, 2), QStringLiteral("Mara Petersen"));
        QCOMPARE(cell(0, 3), QStringLiteral("this computer"));
        QVERIFY(cell(1, 1).startsWith(QStringLiteral("Snoozed until ")));
        QCOMPARE(cell(1, 2), QStringLiteral("Jo Bell, Kim Lee, Pat Roy"));
        QCOMPARE(cell(2, 1), QStringLiteral("Category set to Interested"));
        QCOMPARE(cell(3, 1), QStringLiteral("Moved to Junk (taken back)"));
        QCOMPARE(cell(4, 1), QStringLiteral("Note changed"));
        QCOMPARE(cell(4, 3), QStringLiteral("another computer"));
    }

    void search_byWhoAndWhat()
    {
        auto *edit = find<QLineEdit>(subject.get(), "decisionSearch");
        QTest::keyClicks(edit, QStringLiteral("mara"));
        QCOMPARE(table()->model()->rowCount(), 3);
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("SNOOZED"));
        QCOMPARE(table()->model()->rowCount(), 1);
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("zzz"));
        QVERIFY(find<QLabel>(subject.get(), "decisionCount")->text().contains(QStringLiteral("Nothing matches")));
        QVERIFY(!find<QPushButton>(subject.get(), "undoDecisionButton")->isEnabled());
    }

    void search_byAddress()
    {
        engine->deskFake.decisions[5].address = engine->deskFake.decisions[6].address = QStringLiteral("sam@fox.test");
        change(1);
        QTest::keyClicks(find<QLineEdit>(subject.get(), "decisionSearch"), QStringLiteral("FOX.test"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, 2), QStringLiteral("Sam Fox"));
    }

    void rows_ofOnePressAreOne_data()
    {
        using Records = QList<store::DecisionRecord>;
        QTest::addColumn<Records>("two");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("about");
        now = QDateTime::currentDateTimeUtc();
        const store::DecisionRecord first = record("1", 60, "snooze", "2030-01-01T09:00:00.000Z", 1, "Mara", 9);
        const auto row = [&first](const char *tag, int rows, const char *about, auto edit) {
            store::DecisionRecord second = first;
            second.id = "2";
            second.conversation = ConversationId(2);
            second.name = QStringLiteral("Jo");
            store::DecisionRecord one = first;
            edit(one, second);
            QTest::newRow(tag) << Records{one, second} << rows << QString::fromLatin1(about);
        };
        using Record = store::DecisionRecord;
        const auto old = [](Record &a, Record &b) { a.step = b.step = UndoId(); };
        row("one step", 1, "Mara, Jo", [](Record &, Record &) {});
        row("one step, part by part", 1, "Mara, Jo", [](Record &, Record &b) { b.at = b.at.addSecs(-3); });
        row("twice about one", 1, "Mara", [](Record &a, Record &b) { b.conversation = a.conversation; b.name = a.name; });
        row("one press long ago", 1, "Mara, Jo", old);
        row("two computers", 2, "Mara", [&](Record &a, Record &b) { old(a, b); b.author = QStringLiteral("other"); });
        row("two times", 2, "Mara", [&](Record &a, Record &b) { old(a, b); b.at = b.at.addSecs(-3); });
        row("until two days", 2, "Mara", [&](Record &a, Record &b) { old(a, b); b.argument = QStringLiteral("2030-01-02T09:00:00.000Z"); });
        row("one was taken back", 2, "Mara", [&](Record &a, Record &b) { old(a, b); b.takenBack = true; });
        row("two notes", 2, "Mara", [&](Record &a, Record &b) { old(a, b); a.verb = b.verb = QStringLiteral("note"); });
    }
    void rows_ofOnePressAreOne()
    {
        QFETCH(QList<store::DecisionRecord>, two);
        engine->deskFake.decisions = two;
        change(1);
        QTRY_VERIFY(table()->model()->rowCount() < 5);
        QTEST(table()->model()->rowCount(), "rows");
        QTEST(cell(0, 2), "about");
    }

    void rows_ofMany_sayHowManyMore()
    {
        QList<store::DecisionRecord> many;
        for (int i = 1; i <= 5; ++i)
            many.append(record(qPrintable(QString::number(i)), 60, "archive", "", i, qPrintable(QStringLiteral("P%1").arg(i)), 9));
        engine->deskFake.decisions = many;
        change(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, 2), QStringLiteral("P1, P2, P3 and 2 more"));
    }

    void empty_andCut_areSaid()
    {
        auto *count = find<QLabel>(subject.get(), "decisionCount");
        QCOMPARE(count->text(), QStringLiteral("5 decisions"));
        engine->deskFake.decisions.clear();
        change(1);
        QTRY_COMPARE(count->text(), QStringLiteral("Nothing was decided so far."));
        for (int i = 0; i < 2500; ++i)
            engine->deskFake.decisions.append(record(qPrintable(QString::number(i)), i, "star", "", i + 1, "Somebody", 0));
        change(1);
        QTRY_COMPARE(table()->model()->rowCount(), 2000);
        QCOMPARE(count->text(), QStringLiteral("2,000 decisions, the newest ones"));
    }

    void undo_newest_asksNothing()
    {
        table()->selectRow(0);
        click(subject.get(), "undoDecisionButton");
        QVERIFY(prompts.questions.isEmpty());
        QCOMPARE(engine->undoneSteps, QList<UndoId>{UndoId(9)});
    }

    void undo_older_takesWhatWasDecidedOnTop()
    {
        table()->selectRow(2);
        prompts.answer = false;
        click(subject.get(), "undoDecisionButton");
        QVERIFY(engine->undoneSteps.isEmpty());
        QCOMPARE(prompts.questions.size(), 1);
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 2 decisions?"));
        QVERIFY(prompts.questions.first().text.contains(QStringLiteral("1 newer decision about Mara Petersen")));
        prompts.answer = true;
        click(subject.get(), "undoDecisionButton");
        QCOMPARE(engine->undoneSteps, QList<UndoId>({UndoId(9), UndoId(7)})); // the newest first
    }

    void undo_older_ofSomethingElse_asksNothing()
    {
        engine->deskFake.decisions[0].verb = QStringLiteral("archive"); // not the category
        reload();
        table()->selectRow(2);
        click(subject.get(), "undoDecisionButton");
        QVERIFY(prompts.questions.isEmpty());
        QCOMPARE(engine->undoneSteps, QList<UndoId>{UndoId(7)});
    }

    void undo_older_ofSomebodyElse_asksNothing()
    {
        engine->deskFake.decisions[0].conversation = ConversationId(6);
        engine->deskFake.decisions[0].verb = QStringLiteral("archive");
        reload();
        engine->deskFake.decisions[4].verb = QStringLiteral("archive"); // the same thing, about another one
        change(1);
        QTRY_COMPARE(cell(2, 1), QStringLiteral("Archived"));
        table()->selectRow(2);
        click(subject.get(), "undoDecisionButton");
        QVERIFY(prompts.questions.isEmpty());
    }

    /// A step that is in the list twice, because another one came in between, is one decision.
    void undo_older_countsEachStepOnce_andMuteMovesToo()
    {
        engine->deskFake.decisions = {record("1", 10, "mute", "", 1, "Mara Petersen", 9), record("2", 11, "star", "", 2, "Jo Bell", 8),
            record("3", 12, "mute", "", 1, "Mara Petersen", 9), record("4", 60, "archive", "", 1, "Mara Petersen", 7)};
        change(1);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        table()->selectRow(3);
        click(subject.get(), "undoDecisionButton");
        QCOMPARE(prompts.questions.size(), 1);
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 2 decisions?"));
        QCOMPARE(engine->undoneSteps, QList<UndoId>({UndoId(9), UndoId(7)}));
    }

    void undo_whatCannotBeTakenBack_isOff()
    {
        auto *undo = find<QPushButton>(subject.get(), "undoDecisionButton");
        table()->selectRow(3);
        QVERIFY(!undo->isEnabled());
        QVERIFY(undo->toolTip().isEmpty()); // it is taken back
        QVERIFY(table()->model()->index(3, 1).data(TableDelegate::kTintRole).isValid());
        QVERIFY(!table()->model()->index(2, 1).data(TableDelegate::kTintRole).isValid());
        QVERIFY(find<QPushButton>(subject.get(), "undoSinceButton")->isEnabled());
        table()->selectRow(4);
        QVERIFY(!undo->isEnabled());
        QVERIFY(undo->toolTip().contains(QStringLiteral("The newest 100 decisions")));
        engine->deskFake.undoSteps = {step(7, 3600)};
        change(1);
        QTRY_VERIFY([this] {
            table()->selectRow(0); // nothing after it can be taken back
            return !find<QPushButton>(subject.get(), "undoSinceButton")->isEnabled();
        }());
    }

    void undo_problem_isSaid()
    {
        engine::ActionResult result;
        result.problem = QStringLiteral("The mailbox is gone.");
        Q_EMIT engine->actionDone(result);
        auto *notice = find<parts::NoticeBar>(subject.get(), "decisionNotice");
        QCOMPARE(notice->text(), result.problem);
        engine->deskFake.undoError = Error{ErrorKind::Storage, QStringLiteral("full"), {}, "disk-full"};
        click(subject.get(), "undoMinutesButton");
        QTRY_COMPARE(notice->text(), words::ofError(*engine->deskFake.undoError));
    }

    void conversationThatIsGone_cannotBeShown()
    {
        engine->deskFake.decisions = {record("a", 60, "suppress", "rival.test", 0, "", 0)};
        change(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QVERIFY(!find<QPushButton>(subject.get(), "openDecisionButton")->isEnabled());
        QSignalSpy opened(subject.get(), &DecisionLogDialog::conversationRequested);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
    }

    void undoSince_saysHowMany()
    {
        table()->selectRow(1);
        prompts.answer = false;
        click(subject.get(), "undoSinceButton");
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 2 decisions?"));
        QVERIFY(engine->deskFake.undoneSince.isEmpty());
        prompts.answer = true;
        click(subject.get(), "undoSinceButton");
        QCOMPARE(engine->deskFake.undoneSince, QList<QDateTime>{records.at(1).at});
        QTRY_VERIFY(find<QWidget>(subject.get(), "decisionNotice")->isVisible());
    }

    /// The last part of a large one is younger than its step, and all of it goes.
    void undoSince_beginsWhereTheStepBegan()
    {
        engine->deskFake.undoSteps[0] = step(9, 90);
        change(1);
        QTRY_VERIFY([this] {
            prompts.questions.clear();
            engine->deskFake.undoneSince.clear();
            table()->selectRow(0);
            auto *since = find<QPushButton>(subject.get(), "undoSinceButton");
            if (since->isEnabled())
                since->click();
            return engine->deskFake.undoneSince == QList<QDateTime>{now.addSecs(-90)};
        }());
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 1 decision?"));
    }

    void undoSince_wholeStack_saysWhereItEnds()
    {
        engine->deskFake.undoSteps.clear();
        for (int i = 0; i < 100; ++i)
            engine->deskFake.undoSteps.append(step(200 - i, 60 + i));
        change(1);
        QTRY_VERIFY([this] {
            prompts.questions.clear();
            click(subject.get(), "undoMinutesButton");
            return !prompts.questions.isEmpty() && prompts.questions.first().title == QStringLiteral("Undo 100 decisions?");
        }());
        QVERIFY(prompts.questions.first().text.contains(QStringLiteral("cannot be taken back any more")));
    }

    void undoLastMinutes_countsThoseOnly()
    {
        click(subject.get(), "undoMinutesButton");
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 2 decisions?"));
        QCOMPARE(engine->deskFake.undoneSince.size(), 1);
        QVERIFY(qAbs(engine->deskFake.undoneSince.first().secsTo(now) - 600) < 30);
        engine->deskFake.undoSteps = {step(7, 3600)};
        change(1);
        prompts.questions.clear();
        QTRY_VERIFY([this] {
            click(subject.get(), "undoMinutesButton");
            return find<QWidget>(subject.get(), "decisionNotice")->accessibleName().contains(QStringLiteral("Nothing was decided"));
        }());
    }

    void enter_opensTheConversation()
    {
        QSignalSpy opened(subject.get(), &DecisionLogDialog::conversationRequested);
        table()->setFocus();
        table()->selectRow(2);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ConversationId>(), ConversationId(1));
        QVERIFY(!subject->isVisible());
    }

    void change_keepsTheSelection()
    {
        table()->selectRow(2);
        engine->deskFake.decisions.prepend(record("z", 1, "star", "", 6, "New One", 10));
        change(6);
        QTRY_COMPARE(table()->model()->rowCount(), 6);
        QCOMPARE(table()->currentIndex().row(), 3);
    }

private:
    void change(qint64 conversation)
    {
        store::ChangeSet changes;
        changes.conversations = {ConversationId(conversation)};
        Q_EMIT engine->changed(changes);
    }
    void reload()
    {
        change(1);
        QTRY_COMPARE(cell(0, 1), QStringLiteral("Archived"));
    }
    store::DecisionRecord record(const char *id, int secondsAgo, const char *verb, const char *argument, qint64 conversation, const char *name, qint64 step)
    {
        store::DecisionRecord made;
        made.id = id;
        made.at = now.addSecs(-secondsAgo);
        made.verb = QString::fromLatin1(verb);
        made.argument = QString::fromLatin1(argument);
        made.conversation = ConversationId(conversation);
        made.name = QString::fromLatin1(name);
        made.step = UndoId(step);
        return made;
    }
    store::UndoStep step(qint64 id, int secondsAgo)
    {
        return {UndoId(id), store::TriageVerb::Archive, 1, QStringLiteral("Somebody"), now.addSecs(-secondsAgo)};
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>(subject.get(), "decisionTable"); }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
    QDateTime now;
    QList<store::DecisionRecord> records;
    std::unique_ptr<DecisionLogDialog> subject;
};

INLET_TEST(tst_DecisionLog)
#include "tst_DecisionLog.moc"
