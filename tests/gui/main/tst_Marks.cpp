// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace inlet;
using namespace inlet::test;

/// What is selected for a bulk action reaches beyond the rows that have been looked at.
class tst_Marks : public QObject
{
    Q_OBJECT

private:
    static constexpr int kRows = 900;
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] ui::ConversationListModel &model() const { return *m_fixture->window->listModel(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openMany(kRows);
        m_fixture->window->list()->setFocus();
    }
    void cleanup() { m_fixture.reset(); }

    void unreadOnes_alsoThoseNobodyScrolledTo()
    {
        const auto unread = std::count_if(m_fixture->engine.rows.cbegin(), m_fixture->engine.rows.cend(), [](const auto &row) { return row.unread > 0; });
        m_fixture->type("*u");
        QTRY_COMPARE(model().marked().size(), unread);
        QVERIFY(std::all_of(m_fixture->engine.rows.cbegin(), m_fixture->engine.rows.cend(),
            [this](const store::ConversationRow &row) { return model().isMarked(row.id) == (row.unread > 0); }));
    }

    void unreadOnes_notThoseThatWaitAbove()
    {
        m_fixture->type("jj"); // the hand is in the list
        store::ConversationRow fresh = m_fixture->engine.rows.first();
        fresh.id = ConversationId(9000);
        fresh.sortAt += 1000;
        fresh.unread = 1;
        m_fixture->engine.rows.prepend(fresh);
        store::ChangeSet changes;
        changes.conversations.insert(fresh.id);
        Q_EMIT m_fixture->engine.changed(changes);
        QTRY_VERIFY(model().isHeld(fresh.id));
        m_fixture->type("*u");
        QTRY_VERIFY(!model().marked().isEmpty());
        QVERIFY(!model().isMarked(fresh.id));
    }
};

INLET_TEST(tst_Marks)
#include "tst_Marks.moc"
