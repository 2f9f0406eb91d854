// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;
using accounts::SentPolicy;
using store::LedgerRow;
using store::LedgerState;

namespace
{

const QString kName = QStringLiteral("a");
const QByteArray kMessageId = "a@sales.test";

int looks(const OutboxFixture &f)
{
    return f.imap.count(FakeCall::SearchMessageId);
}


} // namespace

/// From "accepted" or "unknown" to "in Sent".
class tst_SentConfirmation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void providerFiles_isFoundAndNeverAppended()
    {
        OutboxFixture f(SentPolicy::ProviderFiles);
        f.smtp.onTaken([&](const FakeSmtpServer::Mail &mail) { f.imap.deliver("Sent", mail.raw); });
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        QCOMPARE(looks(f), 0); // the provider needs a moment
        f.pass(5s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(!f.row(id).appended);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    void providerFiles_butDoesNot_isToldAndNotAppended()
    {
        OutboxFixture f(SentPolicy::ProviderFiles);
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        for (int i = 1; i <= 5; ++i) {
            f.pass(1800s);
            f.settle();
            QTRY_VERIFY(looks(f) >= 1);
        }
        QTRY_VERIFY(!f.row(id).note.isEmpty());
        QCOMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(f.imap.count(FakeCall::Append), 0);
    }

    void weAppend_oneCopy_seen()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(f.row(id).appended);
        QCOMPARE(f.copiesInSent(kName), 1);
        QCOMPARE(f.imap.messages("Sent").first().raw, OutboxFixture::bytesOf(kName));
        QVERIFY(f.imap.messages("Sent").first().flags.seen);
    }

    void weAppend_answerLost_stillOneCopy()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        f.imap.loseAnswer(FakeCall::Append, FakeImapServer::networkError());
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.imap.count(FakeCall::Append), 1);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::Accepted);
        f.pass(30s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    void weAppend_refused_isToldAndTriedAgain()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        f.imap.failNext(FakeCall::Append, {ErrorKind::ServerRefused, {}, "NO [OVERQUOTA] full", {}});
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_VERIFY(f.row(id).note.contains(QLatin1String("OVERQUOTA")));
        QCOMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        f.pass(30s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    void weAppend_noSentFolder_isMade()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        f.imap.removeFolder("Sent");
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(f.imap.folderNames().contains("Sent"));
    }

    void unknownPolicy_appendsAfterAMinute()
    {
        OutboxFixture f(SentPolicy::Unknown);
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        for (const auto moment : {5s, 15s}) {
            const int before = looks(f);
            f.pass(moment);
            QTRY_COMPARE(looks(f), before + 1);
            f.settle();
            QCOMPARE(f.state(id), LedgerState::Accepted);
            QCOMPARE(f.copiesInSent(kName), 0);
        }
        f.pass(40s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(f.row(id).appended);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    void unknownPolicy_providerFilesLate_noSecondCopy()
    {
        OutboxFixture f(SentPolicy::Unknown);
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        f.settle();
        f.pass(5s);
        QTRY_COMPARE(looks(f), 1);
        f.settle();
        f.imap.deliver("Sent", OutboxFixture::bytesOf(kName));
        f.pass(55s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QVERIFY(!f.row(id).appended);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    void lostAfterDot_foundInSent_isSent()
    {
        OutboxFixture f(SentPolicy::ProviderFiles);
        f.smtp.onTaken([&](const FakeSmtpServer::Mail &mail) { f.imap.deliver("Sent", mail.raw); });
        f.smtp.loseAnswer();
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Unknown);
        f.settle();
        f.pass(5s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.timesTaken(kName), 1);
    }

    void lostAfterDot_notInSent_isNeverSentAgain_data()
    {
        QTest::addColumn<int>("policy");
        QTest::newRow("provider files") << static_cast<int>(SentPolicy::ProviderFiles);
        QTest::newRow("we append") << static_cast<int>(SentPolicy::WeAppend);
        QTest::newRow("unknown") << static_cast<int>(SentPolicy::Unknown);
    }

    void lostAfterDot_notInSent_isNeverSentAgain()
    {
        QFETCH(int, policy);
        OutboxFixture f(static_cast<SentPolicy>(policy));
        f.smtp.loseAnswer();
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), LedgerState::Unknown);
        f.settle();
        int looked = 0;
        for (const auto moment : {5s, 15s, 40s, 240s, 1500s}) {
            f.pass(moment);
            ++looked;
            QTRY_COMPARE(looks(f), looked);
            f.settle();
        }
        f.subject->wake();
        f.pass(24h);
        f.settle();
        QCOMPARE(f.state(id), LedgerState::Unknown);
        QCOMPARE(f.imap.count(FakeCall::Append), 0);
        QCOMPARE(f.timesTaken(kName), 1);
        QVERIFY(f.row(id).note.contains(QLatin1String("did not confirm")));
        f.subject->retry(id); // the user's decision
        QTRY_COMPARE(f.timesTaken(kName), 2);
    }

    void orphan_isLookedUpBeforeAnythingIsSent()
    {
        OutboxFixture f(SentPolicy::ProviderFiles);
        const LedgerId orphan = f.add(QStringLiteral("orphan"));
        setSending(f, orphan);
        f.imap.deliver("Sent", OutboxFixture::bytesOf(QStringLiteral("orphan")));
        const LedgerId fresh = f.add(QStringLiteral("fresh"));
        f.imap.hold(FakeCall::SearchMessageId);
        outbox::OutboxOptions options;
        options.holdNew = true;
        f.open(options);
        QTRY_COMPARE(f.state(orphan), LedgerState::Unknown);
        QVERIFY(f.imap.waitUntilHeld(FakeCall::SearchMessageId));
        f.settle();
        QCOMPARE(f.state(fresh), LedgerState::UndoWindow);
        f.imap.release(FakeCall::SearchMessageId);
        QTRY_COMPARE(f.state(orphan), LedgerState::Sent);
        QTRY_COMPARE(f.state(fresh), LedgerState::Accepted);
        QCOMPARE(f.timesTaken(QStringLiteral("orphan")), 0);
    }

    void orphan_notFound_staysUnknown()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        const LedgerId orphan = f.add(kName);
        setSending(f, orphan);
        f.open();
        QTRY_COMPARE(looks(f), 1);
        f.settle();
        f.pass(24h);
        f.settle();
        QCOMPARE(f.state(orphan), LedgerState::Unknown);
        QVERIFY(f.smtp.mails().isEmpty());
        QCOMPARE(f.imap.count(FakeCall::Append), 0);
    }

    void endedWhileTheServerThinks_unknownThenFound()
    {
        OutboxFixture f(SentPolicy::ProviderFiles);
        f.smtp.onTaken([&](const FakeSmtpServer::Mail &mail) { f.imap.deliver("Sent", mail.raw); });
        f.smtp.hold();
        const LedgerId id = f.add(kName);
        outbox::OutboxOptions options;
        options.grace = 50ms;
        f.open(options);
        QVERIFY(f.smtp.waitUntilHeld());
        f.close();
        f.smtp.release();
        f.open();
        QCOMPARE(f.state(id), LedgerState::Unknown);
        f.settle();
        f.pass(5s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.timesTaken(kName), 1);
    }

    void endedInTime_graceLetsTheAnswerCome()
    {
        OutboxFixture f;
        f.smtp.hold();
        const LedgerId id = f.add(kName);
        outbox::OutboxOptions options;
        options.grace = 20s;
        f.open(options);
        QVERIFY(f.smtp.waitUntilHeld());
        std::jthread answer([&] { f.smtp.release(); });
        f.subject.reset();
        QCOMPARE(f.state(id), LedgerState::Accepted);
    }

    void sentCopySeen_closesTheRow_data()
    {
        QTest::addColumn<bool>("lost");
        QTest::newRow("accepted") << false;
        QTest::newRow("unknown") << true;
    }

    void sentCopySeen_closesTheRow()
    {
        QFETCH(bool, lost);
        OutboxFixture f;
        if (lost)
            f.smtp.loseAnswer();
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.state(id), lost ? LedgerState::Unknown : LedgerState::Accepted);
        f.subject->sentCopySeen(f.account, QStringLiteral("other@sales.test"));
        f.settle();
        QVERIFY(f.state(id) != LedgerState::Sent);
        f.subject->sentCopySeen(f.account, QString::fromLatin1(kMessageId));
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
    }

    void imapUnreachable_looksAgainLater()
    {
        OutboxFixture f(SentPolicy::WeAppend);
        f.imap.failNext(FakeCall::Connect, FakeImapServer::networkError(), 2);
        const LedgerId id = f.add(kName);
        f.open();
        QTRY_COMPARE(f.imap.count(FakeCall::Connect), 1);
        f.settle();
        f.pass(30s);
        QTRY_COMPARE(f.imap.count(FakeCall::Connect), 2);
        f.settle();
        f.pass(60s);
        QTRY_COMPARE(f.state(id), LedgerState::Sent);
        QCOMPARE(f.copiesInSent(kName), 1);
    }

    /// Whatever breaks and whenever the program ends: nothing is taken twice, nothing gets lost.
    void randomTroubles_neverTwice()
    {
        for (quint32 seed = 1; seed <= 8; ++seed)
            playRandomly(seed);
    }

private:
    static void setSending(OutboxFixture &f, LedgerId id)
    {
        QVERIFY(f.store->writeAndWait("kill", [&](store::WriteTransaction &t) -> Result<void> {
            auto row = t.ledgerRow(id);
            if (!row)
                return row.error();
            const LedgerState before = row->state;
            row->state = LedgerState::Sending;
            return t.updateLedger(*row, before);
        }));
    }

    static void playRandomly(quint32 seed)
    {
        std::minstd_rand random(seed);
        OutboxFixture f(SentPolicy::WeAppend);
        QList<LedgerId> ids;
        for (int i = 0; i < 6; ++i)
            ids.append(f.add(QStringLiteral("m%1").arg(i), std::chrono::seconds(random() % 30)));
        outbox::OutboxOptions options;
        options.grace = 0ms;
        f.open(options);
        for (int step = 0; step < 25; ++step) {
            switch (random() % 7) {
            case 0: f.smtp.loseAnswer(); break;
            case 1: f.smtp.loseConnectionBeforeDot(); break;
            case 2: f.smtp.refuseNext("451 4.3.0 later"); break;
            case 3: f.imap.loseAnswer(FakeCall::Append, FakeImapServer::networkError()); break;
            case 4: f.imap.failNext(FakeCall::SearchMessageId, FakeImapServer::networkError()); break;
            case 5:
                f.close();
                f.open(options);
                break;
            default: f.subject->wake(); break;
            }
            f.pass(std::chrono::seconds(random() % 60));
            f.settle();
        }
        for (int i = 0; i < ids.size(); ++i) {
            const QString name = QStringLiteral("m%1").arg(i);
            const LedgerState state = f.state(ids[i]);
            QVERIFY2(f.timesTaken(name) <= 1, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(name)));
            QVERIFY(f.copiesInSent(name) <= 1);
            const bool taken = state == LedgerState::Sent || state == LedgerState::Accepted;
            QVERIFY(!taken || f.timesTaken(name) == 1);
            QVERIFY(state != LedgerState::Failed && state != LedgerState::Cancelled);
        }
    }
};

INLET_TEST(tst_SentConfirmation)
#include "tst_SentConfirmation.moc"
