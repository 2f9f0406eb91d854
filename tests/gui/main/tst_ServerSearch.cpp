// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/ServerSearchWords.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/SearchBox.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QLineEdit>
#include <QSignalSpy>

using namespace inlet;
using namespace inlet::test;
using engine::MailboxSearch;
using State = MailboxSearch::State;

/// A search that goes on at the servers, as the rep sees it.
class tst_ServerSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        for (engine::MailboxStatus &status : f().engine.statuses)
            status.state = engine::MailboxState::Live;
        f().engine.facts.oldest = QDateTime::currentDateTime().addDays(-80);
    }
    void cleanup() { m_fixture.reset(); }

    void search_offersTheServers_andTellsHowItGoes()
    {
        openSearch(QStringLiteral("pricing"));
        QTRY_VERIFY(part<QPushButton>("serverSearchButton")->isVisible());
        QVERIFY(part<QLabel>("listNote")->isVisible());
        part<QPushButton>("serverSearchButton")->click();
        QCOMPARE(f().engine.serverSearchFake.started.size(), 1);
        QCOMPARE(f().engine.serverSearchFake.started.first().search, QStringLiteral("pricing"));
        tell(true, {mailbox(1, State::Done, 40, 40, 3), mailbox(2, State::Searching, 20, 60, 1), mailbox(4, State::Waiting)});
        QTRY_COMPARE(part<QLabel>("serverSearchLabel")->text(),
            QStringLiteral("Searching on the servers: 1 of 3 mailboxes done · 4 messages fetched"));
        QVERIFY(part<QProgressBar>("serverSearchProgress")->isVisible());
        QCOMPARE(part<QProgressBar>("serverSearchProgress")->value(), 600);
        QVERIFY(!part<QPushButton>("serverSearchButton")->isVisible());
        part<QPushButton>("serverMailboxesButton")->click();
        auto *list = part<QListWidget>("serverMailboxes");
        QVERIFY(list->isVisible());
        QCOMPARE(list->count(), 3);
        QVERIFY2(list->item(1)->text().contains(QStringLiteral("20 of about 60 messages looked at · 1 message fetched")), qPrintable(list->item(1)->text()));
        keep("running");
        part<QPushButton>("stopServerSearchButton")->click();
        QCOMPARE(f().engine.serverSearchFake.stops, 1);
        MailboxSearch refused = mailbox(4, State::Skipped);
        refused.reason = QStringLiteral("The password was refused.");
        MailboxSearch full = mailbox(2, State::Done, 60, 60, 100);
        full.more = true;
        tell(false, {mailbox(1, State::Done, 40, 40, 3), full, refused});
        QTRY_COMPARE(part<QLabel>("serverSearchLabel")->text(),
            QStringLiteral("103 messages fetched · 1 mailbox could not be searched · there is more"));
        QCOMPARE(part<QPushButton>("serverSearchButton")->text(), QStringLiteral("Fetch more"));
        QVERIFY(list->item(2)->text().endsWith(QStringLiteral("not asked. The password was refused.")));
        keep("done");
    }

    /// "Stop" takes the place of "Search on the servers" under the keyboard, and the other way round.
    void buttons_handTheFocusOver()
    {
        openSearch(QStringLiteral("pricing"));
        auto *search = part<QPushButton>("serverSearchButton");
        auto *stop = part<QPushButton>("stopServerSearchButton");
        QTRY_VERIFY(search->isVisible());
        search->setFocus(Qt::TabFocusReason);
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Space);
        tell(true, {mailbox(1, State::Searching, 20, 60, 1)});
        QTRY_VERIFY(stop->isVisible());
        QVERIFY(stop->hasFocus());
        QTest::keyClick(stop, Qt::Key_Space);
        QCOMPARE(f().engine.serverSearchFake.stops, 1);
        tell(false, {mailbox(1, State::Stopped, 20, 60, 1)});
        QTRY_VERIFY(search->isVisible());
        QVERIFY(search->hasFocus());
    }

    void nothingFound_offersTheServersInTheMiddle()
    {
        f().engine.inScope = [](const store::ConversationRow &, const store::ListQuery &query) { return query.search.isEmpty(); };
        openSearch(QStringLiteral("pricing"));
        auto *button = f().window->list()->findChild<QPushButton *>(QStringLiteral("emptyButton"));
        QTRY_COMPARE(button->text(), QStringLiteral("Search on the servers"));
        keep("empty");
        button->click();
        QCOMPARE(f().engine.serverSearchFake.started.size(), 1);
        QTRY_VERIFY(button->text() != QStringLiteral("Search on the servers")); // it runs: the bar says how far it is
    }

    void allMailIsHere_orNothingToAsk_offersNothing()
    {
        f().engine.serverSearchFake.canAskAnything = false;
        openSearch(QStringLiteral("is:unread"));
        QTRY_VERIFY(part<QLabel>("listNote")->isVisible());
        QVERIFY(!part<QPushButton>("serverSearchButton")->isVisible());
        f().type("Ctrl+Shift+E"); // the key says why nothing happens
        QVERIFY(f().engine.serverSearchFake.started.isEmpty());
        f().engine.serverSearchFake.canAskAnything = true;
        for (accounts::Account &account : f().engine.accountList)
            account.history = accounts::HistoryWindow::All;
        Q_EMIT f().engine.accountsChanged();
        QTRY_VERIFY(!f().find<QWidget>("serverSearchBar")->isVisible());
    }

    void anotherSearch_doesNotShowTheResultsOfTheFirst()
    {
        openSearch(QStringLiteral("pricing"));
        part<QPushButton>("serverSearchButton")->click();
        tell(false, {mailbox(1, State::Done, 40, 40, 3)});
        QTRY_VERIFY(part<QLabel>("serverSearchLabel")->isVisible());
        f().window->list()->search()->setFocus();
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral(" list"));
        QTRY_VERIFY(!part<QLabel>("serverSearchLabel")->isVisible());
    }

    void foundMail_beforeTheWindow_doesNotMakeTheNoteLie()
    {
        f().engine.facts.oldest = QDateTime::currentDateTime().addYears(-3);
        openSearch(QStringLiteral("pricing"));
        const QDate begins = QDate::currentDate().addDays(-90);
        QTRY_VERIFY(part<QLabel>("listNote")->text().startsWith(QStringLiteral("Not all mail before ")));
        QVERIFY2(part<QLabel>("listNote")->text().contains(QString::number(begins.year())), qPrintable(part<QLabel>("listNote")->text()));
    }

    /// "is:un" would find nothing: the list stays until the value is whole, or Enter says that it is meant so.
    void halfTypedValue_leavesTheListAsItIs()
    {
        openSearch(QStringLiteral("pricing"));
        f().window->list()->search()->setFocus();
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral(" is:un"));
        QSignalSpy asked(f().window->list()->search(), &ui::SearchBox::searchChanged);
        QTRY_COMPARE(f().find<QLineEdit>("searchEdit")->text(), QStringLiteral("pricing is:un"));
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral("re"));
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral("ad"));
        QTRY_COMPARE(f().window->listModel()->query().search, QStringLiteral("pricing is:unread"));
        QCOMPARE(asked.size(), 1); // whatever stood there in between
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral(" has:at"));
        f().key(Qt::Key_Return);
        QTRY_COMPARE(f().window->listModel()->query().search, QStringLiteral("pricing is:unread has:at"));
    }

    void words_areTrueForEachEnd()
    {
        const auto summary = [](bool running, const QList<MailboxSearch> &mailboxes) {
            return ui::serverSearchSummary({{}, running, mailboxes});
        };
        QCOMPARE(summary(true, {mailbox(1, State::Waiting)}), QStringLiteral("Searching on the server"));
        QCOMPARE(summary(false, {mailbox(1, State::Done, 9, 9, 0)}), QStringLiteral("Nothing more on the servers"));
        QCOMPARE(summary(false, {mailbox(1, State::Stopped, 3, 9, 1)}), QStringLiteral("Stopped · 1 message fetched"));
        QCOMPARE(summary(false, {mailbox(1, State::Failed)}), QStringLiteral("1 mailbox could not be searched"));
        QCOMPARE(summary(false, {mailbox(1, State::Complete)}), QStringLiteral("All mail is on this computer"));
        QCOMPARE(summary(false, {mailbox(1, State::Done, 9, 9, 0), mailbox(2, State::Failed)}),
            QStringLiteral("Nothing more on the servers · 1 mailbox could not be searched"));
    }

private:
    WindowFixture &f() const { return *m_fixture; }
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return f().find<Widget>(name);
    }
    static MailboxSearch mailbox(int number, State state, qint64 looked = 0, qint64 total = 0, qint64 fetched = 0)
    {
        MailboxSearch one;
        one.account = AccountId(number);
        one.state = state;
        one.looked = looked;
        one.total = total;
        one.fetched = fetched;
        return one;
    }
    void tell(bool running, const QList<MailboxSearch> &mailboxes) const
    {
        f().engine.serverSearchFake.set({f().engine.serverSearchFake.started.last(), running, mailboxes});
    }
    void openSearch(const QString &words) const
    {
        f().open();
        f().type("/");
        QTest::keyClicks(f().window->focusWidget(), words);
        QTRY_COMPARE(f().window->listModel()->query().search, words);
        QTRY_VERIFY(part<QLabel>("listNote")->isVisible());
    }
    /// For looking at: INLET_SCREENSHOTS=DIR.
    void keep(const char *name) const
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (dir.isEmpty())
            return;
        for (const auto mode : {ui::theme::Mode::Light, ui::theme::Mode::Dark}) {
            f().theme->setMode(mode);
            const QString look = mode == ui::theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            for (const QSize size : {QSize(1360, 860), QSize(1024, 640)}) {
                f().window->resize(size);
                QCoreApplication::processEvents();
                f().window->grab().save(QDir(dir).filePath(QStringLiteral("servers-%1-%2-%3.png").arg(QLatin1String(name), look).arg(size.width())));
            }
        }
        f().theme->setMode(ui::theme::Mode::Light);
        f().window->resize(1360, 860);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_ServerSearch)
#include "tst_ServerSearch.moc"
