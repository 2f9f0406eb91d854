// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/NoteView.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace inlet;
using namespace inlet::test;

/// The note about a person.
class tst_PersonNotes : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void note_isSavedAfterAPause();
    void paneByKey_singleKeysAreNoLetters_enterGoesToTheNote();
    void note_fullDisk_isKeptAndWrittenLater();
    void note_olderWriteFailed_theNewerOneStays();
    void note_reads_isOfTheOpenPerson();
    void typed_whileItIsFetchedAgain_stays();
    void typed_beforeItIsHere_isAddedToIt();
    void typed_beforeItIsHere_andGoneOn_isAddedToIt();
    void typed_beforeItIsHere_andClosed_isAddedToIt();
    void notRead_isNeverOverwritten();

private:
    [[nodiscard]] QPlainTextEdit *note() const { return f().find<QPlainTextEdit>("noteEdit"); }
    void changeOf(qint64 id) const
    {
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(id));
        Q_EMIT f().engine.changed(changes);
    }
};

void tst_PersonNotes::note_isSavedAfterAPause()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("Call in March"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(1)), QStringLiteral("Call in March"));
}

void tst_PersonNotes::paneByKey_singleKeysAreNoLetters_enterGoesToTheNote()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    QWidget *pane = f().find("leadPane");
    f().key(Qt::Key_F6);
    f().key(Qt::Key_F6);
    QTRY_VERIFY(pane->hasFocus());
    f().type("j");
    waitOpen(2);
    QTRY_VERIFY(!note->toPlainText().startsWith(QLatin1Char('j')));
    pane->setFocus();
    f().key(Qt::Key_Return);
    QTRY_VERIFY(note->hasFocus());
    f().type("j");
    QCOMPARE(current(), ConversationId(2));
    QVERIFY(note->toPlainText().contains(QLatin1Char('j')));
}

/// Not even where another conversation is open when there is room again.
void tst_PersonNotes::note_fullDisk_isKeptAndWrittenLater()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    f().engine.onSetNote = [] { return Result<void>(Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"}); };
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("Call in March"));
    QTRY_COMPARE(f().find<QLabel>("noteState")->text(), QStringLiteral("Not saved"));
    QVERIFY(f().engine.notes.value(ConversationId(1)) != QStringLiteral("Call in March"));
    f().find("conversationView")->setFocus();
    f().type("j");
    waitOpen(2);
    f().engine.onSetNote = nullptr;
    QTRY_COMPARE_WITH_TIMEOUT(f().engine.notes.value(ConversationId(1)), QStringLiteral("Call in March"), 10000);
}

/// The answer to the older one comes when the newer one is stored.
void tst_PersonNotes::note_olderWriteFailed_theNewerOneStays()
{
    waitOpen(1);
    auto *note = f().find<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    bool failed = false;
    f().engine.onSetNote = [&] {
        if (std::exchange(failed, true))
            return Result<void>();
        QMetaObject::invokeMethod(note, [&] {
            note->setPlainText(QStringLiteral("newer"));
            f().window->showConversation(ConversationId(2));
        }, Qt::QueuedConnection);
        return Result<void>(Error{ErrorKind::Storage, QStringLiteral("The database is busy."), {}, {}});
    };
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("older"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(1)), QStringLiteral("newer"));
    waitOpen(2);
    f().window->showConversation(ConversationId(1));
    waitOpen(1);
    QTRY_COMPARE(note->toPlainText(), QStringLiteral("newer"));
}

void tst_PersonNotes::note_reads_isOfTheOpenPerson()
{
    f().engine.leadInfos[ConversationId(2)].note = QStringLiteral("Only on Mondays");
    f().engine.leadInfos[ConversationId(1)].note = QStringLiteral("Opens Hamburg");
    waitOpen(1);
    auto *view = f().find<ui::NoteView>("noteView");
    changeOf(1);
    QTRY_COMPARE(view->toPlainText().trimmed(), QStringLiteral("Opens Hamburg"));
    f().type("j");
    waitOpen(2);
    QTRY_COMPARE(note()->toPlainText(), QStringLiteral("Only on Mondays"));
    QCOMPARE(view->toPlainText().trimmed(), QStringLiteral("Only on Mondays"));
}

/// A change of the person is read; letters come before the answer.
void tst_PersonNotes::typed_whileItIsFetchedAgain_stays()
{
    waitOpen(1);
    QTRY_VERIFY(note()->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    const int fetched = f().engine.leadsFetched;
    f().engine.leadInfos[ConversationId(1)].note = QStringLiteral("from another machine");
    changeOf(1);
    QCOMPARE(f().engine.leadsFetched, fetched + 1);
    note()->setFocus();
    note()->selectAll();
    QTest::keyClicks(note(), QStringLiteral("mine"));
    bool answered = false;
    f().engine.fetchLead(ConversationId(1), this, [&answered](const Result<store::LeadInfo> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(note()->toPlainText(), QStringLiteral("mine"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(1)), QStringLiteral("mine"));
}

void tst_PersonNotes::typed_beforeItIsHere_isAddedToIt()
{
    ui::LeadPane pane(f().engine); // alone: nobody else opens anything in it
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *edit = pane.findChild<QPlainTextEdit *>(QStringLiteral("noteEdit"));
    pane.setConversation(ConversationId(1));
    QTRY_VERIFY(edit->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    f().engine.leadInfos[ConversationId(2)].note = QStringLiteral("Only on Mondays");
    edit->setFocus();
    pane.setConversation(ConversationId(2));
    QTest::keyClicks(edit, QStringLiteral("new"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("Only on Mondays\nnew"));
    QTest::keyClicks(edit, QStringLiteral("er"));
    QTRY_COMPARE(f().engine.notes.value(ConversationId(2)), QStringLiteral("Only on Mondays\nnewer"));
    QVERIFY(!f().engine.notes.contains(ConversationId(1)));
}

void tst_PersonNotes::typed_beforeItIsHere_andGoneOn_isAddedToIt()
{
    ui::LeadPane pane(f().engine); // alone: nobody else opens anything in it
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *edit = pane.findChild<QPlainTextEdit *>(QStringLiteral("noteEdit"));
    pane.setConversation(ConversationId(1));
    QTRY_VERIFY(edit->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    f().engine.leadInfos[ConversationId(2)].note = QStringLiteral("Only on Mondays");
    edit->setFocus();
    pane.setConversation(ConversationId(2));
    QTest::keyClicks(edit, QStringLiteral("new"));
    pane.setConversation(ConversationId(3));
    QCOMPARE(edit->toPlainText(), QString());
    QTRY_COMPARE(f().engine.notes.value(ConversationId(2)), QStringLiteral("Only on Mondays\nnew"));
    QVERIFY(!f().engine.notes.contains(ConversationId(3)));
}

/// The program ends a moment after the last letter: nobody is there to wait for an answer.
void tst_PersonNotes::typed_beforeItIsHere_andClosed_isAddedToIt()
{
    f().engine.leadInfos[ConversationId(2)].note = QStringLiteral("Only on Mondays");
    {
        ui::LeadPane pane(f().engine);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        auto *edit = pane.findChild<QPlainTextEdit *>(QStringLiteral("noteEdit"));
        pane.setConversation(ConversationId(2));
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("new"));
    }
    QCOMPARE(f().engine.notes.value(ConversationId(2)), QStringLiteral("Only on Mondays\nnew"));
}

/// Where the store cannot be read just now, nobody knows what the note says.
void tst_PersonNotes::notRead_isNeverOverwritten()
{
    waitOpen(1);
    QTRY_VERIFY(note()->toPlainText().startsWith(QStringLiteral("Opens Hamburg")));
    f().engine.leadInfos[ConversationId(2)].note = QStringLiteral("Only on Mondays");
    f().engine.leadProblem = Error{ErrorKind::Storage, QStringLiteral("The database is busy."), {}, {}};
    f().window->showConversation(ConversationId(2));
    waitOpen(2);
    note()->setFocus();
    QTest::keyClicks(note(), QStringLiteral("new"));
    f().window->showConversation(ConversationId(3));
    waitOpen(3);
    QVERIFY(!f().engine.notes.contains(ConversationId(2)));
    f().engine.leadProblem.reset();
    QTRY_COMPARE_WITH_TIMEOUT(f().engine.notes.value(ConversationId(2)), QStringLiteral("Only on Mondays\nnew"), 10'000);
}

INLET_TEST(tst_PersonNotes)
#include "tst_PersonNotes.moc"
