// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that are wrong about what went, and such as were restored and do not show it by UIDNEXT.
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

class tst_WrongNumbers : public QObject
{
    Q_OBJECT

private:
    /// Also that each number means the same message.
    static bool agrees(SyncFixture &f)
    {
        const auto rows = f.messages("INBOX");
        const auto messages = f.server.messages("INBOX");
        return f.here() == f.there() && rows.size() == messages.size()
            && std::all_of(messages.begin(), messages.end(), [&](const FakeMessage &message) {
                   return std::any_of(rows.begin(), rows.end(), [&](const store::StoredMessageRow &row) {
                       return row.location.uid == message.uid && message.raw.contains(row.messageId.toUtf8());
                   });
               });
    }
    static void look(SyncFixture &f) { f.engine->checkNow(f.mailboxes.first().id); }

private Q_SLOTS:
    void everythingVanished_isNotBelieved()
    {
        SyncFixture f;
        QVERIFY(f.goLive(40));
        QVERIFY(agrees(f));
        f.server.sayVanished("INBOX");
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        look(f);
        QVERIFY(f.waitUntilRound(rounds + 1));
        QCOMPARE(f.messages("INBOX").size(), 40);
        QVERIFY(agrees(f));
        // What is new then comes as ever, and what goes, goes.
        f.fill("INBOX", 50, 1);
        f.server.expunge("INBOX", ImapUid(3));
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f); }));
    }

    /// The counts say that none went.
    void someVanished_areNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<int>("some");
        for (const char *folder : {"INBOX", "Clients"}) {
            for (const int some : {1, 3, 20})
                QTest::addRow("%d in %s", some, folder) << QByteArray(folder) << some;
        }
    }
    void someVanished_areNotBelieved()
    {
        QFETCH(QByteArray, folder);
        QFETCH(int, some);
        SyncFixture f;
        f.server.addFolder("Clients");
        f.fill(folder, 1, 40);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.messages(folder).size(), 40);
        f.server.sayVanished(folder, some);
        f.fill(folder, 50, 1);
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        look(f);
        QVERIFY(f.waitUntilRound(rounds + 1));
        QCOMPARE(f.messages(folder).size(), 41);
        f.server.expunge(folder, ImapUid(30));
        look(f);
        QVERIFY(f.turnUntil([&] { return f.messages(folder).size() == 40; }));
    }

    void muchVanished_isBelievedWhenItIsTrue()
    {
        SyncFixture f;
        QVERIFY(f.goLive(40));
        for (quint32 uid = 1; uid <= 35; ++uid)
            f.server.expunge("INBOX", ImapUid(uid));
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f); }));
        QCOMPARE(f.messages("INBOX").size(), 5);
    }

    /// New mail brought UIDNEXT to where it was before, or further.
    void restored_andFilledUpAgain_isReadAnew_data()
    {
        QTest::addColumn<int>("fresh");
        QTest::addColumn<bool>("resync");
        for (const bool resync : {true, false}) {
            const char *how = resync ? "QRESYNC" : "CONDSTORE";
            QTest::addRow("as many, %s", how) << 2 << resync;
            QTest::addRow("more, %s", how) << 3 << resync;
        }
    }
    void restored_andFilledUpAgain_isReadAnew()
    {
        QFETCH(int, fresh);
        QFETCH(bool, resync);
        SyncFixture f;
        if (!resync)
            f.without(&imap::Capabilities::qresync);
        QVERIFY(f.goLive(5));
        for (int i = 0; i < 10; ++i) { // reading and starring; the backup is older than that
            imap::MessageFlags flags;
            flags.flagged = i % 2 == 0;
            f.server.setFlags("INBOX", ImapUid(1), flags);
        }
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f); }));
        f.stopEngine();
        f.server.restoreBackup("INBOX", ImapUid(4));
        f.server.loseIndex("INBOX");
        f.fill("INBOX", 104, fresh);
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return agrees(f) && f.observer.status(f.mailboxes.first().id).state == SyncState::Live; }));
    }

    /// An index that was rebuilt: the mail is the same and is not fetched again, but flags are compared.
    void modSequencesBeginAnew_flagsAreCompared()
    {
        SyncFixture f;
        QVERIFY(f.goLive(5));
        for (int i = 0; i < 10; ++i) {
            imap::MessageFlags flags;
            flags.flagged = i % 2 == 0;
            f.server.setFlags("INBOX", ImapUid(1), flags);
        }
        look(f);
        QVERIFY(f.turnUntil([&] { return agrees(f); }));
        f.stopEngine();
        imap::MessageFlags seen;
        seen.seen = true;
        f.server.setFlags("INBOX", ImapUid(2), seen);
        f.server.loseIndex("INBOX");
        f.server.clearCalls();
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return agrees(f); }));
        QCOMPARE(f.server.count(FakeCall::FetchBodies), 0);
    }
};

INLET_TEST(tst_WrongNumbers)
#include "tst_WrongNumbers.moc"
