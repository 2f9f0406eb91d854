// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Phrases.h"
#include "ui/Templates.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::Category;
using store::Scope;
using store::TriageVerb;

/// Categories that lead to something, and decisions about more rows than the list holds.
class tst_Sorting : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

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
        QTRY_COMPARE(current(), ConversationId(2));
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
        QCOMPARE(current(), ConversationId(1));
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
        QTRY_COMPARE(current(), ConversationId(10));
        f().type("9");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SetCategory);
    }

    void wrongPerson_offersToWriteToTheOneTheyNamed()
    {
        f().openRow(11, {.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        f().prompts.choice = 0;
        f().type("6");
        QCOMPARE(f().engine.actions.last().category, Category::WrongPerson);
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().to, QStringLiteral("henrik@fjallmed.example"));
        QCOMPARE(f().composed.first().account, AccountId(4));
        QVERIFY(f().prompts.choices.last().text.contains(QStringLiteral("henrik@fjallmed.example")));
        QVERIFY(f().engine.leadsFake.added.isEmpty());
    }

    void wrongPerson_theNamedOneBecomesALead_ofThatCompany()
    {
        for (store::ConversationRow &row : f().engine.rows) {
            if (row.id == ConversationId(11)) {
                row.company = QStringLiteral("Fjäll \"Med\" AB");
                row.campaign = QStringLiteral("Spring, 26");
                row.standIn = QStringLiteral("Henrik Berg <henrik@fjallmed.example>");
            }
        }
        f().openRow(11, {.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        f().prompts.choice = 1;
        f().type("6");
        QTRY_COMPARE(f().engine.leadsFake.added.size(), 1);
        const store::Lead lead = f().engine.leadsFake.added.first();
        QCOMPARE(lead.address, QStringLiteral("henrik@fjallmed.example"));
        QCOMPARE(lead.company, QStringLiteral("Fjäll \"Med\" AB"));
        QCOMPARE(lead.campaign, QStringLiteral("Spring, 26"));
        QCOMPARE(lead.firstName, QStringLiteral("Henrik"));
        QCOMPARE(lead.lastName, QStringLiteral("Berg"));
        // A list that is being imported goes on.
        QCOMPARE(f().engine.leadsFake.stops, 0);
        QVERIFY(f().engine.leadsFake.imported.isEmpty());
        QVERIFY(f().composed.isEmpty());
    }

    void wrongPerson_lead_theToastSaysWhatBecameOfIt_data()
    {
        QTest::addColumn<Result<store::LeadCounts>>("answer");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const Result<store::LeadCounts> &answer, const char *words) {
            QTest::newRow(name) << answer << QString::fromLatin1(words);
        };
        row("new", store::LeadCounts{1, 0, 0, 0}, "is a lead now");
        row("learned", store::LeadCounts{0, 1, 0, 0}, "more is known");
        row("known", store::LeadCounts{0, 0, 1, 0}, "is a lead already");
        row("own", store::LeadCounts{}, "one of your own addresses");
        row("full disk", Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"}, "was not created");
    }
    void wrongPerson_lead_theToastSaysWhatBecameOfIt()
    {
        QFETCH(Result<store::LeadCounts>, answer);
        QFETCH(QString, words);
        f().engine.leadsFake.addAnswer = answer;
        f().openRow(11, {.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        f().prompts.choice = 1;
        f().type("6");
        QTRY_COMPARE(f().engine.leadsFake.added.size(), 1);
        QTRY_VERIFY2(f().window->list()->toast()->text().contains(words), qPrintable(f().window->list()->toast()->text()));
    }

    void meeting_namesTheTemplateWithALink()
    {
        QVERIFY(ui::TemplateFile(ui::TemplateFile::pathBeside(*f().settings))
                    .write({{QStringLiteral("Thanks"), QStringLiteral("Thank you")}, {QStringLiteral("Book a time"), QStringLiteral("Here: https://cal.example/me")}}));
        f().type("2");
        QCOMPARE(f().engine.actions.last().category, Category::MeetingRequest);
        const QString said = f().window->findChild<ui::StatusLine *>()->sideText();
        QVERIFY2(said.contains(QStringLiteral("“Book a time” has a link")), qPrintable(said));
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

    void bounceThatIsNone_tellsWhatItDid_andTakesBackWhatIsWanted_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<bool>("says");
        QTest::addColumn<bool>("lifts");
        QTest::addColumn<bool>("resumes");
        QTest::newRow("taken off") << 0 << true << true << false;
        QTest::newRow("taken off, later mail goes") << 1 << true << true << true;
        QTest::newRow("stays on the list") << 2 << true << false << false;
        QTest::newRow("escape") << -1 << false << false << false;
    }
    void bounceThatIsNone_tellsWhatItDid_andTakesBackWhatIsWanted()
    {
        QFETCH(int, choice);
        QFETCH(bool, says);
        QFETCH(bool, lifts);
        QFETCH(bool, resumes);
        store::KindFacts facts = bounced();
        facts.stopped = 2;
        f().engine.deskFake.kinds.insert(ConversationId(1), facts);
        f().prompts.choice = choice;
        f().window->perform(ui::ActionId::FromPerson);
        QTRY_COMPARE(f().prompts.choices.size(), 1);
        QVERIFY(f().prompts.choices.first().text.contains(QStringLiteral("mara.petersen@nordlicht.example")));
        QVERIFY(f().prompts.choices.first().text.contains(QStringLiteral("2 messages")));
        QCOMPARE(f().engine.actions.size(), says ? 1 : 0);
        if (!says)
            return;
        const store::TriageAction action = f().engine.actions.first();
        QCOMPARE(action.verb, TriageVerb::SetKind);
        QCOMPARE(action.kind, triage::Kind::Human);
        QCOMPARE(action.conversations, QList{ConversationId(1)});
        QCOMPARE(action.lift, lifts ? QStringList{QStringLiteral("mara.petersen@nordlicht.example")} : QStringList());
        QCOMPARE(action.resume, resumes);
    }

    void kindThatCannotBeAskedFor_saysWhy()
    {
        f().engine.deskFake.readError = Error{ErrorKind::Storage, QStringLiteral("The disk cannot be read."), {}, "disk-failed"};
        f().window->perform(ui::ActionId::FromPerson);
        auto *toast = f().find("toast");
        QTRY_VERIFY(toast->isVisible());
        QVERIFY2(toast->accessibleName().contains(QStringLiteral("The disk cannot be read.")), qPrintable(toast->accessibleName()));
        QVERIFY(f().engine.actions.isEmpty());
    }

    void bounceThatDidNothing_asksNothing()
    {
        store::KindFacts facts = bounced();
        facts.caused.clear();
        f().engine.deskFake.kinds.insert(ConversationId(1), facts);
        f().type("=a");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QVERIFY(f().prompts.choices.isEmpty());
        QCOMPARE(f().engine.actions.first().kind, triage::Kind::AutoReply);
    }

    void replyThatIsABounce_asksWhetherTheAddressIsGone()
    {
        store::KindFacts facts = bounced();
        facts.kind = facts.found = triage::Kind::Human;
        facts.caused.clear();
        f().engine.deskFake.kinds.insert(ConversationId(1), facts);
        f().prompts.choice = 1;
        f().window->perform(ui::ActionId::IsBounce);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().kind, triage::Kind::Bounce);
        QCOMPARE(f().engine.actions.first().suppress.size(), 1);
        QCOMPARE(f().engine.actions.first().suppress.first().pattern, QStringLiteral("mara.petersen@nordlicht.example"));
    }

    void kindThatWasSaid_isNotSaidAgain()
    {
        store::KindFacts facts = bounced();
        facts.said = true;
        f().engine.deskFake.kinds.insert(ConversationId(1), facts);
        f().window->perform(ui::ActionId::IsBounce);
        auto *toast = f().find("toast");
        QTRY_VERIFY(toast && toast->isVisible());
        QVERIFY(f().engine.actions.isEmpty());
    }

    void menuOfTheChip_saysWhatTheMailIs_andCorrectsIt()
    {
        store::KindFacts facts = bounced();
        facts.caused.clear();
        f().engine.deskFake.kinds.insert(ConversationId(1), facts);
        QTRY_VERIFY(!f().window->conversation()->cards().isEmpty());
        f().find<QToolButton>("categoryChip")->click();
        QTRY_VERIFY(f().find<QMenu>("categoryMenu"));
        auto *menu = f().find<QMenu>("categoryMenu");
        QAction *person = nullptr;
        QAction *automat = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(ui::actionSpec(ui::ActionId::FromPerson).words))
                person = action;
            if (action->text().startsWith(ui::actionSpec(ui::ActionId::FromAutomat).words))
                automat = action;
        }
        QVERIFY(person && automat);
        QVERIFY(person->isChecked());
        QVERIFY(!automat->isChecked());
        automat->trigger();
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SetKind);
        menu->close();
    }

    void rowThatTheRepCorrected_isNotCalledAutomatic()
    {
        store::ConversationRow row;
        row.category = Category::Bounce;
        row.categorySource = store::CategorySource::Automatic;
        QVERIFY(ui::phrases::isGuessed(row));
        row.kindSaid = triage::Kind::Bounce;
        QVERIFY(!ui::phrases::isGuessed(row));
        QVERIFY(ui::phrases::whyCategory(row).contains(QStringLiteral("You said")));
        row.kindSaid = triage::Kind::Human;
        row.category = Category::Interested;
        QVERIFY(ui::phrases::isGuessed(row)); // its words were read by a program
        QVERIFY(ui::phrases::whyCategory(row).contains(QStringLiteral("a reply from a person")));
    }

private:
    /// What is known of the first row's mail, which was taken for a bounce.
    static store::KindFacts bounced()
    {
        store::KindFacts facts;
        facts.conversation = ConversationId(1);
        facts.kind = facts.found = triage::Kind::Bounce;
        facts.person = QStringLiteral("mara.petersen@nordlicht.example");
        facts.caused = {{facts.person, QStringLiteral("there is no such mailbox"), store::SuppressionSource::Bounce, QStringLiteral("dsn@mx"), {}}};
        return facts;
    }
};

INLET_TEST(tst_Sorting)
#include "tst_Sorting.moc"
