// SPDX-License-Identifier: GPL-3.0-or-later
#include "Outreach.h"
#include "support/TestMain.h"

#include <algorithm>
#include <ctime>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

class tst_Threading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer_byInReplyTo_joins()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).inReplyTo("out1@us.test"));
        const auto rows = f.list(Scope::All);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().messages, 2);
        QVERIFY(rows.first().isProspect);
        QCOMPARE(rows.first().prospectName, QStringLiteral("Mara"));
        QCOMPARE(rows.first().prospectAddress, QStringLiteral("mara@acme.test"));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QVERIFY(!rows.first().weWroteLast);
    }

    void answer_withoutAnyHeader_joinsByAddress()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).subject(QStringLiteral("Something else entirely")));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 2);
    }

    void answer_fromOtherAddress_joinsByHeader_andIsKnownThen()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).from("mara.private@mail.test").inReplyTo("out1@us.test"));
        f.ingest(reply(f, "in2@mail.test", 20).from("mara.private@mail.test").in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 3);
    }

    void references_withoutInReplyTo_join()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).from("m@elsewhere.test").references({QStringLiteral("out1@us.test"), QStringLiteral("lost@x")}));
        QCOMPARE(f.everything().size(), 1);
    }

    void siblings_ofAMailThatIsNotHere_join()
    {
        StoreFixture f;
        f.ingest(MailBuilder("b@x.test").from("x@x.test").to("anna@us.test").references({QStringLiteral("root@x")}).in(f.anna.inbox, 1));
        f.ingest(MailBuilder("c@y.test").from("y@y.test").to("anna@us.test").inReplyTo("root@x").in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 1);
        QVERIFY(!f.everything().first().isProspect);
    }

    void sameSubject_fromStrangers_staysApart()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f, "s1@p.test").from("pete@p.test").subject(QStringLiteral("Re: Quick question")));
        f.ingest(reply(f, "s2@q.test").from("quinn@q.test").subject(QStringLiteral("Re: Quick question")).in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 3);
        QCOMPARE(f.list(Scope::Other).size(), 2);
    }

    void oneProspect_inTwoMailboxes_isOneConversation()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(MailBuilder("out2@us.test").from("ben@us.test").to("mara@acme.test").own().minute(5)
                     .subject(QStringLiteral("Another topic")).in(f.ben.sent, 1));
        f.ingest(reply(f).to("ben@us.test").in(f.ben.inbox, 1));
        const auto rows = f.list(Scope::All);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().messages, 3);
        QCOMPARE(rows.first().accounts, (QList<AccountId>{f.ben.id, f.anna.id}));
    }

    void sameMessage_inTwoMailboxes_isTwoMessagesOneConversation()
    {
        StoreFixture f;
        MailBuilder mail("both@x.test");
        mail.from("x@x.test").to("anna@us.test, ben@us.test");
        f.ingest(mail.in(f.anna.inbox, 1));
        f.ingest(mail.in(f.ben.inbox, 1));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 2);
    }

    void reply_beforeSent_becomesProspect()
    {
        StoreFixture f;
        f.ingest(reply(f).inReplyTo("out1@us.test"));
        QCOMPARE(f.list(Scope::Other).size(), 1);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        const ConversationId before = f.everything().first().id;
        f.ingest(outreach(f));
        QCOMPARE(f.list(Scope::Other).size(), 0);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.everything().first().id, before);
        QCOMPARE(f.everything().first().messages, 2);
        QCOMPARE(f.inconsistency(), QString());
    }

    void replies_beforeSent_areMergedIntoTheOldestId_withTheirDecisions()
    {
        StoreFixture f;
        f.ingest(reply(f, "in1@acme.test", 10).inReplyTo("out1@us.test"));
        f.ingest(reply(f, "in2@acme.test", 20).inReplyTo("out2@us.test").in(f.anna.inbox, 2));
        f.ingest(reply(f, "in3@mail.test", 30).from("m@mail.test").inReplyTo("out1@us.test").in(f.anna.inbox, 3));
        const auto before = f.everything();
        QCOMPARE(before.size(), 2);
        const ConversationId oldest = std::min(before.at(0).id, before.at(1).id);
        const ConversationId newest = std::max(before.at(0).id, before.at(1).id);
        f.apply(TriageVerb::SetCategory, newest, Category::Interested);
        f.change([&](WriteTransaction &t) { return t.setNote(newest, QStringLiteral("call her")); });
        f.lastChanges = {};
        f.ingest(outreach(f));
        const auto after = f.everything();
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().id, oldest);
        QCOMPARE(after.first().messages, 4);
        QCOMPARE(after.first().category, Category::Interested);
        QCOMPARE(f.read([&](ReadSession &s) { return s.lead(oldest); })->note, QStringLiteral("call her"));
        QVERIFY(f.lastChanges.conversations.contains(oldest));
        QVERIFY(f.lastChanges.conversations.contains(newest));
        QCOMPARE(f.inconsistency(), QString());
    }

    void stranger_whoWroteFirst_isNoProspect_inAnyOrder()
    {
        const auto mails = [](const StoreFixture &f) {
            return QList<IncomingMessage>{
                MailBuilder("first@x.test").from("x@x.test").to("anna@us.test").minute(0).in(f.anna.inbox, 1),
                MailBuilder("ours@us.test").from("anna@us.test").to("x@x.test").own().minute(5)
                    .inReplyTo("first@x.test").in(f.anna.sent, 1),
                MailBuilder("second@x.test").from("x@x.test").to("anna@us.test").minute(9).in(f.anna.inbox, 2),
                MailBuilder("ours2@us.test").from("anna@us.test").to("x@x.test").own().minute(12)
                    .inReplyTo("second@x.test").in(f.anna.sent, 2)};
        };
        QList<int> order{0, 1, 2, 3};
        do {
            StoreFixture f;
            const auto all = mails(f);
            for (const int i : order)
                f.ingest(all.at(i));
            const QByteArray words = QByteArray::number(order[0]) + QByteArray::number(order[1])
                + QByteArray::number(order[2]) + QByteArray::number(order[3]);
            QVERIFY2(f.list(Scope::All).isEmpty(), words.constData());
            QVERIFY2(f.list(Scope::Other).size() == 2, words.constData());
            QVERIFY2(f.inconsistency().isEmpty(), words.constData());
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void prospect_inAnyOrder_isOneConversation()
    {
        QList<int> order{0, 1, 2, 3};
        do {
            StoreFixture f;
            const QList<IncomingMessage> all{outreach(f), reply(f).inReplyTo("out1@us.test"),
                MailBuilder("ours2@us.test").from("anna@us.test").to("mara@acme.test").own().minute(12)
                    .inReplyTo("in1@acme.test").in(f.anna.sent, 2),
                MailBuilder("new@acme.test").from("mara@acme.test").to("ben@us.test").minute(40).in(f.ben.inbox, 1)};
            for (const int i : order)
                f.ingest(all.at(i));
            QCOMPARE(f.list(Scope::All).size(), 1);
            QCOMPARE(f.list(Scope::All).first().messages, 4);
            QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
            QCOMPARE(f.inconsistency(), QString());
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void newPersonInCopyOfAThread_staysThere()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).inReplyTo("out1@us.test"));
        f.ingest(MailBuilder("out2@us.test").from("anna@us.test").to("bob@acme.test").cc("mara@acme.test").own()
                     .minute(20).inReplyTo("in1@acme.test").in(f.anna.sent, 2));
        f.ingest(reply(f, "bob1@acme.test", 30).from("bob@acme.test").in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 4);
    }

    void twoProspects_areNeverJoinedByAHeader()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(MailBuilder("out2@us.test").from("anna@us.test").to("bob@acme.test").own().minute(1).in(f.anna.sent, 2));
        f.ingest(reply(f, "bob1@acme.test").from("bob@acme.test").inReplyTo("out1@us.test"));
        const auto rows = f.list(Scope::All);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(f.list(Scope::NeedsAnswer).first().prospectAddress, QStringLiteral("bob@acme.test"));
    }

    void newsletter_ofAProspectsDomain_isOther()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f, "news@acme.test").from("mara@acme.test").kind(triage::Kind::Other));
        f.ingest(reply(f, "news2@acme.test").from("news@acme.test").kind(triage::Kind::Other)
                     .references({QStringLiteral("out1@us.test")}).inReplyTo("unknown@acme.test").in(f.anna.inbox, 2));
        QCOMPARE(f.list(Scope::All).size(), 1);
        QCOMPARE(f.list(Scope::All).first().messages, 1);
        QCOMPARE(f.list(Scope::Other).size(), 2);
    }

    void bounce_joinsTheOriginal_inAnyOrder()
    {
        for (const bool bounceFirst : {false, true}) {
            StoreFixture f;
            const IncomingMessage bounce = MailBuilder("b@mx.test").from("mailer-daemon@mx.test").to("anna@us.test")
                                               .bounceOf("out1@us.test", "mara@acme.test").minute(2).in(f.anna.inbox, 1);
            if (bounceFirst)
                f.ingest(bounce);
            f.ingest(outreach(f));
            if (!bounceFirst)
                f.ingest(bounce);
            QCOMPARE(f.everything().size(), 1);
            const auto row = f.everything().first();
            QCOMPARE(row.messages, 2);
            QCOMPARE(row.category, Category::Bounce);
            QCOMPARE(row.categorySource, CategorySource::Automatic);
            QCOMPARE(f.list(Scope::Bounces).size(), 1);
            QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        }
    }

    void bounce_withoutOriginalId_joinsByFailedRecipient()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(MailBuilder("b@mx.test").from("mailer-daemon@mx.test").to("anna@us.test")
                     .bounceOf("", "Mara@Acme.test").in(f.anna.inbox, 1));
        QCOMPARE(f.everything().size(), 1);
    }

    void outOfOffice_isNoAnswer()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f, "ooo@acme.test").outOfOffice("out1@us.test"));
        auto row = f.list(Scope::All).first();
        QCOMPARE(row.messages, 2);
        QCOMPARE(row.category, Category::OutOfOffice);
        QVERIFY(row.weWroteLast);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        f.ingest(reply(f, "in2@acme.test", 60).inReplyTo("out1@us.test").in(f.anna.inbox, 2));
        row = f.list(Scope::NeedsAnswer).first();
        QCOMPARE(row.category, Category::Unsorted);
        // A machine's mail after it does not make the human one answered.
        f.ingest(reply(f, "ooo2@acme.test", 61).outOfOffice("out1@us.test").in(f.anna.inbox, 3));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
    }

    void ownFollowUp_joinsItsProspect()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(outreach(f, "out2@us.test", 60).inReplyTo("out1@us.test").in(f.anna.sent, 2));
        QCOMPARE(f.list(Scope::AwaitingReply).size(), 1);
        QCOMPARE(f.list(Scope::Sent).first().messages, 2);
    }

    void mailBetweenOurMailboxes_isOther()
    {
        StoreFixture f;
        MailBuilder mail("w@us.test");
        mail.from("anna@us.test").to("ben@us.test").own();
        f.ingest(mail.in(f.anna.sent, 1));
        f.ingest(mail.in(f.ben.inbox, 1));
        QCOMPARE(f.everything().size(), 1);
        QVERIFY(!f.everything().first().isProspect);
    }

    void strayReply_inJunk_isShown_strangersJunkIsNot()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).inReplyTo("out1@us.test").in(f.anna.junk, 1));
        f.ingest(reply(f, "spam@x.test").from("spam@x.test").in(f.anna.junk, 2));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::Other).size(), 0);
    }

    void floodOfAStranger_staysLinear()
    {
        StoreFixture f;
        const auto flood = [&](int from, int count, int atOnce) {
            const std::clock_t begin = std::clock(); // of the processor: the machine may be busy
            for (int i = from; i < from + count; i += atOnce) {
                QList<IncomingMessage> mails;
                for (int k = i; k < i + atOnce; ++k) {
                    mails.append(reply(f, ("s" + QByteArray::number(k) + "@spam.test").constData(), k)
                                     .from("spam@spam.test").in(f.anna.inbox, quint32(k)));
                }
                f.ingest(mails);
            }
            return qint64(std::clock() - begin);
        };
        const qint64 first = flood(1, 300, 10);
        flood(301, 9000, 500);
        const qint64 last = flood(9301, 300, 10);
        QVERIFY2(last < 4 * first, qPrintable(QStringLiteral("%1 then %2").arg(first).arg(last)));
    }

    void veryLongThread_staysLinear()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        const auto grow = [&](int from, int count, int atOnce) {
            const std::clock_t begin = std::clock();
            for (int i = from; i < from + count; i += atOnce) {
                QList<IncomingMessage> mails;
                for (int k = i; k < i + atOnce; ++k) {
                    mails.append(reply(f, ("f" + QByteArray::number(k) + "@acme.test").constData(), k)
                                     .inReplyTo(("f" + QByteArray::number(k - 1) + "@acme.test").constData())
                                     .in(f.anna.inbox, quint32(k)));
                }
                f.ingest(mails);
            }
            return qint64(std::clock() - begin);
        };
        const qint64 first = grow(1, 300, 10); // as it comes in: many small commands
        grow(301, 4400, 400);
        const qint64 last = grow(4701, 300, 10);
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 5001);
        QVERIFY2(last < 4 * first, qPrintable(QStringLiteral("%1 then %2").arg(first).arg(last)));
        QCOMPARE(f.inconsistency(), QString());
    }
};

INLET_TEST(tst_Threading)
#include "tst_Threading.moc"
