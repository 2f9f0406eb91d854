// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
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

    void undo_whatCannotBeTakenBack_isOff()
    {
        table()->selectRow(3);
        QVERIFY(!find<QPushButton>(subject.get(), "undoDecisionButton")->isEnabled());
        QVERIFY(find<QPushButton>(subject.get(), "undoSinceButton")->isEnabled());
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

    void undoLastMinutes_countsThoseOnly()
    {
        click(subject.get(), "undoMinutesButton");
        QCOMPARE(prompts.questions.first().title, QStringLiteral("Undo 2 decisions?"));
        QCOMPARE(engine->deskFake.undoneSince.size(), 1);
        QVERIFY(qAbs(engine->deskFake.undoneSince.first().secsTo(now) - 600) < 30);
        engine->deskFake.undoSteps = {step(7, 3600)};
        store::ChangeSet changes;
        changes.conversations = {ConversationId(1)};
        Q_EMIT engine->changed(changes);
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
        store::ChangeSet changes;
        changes.conversations = {ConversationId(6)};
        Q_EMIT engine->changed(changes);
        QTRY_COMPARE(table()->model()->rowCount(), 6);
        QCOMPARE(table()->currentIndex().row(), 3);
    }

private:
    void reload()
    {
        store::ChangeSet changes;
        changes.conversations = {ConversationId(1)};
        Q_EMIT engine->changed(changes);
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
