// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardFixture.h"
#include "support/TestMain.h"

#include <QComboBox>

using namespace inlet;
using namespace inlet::test;

/// The form for servers that nobody knows.
class tst_WizardServers : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { openWizard(); }
    void cleanup() { closeWizard(); }

    void form_oneDirectionOnly_isRefusedWithTheReason_data();
    void form_oneDirectionOnly_isRefusedWithTheReason();
    void form_garbage_isRefused_data();
    void form_garbage_isRefused();
    void form_port25_isExplained();
    void form_hostWithPort_fillsTheFields();
};

void tst_WizardServers::form_oneDirectionOnly_isRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("emptied");
    QTest::addColumn<QString>("reason");
    QTest::newRow("only SMTP") << QByteArray("imapHostEdit") << QStringLiteral("can only send is not enough");
    QTest::newRow("only IMAP") << QByteArray("smtpHostEdit") << QStringLiteral("can only read is not enough");
}

void tst_WizardServers::form_oneDirectionOnly_isRefusedWithTheReason()
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

void tst_WizardServers::form_garbage_isRefused_data()
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

void tst_WizardServers::form_garbage_isRefused()
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

void tst_WizardServers::form_port25_isExplained()
{
    toForm();
    type("smtpPortEdit", QStringLiteral("25"));
    QVERIFY(visibleTexts().contains(QStringLiteral("blocked in most networks")));
    auto *tls = find<QComboBox>(subject.get(), "smtpTlsComboBox");
    QCOMPARE(tls->count(), 2); // there is no way without encryption
}

void tst_WizardServers::form_hostWithPort_fillsTheFields()
{
    toForm();
    auto *host = find<QLineEdit>(subject.get(), "imapHostEdit");
    host->setText(QStringLiteral("imap.acme.io:143:starttls"));
    next()->click();
    QCOMPARE(host->text(), QStringLiteral("imap.acme.io"));
    QCOMPARE(find<QLineEdit>(subject.get(), "imapPortEdit")->text(), QStringLiteral("143"));
    QCOMPARE(find<QComboBox>(subject.get(), "imapTlsComboBox")->currentText(), QStringLiteral("STARTTLS"));
}

INLET_TEST(tst_WizardServers)
#include "tst_WizardServers.moc"
