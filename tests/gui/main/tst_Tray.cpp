// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/Preferences.h"
#include "ui/Tray.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"

#include <QDir>
#include <QIcon>
#include <QSignalSpy>
#include <QSystemTrayIcon>

using namespace inlet;
using namespace inlet::test;
using store::Category;
using ui::Preferences;

/// The icon in the tray, and the window that goes there and comes back.
class tst_Tray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void icon_countsPositiveReplies_andTellsTheOldest()
    {
        fill();
        ui::Tray subject({.engine = f().engine, .now = [] { return QDateTime::currentDateTimeUtc(); }, .gatherMs = 10});
        QTRY_COMPARE(subject.count(), 3);
        QTRY_COMPARE(subject.toolTip(), QStringLiteral("Inlet\n3 positive replies wait, the oldest for 2 days"));
        keep(subject, "tray-3");
        // One is answered, the one that waited the longest.
        f().engine.rows.removeLast();
        tellChange();
        QTRY_COMPARE(subject.toolTip(), QStringLiteral("Inlet\n2 positive replies wait, the oldest for 5 hours"));
        QCOMPARE(subject.count(), 2);
        f().engine.rows.clear();
        tellChange();
        QTRY_COMPARE(subject.toolTip(), QStringLiteral("Inlet\nNo positive reply waits"));
        QCOMPARE(subject.count(), 0);
        const AccountId account = f().engine.accountList.first().id;
        f().engine.statuses[account].state = engine::MailboxState::NeedsUser;
        Q_EMIT f().engine.statusChanged(account);
        QTRY_COMPARE(subject.toolTip(), QStringLiteral("Inlet\nNo positive reply waits\n1 mailbox needs you"));
    }

    void icon_countsWhatWasChosen()
    {
        fill();
        f().engine.countsValue.byScope.insert(int(store::Scope::Unread), 120);
        ui::Tray subject({.engine = f().engine});
        Preferences chosen;
        chosen.trayCount = Preferences::TrayCount::Unread;
        subject.setPreferences(chosen);
        QTRY_COMPARE(subject.count(), 120);
        QTRY_VERIFY(subject.toolTip().endsWith(QStringLiteral("120 unread")));
        keep(subject, "tray-120");
        chosen.trayCount = Preferences::TrayCount::Nothing;
        subject.setPreferences(chosen);
        QCOMPARE(subject.count(), 0);
        QVERIFY(subject.toolTip().contains(QStringLiteral("3 positive"))); // the words stay
    }

    void menu_leadsEverywhere()
    {
        ui::Tray subject({.engine = f().engine});
        QSignalSpy opened(&subject, &ui::Tray::openRequested);
        QSignalSpy composed(&subject, &ui::Tray::composeRequested);
        QSignalSpy checked(&subject, &ui::Tray::checkRequested);
        QSignalSpy quit(&subject, &ui::Tray::quitRequested);
        for (QAction *action : subject.menu().actions())
            action->trigger();
        QCOMPARE(opened.size() + composed.size() + checked.size() + quit.size(), 4);
    }

    void firstClose_asks_andTheAnswerIsKept()
    {
        demo();
        open(true);
        QSignalSpy hidden(f().window.get(), &ui::MainWindow::hiddenInTray);
        QSignalSpy closed(f().window.get(), &ui::MainWindow::closed);
        f().prompts.choice = -1; // Escape: nothing happens, and it is asked again
        QVERIFY(!f().window->close());
        QVERIFY(f().window->isVisible());
        QCOMPARE(ui::readPreferences(*f().settings).onClose, Preferences::OnClose::Ask);
        QVERIFY2(f().prompts.choices.first().text.contains(QStringLiteral("only while Inlet runs")), qPrintable(f().prompts.choices.first().text));
        f().prompts.choice = 0;
        QVERIFY(!f().window->close());
        QVERIFY(!f().window->isVisible());
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(closed.size(), 0);
        QCOMPARE(ui::readPreferences(*f().settings).onClose, Preferences::OnClose::Stay);
        f().window->show();
        QVERIFY(!f().window->close());
        QCOMPARE(f().prompts.choices.size(), 2); // no third question
        // The tray's Quit ends it from there.
        f().window->quit();
        QCOMPARE(closed.size(), 1);
    }

    void firstClose_quitIsChosen()
    {
        demo();
        open(true);
        QSignalSpy closed(f().window.get(), &ui::MainWindow::closed);
        f().prompts.choice = 1;
        QVERIFY(f().window->close());
        QCOMPARE(closed.size(), 1);
        QCOMPARE(ui::readPreferences(*f().settings).onClose, Preferences::OnClose::End);
    }

    void close_endsWithoutAQuestion_data()
    {
        QTest::addColumn<bool>("tray");
        QTest::addColumn<QString>("how");
        QTest::newRow("no tray") << false << QStringLiteral("close");
        QTest::newRow("Ctrl+Q") << true << QStringLiteral("key");
        QTest::newRow("a signal") << true << QStringLiteral("signal");
        QTest::newRow("no mailbox") << true << QStringLiteral("empty");
        QTest::newRow("a signal while in the tray") << true << QStringLiteral("hidden");
    }
    void close_endsWithoutAQuestion()
    {
        QFETCH(bool, tray);
        QFETCH(QString, how);
        if (how != QLatin1String("empty"))
            demo();
        Preferences wish;
        wish.onClose = how == QLatin1String("close") || how == QLatin1String("empty") ? Preferences::OnClose::Ask : Preferences::OnClose::Stay;
        ui::writePreferences(*f().settings, wish);
        open(tray);
        QSignalSpy closed(f().window.get(), &ui::MainWindow::closed);
        if (how == QLatin1String("key")) {
            f().key(Qt::Key_Q, Qt::ControlModifier);
        } else if (how == QLatin1String("signal")) {
            f().window->askNoMore();
            f().window->close();
        } else if (how == QLatin1String("hidden")) {
            f().window->close();
            QVERIFY(!f().window->isVisible());
            QCOMPARE(closed.size(), 0);
            f().window->askNoMore();
        } else {
            f().window->close();
        }
        QCOMPARE(closed.size(), 1);
        QVERIFY(f().prompts.choices.isEmpty());
    }

    /// A click on a notification leads into the list of all mailboxes, and an answer that follows at once goes to
    /// the right person.
    void fromOutside_opensInTheUnifiedList()
    {
        demo();
        open(false);
        QTRY_VERIFY(f().window->listModel()->rowCount() > 3);
        f().window->showList({.scope = store::Scope::All, .account = f().engine.accountList.at(1).id, .category = {}, .search = {}});
        QTRY_VERIFY(!f().window->listModel()->isLoading());
        f().window->showFromOutside(ConversationId(3));
        f().window->perform(ui::ActionId::Reply);
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().message.conversation, ConversationId(3));
        QTRY_COMPARE(f().window->list()->current(), ConversationId(3));
        QVERIFY(!f().window->listModel()->query().account.isValid());
        // One that this list does not hold is shown all the same.
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &) { return row.id != ConversationId(5); };
        f().window->showList({.scope = store::Scope::Starred, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(!f().window->listModel()->isLoading());
        f().window->showFromOutside(ConversationId(5));
        QTRY_VERIFY(!f().window->listModel()->isLoading());
        f().window->perform(ui::ActionId::Reply);
        QTRY_COMPARE(f().composed.size(), 2);
        QCOMPARE(f().composed.last().message.conversation, ConversationId(5));
    }

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    void open(bool tray)
    {
        f().hasTray = tray;
        f().open();
    }
    /// All mailboxes are well, and nothing waits to be sent.
    void demo() const
    {
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().engine.outbox.clear();
        for (engine::MailboxStatus &status : f().engine.statuses)
            status.state = engine::MailboxState::Live;
    }
    /// Three positive replies of now, five hours and two days ago.
    void fill() const
    {
        demo();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        constexpr qint64 kHourMs = 3'600'000;
        const std::pair<Category, qint64> waiting[] = {{Category::Interested, now - 60'000}, {Category::InformationRequest, now - 5 * kHourMs - 1000},
            {Category::Interested, now - 50 * kHourMs}};
        const store::ConversationRow any = f().engine.rows.first();
        f().engine.rows.clear();
        for (const auto &[category, at] : waiting) {
            store::ConversationRow row = any;
            row.id = ConversationId(500 + f().engine.rows.size());
            row.category = category;
            row.sortAt = at;
            f().engine.rows.append(row);
        }
        f().engine.inScope = [](const store::ConversationRow &row, const store::ListQuery &query) {
            return query.scope == store::Scope::NeedsAnswer && (!query.category || row.category == *query.category);
        };
    }
    void tellChange() const
    {
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(500));
        Q_EMIT f().engine.changed(changes);
    }
    static void keep(const ui::Tray &subject, const char *name)
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!dir.isEmpty())
            QVERIFY(subject.icon().pixmap(64, 64).save(QDir(dir).filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Tray)
#include "tst_Tray.moc"
