// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/OutboxDialog.h"
#include "ui/dialogs/OutboxModel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;
using State = store::LedgerState;

class tst_OutboxDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init();
    void cleanup() { subject.reset(); }

    void list_order_decisionsFirstAndFinishedNotAtAll();
    void failed_canBeTriedAgainOrEdited();
    void failed_saysWhoWasRefused();
    void unknown_isSentAgainOnlyAfterAQuestion();
    void queued_edit_callsBackFirst();
    void queued_tooLate_saysSo();
    void waiting_canBeSentNow();
    void change_keepsTheSelection();
    void empty_saysSo();

private:
    static store::LedgerRow row(qint64 id, State state)
    {
        store::LedgerRow made;
        made.id = LedgerId(id);
        made.account = AccountId(1);
        made.draft = DraftId(id + 100);
        made.recipients = {QStringLiteral("mara@nordlicht.de")};
        made.subject = QStringLiteral("Re: %1").arg(id);
        made.state = state;
        return made;
    }
    void open(const QList<store::LedgerRow> &rows);
    void select(int row) { table()->selectRow(row); }
    [[nodiscard]] QTableView *table() const { return find<QTableView>(subject.get(), "outboxTable"); }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
    std::unique_ptr<OutboxDialog> subject;
};

void tst_OutboxDialog::init()
{
    engine = std::make_unique<FakeEngine>();
    prompts = FakePrompts();
    engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna"))};
}

void tst_OutboxDialog::open(const QList<store::LedgerRow> &rows)
{
    engine->outbox = rows;
    subject = std::make_unique<OutboxDialog>(*engine, prompts);
    subject->show();
    QTRY_COMPARE(table()->currentIndex().row(), rows.isEmpty() ? -1 : 0);
}

void tst_OutboxDialog::list_order_decisionsFirstAndFinishedNotAtAll()
{
    open({row(1, State::Queued), row(2, State::Sent), row(3, State::Failed), row(4, State::Unknown), row(5, State::Cancelled)});
    QCOMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(table()->model()->index(0, int(OutboxModel::Column::Subject)).data().toString(), QStringLiteral("Re: 4"));
    QCOMPARE(table()->model()->index(1, int(OutboxModel::Column::Subject)).data().toString(), QStringLiteral("Re: 3"));
    QCOMPARE(table()->model()->index(0, int(OutboxModel::Column::Mailbox)).data().toString(), QStringLiteral("anna@try-acme.com"));
    QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_OutboxDialog::failed_canBeTriedAgainOrEdited()
{
    store::LedgerRow failed = row(3, State::Failed);
    failed.serverReply = "550 5.7.1 Relaying denied";
    open({failed});
    QSignalSpy wanted(subject.get(), &OutboxDialog::editRequested);
    QVERIFY(find<QLabel>(subject.get(), "serverReplyLabel")->text().contains(QStringLiteral("Relaying denied")));
    QVERIFY(!find<QPushButton>(subject.get(), "callBackButton")->isEnabled());
    click(subject.get(), "editButton");
    QCOMPARE(wanted.first().first().value<DraftId>(), DraftId(103));
    QVERIFY(engine->cancelled.isEmpty());
    click(subject.get(), "retryButton");
    QCOMPARE(engine->retried, QList<LedgerId>{LedgerId(3)});
    QVERIFY(prompts.questions.isEmpty());
}

void tst_OutboxDialog::failed_saysWhoWasRefused()
{
    store::BounceFact refusal{AccountId(1), {}, LedgerId(1), QStringLiteral("mara@nordlicht.de"), triage::BounceType::Hard, "5.1.1",
        QStringLiteral("there is no such mailbox"), QStringLiteral("550 5.1.1 no"), {}};
    engine->deskFake.bounces[QStringLiteral("mara@nordlicht.de")] = {refusal};
    open({row(1, State::Failed), row(2, State::Failed)});
    const auto says = [this] {
        const QList<QLabel *> labels = subject->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("mara@nordlicht.de. Bounced: there is no such mailbox"));
        });
    };
    QTRY_VERIFY(says());
    select(1); // the same person, another message
    QTRY_VERIFY(!says());
}

void tst_OutboxDialog::unknown_isSentAgainOnlyAfterAQuestion()
{
    open({row(4, State::Unknown)});
    prompts.answer = false;
    click(subject.get(), "retryButton");
    QCOMPARE(prompts.questions.size(), 1);
    QVERIFY(prompts.questions.first().text.contains(QStringLiteral("twice")));
    QVERIFY(engine->retried.isEmpty());
    prompts.answer = true;
    click(subject.get(), "retryButton");
    QCOMPARE(engine->retried, QList<LedgerId>{LedgerId(4)});
}

void tst_OutboxDialog::queued_edit_callsBackFirst()
{
    engine->onCancelSend = [](LedgerId id) { return Result<DraftId>(DraftId(id.number() + 100)); };
    open({row(1, State::UndoWindow)});
    QSignalSpy wanted(subject.get(), &OutboxDialog::editRequested);
    click(subject.get(), "editButton");
    QVERIFY(wanted.isEmpty());
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(engine->cancelled, QList<LedgerId>{LedgerId(1)});
    QCOMPARE(wanted.first().first().value<DraftId>(), DraftId(101));
}

void tst_OutboxDialog::queued_tooLate_saysSo()
{
    engine->onCancelSend = [](LedgerId) -> Result<DraftId> { return Error{ErrorKind::Conflict, QStringLiteral("sent"), {}, {}}; };
    open({row(1, State::Queued)});
    QSignalSpy wanted(subject.get(), &OutboxDialog::editRequested);
    click(subject.get(), "callBackButton");
    QTRY_VERIFY(find<QWidget>(subject.get(), "outboxNotice")->accessibleName().contains(QStringLiteral("Too late")));
    QVERIFY(wanted.isEmpty());
}

void tst_OutboxDialog::waiting_canBeSentNow()
{
    open({row(1, State::UndoWindow)});
    click(subject.get(), "sendNowButton");
    QCOMPARE(engine->sentNow, QList<LedgerId>{LedgerId(1)});
}

void tst_OutboxDialog::change_keepsTheSelection()
{
    open({row(1, State::Queued), row(2, State::Queued)});
    select(1);
    engine->outbox = {row(1, State::Queued), row(3, State::Failed), row(2, State::Queued)};
    Q_EMIT engine->ledgerChanged(row(3, State::Failed));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QTRY_COMPARE(table()->currentIndex().siblingAtColumn(int(OutboxModel::Column::Subject)).data().toString(), QStringLiteral("Re: 2"));
}

void tst_OutboxDialog::empty_saysSo()
{
    open({});
    QVERIFY(!table()->isVisible());
    for (const char *button : {"callBackButton", "editButton", "sendNowButton", "retryButton"})
        QVERIFY(!find<QPushButton>(subject.get(), button)->isEnabled());
}

INLET_TEST(tst_OutboxDialog)
#include "tst_OutboxDialog.moc"
