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

/// A prospect whose answer of minute 10 of an hour ago is here.
class Answered
{
public:
    Answered()
    {
        f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("mara@acme.test").own().seen().at(ago(60)).in(f.anna.sent, 1));
        f.ingest(answer("first", 50));
        id = f.list(Scope::All).first().id;
    }
    [[nodiscard]] static QDateTime ago(int minutes) { return QDateTime::currentDateTimeUtc().addSecs(-60LL * minutes); }
    [[nodiscard]] IncomingMessage answer(const char *name, int minutesAgo)
    {
        return MailBuilder((QByteArray(name) + "@acme.test").constData()).from("mara@acme.test").to("anna@us.test")
            .inReplyTo("out@us.test").at(ago(minutesAgo)).in(f.anna.inbox, ++uid);
    }
    [[nodiscard]] IncomingMessage absence(int minutesAgo)
    {
        return MailBuilder("away@acme.test").from("mara@acme.test").to("anna@us.test").outOfOffice("out@us.test")
            .at(ago(minutesAgo)).in(f.anna.inbox, ++uid);
    }
    [[nodiscard]] ConversationRow row()
    {
        return f.read([this](ReadSession &s) { return s.rows({id}, {.scope = Scope::All}); })->first();
    }
    [[nodiscard]] bool silenced()
    {
        return f.read([](ReadSession &s) { return s.isSuppressed(QStringLiteral("mara@acme.test")); }).value_or(false);
    }

    StoreFixture f;
    ConversationId id;

private:
    quint32 uid = 10;
};

const QDateTime kFar = QDateTime(QDate(2090, 1, 1), QTime(9, 0), Qt::UTC);

} // namespace

/// What was decided, and mail that was on its way then or comes later.
class tst_LateNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerOnItsWay_endsTheSnooze()
    {
        Answered a;
        a.f.apply(TriageVerb::Snooze, a.id, {}, kFar);
        a.f.ingest(a.answer("on-its-way", 5)); // it had arrived at the server before the snooze
        QVERIFY(a.row().snoozedUntil.isNull());
        QCOMPARE(a.f.list(Scope::NeedsAnswer).size(), 1);
    }

    void history_leavesTheSnooze()
    {
        Answered a;
        a.f.apply(TriageVerb::Snooze, a.id, {}, kFar);
        a.f.ingest(a.answer("older", 55));
        QCOMPARE(a.row().snoozedUntil, kFar);
    }

    void reminder_endsWithAnAnswerToOurNewestMail_only()
    {
        Answered a;
        a.f.ingest(MailBuilder("out2@us.test").from("anna@us.test").to("mara@acme.test").own().seen().at(Answered::ago(20))
                       .inReplyTo("first@acme.test").in(a.f.anna.sent, 2));
        a.f.apply(TriageVerb::Remind, a.id, {}, kFar);
        a.f.ingest(a.answer("before-ours", 30));
        QCOMPARE(a.row().remindAt, kFar);
        a.f.ingest(a.answer("on-its-way", 5));
        QVERIFY(a.row().remindAt.isNull());
    }

    void absenceNote_bringsNothingBack_thatIsDone()
    {
        Answered a;
        a.f.apply(TriageVerb::SortAway, a.id, Category::NotInterested);
        QCOMPARE(a.f.list(Scope::NeedsAnswer).size(), 0);
        a.f.ingest(a.absence(1));
        QCOMPARE(a.f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(a.f.list(Scope::All).size(), 1);
        a.f.ingest(a.answer("after-all", 0));
        QCOMPARE(a.f.list(Scope::NeedsAnswer).size(), 1);
    }

    void absenceNote_doesNotHideAQuestion()
    {
        Answered a;
        a.f.ingest(a.absence(1));
        QCOMPARE(a.f.list(Scope::NeedsAnswer).size(), 1);
    }

    void undo_takesBackItsOwnChange_only()
    {
        Answered a;
        a.f.apply(TriageVerb::Snooze, a.id, {}, kFar);
        a.f.apply(TriageVerb::Star, a.id);
        a.f.ingest(a.answer("news", 0));
        QVERIFY(a.row().snoozedUntil.isNull());
        a.f.undo(); // the star
        QVERIFY(!a.row().starred);
        QVERIFY(a.row().snoozedUntil.isNull());
    }

    void undo_ofTheEndOfASnooze_hidesNoAnswer()
    {
        Answered a;
        a.f.apply(TriageVerb::Snooze, a.id, {}, kFar);
        a.f.apply(TriageVerb::Unsnooze, a.id);
        IncomingMessage late = a.answer("news", 0);
        late.internalDate = QDateTime::currentDateTimeUtc().addSecs(60);
        late.parsed.header.date = late.internalDate;
        a.f.ingest(late);
        a.f.undo();
        QVERIFY(a.row().snoozedUntil.isNull());
    }

    void undo_ofDoNotContact_leavesADeadAddressSilent()
    {
        Answered a;
        a.f.apply(TriageVerb::SetCategory, a.id, Category::DoNotContact);
        QVERIFY(a.silenced());
        IncomingMessage report = MailBuilder("b@acme.test").from("mailer-daemon@acme.test").to("anna@us.test").at(Answered::ago(0))
                                     .bounceOf("out@us.test", "mara@acme.test").in(a.f.anna.inbox, 90);
        report.verdict.bounce = triage::BounceType::Hard;
        report.verdict.bouncedRecipients = {{QStringLiteral("mara@acme.test"), triage::BounceType::Hard, "5.1.1", QStringLiteral("no such user"), {}}};
        a.f.ingest(report);
        a.f.undo();
        QVERIFY(a.silenced());
        const auto entry = a.f.read([](ReadSession &s) { return s.suppressions(); });
        QCOMPARE(entry->first().source, SuppressionSource::Bounce);
    }

    void removalRequestThroughAList_isProposed()
    {
        StoreFixture f;
        f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("list@acme.test").own().seen().minute(1).in(f.anna.sent, 1));
        IncomingMessage request = MailBuilder("r@acme.test").from("list@acme.test").to("anna@us.test").inReplyTo("out@us.test").minute(9)
                                      .kind(triage::Kind::Other).in(f.anna.inbox, 2);
        request.verdict.intents = triage::scoreIntents(QStringLiteral("Please remove me from your list."), QString());
        QVERIFY(!request.verdict.intents.isEmpty());
        f.ingest(request);
        const ConversationRow row = f.everything().first();
        QCOMPARE(row.category, Category::DoNotContact);
        QCOMPARE(row.categorySource, CategorySource::Automatic);
    }
};

INLET_TEST(tst_LateNews)
#include "tst_LateNews.moc"
