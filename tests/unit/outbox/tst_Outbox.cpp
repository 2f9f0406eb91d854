// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;
using store::LedgerRow;
using store::LedgerState;

namespace
{

bool isSuppressed(OutboxFixture &f, const QString &address)
{
    bool suppressed = false;
    f.store->readHere([&](store::ReadSession &session) { suppressed = session.isSuppressed(address).value_or(false); });
    return suppressed;
}

} // namespace

/// From the undo window to the server's answer.
class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoWindow_isSentWhenItIsOver()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 10s);
        f.open();
        f.settle();
        QCOMPARE(f.state(id), LedgerState::UndoWindow);
        f.pass(9s);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::UndoWindow);
        f.pass(1s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.timesTaken(QStringLiteral("a")), 1);
        QCOMPARE(f.smtp.mails().first().raw, OutboxFixture::bytesOf(QStringLiteral("a")));
        QCOMPARE(f.row(id).serverReply, "250 2.0.0 queued");
        QCOMPARE(f.row(id).attempts, 1);
    }

    void sendNow_endsTheUndoWindow()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 1h);
        f.open();
        f.subject->sendNow(id);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void cancel_inTime_nothingIsSent()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 10s);
        f.open();
        QVERIFY(cancelled(f, id));
        QCOMPARE(f.state(id), LedgerState::Cancelled);
        f.pass(1h);
        f.settle();
        QCOMPARE(f.smtp.connections(), 0);
    }

    void cancel_onItsWay_isAConflict()
    {
        OutboxFixture f;
        f.smtp.hold();
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QVERIFY(f.smtp.waitUntilHeld());
        const auto done = cancelled(f, id);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        f.smtp.release();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void refusedForGood_failsWithServersWords()
    {
        OutboxFixture f;
        f.smtp.refuseNext("554 5.6.1 media not supported");
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Failed);
        QCOMPARE(f.row(id).serverReply, "554 5.6.1 media not supported");
        QVERIFY(f.row(id).note.contains(QLatin1String("media not supported")));
        f.pass(72h);
        f.settle();
        QCOMPARE(f.smtp.connections(), 1);
        f.subject->retry(id);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void deadAddress_isNotWrittenToAgain_untilLifted()
    {
        OutboxFixture f;
        f.smtp.refuseNext("550 5.1.1 no such user");
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Failed);
        const QString address = f.row(id).recipients.first();
        QTRY_VERIFY(isSuppressed(f, address));
        f.subject->retry(id);
        QTRY_VERIFY(f.row(id).note.contains(QLatin1String("do-not-contact")));
        QCOMPARE(f.smtp.connections() <= 2, true);
        QVERIFY(f.smtp.mails().isEmpty());
        QVERIFY(f.store->writeAndWait("lift", [&](store::WriteTransaction &t) { return t.unsuppress(address); }));
        f.subject->retry(id);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void refusedForNow_isTriedAgainWhenDue()
    {
        OutboxFixture f;
        f.smtp.refuseNext("450 4.2.1 slow down");
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.row(id).attempts, 1);
        QTRY_COMPARE(f.state(id), LedgerState::Queued);
        QCOMPARE(f.row(id).dueAt, f.clock.nowUtc().addSecs(60));
        f.subject->wake(); // not a matter of the network: stays
        f.pass(59s);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::Queued);
        f.pass(1s);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.timesTaken(QStringLiteral("a")), 1);
    }

    void lostBeforeDot_isSentAgainAtOnceWhenNetworkIsBack()
    {
        OutboxFixture f;
        f.smtp.loseConnectionBeforeDot();
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.row(id).dueAt, f.clock.nowUtc().addSecs(5));
        f.settle();
        f.subject->wake();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.timesTaken(QStringLiteral("a")), 1);
    }

    void unreachable_waitsLongerEachTime()
    {
        OutboxFixture f;
        f.smtp.failConnect({ErrorKind::Network, QStringLiteral("refused"), {}, "connect-refused"}, 3);
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        for (const int seconds : {5, 10, 20}) {
            QTRY_COMPARE(f.row(id).dueAt, f.clock.nowUtc().addSecs(seconds));
            QCOMPARE(f.state(id), LedgerState::Queued);
            QVERIFY(!f.row(id).note.isEmpty());
            f.settle();
            f.pass(std::chrono::seconds(seconds));
        }
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void suppressed_meanwhile_isNotSent()
    {
        OutboxFixture f;
        const LedgerId id = f.add(QStringLiteral("a"), 10s);
        f.open();
        QVERIFY(f.store->writeAndWait("suppress", [](store::WriteTransaction &t) {
            return t.suppress(QStringLiteral("customers.test"), QStringLiteral("asked to"));
        }));
        QCOMPARE(f.state(id), LedgerState::Failed);
        QVERIFY(f.row(id).note.contains(QLatin1String("do-not-contact")));
        f.pass(10s);
        QVERIFY(f.smtp.mails().isEmpty());
    }

    void tooManyBounces_holdMailToStrangers_untilTheUserSays()
    {
        OutboxFixture f;
        f.openStore();
        QVERIFY(f.store->writeAndWait("earlier mail", [&f](store::WriteTransaction &t) -> Result<void> {
            for (int i = 0; i < 20; ++i) {
                store::LedgerRow row;
                row.account = f.account;
                row.messageId = QStringLiteral("earlier%1@sales.test").arg(i);
                row.recipients = {QStringLiteral("p%1@customers.test").arg(i)};
                row.state = LedgerState::Sent;
                const auto id = t.addLedger(row, "bytes");
                mime::ParsedMessage parsed;
                parsed.header.messageId = row.messageId;
                parsed.header.from = {{{}, QStringLiteral("rep@sales.test")}};
                parsed.header.to = {{{}, row.recipients.first()}};
                if (const auto filed = t.fileOwnMessage(*id, parsed); !filed)
                    return filed;
                if (i >= 2)
                    continue;
                store::BounceFact dead;
                dead.account = f.account;
                dead.ledger = *id;
                dead.recipient = row.recipients.first();
                dead.type = triage::BounceType::Hard;
                if (const auto noted = t.recordRefusal(dead); !noted)
                    return noted;
            }
            return {};
        }));
        const LedgerId first = f.add(QStringLiteral("a"));
        // That the network was away before is no reason to let it go.
        const LedgerId second = f.add(QStringLiteral("b"), 0s, [](LedgerRow &row) { row.attempts = 3; });
        f.open();
        QTRY_VERIFY(f.row(first).note.startsWith(QLatin1String("Held")));
        QTRY_VERIFY(f.row(second).note.startsWith(QLatin1String("Held")));
        QCOMPARE(f.state(first), LedgerState::Queued);
        f.subject->wake();
        f.pass(1h);
        QVERIFY(f.smtp.mails().isEmpty());
        f.subject->sendNow(first);
        QTRY_COMPARE(f.state(first), LedgerState::Accepted);
        f.settle();
        QCOMPARE(f.state(second), LedgerState::Queued); // one word, one message
        QCOMPARE(f.smtp.mails().size(), 1);
    }

    void damagedOctets_failThatMessage_andNoOther()
    {
        OutboxFixture f;
        const LedgerId damaged = f.add(QStringLiteral("a"), 10s);
        const LedgerId sound = f.add(QStringLiteral("b"), 10s);
        f.damage(damaged);
        f.open();
        f.pass(10s);
        QTRY_COMPARE(f.state(damaged), LedgerState::Failed);
        QVERIFY(f.row(damaged).note.contains(QLatin1String("damaged")));
        QTRY_COMPARE(f.state(sound), LedgerState::Accepted);
    }

    void partlyRefused_saysWhoDidNotGetIt()
    {
        OutboxFixture f;
        f.smtp.refuseRecipientOfNext(QStringLiteral("b@customers.test"), "550 5.1.1 unknown");
        const LedgerId id = f.add(QStringLiteral("a"), 0s, [](LedgerRow &row) {
            row.recipients.append(QStringLiteral("b@customers.test"));
        });
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QVERIFY(f.row(id).note.contains(QLatin1String("b@customers.test (550 5.1.1 unknown)")));
        // A refusal of an address is a bounce: it is never written to again.
        QTRY_VERIFY(isSuppressed(f, QStringLiteral("b@customers.test")));
        QVERIFY(!isSuppressed(f, QStringLiteral("c@customers.test")));
        f.subject->sentCopySeen(f.account, QStringLiteral("a@sales.test"));
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(f.row(id).note.contains(QLatin1String("b@customers.test")));
    }

    void manyRows_oneConnectionAnAccount()
    {
        OutboxFixture f;
        const AccountId other = f.addAccount(QStringLiteral("rep2@sales.test"), accounts::SentPolicy::ProviderFiles);
        QList<LedgerId> ids;
        for (int i = 0; i < 6; ++i)
            ids.append(f.add(QStringLiteral("m%1").arg(i), 0s, [&](LedgerRow &row) {
                if (i % 2)
                    row.account = other;
            }));
        f.open();
        for (const LedgerId id : ids)
            QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.smtp.connections(), 2);
        QCOMPARE(f.smtp.mails().size(), 6);
    }

    void oneFailure_doesNotStopTheOthers()
    {
        OutboxFixture f;
        f.smtp.refuseNext("554 5.7.1 spam");
        const LedgerId bad = f.add(QStringLiteral("bad"));
        const LedgerId good = f.add(QStringLiteral("good"));
        f.open();
        QTRY_COMPARE(f.state(bad), LedgerState::Failed);
        QTRY_COMPARE(f.state(good), LedgerState::Accepted);
        QCOMPARE(f.smtp.connections(), 1);
    }

    void twoOutboxes_oneLedger_oneMail()
    {
        OutboxFixture f;
        QList<LedgerId> ids;
        for (int i = 0; i < 20; ++i)
            ids.append(f.add(QStringLiteral("m%1").arg(i), 10s));
        f.open();
        auto first = std::move(f.subject);
        f.open();
        f.clock.advance(10s);
        first->sentCopySeen({}, {});
        f.subject->sentCopySeen({}, {});
        for (const LedgerId id : ids)
            QTRY_VERIFY(f.state(id) != LedgerState::UndoWindow && f.state(id) != LedgerState::Sending);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(f.timesTaken(QStringLiteral("m%1").arg(i)), 1);
        first.reset();
    }

    void draft_staysUntilAccepted()
    {
        OutboxFixture f;
        store::Draft draft;
        draft.account = f.account;
        draft.text = QStringLiteral("hello");
        QVERIFY(f.store->writeAndWait("draft", [&](store::WriteTransaction &t) -> Result<void> {
            const auto saved = t.saveDraft(draft);
            if (!saved)
                return saved.error();
            draft.id = *saved;
            return {};
        }));
        f.smtp.refuseNext("554 5.6.1 no");
        const LedgerId id = f.add(QStringLiteral("a"), 0s, [&](LedgerRow &row) { row.draft = draft.id; });
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Failed);
        QVERIFY(hasDraft(f, draft.id));
        f.subject->retry(id);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QVERIFY(!hasDraft(f, draft.id));
    }

private:
    static Result<void> cancelled(OutboxFixture &f, LedgerId id)
    {
        Channel<Result<void>> answers;
        f.subject->cancel(id, [&](const Result<void> &done) { answers.push(done); });
        return answers.pop({}).value_or(Error{});
    }

    static bool hasDraft(OutboxFixture &f, DraftId id)
    {
        bool there = false;
        f.store->readHere([&](store::ReadSession &session) { there = session.draft(id).has_value(); });
        return there;
    }
};

INLET_TEST(tst_Outbox)
#include "tst_Outbox.moc"
