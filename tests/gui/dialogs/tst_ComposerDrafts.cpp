// SPDX-License-Identifier: GPL-3.0-or-later
#include "ComposerFixture.h"
#include "support/TestMain.h"

#include <QLabel>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// What is typed is not lost.
class tst_ComposerDrafts : public QObject, private ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { makeEngine(); }
    void cleanup() { delete window; }

    void draft_typing_isSavedWithinASecond();
    void draft_savedTwice_isOneDraft();
    void draft_untouched_isNotSaved();
    void draft_windowDestroyed_isStillSaved();
    void draft_saveFails_saysSoAndKeepsTheText();
    void draft_fullDisk_isSavedByItselfLater();
    void draft_lostBelow_isSavedAsANewOne();
    void draft_resumed_bringsBackTextAndFiles();
    void draft_discard_asksAndRemoves();
    void draft_discardWhileSaving_leavesNothingBehind();
    void escape_closesAndKeepsTheDraft();
};

void tst_ComposerDrafts::draft_typing_isSavedWithinASecond()
{
    reply();
    QElapsedTimer clock;
    clock.start();
    // Typing that does not pause must not put the save off.
    while (engine->savedDrafts.isEmpty() && clock.elapsed() < 5000) {
        QTest::keyClicks(body(), QStringLiteral("x"));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    // The clock is set to 0.7 s; the rest is for a machine that does other things, too.
    QVERIFY2(clock.elapsed() <= 2000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(engine->savedDrafts.first().text.startsWith(QLatin1Char('x')));
    QTRY_COMPARE(find<QLabel>(window, "draftLabel")->text(), QStringLiteral("Draft saved"));
}

void tst_ComposerDrafts::draft_savedTwice_isOneDraft()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("a"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    QTest::keyClicks(body(), QStringLiteral("b"));
    QTRY_COMPARE(engine->savedDrafts.size(), 2);
    QCOMPARE(engine->savedDrafts.first().id, engine->savedDrafts.last().id);
}

void tst_ComposerDrafts::draft_untouched_isNotSaved()
{
    reply();
    QVERIFY(window->composer()->isUntouched());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QCoreApplication::processEvents();
    QVERIFY(engine->savedDrafts.isEmpty());
}

void tst_ComposerDrafts::draft_windowDestroyed_isStillSaved()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("do not lose me"));
    delete window;
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    QVERIFY(engine->savedDrafts.first().text.startsWith(QStringLiteral("do not lose me")));
}

void tst_ComposerDrafts::draft_saveFails_saysSoAndKeepsTheText()
{
    engine->onSaveDraft = [](const store::Draft &) -> Result<DraftId> {
        return Error{ErrorKind::Storage, QStringLiteral("disk full"), {}, {}};
    };
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    QTRY_VERIFY(notice().contains(QStringLiteral("not saved")));
    QVERIFY(body()->toPlainText().startsWith(QStringLiteral("text")));
    engine->onSaveDraft = nullptr;
    QTest::keyClicks(body(), QStringLiteral("!"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    QTRY_VERIFY(!notice().contains(QStringLiteral("not saved")));
}

/// Nobody types any more, and the text gets into the database when there is room again.
void tst_ComposerDrafts::draft_fullDisk_isSavedByItselfLater()
{
    const QString words = QStringLiteral("The disk is full. Make room on it; Inlet goes on by itself.");
    engine->onSaveDraft = [words](const store::Draft &) -> Result<DraftId> { return Error{ErrorKind::Storage, words, {}, "disk-full"}; };
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    QTRY_VERIFY(notice().contains(words));
    engine->onSaveDraft = nullptr;
    QTRY_COMPARE_WITH_TIMEOUT(engine->savedDrafts.size(), 1, 10000);
    QVERIFY(engine->savedDrafts.first().text.startsWith(QStringLiteral("text")));
    QTRY_VERIFY(!notice().contains(words));
}

/// A damaged database was replaced while the composer was open, and the draft could not be read.
void tst_ComposerDrafts::draft_lostBelow_isSavedAsANewOne()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    engine->onSaveDraft = [](const store::Draft &draft) -> Result<DraftId> {
        return draft.id.isValid() ? Result<DraftId>(Error{ErrorKind::NotFound, QStringLiteral("draft"), {}, {}}) : Result<DraftId>(DraftId(77));
    };
    QTest::keyClicks(body(), QStringLiteral("!"));
    delete window; // at once: nobody is left to try again
    QTRY_COMPARE(engine->savedDrafts.size(), 2);
    QVERIFY(engine->savedDrafts.last().id != engine->savedDrafts.first().id);
    QVERIFY(engine->savedDrafts.last().text.startsWith(QStringLiteral("text!")));
}

void tst_ComposerDrafts::draft_resumed_bringsBackTextAndFiles()
{
    store::Draft draft;
    draft.id = DraftId(55);
    draft.account = AccountId(2);
    draft.conversation = ConversationId(7);
    draft.mode = Mode::Reply;
    draft.to = QStringLiteral("mara@nordlicht.de");
    draft.cc = QStringLiteral("it@nordlicht.de");
    draft.subject = QStringLiteral("Re: x");
    draft.text = QStringLiteral("bold\n> old");
    draft.html = QStringLiteral("<div><b>bold</b></div>\n<blockquote><div>old</div></blockquote>");
    draft.inReplyTo = QStringLiteral("abc@nordlicht.de");
    draft.files = {{QStringLiteral("deck.pdf"), QByteArray("application/pdf"), QByteArray("%PDF")}};
    engine->savedDrafts = {draft};
    ComposeRequest request;
    request.draft = DraftId(55);
    open(request);
    QTRY_COMPARE(find<QLineEdit>(window, "subjectEdit")->text(), QStringLiteral("Re: x"));
    QVERIFY(body()->isRich());
    QVERIFY(find<QLineEdit>(window, "ccEdit")->isVisible());
    const store::Draft now = window->composer()->draft();
    QCOMPARE(now.id, DraftId(55));
    QCOMPARE(now.text, draft.text);
    QCOMPARE(now.files, draft.files);
    QCOMPARE(now.account, AccountId(2));
    QCOMPARE(now.inReplyTo, QStringLiteral("abc@nordlicht.de"));
}

void tst_ComposerDrafts::draft_discard_asksAndRemoves()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    prompts.answer = false;
    click(window, "discardButton");
    QVERIFY(window->isVisible());
    QCOMPARE(engine->savedDrafts.size(), 1);
    QVERIFY(prompts.questions.last().destructive);
    prompts.answer = true;
    click(window, "discardButton");
    QTRY_VERIFY(!window);
    QVERIFY(engine->savedDrafts.isEmpty());
}

void tst_ComposerDrafts::draft_discardWhileSaving_leavesNothingBehind()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    window->composer()->closeKeepingDraft(); // the save is on its way now
    QCOMPARE(engine->savedDrafts.size(), 1);
    window->composer()->discard();
    QTRY_VERIFY(engine->savedDrafts.isEmpty());
}

void tst_ComposerDrafts::escape_closesAndKeepsTheDraft()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("later"));
    key(Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QCOMPARE(engine->savedDrafts.size(), 1);
    QVERIFY(prompts.questions.isEmpty());
}

INLET_TEST(tst_ComposerDrafts)
#include "tst_ComposerDrafts.moc"
