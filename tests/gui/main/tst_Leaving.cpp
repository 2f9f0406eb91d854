// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace inlet;
using namespace inlet::test;

/// The end of the program while mail waits, and the way to what waits.
class tst_Leaving : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void undoWindow_canBeCancelled();
    void leaving_asksAboutTheUndoWindow();
    void leaving_sendsBeforeItCloses();
    void leaving_bySignal_asksNothing();
    void outbox_isReachedFromEverywhere();
    void restart_comesBackToTheSamePlace();
};

void tst_Leaving::undoWindow_canBeCancelled()
{
    f().window->showList({.scope = store::Scope::Outbox, .account = {}, .category = {}, .search = {}});
    QTRY_VERIFY(f().window->listModel()->rowOf(ConversationId(7)) >= 0);
    f().window->list()->select(ConversationId(7));
    waitOpen(7);
    ui::MessageCard *card = f().window->conversation()->cards().last();
    QTRY_VERIFY(card->findChild<QWidget *>(QStringLiteral("sendNowButton"))->isVisible());
    QTRY_VERIFY(card->findChild<QLabel *>(QStringLiteral("ledgerLabel"))->text().contains(QStringLiteral("Leaves in")));
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("sendNowButton")), Qt::LeftButton);
    QCOMPARE(f().engine.sentNow, QList<LedgerId>{LedgerId(7002)});
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("cancelSendButton")), Qt::LeftButton);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{LedgerId(7002)});
    QTRY_COMPARE(f().composed.size(), 1);
}

void tst_Leaving::leaving_asksAboutTheUndoWindow()
{
    store::LedgerRow other = f().engine.outbox.first();
    other.id = LedgerId(7003);
    f().engine.outbox.append(other);
    Q_EMIT f().engine.ledgerChanged(other);
    QTRY_COMPARE(f().find<QPushButton>("outboxButton")->text(), QStringLiteral("sending 1 of 2"));
    QSignalSpy closed(f().window.get(), &ui::MainWindow::closed);
    f().prompts.choice = -1; // Cancel
    f().key(Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(f().prompts.choices.size(), 1);
    QCOMPARE(f().prompts.choices.first().title, QStringLiteral("2 messages wait in the undo window"));
    QCOMPARE(f().prompts.choices.first().labels, (QStringList{QStringLiteral("Send now"), QStringLiteral("Keep for next start")}));
    QVERIFY(f().window->isVisible());
    f().prompts.choice = 1; // keep
    f().window->close();
    QVERIFY(!f().window->isVisible());
    QCOMPARE(closed.size(), 1);
    QVERIFY(f().engine.sentNow.isEmpty());
    QVERIFY(f().engine.cancelled.isEmpty());
}

void tst_Leaving::leaving_sendsBeforeItCloses()
{
    f().prompts.choice = 0; // send
    QTRY_VERIFY(f().find("outboxButton")->isVisible());
    f().window->close();
    QCOMPARE(f().engine.sentNow, QList<LedgerId>{LedgerId(7002)});
    QVERIFY(f().window->isVisible());
    QVERIFY(f().find<QLabel>("toastLabel")->text().contains(QStringLiteral("then Inlet closes")));
    f().engine.outbox[0].state = store::LedgerState::Sending;
    Q_EMIT f().engine.ledgerChanged(f().engine.outbox.first());
    QTRY_VERIFY(f().window->isVisible());
    f().engine.outbox[0].state = store::LedgerState::Accepted;
    Q_EMIT f().engine.ledgerChanged(f().engine.outbox.first());
    QTRY_VERIFY(!f().window->isVisible());
    QCOMPARE(f().prompts.choices.size(), 1);
}

void tst_Leaving::leaving_bySignal_asksNothing()
{
    QTRY_VERIFY(f().find("outboxButton")->isVisible());
    f().window->askNoMore();
    f().window->close();
    QVERIFY(!f().window->isVisible());
    QVERIFY(f().prompts.choices.isEmpty());
    QVERIFY(f().engine.sentNow.isEmpty());
}

void tst_Leaving::outbox_isReachedFromEverywhere()
{
    f().type("go");
    QCOMPARE(f().outboxes, 1);
    auto *segment = f().find<QPushButton>("outboxButton");
    QTRY_COMPARE(segment->text(), QStringLiteral("sending 1 of 1"));
    store::LedgerRow failed;
    failed.id = LedgerId(7003);
    failed.state = store::LedgerState::Failed;
    f().engine.outbox.append(failed);
    Q_EMIT f().engine.ledgerChanged(failed);
    QTRY_COMPARE(segment->text(), QStringLiteral("sending 1 of 1  ·  1 message not sent"));
    QTest::mouseClick(segment, Qt::LeftButton);
    QCOMPARE(f().outboxes, 2);
    auto *rail = f().find<QAbstractItemView>("railView");
    const QModelIndexList entries = rail->model()->match(rail->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Outbox"));
    QCOMPARE(entries.size(), 1);
    QTRY_COMPARE(entries.first().data(int(ui::RailRole::Count)).toInt(), 2);
    QTRY_VERIFY(entries.first().data(int(ui::RailRole::IsUrgent)).toBool());
    QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(entries.first()).center());
    QTRY_COMPARE(f().outboxes, 3);
    f().window->list()->setFocus();
    rail->setFocus();
    rail->setCurrentIndex(entries.first());
    QCOMPARE(f().outboxes, 3); // walking past it opens nothing
    f().key(Qt::Key_Return);
    QTRY_COMPARE(f().outboxes, 4);
    f().engine.outbox.clear();
    Q_EMIT f().engine.ledgerChanged(failed);
    QTRY_VERIFY(!segment->isVisible());
}

void tst_Leaving::restart_comesBackToTheSamePlace()
{
    f().type("ga");
    QTRY_COMPARE(f().window->listModel()->query().scope, store::Scope::All);
    QTRY_VERIFY(!f().window->listModel()->isLoading());
    f().type("jj");
    const ConversationId before = current();
    f().prompts.choice = 1;
    f().window->close();
    f().open();
    QCOMPARE(f().window->listModel()->query().scope, store::Scope::All);
    QTRY_COMPARE(current(), before);
}

INLET_TEST(tst_Leaving)
#include "tst_Leaving.moc"
