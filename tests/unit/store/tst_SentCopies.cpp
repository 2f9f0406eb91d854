// SPDX-License-Identifier: GPL-3.0-or-later
#include "Outreach.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

/// What we send: in its conversation at once, and the same message as the copy in Sent.
class tst_SentCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentCopy_joinsTheFiledMessage()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).inReplyTo("out1@us.test"));
        const ConversationId conversation = f.everything().first().id;
        LedgerRow row;
        row.account = f.anna.id;
        row.conversation = conversation;
        row.messageId = QStringLiteral("answer@us.test");
        row.state = LedgerState::Accepted;
        const IncomingMessage sent = MailBuilder("answer@us.test").from("anna@us.test").to("mara@acme.test").own()
                                         .inReplyTo("in1@acme.test").minute(30).seen().in(f.anna.sent, 2);
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, sent.raw);
            return t.fileOwnMessage(row.id, sent.parsed);
        });
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        auto items = f.messages(conversation);
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.last().ledger, std::optional(LedgerState::Accepted));
        QCOMPARE(f.list(Scope::Outbox).size(), 1);
        f.change([&](WriteTransaction &t) { return t.fileOwnMessage(row.id, sent.parsed); });
        f.ingest(sent);
        items = f.messages(conversation);
        QCOMPARE(items.size(), 3);
        QCOMPARE(f.read([&](ReadSession &s) { return s.locations(items.last().id); })->size(), 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void cancelledSend_leavesItsConversation()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f).inReplyTo("out1@us.test"));
        const ConversationId conversation = f.everything().first().id;
        const IncomingMessage ours
            = MailBuilder("answer@us.test").from("anna@us.test").to("mara@acme.test").own().inReplyTo("in1@acme.test").minute(30).build();
        LedgerRow row;
        row.account = f.anna.id;
        row.conversation = conversation;
        row.messageId = QStringLiteral("answer@us.test");
        row.state = LedgerState::UndoWindow;
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, ours.raw);
            return t.fileOwnMessage(row.id, ours.parsed);
        });
        QCOMPARE(f.messages(conversation).size(), 3);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        f.lastChanges = {};
        row.state = LedgerState::Cancelled;
        f.change([&](WriteTransaction &t) { return t.updateLedger(row, LedgerState::UndoWindow); });
        QCOMPARE(f.messages(conversation).size(), 2);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QVERIFY(!f.list(Scope::NeedsAnswer).first().weWroteLast);
        QCOMPARE(f.list(Scope::Outbox).size(), 0);
        QVERIFY(f.lastChanges.conversations.contains(conversation));
        QCOMPARE(f.inconsistency(), QString());
    }

    void cancelledSend_toSomebodyNew_leavesNoRow()
    {
        StoreFixture f;
        const IncomingMessage ours = MailBuilder("first@us.test").from("anna@us.test").to("new@acme.test").own().minute(30).build();
        LedgerRow row;
        row.account = f.anna.id;
        row.messageId = QStringLiteral("first@us.test");
        row.state = LedgerState::UndoWindow;
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, ours.raw);
            return t.fileOwnMessage(row.id, ours.parsed);
        });
        QCOMPARE(f.everything().size(), 1);
        row.state = LedgerState::Cancelled;
        f.change([&](WriteTransaction &t) { return t.updateLedger(row, LedgerState::UndoWindow); });
        QVERIFY(f.everything().isEmpty());
        QCOMPARE(f.inconsistency(), QString());
    }

    void cancelledSend_thatAServerHas_stays()
    {
        // Whatever the ledger says: what lies in Sent is mail.
        StoreFixture f;
        const IncomingMessage sent
            = MailBuilder("first@us.test").from("anna@us.test").to("new@acme.test").own().minute(30).in(f.anna.sent, 2);
        LedgerRow row;
        row.account = f.anna.id;
        row.messageId = QStringLiteral("first@us.test");
        row.state = LedgerState::Queued;
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, sent.raw);
            return t.fileOwnMessage(row.id, sent.parsed);
        });
        f.ingest(sent);
        row.state = LedgerState::Cancelled;
        f.change([&](WriteTransaction &t) { return t.updateLedger(row, LedgerState::Queued); });
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void outgoing_holdsOldFailuresBesideTheNewest()
    {
        StoreFixture f;
        for (int number = 0; number < 6; ++number) {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("m%1@us.test").arg(number);
            row.state = number == 0 ? LedgerState::Failed : LedgerState::Sent;
            f.change([&](WriteTransaction &t) -> Result<void> {
                const auto added = t.addLedger(row, "x");
                return added ? Result<void>() : Result<void>(added.error());
            });
        }
        const auto rows = f.read([](ReadSession &s) { return s.outgoing(2); });
        QVERIFY(bool(rows));
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->first().messageId, QStringLiteral("m5@us.test"));
        QCOMPARE(rows->last().state, LedgerState::Failed);
    }

    void sentCopy_underAnotherMessageId_joinsTheFiledMessage()
    {
        StoreFixture f;
        LedgerRow row;
        row.account = f.anna.id;
        row.messageId = QStringLiteral("answer@us.test");
        row.state = LedgerState::Accepted;
        MailBuilder mail("answer@us.test");
        mail.from("anna@us.test").to("mara@acme.test").own().minute(30);
        const IncomingMessage ours = mail.build();
        f.change([&](WriteTransaction &t) -> Result<void> {
            row.id = *t.addLedger(row, ours.raw);
            return t.fileOwnMessage(row.id, ours.parsed);
        });
        MailBuilder copy("replaced@prod.outlook.test");
        copy.from("anna@us.test").to("mara@acme.test").own().minute(30).in(f.anna.sent, 2);
        f.ingest(copy);
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 1);
        f.ingest(reply(f, "in@mail.test", 40).from("m@mail.test").inReplyTo("replaced@prod.outlook.test"));
        QCOMPARE(f.everything().size(), 1);
    }
};

INLET_TEST(tst_SentCopies)
#include "tst_SentCopies.moc"
