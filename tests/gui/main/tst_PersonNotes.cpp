// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"

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

INLET_TEST(tst_PersonNotes)
#include "tst_PersonNotes.moc"
