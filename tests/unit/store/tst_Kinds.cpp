// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"
#include "triage/Intents.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;
using inlet::triage::Kind;

namespace
{

constexpr const char *kMara = "mara@acme.test";

void writeToMara(StoreFixture &f)
{
    f.ingest(MailBuilder("out1@us.test").from("anna@us.test").to(kMara).own().seen().in(f.anna.sent, 1));
}

MailBuilder mailOfMara(StoreFixture &f)
{
    return MailBuilder("r1@acme.test").from(kMara).to("anna@us.test").inReplyTo("out1@us.test").minute(10)
        .text(QStringLiteral("Sounds interesting, send me your pricing please.")).in(f.anna.inbox, 1);
}

/// Taken for a report that her mailbox is gone.
IncomingMessage wrongBounce(StoreFixture &f)
{
    IncomingMessage message = mailOfMara(f).bounceOf("out1@us.test", kMara).evidence(QStringLiteral("a report of delivery"));
    message.verdict.bouncedRecipients.first().reason = QStringLiteral("there is no such mailbox");
    return message;
}

ConversationId only(StoreFixture &f)
{
    const QList<ConversationRow> all = f.everything();
    return all.size() == 1 ? all.first().id : ConversationId();
}

ConversationRow row(StoreFixture &f)
{
    return f.read([&](ReadSession &s) { return s.rows({only(f)}, {.scope = Scope::All}); })->first();
}

UndoId say(StoreFixture &f, TriageAction action)
{
    UndoId step;
    action.verb = TriageVerb::SetKind;
    action.conversations = {only(f)};
    f.change([&](WriteTransaction &t) -> Result<void> {
        const auto done = t.apply(action);
        step = done.value_or(UndoId());
        return done ? Result<void>() : Result<void>(done.error());
    });
    return step;
}

bool isListed(StoreFixture &f)
{
    return *f.read([](ReadSession &s) { return s.isSuppressed(QString::fromLatin1(kMara)); });
}

int bounces(StoreFixture &f)
{
    return int(f.read([](ReadSession &s) { return s.bounces(QString::fromLatin1(kMara)); })->size());
}

KindFacts facts(StoreFixture &f)
{
    const auto all = f.read([&](ReadSession &s) { return s.kindFacts({only(f)}); });
    return all && all->size() == 1 ? all->first() : KindFacts();
}

Kind kindOfMail(StoreFixture &f)
{
    return f.messages(only(f)).last().kind;
}

LedgerId waitForMara(StoreFixture &f)
{
    LedgerId id;
    f.change([&](WriteTransaction &t) -> Result<void> {
        LedgerRow ledger;
        ledger.account = f.anna.id;
        ledger.messageId = QStringLiteral("later@us.test");
        ledger.recipients = {QString::fromLatin1(kMara)};
        ledger.state = LedgerState::Queued;
        ledger.dueAt = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC).addDays(3);
        const auto added = t.addLedger(ledger, "bytes");
        id = added.value_or(LedgerId());
        return added ? Result<void>() : Result<void>(added.error());
    });
    return id;
}

LedgerState stateOf(StoreFixture &f, LedgerId id)
{
    return f.read([&](ReadSession &s) { return s.ledgerRow(id); })->state;
}

} // namespace

class tst_Kinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounceThatIsNone_isAReplyAgain_andUndoTakesItBack()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(wrongBounce(f));
        QCOMPARE(row(f).category, Category::Bounce);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(bounces(f), 1);

        say(f, {.kind = Kind::Human});
        QCOMPARE(kindOfMail(f), Kind::Human);
        QCOMPARE(f.messages(only(f)).last().kindFound, std::optional(Kind::Bounce));
        QCOMPARE(row(f).kindSaid, std::optional(Kind::Human));
        QVERIFY(row(f).category != Category::Bounce);
        QCOMPARE(row(f).categorySource, CategorySource::Automatic); // its words were read: a proposal
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::Bounces).size(), 0);
        QCOMPARE(bounces(f), 0);
        QVERIFY(f.messages(only(f)).first().bounces.isEmpty());
        QCOMPARE(f.inconsistency(), QString());

        f.undo();
        QCOMPARE(kindOfMail(f), Kind::Bounce);
        QVERIFY(!f.messages(only(f)).last().kindFound);
        QVERIFY(!row(f).kindSaid);
        QCOMPARE(row(f).category, Category::Bounce);
        QCOMPARE(row(f).categoryWhy, QStringLiteral("a report of delivery"));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(bounces(f), 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void suppressionByAWrongBounce_isToldAndLiftedOnlyWhereAsked()
    {
        StoreFixture f;
        writeToMara(f);
        const LedgerId waiting = waitForMara(f);
        f.ingest(wrongBounce(f));
        QVERIFY(isListed(f));
        QCOMPARE(stateOf(f, waiting), LedgerState::Failed);
        QCOMPARE(facts(f).caused.size(), 1);
        QCOMPARE(facts(f).caused.first().pattern, QString::fromLatin1(kMara));
        QCOMPARE(facts(f).stopped, 1);

        say(f, {.kind = Kind::Human});
        QVERIFY(isListed(f)); // that is the rep's decision
        f.undo();

        say(f, {.kind = Kind::Human, .lift = {QString::fromLatin1(kMara)}});
        QVERIFY(!isListed(f));
        QCOMPARE(stateOf(f, waiting), LedgerState::Failed); // stopped stays stopped
        f.undo();
        QVERIFY(isListed(f));
        QCOMPARE(f.read([](ReadSession &s) { return s.suppressions(); })->first().source, SuppressionSource::Bounce);
        QCOMPARE(facts(f).caused.size(), 1);

        say(f, {.kind = Kind::Human, .lift = {QString::fromLatin1(kMara)}, .resume = true});
        QCOMPARE(stateOf(f, waiting), LedgerState::Queued);
        f.undo();
        QCOMPARE(stateOf(f, waiting), LedgerState::Failed);
        QVERIFY(isListed(f));
    }

    void otherEntries_areNotCausedByIt()
    {
        StoreFixture f;
        writeToMara(f);
        f.change([](WriteTransaction &t) -> Result<void> {
            const auto added = t.suppress({QString::fromLatin1(kMara), QStringLiteral("asked"), SuppressionSource::Rep, {}, {}});
            return added ? Result<void>() : Result<void>(added.error());
        });
        f.ingest(wrongBounce(f));
        QVERIFY(facts(f).suppressed);
        QVERIFY(facts(f).caused.isEmpty());
    }

    void choice_holdsForMailThatIsReadAgain()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(wrongBounce(f));
        say(f, {.kind = Kind::Human, .lift = {QString::fromLatin1(kMara)}});
        // Another UIDVALIDITY, then gone for good and here again, as a new row.
        f.change([&](WriteTransaction &t) { return t.resetFolder(f.anna.inbox, UidValidity(2)); });
        IncomingMessage again = wrongBounce(f);
        again.uidValidity = UidValidity(2);
        f.ingest(again);
        QCOMPARE(kindOfMail(f), Kind::Human);
        f.change([&](WriteTransaction &t) { return t.removeAccount(f.ben.id); });
        IncomingMessage copy = wrongBounce(f);
        copy.folder = f.anna.archive;
        copy.parsed.header.subject = QStringLiteral("another row"); // of the same Message-ID
        copy.uid = ImapUid(9);
        f.ingest(copy);
        const QList<MessageItem> items = f.messages(only(f));
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.last().kind, Kind::Human);
        QCOMPARE(items.last().kindFound, std::optional(Kind::Bounce));
        QCOMPARE(bounces(f), 0);
        QVERIFY(!isListed(f));
        QCOMPARE(f.inconsistency(), QString());
    }

    void headerThatTurnsOutABounce_staysWhatTheRepSaid()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(mailOfMara(f).headerOnly());
        say(f, {.kind = Kind::Human});
        const StoredMessageId id = f.messages(only(f)).last().id;
        f.change([&](WriteTransaction &t) { return t.completeBody(id, wrongBounce(f)); });
        QCOMPARE(kindOfMail(f), Kind::Human);
        QCOMPARE(f.messages(only(f)).last().kindFound, std::optional(Kind::Bounce));
        QVERIFY(!isListed(f));
        QCOMPARE(bounces(f), 0);
        QCOMPARE(f.inconsistency(), QString());
    }

    void personWhoIsAProgram_leavesNeedsAnswer_andBringsNoCategory()
    {
        StoreFixture f;
        writeToMara(f);
        const auto judged = [](IncomingMessage mail) {
            mail.verdict.intents = triage::scoreIntents(mail.parsed.newText, mail.parsed.header.subject);
            return mail;
        };
        f.ingest(judged(mailOfMara(f)));
        const Category before = row(f).category;
        QVERIFY(before != Category::Unsorted);
        f.ingest(judged(MailBuilder("r2@acme.test").from(kMara).to("anna@us.test").inReplyTo("out1@us.test").minute(20)
                            .text(QStringLiteral("Please remove me from your mailing list and do not contact me again.")).in(f.anna.inbox, 2)));
        QCOMPARE(row(f).category, Category::DoNotContact);
        say(f, {.kind = Kind::AutoReply});
        QCOMPARE(row(f).kindSaid, std::optional(Kind::AutoReply));
        QCOMPARE(row(f).category, before); // what the person wrote before it counts
        QVERIFY(!row(f).categoryWhy.isEmpty());
        QCOMPARE(f.inconsistency(), QString());
        f.undo();
        QCOMPARE(row(f).category, Category::DoNotContact);
        QCOMPARE(f.inconsistency(), QString());
    }

    void bounceThatNobodySaw_isAboutThePerson_andPutsNobodyOnTheList()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(MailBuilder("b@acme.test").from(kMara).to("anna@us.test").inReplyTo("out1@us.test").minute(10)
                     .text(QStringLiteral("550 5.1.1 The email account that you tried to reach does not exist.")).in(f.anna.inbox, 1));
        say(f, {.kind = Kind::Bounce});
        QCOMPARE(row(f).category, Category::Bounce);
        QCOMPARE(f.list(Scope::Bounces).size(), 1);
        const auto found = *f.read([](ReadSession &s) { return s.bounces(QString::fromLatin1(kMara)); });
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().type, triage::BounceType::Hard);
        QCOMPARE(f.messages(only(f)).first().bounces.size(), 1);
        QVERIFY(!isListed(f));
        f.undo();
        QCOMPARE(bounces(f), 0);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);

        say(f, {.suppress = {{QString::fromLatin1(kMara), QStringLiteral("Bounced"), SuppressionSource::Rep, {}, {}}}, .kind = Kind::Bounce});
        QVERIFY(isListed(f));
        f.undo();
        QVERIFY(!isListed(f));
    }

    void saidToAndFro_keepsWhatTheReportSaid()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(wrongBounce(f));
        say(f, {.kind = Kind::Human});
        say(f, {.kind = Kind::AutoReply});
        say(f, {.kind = Kind::Bounce});
        QCOMPARE(bounces(f), 1);
        QCOMPARE(f.read([](ReadSession &s) { return s.bounces(QString::fromLatin1(kMara)); })->first().reason, QStringLiteral("there is no such mailbox"));
        QCOMPARE(f.messages(only(f)).last().kindFound, std::optional(Kind::Bounce)); // said all the same
        f.undo();
        QCOMPARE(kindOfMail(f), Kind::AutoReply);
        QCOMPARE(bounces(f), 0);
        f.undo();
        f.undo();
        QCOMPARE(kindOfMail(f), Kind::Bounce);
        QVERIFY(!row(f).kindSaid);
        QCOMPARE(bounces(f), 1);
    }

    void reportBeforeItsMail_waitsExcused()
    {
        StoreFixture f;
        f.ingest(wrongBounce(f)); // history comes newest first
        say(f, {.kind = Kind::Human});
        writeToMara(f);
        QCOMPARE(bounces(f), 0);
        QVERIFY(!isListed(f));
        say(f, {.kind = Kind::Bounce});
        QCOMPARE(bounces(f), 1);
    }

    void replyThatWasNoticedLate_endsTheSnooze_andUndoBringsItBack()
    {
        StoreFixture f;
        writeToMara(f);
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC).addDays(2);
        f.apply(TriageVerb::Snooze, only(f), Category::Unsorted, until);
        f.ingest(mailOfMara(f).at(QDateTime::currentDateTimeUtc().addSecs(60)).outOfOffice("out1@us.test"));
        QVERIFY(row(f).snoozedUntil.isValid());
        say(f, {.kind = Kind::Human});
        QVERIFY(!row(f).snoozedUntil.isValid());
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        f.undo();
        QCOMPARE(row(f).category, Category::OutOfOffice);
    }

    void decision_isInTheLog_andNamesThatMail()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(wrongBounce(f));
        const StoredMessageId report = f.messages(only(f)).last().id;
        f.ingest(MailBuilder("ooo@acme.test").from(kMara).to("anna@us.test").minute(30).outOfOffice("out1@us.test").in(f.anna.inbox, 2));
        say(f, {.kind = Kind::Human, .message = report});
        const auto log = *f.read([&](ReadSession &s) { return s.history(only(f), 10); });
        QCOMPARE(log.first().verb, QStringLiteral("kind"));
        QCOMPARE(log.first().argument, QStringLiteral("human"));
        QCOMPARE(log.first().messageId, QStringLiteral("r1@acme.test"));
        QVERIFY(log.first().step.isValid());
        QCOMPARE(row(f).category, Category::OutOfOffice); // of the newer one
        QVERIFY(!row(f).kindSaid);
        QCOMPARE(f.messages(only(f)).at(1).kind, Kind::Human);
    }

    void choiceOfTheRep_ofACategory_stays()
    {
        StoreFixture f;
        writeToMara(f);
        f.ingest(wrongBounce(f));
        f.apply(TriageVerb::SetCategory, only(f), Category::Interested);
        say(f, {.kind = Kind::Human});
        QCOMPARE(row(f).category, Category::Interested);
        QCOMPARE(row(f).categorySource, CategorySource::Manual);
    }

    void mailOfOurs_staysOurs()
    {
        StoreFixture f;
        writeToMara(f);
        const StoredMessageId ours = f.messages(only(f)).first().id;
        say(f, {.kind = Kind::Bounce, .message = ours});
        QCOMPARE(f.messages(only(f)).first().kind, Kind::Own);
        QVERIFY(f.read([&](ReadSession &s) { return s.kindFacts({}, ours); })->isEmpty());
    }
};

INLET_TEST(tst_Kinds)
#include "tst_Kinds.moc"
