// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposeWarnings.h"
#include "ui/dialogs/ComposerWindow.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;
using namespace std::chrono_literals;
using Mode = store::Draft::Mode;

class tst_Composer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();
    void cleanup() { delete window; }

    void reply_opens_asTheMailboxThatReceivedIt();
    void reply_sent_keepsThread();
    void reply_mailboxSwitched_startsANewThreadAndSaysSo();
    void reply_disabledMailbox_isStillTheSender();
    void forward_fetchesFiles_beforeItCanBeSent();
    void forward_fileNotAvailable_mustBeRemoved();
    void new_withoutOrWithWrongRecipient_isRefusedInPlace();
    void new_recipientsAndCopies_areSent();
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
    void signature_ofTheSender_isInsertedAndExchanged();
    void warnings_firstSend_asksSecondSends();
    void warnings_areLive_andAskedAgainWhenTheyComeBack();
    void warnings_tellOfOtherConversationsAndTheirClock();
    void warnings_strangeCompany_unlessTheyNamedIt();
    void warnings_theirTime_data();
    void warnings_theirTime();
    void send_error_isShownInPlaceWithTheText();
    void send_andArchive_archivesTheConversation();
    void send_twice_isOneMail();
    void attach_files_areReadAtOnce();
    void attach_missingOrFolder_saysWhich();
    void attach_dropped_isAttached();
    void attach_overTheLimit_warns();
    void attach_removed_isGone();
    void rich_toggled_sendsBothForms();
    void popOut_handsTheDraftOver();
    void accessibility_everythingHasAName();

private:
    void open(const ComposeRequest &request, const Composer::Options &options = {});
    void reply(Mode mode = Mode::Reply);
    void fresh();
    [[nodiscard]] BodyEdit *body() const { return find<BodyEdit>(window, "bodyEdit"); }
    [[nodiscard]] QString notice() const
    {
        auto *shown = find<QWidget>(window, "composerNotice");
        return shown->isVisible() ? shown->accessibleName() : QString();
    }
    [[nodiscard]] QString warnings() const
    {
        auto *shown = find<QWidget>(window, "composerWarnings");
        return shown->isVisible() ? shown->accessibleName() : QString();
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.data(), pressed, modifiers);
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(window, name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
    QPointer<ComposerWindow> window;
};

void tst_Composer::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = FakePrompts();
    engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna Keller")),
        account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo Brandt"))};
    engine->accountList[1].aliases = {QStringLiteral("hello@get-acme.com")};
}

void tst_Composer::open(const ComposeRequest &request, const Composer::Options &options)
{
    delete window;
    window = new ComposerWindow(*engine, prompts, request, options);
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

void tst_Composer::reply(Mode mode)
{
    ComposeRequest request;
    request.mode = mode;
    request.message = inbound(AccountId(2), QStringLiteral("jo@get-acme.com"));
    request.body = inboundBody();
    open(request);
}

void tst_Composer::fresh()
{
    ComposeRequest request;
    request.account = AccountId(1);
    open(request);
}

void tst_Composer::reply_opens_asTheMailboxThatReceivedIt()
{
    reply();
    QCOMPARE(find<QComboBox>(window, "fromComboBox")->currentText(), QStringLiteral("Jo Brandt <jo@get-acme.com>"));
    QCOMPARE(find<QLineEdit>(window, "toEdit")->text(), QStringLiteral("Mara Petersen <mara@nordlicht.de>"));
    QCOMPARE(find<QLineEdit>(window, "subjectEdit")->text(), QStringLiteral("Re: Quick question"));
    QCOMPARE(window->focusWidget(), body());
    QCOMPARE(body()->textCursor().position(), 0);
    QVERIFY(body()->toPlainText().contains(QStringLiteral("Mara Petersen <mara@nordlicht.de> wrote:")));
    QVERIFY(!find<QLabel>(window, "threadHintLabel")->isVisible());
    QCOMPARE(window->windowTitle(), QStringLiteral("Re: Quick question"));
}

void tst_Composer::reply_sent_keepsThread()
{
    reply();
    QSignalSpy sent(window, &ComposerWindow::sent);
    QTest::keyClicks(body(), QStringLiteral("Thursday at ten?"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
    const store::Draft draft = engine->sent.first().first;
    QVERIFY(draft.id.isValid());
    QCOMPARE(draft.account, AccountId(2));
    QCOMPARE(draft.inReplyTo, QStringLiteral("abc@nordlicht.de"));
    QCOMPARE(draft.references.last(), QStringLiteral("abc@nordlicht.de"));
    QVERIFY(draft.text.startsWith(QStringLiteral("Thursday at ten?\n")));
    QVERIFY(draft.text.contains(QStringLiteral("\n> Hi Anna,\n>\n> sounds interesting.")));
    QVERIFY(draft.text.contains(QStringLiteral("\n>> Are you the right person")));
    QVERIFY(draft.html.isEmpty());
    QCOMPARE(engine->sent.first().second, 10s);
    QTRY_VERIFY(!window || !window->isVisible());
    QCOMPARE(sent.size(), 1);
}

void tst_Composer::reply_mailboxSwitched_startsANewThreadAndSaysSo()
{
    reply();
    auto *from = find<QComboBox>(window, "fromComboBox");
    from->setCurrentIndex(0);
    QVERIFY(find<QLabel>(window, "threadHintLabel")->isVisible());
    QVERIFY(find<QLabel>(window, "threadHintLabel")->text().contains(QStringLiteral("new thread")));
    store::Draft draft = window->composer()->draft();
    QCOMPARE(draft.account, AccountId(1));
    QVERIFY(draft.inReplyTo.isEmpty() && draft.references.isEmpty());
    from->setCurrentIndex(2); // an alias of the mailbox that received it
    draft = window->composer()->draft();
    QVERIFY(!find<QLabel>(window, "threadHintLabel")->isVisible());
    QCOMPARE(draft.from, QStringLiteral("hello@get-acme.com"));
    QCOMPARE(draft.inReplyTo, QStringLiteral("abc@nordlicht.de"));
}

void tst_Composer::reply_disabledMailbox_isStillTheSender()
{
    engine->accountList[1].enabled = false;
    reply();
    QCOMPARE(window->composer()->draft().account, AccountId(2));
    fresh();
    QCOMPARE(find<QComboBox>(window, "fromComboBox")->count(), 1);
}

void tst_Composer::forward_fetchesFiles_beforeItCanBeSent()
{
    ComposeRequest request;
    request.mode = Mode::Forward;
    request.message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    request.message.attachments = {{QByteArray("2"), QStringLiteral("offer.pdf"), QByteArray("application/pdf"), 8, {}, false}};
    request.body = inboundBody();
    engine->parts.insert({StoredMessageId(70), QByteArray("2")}, QByteArray("%PDF-1.7"));
    open(request);
    QTRY_COMPARE(window->composer()->draft().files.size(), 1);
    QCOMPARE(window->composer()->draft().files.first().content, QByteArray("%PDF-1.7"));
    QCOMPARE(window->focusWidget()->objectName(), QStringLiteral("toEdit"));
    QVERIFY(window->composer()->draft().text.contains(QStringLiteral("Forwarded message")));
    QVERIFY(window->composer()->draft().text.contains(QStringLiteral("From: Mara Petersen <mara@nordlicht.de>")));
}

void tst_Composer::forward_fileNotAvailable_mustBeRemoved()
{
    ComposeRequest request;
    request.mode = Mode::Forward;
    request.message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    request.message.attachments = {{QByteArray("2"), QStringLiteral("offer.pdf"), QByteArray("application/pdf"), 8, {}, false}};
    open(request);
    QTRY_VERIFY(window->findChild<QLabel *>());
    type("toEdit", QStringLiteral("cfo@nordlicht.de"));
    QTRY_VERIFY((window->composer()->send(), notice().contains(QStringLiteral("offer.pdf could not be fetched"))));
    QVERIFY(engine->sent.isEmpty());
    click(window, "removeAttachmentButton");
    window->composer()->send();
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_Composer::new_withoutOrWithWrongRecipient_isRefusedInPlace()
{
    fresh();
    QCOMPARE(window->focusWidget()->objectName(), QStringLiteral("toEdit"));
    window->composer()->send();
    QVERIFY(notice().contains(QStringLiteral("who gets this")));
    type("toEdit", QStringLiteral("mara@nordlicht.de, nobody"));
    key(Qt::Key_Tab);
    QVERIFY(notice().contains(QStringLiteral("\"nobody\" is not an email address")));
    window->composer()->send();
    QCOMPARE(window->focusWidget()->objectName(), QStringLiteral("toEdit"));
    QVERIFY(find<QLineEdit>(window, "toEdit")->property("invalid").toBool());
    QVERIFY(engine->sent.isEmpty());
}

void tst_Composer::new_recipientsAndCopies_areSent()
{
    fresh();
    QVERIFY(!find<QLineEdit>(window, "ccEdit")->isVisible());
    click(window, "copiesButton");
    type("toEdit", QStringLiteral("Mara Petersen <mara@nordlicht.de>; b@x.io"));
    type("ccEdit", QStringLiteral("c@x.io"));
    type("bccEdit", QStringLiteral("d@x.io"));
    type("subjectEdit", QStringLiteral("Hello"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
    const store::Draft draft = engine->sent.first().first;
    QCOMPARE(draft.to, QStringLiteral("Mara Petersen <mara@nordlicht.de>; b@x.io"));
    QCOMPARE(draft.cc, QStringLiteral("c@x.io"));
    QCOMPARE(draft.bcc, QStringLiteral("d@x.io"));
    QCOMPARE(draft.mode, Mode::New);
}

void tst_Composer::draft_typing_isSavedWithinASecond()
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

void tst_Composer::draft_savedTwice_isOneDraft()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("a"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    QTest::keyClicks(body(), QStringLiteral("b"));
    QTRY_COMPARE(engine->savedDrafts.size(), 2);
    QCOMPARE(engine->savedDrafts.first().id, engine->savedDrafts.last().id);
}

void tst_Composer::draft_untouched_isNotSaved()
{
    reply();
    QVERIFY(window->composer()->isUntouched());
    key(Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QCoreApplication::processEvents();
    QVERIFY(engine->savedDrafts.isEmpty());
}

void tst_Composer::draft_windowDestroyed_isStillSaved()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("do not lose me"));
    delete window;
    QTRY_COMPARE(engine->savedDrafts.size(), 1);
    QVERIFY(engine->savedDrafts.first().text.startsWith(QStringLiteral("do not lose me")));
}

void tst_Composer::draft_saveFails_saysSoAndKeepsTheText()
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
void tst_Composer::draft_fullDisk_isSavedByItselfLater()
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
void tst_Composer::draft_lostBelow_isSavedAsANewOne()
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

void tst_Composer::draft_resumed_bringsBackTextAndFiles()
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

void tst_Composer::draft_discard_asksAndRemoves()
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

void tst_Composer::draft_discardWhileSaving_leavesNothingBehind()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    window->composer()->closeKeepingDraft(); // the save is on its way now
    QCOMPARE(engine->savedDrafts.size(), 1);
    window->composer()->discard();
    QTRY_VERIFY(engine->savedDrafts.isEmpty());
}

void tst_Composer::escape_closesAndKeepsTheDraft()
{
    reply();
    QTest::keyClicks(body(), QStringLiteral("later"));
    key(Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QCOMPARE(engine->savedDrafts.size(), 1);
    QVERIFY(prompts.questions.isEmpty());
}

void tst_Composer::signature_ofTheSender_isInsertedAndExchanged()
{
    reply();
    QVERIFY(window->composer()->draft().text.startsWith(QStringLiteral("\n\n-- \nJo Brandt\nTry Acme\n\nOn ")));
    QTest::keyClicks(body(), QStringLiteral("mine"));
    find<QComboBox>(window, "fromComboBox")->setCurrentIndex(0);
    QVERIFY(window->composer()->draft().text.startsWith(QStringLiteral("mine\n\n-- \nAnna Keller\nTry Acme\n\nOn ")));
    QVERIFY(!window->composer()->draft().text.contains(QStringLiteral("Jo Brandt")));
}

void tst_Composer::warnings_firstSend_asksSecondSends()
{
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    body()->setFocus();
    QTest::keyClicks(body(), QStringLiteral("See the attached deck"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(warnings().contains(QStringLiteral("no subject")));
    QVERIFY(warnings().contains(QStringLiteral("attachment")));
    QVERIFY(engine->sent.isEmpty());
    QVERIFY(find<QPushButton>(window, "sendAnywayButton")->isVisible());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
    QVERIFY(prompts.questions.isEmpty());
}

void tst_Composer::warnings_areLive_andAskedAgainWhenTheyComeBack()
{
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    body()->setFocus();
    QVERIFY(warnings().isEmpty()); // nobody has written anything
    QTest::keyClicks(body(), QStringLiteral("See the attached deck"));
    QTRY_VERIFY(warnings().contains(QStringLiteral("no subject")) && warnings().contains(QStringLiteral("attachment")));
    QVERIFY(!find<QPushButton>(window, "sendAnywayButton")->isVisible());
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(find<QPushButton>(window, "sendAnywayButton")->isVisible());
    type("subjectEdit", QStringLiteral("Deck"));
    QTRY_VERIFY(!warnings().contains(QStringLiteral("no subject")));
    find<QLineEdit>(window, "subjectEdit")->clear();
    QTest::keyClick(find<QLineEdit>(window, "subjectEdit"), Qt::Key_A);
    QTest::keyClick(find<QLineEdit>(window, "subjectEdit"), Qt::Key_Backspace);
    QTRY_VERIFY(warnings().contains(QStringLiteral("no subject")));
    key(Qt::Key_Return, Qt::ControlModifier); // it went away and came back: nobody has agreed to it
    QVERIFY(engine->sent.isEmpty());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_Composer::warnings_tellOfOtherConversationsAndTheirClock()
{
    store::ConversationRow other;
    other.id = ConversationId(77);
    other.prospectName = QStringLiteral("Jo Bell");
    other.prospectAddress = QStringLiteral("jo@nordlicht.de");
    other.lastAt = QDateTime::currentDateTimeUtc().addSecs(-7200);
    store::RecipientFacts &known = engine->deskFake.factsOfAddresses[QStringLiteral("mara@nordlicht.de")];
    known.others = {other};
    fresh();
    type("toEdit", QStringLiteral("mara@nordlicht.de"));
    QTRY_VERIFY(warnings().contains(QStringLiteral("Jo Bell (same company) has another open conversation")));
    // A colleague says "stop" while the mail is written.
    known.others[0].category = store::Category::NotInterested;
    known.utcOffset = 0;
    while (QDateTime::currentDateTimeUtc().addSecs(60 * *known.utcOffset).time().hour() != 3)
        *known.utcOffset += *known.utcOffset < 720 ? 60 : -1380;
    store::ChangeSet changes;
    changes.conversations = {ConversationId(77)};
    Q_EMIT engine->changed(changes);
    QTRY_VERIFY(warnings().contains(QStringLiteral("Jo Bell (same company) answered “Not interested”")));
    QTRY_VERIFY(warnings().contains(QStringLiteral("It is night where they are")));
    type("subjectEdit", QStringLiteral("Hello"));
    body()->setFocus();
    QTest::keyClicks(body(), QStringLiteral("text"));
    key(Qt::Key_Return, Qt::ControlModifier); // a "no" is asked about, the clock is not
    QVERIFY(engine->sent.isEmpty());
    click(window, "sendAnywayButton");
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_Composer::warnings_strangeCompany_unlessTheyNamedIt()
{
    ComposeFacts facts;
    facts.subject = QStringLiteral("s");
    facts.addresses = {QStringLiteral("mara@nordlicht.de")};
    facts.ownWords = facts.text = QStringLiteral("I saw that Kessler grows.");
    facts.now = QDateTime::currentDateTimeUtc();
    facts.known.otherCompanies = {QStringLiteral("kessler.test")};
    QCOMPARE(composeWarnings(facts).size(), 1);
    QCOMPARE(composeWarnings(facts).first().text, QStringLiteral("The text names another prospect, kessler.test; this mail goes to nordlicht.de."));
    facts.text += QStringLiteral("\n> do you know Kessler?");
    QVERIFY(composeWarnings(facts).isEmpty());
}

void tst_Composer::warnings_theirTime_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("words");
    const QDateTime tuesday(QDate(2026, 3, 3), QTime(10, 30), Qt::UTC);
    QTest::newRow("working day") << 60 << tuesday << QString();
    QTest::newRow("night") << 540 << tuesday.addSecs(3600 * 3) << QStringLiteral("night where they are: Tuesday 22:30 (UTC+9)");
    QTest::newRow("half hours") << -330 << tuesday << QStringLiteral("night where they are: Tuesday 05:00 (UTC-5:30)");
    QTest::newRow("weekend there only") << 720 << tuesday.addDays(3).addSecs(3600 * 12) << QStringLiteral("weekend where they are: Saturday 10:30 (UTC+12)");
}

void tst_Composer::warnings_theirTime()
{
    QFETCH(int, offset);
    QFETCH(QDateTime, now);
    QFETCH(QString, words);
    const QString said = theirTimeWords(offset, now);
    QVERIFY2(words.isEmpty() ? said.isEmpty() : said.contains(words), qPrintable(said));
}

void tst_Composer::send_error_isShownInPlaceWithTheText()
{
    engine->onSend = [](const store::Draft &) -> Result<LedgerId> {
        return Error{ErrorKind::Config, QStringLiteral("mara@nordlicht.de asked not to be written to."), {}, {}};
    };
    reply();
    QTest::keyClicks(body(), QStringLiteral("text"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(notice().contains(QStringLiteral("asked not to be written to")));
    QVERIFY(window->isVisible());
    QVERIFY(!body()->isReadOnly());
    QVERIFY(body()->toPlainText().startsWith(QStringLiteral("text")));
    engine->onSend = nullptr;
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(engine->sent.size(), 2);
}

void tst_Composer::send_andArchive_archivesTheConversation()
{
    reply();
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(engine->actions.size(), 1);
    QCOMPARE(engine->actions.first().verb, store::TriageVerb::Archive);
    QCOMPARE(engine->actions.first().conversations, QList<ConversationId>{ConversationId(7)});
    QCOMPARE(engine->sent.size(), 1);
}

void tst_Composer::send_twice_isOneMail()
{
    reply();
    key(Qt::Key_Return, Qt::ControlModifier);
    window->composer()->send();
    window->composer()->send();
    QTRY_VERIFY(!window);
    QCOMPARE(engine->sent.size(), 1);
}

void tst_Composer::attach_files_areReadAtOnce()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("deck.txt"));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello");
    }
    reply();
    prompts.filesToOpen = {path};
    click(window, "attachButton");
    QVERIFY(QFile::remove(path));
    const store::Draft draft = window->composer()->draft();
    QCOMPARE(draft.files.size(), 1);
    QCOMPARE(draft.files.first().name, QStringLiteral("deck.txt"));
    QCOMPARE(draft.files.first().content, QByteArray("hello"));
    QCOMPARE(draft.files.first().contentType, QByteArray("text/plain"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1); // a file is not typed again: saved at once
}

void tst_Composer::attach_missingOrFolder_saysWhich()
{
    QTemporaryDir dir;
    reply();
    prompts.filesToOpen = {dir.filePath(QStringLiteral("gone.pdf")), dir.path()};
    click(window, "attachButton");
    QVERIFY(notice().contains(QStringLiteral("gone.pdf is not there")));
    QVERIFY(notice().contains(QStringLiteral("is a folder")));
    QVERIFY(window->composer()->draft().files.isEmpty());
}

void tst_Composer::attach_dropped_isAttached()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("a.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a");
    file.close();
    reply();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(body()->viewport(), &enter);
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(body()->viewport(), &drop);
    QCOMPARE(window->composer()->draft().files.size(), 1);
    QVERIFY(!body()->toPlainText().contains(QStringLiteral("file://")));
}

void tst_Composer::attach_overTheLimit_warns()
{
    engine->sizeLimit = 1000;
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("big.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2000, 'x'));
    file.close();
    reply();
    prompts.filesToOpen = {file.fileName()};
    click(window, "attachButton");
    QVERIFY(warnings().contains(QStringLiteral("usually sends at most")));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(engine->sent.isEmpty());
    click(window, "sendAnywayButton");
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_Composer::attach_removed_isGone()
{
    QTemporaryDir dir;
    QStringList paths;
    for (const char *name : {"a.txt", "b.txt"}) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        paths.append(file.fileName());
    }
    reply();
    prompts.filesToOpen = paths;
    click(window, "attachButton");
    click(window, "removeAttachmentButton");
    QCOMPARE(window->composer()->draft().files.size(), 1);
    QCOMPARE(window->composer()->draft().files.first().name, QStringLiteral("b.txt"));
}

void tst_Composer::rich_toggled_sendsBothForms()
{
    reply();
    QVERIFY(!find<QToolButton>(window, "boldButton")->isVisible());
    QTest::keyClicks(body(), QStringLiteral("plain "));
    key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(find<QToolButton>(window, "boldButton")->isVisible());
    QVERIFY(find<QToolButton>(window, "boldButton")->isChecked());
    QTest::keyClicks(body(), QStringLiteral("loud"));
    prompts.textToType = QStringLiteral("acme.io");
    click(window, "linkButton");
    const store::Draft draft = window->composer()->draft();
    QVERIFY2(draft.html.contains(QStringLiteral("plain <b>loud</b>")), qPrintable(draft.html));
    QVERIFY2(draft.html.contains(QStringLiteral("<a href=\"https://acme.io\">")), qPrintable(draft.html));
    QVERIFY(draft.html.contains(QStringLiteral("<blockquote type=\"cite\"")));
    QVERIFY(draft.text.startsWith(QStringLiteral("plain loud")));
}

void tst_Composer::popOut_handsTheDraftOver()
{
    ComposeRequest request;
    request.mode = Mode::Reply;
    request.message = inbound(AccountId(2), QStringLiteral("jo@get-acme.com"));
    Composer::Options options;
    options.inlineMode = true;
    open(request, options);
    QSignalSpy asked(window->composer(), &Composer::popOutRequested);
    QTest::keyClicks(body(), QStringLiteral("half"));
    click(window, "popOutButton");
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<DraftId>(), engine->savedDrafts.last().id);
}

void tst_Composer::accessibility_everythingHasAName()
{
    reply();
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName() + QLatin1Char(' ') + QString::fromLatin1(widget->metaObject()->className())));
    }
}

INLET_TEST(tst_Composer)
#include "tst_Composer.moc"
