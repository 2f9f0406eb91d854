// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/panes/DayCaptions.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/OrderButton.h"

#include <QMenu>

using namespace inlet;
using namespace inlet::test;
using store::ListOrder;

/// What stands first in the list, and the days above its rows.
class tst_ListOrder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] ui::ConversationListModel &model() const { return *m_fixture->window->listModel(); }
    [[nodiscard]] ui::ListPane &pane() const { return *m_fixture->window->list(); }

    /// Mail of ours, one row for each of these times.
    void fill(const QList<QDateTime> &times)
    {
        fillDemo(m_fixture->engine, QDateTime::currentDateTimeUtc());
        m_fixture->engine.rows = manyRows(int(times.size()), QDateTime::currentDateTimeUtc(), 100);
        for (qsizetype at = 0; at < times.size(); ++at) {
            store::ConversationRow &row = m_fixture->engine.rows[at];
            row.lastAt = times.at(at);
            row.sortAt = times.at(at).toMSecsSinceEpoch();
            row.unread = 0;
        }
        m_fixture->engine.inScope = [](const store::ConversationRow &, const store::ListQuery &) { return true; };
    }
    void open()
    {
        m_fixture->open();
        QTRY_COMPARE(model().rowCount(), int(m_fixture->engine.rows.size()));
        QTRY_VERIFY(model().isComplete());
    }
    void choose(ListOrder order)
    {
        const QList<QAction *> choices = pane().order()->menu()->actions();
        const auto wanted = std::find_if(choices.cbegin(), choices.cend(), [&](const QAction *one) { return one->data().toInt() == int(order); });
        QVERIFY(wanted != choices.cend());
        (*wanted)->trigger();
        QTRY_VERIFY(!model().isLoading());
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void chosen_holdsForAllLists_andForTheNextStart()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        fill({now, now.addDays(-20), now.addDays(-40)});
        open();
        QCOMPARE(model().idAt(0), m_fixture->engine.rows.at(0).id);
        QCOMPARE(pane().order()->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(pane().select(m_fixture->engine.rows.at(1).id));
        choose(ListOrder::LongestWaiting);
        QCOMPARE(model().idAt(0), m_fixture->engine.rows.at(2).id);
        QCOMPARE(pane().current(), model().idAt(0));
        QCOMPARE(pane().order()->text(), QStringLiteral("Waiting"));
        QVERIFY(pane().order()->accessibleName().contains(QStringLiteral("Longest waiting first")));
        m_fixture->window->showList({.scope = store::Scope::All});
        QTRY_VERIFY(!model().isLoading());
        QCOMPARE(model().idAt(0), m_fixture->engine.rows.at(2).id);
        QCOMPARE(model().query(), store::ListQuery{.scope = store::Scope::All}); // views and counts do not know of it
        m_fixture->window.reset();
        open();
        QCOMPARE(model().order(), ListOrder::LongestWaiting);
        QCOMPARE(model().idAt(0), m_fixture->engine.rows.at(2).id);
        choose(ListOrder::NewestFirst);
        QCOMPARE(model().idAt(0), m_fixture->engine.rows.at(0).id);
        QCOMPARE(pane().order()->toolButtonStyle(), Qt::ToolButtonIconOnly);
    }

    void days_standWhereTheyBegin()
    {
        const QDate today(2026, 3, 5); // a Thursday
        const auto at = [](QDate day, int hour) { return QDateTime(day, QTime(hour, 0)); };
        fill({at(today, 9), at(today, 0), at(today.addDays(-1), 23), at(today.addDays(-2), 12), at(today.addDays(-9), 12), at(today.addDays(-400), 12)});
        open();
        using Caption = ui::FlatListView::Caption;
        QLocale::setDefault(QLocale(QLocale::German)); // weeks begin on Monday
        QCOMPARE(ui::dayCaptions(model(), today), (QList<Caption>{{0, QStringLiteral("Today")}, {2, QStringLiteral("Yesterday")},
            {3, QStringLiteral("This week")}, {4, QStringLiteral("Earlier")}}));
        QCOMPARE(ui::dayCaptions(model(), today.addDays(4)), (QList<Caption>())); // all of it is earlier
        QCOMPARE(ui::dayCaptions(model(), today.addDays(1)), (QList<Caption>{{0, QStringLiteral("Yesterday")}, {2, QStringLiteral("This week")},
            {4, QStringLiteral("Earlier")}}));
        QLocale::setDefault(QLocale::c());
    }

    void days_onlyInListsByTime()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        fill({now, now.addDays(-20), now.addDays(-40)});
        open();
        QTRY_COMPARE(pane().view()->captions().size(), 2);
        QCOMPARE(pane().view()->captions().last().row, 1);
        m_fixture->window->showList({.scope = store::Scope::Snoozed});
        QTRY_VERIFY(!model().isLoading());
        QVERIFY(pane().view()->captions().isEmpty());
        m_fixture->window->showList({.scope = store::Scope::All});
        QTRY_VERIFY(!model().isLoading());
        QCOMPARE(pane().view()->captions().size(), 2);
        choose(ListOrder::HottestFirst);
        QVERIFY(pane().view()->captions().isEmpty());
    }
};

INLET_TEST(tst_ListOrder)
#include "tst_ListOrder.moc"
