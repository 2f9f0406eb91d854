// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/actions/KeyBindings.h"
#include "ui/actions/KeyNames.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/EmptyWords.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/SearchBox.h"
#include "ui/panes/SplitBar.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <utility>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;
using engine::MailboxState;
using store::Category;
using store::Scope;

/// What stands where a list is empty, and around it: a zero must be true.
class tst_EmptyLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        for (engine::MailboxStatus &status : f().engine.statuses) {
            status.state = MailboxState::Live;
            status.reason.clear();
        }
    }
    void cleanup() { m_fixture.reset(); }

    /// A polled mailbox catches up at each look: that says nothing of a list.
    void polled_isNoFirstSync()
    {
        setAll(MailboxState::CatchingUp);
        nothingAnywhere();
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("All answered"));
        for (const Scope scope : {Scope::Starred, Scope::Snoozed, Scope::Bounces, Scope::NeedsAnswer, Scope::Unread}) {
            f().window->showList({.scope = scope, .account = {}, .category = {}, .search = {}});
            QTRY_VERIFY(isEmptyShown());
            QVERIFY2(!title().contains(QStringLiteral("Reading")), qPrintable(title()));
            QVERIFY2(!title().contains(QStringLiteral(" of ")), qPrintable(title()));
        }
        f().window->showList({.scope = Scope::All, .account = {}, .category = Category::Interested, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("Nothing is “Interested” here"));
    }

    /// The first thing anybody does: one key, and no mail that could not leave.
    void noMailbox_enterConnects()
    {
        f().engine.accountList.clear();
        f().open();
        QTRY_VERIFY(welcomePart<QPushButton>("emptyButton")->hasFocus());
        f().key(Qt::Key_Return);
        QCOMPARE(f().connects, 1);
        const auto again = [this] { // while the wizard comes up, keys are meant for it
            f().key(Qt::Key_C);
            return f().connects == 2;
        };
        QTRY_VERIFY(again());
        QVERIFY(f().composed.isEmpty());
    }

    /// At a first start the list is empty, says what it does without a button, and then fills.
    void mailComesIn_theKeysAreInTheList()
    {
        const auto inScope = f().engine.inScope;
        nothingAnywhere();
        f().engine.facts.firstSync = {AccountId(1), AccountId(2), AccountId(3), AccountId(4)};
        f().isSandbox = true; // the bar of the guided run is there too
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("Reading the newest mail first"));
        QTRY_VERIFY(f().window->focusWidget() && f().window->focusWidget()->isVisible());
        QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
        f().engine.inScope = inScope;
        store::ChangeSet changes;
        changes.everything = true;
        Q_EMIT f().engine.changed(changes);
        QTRY_VERIFY(f().window->listModel()->rowCount() > 0);
        QTRY_VERIFY(f().window->list()->view()->hasFocus());
    }

    /// One must not find oneself in another pane because a sentence has changed.
    void aButtonThatGoes_leavesTheKeysInTheList()
    {
        nothingAnywhere();
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("All answered"));
        f().window->list()->setFocus();
        QTRY_VERIFY(emptyPart<QPushButton>("emptyButton")->hasFocus());
        f().engine.facts.firstSync = {AccountId(1), AccountId(2), AccountId(3), AccountId(4)};
        store::ChangeSet changes;
        changes.everything = true;
        Q_EMIT f().engine.changed(changes);
        QTRY_COMPARE(title(), QStringLiteral("Reading the newest mail first"));
        QVERIFY(f().window->focusWidget() && f().window->focusWidget()->isVisible());
        QVERIFY(f().window->list()->isAncestorOf(f().window->focusWidget()));
    }

    /// Only where it can work; how it goes is told where it was asked for.
    void noMailbox_offersTheSandbox_whereThereIsOne()
    {
        f().engine.accountList.clear();
        f().open();
        QTRY_VERIFY(welcomePart<QPushButton>("emptyButton")->isVisible());
        QVERIFY(!welcomePart<QPushButton>("emptyOtherButton")->isVisible());
        f().window.reset();
        std::function<void(const QString &)> ended;
        f().trySandbox = [&ended](const std::function<void(const QString &)> &done) { ended = done; };
        f().open();
        auto *other = welcomePart<QPushButton>("emptyOtherButton");
        QTRY_VERIFY(other->isVisible());
        keep("sandbox");
        other->setFocus();
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(ended);
        QVERIFY(welcomePart<QLabel>("emptyText")->text().contains(QStringLiteral("half a minute")));
        // It may be open for hours: then this is no longer true, and it is there once.
        const auto first = std::exchange(ended, {});
        f().window->findChild<QTimer *>(QStringLiteral("sandboxTimer"))->start(0);
        QTRY_VERIFY(welcomePart<QLabel>("emptyText")->text().contains(QStringLiteral("window of its own")));
        keep("sandbox-open");
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(!ended);
        QVERIFY(welcomePart<QLabel>("emptyText")->text().contains(QStringLiteral("window of its own")));
        first({});
        QCOMPARE(welcomePart<QLabel>("emptyText")->text(), QStringLiteral("Nothing leaves this computer except to your mail servers."));
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(ended);
        ended(QStringLiteral("dovecot is missing"));
        QCOMPARE(welcomePart<QLabel>("emptyText")->text(), QStringLiteral("The sandbox could not be started: dovecot is missing"));
        QVERIFY(!f().window->findChild<QTimer *>(QStringLiteral("sandboxTimer"))); // it would say that it runs
        keep("sandbox-failed");
        const auto late = ended;
        f().window.reset();
        late(QStringLiteral("too late")); // nobody is there
    }

    void firstSync_ofAll_saysSo_ofSome_saysHowFarItHolds()
    {
        nothingAnywhere();
        f().engine.facts.firstSync = {AccountId(1), AccountId(2), AccountId(3), AccountId(4)};
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("Reading the newest mail first"));
        f().window->showList({.scope = Scope::Starred, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("Nothing is starred"));
        f().engine.facts.firstSync = {AccountId(3)};
        f().window->showList({.scope = Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("All answered in 3 of 4 mailboxes"));
        QVERIFY2(text().contains(QStringLiteral("1 is still being read")), qPrintable(text()));
        f().window->showList({.scope = Scope::NeedsAnswer, .account = AccountId(3), .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("Reading the newest mail first"));
        f().window->showList({.scope = Scope::NeedsAnswer, .account = AccountId(1), .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("All answered"));
    }

    void starred_namesTheKeyThatHolds()
    {
        const auto words = [] { return ui::emptyWords({.query = {.scope = Scope::Starred, .account = {}, .category = {}, .search = {}}, .known = 1}).text; };
        QCOMPARE(words(), QStringLiteral("S stars the selected conversation."));
        ui::KeyPlan plan;
        ui::setKeys(plan, ui::ActionId::Star, {QStringLiteral("y")});
        ui::keyBindings().setPlan(plan);
        QCOMPARE(words(), QStringLiteral("Y stars the selected conversation."));
        ui::setKeys(plan, ui::ActionId::Star, {});
        ui::keyBindings().setPlan(plan);
        QCOMPARE(words(), QString());
        ui::keyBindings().setPlan({});
    }

    void paused_isNotCalledReading()
    {
        nothingAnywhere();
        f().engine.facts.firstSync = {AccountId(1), AccountId(2), AccountId(3), AccountId(4)};
        for (engine::MailboxStatus &status : f().engine.statuses)
            status.historyPaused = true;
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("All answered in 0 of 4 mailboxes"));
        QVERIFY2(text().contains(QStringLiteral("4 are paused; more may wait there.")), qPrintable(text()));
    }

    void waitingMailboxes_areNotCalledUnconnected()
    {
        nothingAnywhere();
        f().engine.statuses[AccountId(1)].state = MailboxState::Waiting;
        f().engine.statuses[AccountId(2)].state = MailboxState::Connecting;
        f().engine.statuses[AccountId(4)].state = MailboxState::NeedsUser;
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("All answered in 1 of 4 mailboxes"));
        QVERIFY2(!text().contains(QStringLiteral("not connected")), qPrintable(text()));
        QVERIFY2(text().contains(QStringLiteral("1 needs you, 2 wait for their servers")), qPrintable(text()));
    }

    void answered_tellsTheDay_andLeadsOn()
    {
        nothingAnywhere();
        f().engine.facts.nextWake = QDateTime(QDate::currentDate().addDays(2), QTime(9, 0));
        f().engine.facts.handledToday = 37;
        f().engine.facts.meetingsToday = 4;
        f().engine.facts.unsorted = 3;
        f().open();
        QTRY_COMPARE(title(), QStringLiteral("All answered"));
        const QString day = QLocale().toString(f().engine.facts.nextWake.date(), QStringLiteral("ddd"));
        QCOMPARE(text(), QStringLiteral("The next snooze wakes %1 09:00. 37 handled today, 4 meetings.").arg(day));
        auto *button = emptyPart<QPushButton>("emptyButton");
        QCOMPARE(button->text(), QStringLiteral("Next: Unsorted (3)"));
        keep("answered");
        button->click();
        QTRY_COMPARE(f().window->listModel()->query().scope, Scope::Unread);
        QCOMPARE(f().window->listModel()->query().category, std::optional(Category::Unsorted));
    }

    void lastRowLeaves_saysSo()
    {
        store::ConversationRow one = f().engine.rows.first();
        f().engine.rows = {one};
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return !row.archived; };
        f().open();
        QTRY_COMPARE(f().window->listModel()->rowCount(), 1);
        f().engine.facts.handledToday = 1;
        f().type("e");
        QTRY_COMPARE(title(), QStringLiteral("All answered"));
        QCOMPARE(text(), QStringLiteral("1 handled today."));
    }

    void search_countsEverywhere_namesTheSplit_andSaysWhereMailBegins()
    {
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &query) {
            return query.search.isEmpty() || query.everywhere || row.category == Category::Bounce;
        };
        f().engine.facts.everywhere = 6;
        const QDate oldest = QDate::currentDate().addDays(-80); // within the window
        f().engine.facts.oldest = QDateTime(oldest, QTime(7, 0));
        f().open();
        f().window->showList({.scope = Scope::All, .account = AccountId(2), .category = Category::Interested, .search = {}});
        f().engine.inScope = [](const store::ConversationRow &, const store::ListQuery &query) { return query.everywhere; };
        f().type("/");
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral("pricing"));
        QTRY_COMPARE(title(), QStringLiteral("Nothing matches “pricing” in Interested"));
        QTRY_COMPARE(text(), QStringLiteral("6 matches in all mailboxes."));
        // All of the window is read: before the oldest there was none.
        const QDate window = QDate::currentDate().addDays(-90);
        QTRY_COMPARE(f().find<QLabel>("listNote")->text(), ui::beginsWords(window.startOfDay(), {}));
        QVERIFY(f().find<QLabel>("listNote")->text().contains(QString::number(window.year())));
        QVERIFY(f().find<QLabel>("listNote")->isVisible());
        QCOMPARE(emptyPart<QPushButton>("emptyOtherButton")->text(), QStringLiteral("Clear the search"));
        keep("search");
        emptyPart<QPushButton>("emptyButton")->click();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 0);
        QVERIFY(!f().window->listModel()->query().account.isValid()); // all mailboxes, as it said
        QVERIFY(!f().window->listModel()->query().category);
        for (accounts::Account &account : f().engine.accountList)
            account.history = accounts::HistoryWindow::All;
        Q_EMIT f().engine.accountsChanged();
        QTRY_VERIFY(!f().find<QLabel>("listNote")->isVisible());
    }

    void offline_saysWhatWaits()
    {
        nothingAnywhere();
        setAll(MailboxState::Waiting);
        for (engine::MailboxStatus &status : f().engine.statuses)
            status.cause = QStringLiteral("connect-unreachable");
        f().engine.facts.changesWaiting = 5;
        f().open();
        QTRY_COMPARE(text(), QStringLiteral("No network. You can sort and write; 5 changes wait."));
    }

    void mailboxOff_saysSinceWhen()
    {
        nothingAnywhere();
        engine::MailboxStatus &status = f().engine.statuses[AccountId(4)];
        status.state = MailboxState::NeedsUser;
        status.provedAt = QDateTime(QDate::currentDate(), QTime(0, 1));
        f().open();
        f().window->showList({.scope = Scope::All, .account = AccountId(4), .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("team@acme-outreach.example is not connected since 00:01"));
    }

    void bounces_sayOfWhichTime()
    {
        nothingAnywhere();
        f().open();
        f().window->showList({.scope = Scope::Bounces, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("No bounces in 30 days"));
        f().engine.facts.recentBounces = 2; // dealt with, but there were some
        f().window->showList({.scope = Scope::Bounces, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(title(), QStringLiteral("No bounces"));
    }

    void splits_areThoseOfTheList()
    {
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &query) {
            const bool inside = query.scope == Scope::Archived ? row.archived : !row.archived;
            return inside && (!query.account.isValid() || row.accounts.contains(query.account)) && (!query.category || row.category == *query.category);
        };
        f().engine.rows.first().archived = true;
        f().engine.rows.first().category = Category::NotInterested;
        for (qsizetype row = 1; row < f().engine.rows.size(); ++row)
            f().engine.rows[row].category = Category::Interested;
        f().open();
        f().window->showList({.scope = Scope::Archived, .account = {}, .category = {}, .search = {}});
        auto *splits = f().window->list()->splits();
        QTRY_COMPARE(splits->nextFilled(), std::optional(Category::NotInterested));
        splits->step(1);
        QTRY_COMPARE(f().window->listModel()->query().category, std::optional(Category::NotInterested));
        splits->step(1); // there are two tabs
        QTRY_COMPARE(f().window->listModel()->query().category, std::optional<Category>());
        f().window->showList({.scope = Scope::All, .account = AccountId(9), .category = {}, .search = {}});
        QTRY_COMPARE(splits->nextFilled(), std::optional<Category>());
        // What changes meanwhile is gathered, and counted in the list that is shown then.
        f().window->showList({.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        QTRY_COMPARE(splits->nextFilled(), std::optional(Category::Interested));
        f().engine.splitQueries.clear();
        for (store::ConversationRow &row : f().engine.rows)
            row.category = Category::NotNow;
        for (int i = 0; i < 20; ++i) {
            store::ChangeSet changes;
            changes.conversations.insert(ConversationId(2));
            Q_EMIT f().engine.changed(changes);
        }
        QTRY_COMPARE(splits->nextFilled(), std::optional(Category::NotNow));
        QVERIFY(f().engine.splitQueries.size() <= 2);
    }

private:
    WindowFixture &f() const { return *m_fixture; }
    void setAll(MailboxState state) const
    {
        for (engine::MailboxStatus &status : f().engine.statuses)
            status.state = state;
    }
    void nothingAnywhere() const
    {
        f().engine.inScope = [](const store::ConversationRow &, const store::ListQuery &) { return false; };
    }
    template <typename Widget>
    Widget *emptyPart(const char *name) const
    {
        return f().window->list()->findChild<Widget *>(QString::fromLatin1(name));
    }
    /// Of what fills the window before the first mailbox.
    template <typename Widget>
    Widget *welcomePart(const char *name) const
    {
        const QList<Widget *> all = f().window->findChildren<Widget *>(QString::fromLatin1(name));
        const auto found = std::find_if(all.cbegin(), all.cend(), [this](const Widget *one) { return one->parentWidget()->parentWidget() == f().window.get(); });
        return found == all.cend() ? nullptr : *found;
    }
    bool isEmptyShown() const { return emptyPart<QLabel>("emptyTitle")->isVisible(); }
    QString title() const { return isEmptyShown() ? emptyPart<QLabel>("emptyTitle")->text() : QString(); }
    QString text() const { return emptyPart<QLabel>("emptyText")->text(); }
    /// For looking at: INLET_SCREENSHOTS=DIR.
    void keep(const char *name) const
    {
        const QString folder = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(f().window->grab().save(QDir(folder).filePath(QStringLiteral("empty-%1.png").arg(QString::fromLatin1(name)))));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_EmptyLists)
#include "tst_EmptyLists.moc"
