// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/WaitBook.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

constexpr int kHour = 60; // minutes
constexpr std::array kOrders = {ListOrder::NewestFirst, ListOrder::LongestWaiting, ListOrder::HottestFirst};

/// One conversation with somebody we wrote to first.
class Talk
{
public:
    Talk(StoreFixture &f, const char *who) : m_f(f), m_who(who) { we(0); }

    Talk &we(int hour) { return add(true, hour); }
    Talk &they(int hour) { return add(false, hour); }

private:
    Talk &add(bool own, int hour)
    {
        static quint32 uid = 0;
        ++uid;
        const QByteArray address = m_who + "@acme.test";
        const QByteArray first = m_who + "-first@us.test";
        MailBuilder mail(hour == 0 ? QString::fromUtf8(first) : QStringLiteral("%1-%2@mail.test").arg(QString::fromUtf8(m_who)).arg(uid));
        mail.from(own ? "anna@us.test" : address.constData()).to(own ? address.constData() : "anna@us.test")
            .subject(QString::fromUtf8(m_who)).minute(hour * kHour);
        if (own)
            mail.own().seen();
        if (hour > 0)
            mail.inReplyTo(first.constData());
        m_f.ingest(mail.in(own ? m_f.anna.sent : m_f.anna.inbox, uid));
        return *this;
    }

    StoreFixture &m_f;
    QByteArray m_who;
};

QStringList subjects(StoreFixture &f, ListOrder order, Scope scope = Scope::All)
{
    QStringList out;
    for (const ConversationRow &row : f.list({.scope = scope, .order = order}))
        out.append(row.subject);
    return out;
}

ConversationId idOf(StoreFixture &f, const QString &subject)
{
    for (const ConversationRow &row : f.list(Scope::All)) {
        if (row.subject == subject)
            return row.id;
    }
    return {};
}

} // namespace

class tst_ListOrder : public QObject
{
    Q_OBJECT

private:
    static void fill(StoreFixture &f)
    {
        Talk(f, "nags").they(1).they(50);
        Talk(f, "answered").they(2).we(3);
        Talk(f, "waits").they(4);
        Talk(f, "again").they(5).we(6).they(20);
        Talk(f, "fresh").they(40);
        Talk(f, "refuses").they(30);
        f.apply(TriageVerb::SetCategory, idOf(f, QStringLiteral("fresh")), Category::Interested);
        f.apply(TriageVerb::SetCategory, idOf(f, QStringLiteral("answered")), Category::MeetingRequest);
        f.apply(TriageVerb::SetCategory, idOf(f, QStringLiteral("again")), Category::InformationRequest);
        f.apply(TriageVerb::SetCategory, idOf(f, QStringLiteral("refuses")), Category::NotInterested);
    }

private Q_SLOTS:
    void names_areTheSameBothWays()
    {
        for (const ListOrder order : kOrders)
            QCOMPARE(listOrderFromName(nameOf(order)), std::optional(order));
        QVERIFY(!listOrderFromName(QStringLiteral("oldest")));
    }

    /// Who asks again waits since the first question; what we answered stands behind.
    void longestWaiting_sinceTheFirstUnansweredWord()
    {
        StoreFixture f;
        fill(f);
        QCOMPARE(subjects(f, ListOrder::LongestWaiting),
            (QStringList{QStringLiteral("nags"), QStringLiteral("waits"), QStringLiteral("again"), QStringLiteral("refuses"),
                QStringLiteral("fresh"), QStringLiteral("answered")}));
        QCOMPARE(subjects(f, ListOrder::NewestFirst).first(), QStringLiteral("nags"));
        QCOMPARE(subjects(f, ListOrder::LongestWaiting, Scope::NeedsAnswer).first(), QStringLiteral("nags"));
    }

    void hottest_categoryThenWaiting()
    {
        StoreFixture f;
        fill(f);
        QCOMPARE(subjects(f, ListOrder::HottestFirst),
            (QStringList{QStringLiteral("fresh"), QStringLiteral("answered"), QStringLiteral("again"), QStringLiteral("nags"),
                QStringLiteral("waits"), QStringLiteral("refuses")}));
    }

    void everyOrder_rowsKeysPagesAndMembership_agree()
    {
        StoreFixture f;
        fill(f);
        for (const ListOrder order : kOrders) {
            const ListQuery query{.scope = Scope::All, .order = order};
            const auto keys = f.read([&](ReadSession &s) { return s.keys(query); });
            QCOMPARE(keys->size(), 6);
            QVERIFY(std::is_sorted(keys->cbegin(), keys->cend(), std::greater<>()));
            QList<ListKey> paged;
            std::optional<ListKey> after;
            for (;;) {
                const auto page = f.read([&](ReadSession &s) { return s.page(query, after, 2); });
                if (page->isEmpty())
                    break;
                for (const ConversationRow &row : *page)
                    paged.append({row.sortAt, row.id});
                after = paged.last();
            }
            QCOMPARE(paged, *keys);
            QList<ConversationId> ids;
            for (const ListKey &key : *keys)
                ids.prepend(key.id);
            QCOMPARE(f.read([&](ReadSession &s) { return s.membership(ids, query); }).value(), *keys);
            const auto rows = f.read([&](ReadSession &s) { return s.rows(ids, query); });
            for (const ConversationRow &row : *rows)
                QVERIFY(keys->contains(ListKey{row.sortAt, row.id}));
        }
    }

    /// Row by row and by the book of who waits: the same keys, also after something has changed.
    void ranks_ofFewAndOfManyRows_areTheSame()
    {
        StoreFixture f;
        fill(f);
        f.apply(TriageVerb::Archive, idOf(f, QStringLiteral("waits")));
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadOnly);
        const auto compare = [&] {
            const auto newest = f.read([](ReadSession &s) { return s.keys({.scope = Scope::All}); });
            for (const ListOrder order : kOrders) {
                const QList<ListKey> few = inOrder(db, *newest, order, Rows::Few);
                QCOMPARE(inOrder(db, *newest, order, Rows::Many), few);
                QCOMPARE(f.read([&](ReadSession &s) { return s.keys({.scope = Scope::All, .order = order}); }).value(), few);
            }
        };
        compare();
        const ConversationId again = idOf(f, QStringLiteral("again"));
        f.apply(TriageVerb::SetCategory, again, Category::Interested);
        compare();
        Talk(f, "late").they(60).they(61);
        f.apply(TriageVerb::Delete, idOf(f, QStringLiteral("nags")));
        compare();
        f.undo();
        compare();
        f.apply(TriageVerb::Remind, idOf(f, QStringLiteral("answered")), Category::Unsorted, QDateTime::currentDateTimeUtc().addMSecs(1));
        QTRY_COMPARE(f.list(Scope::NeedsAnswer).size(), 6);
        compare();
    }

    /// A command of the writer that is taken back does not leave its times in the book.
    void ranks_afterARollback_areThoseOfBefore()
    {
        StoreFixture f;
        fill(f);
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadWrite);
        const auto newest = f.read([](ReadSession &s) { return s.keys({.scope = Scope::All}); });
        const auto many = [&] { return inOrder(db, *newest, ListOrder::LongestWaiting, Rows::Many); };
        const QList<ListKey> before = many();
        db.exec("BEGIN IMMEDIATE; SAVEPOINT command");
        db.run("UPDATE messages SET at = at - 1000");
        QVERIFY(many() != before);
        db.exec("ROLLBACK TO command; RELEASE command");
        QCOMPARE(many(), before);
        db.exec("ROLLBACK");
    }

    void manyRows_areReadFromIndexesAlone()
    {
        StoreFixture f;
        fill(f);
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadOnly);
        for (const char *sql : {"SELECT id, sort_at FROM conversations WHERE in_needs = 1", "SELECT id, category FROM conversations WHERE in_all = 1"}) {
            Query plan = db.once(std::string("EXPLAIN QUERY PLAN ") + sql);
            QVERIFY(plan.next());
            QVERIFY2(plan.text(3).contains(QStringLiteral("COVERING INDEX list_")), qPrintable(plan.text(3)));
        }
    }

    void search_followsTheOrder()
    {
        StoreFixture f;
        fill(f);
        ListQuery query{.scope = Scope::All, .search = QStringLiteral("acme"), .order = ListOrder::LongestWaiting};
        const auto rows = f.list(query);
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.first().subject, QStringLiteral("nags"));
        QCOMPARE(rows.last().subject, QStringLiteral("answered"));
    }
};

INLET_TEST(tst_ListOrder)
#include "tst_ListOrder.moc"
