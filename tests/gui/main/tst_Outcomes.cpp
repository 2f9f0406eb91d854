// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/dialogs/DecisionLogDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace inlet;
using namespace inlet::test;

/// What became of our mail, what was decided, and what others at the company have said, in the real window.
class tst_Outcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(f().window->conversation()->cards().size(), 2);
    }
    void cleanup() { m_fixture.reset(); }

    void bounced_cardSaysSo_andTheServersWordsAreAClickAway()
    {
        show(8, {.scope = store::Scope::All, .account = {}, .category = store::Category::OutOfOffice, .search = {}});
        ui::MessageCard *card = f().window->conversation()->cards().first();
        f().type(";"); // opens all messages
        QTRY_VERIFY(card->isOpen());
        auto *label = card->findChild<QLabel *>(QStringLiteral("ledgerLabel"));
        QTRY_VERIFY(label->isVisible());
        QCOMPARE(label->text(), QStringLiteral("desk@sunbridge.example. Bounced: there is no such mailbox"));
        auto *words = card->findChild<QLabel *>(QStringLiteral("bounceDiagnostic"));
        QVERIFY(!words->isVisible());
        auto *details = card->findChild<QPushButton *>(QStringLiteral("bounceDetailsButton"));
        details->setFocus();
        QTest::keyClick(details, Qt::Key_Space);
        QTRY_VERIFY(words->isVisible());
        QVERIFY(words->text().contains(QStringLiteral("User unknown in virtual mailbox table")));
        // The lead pane tells it at the address.
        QTRY_VERIFY(f().window->findChild<QLabel *>(QStringLiteral("addressState")));
        const QString state = f().window->findChild<QLabel *>(QStringLiteral("addressState"))->text();
        QCOMPARE(state, QStringLiteral("Bounced: there is no such mailbox\nDo not contact: its mail bounced (there is no such mailbox)"));
    }

    void answered_cardSaysSo()
    {
        f().type(";");
        ui::MessageCard *card = f().window->conversation()->cards().first();
        QTRY_VERIFY(card->isOpen());
        QTRY_COMPARE(card->findChild<QLabel *>(QStringLiteral("ledgerLabel"))->text(), QStringLiteral("Answered"));
    }

    void suppressedMeanwhile_leadPaneFollows()
    {
        QVERIFY(!f().window->findChild<QLabel *>(QStringLiteral("addressState")));
        store::LeadInfo &lead = f().engine.leadInfos[ConversationId(1)];
        lead.states = {{lead.addresses.first(), {}, store::Suppression{lead.addresses.first(), {}, store::SuppressionSource::Rep, {}, {}}}};
        store::ChangeSet changes;
        changes.suppressions = true;
        Q_EMIT f().engine.changed(changes);
        QTRY_VERIFY(f().window->findChild<QLabel *>(QStringLiteral("addressState")));
    }

    void otherConversation_barIsTrue_alsoAfterAChange()
    {
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY2(bar()->accessibleName().startsWith(QStringLiteral("Chen Wei (same company)")), qPrintable(bar()->accessibleName()));
        QVERIFY(bar()->accessibleName().contains(QStringLiteral("answered “Not interested”")));
        QVERIFY(bar()->accessibleName().contains(QStringLiteral("And 1 more.")));
        f().engine.deskFake.factsOfConversations[ConversationId(1)].others.removeFirst();
        store::ChangeSet changes;
        changes.conversations = {ConversationId(9)}; // not the open one
        Q_EMIT f().engine.changed(changes);
        QTRY_VERIFY(bar()->accessibleName().contains(QStringLiteral("has another open conversation")));
        // Another conversation has none.
        f().type("j");
        QTRY_VERIFY(!bar()->isVisible());
    }

    void otherConversation_linkOpensIt()
    {
        QTRY_VERIFY(bar()->isVisible());
        auto *button = bar()->findChild<QPushButton *>(QStringLiteral("showOtherButton"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(f().window->conversation()->cards().size(), 3);
        QCOMPARE(f().window->conversation()->cards().first()->message().conversation, ConversationId(9));
    }

    void history_byKey_opensItsConversation()
    {
        store::DecisionRecord record;
        record.id = "1";
        record.at = QDateTime::currentDateTimeUtc();
        record.verb = QStringLiteral("archive");
        record.conversation = ConversationId(9);
        record.name = QStringLiteral("Chen Wei");
        f().engine.deskFake.decisions = {record};
        f().key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().window->findChild<ui::DecisionLogDialog *>());
        auto *table = f().window->findChild<ui::DecisionLogDialog *>()->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(f().window->conversation()->cards().size(), 3);
        QTRY_VERIFY(!f().window->findChild<ui::DecisionLogDialog *>());
    }

private:
    [[nodiscard]] WindowFixture &f() { return *m_fixture; }
    [[nodiscard]] QWidget *bar() { return f().window->findChild<QWidget *>(QStringLiteral("otherConversationBar")); }
    void show(qint64 id, const store::ListQuery &query)
    {
        f().window->showList(query);
        QTRY_VERIFY(f().window->listModel()->rowOf(ConversationId(id)) >= 0);
        f().window->list()->select(ConversationId(id));
        QTRY_VERIFY(!f().window->conversation()->cards().isEmpty()
            && f().window->conversation()->cards().first()->message().conversation == ConversationId(id));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Outcomes)
#include "tst_Outcomes.moc"
