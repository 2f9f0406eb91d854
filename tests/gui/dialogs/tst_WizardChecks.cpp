// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;

/// The page on which a mailbox is tried.
class tst_WizardChecks : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { openWizard(); }
    void cleanup() { closeWizard(); }

    void checks_failed_showsOneCauseAndOneButton();
    void checks_failed_doesNotSignInAgainByItself();
    void checks_cancelled_canBeTriedAgain();
    void checks_certificate_stopIsTheDefault();
    void checks_certificateTrusted_isForThisMailboxOnly();
    void checks_passedThenBack_doNotRunAgain();
};

void tst_WizardChecks::checks_failed_showsOneCauseAndOneButton()
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

void tst_WizardChecks::checks_failed_doesNotSignInAgainByItself()
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

void tst_WizardChecks::checks_cancelled_canBeTriedAgain()
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

void tst_WizardChecks::checks_certificate_stopIsTheDefault()
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

void tst_WizardChecks::checks_certificateTrusted_isForThisMailboxOnly()
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

void tst_WizardChecks::checks_passedThenBack_doNotRunAgain()
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

INLET_TEST(tst_WizardChecks)
#include "tst_WizardChecks.moc"
