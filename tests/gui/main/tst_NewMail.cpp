// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/InboxController.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// New mail while the rep is at work: what it may move, and what counts as read.
class tst_NewMail : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void newMail_whileInTheMiddle_waitsBehindTheBar();
    void newMail_aboveTheFirstRow_waitsWhileTheHandIsThere();
    void newMail_aboveAFirstRowNobodyChose_comesIn();
    void newMail_ofARowFurtherDown_isNotCountedAsNew();
    void newMail_whenNothingIsLeft_hasTheFocus();
    void reading_inUnread_staysUntilLeft();
    void newMessage_inTheOpenConversation_isRead();
    void firstRow_openedByItself_isNotMarkedRead();
};

void tst_NewMail::newMail_whileInTheMiddle_waitsBehindTheBar()
{
    f().type("jj");
    waitOpen(3);
    arrive(99);
    QTRY_VERIFY(f().find("newBar")->isVisible());
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(99)), -1);
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(3)), 2);
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(99)), 0);
    QCOMPARE(current(), ConversationId(3));
    QVERIFY(!f().find("newBar")->isVisible());
}

void tst_NewMail::newMail_aboveTheFirstRow_waitsWhileTheHandIsThere()
{
    f().type("jk"); // by hand, back on the first row
    waitOpen(1);
    arrive(99);
    QTRY_VERIFY(f().find("newBar")->isVisible());
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(1)), 0);
    // What is under the hand may change where it is.
    f().engine.rows[1].sortAt += 1'000;
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    const QSignalSpy updated(f().window->listModel(), &ui::ConversationListModel::updated);
    Q_EMIT f().engine.changed(changes);
    QTRY_VERIFY(!updated.isEmpty());
    QCOMPARE(f().window->listModel()->heldCount(), 1);
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(ConversationId(99)), 0);
    QCOMPARE(current(), ConversationId(1));
    // The hand has left the list: nothing has to wait.
    f().find("noteEdit")->setFocus();
    arrive(100);
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(100)), 0);
}

void tst_NewMail::newMail_aboveAFirstRowNobodyChose_comesIn()
{
    arrive(99);
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(99)), 0);
    QVERIFY(!f().find("newBar")->isVisible());
    QCOMPARE(current(), ConversationId(1));
}

void tst_NewMail::newMail_ofARowFurtherDown_isNotCountedAsNew()
{
    f().type("jj");
    waitOpen(3);
    arrive(99);
    // The last row has new mail and wants to stand first: it is in the list already.
    store::ConversationRow moving = f().engine.rows.takeLast();
    moving.sortAt = f().engine.rows.first().sortAt + 1'000;
    f().engine.rows.prepend(moving);
    store::ChangeSet changes;
    changes.conversations.insert(moving.id);
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(f().window->listModel()->heldCount(), 2);
    QCOMPARE(f().window->listModel()->heldInList(), 1);
    auto *bar = f().find<QPushButton>("newBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("1 new · 1 with new mail   ."));
    f().type(".");
    QCOMPARE(f().window->listModel()->rowOf(moving.id), 0);
    QVERIFY(!bar->isVisible());
}

void tst_NewMail::newMail_whenNothingIsLeft_hasTheFocus()
{
    f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return !row.archived && row.id.number() < 3; };
    f().window->showList({.scope = store::Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}});
    QTRY_COMPARE(f().window->listModel()->rowCount(), 2);
    QTRY_VERIFY(current().isValid());
    f().type("ee"); // the second one while the first is on its way
    QTRY_COMPARE(f().window->listModel()->rowCount(), 0);
    f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return row.id.number() == 99; };
    arrive(99);
    QTRY_COMPARE(current(), ConversationId(99));
    f().type("e"); // it is the one that is meant
    QTRY_COMPARE(f().engine.actions.last().conversations, QList{ConversationId(99)});
}

void tst_NewMail::reading_inUnread_staysUntilLeft()
{
    f().type("gu");
    QTRY_COMPARE(current(), ConversationId(1));
    f().type("j");
    waitOpen(2);
    QTRY_VERIFY(!f().engine.actions.isEmpty()); // marked as read after a moment
    QCOMPARE(f().engine.actions.last().verb, TriageVerb::MarkRead);
    QVERIFY(!f().engine.actions.last().byHand);
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(2))->unread, 0);
    QVERIFY(f().window->listModel()->rowOf(ConversationId(2)) >= 0);
    QVERIFY(!f().find("toast")->isVisible());
    f().type("j");
    QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(2)), -1);
}

void tst_NewMail::newMessage_inTheOpenConversation_isRead()
{
    f().type("jk");
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 0);
    f().engine.actions.clear();
    f().engine.rows[0].unread = 1;
    store::ChangeSet changes;
    changes.conversations.insert(ConversationId(1));
    Q_EMIT f().engine.changed(changes);
    QTRY_COMPARE(f().engine.actions.size(), 1);
    QCOMPARE(f().engine.actions.first().verb, TriageVerb::MarkRead);
    // Marked unread by hand, it stays so however often the list changes.
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 0);
    f().type("U");
    QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->unread, 1);
    QVERIFY(!f().window->findChild<ui::InboxController *>()->isReading());
}

void tst_NewMail::firstRow_openedByItself_isNotMarkedRead()
{
    waitOpen(1);
    const auto *inbox = f().window->findChild<ui::InboxController *>();
    QVERIFY(!inbox->isReading());
    f().key(Qt::Key_Return); // now somebody looks at it
    QVERIFY(inbox->isReading());
}

INLET_TEST(tst_NewMail)
#include "tst_NewMail.moc"
