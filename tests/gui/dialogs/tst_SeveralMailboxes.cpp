// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/MailboxModel.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/RepairMailbox.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// What the table of mailboxes does to several at once, and how reading is paused.
class tst_SeveralMailboxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();

    void buttons_actOnTheSelection();
    void reading_saysHowFar_andHowLong();
    void pause_actsOnAllChosen_andContinues();
    void repair_goesOneAfterAnother();
    void removal_thatFails_isSaid_ofEach();
    void removal_inTheSettings_closesThemOnlyWhenItIsDone();

private:
    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
};

void tst_SeveralMailboxes::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = FakePrompts();
    engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna")),
        account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo")),
        account(3, QStringLiteral("kim@acme.io"), QStringLiteral("Kim"))};
    const std::pair<qint64, engine::MailboxState> states[] = {
        {1, engine::MailboxState::Live}, {2, engine::MailboxState::Checked}, {3, engine::MailboxState::NeedsUser}};
    for (const auto &[id, state] : states) {
        engine->statuses[AccountId(id)].account = AccountId(id);
        engine->statuses[AccountId(id)].state = state;
    }
}

void tst_SeveralMailboxes::buttons_actOnTheSelection()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    QVERIFY(QTest::qWaitForWindowActive(&subject));
    subject.select(AccountId(1));
    QTest::keyClick(find<QTableView>(&subject, "mailboxTable"), Qt::Key_F5);
    QCOMPARE(engine->checkedNow, QList<AccountId>{AccountId(1)});
    QCOMPARE(find<QPushButton>(&subject, "toggleButton")->text(), QStringLiteral("Disable"));
    click(&subject, "toggleButton");
    QCOMPARE(engine->updatedAccounts.size(), 1);
    QVERIFY(!engine->updatedAccounts.first().enabled);
    QVERIFY(engine->updatedPasswords.first().isEmpty());
    QTRY_COMPARE(find<QTableView>(&subject, "mailboxTable")->model()->index(2, int(MailboxModel::Column::State)).data().toString(), QStringLiteral("Off"));
    find<QTableView>(&subject, "mailboxTable")->selectAll();
    QVERIFY(!find<QPushButton>(&subject, "editButton")->isEnabled());
    QVERIFY(find<QPushButton>(&subject, "checkNowButton")->isEnabled());
    QSignalSpy wanted(&subject, &MailboxTable::connectRequested);
    click(&subject, "addButton");
    QCOMPARE(wanted.size(), 1);
}

void tst_SeveralMailboxes::reading_saysHowFar_andHowLong()
{
    engine::MailboxStatus &reading = engine->statuses[AccountId(1)];
    reading.state = engine::MailboxState::CatchingUp;
    reading.syncDone = 1240;
    reading.syncTotal = 3900;
    reading.secondsLeft = 230;
    MailboxTable subject(*engine, prompts);
    subject.show();
    subject.select(AccountId(1));
    QCOMPARE(find<QLabel>(&subject, "whyLabel")->text(), QStringLiteral("1,240 of about 3,900, newest first, about 4 min left."));
    QCOMPARE(find<QPushButton>(&subject, "pauseButton")->text(), QStringLiteral("Pause reading"));
}

void tst_SeveralMailboxes::pause_actsOnAllChosen_andContinues()
{
    engine::MailboxStatus paused;
    paused.account = AccountId(1);
    paused.state = engine::MailboxState::Paused;
    paused.syncDone = 1240;
    paused.syncTotal = 3900;
    paused.syncedBackTo = QDateTime(QDate(2026, 9, 12), QTime(12, 0));
    paused.historyPaused = true;
    engine->statuses.insert(AccountId(1), paused);
    MailboxTable subject(*engine, prompts);
    subject.show();
    QVERIFY(QTest::qWaitForWindowActive(&subject));
    auto *table = find<QTableView>(&subject, "mailboxTable");
    auto *button = find<QPushButton>(&subject, "pauseButton");
    const QModelIndex state = table->model()->index(1, int(MailboxModel::Column::State));
    QCOMPARE(state.data().toString(), QStringLiteral("Paused, 1,240 of 3,900 read"));
    QCOMPARE(state.data(Qt::ToolTipRole).toString(), QStringLiteral("Paused: 1,240 of about 3,900 read, back to 12 Sep"));
    QVERIFY(find<QLabel>(&subject, "summaryLabel")->text().contains(QStringLiteral("0 of 3 live")));
    subject.select(AccountId(1));
    QCOMPARE(button->text(), QStringLiteral("Continue reading"));
    QCOMPARE(find<QLabel>(&subject, "whyLabel")->text(),
        QStringLiteral("1,240 of about 3,900 read, back to 12 Sep. New mail comes in. Older mail waits until you continue reading."));
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(engine->pauses.last(), qMakePair(QList<AccountId>{AccountId(1)}, false));
    QCOMPARE(button->text(), QStringLiteral("Pause reading"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(engine->pauses.last().first.size(), 3);
    QVERIFY(engine->pauses.last().second);
    QCOMPARE(button->text(), QStringLiteral("Continue reading"));
    // Its cell does the same for one mailbox.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        table->visualRect(table->model()->index(1, int(MailboxModel::Column::Action))).center());
    QCOMPARE(engine->pauses.last(), qMakePair(QList<AccountId>{AccountId(1)}, false));
}

void tst_SeveralMailboxes::repair_goesOneAfterAnother()
{
    MailboxTable subject(*engine, prompts);
    subject.show();
    find<QTableView>(&subject, "mailboxTable")->selectAll();
    int opened = 0;
    QTimer watcher;
    watcher.setInterval(10);
    connect(&watcher, &QTimer::timeout, this, [&] {
        if (auto *dialog = qobject_cast<RepairMailbox *>(QApplication::activeModalWidget())) {
            ++opened;
            dialog->done(opened < 2 ? QDialog::Accepted : QDialog::Rejected);
        }
    });
    watcher.start();
    click(&subject, "repairButton");
    QCOMPARE(opened, 2); // the second one was left, so the third is not shown
}

void tst_SeveralMailboxes::removal_thatFails_isSaid_ofEach()
{
    engine->onRemove = [](AccountId id) -> Result<void> {
        if (id == AccountId(2))
            return {};
        return Error{ErrorKind::Config, QStringLiteral("mailbox %1 was not removed").arg(id.number()), {}, {}};
    };
    MailboxTable subject(*engine, prompts);
    subject.show();
    find<QTableView>(&subject, "mailboxTable")->selectAll();
    prompts.answer = true;
    click(&subject, "removeButton");
    QTRY_VERIFY(find<QWidget>(&subject, "noticeBar")->isVisible());
    const QString said = find<QWidget>(&subject, "noticeBar")->accessibleName();
    QVERIFY2(said.contains(QStringLiteral("mailbox 1 was not removed")) && said.contains(QStringLiteral("mailbox 3 was not removed")), qPrintable(said));
    QCOMPARE(engine->removedAccounts, QList<AccountId>{AccountId(2)});
}

void tst_SeveralMailboxes::removal_inTheSettings_closesThemOnlyWhenItIsDone()
{
    engine->onRemove = [](AccountId) -> Result<void> { return Error{ErrorKind::Config, QStringLiteral("it was not removed"), {}, {}}; };
    MailboxSettings subject(*engine, prompts, engine->accountList.first(), nullptr);
    subject.show();
    prompts.answer = true;
    click(&subject, "removeButton");
    QTRY_VERIFY(find<QWidget>(&subject, "settingsNotice")->accessibleName().contains(QStringLiteral("it was not removed")));
    QVERIFY(subject.isVisible());
    engine->onRemove = {};
    click(&subject, "removeButton");
    QTRY_VERIFY(!subject.isVisible());
    QCOMPARE(engine->removedAccounts, QList<AccountId>{AccountId(1)});
}

INLET_TEST(tst_SeveralMailboxes)
#include "tst_SeveralMailboxes.moc"
