// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoMail.h"
#include "support/TestMain.h"
#include "ui/models/ConversationListModel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::test;
using ui::ConversationListModel;
using ui::ListRole;

namespace
{

/// Counts what the model asks for.
class CountingEngine : public FakeEngine
{
public:
    int rowRequests = 0;
    qsizetype rowsAsked = 0;
    bool firstPageFirst = false;

    void fetchRows(const store::ListQuery &query, const QList<ConversationId> &ids, QObject *context,
        Answer<QList<store::ConversationRow>> answer) override
    {
        ++rowRequests;
        rowsAsked += ids.size();
        FakeEngine::fetchRows(query, ids, context, std::move(answer));
    }
    void fetchList(const store::ListQuery &query, QObject *context, Answer<engine::ListSnapshot> answer) override
    {
        if (firstPageFirst) {
            FakeEngine::fetchList(query, context, [answer](const engine::ListSnapshot &whole) {
                engine::ListSnapshot first = whole;
                first.keys = whole.keys.mid(0, 50);
                first.complete = false;
                answer(first);
            });
        }
        FakeEngine::fetchList(query, context, std::move(answer));
    }
};

} // namespace

class tst_ConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rows_farAway_comeByPagesWithoutIo();
    void secondSnapshot_isOneInsert();
    void change_newMail_isAnInsert();
    void change_moved_isAMove();
    void change_gone_isARemove();
    void change_content_isRefreshed();
    void hold_aboveTheAnchor_waits();
    void hold_belowTheAnchor_getsIn();
    void kept_staysUntilAnotherIsKept();
    void marks_goWithTheirRows();
    void storeThatFails_isAskedAgain();
    void rowThatIsGone_isAskedForOnce();
    void hundredThousandRows_areCheap();
    void sentence_saysTheRowInOrder();

private:
    void change(ConversationId id);
    [[nodiscard]] ConversationListModel &subject() const { return *m_subject; }
    std::unique_ptr<CountingEngine> m_engine;
    std::unique_ptr<ConversationListModel> m_subject;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_ConversationListModel::init()
{
    m_engine = std::make_unique<CountingEngine>();
    m_engine->rows = manyRows(1000, QDateTime::currentDateTimeUtc());
    m_subject = std::make_unique<ConversationListModel>(*m_engine);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_subject.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    subject().setQuery({});
    QTRY_COMPARE(subject().rowCount(), 1000);
}

void tst_ConversationListModel::cleanup()
{
    m_tester.reset();
    m_subject.reset();
    m_engine.reset();
}

void tst_ConversationListModel::change(ConversationId id)
{
    store::ChangeSet changes;
    changes.conversations.insert(id);
    QSignalSpy settled(&subject(), &ConversationListModel::updated);
    Q_EMIT m_engine->changed(changes);
    QTRY_VERIFY(!settled.isEmpty());
}

void tst_ConversationListModel::rows_farAway_comeByPagesWithoutIo()
{
    m_engine->rowRequests = 0;
    m_engine->rowsAsked = 0;
    const QModelIndex far = subject().index(650);
    QVERIFY(!far.data(int(ListRole::IsLoaded)).toBool());
    QVERIFY(far.data(int(ListRole::Id)).toLongLong() > 0); // known without loading
    QCOMPARE(m_engine->rowRequests, 0); // data() itself asks nobody
    QTRY_VERIFY(far.data(int(ListRole::IsLoaded)).toBool());
    QCOMPARE(m_engine->rowRequests, 1);
    QCOMPARE(m_engine->rowsAsked, 300); // its page and the neighbours
    QVERIFY(subject().index(700).data(int(ListRole::IsLoaded)).toBool());
    QVERIFY(!subject().index(900).data(int(ListRole::IsLoaded)).toBool());
}

void tst_ConversationListModel::secondSnapshot_isOneInsert()
{
    m_engine->firstPageFirst = true;
    QSignalSpy inserted(&subject(), &QAbstractItemModel::rowsInserted);
    subject().setQuery({.scope = store::Scope::All, .account = {}, .category = {}, .search = {}});
    QTRY_COMPARE(subject().rowCount(), 1000);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.first().at(2).toInt(), 49);
    QCOMPARE(inserted.last().at(1).toInt(), 50);
}

void tst_ConversationListModel::change_newMail_isAnInsert()
{
    store::ConversationRow fresh = m_engine->rows.at(10);
    fresh.id = ConversationId(5);
    fresh.sortAt += 1;
    m_engine->rows.insert(10, fresh);
    QSignalSpy inserted(&subject(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&subject(), &QAbstractItemModel::modelReset);
    change(fresh.id);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(subject().rowOf(fresh.id), 10);
    QVERIFY(reset.isEmpty());
}

void tst_ConversationListModel::change_moved_isAMove()
{
    const ConversationId id = subject().idAt(20);
    const QPersistentModelIndex index = subject().index(20);
    m_engine->rows[20].sortAt = m_engine->rows.first().sortAt + 1000;
    QSignalSpy moved(&subject(), &QAbstractItemModel::rowsMoved);
    change(id);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(subject().rowOf(id), 0);
    QCOMPARE(index.row(), 0); // selection goes with the conversation
}

void tst_ConversationListModel::change_gone_isARemove()
{
    const ConversationId id = subject().idAt(3);
    m_engine->rows.removeAt(3);
    QSignalSpy removed(&subject(), &QAbstractItemModel::rowsRemoved);
    change(id);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(subject().rowOf(id), -1);
    QCOMPARE(subject().rowCount(), 999);
}

void tst_ConversationListModel::change_content_isRefreshed()
{
    m_engine->rows[2].preview = QStringLiteral("something else");
    const ConversationId id = subject().idAt(2);
    change(id);
    QTRY_COMPARE(subject().rowData(id)->preview, QStringLiteral("something else"));
}

void tst_ConversationListModel::hold_aboveTheAnchor_waits()
{
    subject().holdAbove(subject().idAt(5));
    store::ConversationRow fresh = m_engine->rows.first();
    fresh.id = ConversationId(5);
    fresh.sortAt += 1000;
    m_engine->rows.prepend(fresh);
    change(fresh.id);
    QCOMPARE(subject().heldCount(), 1);
    QCOMPARE(subject().rowOf(fresh.id), -1);
    // One below that gets a new message would jump over the anchor: it waits as well.
    const ConversationId below = subject().idAt(50);
    m_engine->rows[51].sortAt = fresh.sortAt + 1;
    change(below);
    QCOMPARE(subject().heldCount(), 2);
    QCOMPARE(subject().rowOf(below), 50);
    subject().releaseHeld();
    QCOMPARE(subject().rowOf(below), 0);
    QCOMPARE(subject().rowOf(fresh.id), 1);
    QCOMPARE(subject().heldCount(), 0);
}

void tst_ConversationListModel::hold_belowTheAnchor_getsIn()
{
    subject().holdAbove(subject().idAt(5));
    store::ConversationRow fresh = m_engine->rows.at(100);
    fresh.id = ConversationId(5);
    fresh.sortAt += 1;
    m_engine->rows.insert(100, fresh);
    change(fresh.id);
    QCOMPARE(subject().rowOf(fresh.id), 100);
    QCOMPARE(subject().heldCount(), 0);
}

void tst_ConversationListModel::kept_staysUntilAnotherIsKept()
{
    const ConversationId id = subject().idAt(4);
    subject().keep(id);
    m_engine->rows.removeAt(4);
    change(id);
    QCOMPARE(subject().rowOf(id), 4);
    subject().keep(subject().idAt(5));
    QTRY_COMPARE(subject().rowOf(id), -1);
}

void tst_ConversationListModel::marks_goWithTheirRows()
{
    const ConversationId one = subject().idAt(8);
    const ConversationId other = subject().idAt(2);
    subject().setMarked(one, true);
    subject().setMarked(other, true);
    QCOMPARE(subject().marked(), (QList<ConversationId>{other, one})); // in the order of the list
    m_engine->rows.removeAt(8);
    change(one);
    QCOMPARE(subject().marked(), QList<ConversationId>{other});
}

void tst_ConversationListModel::storeThatFails_isAskedAgain()
{
    m_engine->storeFails = true;
    const ConversationId gone = m_engine->rows.first().id;
    m_engine->rows.removeFirst();
    store::ChangeSet changes;
    changes.conversations.insert(gone);
    Q_EMIT m_engine->changed(changes);
    QTRY_VERIFY(m_engine->failuresTold > 0);
    QCOMPARE(subject().rowCount(), 1000); // an error is not "no longer in the list"
    m_engine->storeFails = false;
    QTRY_COMPARE_WITH_TIMEOUT(subject().rowCount(), 999, 10000);
}

void tst_ConversationListModel::rowThatIsGone_isAskedForOnce()
{
    const ConversationId id = subject().idAt(650);
    m_engine->rows.removeAt(650);
    m_engine->rowRequests = 0;
    QVERIFY(!subject().index(650).data(int(ListRole::IsLoaded)).toBool());
    QTRY_COMPARE(subject().rowOf(id), -1); // found out, and taken out of the list
    QCOMPARE(m_engine->rowRequests, 1);
}

void tst_ConversationListModel::hundredThousandRows_areCheap()
{
    m_tester.reset();
    m_engine->rows = manyRows(100'000, QDateTime::currentDateTimeUtc());
    subject().setQuery({});
    QTRY_COMPARE_WITH_TIMEOUT(subject().rowCount(), 100'000, 20'000);
    QElapsedTimer timer;
    timer.start();
    constexpr int kRounds = 200;
    for (int round = 0; round < kRounds; ++round) {
        const int row = (round * 499) % 100'000;
        QVERIFY(subject().rowOf(subject().idAt(row)) == row);
        subject().index(row).data(int(ListRole::IsLoaded));
    }
    // Generous: a search through everything for each of them would take seconds.
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

void tst_ConversationListModel::sentence_saysTheRowInOrder()
{
    accounts::Account account;
    account.id = AccountId(1);
    account.email = QStringLiteral("anna@try-acme.example");
    m_engine->accountList = {account};
    Q_EMIT m_engine->accountsChanged();
    store::ConversationRow row;
    row.unread = 1;
    row.category = store::Category::Interested;
    row.categorySource = store::CategorySource::Automatic;
    row.prospectName = QStringLiteral("Mara Petersen");
    row.prospectAddress = QStringLiteral("mara@nordlicht.example");
    row.subject = QStringLiteral("Re: quick question");
    row.messages = 3;
    row.accounts = {AccountId(1)};
    row.lastAt = QDateTime::currentDateTimeUtc().addSecs(-245);
    QCOMPARE(subject().sentence(row, false),
        QStringLiteral("Unread. Interested, automatic. Mara Petersen, nordlicht.example. Re: quick question. 3 messages. "
                       "via anna@try-acme.example. 4 minutes ago."));
}

INLET_TEST(tst_ConversationListModel)
#include "tst_ConversationListModel.moc"
