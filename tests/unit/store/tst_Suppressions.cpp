// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

bool suppress(StoreFixture &f, const Suppression &entry)
{
    bool fresh = false;
    f.change([&](WriteTransaction &t) -> Result<void> {
        const auto added = t.suppress(entry);
        if (!added)
            return added.error();
        fresh = *added;
        return {};
    });
    return fresh;
}

std::optional<Suppression> entryFor(StoreFixture &f, const char *address)
{
    return *f.read([&](ReadSession &s) { return s.suppressionOf(QString::fromUtf8(address)); });
}

IncomingMessage report(StoreFixture &f, quint32 number, const char *original, const char *recipient,
    triage::BounceType type, const char *reason)
{
    IncomingMessage message = MailBuilder(QStringLiteral("dsn%1@mx.test").arg(number)).from("MAILER-DAEMON@mx.test")
                                  .to("anna@us.test").minute(int(100 + number)).bounceOf(original, recipient)
                                  .in(f.anna.inbox, 100 + number);
    message.verdict.bounce = type;
    message.verdict.bouncedRecipients = {{QString::fromUtf8(recipient), type, "5.1.1", QString::fromUtf8(reason), QStringLiteral("550 no")}};
    return message;
}

void writeTo(StoreFixture &f, const char *address)
{
    f.ingest(MailBuilder("out1@us.test").from("anna@us.test").to(address).own().seen().in(f.anna.sent, 1));
}

} // namespace

class tst_Suppressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pattern_isCleanedOrRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("pattern");
        const auto row = [](const char *typed, const char *pattern) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(pattern);
        };
        row(" Mara@ACME.test ", "mara@acme.test");
        row("@acme.test", "acme.test");
        row("acme.test.", "acme.test");
        row("jo@münchen.test", "jo@xn--mnchen-3ya.test");
        row("MÜNCHEN.test", "xn--mnchen-3ya.test");
        row("com", "");
        row("jo@", "");
        row("@", "");
        row("", "");
        row("jo @acme.test", "");
        row("jo@acme..test", "");
        row("a\u202e@acme.test", "");
    }
    void pattern_isCleanedOrRefused()
    {
        QFETCH(QString, typed);
        QTEST(suppressionPattern(typed), "pattern");
    }

    void entry_keepsItsFirstReason_andIsFoundByAddressAndDomain()
    {
        StoreFixture f;
        QVERIFY(suppress(f, {QStringLiteral("Mara@acme.test"), QStringLiteral("asked"), SuppressionSource::OptOut, QStringLiteral("in1@acme.test"), {}}));
        QVERIFY(!suppress(f, {QStringLiteral("mara@acme.test"), QStringLiteral("later"), SuppressionSource::Rep, {}, {}}));
        QVERIFY(suppress(f, {QStringLiteral("gone.test"), {}, SuppressionSource::Import, {}, {}}));
        const auto entry = entryFor(f, "MARA@Acme.Test");
        QVERIFY(entry.has_value());
        QCOMPARE(entry->reason, QStringLiteral("asked"));
        QCOMPARE(entry->source, SuppressionSource::OptOut);
        QCOMPARE(entry->messageId, QStringLiteral("in1@acme.test"));
        QVERIFY(entry->at.isValid());
        QCOMPARE(entryFor(f, "any@eu.gone.test")->pattern, QStringLiteral("gone.test"));
        QVERIFY(!entryFor(f, "any@notgone.test"));
        QVERIFY(!entryFor(f, "\"mara@acme.test\"@other.test"));
        QVERIFY(f.lastChanges.suppressions);
    }

    void internationalDomain_isTheSameInBothForms()
    {
        StoreFixture f;
        suppress(f, {QStringLiteral("münchen.test"), {}, SuppressionSource::Rep, {}, {}});
        QVERIFY(entryFor(f, "jo@xn--mnchen-3ya.test"));
        QVERIFY(entryFor(f, "jo@MÜNCHEN.test"));
    }

    void outgoingMail_toSuppressed_isNotTakenIn()
    {
        StoreFixture f;
        suppress(f, {QStringLiteral("acme.test"), {}, SuppressionSource::Rep, {}, {}});
        const Result<void> refused = f.subject->writeAndWait("test", [&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.ben.id;
            row.messageId = QStringLiteral("x@us.test");
            row.recipients = {QStringLiteral("free@other.test"), QStringLiteral("Mara@ACME.test")};
            const auto added = t.addLedger(row, "bytes");
            return added ? Result<void>() : Result<void>(added.error());
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().cause, QByteArray("recipient-suppressed"));
        QVERIFY(f.read([](ReadSession &s) { return s.ledger(10); })->isEmpty());
    }

    void hardBounce_ofSomebodyWeWroteTo_suppresses()
    {
        StoreFixture f;
        writeTo(f, "mara@acme.test");
        f.ingest(report(f, 1, "out1@us.test", "mara@acme.test", triage::BounceType::Hard, "there is no such mailbox"));
        const auto entry = entryFor(f, "mara@acme.test");
        QVERIFY(entry.has_value());
        QCOMPARE(entry->source, SuppressionSource::Bounce);
        QCOMPARE(entry->reason, QStringLiteral("there is no such mailbox"));
        QCOMPARE(entry->messageId, QStringLiteral("dsn1@mx.test"));
        const auto facts = f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); });
        QCOMPARE(facts->size(), 1);
        QCOMPARE(facts->first().type, triage::BounceType::Hard);
        QCOMPARE(f.list(Scope::Bounces).size(), 1); // joined its conversation
    }

    void reportComesBeforeItsMail_countsWhenThatIsHere()
    {
        StoreFixture f;
        f.ingest(report(f, 1, "out1@us.test", "mara@acme.test", triage::BounceType::Hard, "there is no such mailbox"));
        QVERIFY(!entryFor(f, "mara@acme.test"));
        QVERIFY(f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); })->isEmpty());
        writeTo(f, "mara@acme.test"); // older mail, as history brings it
        QCOMPARE(f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); })->size(), 1);
        const auto entry = entryFor(f, "mara@acme.test");
        QVERIFY(entry.has_value());
        QCOMPARE(entry->messageId, QStringLiteral("dsn1@mx.test"));
        f.ingest(MailBuilder(QStringLiteral("out2@us.test")).from("anna@us.test").to("mara@acme.test").own().seen().minute(2).in(f.anna.sent, 2));
        QCOMPARE(f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); })->size(), 1);
    }

    void forgedReport_olderThanOurFirstMail_doesNothing()
    {
        StoreFixture f;
        f.ingest(report(f, 1, "never@us.test", "mara@acme.test", triage::BounceType::Hard, "there is no such mailbox"));
        f.ingest(MailBuilder(QStringLiteral("later@us.test")).from("anna@us.test").to("mara@acme.test").own().seen().minute(60 * 24 * 3).in(f.anna.sent, 1));
        QVERIFY(!entryFor(f, "mara@acme.test"));
    }

    void forgedReport_aboutAStranger_doesNothing()
    {
        StoreFixture f;
        writeTo(f, "mara@acme.test");
        f.ingest(report(f, 1, "never@us.test", "victim@bank.test", triage::BounceType::Hard, "there is no such mailbox"));
        // It knows a Message-ID of ours, but not whom we wrote to.
        f.ingest(report(f, 2, "out1@us.test", "victim@bank.test", triage::BounceType::Hard, "there is no such mailbox"));
        QVERIFY(!entryFor(f, "victim@bank.test"));
    }

    void blockAndDelay_suppressNobody()
    {
        StoreFixture f;
        writeTo(f, "mara@acme.test");
        f.ingest(report(f, 1, "out1@us.test", "mara@acme.test", triage::BounceType::Block, "it was taken for spam or is blocked by policy"));
        f.ingest(report(f, 2, "out1@us.test", "mara@acme.test", triage::BounceType::Delayed, "delivery is still being tried"));
        QVERIFY(!entryFor(f, "mara@acme.test"));
        QCOMPARE(f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); })->size(), 1);
    }

    void fullMailbox_threeTimes_suppresses()
    {
        StoreFixture f;
        writeTo(f, "mara@acme.test");
        for (quint32 i = 1; i <= 2; ++i)
            f.ingest(report(f, i, "out1@us.test", "mara@acme.test", triage::BounceType::Soft, "the mailbox is full"));
        QVERIFY(!entryFor(f, "mara@acme.test"));
        f.ingest(report(f, 3, "out1@us.test", "mara@acme.test", triage::BounceType::Soft, "the mailbox is full"));
        QVERIFY(entryFor(f, "mara@acme.test")->reason.contains(QStringLiteral("3 times")));
    }

    void refusalWhileSending_countsLikeAReport_once()
    {
        StoreFixture f;
        LedgerId id;
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("x@us.test");
            row.recipients = {QStringLiteral("mara@acme.test")};
            id = *t.addLedger(row, "bytes");
            BounceFact fact{f.anna.id, {}, id, QStringLiteral("Mara@acme.test"), triage::BounceType::Hard, "5.1.1",
                QStringLiteral("there is no such mailbox"), QStringLiteral("550 5.1.1 no"), {}};
            for (int i = 0; i < 2; ++i) {
                if (const auto done = t.recordRefusal(fact); !done)
                    return done;
            }
            return {};
        });
        QCOMPARE(f.read([](ReadSession &s) { return s.bounces(QStringLiteral("mara@acme.test")); })->size(), 1);
        QCOMPARE(entryFor(f, "mara@acme.test")->source, SuppressionSource::Refusal);
        QCOMPARE(entryFor(f, "mara@acme.test")->messageId, QStringLiteral("x@us.test"));
    }

    void causesAndHealth_areCounted()
    {
        StoreFixture f;
        for (quint32 i = 1; i <= 30; ++i) {
            MailBuilder mail(QStringLiteral("o%1@us.test").arg(i));
            f.ingest(mail.from("anna@us.test").to(qPrintable(QStringLiteral("p%1@acme.test").arg(i))).own().seen().minute(int(i)).in(f.anna.sent, i));
        }
        for (quint32 i = 1; i <= 2; ++i)
            f.ingest(report(f, i, "", qPrintable(QStringLiteral("p%1@acme.test").arg(i)), triage::BounceType::Hard, "there is no such mailbox"));
        const QDateTime ever = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
        const auto causes = f.read([&](ReadSession &s) { return s.bounceCauses(ever); });
        QCOMPARE(causes->size(), 1);
        QCOMPARE(causes->first().count, 2);
        QCOMPARE(causes->first().domains, QStringList{QStringLiteral("acme.test")});
        const auto health = f.read([&](ReadSession &s) { return s.sendingHealth(ever); });
        QCOMPARE(health->size(), 3); // two mailboxes, one domain
        QCOMPARE(health->first().level, SendingHealth::Level::Stop); // 6.7 %
        QCOMPARE(health->first().sent, 30);
        QCOMPARE(health->last().level, SendingHealth::Level::Good);
        // What the cause counts, and nothing else.
        f.ingest(report(f, 3, "", "p3@acme.test", triage::BounceType::Soft, "there is no such mailbox"));
        f.ingest(report(f, 4, "", "p4@acme.test", triage::BounceType::Hard, "the domain does not exist"));
        const auto facts = f.read([&](ReadSession &s) { return s.bouncesOf(causes->first().type, causes->first().reason, ever); });
        QCOMPARE(facts->size(), 2);
        QCOMPARE(facts->first().recipient, QStringLiteral("p2@acme.test")); // newest first
        QCOMPARE(facts->last().recipient, QStringLiteral("p1@acme.test"));
        for (const BounceFact &fact : *facts) {
            QCOMPARE(fact.account, f.anna.id);
            QCOMPARE(fact.conversation, *f.read([&](ReadSession &s) { return s.conversationOf(fact.message); }));
        }
        const auto later = f.read([&](ReadSession &s) { return s.bouncesOf(causes->first().type, causes->first().reason, QDateTime::currentDateTimeUtc()); });
        QVERIFY(later->isEmpty());
    }

    void rate_warnsAndHoldsMailToStrangers_byTheLimits()
    {
        StoreFixture f;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (quint32 i = 1; i <= 40; ++i) {
            MailBuilder mail(QStringLiteral("o%1@us.test").arg(i));
            f.ingest(mail.from("anna@us.test").to(qPrintable(QStringLiteral("p%1@acme.test").arg(i))).own().seen().at(now.addSecs(-3600)).in(f.anna.sent, i));
        }
        f.ingest(MailBuilder("a@acme.test").from("p9@acme.test").to("anna@us.test").inReplyTo("o9@us.test").at(now.addSecs(-60)).in(f.anna.inbox, 900));
        const auto bounce = [&](int i) {
            BounceFact fact;
            fact.account = f.anna.id;
            fact.recipient = QStringLiteral("p%1@acme.test").arg(i);
            fact.type = triage::BounceType::Hard;
            fact.at = now;
            fact.ledger = LedgerId(1000 + i);
            f.change([&](WriteTransaction &t) { return t.recordRefusal(fact); });
        };
        const auto level = [&] { return f.read([](ReadSession &s) { return s.sendingHealthNow(); })->first().level; };
        LedgerRow toStranger;
        toStranger.account = f.anna.id;
        toStranger.recipients = {QStringLiteral("new@acme.test")};
        LedgerRow toWriter = toStranger;
        toWriter.recipients = {QStringLiteral("P9@acme.test")};
        const auto held = [&](const LedgerRow &row) { return !f.read([&](ReadSession &s) { return s.reasonToHold(row); })->isEmpty(); };
        QCOMPARE(level(), SendingHealth::Level::Good);
        f.lastChanges = {};
        bounce(1); // 2.5 %
        QVERIFY(f.lastChanges.bounces);
        QCOMPARE(level(), SendingHealth::Level::Warn);
        QVERIFY(!held(toStranger));
        bounce(2);
        bounce(3); // 7.5 %
        QCOMPARE(level(), SendingHealth::Level::Stop);
        QVERIFY(held(toStranger));
        QVERIFY(!held(toWriter));
        f.change([](WriteTransaction &t) { return t.setSendingLimits({5, 10}); });
        QCOMPARE(level(), SendingHealth::Level::Warn);
        QVERIFY(!held(toStranger));
        QVERIFY(!f.subject->writeAndWait("limits", [](WriteTransaction &t) { return t.setSendingLimits({10, 5}); }));
    }

    void doNotContact_takenBack_letsGoWhatIsNotLate()
    {
        StoreFixture f;
        f.ingest(MailBuilder("o@us.test").from("anna@us.test").to("mara@acme.test").own().seen().minute(1).in(f.anna.sent, 1));
        f.ingest(MailBuilder("a@acme.test").from("mara@acme.test").to("anna@us.test").inReplyTo("o@us.test").minute(9).in(f.anna.inbox, 2));
        const QDateTime nextWeek = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC).addDays(7);
        QList<LedgerId> ids;
        f.change([&](WriteTransaction &t) -> Result<void> {
            for (const QDateTime &due : {nextWeek, QDateTime::currentDateTimeUtc().addSecs(-60)}) {
                LedgerRow row;
                row.account = f.anna.id;
                row.messageId = QStringLiteral("w%1@us.test").arg(ids.size());
                row.recipients = {QStringLiteral("Mara@acme.test")};
                row.state = LedgerState::Queued;
                row.dueAt = due;
                const auto added = t.addLedger(row, "bytes");
                if (!added)
                    return added.error();
                ids.append(*added);
            }
            return {};
        });
        f.apply(TriageVerb::SetCategory, f.list(Scope::All).first().id, Category::DoNotContact);
        const auto row = [&](int i) { return *f.read([&](ReadSession &s) { return s.ledgerRow(ids.at(i)); }); };
        QCOMPARE(row(0).state, LedgerState::Failed);
        QCOMPARE(row(1).state, LedgerState::Failed);
        f.undo();
        QCOMPARE(row(0).state, LedgerState::Queued);
        QCOMPARE(row(0).dueAt, nextWeek);
        QVERIFY(row(0).note.isEmpty());
        QCOMPARE(row(1).state, LedgerState::Failed);
    }

    void suppressed_whatWaits_failsAtOnce()
    {
        StoreFixture f;
        LedgerId id;
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("w@us.test");
            row.recipients = {QStringLiteral("jo@eu.rival.test")};
            row.state = LedgerState::Queued;
            const auto added = t.addLedger(row, "bytes");
            if (added)
                id = *added;
            return added ? Result<void>() : Result<void>(added.error());
        });
        f.change([](WriteTransaction &t) { return t.suppress(QStringLiteral("rival.test"), QStringLiteral("competitor")); });
        const auto row = f.read([&](ReadSession &s) { return s.ledgerRow(id); });
        QCOMPARE(row->state, LedgerState::Failed);
        QVERIFY(row->note.contains(QLatin1String("jo@eu.rival.test")));
        QVERIFY(f.lastChanges.ledger.contains(id));
    }

    /// As one by one, and what waits for any of them fails.
    void manyAtOnce_areThoseThatWereNew()
    {
        StoreFixture f;
        QList<LedgerId> ids;
        f.change([&](WriteTransaction &t) -> Result<void> {
            for (const char *to : {"jo@rival.test", "mara@acme.test", "sam@free.test"}) {
                LedgerRow row;
                row.account = f.anna.id;
                row.messageId = QLatin1String(to);
                row.recipients = {QLatin1String(to)};
                row.state = LedgerState::Queued;
                const auto added = t.addLedger(row, "bytes");
                if (!added)
                    return added.error();
                ids.append(*added);
            }
            return t.suppress(QStringLiteral("known.test"), QStringLiteral("before"));
        });
        f.lastChanges = {};
        qint64 added = 0;
        f.change([&](WriteTransaction &t) -> Result<void> {
            QList<Suppression> entries;
            for (const char *pattern : {"rival.test", "known.test", "Mara@acme.test", "mara@acme.test"})
                entries.append({QLatin1String(pattern), QStringLiteral("list"), SuppressionSource::Import, {}, {}});
            const auto done = t.suppress(entries);
            added = done.value_or(-1);
            return done ? Result<void>() : Result<void>(done.error());
        });
        QCOMPARE(added, 2);
        QVERIFY(f.lastChanges.suppressions);
        const auto state = [&](int i) { return f.read([&](ReadSession &s) { return s.ledgerRow(ids.at(i)); })->state; };
        QCOMPARE(state(0), LedgerState::Failed);
        QCOMPARE(state(1), LedgerState::Failed);
        QCOMPARE(state(2), LedgerState::Queued);
        const auto refused = f.subject->writeAndWait("test", [](WriteTransaction &t) -> Result<void> {
            const auto done = t.suppress(QList<Suppression>{{QStringLiteral("good.test"), {}, {}, {}, {}}, {QStringLiteral("no pattern"), {}, {}, {}, {}}});
            return done ? Result<void>() : Result<void>(done.error());
        });
        QCOMPARE(refused.error().kind, ErrorKind::Config);
        QVERIFY(!f.read([](ReadSession &s) { return s.isSuppressed(QStringLiteral("a@good.test")); }).value());
    }
};

INLET_TEST(tst_Suppressions)
#include "tst_Suppressions.moc"
