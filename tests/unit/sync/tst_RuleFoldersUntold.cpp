// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of which a server does not tell whether something happened, or tells late: they are looked at all the same, and what is
// looked at seldom is said.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;
using sync::SyncState;

class tst_RuleFoldersUntold : public QObject
{
    Q_OBJECT

private:
    static bool comes(SyncFixture &f, const QByteArray &folder, int number)
    {
        return f.turnUntil([&] {
            for (const auto &row : f.messages(folder)) {
                if (row.messageId == SyncFixture::messageId(number))
                    return true;
            }
            return false;
        });
    }
    static sync::SyncStatus status(SyncFixture &f) { return f.observer.status(f.mailboxes.first().id); }

private Q_SLOTS:
    /// A mailbox in which something happens all the time is looked at as a whole all the same.
    void busyMailbox_isLookedAtAsAWhole_data()
    {
        QTest::addColumn<bool>("byMail");
        QTest::newRow("mail comes") << true;
        QTest::newRow("the rep works") << false;
    }
    void busyMailbox_isLookedAtAsAWhole()
    {
        QFETCH(const bool, byMail);
        SyncFixture f;
        QVERIFY(f.goLive(3));
        f.fill("Junk", 50, 1);
        for (int minute = 0; minute < 10; ++minute) {
            if (byMail)
                f.fill("INBOX", 100 + minute, 1);
            else
                QVERIFY(f.apply(minute % 2 == 0 ? TriageVerb::Star : TriageVerb::Unstar, {f.messages("INBOX").first().conversation}));
            QVERIFY(SyncFixture::waitUntil([&] { return byMail ? f.messages("INBOX").size() == 4 + minute : f.operationCount() == 0; }));
            QVERIFY(SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }));
            f.clock.advance(std::chrono::seconds(59));
        }
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("Junk").size() == 1; }));
    }

    void neitherListedNorTold_isOpenedNowAndThen()
    {
        SyncFixture f;
        f.server.addFolder("Clients");
        f.server.addFolder("Partners");
        f.server.leaveOutOfStatus("Clients", true);
        QVERIFY(f.goLive(3));
        for (int number = 50; number < 53; ++number) {
            f.fill("Clients", number, 1);
            QVERIFY(comes(f, "Clients", number));
        }
        QVERIFY(f.turnUntil([&] { return status(f).state == SyncState::Live; }));
        QVERIFY(!status(f).error); // all that there is was looked at
    }

    /// NOTIFY: in IDLE the server tells of all folders.
    void serverTellsByItself_isSeenAtOnce()
    {
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.notify = true;
        f.server.setCapabilities(capabilities);
        f.server.addFolder("Clients");
        QVERIFY(f.goLive(3));
        QVERIFY(SyncFixture::waitUntil([&] { return f.folder("Clients").uidNext != 0; }));
        f.server.clearCalls();
        for (int number = 50; number < 53; ++number) { // the clock stands still
            for (const char *folder : {"Clients", "Junk", "INBOX"}) {
                f.fill(folder, number + (qstrcmp(folder, "Junk") == 0 ? 100 : qstrcmp(folder, "INBOX") == 0 ? 200 : 0), 1);
                const qsizetype expected = number - 49 + (qstrcmp(folder, "INBOX") == 0 ? 3 : 0);
                QVERIFY2(SyncFixture::waitUntil([&] { return f.messages(folder).size() == expected; }), folder);
            }
        }
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Live && f.server.idlingSessions() == 1; }));
        QCOMPARE(f.server.count(FakeCall::Notify), 0); // once a connection
        QCOMPARE(f.server.count(FakeCall::StatusOfAll), 0);
        // One that counts what it does not hand out is not asked without end.
        f.fill("Clients", 60, 1);
        f.server.setListed("Clients", f.server.messages("Clients").last().uid, false);
        QVERIFY(SyncFixture::waitUntil([&] { return status(f).state == SyncState::Live && f.server.idlingSessions() == 1; }));
        f.fill("INBOX", 400, 1);
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("INBOX").size() == 7; }));
        QVERIFY(f.server.calls().size() < 300);
    }

    /// Of the selected folder NOTIFY tells nothing that lasts, and of what came before it was asked for nothing at all.
    void serverTellsByItself_whatItCannotTell_isSeenWithinAMinute_data()
    {
        QTest::addColumn<FakeCall>("meanwhile");
        QTest::newRow("while the folder is read") << FakeCall::FetchBodies;
        QTest::newRow("while NOTIFY is asked for") << FakeCall::Notify;
    }
    void serverTellsByItself_whatItCannotTell_isSeenWithinAMinute()
    {
        QFETCH(const FakeCall, meanwhile);
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.notify = true;
        f.server.setCapabilities(capabilities);
        f.server.addFolder("Clients");
        QVERIFY(f.goLive(3));
        QVERIFY(SyncFixture::waitUntil([&] { return f.folder("Clients").uidNext != 0 && f.server.idlingSessions() == 1; }));
        f.server.hold(meanwhile);
        if (meanwhile == FakeCall::Notify)
            f.server.cutConnections();
        else
            f.fill("Clients", 50, 1);
        QVERIFY(f.server.waitUntilHeld(meanwhile));
        f.fill("Clients", 51, 1);
        f.server.release(meanwhile);
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }));
        const qsizetype expected = f.server.messages("Clients").size();
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        f.clock.advance(std::chrono::seconds(61));
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("Clients").size() == expected; }));
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }));
        QCOMPARE(f.observer.rounds(f.mailboxes.first().id), rounds);
        // It was opened, so once more, and then it is as quiet as before.
        f.server.clearCalls();
        f.clock.advance(std::chrono::seconds(61));
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.count(FakeCall::StatusOfAll) == 1 && f.server.idlingSessions() == 1; }));
        f.server.clearCalls();
        f.clock.advance(std::chrono::seconds(61));
        QVERIFY(!QTest::qWaitFor([&] { return f.server.count(FakeCall::StatusOfAll) > 0; }, 3'000)); // the listener looks once a second
    }

    /// RFC 5465 section 5.8: then it tells nothing of INBOX either.
    void tooMuchToTell_connectsAnew_andDoesWithout()
    {
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.notify = true;
        f.server.setCapabilities(capabilities);
        f.server.addFolder("Clients");
        QVERIFY(f.goLive(3));
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }));
        QCOMPARE(f.server.count(FakeCall::Notify), 1);
        f.server.sayOverflow();
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.count(FakeCall::Connect) == 2 && f.server.idlingSessions() == 1; }));
        QCOMPARE(f.server.count(FakeCall::Notify), 1);
        f.fill("INBOX", 50, 1);
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("INBOX").size() == 4; }));
    }

    void serverDoesNotTell_isSeenWithinAMinute_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("not offered") << false;
        QTest::newRow("offered and refused") << true;
    }
    void serverDoesNotTell_isSeenWithinAMinute()
    {
        QFETCH(const bool, refused);
        SyncFixture f;
        imap::Capabilities capabilities = FakeImapServer::everything();
        capabilities.notify = refused;
        f.server.setCapabilities(capabilities);
        if (refused)
            f.server.failNext(FakeCall::Notify, Error{ErrorKind::ServerRefused, {}, "NO", {}}, 1'000'000);
        f.server.addFolder("Clients");
        QVERIFY(f.goLive(3));
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        for (int number = 50; number < 53; ++number) {
            QVERIFY(SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }));
            f.fill("Clients", number, 1);
            f.clock.advance(std::chrono::seconds(61));
            QVERIFY(SyncFixture::waitUntil([&] { return f.messages("Clients").size() == number - 49; }));
        }
        QCOMPARE(f.observer.rounds(f.mailboxes.first().id), rounds); // not by looking at everything
        QVERIFY(f.server.count(FakeCall::Notify) <= 1);
    }

    /// Where nothing ever comes to such folders, the rounds are enough.
    void nothingEverComes_isAskedLess()
    {
        SyncFixture f;
        f.server.addFolder("Clients");
        QVERIFY(f.goLive(3));
        const auto isAskedInAMinute = [&] {
            if (!SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; }))
                return false;
            f.server.clearCalls();
            f.clock.advance(std::chrono::seconds(61));
            return QTest::qWaitFor([&] { return f.server.count(FakeCall::StatusOfAll) > 0; }, 3'000); // the listener looks once a second
        };
        const auto passes = [&](std::chrono::seconds time) { // a round comes at its end
            const int rounds = f.observer.rounds(f.mailboxes.first().id);
            f.clock.advance(time);
            return f.waitUntilRound(rounds + 1) && SyncFixture::waitUntil([&] { return f.server.idlingSessions() == 1; });
        };
        QVERIFY(isAskedInAMinute());
        QVERIFY(passes(std::chrono::hours(1)));
        QVERIFY(!isAskedInAMinute());
        f.fill("Clients", 50, 1);
        QVERIFY(passes(std::chrono::minutes(4)));
        QVERIFY(isAskedInAMinute());
    }

    void manyAreNotTold_isSaid_andTheyTakeTurns()
    {
        SyncFixture f;
        constexpr int kMany = 12;
        for (int i = 0; i < kMany; ++i) {
            f.server.addFolder("Rule " + QByteArray::number(i));
            f.server.leaveOutOfStatus("Rule " + QByteArray::number(i), true);
        }
        f.fill("INBOX", 1, 3);
        f.startEngine();
        QVERIFY(f.turnUntil([&] {
            const sync::SyncStatus now = status(f);
            return now.state == SyncState::Live && now.error && now.error->cause == "folders-not-told";
        }));
        for (int i = 0; i < kMany; ++i)
            f.fill("Rule " + QByteArray::number(i), 100 + i, 1);
        for (int i = 0; i < kMany; ++i)
            QVERIFY(comes(f, "Rule " + QByteArray::number(i), 100 + i));
    }
};

INLET_TEST(tst_RuleFoldersUntold)
#include "tst_RuleFoldersUntold.moc"
