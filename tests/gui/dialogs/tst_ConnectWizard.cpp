// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardFixture.h"
#include "support/TestMain.h"

#include <QClipboard>
#include <QComboBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;

/// From an address to a stored mailbox: what is asked, in which order, and what is kept when one stops.
class tst_ConnectWizard : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { openWizard(); }
    void cleanup() { closeWizard(); }

    void wizard_keyboardOnly_connectsAndStoresAtTheEnd();
    void folders_serverIsSilent_areAskedFor();
    void address_garbage_isRefusedInPlace_data();
    void address_garbage_isRefusedInPlace();
    void address_known_isRefused();
    void address_typing_showsHowItKnows();
    void address_detectionStopped_staysUsable();
    void address_detectionTakesTooLong_endsInTheForm();
    void signIn_appPassword_losesSpacesOnPaste();
    void signIn_appPasswordButton_opensThePage();
    void signIn_passwordOfAnotherMailbox_warns();
    void signIn_passwordRefused_saysSoBeforeTyping();
    void signIn_show_revealsThePassword();
    void store_keyringMissing_asksForAPlace();
    void store_refused_keepsEverything();
    void done_another_keepsTheServers();
    void close_withPassword_asks();
    void escape_goesBackWithoutAsking();
};

void tst_ConnectWizard::wizard_keyboardOnly_connectsAndStoresAtTheEnd()
{
    QSignalSpy added(subject.get(), &ui::ConnectWizard::mailboxAdded);
    QSignalSpy inbox(subject.get(), &ui::ConnectWizard::openInboxRequested);
    QTest::keyClicks(subject->focusWidget(), QStringLiteral("anna.keller@try-acme.com"));
    press(Qt::Key_Return);
    QTRY_COMPARE(heading(), QStringLiteral("Sign in to Google"));
    QTest::keyClicks(subject->focusWidget(), QStringLiteral("abcdefghijklmnop"));
    press(Qt::Key_Return);
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    press(Qt::Key_Return);
    QCOMPARE(heading(), QStringLiteral("Folders and history"));
    QVERIFY(visibleTexts().contains(QStringLiteral("[Gmail]/Sent Mail")));
    press(Qt::Key_Down); // 90 days -> 1 year
    press(Qt::Key_Return);
    QCOMPARE(heading(), QStringLiteral("How you appear"));
    QCOMPARE(find<QLineEdit>(subject.get(), "nameEdit")->text(), QStringLiteral("Anna Keller"));
    QVERIFY(engine->addedAccounts.isEmpty());
    press(Qt::Key_Return);
    QTRY_COMPARE(heading(), QStringLiteral("Connected"));
    QCOMPARE(engine->addedAccounts.size(), 1);
    const accounts::Account stored = engine->addedAccounts.first();
    QCOMPARE(stored.email, QStringLiteral("anna.keller@try-acme.com"));
    QCOMPARE(stored.displayName, QStringLiteral("Anna Keller"));
    QCOMPARE(stored.history, accounts::HistoryWindow::Year1);
    QCOMPARE(stored.imap.host, QStringLiteral("imap.gmail.com"));
    QVERIFY(!stored.colour.isEmpty());
    QVERIFY(engine->addedPasswords.first().equals(Secret("abcdefghijklmnop")));
    QCOMPARE(added.size(), 1);
    press(Qt::Key_Return);
    QCOMPARE(inbox.size(), 1);
    QVERIFY(!subject->isVisible());
}

void tst_ConnectWizard::folders_serverIsSilent_areAskedFor()
{
    for (engine::CheckStep &one : engine->checkSteps) {
        if (one.step != QLatin1String("folders"))
            continue;
        for (const char *name : {"INBOX", "Gesendete Post", "Alt"}) {
            imap::RemoteFolder folder;
            folder.wireName = name;
            folder.name = QString::fromLatin1(name);
            folder.role = one.folders.isEmpty() ? imap::FolderRole::Inbox : imap::FolderRole::None;
            one.folders.append(folder);
        }
    }
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Folders and history"));
    QVERIFY(!find<QPushButton>(subject.get(), "chooseFoldersButton")->isVisible());
    auto *sent = find<QComboBox>(subject.get(), "sentFolderComboBox");
    QVERIFY(sent->isVisible());
    QCOMPARE(sent->itemText(1), QStringLiteral("Gesendete Post"));
    sent->setCurrentIndex(1);
    next()->click();
    QCOMPARE(heading(), QStringLiteral("How you appear"));
    next()->click();
    QTRY_COMPARE(engine->addedAccounts.size(), 1);
    QCOMPARE(engine->addedAccounts.first().folderChoices.sent, QByteArray("Gesendete Post"));
}

void tst_ConnectWizard::address_garbage_isRefusedInPlace_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("word") << QStringLiteral("anna");
    QTest::newRow("huge") << QString(50'000, QLatin1Char('x'));
    QTest::newRow("right-to-left") << QStringLiteral("anna@\u202eoi.emca");
    QTest::newRow("lines") << QStringLiteral("a@x.io\r\nRCPT TO:<b@y.io>");
    QTest::newRow("list") << QStringLiteral("a@x.io,b@y.io");
    QTest::newRow("markup") << QStringLiteral("<b>@x.io");
}

void tst_ConnectWizard::address_garbage_isRefusedInPlace()
{
    QFETCH(QString, typed);
    type("emailEdit", typed);
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Connect a mailbox"));
    QVERIFY(find<QLineEdit>(subject.get(), "emailEdit")->property("invalid").toBool());
    QVERIFY(!find<QLineEdit>(subject.get(), "emailEdit")->accessibleDescription().isEmpty());
    QVERIFY(engine->detectedAddresses.isEmpty());
}

void tst_ConnectWizard::address_known_isRefused()
{
    engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna"))};
    type("emailEdit", QStringLiteral("Anna@Try-Acme.com"));
    next()->click();
    QVERIFY(visibleTexts().contains(QStringLiteral("connected already")));
    QVERIFY(engine->detectedAddresses.isEmpty());
}

void tst_ConnectWizard::address_typing_showsHowItKnows()
{
    QTest::keyClicks(subject->focusWidget(), QStringLiteral("anna.keller@try-acme.com"));
    QTRY_COMPARE(find<QLabel>(subject.get(), "providerLabel")->text(), QStringLiteral("Google"));
    QVERIFY(visibleTexts().contains(QStringLiteral("aspmx.l.google.com")));
    QCOMPARE(engine->detectedAddresses.size(), 1);
}

void tst_ConnectWizard::address_detectionStopped_staysUsable()
{
    engine->withholdDetection = true;
    type("emailEdit", QStringLiteral("anna@try-acme.com"));
    next()->click();
    QVERIFY(!next()->isEnabled());
    press(Qt::Key_Escape);
    QCOMPARE(engine->cancelledDetections, 1);
    QVERIFY(subject->isVisible());
    QVERIFY(next()->isEnabled());
    engine->withholdDetection = false;
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Sign in to Google"));
}

void tst_ConnectWizard::address_detectionTakesTooLong_endsInTheForm()
{
    engine->withholdDetection = true;
    subject = std::make_unique<ui::ConnectWizard>(*engine, *prompts, ui::ConnectWizard::Options{20ms});
    subject->show();
    type("emailEdit", QStringLiteral("anna@try-acme.com"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Mail servers"));
    QVERIFY(visibleTexts().contains(QStringLiteral("took too long")));
    QVERIFY(engine->cancelledDetections > 0);
}

void tst_ConnectWizard::signIn_appPassword_losesSpacesOnPaste()
{
    toSignIn();
    auto *edit = find<QLineEdit>(subject.get(), "passwordEdit");
    edit->setFocus();
    QGuiApplication::clipboard()->setText(QStringLiteral("abcd efgh ijkl mnop\n"));
    QTest::keySequence(edit, QKeySequence::Paste);
    QCOMPARE(edit->text(), QStringLiteral("abcdefghijklmnop"));
}

void tst_ConnectWizard::signIn_appPasswordButton_opensThePage()
{
    toSignIn();
    QVERIFY(visibleTexts().contains(QStringLiteral("app password here")));
    QVERIFY(visibleTexts().contains(QStringLiteral("comes with OAuth support")));
    click(subject.get(), "appPasswordButton");
    QCOMPARE(prompts->openedUrls, QList<QUrl>{QUrl(QStringLiteral("https://myaccount.google.com/apppasswords"))});
    QCOMPARE(subject->focusWidget()->objectName(), QStringLiteral("passwordEdit"));
}

void tst_ConnectWizard::signIn_passwordOfAnotherMailbox_warns()
{
    engine->onMailboxesWithPassword = [](const Secret &password) {
        return password.equals(Secret("shared")) ? QStringList{QStringLiteral("jo@get-acme.com")} : QStringList();
    };
    toSignIn();
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("shared"));
    QTRY_VERIFY(visibleTexts().contains(QStringLiteral("jo@get-acme.com has the same password")));
    QVERIFY(next()->isEnabled());
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("x"));
    QVERIFY(!visibleTexts().contains(QStringLiteral("same password")));
}

void tst_ConnectWizard::signIn_passwordRefused_saysSoBeforeTyping()
{
    engine->detection.providerName = QStringLiteral("Microsoft");
    engine->detection.passwordRefused = true;
    type("emailEdit", QStringLiteral("anna@contoso.com"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Sign in to Microsoft"));
    QVERIFY(visibleTexts().contains(QStringLiteral("takes no passwords")));
    QVERIFY(visibleTexts().contains(QStringLiteral("OAuth support")));
    QVERIFY(!find<QLineEdit>(subject.get(), "passwordEdit")->isVisible());
    QVERIFY(!next()->isVisible());
    click(subject.get(), "serversButton");
    QCOMPARE(heading(), QStringLiteral("Mail servers"));
}

void tst_ConnectWizard::signIn_show_revealsThePassword()
{
    toSignIn();
    auto *edit = find<QLineEdit>(subject.get(), "passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    click(subject.get(), "showPasswordButton");
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    QCOMPARE(find<QToolButton>(subject.get(), "showPasswordButton")->accessibleName(), QStringLiteral("Hide the password"));
}

void tst_ConnectWizard::store_keyringMissing_asksForAPlace()
{
    engine->secretProblem = QStringLiteral("No unlocked password store was found.");
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    next()->click();
    next()->click();
    QTimer::singleShot(0, subject.get(), [this] {
        QTimer::singleShot(0, subject.get(), [] {
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            find<QRadioButton>(dialog, "sessionRadioButton")->setChecked(true);
            click(dialog, "acceptButton");
        });
    });
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Connected"));
    QCOMPARE(engine->chosenSecretStores.size(), 1);
    QCOMPARE(engine->chosenSecretStores.first().first, QStringLiteral("session"));
    QCOMPARE(engine->addedAccounts.size(), 1);
}

void tst_ConnectWizard::store_refused_keepsEverything()
{
    engine->onAdd = [](const accounts::Account &) -> Result<AccountId> {
        return Error{ErrorKind::Storage, QStringLiteral("disk full"), {}, {}};
    };
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    next()->click();
    next()->click();
    next()->click();
    QTRY_VERIFY(visibleTexts().contains(QStringLiteral("could not be saved")));
    QCOMPARE(heading(), QStringLiteral("How you appear"));
    engine->onAdd = nullptr;
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Connected"));
    QVERIFY(engine->addedPasswords.first().equals(Secret("secret")));
}

void tst_ConnectWizard::done_another_keepsTheServers()
{
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    for (int page = 0; page < 3; ++page)
        next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Connected"));
    QCOMPARE(subject->focusWidget(), next()); // to the inbox
    click(subject.get(), "anotherButton");
    QCOMPARE(heading(), QStringLiteral("Connect a mailbox"));
    const auto asked = engine->detectedAddresses.size();
    type("emailEdit", QStringLiteral("jo@try-acme.com"));
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Sign in to Google"));
    QCOMPARE(engine->detectedAddresses.size(), asked);
    QVERIFY(find<QLineEdit>(subject.get(), "passwordEdit")->text().isEmpty());
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("other"));
    next()->click();
    QTRY_COMPARE(engine->checkedAccounts.size(), 2);
    QCOMPARE(engine->checkedAccounts.last().imap.user, QStringLiteral("jo@try-acme.com"));
    QCOMPARE(engine->checkedAccounts.last().imap.host, QStringLiteral("imap.gmail.com"));
}

void tst_ConnectWizard::close_withPassword_asks()
{
    toSignIn();
    subject->close();
    QVERIFY(prompts->questions.isEmpty()); // nothing was typed that would be lost
    subject->show();
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("secret"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    prompts->answer = false;
    subject->close();
    QCOMPARE(prompts->questions.size(), 1);
    QVERIFY(prompts->questions.first().destructive);
    QVERIFY(subject->isVisible());
    prompts->answer = true;
    subject->close();
    QVERIFY(!subject->isVisible());
    QVERIFY(engine->addedAccounts.isEmpty());
}

void tst_ConnectWizard::escape_goesBackWithoutAsking()
{
    toSignIn();
    press(Qt::Key_Escape);
    QCOMPARE(heading(), QStringLiteral("Connect a mailbox"));
    QCOMPARE(find<QLineEdit>(subject.get(), "emailEdit")->text(), QStringLiteral("anna.keller@try-acme.com"));
    press(Qt::Key_Escape);
    QVERIFY(!subject->isVisible());
    QVERIFY(prompts->questions.isEmpty());
}

INLET_TEST(tst_ConnectWizard)
#include "tst_ConnectWizard.moc"
