// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoMail.h"
#include "support/TestMain.h"
#include "ui/models/RailModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::test;
using ui::RailKind;
using ui::RailModel;
using ui::RailRole;

class tst_RailModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<FakeEngine>();
        fillDemo(*m_engine, QDateTime::currentDateTimeUtc());
        m_subject = std::make_unique<RailModel>(*m_engine);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_subject.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_subject.reset();
    }

    void counts_comeFromTheEngine()
    {
        QTRY_COMPARE(at({}).data(int(RailRole::Count)).toLongLong(), m_engine->countsValue.byScope.value(int(store::Scope::NeedsAnswer)));
        m_engine->countsValue.byScope[int(store::Scope::NeedsAnswer)] = 77;
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(1));
        Q_EMIT m_engine->changed(changes);
        QTRY_COMPARE(at({}).data(int(RailRole::Count)).toLongLong(), 77);
    }

    void mailboxes_tellTheirState()
    {
        const QModelIndex off = at({.scope = store::Scope::All, .account = AccountId(4), .category = {}, .search = {}});
        QCOMPARE(off.data(int(RailRole::State)).toInt(), int(engine::MailboxState::NeedsUser));
        QVERIFY(off.data(Qt::ToolTipRole).toString().contains(QStringLiteral("no longer accepted")));
        const QModelIndex reading = at({.scope = store::Scope::All, .account = AccountId(3), .category = {}, .search = {}});
        QCOMPARE(reading.data(int(RailRole::Progress)).toInt(), 31);
        QVERIFY(reading.data(Qt::ToolTipRole).toString().contains(QStringLiteral("1,240 of about 3,900, newest first")));
    }

    void manyMailboxes_areFoldedButNotTheBrokenOnes()
    {
        for (int number = 5; number <= 200; ++number) {
            accounts::Account account;
            account.id = AccountId(number);
            account.email = QStringLiteral("box%1@fleet.example").arg(number);
            m_engine->accountList.append(account);
        }
        m_engine->statuses[AccountId(150)].state = engine::MailboxState::NeedsUser;
        Q_EMIT m_engine->accountsChanged();
        QVERIFY(at({.scope = store::Scope::All, .account = AccountId(12), .category = {}, .search = {}}).isValid());
        QVERIFY(!at({.scope = store::Scope::All, .account = AccountId(100), .category = {}, .search = {}}).isValid());
        QVERIFY(at({.scope = store::Scope::All, .account = AccountId(150), .category = {}, .search = {}}).isValid());
        m_subject->setFilter(QStringLiteral("box100"));
        QVERIFY(at({.scope = store::Scope::All, .account = AccountId(100), .category = {}, .search = {}}).isValid());
        m_subject->setFilter({});
        m_subject->toggle(m_subject->rowCount() - 1); // "Show all 200"
        QVERIFY(at({.scope = store::Scope::All, .account = AccountId(100), .category = {}, .search = {}}).isValid());
    }

    void views_standInTheirOrderWithTheirCounts()
    {
        QVERIFY(m_subject->rowOf(SavedViewId(1)) < 0);
        store::SavedView one;
        one.name = QStringLiteral("Pricing");
        one.number = 2;
        one.query.search = QStringLiteral("price");
        store::SavedView two;
        two.name = QStringLiteral("Unread of all");
        two.query.scope = store::Scope::Unread; // the same list as a row of the rail has
        for (const store::SavedView &view : {one, two})
            m_engine->viewsFake.saveView(view, this, [](const Result<SavedViewId> &) {});
        QTRY_COMPARE(m_subject->views().size(), 2);
        const int row = m_subject->rowOf(SavedViewId(1));
        QCOMPARE(m_subject->kindAt(row), RailKind::View);
        QCOMPARE(m_subject->kindAt(row - 1), RailKind::Header);
        QCOMPARE(m_subject->rowOf(SavedViewId(2)), row + 1);
        QVERIFY(m_subject->rowOf(store::ListQuery{.scope = store::Scope::Unread}) < row);
        m_engine->viewsFake.counts = {{SavedViewId(1), 1200}, {SavedViewId(2), 5}};
        m_subject->refreshCounts();
        QTRY_COMPARE(m_subject->index(row).data(int(RailRole::Count)).toLongLong(), 1200);
        QVERIFY(m_subject->index(row).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Ctrl+2")));
        QCOMPARE(m_subject->viewNumber(2)->name, QStringLiteral("Pricing"));
        QVERIFY(!m_subject->viewNumber(3));
        QPersistentModelIndex second = m_subject->index(row + 1);
        m_engine->viewsFake.removeView(SavedViewId(1), this, [](const Result<void> &) {});
        QTRY_COMPARE(m_subject->views().size(), 1);
        QCOMPARE(second.row(), row); // the row that stays keeps its selection
        m_subject->toggle(row - 1);
        QVERIFY(m_subject->rowOf(SavedViewId(2)) < 0);
    }

    /// Where the mailboxes are out of sight, their header tells of them.
    void mailboxHeader_folded_tellsSumAndWorstState()
    {
        int header = -1;
        for (int row = 0; row < m_subject->rowCount(); ++row)
            header = m_subject->index(row).data().toString() == QLatin1String("Mailboxes") ? row : header;
        QVERIFY(header >= 0);
        m_engine->countsValue.unreadByAccount = {{AccountId(1), 1200}, {AccountId(2), 34}};
        m_subject->refreshCounts();
        const auto told = [&](int role) { return m_subject->index(header).data(role); };
        QTRY_COMPARE(at({.scope = store::Scope::All, .account = AccountId(2), .category = {}, .search = {}}).data(int(RailRole::Count)).toLongLong(), 34);
        QCOMPARE(told(int(RailRole::Count)).toLongLong(), 0); // each of them tells its own
        QCOMPARE(told(int(RailRole::State)).toInt(), int(engine::MailboxState::Live));
        QCOMPARE(told(Qt::AccessibleTextRole).toString(), QStringLiteral("Mailboxes, heading"));
        m_subject->toggle(header);
        QCOMPARE(told(int(RailRole::Count)).toLongLong(), 1234);
        QCOMPARE(told(int(RailRole::State)).toInt(), int(engine::MailboxState::NeedsUser));
        QCOMPARE(told(Qt::AccessibleTextRole).toString(), QStringLiteral("Mailboxes, folded, 1,234 unread, at least one: Needs you"));
        QVERIFY(told(Qt::ToolTipRole).toString().contains(QStringLiteral("1,234 unread")));
    }

    /// Tags fold the mailboxes that have them; those without stay as they are.
    void tags_groupTheMailboxes()
    {
        m_engine->accountList[0].tags = {QStringLiteral("team-a"), QStringLiteral("client: Acme")};
        m_engine->accountList[3].tags = {QStringLiteral("Team-A")};
        m_engine->countsValue.unreadByAccount = {{AccountId(1), 1200}, {AccountId(2), 7}, {AccountId(4), 34}};
        Q_EMIT m_engine->accountsChanged();
        m_subject->refreshCounts();
        const auto mailbox = [](int id) { return store::ListQuery{.scope = store::Scope::All, .account = AccountId(id), .category = {}, .search = {}}; };
        const auto tagged = [](const char *search) { return store::ListQuery{.scope = store::Scope::All, .account = {}, .category = {}, .search = QLatin1String(search)}; };
        QVERIFY(!at(mailbox(1)).isValid());
        QVERIFY(at(mailbox(2)).isValid());
        const int row = m_subject->rowOf(tagged("tag:team-a"));
        QCOMPARE(m_subject->kindAt(row), RailKind::Tag);
        QCOMPARE(m_subject->queryAt(row)->search, QStringLiteral("tag:team-a"));
        QCOMPARE(m_subject->rowOf(tagged("tag:\"client: Acme\" ")), row - 1); // as the completion writes it
        const auto told = [&](int role) { return m_subject->index(row).data(role); };
        QTRY_COMPARE(told(int(RailRole::Count)).toLongLong(), 1234);
        QCOMPARE(told(int(RailRole::State)).toInt(), int(engine::MailboxState::NeedsUser)); // the worst of them
        QCOMPARE(told(Qt::AccessibleTextRole).toString(), QStringLiteral("Tag team-a, folded, 2 mailboxes, 1,234 unread, at least one: Needs you"));
        QVERIFY(told(Qt::ToolTipRole).toString().startsWith(QStringLiteral("team-a\n2 mailboxes\n1,234 unread")));
        m_subject->toggle(row);
        QCOMPARE(m_subject->accountAt(row + 1), AccountId(1));
        QCOMPARE(m_subject->accountAt(row + 2), AccountId(4));
        QVERIFY(m_subject->index(row + 1).data(int(RailRole::IsInGroup)).toBool());
        QVERIFY(!at(mailbox(2)).data(int(RailRole::IsInGroup)).toBool());
        QVERIFY(!told(int(RailRole::IsFolded)).toBool());
        m_subject->setFilter(QStringLiteral("acme"));
        QVERIFY(at(mailbox(1)).isValid()); // by its tag
        m_subject->setFilter({});
        m_subject->toggle(row);
        QVERIFY(!at(mailbox(4)).isValid());
        // A search in the list is no tag, and words beside the tag are another list.
        QCOMPARE(m_subject->rowOf(tagged("tag:team-a price")), m_subject->rowOf(store::ListQuery{.scope = store::Scope::All}));
    }

    void header_folds()
    {
        int header = -1;
        for (int row = 0; row < m_subject->rowCount() && header < 0; ++row)
            header = m_subject->kindAt(row) == RailKind::Header ? row : -1;
        const int before = m_subject->rowCount();
        m_subject->toggle(header);
        QCOMPARE(m_subject->rowCount(), before - 10);
        m_subject->toggle(header);
        QCOMPARE(m_subject->rowCount(), before);
    }

    void drafts_appearWithTheFirstOne()
    {
        const auto hasDrafts = [this] {
            for (int row = 0; row < m_subject->rowCount(); ++row) {
                if (m_subject->kindAt(row) == RailKind::Drafts)
                    return true;
            }
            return false;
        };
        QVERIFY(!hasDrafts());
        m_engine->savedDrafts.append(store::Draft());
        m_subject->refreshCounts();
        QTRY_VERIFY(hasDrafts());
    }

private:
    [[nodiscard]] QModelIndex at(const store::ListQuery &query) const
    {
        const int row = m_subject->rowOf(query);
        return row < 0 ? QModelIndex() : m_subject->index(row);
    }
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<RailModel> m_subject;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

INLET_TEST(tst_RailModel)
#include "tst_RailModel.moc"
