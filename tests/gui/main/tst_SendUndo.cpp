// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/InboxController.h"
#include "ui/SendUndo.h"
#include "ui/dialogs/ComposeRequest.h"
#include "ui/panes/Toast.h"

#include <QLabel>
#include <QPushButton>

using namespace inlet;
using namespace inlet::test;

namespace
{

const LedgerId kMail(9001);

} // namespace

/// What leaves in a moment is taken back by the key that takes back everything else.
class tst_SendUndo : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void justSent_undo_callsItBack();
    void decidedSince_undo_takesTheDecisionFirst();
    void sendAndDone_undo_takesBothBack();
    void sendAndDone_button_takesBothBack();
    void hasLeft_undo_isOfTheStepBefore();
    void hasLeft_noticeGoes_anotherOneStays();
    void notCalledBack_saysWhy();
    void ruleSince_undo_takesTheRuleFirst();
    void undoTwice_beforeTheStoreAnswers_takesBoth();
    void takenBackInTheLog_undo_callsTheMailBack();

private:
    void ledger(store::LedgerState state) const
    {
        store::LedgerRow row = f().engine.outbox.first();
        row.id = kMail;
        row.conversation = ConversationId(1);
        row.state = state;
        row.dueAt = QDateTime::currentDateTimeUtc().addSecs(10);
        Q_EMIT f().engine.ledgerChanged(row);
    }
    void undo() const { f().key(Qt::Key_Z, Qt::ControlModifier); }
    void done() const
    {
        store::TriageAction action;
        action.verb = store::TriageVerb::Archive;
        action.conversations = {ConversationId(1)};
        f().engine.apply(action, ui::tagOfSend(kMail));
        QTRY_VERIFY(toast().startsWith(QStringLiteral("Done")));
    }
    [[nodiscard]] QString toast() const { return f().find<QLabel>("toastLabel")->text(); }
};

void tst_SendUndo::justSent_undo_callsItBack()
{
    ledger(store::LedgerState::UndoWindow);
    QVERIFY(toast().startsWith(QStringLiteral("Leaves in a moment · ")));
    QVERIFY(f().find<QPushButton>("toastButton")->text().contains(QStringLiteral("Ctrl+Z")));
    undo();
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
    QCOMPARE(f().engine.undos, 0);
    QTRY_COMPARE(f().composed.size(), 1);
    undo(); // the step before
    QCOMPARE(f().engine.cancelled.size(), 1);
    QCOMPARE(f().engine.undos, 1);
}

void tst_SendUndo::decidedSince_undo_takesTheDecisionFirst()
{
    ledger(store::LedgerState::UndoWindow);
    const qsizetype before = f().engine.undoSteps.size();
    f().type("s");
    QTRY_COMPARE(f().engine.undoSteps.size(), before + 1);
    undo();
    QCOMPARE(f().engine.undos, 1);
    QVERIFY(f().engine.cancelled.isEmpty());
    QTRY_COMPARE(f().engine.undoSteps.size(), before);
    undo();
    QCOMPARE(f().engine.undos, 1);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
}

void tst_SendUndo::sendAndDone_undo_takesBothBack()
{
    ledger(store::LedgerState::UndoWindow);
    done();
    const UndoId step = f().engine.undoSteps.last().id;
    undo();
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
    QCOMPARE(f().engine.undoneSteps, QList<UndoId>{step});
}

void tst_SendUndo::sendAndDone_button_takesBothBack()
{
    ledger(store::LedgerState::UndoWindow);
    done();
    const UndoId step = f().engine.undoSteps.last().id;
    QTest::mouseClick(f().find("toastButton"), Qt::LeftButton);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
    QCOMPARE(f().engine.undoneSteps, QList<UndoId>{step});
}

void tst_SendUndo::hasLeft_noticeGoes_anotherOneStays()
{
    auto *notice = f().window->list()->toast();
    ledger(store::LedgerState::UndoWindow);
    QVERIFY(notice->isVisible());
    ledger(store::LedgerState::Sending);
    QVERIFY(!notice->isVisible());
    ledger(store::LedgerState::UndoWindow);
    undo();
    QVERIFY(!notice->isVisible()); // its button would come too late
    ledger(store::LedgerState::UndoWindow);
    notice->showText(QStringLiteral("Something else"));
    ledger(store::LedgerState::Sent);
    QVERIFY(notice->isVisible());
    QCOMPARE(toast(), QStringLiteral("Something else"));
}

void tst_SendUndo::notCalledBack_saysWhy()
{
    f().engine.onCancelSend = [](LedgerId) { return Result<DraftId>(Error{ErrorKind::Conflict, {}, {}, {}}); };
    ledger(store::LedgerState::UndoWindow);
    undo();
    QTRY_COMPARE(toast(), QStringLiteral("Too late: it has left."));
    f().engine.onCancelSend = [](LedgerId) { return Result<DraftId>(Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"}); };
    ledger(store::LedgerState::Cancelled);
    ledger(store::LedgerState::UndoWindow);
    undo();
    QTRY_VERIFY(toast() != QStringLiteral("Too late: it has left.") && !toast().startsWith(QStringLiteral("Leaves")));
    QVERIFY(f().composed.isEmpty());
}

/// The notice names the rule, and so does the key.
void tst_SendUndo::ruleSince_undo_takesTheRuleFirst()
{
    ledger(store::LedgerState::UndoWindow);
    store::UndoStep rule;
    rule.id = UndoId(7001);
    rule.verb = store::TriageVerb::AddRule;
    rule.at = QDateTime::currentDateTimeUtc();
    f().engine.undoSteps.append(rule);
    f().engine.deskFake.undoSteps = {rule};
    f().window->findChild<ui::InboxController *>()->offerUndoOfRule();
    QTRY_VERIFY(!toast().startsWith(QStringLiteral("Leaves")));
    undo();
    QCOMPARE(f().engine.undoneSteps, QList<UndoId>{rule.id});
    QVERIFY(f().engine.cancelled.isEmpty());
    undo();
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
}

void tst_SendUndo::undoTwice_beforeTheStoreAnswers_takesBoth()
{
    ledger(store::LedgerState::UndoWindow);
    const qsizetype before = f().engine.undoSteps.size();
    f().type("s");
    QTRY_COMPARE(f().engine.undoSteps.size(), before + 1);
    undo();
    undo();
    QCOMPARE(f().engine.undos, 1);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
}

void tst_SendUndo::takenBackInTheLog_undo_callsTheMailBack()
{
    ledger(store::LedgerState::UndoWindow);
    const qsizetype before = f().engine.undoSteps.size();
    f().type("s");
    QTRY_COMPARE(f().engine.undoSteps.size(), before + 1);
    f().window->findChild<ui::SendUndo *>()->forget({f().engine.undoSteps.takeLast()});
    undo();
    QCOMPARE(f().engine.undos, 0);
    QCOMPARE(f().engine.cancelled, QList<LedgerId>{kMail});
}

void tst_SendUndo::hasLeft_undo_isOfTheStepBefore()
{
    ledger(store::LedgerState::UndoWindow);
    ledger(store::LedgerState::Sending);
    undo();
    QVERIFY(f().engine.cancelled.isEmpty());
    QCOMPARE(f().engine.undos, 1);
}

INLET_TEST(tst_SendUndo)
#include "tst_SendUndo.moc"
