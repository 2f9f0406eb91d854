// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnsweredMail.h"
#include "StoreFixture.h"
#include "store/ListFilter.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

constexpr std::array kScopes = {Scope::NeedsAnswer, Scope::All, Scope::Unread, Scope::Today, Scope::AwaitingReply,
    Scope::Snoozed, Scope::Scheduled, Scope::Outbox, Scope::Bounces, Scope::Other, Scope::Starred, Scope::Sent,
    Scope::Archived};

/// Answers of `count` prospects, every third read, every fifth starred.
void fill(StoreFixture &f, int count)
{
    QList<IncomingMessage> mails;
    for (int i = 1; i <= count; ++i) {
        const QByteArray person = "p" + QByteArray::number(i) + "@acme.test";
        const QByteArray id = QByteArray::number(i);
        const auto &box = i % 2 ? f.anna : f.ben;
        MailBuilder out(QStringLiteral("o%1@us.test").arg(i));
        mails.append(out.from(i % 2 ? "anna@us.test" : "ben@us.test").to(person.constData()).own().seen()
                .minute(i).in(box.sent, quint32(i)));
        MailBuilder in(QStringLiteral("i%1@acme.test").arg(i));
        if (i % 4 != 0) {
            mails.append(in.from(person.constData()).to("anna@us.test").minute(i + count)
                    .seen(i % 3 == 0).flagged(i % 5 == 0).in(box.inbox, quint32(i)));
        }
    }
    f.ingest(mails);
}

QString planOf(StoreFixture &f, const ListQuery &query)
{
    const QString path = f.dir.path() + QStringLiteral("/profile/inlet.db");
    Connection db(path, Connection::Mode::ReadOnly);
    const ListFilter filter = makeFilter(db, query, 1'800'000'000'000);
    Query plan = db.once("EXPLAIN QUERY PLAN SELECT c.sort_at, c.id " + filter.from + filter.where
        + " ORDER BY c.sort_at DESC, c.id DESC");
    filter.bindTo(plan);
    QStringList lines;
    while (plan.next())
        lines.append(plan.text(3));
    return lines.join(QStringLiteral("; "));
}

} // namespace

class tst_Lists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerThatBounced_needsAnAnswerAgain_untilTheReportIsDone()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Archive, conversation);
        f.ingest(MailBuilder(QStringLiteral("out2@us.test")).from("anna@us.test").to("mara@acme.test").own().seen().minute(20)
                     .inReplyTo("in1@acme.test").in(f.anna.sent, 2));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        f.ingest(MailBuilder(QStringLiteral("dsn1@mx.test")).from("MAILER-DAEMON@mx.test").to("anna@us.test").minute(30)
                     .bounceOf("out2@us.test", "mara@acme.test").in(f.anna.inbox, 8));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::AwaitingReply).size(), 0);
        QCOMPARE(f.list(Scope::Bounces).size(), 1);
        f.apply(TriageVerb::Archive, conversation);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(f.inconsistency(), QString());
    }

    void names_areTheSameBothWays()
    {
        for (const Scope scope : kScopes)
            QCOMPARE(scopeFromName(nameOf(scope)), std::optional(scope));
        for (int i = 0; i <= int(Category::Bounce); ++i)
            QCOMPARE(categoryFromName(nameOf(Category(i))), std::optional(Category(i)));
        QCOMPARE(categoryFromName(QStringLiteral("not-interested")), std::optional(Category::NotInterested));
        QVERIFY(!scopeFromName(QStringLiteral("nonsense")));
        QVERIFY(!categoryFromName(QString()));
    }

    void everyList_walksAnIndex_data()
    {
        QTest::addColumn<int>("scope");
        for (const Scope scope : kScopes)
            QTest::newRow(qPrintable(nameOf(scope))) << int(scope);
    }

    void everyList_walksAnIndex()
    {
        QFETCH(int, scope);
        StoreFixture f;
        fill(f, 20);
        ListQuery query;
        query.scope = Scope(scope);
        const QString plan = planOf(f, query);
        QVERIFY2(plan.contains(QLatin1String("USING COVERING INDEX list_")), qPrintable(plan));
        QVERIFY2(!plan.contains(QLatin1String("TEMP B-TREE")), qPrintable(plan));
        query.account = f.anna.id;
        const QString ofMailbox = planOf(f, query);
        QVERIFY2(ofMailbox.contains(QLatin1String("SEARCH ca USING")), qPrintable(ofMailbox));
        QVERIFY2(!ofMailbox.contains(QLatin1String("SCAN ")), qPrintable(ofMailbox));
    }

    void categories_walkAnIndex()
    {
        StoreFixture f;
        fill(f, 20);
        ListQuery query;
        query.scope = Scope::All;
        query.category = Category::Interested;
        const QString plan = planOf(f, query);
        QVERIFY2(plan.contains(QLatin1String("INDEX list_")), qPrintable(plan));
        QVERIFY2(!plan.contains(QLatin1String("TEMP B-TREE")), qPrintable(plan));
    }

    void rowsKeysMembershipAndCounts_agree()
    {
        StoreFixture f;
        fill(f, 60);
        const auto rows = f.list(Scope::All);
        f.apply(TriageVerb::Archive, rows.at(3).id);
        f.apply(TriageVerb::Snooze, rows.at(5).id, {}, QDateTime::currentDateTimeUtc().addDays(1));
        f.apply(TriageVerb::SetCategory, rows.at(7).id, Category::Interested);
        f.apply(TriageVerb::MoveToOther, rows.at(9).id);
        QList<ConversationId> everybody;
        for (const ConversationRow &row : rows)
            everybody.append(row.id);
        const auto counts = f.read([](ReadSession &s) { return s.counts(); });
        for (const Scope scope : kScopes) {
            ListQuery query;
            query.scope = scope;
            const auto keys = f.read([&](ReadSession &s) { return s.keys(query); });
            QVERIFY(std::is_sorted(keys->begin(), keys->end(), std::greater<>()));
            const auto members = f.read([&](ReadSession &s) { return s.membership(everybody, query); });
            QCOMPARE(*members, *keys);
            QCOMPARE(counts->byScope.value(int(scope)), keys->size());
            QCOMPARE(f.list(query).size(), keys->size());
        }
        QCOMPARE(counts->byScope.value(int(Scope::Snoozed)), 1);
        QCOMPARE(counts->byScope.value(int(Scope::Archived)), 1);
        QCOMPARE(counts->byScope.value(int(Scope::Other)), 1);
        QCOMPARE(counts->byCategory.value(int(Category::Interested)), 1);
        QCOMPARE(counts->messagesByAccount.value(f.anna.id) + counts->messagesByAccount.value(f.ben.id), 105);
        QVERIFY(counts->unreadByAccount.value(f.anna.id) > 0);
    }

    void splits_countTheListThatIsShown()
    {
        StoreFixture f;
        fill(f, 40);
        const auto all = f.list(Scope::All);
        for (int i = 0; i < all.size(); ++i) {
            if (i % 3 == 0)
                f.apply(TriageVerb::SortAway, all.at(i).id, Category::NotInterested);
            else if (i % 3 == 1)
                f.apply(TriageVerb::SetCategory, all.at(i).id, Category::Interested);
        }
        for (const Scope scope : kScopes) {
            for (const AccountId account : {AccountId(), f.anna.id, f.ben.id}) {
                for (const char *search : {"", "is:unread"}) {
                    ListQuery query{.scope = scope, .account = account, .category = Category::Bounce, .search = QString::fromLatin1(search)};
                    const auto splits = f.read([&](ReadSession &s) { return s.splits(query); });
                    QVERIFY(splits);
                    for (int category = 0; category <= int(Category::Bounce); ++category) {
                        query.category = Category(category);
                        QCOMPARE(splits->value(category), f.list(query).size());
                    }
                }
            }
        }
        const auto done = f.read([](ReadSession &s) { return s.splits({.scope = Scope::Archived, .account = {}, .category = {}, .search = {}}); });
        QCOMPARE(done->keys(), QList{int(Category::NotInterested)});
    }

    void facts_ofTheDay()
    {
        StoreFixture f;
        fill(f, 9);
        const ListQuery query{.scope = Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}};
        const auto facts = [&] { return *f.read([&](ReadSession &s) { return s.facts(query); }); };
        QCOMPARE(facts().handledToday, 0);
        QVERIFY(!facts().nextWake.isValid());
        const auto rows = f.list(Scope::NeedsAnswer);
        f.apply(TriageVerb::Archive, rows.at(0).id);
        f.apply(TriageVerb::SetCategory, rows.at(1).id, Category::MeetingRequest);
        f.apply(TriageVerb::Archive, rows.at(1).id); // the same conversation counts once
        f.apply(TriageVerb::MarkRead, rows.at(2).id); // nothing was decided
        const QDateTime wake = QDateTime::currentDateTimeUtc().addDays(2);
        f.apply(TriageVerb::Snooze, rows.at(3).id, Category::Unsorted, wake);
        QCOMPARE(facts().handledToday, 3);
        QCOMPARE(facts().meetingsToday, 1);
        QCOMPARE(facts().nextWake.toSecsSinceEpoch(), wake.toSecsSinceEpoch());
        QVERIFY(facts().changesWaiting > 0);
        f.undo();
        QCOMPARE(facts().handledToday, 2);
        QVERIFY(!facts().nextWake.isValid());
        QCOMPARE(facts().unsorted, f.list({.scope = Scope::Unread, .account = {}, .category = Category::Unsorted, .search = {}}).size());
        QVERIFY(facts().unsorted > 0);
        QCOMPARE(facts().recentBounces, 0);
    }

    void facts_ofASearch()
    {
        StoreFixture f;
        fill(f, 12);
        const ListQuery here{.scope = Scope::Starred, .account = f.ben.id, .category = Category::Interested, .search = QStringLiteral("is:unread")};
        ListQuery everywhere{.scope = Scope::All, .account = {}, .category = {}, .search = here.search};
        everywhere.everywhere = true;
        const auto facts = f.read([&](ReadSession &s) { return s.facts(here); });
        QCOMPARE(facts->everywhere, f.list(everywhere).size());
        QVERIFY(facts->everywhere > 0);
        // fill() begins with the first minute of its day.
        QCOMPARE(facts->oldest.toUTC(), QDateTime(QDate(2026, 3, 2), QTime(9, 2), Qt::UTC)); // Ben's is the second
    }

    void facts_nameTheMailboxesOfAFirstSync()
    {
        StoreFixture f;
        const auto unfinished = [&] { return f.read([](ReadSession &s) { return s.facts({}); })->firstSync; };
        QCOMPARE(unfinished(), (QList{f.anna.id, f.ben.id})); // nothing is followed yet
        for (const auto *box : {&f.anna, &f.ben}) {
            f.change([&](WriteTransaction &t) -> Result<void> {
                if (const auto followed = t.setFollowed(box->inbox, true); !followed)
                    return followed;
                auto folder = t.folder(box->inbox);
                folder->historyDone = box == &f.ben;
                return t.setFolderState(*folder);
            });
        }
        QCOMPARE(unfinished(), QList{f.anna.id}); // a folder that is not followed does not count
    }

    void paging_byKey_meetsEveryRowOnce()
    {
        StoreFixture f;
        fill(f, 57);
        ListQuery query;
        query.scope = Scope::All;
        QList<ConversationId> seen;
        std::optional<ListKey> after;
        while (true) {
            const auto page = f.read([&](ReadSession &s) { return s.page(query, after, 10); });
            if (page->isEmpty())
                break;
            for (const ConversationRow &row : *page)
                seen.append(row.id);
            after = ListKey{page->last().sortAt, page->last().id};
        }
        QCOMPARE(seen.size(), 57);
        QCOMPARE(QSet<ConversationId>(seen.begin(), seen.end()).size(), 57);
        const auto rows = f.read([&](ReadSession &s) { return s.rows({seen.at(4), ConversationId(9999), seen.at(2)}, query); });
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->first().id, seen.at(4));
    }

    void mailboxLeftOut_isNotInTheUnifiedList()
    {
        StoreFixture f;
        fill(f, 10);
        f.change([&](WriteTransaction &t) -> Result<void> {
            auto account = t.account(f.ben.id);
            account->inUnifiedInbox = false;
            return t.updateAccount(*account);
        });
        QCOMPARE(f.list(Scope::All).size(), 5);
        ListQuery query;
        query.scope = Scope::All;
        query.account = f.ben.id;
        QCOMPARE(f.list(query).size(), 5);
    }

    void lead_showsPeopleOfTheCompany()
    {
        StoreFixture f;
        fill(f, 3);
        const auto rows = f.list(Scope::All);
        const auto lead = f.read([&](ReadSession &s) { return s.lead(rows.first().id); });
        QCOMPARE(lead->domain, QStringLiteral("acme.test"));
        QCOMPARE(lead->otherConversations.size(), 2);
    }

    void order_followsReceived_notTheSendersClock()
    {
        StoreFixture f;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        f.ingest(MailBuilder("a@a.test").from("a@a.test").to("anna@us.test").subject(QStringLiteral("right"))
                     .at(now.addSecs(-3600)).in(f.anna.inbox, 1));
        MailBuilder wrong("b@b.test");
        wrong.from("b@b.test").to("anna@us.test").subject(QStringLiteral("clock of 2009"));
        wrong.at(QDateTime(QDate(2009, 1, 1), QTime(1, 0), Qt::UTC)).internalDate(now);
        wrong.header("Received", "by mx.us.test (Postfix) id 1; " + now.toString(Qt::RFC2822Date).toUtf8() + " (UTC)");
        f.ingest(wrong.in(f.anna.inbox, 2));
        QCOMPARE(f.subjects(Scope::Other), (QStringList{QStringLiteral("clock of 2009"), QStringLiteral("right")}));
    }

    void newerRead_ofTheSameSlot_supersedes()
    {
        StoreFixture f;
        fill(f, 10);
        std::atomic<int> answered = 0;
        std::atomic<bool> hold = true;
        std::atomic<int> cancelled = 0;
        std::atomic<int> started = 0;
        for (int i = 0; i < 2; ++i) { // both readers are busy
            f.subject->read("slot" + QByteArray::number(i), [&](ReadSession &session) {
                ++started;
                while (hold)
                    std::this_thread::yield();
                cancelled += !session.counts();
                ++answered;
            });
        }
        QTRY_COMPARE(started.load(), 2);
        for (int i = 0; i < 5; ++i)
            f.subject->read("slot0", [&](ReadSession &session) { answered += session.counts() ? 10 : 1000; });
        hold = false;
        QTRY_COMPARE(answered.load(), 12); // two that ran, one of the five
        QCOMPARE(cancelled.load(), 1); // slot0 was superseded while it ran
    }

    void longRead_isInterrupted()
    {
        StoreFixture f;
        fill(f, 200);
        std::atomic<bool> started = false;
        std::atomic<bool> ended = false;
        f.subject->read("list", [&](ReadSession &session) {
            started = true;
            while (session.counts()) { }
            ended = true;
        });
        QTRY_VERIFY(started);
        f.subject->read("list", [](ReadSession &) {});
        QTRY_VERIFY(ended);
    }
};

INLET_TEST(tst_Lists)
#include "tst_Lists.moc"
