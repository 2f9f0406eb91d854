// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/ConnectWizard.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;

class tst_ConnectWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();
    void cleanup() { subject.reset(); }

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
    void form_oneDirectionOnly_isRefusedWithTheReason_data();
    void form_oneDirectionOnly_isRefusedWithTheReason();
    void form_garbage_isRefused_data();
    void form_garbage_isRefused();
    void form_port25_isExplained();
    void form_hostWithPort_fillsTheFields();
    void checks_failed_showsOneCauseAndOneButton();
    void checks_failed_doesNotSignInAgainByItself();
    void checks_cancelled_canBeTriedAgain();
    void checks_certificate_stopIsTheDefault();
    void checks_certificateTrusted_isForThisMailboxOnly();
    void checks_passedThenBack_doNotRunAgain();
    void store_keyringMissing_asksForAPlace();
    void store_refused_keepsEverything();
    void done_another_keepsTheServers();
    void close_withPassword_asks();
    void escape_goesBackWithoutAsking();

private:
    void toSignIn();
    void toChecks();
    void toForm();
    void type(const char *name, const QString &text) { find<QLineEdit>(subject.get(), name)->setText(text); }
    [[nodiscard]] QString heading() const { return find<QLabel>(subject.get(), "headingLabel")->text(); }
    [[nodiscard]] QPushButton *next() const { return find<QPushButton>(subject.get(), "nextButton"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = subject->focusWidget();
        QTest::keyClick(focus ? focus : subject.get(), key, modifiers);
    }
    [[nodiscard]] QString visibleTexts() const;

    std::unique_ptr<FakeEngine> engine;
    std::unique_ptr<FakePrompts> prompts;
    std::unique_ptr<ui::ConnectWizard> subject;
};

void tst_ConnectWizard::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = std::make_unique<FakePrompts>();
    engine->detection = googleDetection();
    engine->checkSteps = goodSteps();
    subject = std::make_unique<ui::ConnectWizard>(*engine, *prompts);
    subject->show();
    QVERIFY(QTest::qWaitForWindowExposed(subject.get()));
}

QString tst_ConnectWizard::visibleTexts() const
{
    QStringList texts;
    const QList<QLabel *> labels = subject->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

void tst_ConnectWizard::toSignIn()
{
    type("emailEdit", QStringLiteral("anna.keller@try-acme.com"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Sign in to Google"));
}

void tst_ConnectWizard::toChecks()
{
    toSignIn();
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("secret"));
    next()->click();
}

void tst_ConnectWizard::toForm()
{
    engine->detection = unknownDetection();
    type("emailEdit", QStringLiteral("anna@acme.io"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Mail servers"));
}

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

void tst_ConnectWizard::form_oneDirectionOnly_isRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("emptied");
    QTest::addColumn<QString>("reason");
    QTest::newRow("only SMTP") << QByteArray("imapHostEdit") << QStringLiteral("can only send is not enough");
    QTest::newRow("only IMAP") << QByteArray("smtpHostEdit") << QStringLiteral("can only read is not enough");
}

void tst_ConnectWizard::form_oneDirectionOnly_isRefusedWithTheReason()
{
    QFETCH(QByteArray, emptied);
    QFETCH(QString, reason);
    toForm();
    QVERIFY(visibleTexts().contains(QStringLiteral("these are guesses")));
    type(emptied.constData(), QString());
    type("passwordEdit", QStringLiteral("secret"));
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Mail servers"));
    QVERIFY(visibleTexts().contains(reason));
    QVERIFY(engine->checkedAccounts.isEmpty());
}

void tst_ConnectWizard::form_garbage_isRefused_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("URL") << QByteArray("imapHostEdit") << QStringLiteral("https://mail.acme.io/") << QStringLiteral("without https://");
    QTest::newRow("address") << QByteArray("smtpHostEdit") << QStringLiteral("anna@acme.io") << QStringLiteral("an email address");
    QTest::newRow("spaces") << QByteArray("imapHostEdit") << QStringLiteral("mail acme io") << QStringLiteral("not the name");
    QTest::newRow("lines") << QByteArray("imapHostEdit") << QStringLiteral("mail.acme.io\r\nA1 LOGIN") << QStringLiteral("not the name");
    QTest::newRow("right-to-left") << QByteArray("imapHostEdit") << QStringLiteral("\u202eoi.emca.liam") << QStringLiteral("not the name");
    QTest::newRow("huge") << QByteArray("smtpHostEdit") << QString(50'000, QLatin1Char('m')) << QStringLiteral("not the name");
    QTest::newRow("port word") << QByteArray("imapPortEdit") << QStringLiteral("imaps") << QStringLiteral("1 to 65535");
    QTest::newRow("port 0") << QByteArray("imapPortEdit") << QStringLiteral("0") << QStringLiteral("1 to 65535");
    QTest::newRow("port too large") << QByteArray("smtpPortEdit") << QStringLiteral("65536") << QStringLiteral("1 to 65535");
    QTest::newRow("port huge") << QByteArray("smtpPortEdit") << QString(5'000, QLatin1Char('9')) << QStringLiteral("1 to 65535");
    QTest::newRow("port signed") << QByteArray("smtpPortEdit") << QStringLiteral("-465") << QStringLiteral("1 to 65535");
    QTest::newRow("POP3") << QByteArray("imapPortEdit") << QStringLiteral("110") << QStringLiteral("POP3 is not offered");
    QTest::newRow("POP3 over TLS") << QByteArray("imapPortEdit") << QStringLiteral("995") << QStringLiteral("POP3 is not offered");
    QTest::newRow("no user") << QByteArray("imapUserEdit") << QString() << QStringLiteral("Type the user name");
    QTest::newRow("user lines") << QByteArray("smtpUserEdit") << QStringLiteral("anna\r\nQUIT") << QStringLiteral("invisible characters");
    QTest::newRow("user huge") << QByteArray("smtpUserEdit") << QString(50'000, QLatin1Char('u')) << QStringLiteral("too long");
    QTest::newRow("no password") << QByteArray("passwordEdit") << QString() << QStringLiteral("Type the password");
}

void tst_ConnectWizard::form_garbage_isRefused()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    QFETCH(QString, reason);
    toForm();
    type("passwordEdit", QStringLiteral("secret"));
    type(field.constData(), typed);
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Mail servers"));
    QVERIFY2(visibleTexts().contains(reason), qPrintable(visibleTexts()));
    QVERIFY(engine->checkedAccounts.isEmpty());
    QVERIFY(engine->addedAccounts.isEmpty());
}

void tst_ConnectWizard::form_port25_isExplained()
{
    toForm();
    type("smtpPortEdit", QStringLiteral("25"));
    QVERIFY(visibleTexts().contains(QStringLiteral("blocked in most networks")));
    auto *tls = find<QComboBox>(subject.get(), "smtpTlsComboBox");
    QCOMPARE(tls->count(), 2); // there is no way without encryption
}

void tst_ConnectWizard::form_hostWithPort_fillsTheFields()
{
    toForm();
    auto *host = find<QLineEdit>(subject.get(), "imapHostEdit");
    host->setText(QStringLiteral("imap.acme.io:143:starttls"));
    next()->click();
    QCOMPARE(host->text(), QStringLiteral("imap.acme.io"));
    QCOMPARE(find<QLineEdit>(subject.get(), "imapPortEdit")->text(), QStringLiteral("143"));
    QCOMPARE(find<QComboBox>(subject.get(), "imapTlsComboBox")->currentText(), QStringLiteral("STARTTLS"));
}

void tst_ConnectWizard::checks_failed_showsOneCauseAndOneButton()
{
    engine->checkSteps = refusedSteps();
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Not connected yet"));
    auto *login = find<QWidget>(subject.get(), "check-login");
    QVERIFY(login->accessibleName().contains(QStringLiteral("failed")));
    QCOMPARE(login->findChildren<QLabel *>(QStringLiteral("problemLabel")).size(), 1);
    QCOMPARE(login->findChildren<QPushButton *>(QStringLiteral("nextActionButton")).size(), 1);
    QVERIFY(find<QWidget>(subject.get(), "check-smtp-login")->findChild<QPushButton *>(QStringLiteral("nextActionButton")));
    QVERIFY(find<QWidget>(subject.get(), "check-push")->accessibleName().contains(QStringLiteral("not checked")));
    auto *reply = find<QLabel>(login, "serverReplyLabel");
    QVERIFY(!reply->isVisible());
    click(login, "detailsButton");
    QVERIFY(reply->isVisible());
    QVERIFY(reply->text().contains(QStringLiteral("Application-specific password required")));
    click(login, "nextActionButton");
    QCOMPARE(prompts->openedUrls.size(), 1);
    QVERIFY(engine->addedAccounts.isEmpty());
}

void tst_ConnectWizard::checks_failed_doesNotSignInAgainByItself()
{
    engine->checkSteps = refusedSteps();
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Not connected yet"));
    QCoreApplication::processEvents();
    QCOMPARE(engine->checkedAccounts.size(), 1);
    engine->checkSteps = goodSteps();
    QCOMPARE(next()->text(), QStringLiteral("Try again"));
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    QCOMPARE(engine->checkedAccounts.size(), 2);
}

void tst_ConnectWizard::checks_cancelled_canBeTriedAgain()
{
    engine->withholdChecks = true;
    toChecks();
    QTRY_VERIFY(find<QWidget>(subject.get(), "check-dns")->accessibleName().contains(QStringLiteral("done")));
    QVERIFY(!next()->isEnabled());
    press(Qt::Key_Escape);
    QCOMPARE(heading(), QStringLiteral("Stopped"));
    QCOMPARE(engine->cancelledChecks, 1);
    engine->withholdChecks = false;
    next()->click();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
}

void tst_ConnectWizard::checks_certificate_stopIsTheDefault()
{
    engine->checkSteps = certificateSteps();
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Not connected yet"));
    QCOMPARE(subject->focusWidget()->objectName(), QStringLiteral("stopButton"));
    QVERIFY(!next()->isEnabled());
    const QString texts = visibleTexts();
    for (const char *fact : {"CN=mail.acme.io, O=Acme", "localhost", "2026", "9F:86:D0:81"})
        QVERIFY2(texts.contains(QString::fromLatin1(fact)), fact);
    press(Qt::Key_Return);
    QCOMPARE(heading(), QStringLiteral("Sign in to Google"));
    QVERIFY(engine->addedAccounts.isEmpty());
    QCOMPARE(engine->checkedAccounts.size(), 1);
}

void tst_ConnectWizard::checks_certificateTrusted_isForThisMailboxOnly()
{
    engine->onCheck = [](const accounts::Account &checked, const Secret &) {
        return checked.imap.trustedFingerprint == certificate().sha256 ? goodSteps() : certificateSteps();
    };
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Not connected yet"));
    click(subject.get(), "trustButton");
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    QCOMPARE(engine->checkedAccounts.last().imap.trustedFingerprint, certificate().sha256);
    QVERIFY(engine->checkedAccounts.last().smtp.trustedFingerprint.isEmpty());
}

void tst_ConnectWizard::checks_passedThenBack_doNotRunAgain()
{
    toChecks();
    QTRY_COMPARE(heading(), QStringLiteral("Everything works"));
    click(subject.get(), "backButton");
    next()->click();
    QCOMPARE(heading(), QStringLiteral("Everything works"));
    QCOMPARE(engine->checkedAccounts.size(), 1);
    click(subject.get(), "backButton");
    QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("x"));
    next()->click();
    QTRY_COMPARE(engine->checkedAccounts.size(), 2);
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
