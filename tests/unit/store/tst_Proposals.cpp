// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"
#include "triage/Intents.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// An answer of a prospect, with what triage says of its words.
ConversationId answer(StoreFixture &f, quint32 number, const QString &text, const char *domain = "acme.test")
{
    const QString who = QStringLiteral("p%1@%2").arg(number).arg(QLatin1String(domain));
    const QString out = QStringLiteral("o%1@us.test").arg(number);
    f.ingest(MailBuilder(out).from("anna@us.test").to(qPrintable(who)).own().seen().minute(int(number)).in(f.anna.sent, number));
    IncomingMessage message = MailBuilder(QStringLiteral("i%1@them.test").arg(number)).from(qPrintable(who)).to("anna@us.test")
                                  .inReplyTo(qPrintable(out)).text(text).minute(int(1000 + number)).in(f.anna.inbox, number);
    message.parsed.newText = text;
    message.verdict.intents = triage::scoreIntents(text, message.parsed.header.subject);
    f.ingest(message);
    for (const ConversationRow &row : f.list(Scope::All)) {
        if (row.prospectAddress == who)
            return row.id;
    }
    return {};
}

ConversationRow rowOf(StoreFixture &f, ConversationId id)
{
    return f.read([&](ReadSession &s) { return *s.rows({id}, {}); }).value(0);
}

RuleId addRule(StoreFixture &f, const Rule &rule)
{
    RuleId id;
    f.change([&](WriteTransaction &t) -> Result<void> {
        const auto added = t.addRule(rule);
        if (!added)
            return added.error();
        id = *added;
        return {};
    });
    return id;
}

} // namespace

class tst_Proposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void humanAnswer_isSorted_withReason()
    {
        StoreFixture f;
        const ConversationRow row = rowOf(f, answer(f, 1, QStringLiteral("Thanks, but we are not interested.")));
        QCOMPARE(row.category, Category::NotInterested);
        QCOMPARE(row.categorySource, CategorySource::Automatic);
        QVERIFY(row.categoryConfidence >= 60);
        QVERIFY2(row.categoryWhy.contains(QStringLiteral("not interested")), qPrintable(row.categoryWhy));
    }

    void unclearAnswer_staysUnsorted()
    {
        StoreFixture f;
        const ConversationRow row = rowOf(f, answer(f, 1, QStringLiteral("Attached is the map of the building.")));
        QCOMPARE(row.category, Category::Unsorted);
        QCOMPARE(row.categorySource, CategorySource::None);
    }

    void choiceOfTheRep_isFinal()
    {
        StoreFixture f;
        const ConversationId id = answer(f, 1, QStringLiteral("We are not interested."));
        f.apply(TriageVerb::SetCategory, id, Category::NotNow);
        IncomingMessage again = MailBuilder("again@them.test").from("p1@acme.test").to("anna@us.test").inReplyTo("i1@them.test")
                                    .text(QStringLiteral("Please remove me from your list.")).minute(3000).in(f.anna.inbox, 500);
        again.verdict.intents = triage::scoreIntents(again.parsed.text, {});
        f.ingest(again);
        QCOMPARE(rowOf(f, id).category, Category::NotNow);
        QCOMPARE(rowOf(f, id).categorySource, CategorySource::Manual);
        QCOMPARE(rowOf(f, id).categoryWhy, QString());
        f.undo();
        QCOMPARE(rowOf(f, id).category, Category::DoNotContact); // what the newest mail says
    }

    void corrections_teach_andUndoUnteaches()
    {
        StoreFixture f;
        const QString odd = QStringLiteral("Kindly liaise with procurement about the frobnicator schedule.");
        for (quint32 i = 1; i <= 4; ++i)
            f.apply(TriageVerb::SetCategory, answer(f, i, odd), Category::WrongPerson);
        for (quint32 i = 11; i <= 14; ++i)
            f.apply(TriageVerb::SetCategory, answer(f, i, QStringLiteral("The weather is lovely in June.")), Category::Unsorted);
        const ConversationRow learned = rowOf(f, answer(f, 20, odd));
        QCOMPARE(learned.category, Category::WrongPerson);
        QCOMPARE(learned.categorySource, CategorySource::Automatic);
        QVERIFY2(learned.categoryWhy.contains(QStringLiteral("before")), qPrintable(learned.categoryWhy));
        for (int i = 0; i < 8; ++i)
            f.undo();
        QCOMPARE(rowOf(f, answer(f, 21, odd)).category, Category::Unsorted);
    }

    void rule_isPreviewed_applied_andUndone()
    {
        StoreFixture f;
        const ConversationId first = answer(f, 1, QStringLiteral("We are not interested."), "big.test");
        const ConversationId second = answer(f, 2, QStringLiteral("Nice map."), "eu.big.test");
        const ConversationId chosen = answer(f, 3, QStringLiteral("We are not interested."), "big.test");
        const ConversationId other = answer(f, 4, QStringLiteral("We are not interested."));
        f.apply(TriageVerb::SetCategory, chosen, Category::Interested);
        const Rule rule{{}, Rule::Field::Domain, QStringLiteral("big.test"), Category::NotNow, {}};
        const RulePreview preview = *f.read([&](ReadSession &s) { return s.previewRule(rule); });
        QCOMPARE(preview.matches, 3);
        QCOMPARE(preview.changes, 2);
        QCOMPARE(preview.chosenByHand, 1);
        QCOMPARE(preview.examples.size(), 2);
        QCOMPARE(rowOf(f, first).category, Category::NotInterested); // a preview changes nothing

        addRule(f, rule);
        QCOMPARE(rowOf(f, first).category, Category::NotNow);
        QCOMPARE(rowOf(f, second).category, Category::NotNow);
        QVERIFY(rowOf(f, second).categoryWhy.startsWith(QStringLiteral("your rule")));
        QCOMPARE(rowOf(f, chosen).category, Category::Interested);
        QCOMPARE(rowOf(f, other).category, Category::NotInterested);
        QCOMPARE(rowOf(f, answer(f, 5, QStringLiteral("We are not interested."), "big.test")).category, Category::NotNow);

        f.undo();
        QCOMPARE(rowOf(f, first).category, Category::NotInterested);
        QCOMPARE(rowOf(f, second).category, Category::Unsorted);
        QVERIFY(f.read([](ReadSession &s) { return s.rules(); })->isEmpty());
    }

    void rulesFromACorrection_areProposed_narrowestFirst()
    {
        StoreFixture f;
        const ConversationId id = answer(f, 1, QStringLiteral("We are not interested in any of this."));
        const auto proposed = f.read([&](ReadSession &s) { return s.proposeRules(id, Category::NotNow); });
        QVERIFY(proposed->size() >= 3);
        QCOMPARE(proposed->first().rule.field, Rule::Field::Sender);
        QCOMPARE(proposed->at(1).rule.pattern, QStringLiteral("acme.test"));
        bool byPhrase = false;
        for (const RulePreview &one : *proposed)
            byPhrase = byPhrase || (one.rule.field == Rule::Field::Words && one.rule.pattern == QStringLiteral("we are not interested"));
        QVERIFY(byPhrase);
    }

    void emptyRule_isRefused()
    {
        StoreFixture f;
        for (const Rule::Field field : {Rule::Field::Domain, Rule::Field::Words}) {
            const Result<void> refused = f.subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
                const auto added = t.addRule({{}, field, QStringLiteral(" - "), Category::NotNow, {}});
                return added ? Result<void>() : Result<void>(added.error());
            });
            QCOMPARE(bool(refused), field == Rule::Field::Domain); // "-" is an odd domain, but not empty
        }
    }

    void reminder_comesUp_unlessTheyWrite()
    {
        StoreFixture f;
        const ConversationId id = answer(f, 1, QStringLiteral("Hello."));
        f.ingest(MailBuilder("ours@us.test").from("anna@us.test").to("p1@acme.test").inReplyTo("i1@them.test").own().seen().minute(2000).in(f.anna.sent, 90));
        QVERIFY(f.list(Scope::NeedsAnswer).isEmpty());
        f.apply(TriageVerb::Remind, id, {}, QDateTime::currentDateTimeUtc().addMSecs(300));
        QVERIFY(rowOf(f, id).remindAt.isValid());
        ListQuery search;
        search.search = QStringLiteral("has:reminder");
        search.everywhere = true;
        QCOMPARE(f.list(search).size(), 1);
        QTRY_COMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QVERIFY(rowOf(f, id).reminderDue);
        f.apply(TriageVerb::Archive, id);
        QVERIFY(f.list(Scope::NeedsAnswer).isEmpty());
        f.undo();
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        f.apply(TriageVerb::Remind, id, {}, QDateTime::currentDateTimeUtc().addDays(3));
        QVERIFY(f.list(Scope::NeedsAnswer).isEmpty());
        f.ingest(MailBuilder("late@them.test").from("p1@acme.test").to("anna@us.test").inReplyTo("ours@us.test")
                     .at(QDateTime::currentDateTimeUtc().addSecs(5)).in(f.anna.inbox, 700));
        QVERIFY(!rowOf(f, id).remindAt.isValid());
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
    }

    void history_tellsWhoDidWhat_andUndoSinceTakesAllBack()
    {
        StoreFixture f;
        const ConversationId id = answer(f, 1, QStringLiteral("Hello."));
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        f.apply(TriageVerb::Archive, id);
        f.apply(TriageVerb::SetCategory, id, Category::Interested);
        const auto history = f.read([&](ReadSession &s) { return s.history(id, 10); });
        QCOMPARE(history->size(), 2);
        QVERIFY(history->first().ours);
        QStringList verbs;
        for (const DecisionRecord &record : *history)
            verbs.append(record.verb);
        verbs.sort();
        QCOMPARE(verbs, (QStringList{QStringLiteral("archive"), QStringLiteral("categorize")}));
        QList<UndoStep> undone;
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto steps = t.undoSince(before);
            if (!steps)
                return steps.error();
            undone = *steps;
            return {};
        });
        QCOMPARE(undone.size(), 2);
        QCOMPARE(rowOf(f, id).archived, false);
        QCOMPARE(rowOf(f, id).categorySource, CategorySource::None);
        const auto after = f.read([&](ReadSession &s) { return s.history(id, 10); });
        for (const DecisionRecord &record : *after)
            QVERIFY(record.takenBack || record.verb == QStringLiteral("undo"));
    }

    void completion_finishesWhatIsTyped()
    {
        StoreFixture f;
        answer(f, 1, QStringLiteral("Hello."));
        answer(f, 2, QStringLiteral("We are not interested."));
        const auto complete = [&](const char *typed) {
            QStringList out;
            const auto found = f.read([&](ReadSession &s) { return s.completeSearch(QString::fromUtf8(typed), 10); });
            for (const SearchCompletion &one : *found)
                out.append(QStringLiteral("%1|%2").arg(one.insert).arg(one.count));
            return out;
        };
        QVERIFY(complete("fr").contains(QStringLiteral("from:|-1")));
        QCOMPARE(complete("x from:p1"), QStringList{QStringLiteral("from:p1@acme.test |1")});
        QCOMPARE(complete("-domain:ac"), QStringList{QStringLiteral("-domain:acme.test |2")});
        QCOMPARE(complete("cat:\"not in"), QStringList{QStringLiteral("cat:\"Not interested\" |1")});
        QVERIFY(complete("via:anna").contains(QStringLiteral("via:anna@us.test |2")));
        QVERIFY(complete("is:unr").contains(QStringLiteral("is:unread |2")));
        QVERIFY(!complete("older:").isEmpty());
        for (const char *garbage : {"", "\"", ":", "-", "from:\"", "\":::\"-", "cat:%_\\", "domain:\xF0\x9F\x98\x80"})
            complete(garbage); // whatever it says, it does not fail
    }
};

INLET_TEST(tst_Proposals)
#include "tst_Proposals.moc"
