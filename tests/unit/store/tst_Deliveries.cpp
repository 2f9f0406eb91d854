// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

IncomingMessage report(StoreFixture &f, quint32 number, const char *original, const char *recipient)
{
    IncomingMessage message = MailBuilder(QStringLiteral("dsn%1@mx.test").arg(number)).from("MAILER-DAEMON@mx.test")
                                  .to("anna@us.test").minute(int(100 + number)).bounceOf(original, recipient)
                                  .in(f.anna.inbox, 100 + number);
    message.verdict.bounce = triage::BounceType::Hard;
    message.verdict.bouncedRecipients = {{QString::fromUtf8(recipient), triage::BounceType::Hard, "5.1.1",
        QStringLiteral("there is no such mailbox"), QStringLiteral("550 5.1.1 no such user")}};
    return message;
}

void write(StoreFixture &f, int number, const char *address, int minute)
{
    f.ingest(MailBuilder(QStringLiteral("out%1@us.test").arg(number)).from("anna@us.test").to(address).own().seen().minute(minute)
                 .in(f.anna.sent, quint32(number)));
}

ConversationId conversationWith(StoreFixture &f, const char *address)
{
    for (const ConversationRow &row : f.everything()) {
        if (row.prospectAddress == QLatin1String(address))
            return row.id;
    }
    return {};
}

MessageItem itemOf(StoreFixture &f, ConversationId conversation, const char *messageId)
{
    for (const MessageItem &item : f.messages(conversation)) {
        if (item.messageId == QLatin1String(messageId))
            return item;
    }
    return {};
}

LeadInfo leadOf(StoreFixture &f, ConversationId conversation)
{
    return *f.read([&](ReadSession &s) { return s.lead(conversation); });
}

} // namespace

class tst_Deliveries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void report_namesTheMailOfOurs()
    {
        StoreFixture f;
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("out1@us.test");
            row.recipients = {QStringLiteral("mara@acme.test")};
            const auto added = t.addLedger(row, "bytes");
            return added ? Result<void>() : Result<void>(added.error());
        });
        write(f, 1, "mara@acme.test", 1);
        write(f, 2, "mara@acme.test", 2);
        f.ingest(report(f, 1, "out1@us.test", "mara@acme.test"));
        const ConversationId id = conversationWith(f, "mara@acme.test");
        const QList<BounceFact> bounces = itemOf(f, id, "out1@us.test").bounces;
        QCOMPARE(bounces.size(), 1);
        QCOMPARE(bounces.first().type, triage::BounceType::Hard);
        QCOMPARE(bounces.first().reason, QStringLiteral("there is no such mailbox"));
        QCOMPARE(bounces.first().diagnostic, QStringLiteral("550 5.1.1 no such user"));
        QVERIFY(itemOf(f, id, "out2@us.test").bounces.isEmpty());
    }

    void report_ofMailThatLeftElsewhere_isAboutTheNewestToThem()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        write(f, 2, "mara@acme.test", 2);
        write(f, 3, "mara@acme.test", 900); // after the report
        f.ingest(report(f, 1, "", "mara@acme.test"));
        const ConversationId id = conversationWith(f, "mara@acme.test");
        QVERIFY(itemOf(f, id, "out1@us.test").bounces.isEmpty());
        QCOMPARE(itemOf(f, id, "out2@us.test").bounces.size(), 1);
        QVERIFY(itemOf(f, id, "out3@us.test").bounces.isEmpty());
    }

    void refusalWhileSending_countsForItsRow()
    {
        StoreFixture f;
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("out1@us.test");
            row.recipients = {QStringLiteral("mara@acme.test"), QStringLiteral("jo@acme.test")};
            const LedgerId id = *t.addLedger(row, "bytes");
            return t.recordRefusal({f.anna.id, {}, id, QStringLiteral("jo@acme.test"), triage::BounceType::Hard, "5.1.1",
                QStringLiteral("there is no such mailbox"), QStringLiteral("550 5.1.1 no"), {}});
        });
        write(f, 1, "mara@acme.test, jo@acme.test", 1);
        const MessageItem item = itemOf(f, conversationWith(f, "mara@acme.test"), "out1@us.test");
        QVERIFY(item.ledger);
        QVERIFY(item.ledgerAt.isValid());
        QCOMPARE(item.bounces.size(), 1);
        QCOMPARE(item.bounces.first().recipient, QStringLiteral("jo@acme.test"));
    }

    void answered_onlyTheMailThatTheyName()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        write(f, 2, "mara@acme.test", 2);
        const ConversationId id = conversationWith(f, "mara@acme.test");
        f.ingest(MailBuilder("auto@acme.test").from("mara@acme.test").to("anna@us.test").outOfOffice("out1@us.test").minute(3).in(f.anna.inbox, 1));
        QVERIFY(!itemOf(f, id, "out1@us.test").answered); // a machine has answered
        f.ingest(MailBuilder("in@acme.test").from("mara@acme.test").to("anna@us.test").inReplyTo("out2@us.test")
                     .references({QStringLiteral("out1@us.test"), QStringLiteral("out2@us.test")}).minute(4).in(f.anna.inbox, 2));
        QVERIFY(!itemOf(f, id, "out1@us.test").answered);
        QVERIFY(itemOf(f, id, "out2@us.test").answered);
        QVERIFY(!itemOf(f, id, "in@acme.test").answered);
    }

    void addresses_haveTheirState_untilTheyWriteAgain()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        const ConversationId id = conversationWith(f, "mara@acme.test");
        QVERIFY(leadOf(f, id).states.isEmpty());
        f.ingest(report(f, 1, "out1@us.test", "mara@acme.test"));
        const QList<AddressState> states = leadOf(f, id).states;
        QCOMPARE(states.size(), 1);
        QCOMPARE(states.first().address, QStringLiteral("mara@acme.test"));
        QVERIFY(states.first().bounce && states.first().bounce->type == triage::BounceType::Hard);
        QVERIFY(states.first().suppression); // a dead address is on the list
        f.change([](WriteTransaction &t) { return t.unsuppress(QStringLiteral("mara@acme.test")); });
        QVERIFY(!leadOf(f, id).states.first().suppression);
        f.ingest(MailBuilder("in@acme.test").from("mara@acme.test").to("anna@us.test").inReplyTo("out1@us.test").minute(500).in(f.anna.inbox, 1));
        QVERIFY(leadOf(f, id).states.isEmpty());
    }

    void ruledMail_saysWhichRule()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        f.change([](WriteTransaction &t) -> Result<void> {
            const auto added = t.addRule({{}, Rule::Field::Domain, QStringLiteral("acme.test"), Category::Interested, {}});
            return added ? Result<void>() : Result<void>(added.error());
        });
        f.ingest(MailBuilder("in@acme.test").from("mara@acme.test").to("anna@us.test").inReplyTo("out1@us.test").minute(4).in(f.anna.inbox, 2));
        const MessageItem item = itemOf(f, conversationWith(f, "mara@acme.test"), "in@acme.test");
        QVERIFY(item.ruled && *item.ruled == Category::Interested);
        QCOMPARE(item.ruleWords, QStringLiteral("mail from acme.test is Interested"));
        QVERIFY(!itemOf(f, item.conversation, "out1@us.test").ruled);
        const QList<DecisionRecord> log = *f.read([](ReadSession &s) { return s.decisions({}, 10); });
        QCOMPARE(log.size(), 2); // the rule itself is a decision
        const auto sorted = std::find_if(log.cbegin(), log.cend(), [](const DecisionRecord &r) { return r.verb == QLatin1String("rule"); });
        QVERIFY(sorted != log.cend());
        QCOMPARE(sorted->argument, QStringLiteral("Interested"));
        QCOMPARE(sorted->conversation, item.conversation);
    }

    void decisions_knowTheirConversation_andTheirStep()
    {
        StoreFixture f;
        write(f, 1, "Mara Petersen <mara@acme.test>", 1);
        f.ingest(MailBuilder("in@acme.test").from("Mara Petersen <mara@acme.test>").to("anna@us.test").inReplyTo("out1@us.test").minute(4).in(f.anna.inbox, 2));
        const ConversationId id = conversationWith(f, "mara@acme.test");
        const UndoId first = f.apply(TriageVerb::Star, id);
        const UndoId second = f.apply(TriageVerb::SetCategory, id, Category::Interested);
        const auto newest = [&f] { return *f.read([](ReadSession &s) { return s.decisions({}, 10); }); };
        QList<DecisionRecord> records = newest();
        QCOMPARE(records.size(), 2);
        const auto of = [&](UndoId step) {
            const auto found = std::find_if(records.cbegin(), records.cend(), [&](const DecisionRecord &r) { return r.step == step; });
            return found == records.cend() ? DecisionRecord() : *found;
        };
        QCOMPARE(of(first).verb, QStringLiteral("star"));
        QCOMPARE(of(second).argument, QStringLiteral("Interested"));
        QCOMPARE(of(second).conversation, id);
        QCOMPARE(of(second).name, QStringLiteral("Mara Petersen"));
        f.undo();
        records = newest();
        QVERIFY(!of(second).step.isValid()); // it is no step any more
        const auto taken = std::find_if(records.cbegin(), records.cend(), [](const DecisionRecord &r) { return r.verb == QLatin1String("categorize"); });
        QVERIFY(taken->takenBack);
        QCOMPARE(taken->conversation, id); // by the mail that it was about
        QCOMPARE(taken->name, QStringLiteral("Mara Petersen"));
    }

    void recipients_otherConversations_openOrNo()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        write(f, 2, "jo@acme.test", 2);
        write(f, 3, "kim@acme.test", 3);
        write(f, 4, "pat@gmail.com", 4);
        write(f, 5, "lou@gmail.com", 5);
        const auto names = [&](const RecipientQuery &query) {
            QStringList out;
            const RecipientFacts facts = *f.read([&](ReadSession &s) { return s.recipientFacts(query); });
            for (const ConversationRow &row : facts.others)
                out.append(row.prospectAddress);
            return out;
        };
        const ConversationId mara = conversationWith(f, "mara@acme.test");
        const ConversationId jo = conversationWith(f, "jo@acme.test");
        const ConversationId kim = conversationWith(f, "kim@acme.test");
        QCOMPARE(names({{}, mara, {}}), QStringList({QStringLiteral("kim@acme.test"), QStringLiteral("jo@acme.test")}));
        f.apply(TriageVerb::Archive, kim);
        QCOMPARE(names({{}, mara, {}}), QStringList{QStringLiteral("jo@acme.test")}); // it is closed
        f.apply(TriageVerb::SetCategory, kim, Category::NotInterested);
        QCOMPARE(names({{}, mara, {}}), QStringList({QStringLiteral("kim@acme.test"), QStringLiteral("jo@acme.test")})); // but a "no" counts
        f.apply(TriageVerb::MoveToOther, jo);
        QCOMPARE(names({{}, mara, {}}), QStringList{QStringLiteral("kim@acme.test")});
        QVERIFY(names({{QStringLiteral("Pat@Gmail.com")}, conversationWith(f, "pat@gmail.com"), {}}).isEmpty()); // everybody's domain
        QCOMPARE(names({{QStringLiteral("pat@gmail.com")}, {}, {}}), QStringList{QStringLiteral("pat@gmail.com")}); // a new mail to the same person
    }

    void recipients_clock_isThatOfTheirNewestMail()
    {
        StoreFixture f;
        write(f, 1, "mara@acme.test", 1);
        const ConversationId id = conversationWith(f, "mara@acme.test");
        const auto offset = [&] { return f.read([&](ReadSession &s) { return *s.recipientFacts({{}, id, {}}); }).utcOffset; };
        QVERIFY(!offset());
        const auto mail = [&](const char *name, int minute, quint32 uid, const char *date) {
            IncomingMessage message = MailBuilder(name).from("mara@acme.test").to("anna@us.test").inReplyTo("out1@us.test").minute(minute).in(f.anna.inbox, uid);
            message.raw = QByteArray("From: mara@acme.test\r\nDate: ") + date + "\r\nMessage-ID: <" + name + ">\r\n\r\nHello\r\n";
            f.ingest(message);
        };
        mail("a@acme.test", 10, 1, "Mon, 2 Mar 2026 18:10:00 +0900");
        QCOMPARE(offset(), std::optional(540));
        mail("b@acme.test", 20, 2, "Mon, 2 Mar 2026 09:20:00 +0000"); // many servers write that, wherever they are
        QCOMPARE(offset(), std::optional(540));
        mail("c@acme.test", 30, 3, "Mon, 2 Mar 2026 04:00:00 -0530");
        QCOMPARE(offset(), std::optional(-330));
    }

    void recipients_otherCompanies_inTheText()
    {
        StoreFixture f;
        write(f, 1, "Mara Petersen <mara@acme.test>", 1);
        write(f, 2, "jo@nordlicht.test", 2);
        write(f, 3, "kim@north-star.test", 3);
        write(f, 4, "lee@monday.test", 4);
        write(f, 5, "ann@petersen.test", 5);
        const auto named = [&](const char *words) {
            const RecipientQuery query{{QStringLiteral("mara@acme.test")}, {}, QString::fromUtf8(words)};
            return f.read([&](ReadSession &s) { return *s.recipientFacts(query); }).otherCompanies;
        };
        QVERIFY(named("Hello Mara, how is Acme? See you on Monday, Mrs Petersen.").isEmpty());
        QCOMPARE(named("I saw that Nordlicht is growing."), QStringList{QStringLiteral("nordlicht.test")});
        QVERIFY(named("we saw nordlicht last night").isEmpty()); // no name
        QCOMPARE(named("As we do for North Star."), QStringList{QStringLiteral("north-star.test")});
    }
};

INLET_TEST(tst_Deliveries)
#include "tst_Deliveries.moc"
