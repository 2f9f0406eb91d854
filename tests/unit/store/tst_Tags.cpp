// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// "mara" wrote to anna@, "omer" to ben@.
void fill(StoreFixture &f)
{
    const auto prospect = [&](int n, const char *from, const char *to, const StoreFixture::Mailbox &box) {
        f.ingest(MailBuilder(QStringLiteral("o%1@us.test").arg(n)).from(to).to(from).own().seen().minute(n).in(box.sent, quint32(n)));
        f.ingest(MailBuilder(QStringLiteral("i%1@x.test").arg(n)).from(from).to(to).minute(100 + n).in(box.inbox, quint32(n)));
    };
    prospect(1, "mara@nordlicht.test", "anna@us.test", f.anna);
    prospect(2, "omer@acme.test", "ben@us.test", f.ben);
    f.setTags(f.anna.id, {QStringLiteral("team-a"), QStringLiteral("client: Acme"), QString::fromUtf8("Übersee")});
    f.setTags(f.ben.id, {QStringLiteral("Team-A"), QStringLiteral("team-a2"), QStringLiteral("100%_warm")});
}

QString found(StoreFixture &f, const QString &search)
{
    ListQuery query;
    query.search = search;
    QStringList names;
    const auto rows = f.list(query);
    for (const ConversationRow &row : rows)
        names.append(row.prospectAddress.section(QLatin1Char('@'), 0, 0));
    std::sort(names.begin(), names.end());
    return names.join(QLatin1Char(' '));
}

QStringList tagsOf(StoreFixture &f, AccountId id)
{
    return f.read([&](ReadSession &session) { return session.account(id); })->tags;
}

QStringList completions(StoreFixture &f, const QString &typed)
{
    const auto all = f.read([&](ReadSession &session) { return session.completeSearch(typed, 20); });
    QStringList out;
    for (const SearchCompletion &one : all.value_or(QList<SearchCompletion>()))
        out.append(one.insert + QString::number(one.count));
    return out;
}

} // namespace

class tst_Tags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tags_areKeptInTheirOrder_eachOnce()
    {
        StoreFixture f;
        f.setTags(f.anna.id, {QStringLiteral("warmup"), QStringLiteral(" team-a "), QStringLiteral("WARMUP"), QStringLiteral("a, \"b\"")});
        f.reopen();
        QCOMPARE(tagsOf(f, f.anna.id), QStringList({QStringLiteral("warmup"), QStringLiteral("team-a"), QStringLiteral("a b")}));
        QVERIFY(tagsOf(f, f.ben.id).isEmpty());
        f.setTags(f.anna.id, {});
        QVERIFY(tagsOf(f, f.anna.id).isEmpty());
        f.setTags(f.anna.id, {QStringLiteral("again")});
        f.change([&](WriteTransaction &t) { return t.removeAccount(f.anna.id); });
        QVERIFY(completions(f, QStringLiteral("tag:")).isEmpty());
    }

    void search_findsMailboxesByTag_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *search, const char *expected) { QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(expected); };
        row("tag:team-a", "mara omer"); // whatever its case
        row("tag:team-a2", "omer"); // a whole tag is no beginning of another one
        row("tag:team", "mara omer");
        row("tag:\"client: Acme\"", "mara");
        row("tag:\"client: acme\"", "mara");
        row("tag:client", "mara");
        row("tag:acme", "");
        row("tag:übersee", "mara");
        row("tag:ÜBERSEE", "mara");
        row("tag:100%_w", "omer");
        row("tag:%", "");
        row("tag:_", "");
        row("-tag:client", "omer");
        row("-tag:team-a", "");
        row("tag:team-a -tag:team-a2", "mara");
        row("tag:team-a from:omer", "omer");
        row("tag:", "mara omer"); // nothing typed yet
        row("tag:nobody", "");
    }
    void search_findsMailboxesByTag()
    {
        QFETCH(QString, search);
        QFETCH(QString, expected);
        StoreFixture f;
        fill(f);
        QCOMPARE(found(f, search), expected);
    }

    void completion_offersTags_withCounts()
    {
        StoreFixture f;
        fill(f);
        QCOMPARE(completions(f, QStringLiteral("tag:")),
            QStringList({QStringLiteral("tag:100%_warm 1"), QStringLiteral("tag:\"client: Acme\" 1"), QStringLiteral("tag:Team-A 2"), QStringLiteral("tag:team-a2 1"),
                QString::fromUtf8("tag:Übersee 1")}));
        QCOMPARE(completions(f, QStringLiteral("x -tag:TEAM-A2")), QStringList{QStringLiteral("-tag:team-a2 1")});
        QCOMPARE(completions(f, QStringLiteral("tag:\"client: a")), QStringList{QStringLiteral("tag:\"client: Acme\" 1")});
        QVERIFY(completions(f, QStringLiteral("ta")).contains(QStringLiteral("tag:-1")));
    }

    void change_isToldOfTheMailbox()
    {
        StoreFixture f;
        f.lastChanges = {};
        f.setTags(f.anna.id, {QStringLiteral("team-a")});
        QVERIFY(f.lastChanges.accounts.contains(f.anna.id)); // views that look for it are counted again
    }
};

INLET_TEST(tst_Tags)
#include "tst_Tags.moc"
