// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// A prospect who answered: our mail is in Sent, theirs is number 7 of the inbox.
ConversationId answered(StoreFixture &f)
{
    f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("Mara <mara@acme.test>").own().seen().in(f.anna.sent, 1));
    f.ingest(MailBuilder("in@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").inReplyTo("out@us.test").minute(5).in(f.anna.inbox, 7));
    return f.list(Scope::NeedsAnswer).first().id;
}

void answerAgain(StoreFixture &f)
{
    f.ingest(MailBuilder("in2@acme.test").from("mara@acme.test").to("anna@us.test").minute(50).in(f.anna.inbox, 8));
}

void tell(StoreFixture &f, quint32 uid, const QByteArrayList &keywords)
{
    imap::MessageFlags flags;
    flags.keywords = keywords;
    f.change([&](WriteTransaction &t) { return t.setFlags(f.anna.inbox, {{ImapUid(uid), flags, 0}}); });
}

void finishAll(StoreFixture &f)
{
    const auto operations = f.operations();
    f.change([&](WriteTransaction &t) -> Result<void> {
        for (const Operation &operation : operations) {
            if (const auto done = t.finishOperation(operation.id); !done)
                return done;
        }
        return {};
    });
}

bool isMuted(StoreFixture &f, ConversationId id)
{
    return f.read([&](ReadSession &s) { return s.rows({id}, {}); })->first().muted;
}

QStringList history(StoreFixture &f, ConversationId id)
{
    QStringList verbs;
    const auto records = f.read([&](ReadSession &s) { return s.history(id, 10); });
    for (const DecisionRecord &record : *records)
        verbs.append(record.verb);
    return verbs;
}

} // namespace

class tst_Mute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void muted_leavesTheListsOfTheInbox_andNothingBringsItBack()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        answerAgain(f);
        for (const Scope scope : {Scope::NeedsAnswer, Scope::All, Scope::Unread, Scope::Today, Scope::AwaitingReply, Scope::Other})
            QVERIFY2(f.list(scope).isEmpty(), qPrintable(nameOf(scope)));
        QCOMPARE(f.list(Scope::Archived).size(), 1);
        QVERIFY(f.list(Scope::Archived).first().muted);
        QVERIFY(!f.list(Scope::Archived).first().archived); // its mail lies where it was
        const auto counts = f.read([](ReadSession &s) { return s.counts(); });
        QCOMPARE(counts->unreadByAccount.value(f.anna.id), 0);
        QCOMPARE(f.list({.scope = Scope::NeedsAnswer, .account = {}, .category = {}, .search = QStringLiteral("is:muted"), .everywhere = true}).size(), 1);
        f.reopen();
        QVERIFY(f.list(Scope::NeedsAnswer).isEmpty());
        f.apply(TriageVerb::Unmute, conversation);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::NeedsAnswer).first().unread, 2);
        QVERIFY(f.list(Scope::Archived).isEmpty());
        QCOMPARE(history(f, conversation), (QStringList{QStringLiteral("unmute"), QStringLiteral("mute")}));
        QCOMPARE(f.inconsistency(), QString());
    }

    void mute_endsSnoozeAndReminder_undoGivesThemBack()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        const QDateTime until = QDateTime::currentDateTimeUtc().addDays(2);
        f.apply(TriageVerb::Snooze, conversation, {}, until);
        f.apply(TriageVerb::Remind, conversation, {}, until);
        f.apply(TriageVerb::Mute, conversation);
        QVERIFY(f.list(Scope::Snoozed).isEmpty());
        f.reopen();
        f.undo();
        QCOMPARE(f.list(Scope::Snoozed).size(), 1);
        QVERIFY(f.list(Scope::Snoozed).first().remindAt.isValid());
        QVERIFY(!f.list(Scope::Snoozed).first().muted);
        QVERIFY(f.operations().isEmpty());
    }

    void whatBringsItBack_unmutes_data()
    {
        QTest::addColumn<TriageVerb>("verb");
        QTest::newRow("back in the list") << TriageVerb::Unarchive;
        QTest::newRow("snooze") << TriageVerb::Snooze;
    }
    void whatBringsItBack_unmutes()
    {
        QFETCH(TriageVerb, verb);
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        finishAll(f);
        f.apply(verb, conversation, {}, QDateTime::currentDateTimeUtc().addMSecs(50));
        QTRY_COMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.operations().size(), 1); // the keyword goes
        QCOMPARE(f.operations().first().type, Operation::Type::ClearFlags);
        f.undo();
        QVERIFY(isMuted(f, conversation));
        QVERIFY(f.operations().isEmpty());
    }

    void reminder_ofAMutedOne_comesUp()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        f.apply(TriageVerb::Remind, conversation, {}, QDateTime::currentDateTimeUtc().addMSecs(50));
        QTRY_COMPARE(f.list(Scope::NeedsAnswer).size(), 1);
    }

    void bounce_ofAMutedOne_isStillListed()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        f.apply(TriageVerb::SetCategory, conversation, Category::Bounce);
        QCOMPARE(f.list(Scope::Bounces).size(), 1);
    }

    void mute_travelsAsKeyword_bothWays()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        f.apply(TriageVerb::Mute, conversation);
        QCOMPARE(f.operations().last().type, Operation::Type::SetFlags);
        QCOMPARE(f.operations().last().flags, QByteArrayList{"$Inlet_Muted"});
        finishAll(f);
        f.undo();
        QCOMPARE(f.operations().size(), 1);
        QCOMPARE(f.operations().first().type, Operation::Type::ClearFlags);
        QCOMPARE(f.operations().first().flags, QByteArrayList{"$Inlet_Muted"});
        QCOMPARE(f.list(Scope::NeedsAnswer).first().category, Category::Interested);
        finishAll(f);
        // Another machine of the rep; the server changed the case.
        tell(f, 7, {"$Inlet_Interested", "$inlet_muted"});
        QVERIFY(isMuted(f, conversation));
        tell(f, 7, {"$Inlet_Interested"});
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::NeedsAnswer).first().category, Category::Interested);
    }

    void anotherCategory_leavesTheMuteAlone()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        f.apply(TriageVerb::SetCategory, conversation, Category::NotNow);
        f.apply(TriageVerb::SetCategory, conversation, Category::Interested);
        f.undo();
        f.undo();
        QVERIFY(isMuted(f, conversation));
        QCOMPARE(f.operations().size(), 1);
        f.apply(TriageVerb::Unmute, conversation);
        QCOMPARE(f.operations().last().flags, QByteArrayList{"$Inlet_Muted"}); // it was still there
    }

    void keywordReadOnlyNow_doesNotMuteWhatTheRepUnmuted()
    {
        StoreFixture f;
        const ConversationId conversation = answered(f);
        f.apply(TriageVerb::Mute, conversation);
        f.apply(TriageVerb::Unmute, conversation);
        IncomingMessage copy = MailBuilder("in@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").inReplyTo("out@us.test").minute(5).in(f.anna.archive, 3);
        copy.flags.keywords = {"$Inlet_Muted"};
        f.ingest(copy);
        QVERIFY(!isMuted(f, conversation));
        // A machine that never decided follows.
        StoreFixture other;
        const ConversationId there = answered(other);
        IncomingMessage same = MailBuilder("in@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").inReplyTo("out@us.test").minute(5).in(other.anna.archive, 3);
        same.flags.keywords = {"$Inlet_Muted"};
        other.ingest(same);
        QVERIFY(isMuted(other, there));
    }
};

INLET_TEST(tst_Mute)
#include "tst_Mute.moc"
