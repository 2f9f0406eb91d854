// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/ConnectWizard.h"
#include "ui/dialogs/FleetModel.h"
#include "ui/dialogs/FleetRunner.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryFile>

#include <memory>

using namespace inlet;
using namespace inlet::test;

class tst_Fleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();
    void cleanup() { subject.reset(); }

    void list_allGood_isStoredRowByRow();
    void list_failures_areGroupedByCauseAndNotStored();
    void list_retryGroup_checksOnlyThese();
    void list_wrongLine_showsItsNumberAndCannotBeRetried();
    void list_unreadable_staysOnThePage();
    void list_openedFile_isReadAndBounded();
    void list_duplicatesAndKnown_areNotAddedTwice();
    void list_passwordRefused_isAFailure();
    void list_cancelled_keepsWhatWorked();
    void runner_manyRows_areBounded();
    void runner_hundredsOfRows_areFluent();
    void model_changes_keepTheRules();

private:
    void start(const QList<engine::FleetRow> &rows);
    [[nodiscard]] QString heading() const { return find<QLabel>(subject.get(), "headingLabel")->text(); }
    [[nodiscard]] QStringList groups() const;

    std::unique_ptr<FakeEngine> engine;
    std::unique_ptr<FakePrompts> prompts;
    std::unique_ptr<ui::ConnectWizard> subject;
};

void tst_Fleet::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = std::make_unique<FakePrompts>();
    engine->detection = googleDetection();
    engine->checkSteps = goodSteps();
    subject = std::make_unique<ui::ConnectWizard>(*engine, *prompts);
    subject->showFleet();
    subject->show();
    QVERIFY(QTest::qWaitForWindowExposed(subject.get()));
}

void tst_Fleet::start(const QList<engine::FleetRow> &rows)
{
    engine->onParseFleet = [rows](const QByteArray &) { return engine::Fleet{rows, {}}; };
    find<QPlainTextEdit>(subject.get(), "fleetEdit")->setPlainText(QStringLiteral("email,password\n"));
    click(subject.get(), "nextButton");
}

QStringList tst_Fleet::groups() const
{
    QStringList texts;
    const QList<QLabel *> labels = subject->findChildren<QLabel *>(QStringLiteral("groupLabel"));
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

void tst_Fleet::list_allGood_isStoredRowByRow()
{
    QSignalSpy added(subject.get(), &ui::ConnectWizard::mailboxAdded);
    QList<engine::FleetRow> rows;
    for (int i = 0; i < 12; ++i)
        rows.append(fleetRow(i + 2, QStringLiteral("rep%1@try-acme.com").arg(QChar(u'a' + i))));
    rows[3].account.imap.host.clear(); // to be detected
    start(rows);
    QTRY_COMPARE(heading(), QStringLiteral("12 of 12 connected"));
    QCOMPARE(engine->addedAccounts.size(), 12);
    QCOMPARE(added.size(), 12);
    QCOMPARE(engine->detectedAddresses, QStringList{QStringLiteral("repd@try-acme.com")});
    QVERIFY(groups().isEmpty());
}

void tst_Fleet::list_failures_areGroupedByCauseAndNotStored()
{
    engine->onCheck = [](const accounts::Account &checked, const Secret &) {
        return checked.email.startsWith(QLatin1String("bad")) ? refusedSteps() : goodSteps();
    };
    start({fleetRow(2, QStringLiteral("bad1@x.io")), fleetRow(3, QStringLiteral("good@x.io")),
        fleetRow(4, QStringLiteral("bad2@x.io")), fleetRow(5, QStringLiteral("bad3@x.io"))});
    QTRY_COMPARE(heading(), QStringLiteral("1 of 4 connected"));
    QCOMPARE(engine->addedAccounts.size(), 1);
    QCOMPARE(engine->addedAccounts.first().email, QStringLiteral("good@x.io"));
    QTRY_COMPARE(groups().size(), 1);
    QVERIFY(groups().first().startsWith(QLatin1String("3 ")));
    QVERIFY(groups().first().contains(QLatin1String("app password")));
}

void tst_Fleet::list_retryGroup_checksOnlyThese()
{
    engine->onCheck = [](const accounts::Account &checked, const Secret &) {
        return checked.email.startsWith(QLatin1String("bad")) ? refusedSteps() : goodSteps();
    };
    start({fleetRow(2, QStringLiteral("bad1@x.io")), fleetRow(3, QStringLiteral("good@x.io"))});
    QTRY_COMPARE(heading(), QStringLiteral("1 of 2 connected"));
    QCOMPARE(engine->checkedAccounts.size(), 2);
    engine->onCheck = nullptr;
    QTRY_VERIFY(subject->findChild<QPushButton *>(QStringLiteral("retryGroupButton")));
    click(subject.get(), "retryGroupButton");
    QTRY_COMPARE(heading(), QStringLiteral("2 of 2 connected"));
    QCOMPARE(engine->checkedAccounts.size(), 3);
    QVERIFY(engine->checkedPasswords.last().equals(Secret("pw-2")));
}

void tst_Fleet::list_wrongLine_showsItsNumberAndCannotBeRetried()
{
    engine::FleetRow wrong;
    wrong.line = 7;
    wrong.problem = QStringLiteral("There is no email address.");
    start({fleetRow(2, QStringLiteral("good@x.io")), wrong});
    QTRY_COMPARE(heading(), QStringLiteral("1 of 2 connected"));
    auto *table = find<QTableView>(subject.get(), "fleetTable");
    const QModelIndex result = table->model()->index(1, table->model()->columnCount() - 1);
    QCOMPARE(result.data().toString(), QStringLiteral("Line 7: There is no email address."));
    QVERIFY(!subject->findChild<QPushButton *>(QStringLiteral("retryGroupButton")));
}

void tst_Fleet::list_unreadable_staysOnThePage()
{
    engine->onParseFleet = [](const QByteArray &) {
        return engine::Fleet{{}, QStringLiteral("The first line names no column \"email\".")};
    };
    find<QPlainTextEdit>(subject.get(), "fleetEdit")->setPlainText(QStringLiteral("garbage"));
    click(subject.get(), "nextButton");
    QCOMPARE(heading(), QStringLiteral("Add many mailboxes"));
    QVERIFY(find<QWidget>(subject.get(), "fleetNotice")->accessibleName().contains(QStringLiteral("first line")));
    QVERIFY(engine->checkedAccounts.isEmpty());
}

void tst_Fleet::list_openedFile_isReadAndBounded()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("email,password\na@x.io,1\n");
    file.flush();
    prompts->filesToOpen = {file.fileName()};
    click(subject.get(), "openCsvButton");
    QVERIFY(find<QPlainTextEdit>(subject.get(), "fleetEdit")->toPlainText().contains(QStringLiteral("a@x.io,1")));
    file.write(QByteArray(3'000'000, 'x'));
    file.flush();
    click(subject.get(), "openCsvButton");
    QVERIFY(find<QWidget>(subject.get(), "fleetNotice")->accessibleName().contains(QStringLiteral("too large")));
    prompts->filesToOpen = {QStringLiteral("/nowhere/list.csv")};
    click(subject.get(), "openCsvButton");
    QVERIFY(find<QWidget>(subject.get(), "fleetNotice")->accessibleName().contains(QStringLiteral("cannot be read")));
}

void tst_Fleet::list_duplicatesAndKnown_areNotAddedTwice()
{
    engine->accountList = {account(9, QStringLiteral("old@x.io"), QStringLiteral("Old"))};
    start({fleetRow(2, QStringLiteral("old@x.io")), fleetRow(3, QStringLiteral("new@x.io")),
        fleetRow(4, QStringLiteral("NEW@x.io"))});
    QTRY_COMPARE(heading(), QStringLiteral("2 of 3 connected"));
    QCOMPARE(engine->addedAccounts.size(), 1);
    QTRY_VERIFY(!groups().isEmpty());
    QVERIFY(groups().first().contains(QStringLiteral("twice")));
}

void tst_Fleet::list_passwordRefused_isAFailure()
{
    engine->detection.passwordRefused = true;
    engine->detection.providerName = QStringLiteral("Microsoft");
    engine::FleetRow row = fleetRow(2, QStringLiteral("a@contoso.com"));
    row.account.imap.host.clear();
    start({row});
    QTRY_COMPARE(groups().size(), 1);
    QVERIFY(groups().first().contains(QStringLiteral("takes no passwords")));
    QVERIFY(engine->checkedAccounts.isEmpty());
}

void tst_Fleet::list_cancelled_keepsWhatWorked()
{
    QList<engine::FleetRow> rows;
    for (int i = 0; i < 30; ++i)
        rows.append(fleetRow(i + 2, QStringLiteral("rep%1@x.io").arg(i)));
    QObject::connect(subject.get(), &ui::ConnectWizard::mailboxAdded, subject.get(), [this] {
        engine->withholdChecks = true; // the next ones hang
    });
    start(rows);
    QTRY_VERIFY(engine->withholdChecks);
    QTest::keyClick(subject.get(), Qt::Key_Escape);
    QVERIFY(subject->isVisible());
    QTRY_COMPARE(heading(), QStringLiteral("%1 of 30 connected").arg(engine->addedAccounts.size()));
    QVERIFY(!find<QPushButton>(subject.get(), "stopFleetButton")->isVisible());
    QVERIFY(engine->addedAccounts.size() >= 1 && engine->addedAccounts.size() < 30);
    subject->close();
    QVERIFY(prompts->questions.isEmpty()); // nothing that worked is lost
    QCOMPARE(engine->removedAccounts.size(), 0);
}

void tst_Fleet::runner_manyRows_areBounded()
{
    engine->withholdChecks = true;
    QList<engine::FleetRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.append(fleetRow(i + 2, QStringLiteral("rep%1@x.io").arg(i)));
    ui::FleetModel model(nullptr);
    model.setFleet({rows, {}});
    ui::FleetRunner runner(*engine, model, nullptr);
    runner.start(model.rowsIn(ui::FleetEntry::State::Waiting));
    QCoreApplication::processEvents();
    QCOMPARE(engine->checkedAccounts.size(), ui::FleetRunner::kAtOnce);
    QCOMPARE(model.count(ui::FleetEntry::State::Running), ui::FleetRunner::kAtOnce);
    runner.cancel();
    QCOMPARE(model.count(ui::FleetEntry::State::Stopped), 40);
    QVERIFY(!runner.isRunning());
}

void tst_Fleet::runner_hundredsOfRows_areFluent()
{
    QList<engine::FleetRow> rows;
    for (int i = 0; i < 200; ++i)
        rows.append(fleetRow(i + 2, QStringLiteral("rep%1@x.io").arg(i)));
    engine->onCheck = [](const accounts::Account &checked, const Secret &) {
        return checked.email.contains(QLatin1Char('7')) ? refusedSteps() : goodSteps();
    };
    QElapsedTimer clock;
    clock.start();
    start(rows);
    QTRY_COMPARE_WITH_TIMEOUT(engine->checkedAccounts.size(), 200, 30'000);
    QTRY_VERIFY(heading().endsWith(QStringLiteral("of 200 connected")));
    qInfo("200 rows in %lld ms", clock.elapsed());
    QTRY_COMPARE(groups().size(), 1); // gathered when the last row has settled
    QVERIFY(heading().startsWith(QString::number(engine->addedAccounts.size())));
}

void tst_Fleet::model_changes_keepTheRules()
{
    ui::FleetModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFleet({{fleetRow(2, QStringLiteral("a@x.io")), fleetRow(3, QStringLiteral("b@x.io"))}, {}});
    model.begin(0);
    model.setStep(0, step(QStringLiteral("login"), engine::CheckStatus::Failed, QStringLiteral("no")));
    const QModelIndex login = model.index(0, ui::FleetModel::kFirstCheckColumn + 3);
    QCOMPARE(login.data(int(ui::FleetModel::Role::Status)).toInt(), int(engine::CheckStatus::Failed));
    QCOMPARE(login.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Sign in: failed. no"));
    model.connected(0);
    QVERIFY(model.entries().first().row.password.isEmpty());
    QVERIFY(!model.entries().last().row.password.isEmpty());
}

INLET_TEST(tst_Fleet)
#include "tst_Fleet.moc"
