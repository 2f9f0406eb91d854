// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/MailboxModel.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/RepairMailbox.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

class tst_Mailboxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();

    void table_order_needsYouFirst();
    void table_words_sayStateAndProof_data();
    void table_words_sayStateAndProof();
    void table_statusChange_keepsTheSelection();
    void table_actionCell_opensRepair();
    void table_remove_saysWhatIsKept();
    void table_empty_saysWhatToDo();
    void model_changes_keepTheRules();
    void repair_opensAtTheFailureWithoutSigningIn();
    void repair_newPassword_isStoredOnlyWhenItWorks();
    void repair_emptyPassword_keepsTheStoredOne();
    void repair_certificate_asksAndTrustsForThisMailbox();
    void repair_escape_stopsTheChecksFirst();
    void repair_enterOnTheEye_showsThePassword();
    void settings_saved_changeOnlyWhatIsShown();
    void settings_enterOnCancel_savesNothing();
    void settings_wrongAlias_isRefused_data();
    void settings_wrongAlias_isRefused();
    void settings_trustedCertificate_canBeForgotten();
    void settings_forgottenCertificate_serversLookedAt_staysForgotten();
    void settings_saveFails_staysOpen();
    void settings_folders_areChosenByLikeness();

private:
    engine::MailboxStatus status(qint64 id, engine::MailboxState state, const QString &reason = {}) const
    {
        engine::MailboxStatus made;
        made.account = AccountId(id);
        made.state = state;
        made.reason = reason;
        return made;
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
};

void tst_Mailboxes::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = FakePrompts();
    engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna")),
        account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo")),
        account(3, QStringLiteral("kim@acme.io"), QStringLiteral("Kim"))};
    engine->statuses.insert(AccountId(1), status(1, engine::MailboxState::Live));
    engine->statuses.insert(AccountId(2), status(2, engine::MailboxState::Checked));
    engine->statuses.insert(AccountId(3),
        status(3, engine::MailboxState::NeedsUser, QStringLiteral("Google did not accept this password.")));
    engine->countsValue.messagesByAccount.insert(AccountId(1), 3871);
    engine->countsValue.unreadByAccount.insert(AccountId(1), 12);
}

void tst_Mailboxes::table_order_needsYouFirst()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    auto *table = find<QTableView>(&subject, "mailboxTable");
    QStringList order;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        order.append(table->model()->index(row, 0).data().toString());
    QCOMPARE(order, (QStringList{QStringLiteral("kim@acme.io"), QStringLiteral("jo@get-acme.com"), QStringLiteral("anna@try-acme.com")}));
    QTRY_COMPARE(table->model()->index(2, int(MailboxModel::Column::Unread)).data().toString(), QStringLiteral("12"));
    QVERIFY(find<QLabel>(&subject, "summaryLabel")->text().contains(QStringLiteral("1 of 3 live")));
    QVERIFY(table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Needs you. Google did not accept")));
}

void tst_Mailboxes::table_words_sayStateAndProof_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("off") << int(engine::MailboxState::Off) << QStringLiteral("Off");
    QTest::newRow("connecting") << int(engine::MailboxState::Connecting) << QStringLiteral("Connecting");
    QTest::newRow("catching up") << int(engine::MailboxState::CatchingUp) << QStringLiteral("Catching up");
    QTest::newRow("paused") << int(engine::MailboxState::Paused) << QStringLiteral("Paused");
    QTest::newRow("live") << int(engine::MailboxState::Live) << QStringLiteral("Live");
    QTest::newRow("checked") << int(engine::MailboxState::Checked) << QStringLiteral("Checked 2 min ago");
    QTest::newRow("waiting") << int(engine::MailboxState::Waiting) << QStringLiteral("Waiting");
    QTest::newRow("needs you") << int(engine::MailboxState::NeedsUser) << QStringLiteral("Needs you");
}

void tst_Mailboxes::table_words_sayStateAndProof()
{
    QFETCH(int, state);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    engine::MailboxStatus shown;
    shown.state = engine::MailboxState(state);
    shown.provedAt = now.addSecs(-130);
    QTEST(words::ofMailbox(shown, now), "words");
}

void tst_Mailboxes::table_statusChange_keepsTheSelection()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    auto *table = find<QTableView>(&subject, "mailboxTable");
    subject.select(AccountId(1));
    QCOMPARE(table->currentIndex().row(), 2);
    engine->statuses[AccountId(1)] = status(1, engine::MailboxState::NeedsUser, QStringLiteral("x"));
    Q_EMIT engine->statusChanged(AccountId(1));
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().data().toString(), QStringLiteral("anna@try-acme.com"));
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 0);
}

void tst_Mailboxes::table_actionCell_opensRepair()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    QVERIFY(QTest::qWaitForWindowExposed(&subject));
    auto *table = find<QTableView>(&subject, "mailboxTable");
    QString opened;
    QTimer::singleShot(0, &subject, [&opened] {
        QWidget *dialog = QApplication::activeModalWidget();
        opened = dialog ? dialog->windowTitle() : QString();
        if (dialog)
            dialog->close();
    });
    const QModelIndex cell = table->model()->index(0, int(MailboxModel::Column::Action));
    QCOMPARE(cell.data().toString(), QStringLiteral("Repair"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, table->visualRect(cell).center());
    QCOMPARE(opened, QStringLiteral("Repair kim@acme.io"));
}

void tst_Mailboxes::table_remove_saysWhatIsKept()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    subject.select(AccountId(2));
    prompts.answer = false;
    click(&subject, "removeButton");
    QVERIFY(prompts.questions.last().text.contains(QStringLiteral("are kept")));
    QVERIFY(prompts.questions.last().title.contains(QStringLiteral("jo@get-acme.com")));
    QVERIFY(prompts.questions.last().destructive);
    QVERIFY(engine->removedAccounts.isEmpty());
    prompts.answer = true;
    click(&subject, "removeButton");
    QCOMPARE(engine->removedAccounts, QList<AccountId>{AccountId(2)});
    QTRY_COMPARE(find<QTableView>(&subject, "mailboxTable")->model()->rowCount(), 2);
}

void tst_Mailboxes::table_empty_saysWhatToDo()
{
    engine->accountList.clear();
    MailboxTable subject(*engine, prompts);
    subject.show();
    QVERIFY(!find<QTableView>(&subject, "mailboxTable")->isVisible());
    QVERIFY(!find<QPushButton>(&subject, "removeButton")->isEnabled());
    QVERIFY(find<QPushButton>(&subject, "addButton")->isEnabled());
}

void tst_Mailboxes::model_changes_keepTheRules()
{
    MailboxModel model(*engine, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const auto state : {engine::MailboxState::Waiting, engine::MailboxState::Live, engine::MailboxState::NeedsUser}) {
        engine->statuses[AccountId(2)] = status(2, state);
        Q_EMIT engine->statusChanged(AccountId(2));
    }
    Q_EMIT engine->statusChanged(AccountId(99));
    engine->accountList.removeFirst();
    Q_EMIT engine->accountsChanged();
    QCOMPARE(model.rowCount(), 2);
}

void tst_Mailboxes::repair_opensAtTheFailureWithoutSigningIn()
{
    engine->statuses[AccountId(3)].advice = QStringLiteral("Make a new app password.");
    RepairMailbox subject(*engine, prompts, engine->accountList.at(2), nullptr);
    subject.show();
    QCoreApplication::processEvents();
    QVERIFY(engine->checkedAccounts.isEmpty());
    QVERIFY(find<QWidget>(&subject, "check-login")->accessibleName().contains(QStringLiteral("failed")));
    QCOMPARE(find<QLabel>(&subject, "problemLabel")->text(), QStringLiteral("Google did not accept this password."));
}

void tst_Mailboxes::repair_newPassword_isStoredOnlyWhenItWorks()
{
    engine->onCheck = [](const accounts::Account &, const Secret &password) {
        return password.equals(Secret("right")) ? goodSteps() : refusedSteps();
    };
    RepairMailbox subject(*engine, prompts, engine->accountList.at(2), nullptr);
    subject.show();
    QTest::keyClicks(find<QLineEdit>(&subject, "passwordEdit"), QStringLiteral("wrong"));
    click(&subject, "checkButton");
    QTRY_COMPARE(find<QPushButton>(&subject, "checkButton")->text(), QStringLiteral("Try again"));
    QVERIFY(engine->updatedAccounts.isEmpty());
    find<QLineEdit>(&subject, "passwordEdit")->clear();
    QTest::keyClicks(find<QLineEdit>(&subject, "passwordEdit"), QStringLiteral("right"));
    click(&subject, "checkButton");
    QTRY_VERIFY(find<QWidget>(&subject, "repairNotice")->accessibleName().contains(QStringLiteral("works again")));
    QCOMPARE(engine->updatedAccounts.size(), 1);
    QCOMPARE(engine->updatedAccounts.first(), engine->accountList.at(2));
    QVERIFY(engine->updatedPasswords.first().equals(Secret("right")));
    click(&subject, "checkButton"); // "Done"
    QVERIFY(!subject.isVisible());
}

void tst_Mailboxes::repair_emptyPassword_keepsTheStoredOne()
{
    engine->checkSteps = goodSteps();
    RepairMailbox subject(*engine, prompts, engine->accountList.at(2), nullptr);
    subject.show();
    engine->accountList[2].signInRefused = true; // the dialog does not know
    click(&subject, "checkButton");
    QTRY_COMPARE(engine->updatedAccounts.size(), 1);
    QVERIFY(engine->checkedPasswords.first().isEmpty());
    QVERIFY(engine->updatedPasswords.first().isEmpty());
    QVERIFY(!engine->accountList.at(2).signInRefused);
}

void tst_Mailboxes::repair_certificate_asksAndTrustsForThisMailbox()
{
    engine->onCheck = [](const accounts::Account &checked, const Secret &) {
        return checked.imap.trustedFingerprint == certificate().sha256 ? goodSteps() : certificateSteps();
    };
    RepairMailbox subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    click(&subject, "checkButton");
    QTRY_VERIFY(subject.findChild<QWidget *>(QStringLiteral("certificatePanel")));
    QTRY_VERIFY(!find<QPushButton>(&subject, "checkButton")->isEnabled());
    QVERIFY(engine->updatedAccounts.isEmpty());
    click(&subject, "trustButton");
    QTRY_COMPARE(engine->updatedAccounts.size(), 1);
    QCOMPARE(engine->updatedAccounts.first().imap.trustedFingerprint, certificate().sha256);
    QVERIFY(engine->updatedAccounts.first().smtp.trustedFingerprint.isEmpty());
}

void tst_Mailboxes::repair_escape_stopsTheChecksFirst()
{
    engine->withholdChecks = true;
    RepairMailbox subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    click(&subject, "checkButton");
    QTest::keyClick(&subject, Qt::Key_Escape);
    QCOMPARE(engine->cancelledChecks, 1);
    QVERIFY(subject.isVisible());
    QTest::keyClick(&subject, Qt::Key_Escape);
    QVERIFY(!subject.isVisible());
}

void tst_Mailboxes::settings_enterOnCancel_savesNothing()
{
    MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    find<QLineEdit>(&subject, "nameEdit")->setText(QStringLiteral("Somebody else"));
    const QList<QPushButton *> buttons = subject.findChildren<QPushButton *>();
    const auto cancel = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->text() == QStringLiteral("Cancel"); });
    QVERIFY(cancel != buttons.cend());
    (*cancel)->setFocus();
    QTest::keyClick(*cancel, Qt::Key_Return);
    QVERIFY(!subject.isVisible());
    QVERIFY(engine->updatedAccounts.isEmpty());
}

/// A button with a picture takes its Enter as the others do.
void tst_Mailboxes::repair_enterOnTheEye_showsThePassword()
{
    RepairMailbox subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    auto *eye = find<QToolButton>(&subject, "showPasswordButton");
    eye->setFocus();
    QTest::keyClick(eye, Qt::Key_Return);
    QVERIFY(eye->isChecked());
    QVERIFY(engine->checkedAccounts.isEmpty());
}

void tst_Mailboxes::settings_saved_changeOnlyWhatIsShown()
{
    accounts::Account before = engine->accountList.at(0);
    before.secretStored = true;
    MailboxSettings subject(*engine, prompts, before, nullptr);
    QCOMPARE(subject.focusWidget()->objectName(), QStringLiteral("nameEdit"));
    subject.show();
    find<QLineEdit>(&subject, "nameEdit")->setText(QStringLiteral("Anna K."));
    find<QLineEdit>(&subject, "aliasesEdit")->setText(QStringLiteral("hello@try-acme.com, hello@try-acme.com; anna@try-acme.com"));
    find<QComboBox>(&subject, "historyComboBox")->setCurrentIndex(3);
    find<QCheckBox>(&subject, "unifiedCheckBox")->setChecked(false);
    click(&subject, "saveButton");
    QTRY_VERIFY(!subject.isVisible());
    accounts::Account expected = before;
    expected.displayName = QStringLiteral("Anna K.");
    expected.aliases = {QStringLiteral("hello@try-acme.com")};
    expected.history = accounts::HistoryWindow::All;
    expected.inUnifiedInbox = false;
    QCOMPARE(engine->updatedAccounts, QList<accounts::Account>{expected});
    QVERIFY(engine->updatedPasswords.first().isEmpty());
}

void tst_Mailboxes::settings_wrongAlias_isRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("word") << QStringLiteral("hello");
    QTest::newRow("right-to-left") << QStringLiteral("a@\u202eoi.emca");
    QTest::newRow("huge") << QString(100'000, QLatin1Char('a'));
    QTest::newRow("too many") << [] {
        QString many;
        for (int i = 0; i < 150; ++i)
            many += QStringLiteral("a%1@x.io,").arg(i);
        return many;
    }();
}

void tst_Mailboxes::settings_wrongAlias_isRefused()
{
    QFETCH(QString, typed);
    MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    find<QLineEdit>(&subject, "aliasesEdit")->setText(typed);
    click(&subject, "saveButton");
    QVERIFY(subject.isVisible());
    QVERIFY(find<QLineEdit>(&subject, "aliasesEdit")->property("invalid").toBool());
    QVERIFY(engine->updatedAccounts.isEmpty());
}

void tst_Mailboxes::settings_trustedCertificate_canBeForgotten()
{
    accounts::Account trusting = engine->accountList.at(0);
    trusting.imap.trustedFingerprint = certificate().sha256;
    MailboxSettings subject(*engine, prompts, trusting, nullptr);
    subject.show();
    click(&subject, "forgetTrustButton");
    click(&subject, "saveButton");
    QTRY_COMPARE(engine->updatedAccounts.size(), 1);
    QVERIFY(engine->updatedAccounts.first().imap.trustedFingerprint.isEmpty());
    MailboxSettings plain(*engine, prompts, engine->accountList.at(1), nullptr);
    plain.show();
    QVERIFY(!find<QPushButton>(&plain, "forgetTrustButton")->isVisible());
}

/// What is to be saved stays so over a look at the servers.
void tst_Mailboxes::settings_forgottenCertificate_serversLookedAt_staysForgotten()
{
    engine->accountList[0].imap.trustedFingerprint = certificate().sha256;
    MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    click(&subject, "forgetTrustButton");
    bool looked = false;
    QTimer::singleShot(0, &subject, [&] {
        auto *servers = subject.findChild<RepairMailbox *>();
        looked = servers;
        if (servers)
            servers->reject();
    });
    click(&subject, "serversButton");
    QVERIFY(looked);
    QVERIFY(!find<QPushButton>(&subject, "forgetTrustButton")->isVisible());
    click(&subject, "saveButton");
    QTRY_COMPARE(engine->updatedAccounts.size(), 1);
    QVERIFY(engine->updatedAccounts.first().imap.trustedFingerprint.isEmpty());
}

void tst_Mailboxes::settings_saveFails_staysOpen()
{
    engine->onUpdate = [](const accounts::Account &) -> Result<void> {
        return Error{ErrorKind::Storage, QStringLiteral("disk"), {}, {}};
    };
    MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    click(&subject, "saveButton");
    QTRY_VERIFY(find<QWidget>(&subject, "settingsNotice")->isVisible());
    QVERIFY(subject.isVisible());
}

void tst_Mailboxes::settings_folders_areChosenByLikeness()
{
    const auto folder = [](const char *name, imap::FolderRole role) {
        store::StoredFolder made;
        made.wireName = name;
        made.name = QString::fromUtf8(name);
        made.role = role;
        return made;
    };
    using imap::FolderRole;
    engine->folderLists.insert(AccountId(1), {folder("INBOX", FolderRole::Inbox), folder("Aufträge", FolderRole::None),
        folder("Outgoing/Sent 2026", FolderRole::None), folder("Zeug", FolderRole::None), folder("Spam", FolderRole::Junk)});
    MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
    subject.show();
    auto *sent = find<QComboBox>(&subject, "sentFolderComboBox");
    QTRY_VERIFY(sent->isEnabled());
    QStringList names;
    for (int at = 0; at < sent->count(); ++at)
        names.append(sent->itemText(at));
    QCOMPARE(names, (QStringList{QStringLiteral("None found"), QStringLiteral("Outgoing/Sent 2026"), QStringLiteral("Aufträge"),
                        QStringLiteral("Zeug"), QStringLiteral("Spam")}));
    QCOMPARE(find<QComboBox>(&subject, "junkFolderComboBox")->itemText(0), QStringLiteral("Automatic (Spam)"));
    // One folder cannot be two things.
    sent->setCurrentIndex(1);
    auto *trash = find<QComboBox>(&subject, "trashFolderComboBox");
    trash->setCurrentIndex(trash->findText(QStringLiteral("Outgoing/Sent 2026")));
    click(&subject, "saveButton");
    QVERIFY(subject.isVisible());
    trash->setCurrentIndex(trash->findText(QStringLiteral("Zeug")));
    click(&subject, "saveButton");
    QTRY_COMPARE(engine->updatedAccounts.size(), 1);
    QCOMPARE(engine->updatedAccounts.first().folderChoices.sent, QByteArray("Outgoing/Sent 2026"));
    QCOMPARE(engine->updatedAccounts.first().folderChoices.trash, QByteArray("Zeug"));
    QVERIFY(engine->updatedAccounts.first().folderChoices.junk.isEmpty());
}

INLET_TEST(tst_Mailboxes)
#include "tst_Mailboxes.moc"
