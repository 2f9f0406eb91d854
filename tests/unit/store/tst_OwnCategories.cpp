// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

Result<Category> save(StoreFixture &f, const OwnCategory &category)
{
    std::optional<Result<Category>> result;
    const auto done = f.subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
        result.emplace(t.saveCategory(category));
        return *result ? Result<void>() : Result<void>(result->error());
    });
    return done ? *result : Result<Category>(done.error());
}

Category make(StoreFixture &f, const char *name, int number = 0)
{
    OwnCategory category;
    category.name = QString::fromUtf8(name);
    category.number = number;
    return save(f, category).value_or(Category::Unsorted);
}

QList<OwnCategory> own(StoreFixture &f)
{
    return *f.read([](ReadSession &s) { return s.ownCategories(); });
}

ConversationId prospect(StoreFixture &f, int number = 1)
{
    const QByteArray who = "p" + QByteArray::number(number) + "@acme.test";
    const QByteArray out = "out" + QByteArray::number(number) + "@us.test";
    f.ingest(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(number).in(f.anna.sent, quint32(number)));
    f.ingest(MailBuilder(QStringLiteral("in%1@acme.test").arg(number)).from(who.constData()).to("anna@us.test").inReplyTo(out.constData())
                 .minute(100 + number).in(f.anna.inbox, quint32(number)));
    return f.list(Scope::All).first().id;
}

ConversationRow row(StoreFixture &f, ConversationId id)
{
    return f.read([&](ReadSession &s) { return s.rows({id}, {.scope = Scope::All}); })->first();
}

} // namespace

class tst_OwnCategories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// No two look the same as long as there are colours.
    void nextColour_isThatOfNobody_thenTheRarest()
    {
        QList<OwnCategory> own;
        QSet<int> used;
        for (int made = 0; made < OwnCategory::kColours; ++made) {
            const int colour = nextColour(own);
            QVERIFY(colour >= 1 && colour <= OwnCategory::kColours);
            QVERIFY(!used.contains(colour));
            QVERIFY(made > OwnCategory::kColours - OwnCategory::kFirstColour || colour >= OwnCategory::kFirstColour);
            used.insert(colour);
            OwnCategory one;
            one.colour = colour;
            own.append(one);
        }
        own.removeIf([](const OwnCategory &one) { return one.colour == 12; });
        QCOMPARE(nextColour(own), 12);
        OwnCategory odd; // of a newer Inlet
        odd.colour = 99;
        own.append(odd);
        QCOMPARE(nextColour(own), 12);
    }
    void keyword_isAnAtom_andGivesTheNameBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("keyword");
        QTest::newRow("word") << QStringLiteral("Hot") << QByteArray("$Inlet_Hot");
        QTest::newRow("words") << QStringLiteral("Big deal 2") << QByteArray("$Inlet_Big_deal_2");
        QTest::newRow("umlaut") << QStringLiteral("Später") << QByteArray("$Inlet_Sp=c3=a4ter");
        QTest::newRow("special") << QStringLiteral("50% (x) \"y\"") << QByteArray("$Inlet_50=25_=28x=29_=22y=22");
        QTest::newRow("underscore") << QStringLiteral("a_b") << QByteArray("$Inlet_a=5fb");
        QTest::newRow("cyrillic") << QStringLiteral("Горячо") << QByteArray("$Inlet_=d0=93=d0=be=d1=80=d1=8f=d1=87=d0=be");
    }
    void keyword_isAnAtom_andGivesTheNameBack()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, keyword);
        QCOMPARE(ownKeywordFor(name), keyword);
        QVERIFY(keyword.size() <= 50);
        QCOMPARE(nameFromOwnKeyword(keyword), name);
        QCOMPARE(nameFromOwnKeyword(keyword.replace("$Inlet_", "$INLET_")), name);
    }

    void keyword_ofALongName_isShort_andStillOne()
    {
        const QByteArray keyword = ownKeywordFor(QStringLiteral("Очень горячо и срочно, звонить"));
        QVERIFY(keyword.size() <= 50);
        for (const char octet : keyword)
            QVERIFY(octet > ' ' && octet < 127 && !QByteArray("(){%*\"\\]").contains(octet));
        QVERIFY(!nameFromOwnKeyword(keyword).isEmpty());
        QCOMPARE(nameFromOwnKeyword("$Inlet_=e2=80=ae=00"), QStringLiteral("Category")); // nothing hidden
        QCOMPARE(nameFromOwnKeyword("Work"), QString());
    }

    void category_isListedCountedFoundAndNamed()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        const Category hot = make(f, "Hot lead", 1);
        QVERIFY(isOwn(hot));
        f.lastChanges = {};
        f.apply(TriageVerb::SetCategory, id, hot);
        QCOMPARE(row(f, id).category, hot);
        QCOMPARE(row(f, id).ownCategory, QStringLiteral("Hot lead"));
        QCOMPARE(f.list({.scope = Scope::All, .category = hot}).size(), 1);
        QCOMPARE(f.read([](ReadSession &s) { return s.counts(); })->byCategory.value(int(hot)), 1);
        QCOMPARE(f.list({.scope = Scope::All, .search = QStringLiteral("cat:hot")}).size(), 1);
        QCOMPARE(f.list({.scope = Scope::All, .search = QStringLiteral("-cat:hotlead")}).size(), 0);
        const auto found = *f.read([](ReadSession &s) { return s.completeSearch(QStringLiteral("cat:ho"), 5); });
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().count, 1);
        QCOMPARE(f.read([](ReadSession &s) { return s.categoryNamed(QStringLiteral("HOT-LEAD")); })->value_or(Category::Unsorted), hot);
        QCOMPARE(f.read([&](ReadSession &s) { return s.history(id, 1); })->first().argument, QStringLiteral("Hot lead"));
        f.undo();
        QCOMPARE(row(f, id).category, Category::Unsorted);
        QCOMPARE(f.inconsistency(), QString());
    }

    void names_thatThereAre_areRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << QStringLiteral("  ");
        QTest::newRow("signs only") << QStringLiteral("!?");
        QTest::newRow("built in") << QStringLiteral("not-interested");
        QTest::newRow("own") << QStringLiteral("HOT lead");
    }
    void names_thatThereAre_areRefused()
    {
        QFETCH(QString, name);
        StoreFixture f;
        make(f, "Hot lead");
        OwnCategory category;
        category.name = name;
        const auto saved = save(f, category);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Config);
        QCOMPARE(own(f).size(), 1);
    }

    void change_keepsTheKeyword_andTakesTheKey()
    {
        StoreFixture f;
        const Category hot = make(f, "Hot", 1);
        make(f, "Cold", 2);
        OwnCategory changed = own(f).first();
        changed.name = QStringLiteral("Very hot");
        changed.number = 2;
        changed.colour = 4;
        QVERIFY(save(f, changed));
        QCOMPARE(own(f).first(), (OwnCategory{hot, QStringLiteral("Very hot"), 4, "$Inlet_Hot", 2}));
        QCOMPARE(own(f).last().number, 0);
        QVERIFY(make(f, "Hot") != Category::Unsorted); // the name is free, its keyword is not
        QCOMPARE(own(f).last().keyword, QByteArray("$Inlet_Hot_2"));
        f.change([&](WriteTransaction &t) { return t.orderCategories({own(f).last().category}); });
        QCOMPARE(own(f).first().name, QStringLiteral("Hot"));
    }

    void muted_asAName_isNoMute()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        const Category muted = make(f, "Muted");
        f.apply(TriageVerb::SetCategory, id, muted);
        QVERIFY(!row(f, id).muted);
        QVERIFY(own(f).first().keyword.compare("$Inlet_Muted", Qt::CaseInsensitive) != 0);
    }

    void setting_travelsAsAKeyword_andOthersFollow()
    {
        StoreFixture f;
        const ConversationId id = prospect(f);
        const Category hot = make(f, "Hot lead");
        f.apply(TriageVerb::SetCategory, id, hot);
        QCOMPARE(f.operations().size(), 1);
        QCOMPARE(f.operations().first().flags, QByteArrayList{"$Inlet_Hot_lead"});

        StoreFixture other; // a second machine: the mail comes with the keyword
        other.ingest(MailBuilder("out1@us.test").from("anna@us.test").to("p1@acme.test").own().seen().in(other.anna.sent, 1));
        other.ingest(MailBuilder("in1@acme.test").from("p1@acme.test").to("anna@us.test").inReplyTo("out1@us.test").minute(9)
                         .keywords({"$inlet_hot_lead"}).in(other.anna.inbox, 1));
        QCOMPARE(own(other).size(), 1);
        QCOMPARE(own(other).first().name, QStringLiteral("hot lead"));
        QVERIFY(other.lastChanges.categories);
        const ConversationId there = other.list(Scope::All).first().id;
        QCOMPARE(row(other, there).category, own(other).first().category);
        QCOMPARE(row(other, there).categorySource, CategorySource::Manual);
        // Taken off there, taken off here.
        other.change([&](WriteTransaction &t) { return t.setFlags(other.anna.inbox, {{ImapUid(1), {}, 5}}); });
        QCOMPARE(row(other, there).category, Category::Unsorted);
    }

    void strangersKeywords_doNotFillTheList()
    {
        StoreFixture f;
        QByteArrayList keywords;
        for (int i = 0; i < 60; ++i)
            keywords.append("$Inlet_Spam" + QByteArray::number(i));
        f.ingest(MailBuilder("in@acme.test").from("x@acme.test").to("anna@us.test").keywords(keywords).in(f.anna.inbox, 1));
        QCOMPARE(own(f).size(), OwnCategory::kMost);
    }

    void removal_unsortsItsConversations_andIsOneStep()
    {
        StoreFixture f;
        const ConversationId one = prospect(f, 1);
        const ConversationId two = prospect(f, 2);
        const Category hot = make(f, "Hot", 3);
        f.apply(TriageVerb::SetCategory, one, hot);
        f.apply(TriageVerb::SetCategory, two, hot);
        QCOMPARE(*f.read([&](ReadSession &s) { return s.conversationsIn(hot); }), 2);
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.removeCategory(hot);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QVERIFY(own(f).isEmpty());
        QCOMPARE(row(f, one).category, Category::Unsorted);
        QCOMPARE(f.list({.scope = Scope::All, .category = Category::Unsorted}).size(), 2);
        QCOMPARE(f.read([](ReadSession &s) { return s.undoStack(); })->first().verb, TriageVerb::RemoveCategory);
        QVERIFY(make(f, "Cold") != hot); // numbers are not given twice
        f.undo();
        QCOMPARE(own(f).size(), 2);
        QCOMPARE(row(f, one).category, hot);
        QCOMPARE(row(f, one).ownCategory, QStringLiteral("Hot"));
        QCOMPARE(row(f, two).category, hot);
        QCOMPARE(f.inconsistency(), QString());
    }

    /// Mail that another Inlet sorted came into a conversation that the rep has sorted otherwise.
    void removal_takesItsKeywordOffMailsOfOtherCategories()
    {
        StoreFixture f;
        const ConversationId one = prospect(f, 1);
        const Category hot = make(f, "Hot");
        f.apply(TriageVerb::SetCategory, one, Category::Interested);
        f.ingest(MailBuilder("late@acme.test").from("p1@acme.test").to("anna@us.test").minute(300).keywords({"$inlet_hot", "$Inlet_Hotter", "work"})
                     .in(f.anna.inbox, 9));
        QCOMPARE(row(f, one).category, Category::Interested);
        const qsizetype before = f.operations().size();
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.removeCategory(hot);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QCOMPARE(f.operations().size(), before + 1);
        QCOMPARE(f.operations().last().type, Operation::Type::ClearFlags);
        QCOMPARE(f.operations().last().flags, QByteArrayList{"$inlet_hot"});
        QCOMPARE(row(f, one).category, Category::Interested);
        f.undo();
        QCOMPARE(f.operations().size(), before);
        QCOMPARE(f.inconsistency(), QString());
    }

    /// Somebody made it again before the removal was taken back: there are not two of one name, and nothing points nowhere.
    void removalTakenBack_findsItsNameAgain()
    {
        StoreFixture f;
        const ConversationId one = prospect(f, 1);
        const Category hot = make(f, "Hot");
        f.apply(TriageVerb::SetCategory, one, hot);
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.removeCategory(hot);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QCOMPARE(row(f, one).categorySource, CategorySource::None); // nobody said that it is unsorted
        const Category again = make(f, "hot");
        f.undo();
        QCOMPARE(own(f).size(), 1);
        QCOMPARE(row(f, one).category, again);
        QCOMPARE(row(f, one).ownCategory, QStringLiteral("hot"));
        QCOMPARE(f.inconsistency(), QString());
    }

    void whatIsGone_isGivenToNothing()
    {
        StoreFixture f;
        const ConversationId one = prospect(f, 1);
        const Category hot = make(f, "Hot");
        f.apply(TriageVerb::SetCategory, one, hot);
        f.apply(TriageVerb::SetCategory, one, Category::Interested);
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto step = t.removeCategory(hot);
            return step ? Result<void>() : Result<void>(step.error());
        });
        TriageAction action;
        action.verb = TriageVerb::SetCategory;
        action.category = hot;
        action.conversations = {one};
        const auto refused = [&](const std::function<Result<void>(WriteTransaction &)> &work) {
            const Result<void> done = f.subject->writeAndWait("test", work);
            return !done && done.error().kind == ErrorKind::NotFound;
        };
        QVERIFY(refused([&](WriteTransaction &t) -> Result<void> {
            const auto done = t.apply(action);
            return done ? Result<void>() : Result<void>(done.error());
        }));
        QVERIFY(refused([&](WriteTransaction &t) -> Result<void> {
            const auto done = t.addRule({{}, Rule::Field::Domain, QStringLiteral("acme.test"), hot, {}, {}});
            return done ? Result<void>() : Result<void>(done.error());
        }));
        const auto stack = f.read([](ReadSession &s) { return s.undoStack(); });
        f.change([&](WriteTransaction &t) -> Result<void> { // the older step alone, which would bring it back
            const auto done = t.undo(stack->at(stack->size() - 2).id);
            return done ? Result<void>() : Result<void>(done.error());
        });
        QCOMPARE(row(f, one).category, Category::Unsorted);
        QCOMPARE(f.inconsistency(), QString());
    }

    void removal_isRefused_whereRulesOrViewsNeedIt()
    {
        StoreFixture f;
        prospect(f);
        const Category hot = make(f, "Hot");
        RuleId rule;
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto added = t.addRule({{}, Rule::Field::Domain, QStringLiteral("acme.test"), hot, {}, {}});
            rule = added.value_or(RuleId());
            return added ? Result<void>() : Result<void>(added.error());
        });
        QCOMPARE(describe(f.read([](ReadSession &s) { return s.rules(); })->first()), QStringLiteral("mail from acme.test is Hot"));
        QCOMPARE(f.list(Scope::All).first().category, hot);
        QCOMPARE(f.list(Scope::All).first().categorySource, CategorySource::Automatic);
        const auto tryIt = [&] {
            return f.subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
                const auto step = t.removeCategory(hot);
                return step ? Result<void>() : Result<void>(step.error());
            });
        };
        QVERIFY(!tryIt());
        QCOMPARE(f.list(Scope::All).first().category, hot); // nothing is half done
        f.change([&](WriteTransaction &t) { return t.removeRule(rule); });
        QVERIFY(tryIt());
    }

    void keptOverARestart()
    {
        StoreFixture f;
        const Category hot = make(f, "Hot", 3);
        f.reopen();
        QCOMPARE(own(f).size(), 1);
        QCOMPARE(own(f).first().category, hot);
        QCOMPARE(own(f).first().number, 3);
    }
};

INLET_TEST(tst_OwnCategories)
#include "tst_OwnCategories.moc"
