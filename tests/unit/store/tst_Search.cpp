// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/SearchQuery.h"
#include "store/Snippet.h"
#include "store/values/SearchWords.h"
#include "support/TestMain.h"

#include <QRandomGenerator>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// Four prospects, one of them with an attachment, one read and starred, one in ben's mailbox.
void fill(StoreFixture &f)
{
    const auto prospect = [&](int n, const char *from, const char *to, const StoreFixture::Mailbox &box,
                              const char *subject, const char *text) {
        MailBuilder out(QStringLiteral("o%1@us.test").arg(n));
        f.ingest(out.from(to).to(from).own().seen().minute(n).subject(QStringLiteral("Hello")).text(QStringLiteral("We sell."))
                     .in(box.sent, quint32(n)));
        MailBuilder in(QStringLiteral("i%1@x.test").arg(n));
        in.from(from).to(to).minute(100 + n).subject(QString::fromUtf8(subject)).text(QString::fromUtf8(text));
        if (n == 1)
            in.attachment(QStringLiteral("price.pdf"), 10);
        if (n == 2)
            in.seen().flagged();
        f.ingest(in.in(box.inbox, quint32(n)));
    };
    prospect(1, "Mara Petersen <mara@nordlicht.test>", "anna@us.test", f.anna, "Pricing", "What does the big plan cost? Grüße aus Köln");
    prospect(2, "Bob Stone <bob@acme.test>", "anna@us.test", f.anna, "Re: Hello", "Not now, maybe in spring.");
    prospect(3, "Çelik Ömer <omer@acme.test>", "ben@us.test", f.ben, "Meeting", "Let us meet on Tuesday about the plan.");
    prospect(4, "Zoe <zoe@zeta.test>", "anna@us.test", f.anna, "Re: Hello", "big plan, but also a plan that is big");
}

QString found(StoreFixture &f, const QString &search)
{
    ListQuery query;
    query.search = search;
    query.everywhere = true;
    QStringList names;
    const auto rows = f.list(query);
    for (const ConversationRow &row : rows)
        names.append(row.prospectAddress.section(QLatin1Char('@'), 0, 0));
    std::sort(names.begin(), names.end());
    return names.join(QLatin1Char(' '));
}

} // namespace

class tst_Search : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_shared; ///< only read

private Q_SLOTS:
    void halfTyped_isAnOperatorWithTheBeginningOfAValue_data()
    {
        QTest::addColumn<bool>("half");
        for (const char *typed : {"is:un", "pricing is:un", "-is:sno", "has:att", "cat:xy", "category:nobody", "before:2026-1", "older:3", "is:", "pricing from:"})
            QTest::newRow(typed) << true;
        for (const char *typed : {"", "pricing", "is:unread", "is:un ", "cat:inte", "category:inte", "has:note", "before:2026-11-25", "older:3d", "larger:5", "from:ma",
                 "label:a", "via:b", "http://x", "\"is:un\"", "is:un pricing"})
            QTest::newRow(typed) << false;
    }
    void halfTyped_isAnOperatorWithTheBeginningOfAValue()
    {
        QFETCH(bool, half);
        QCOMPARE(isHalfTyped(QString::fromLatin1(QTest::currentDataTag()), QDateTime::currentDateTimeUtc()), half);
    }
    void category_isAnotherWordForCat()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(parseSearch(QStringLiteral("category:interested"), now), parseSearch(QStringLiteral("cat:interested"), now));
        QVERIFY(parseSearch(QStringLiteral("category:interested"), now).categories.has_value());
    }
    void initTestCase()
    {
        m_shared = std::make_unique<StoreFixture>();
        StoreFixture &f = *m_shared;
        fill(f);
        const auto rows = f.everything();
        for (const ConversationRow &row : rows) {
            if (row.prospectAddress.startsWith(QLatin1String("mara")))
                f.apply(TriageVerb::SetCategory, row.id, Category::Interested);
            if (row.prospectAddress.startsWith(QLatin1String("omer")))
                f.apply(TriageVerb::Snooze, row.id, {}, QDateTime::currentDateTimeUtc().addDays(2));
            if (row.prospectAddress.startsWith(QLatin1String("zoe")))
                f.change([&](WriteTransaction &t) { return t.setNote(row.id, QStringLiteral("nice")); });
        }
    }

    void operators_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *search, const char *expected) {
            QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(expected);
        };
        row("plan", "mara omer zoe");
        row("PLAN big", "mara zoe");
        row("\"big plan\"", "mara zoe");
        row("\"plan that\"", "zoe");
        row("plan -tuesday", "mara zoe");
        row("-plan", "bob");
        row("grusse", "");
        row("Grüße", "mara");
        row("koln", "mara");
        row("celik", "omer");
        row("pric", "mara"); // the last word is still typed
        row("pric ", ""); // finished
        row("pric big", ""); // finished
        row("subject:pricing", "mara");
        row("subject:plan", "");
        row("from:mara", "mara");
        row("from:petersen", "mara");
        row("from:mara@nordlicht.test", "mara");
        row("from:\"bob stone\"", "bob");
        row("from:anna", "bob mara zoe"); // our own mails are from her
        row("to:ben", "omer");
        row("to:zoe", "zoe");
        row("domain:acme.test", "bob omer");
        row("-domain:acme.test", "mara zoe");
        row("via:ben", "omer");
        row("-via:ben", "bob mara zoe");
        row("via:%", "");
        row("cat:interested", "mara");
        row("cat:not", "");
        row("-cat:interested", "bob omer zoe");
        row("cat:interested cat:not", "mara"); // one of them
        row("cat:nonsense", "");
        row("is:unread", "mara omer zoe");
        row("is:read", "bob");
        row("-is:unread", "bob");
        row("is:unanswered", "bob mara omer zoe"); // also while it is snoozed
        row("is:snoozed", "omer");
        row("is:starred", "bob");
        row("is:auto", "");
        row("has:attachment", "mara");
        row("has:note", "zoe");
        row("-has:note", "bob mara omer");
        row("before:2026-03-02", "");
        row("before:2026-03-03", "bob mara omer zoe");
        row("after:2.3.2026", "bob mara omer zoe");
        row("after:2027/01/01", "");
        row("-before:2026-03-02", "bob mara omer zoe"); // from that day on
        row("-after:2026-03-02", "");
        row("before:today", "bob mara omer zoe");
        row("after:yesterday", "");
        row("-older:1d", "");
        row("older:1d", "bob mara omer zoe");
        row("older:20y", "");
        row("larger:1", "bob mara omer zoe");
        row("larger:5M", "");
        row("plan via:anna is:unread -tuesday has:attachment", "mara");
        row("has:", "bob mara omer zoe"); // its value is still to come
        row("label:", "bob mara omer zoe");
        row("plan -From:", "mara omer zoe");
        row("is: plan ", "mara omer zoe");
        row("before:tomorrow", ""); // no date: a word that is nowhere
        row("unknown:plan", "");
        row("http://plan", "");
    }

    void operators()
    {
        QFETCH(QString, search);
        QFETCH(QString, expected);
        QCOMPARE(found(*m_shared, search), expected);
    }

    void garbage_isNeverAnSqlError()
    {
        StoreFixture f;
        fill(f);
        const QString alphabet = QStringLiteral("ab\"'*:-()^+{}[]%_\\/.,;<>|&~!?= \t\n\u0000ä漢😀NEAR AND OR NOT");
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            QString search;
            const int length = random.bounded(30);
            for (int i = 0; i < length; ++i)
                search += alphabet.at(random.bounded(int(alphabet.size())));
            ListQuery query;
            query.search = search;
            query.scope = Scope::All;
            const auto keys = f.read([&](ReadSession &s) { return s.keys(query); });
            QVERIFY2(keys, qPrintable(search));
        }
        for (const char *search : {"\"", "from:", "from:\"", "-", "--", ":", "is:", "AND", "NEAR(a b)", "a*b", "{body}: x",
                 "before:", "older:d", "older:99999999999d", "larger:x", "larger:999999999999999999999g"}) {
            ListQuery query;
            query.search = QLatin1String(search);
            QVERIFY2(f.read([&](ReadSession &s) { return s.keys(query); }), search);
        }
        ListQuery longOne;
        longOne.search = QStringLiteral("word ").repeated(100'000);
        QVERIFY(f.read([&](ReadSession &s) { return s.keys(longOne); }));
    }

    void search_staysInItsScope()
    {
        StoreFixture f;
        fill(f);
        f.ingest(MailBuilder("n@n.test").from("n@n.test").to("anna@us.test").text(QStringLiteral("plan")).in(f.anna.inbox, 50));
        ListQuery query;
        query.search = QStringLiteral("plan");
        query.scope = Scope::NeedsAnswer;
        QCOMPARE(f.list(query).size(), 3);
        query.scope = Scope::Other;
        QCOMPARE(f.list(query).size(), 1);
        query.everywhere = true;
        QCOMPARE(f.list(query).size(), 4);
        query.everywhere = false;
        query.scope = Scope::NeedsAnswer;
        query.account = f.ben.id;
        QCOMPARE(f.list(query).size(), 1);
    }

    void snippet_marksWhereItMatched()
    {
        StoreFixture f;
        fill(f);
        ListQuery query;
        query.search = QStringLiteral("koln");
        query.everywhere = true;
        QCOMPARE(f.list(query).first().snippet,
            QStringLiteral("What does the big plan cost? Grüße aus \uE000Köln\uE001"));
        query.search = QStringLiteral("from:petersen");
        QVERIFY(f.list(query).first().snippet.contains(QStringLiteral("\uE000Petersen\uE001")));
    }

    void snippet_ofALongText_beginsNearTheMatch()
    {
        const QString text = QStringLiteral("lorem ipsum ").repeated(300) + QStringLiteral("the needle is here ")
            + QStringLiteral("dolor sit ").repeated(300);
        const QString snippet = snippetOf(text, {{QStringLiteral("needle"), {}, false, false}});
        QVERIFY(snippet.startsWith(QChar(0x2026)));
        QVERIFY(snippet.contains(QStringLiteral("the \uE000needle\uE001 is")));
        QVERIFY(snippet.size() < 140);
        QVERIFY(snippetOf(text, {{QStringLiteral("absent"), {}, false, false}}).isEmpty());
    }

    void removedMail_isNotFoundAnyMore()
    {
        StoreFixture f;
        fill(f);
        f.change([&](WriteTransaction &t) { return t.removeUids(f.anna.inbox, {ImapUid(1)}); });
        QCOMPARE(found(f, QStringLiteral("koln")), QString());
        f.change([&](WriteTransaction &t) { return t.removeAccount(f.anna.id); });
        QCOMPARE(found(f, QStringLiteral("plan")), QStringLiteral("omer"));
        QCOMPARE(f.inconsistency(), QString());
    }

    void frequentWord_pageAndMembershipAndKeys_agree_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("every");
        QTest::addColumn<int>("matches");
        QTest::newRow("the newest texts have it") << QStringLiteral("often ") << 1000 << 6993;
        QTest::newRow("prefix, half of the newest texts have it") << QStringLiteral("oft") << 2 << 3500;
        QTest::newRow("looked up among the matches") << QStringLiteral("often ") << -25 << 3160;
        QTest::newRow("prefix, looked up among the matches") << QStringLiteral("oft") << -25 << 3160;
        QTest::newRow("only in older mails: all matches are read") << QStringLiteral("often ") << 0 << 3000;
        QTest::newRow("few: looked up one by one, or met in passing the list") << QStringLiteral("rarely ") << 140 << 50;
        QTest::newRow("without a frequent word") << QStringLiteral("-often ") << 2 << 3500;
        QTest::newRow("a frequent word without a frequent word") << QStringLiteral("always -often ") << 2 << 3500;
        QTest::newRow("bounds hold for the message that matches") << QStringLiteral("oft larger:1m") << 2 << 0;
    }
    /// Mail without the word: each `every`th, or (0) the newest 4000, but (negative) for each -`every`th of them.
    void frequentWord_pageAndMembershipAndKeys_agree()
    {
        QFETCH(QString, search);
        QFETCH(int, every);
        QFETCH(int, matches);
        StoreFixture f;
        QList<IncomingMessage> mails;
        for (int n = 1; n <= 7000; ++n) {
            const QString name = QStringLiteral("w%1@x.test").arg(n);
            const bool without = every > 0 ? n % every == 0 : n > 3000 && (every == 0 || n % -every != 0);
            mails.append(MailBuilder(name).from(name.toUtf8().constData()).to("anna@us.test").minute(n)
                             .text(without ? QStringLiteral("always rarely") : QStringLiteral("always often"))
                             .in(f.anna.inbox, quint32(n)));
        }
        f.ingest(mails);
        const ListQuery query{.scope = Scope::All, .search = search, .everywhere = true};
        const auto keys = f.read([&](ReadSession &read) { return read.keys(query); });
        QCOMPARE(keys->size(), matches);
        for (const auto &[start, limit] : {std::pair(0, 50), std::pair(0, 5), std::pair(50, 50), std::pair(2990, 50)}) {
            if (matches > 0 && start > matches)
                continue;
            const auto after = start && matches ? std::optional(keys->at(start - 1)) : std::nullopt;
            const auto page = f.read([&, limit = limit](ReadSession &read) { return read.page(query, after, limit); });
            QCOMPARE(page->size(), std::clamp(matches - start, 0, limit));
            for (qsizetype row = 0; row < page->size(); ++row)
                QCOMPARE(page->at(row).id, keys->at(start + row).id);
        }
        const QList<ListKey> some = keys->mid(0, 100);
        QList<ConversationId> ids;
        for (const ListKey &key : some)
            ids.append(key.id);
        QCOMPARE(*f.read([&](ReadSession &read) { return read.membership(ids, query); }), some);
    }

    void wordsOfTexts_areThoseOfTheIndex_data()
    {
        QTest::addColumn<QString>("search");
        for (const char8_t *search : {u8"köln ", u8"koln", u8"KÖL", u8"strasse ", u8"stra\u00DFe ", u8"\"plan for köln\"", u8"\"plan köln\"",
                 u8"\"for köl\"", u8"don't ", u8"e-mail", u8"snake_case", u8"привет", u8"при", u8"日本 ", u8"日本語テスト", u8"\"日本\" plan", u8"plan from:omer ",
                 u8"from:omer plan", u8"to:anna plan ", u8"subject:plan ", u8"subject:köl", u8"domain:x.test plan ", u8"42 ", u8"4", u8"42x",
                 u8"plan -köln ", u8"plan plan plan ", u8"\"plan plan\"", u8"\"a a b\"", u8"caf\u00E9 ", u8"cafe\u0301 ", u8"nothing ", u8"\U0001F600", u8"\U0001F600 plan ",
                 u8"\U0001D518", u8"i\u0307stanbul ", u8"\u0130stanbul", u8"x"}) {
            const QString text = QString::fromUtf8(search);
            QTest::newRow(text.toUtf8().constData()) << text;
        }
    }
    /// A page is made from the texts of the newest rows where that is quicker, keys always from the index.
    void wordsOfTexts_areThoseOfTheIndex()
    {
        QFETCH(QString, search);
        StoreFixture f;
        const char8_t *texts[] = {u8"The plan for Köln", u8"Plan\nfor koln, plan\nplan", u8"Straße und Strasse", u8"don\u2019t send e-mail, don't",
            u8"snake_case 42 42x 4", u8"Привет мир, приветствие", u8"日本語テスト 日本 plan", u8"café cafe\u0301 CAFÉ", u8"a a a b a b",
            u8"\U0001F600 \U0001D518\U0001D519 x", u8"İstanbul istanbul", u8""};
        QList<IncomingMessage> mails;
        quint32 n = 0;
        for (const char8_t *text : texts) {
            ++n;
            mails.append(MailBuilder(QStringLiteral("t%1@x.test").arg(n)).from(n % 2 ? "Omer <omer@x.test>" : "Zoë Köl <zoe@köln.test>")
                             .to("anna@us.test").minute(int(n)).subject(n % 3 ? QStringLiteral("Plan") : QStringLiteral("Köln plan")).text(QString::fromUtf8(text))
                             .in(f.anna.inbox, n));
        }
        f.ingest(mails);
        const ListQuery query{.scope = Scope::All, .search = search, .everywhere = true};
        const auto keys = f.read([&](ReadSession &read) { return read.keys(query); });
        const auto page = f.read([&](ReadSession &read) { return read.page(query, std::nullopt, 50); });
        QList<ListKey> rows;
        for (const ConversationRow &row : *page)
            rows.append({row.sortAt, row.id});
        QCOMPARE(rows, *keys);
    }

    void words_indexedLater_areFoundOnceTheWriterHasTime()
    {
        StoreFixture f;
        QList<IncomingMessage> mails;
        for (quint32 n = 1; n <= 30; ++n)
            mails.append(MailBuilder(QStringLiteral("l%1@x.test").arg(n)).from("late@x.test").to("anna@us.test").minute(int(n))
                             .text(QStringLiteral("history number%1").arg(n)).in(f.anna.inbox, n));
        std::atomic<bool> told = false;
        f.subject->observe([&told](const ChangeSet &changes) { told = told || changes.indexed; });
        // The second write finds the words of the first one still waiting: they must not be taken out of an
        // index in which they are not.
        f.change([&](WriteTransaction &t) {
            const auto stored = t.ingest(mails, TextIndex::Later);
            return stored ? t.removeUids(f.anna.inbox, {ImapUid(7)}) : stored;
        });
        const auto waiting = [&] { return f.read([](ReadSession &read) { return read.unindexedMessages(); }).value_or(-1); };
        QTRY_COMPARE(waiting(), 0);
        QTRY_VERIFY(told);
        QCOMPARE(found(f, QStringLiteral("number30")), QStringLiteral("late"));
        QCOMPARE(found(f, QStringLiteral("from:late history")).count(QStringLiteral("late")), 29);
        f.change([&](WriteTransaction &t) { return t.removeAccount(f.anna.id); });
        QCOMPARE(found(f, QStringLiteral("number30")), QString());
    }
};

INLET_TEST(tst_Search)
#include "tst_Search.moc"
