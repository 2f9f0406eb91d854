// SPDX-License-Identifier: GPL-3.0-or-later
#include "ComposerFixture.h"
#include "support/TestMain.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;
using namespace std::chrono_literals;

class tst_Composer : public QObject, private ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { makeEngine(); }
    void cleanup() { delete window; }

    void reply_opens_asTheMailboxThatReceivedIt();
    void reply_sent_keepsThread();
    void reply_mailboxSwitched_startsANewThreadAndSaysSo();
    void reply_disabledMailbox_isStillTheSender();
    void new_withoutOrWithWrongRecipient_isRefusedInPlace();
    void new_recipientsAndCopies_areSent();
    void signature_ofTheSender_isInsertedAndExchanged();
    void send_error_isShownInPlaceWithTheText();
    void send_andArchive_archivesTheConversation();
    void send_twice_isOneMail();
    void rich_toggled_sendsBothForms();
    void popOut_handsTheDraftOver();
    void accessibility_everythingHasAName();
};

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

void tst_Composer::signature_ofTheSender_isInsertedAndExchanged()
{
    reply();
    QVERIFY(window->composer()->draft().text.startsWith(QStringLiteral("\n\n-- \nJo Brandt\nTry Acme\n\nOn ")));
    QTest::keyClicks(body(), QStringLiteral("mine"));
    find<QComboBox>(window, "fromComboBox")->setCurrentIndex(0);
    QVERIFY(window->composer()->draft().text.startsWith(QStringLiteral("mine\n\n-- \nAnna Keller\nTry Acme\n\nOn ")));
    QVERIFY(!window->composer()->draft().text.contains(QStringLiteral("Jo Brandt")));
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
