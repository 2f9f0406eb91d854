// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/Watchdog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace inlet;
using namespace inlet::test;

/// What one frame of a long list costs. Prints the numbers; the bounds are those of a slow machine in a
/// debug build, a list that lays out all rows misses them by far.
class tst_ListScroll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openMany(kRows, {1440, 900});
    }
    void cleanup() { m_fixture.reset(); }

    void scrolling_aFrameIsShort()
    {
        ui::FlatListView *view = m_fixture->window->list()->view();
        QScrollBar *bar = view->verticalScrollBar();
        QList<qint64> frames;
        constexpr int kFrames = 300;
        for (int frame = 0; frame < kFrames; ++frame) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(bar->value() + 173); // three rows, as a wheel does
            view->viewport()->repaint();
            frames += timer.nsecsElapsed() / 1000;
            QCoreApplication::processEvents(); // rows that arrive
        }
        report("list_scroll_frame", frames);
        QVERIFY2(percentile(frames, 50) < 16'000, qPrintable(QString::number(percentile(frames, 50))));
    }

    void insert_costsNoLayoutOfAll()
    {
        m_fixture->window->list()->view()->setCurrentIndex({}); // else they wait behind the bar
        QList<qint64> inserts;
        constexpr int kInserts = 6; // the fake engine is slow at this size
        for (int number = 0; number < kInserts; ++number) {
            store::ConversationRow fresh = m_fixture->engine.rows.first();
            fresh.id = ConversationId(5000 + number);
            fresh.sortAt += 1000;
            m_fixture->engine.rows.prepend(fresh);
            store::ChangeSet changes;
            changes.conversations.insert(fresh.id);
            Q_EMIT m_fixture->engine.changed(changes);
            QTRY_COMPARE(m_fixture->window->listModel()->rowCount(), kRows + number + 1);
            QElapsedTimer timer;
            timer.start();
            m_fixture->window->list()->view()->viewport()->repaint();
            inserts += timer.nsecsElapsed() / 1000;
        }
        report("list_insert_frame", inserts);
        QVERIFY(percentile(inserts, 50) < 16'000);
    }

private:
    static constexpr int kRows = 100'000;

    static qint64 percentile(QList<qint64> values, int percent)
    {
        std::sort(values.begin(), values.end());
        return values.at(std::min(values.size() - 1, values.size() * percent / 100));
    }
    static void report(const char *metric, const QList<qint64> &microseconds)
    {
        for (const int percent : {50, 99}) {
            std::printf("{\"metric\":\"%s_p%d\",\"value\":%.2f,\"unit\":\"ms\"}\n", metric, percent,
                double(percentile(microseconds, percent)) / 1000.0);
        }
    }
    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_ListScroll)
#include "tst_ListScroll.moc"
