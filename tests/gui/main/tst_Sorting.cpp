// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include <QDialog>
#include <QLineEdit>

using namespace inlet;
using namespace inlet::test;
using store::Category;
using store::Scope;
using store::TriageVerb;

/// Categories that lead to something, and decisions about more rows than the list holds.
class tst_Sorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(f().window->list()->current(), ConversationId(1));
    }
    void cleanup() { m_fixture.reset(); }

    void bounce_nobodyKnows_asks_andSuppressesWithIt()
    {
        f().prompts.choice = 1;
        f().type("9");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().prompts.choices.size(), 1);
        QVERIFY(f().prompts.choices.first().text.contains(QStringLiteral("mara.petersen@nordlicht.example")));
        const store::TriageAction action = f().engine.actions.first();
        QCOMPARE(action.verb, TriageVerb::SortAway); // it leaves the list
        QCOMPARE(action.category, Category::Bounce);
        QCOMPARE(action.suppress.size(), 1);
        QCOMPARE(action.suppress.first().pattern, QStringLiteral("mara.petersen@nordlicht.example"));
        QTRY_COMPARE(f().window->list()->current(), ConversationId(2));
        f().prompts.choice = 0; // for now only
        f().type("9");
        QTRY_COMPARE(f().engine.actions.size(), 2);
        QVERIFY(f().engine.actions.last().suppress.isEmpty());
    }

    void bounce_escape_leavesAllAsItIs()
    {
        f().prompts.choice = -1;
        f().type("9");
        QTRY_COMPARE(f().prompts.choices.size(), 1);
        QVERIFY(f().engine.actions.isEmpty());
        QCOMPARE(f().window->list()->current(), ConversationId(1));
    }

    void bounce_knownOnes_areNotAskedAbout_data()
    {
        QTest::addColumn<bool>("listed");
        QTest::newRow("on the list already") << true;
        QTest::newRow("a report says: for now") << false;
    }
    void bounce_knownOnes_areNotAskedAbout()
    {
        QFETCH(bool, listed);
        const QString address = QStringLiteral("mara.petersen@nordlicht.example");
        if (listed) {
            f().engine.deskFake.suppressions.append({.pattern = address, .reason = {}, .source = {}, .messageId = {}, .at = {}});
        } else {
            store::BounceFact fact;
            fact.type = triage::BounceType::Soft;
            f().engine.deskFake.bounces.insert(address, {fact});
        }
        f().type("9");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QVERIFY(f().prompts.choices.isEmpty());
        QCOMPARE(f().engine.actions.first().category, Category::Bounce);
    }

    void bounce_amongBounces_stays()
    {
        f().window->showList({.scope = Scope::Bounces, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(f().window->list()->current(), ConversationId(10));
        f().type("9");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SetCategory);
    }

    void wrongPerson_offersToWriteToTheOneTheyNamed()
    {
        f().openRow(11, {.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        f().type("6");
        QCOMPARE(f().engine.actions.last().category, Category::WrongPerson);
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().to, QStringLiteral("henrik@fjallmed.example"));
        QCOMPARE(f().composed.first().account, AccountId(4));
        QVERIFY(f().prompts.questions.last().text.contains(QStringLiteral("henrik@fjallmed.example")));
    }

    void wrongPerson_nobodyNamed_asksNothing()
    {
        f().engine.bodies[StoredMessageId(1002)].newText = QStringLiteral("Not me. Anna <anna@try-acme.example> wrote to mara.petersen@nordlicht.example");
        f().type("6");
        QCOMPARE(f().engine.actions.last().category, Category::WrongPerson);
        f().type("s"); // the next answer of the engine comes after that about the text
        QTRY_COMPARE(f().engine.undoSteps.size(), 2);
        QVERIFY(f().prompts.questions.isEmpty());
    }

    void outOfOffice_showsTheDay_andOffersIt()
    {
        const QDate back = QDate::currentDate().addDays(9);
        f().openRow(8, {.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        f().type("7");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().category, Category::OutOfOffice);
        QTRY_VERIFY(f().dialog("whenEdit"));
        QVERIFY2(f().dialog()->windowTitle().contains(QLocale().toString(back, QStringLiteral("ddd d MMM"))), qPrintable(f().dialog()->windowTitle()));
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("whenEdit")), Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 2);
        QCOMPARE(f().engine.actions.last().verb, TriageVerb::Snooze);
        QVERIFY(f().engine.actions.last().until.toLocalTime().date().dayOfWeek() < Qt::Saturday);
        QVERIFY(f().engine.actions.last().until.toLocalTime().date() >= back);
    }

    void selectAll_rowsNobodyLookedAt_areDecidedAboutToo()
    {
        for (int at = 0; at < 400; ++at) {
            store::ConversationRow row = f().engine.rows.first();
            row.id = ConversationId(10'000 + at);
            row.sortAt -= 1000 * (at + 1);
            row.starred = true;
            f().engine.rows.append(row);
        }
        f().window->showList({.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(f().window->listModel()->isComplete() && f().window->listModel()->rowCount() > 400);
        const QList<ConversationId> ids{ConversationId(10'398), ConversationId(10'399)};
        QVERIFY(!f().window->listModel()->rowData(ids.first()));
        f().window->listModel()->setAllMarked(ids);
        f().type("s");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.last().verb, TriageVerb::Unstar);
        QCOMPARE(f().engine.actions.last().conversations, ids);
        f().window->listModel()->setAllMarked(ids);
        f().type("O");
        QTRY_COMPARE(f().engine.actions.size(), 2);
        QCOMPARE(f().engine.actions.last().verb, TriageVerb::MoveToOther);
        QCOMPARE(f().engine.actions.last().conversations, ids);
    }

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Sorting)
#include "tst_Sorting.moc"
