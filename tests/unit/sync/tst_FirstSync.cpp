// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <QSet>

using namespace inlet;
using namespace inlet::test;

class tst_FirstSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolder_endsEqual_nothingIsMarkedRead()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 420);
        f.fill("Sent", 1001, 70, "me@sales.example", "jo@prospect.example");
        f.fill("Junk", 2001, 3);
        f.fill("Archive", 3001, 55);
        f.server.deliver("Drafts", SyncFixture::mail(4001));
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.here(), f.there());
        QCOMPARE(f.here().size(), 548);
        QCOMPARE(f.server.count(FakeCall::StoreFlags), 0);
        QVERIFY(f.folder("INBOX").historyDone);
        QCOMPARE(f.observer.newMail(), QStringList());
        QCOMPARE(f.observer.sentCopies().size(), 70);
    }

    void newestFiftyOfEveryFolder_comeBeforeAnyHistory()
    {
        SyncFixture f;
        for (const char *folder : {"INBOX", "Sent", "Archive"})
            f.fill(folder, 1, 200);
        f.startEngine();
        QVERIFY(f.waitUntilRound(1));
        QByteArrayList order;
        for (const RecordedCall &call : f.server.calls()) {
            if (call.call == FakeCall::FetchBodies)
                order.append(call.folder + ' ' + call.argument);
        }
        QVERIFY(order.size() >= 6);
        QCOMPARE(order.first(3), (QByteArrayList{"INBOX 151:200", "Sent 151:200", "Archive 151:200"}));
        QCOMPARE(f.here(), f.there());
    }

    void progress_growsToTheWhole()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 700);
        f.server.hold(FakeCall::SearchSince);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::SearchSince));
        const AccountId account = f.mailboxes.first().id;
        QCOMPARE(f.observer.status(account).state, sync::SyncState::CatchingUp);
        f.server.release(FakeCall::SearchSince);
        QVERIFY(f.waitUntilLive());
        const sync::SyncStatus status = f.observer.status(account);
        QCOMPARE(status.total, 700);
        QCOMPARE(status.done, 700);
    }

    void historyWindow_isKept_butNewMailOfAnyAgeComes()
    {
        SyncFixture f;
        f.mailboxes.first().history = accounts::HistoryWindow::Days30;
        const QDateTime now = f.clock.nowUtc();
        f.server.deliver("INBOX", SyncFixture::mail(1), {}, now.addDays(-40));
        f.server.deliver("INBOX", SyncFixture::mail(2), {}, now.addDays(-20));
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.messages("INBOX").size(), 1);
        f.server.deliver("INBOX", SyncFixture::mail(3), {}, now.addDays(-50)); // moved in by another client
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("INBOX").size() == 2; }));
    }

    void secondStart_fetchesNothingAgain()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 120);
        f.fill("Sent", 1001, 30, "me@sales.example", "jo@prospect.example");
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.stopEngine();
        f.server.clearCalls();
        f.startEngine();
        QVERIFY(f.waitUntilRound(2));
        QCOMPARE(f.server.count(FakeCall::FetchBodies), 0);
        QCOMPARE(f.server.count(FakeCall::FetchMeta), 0);
        QCOMPARE(f.here(), f.there());
    }

    void killed_anywhere_nothingIsLostOrDoubled_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 7, 49, 50, 51, 99})
            QTest::newRow(qPrintable(QStringLiteral("after %1 messages").arg(rows))) << rows;
    }
    void killed_anywhere_nothingIsLostOrDoubled()
    {
        QFETCH(int, rows);
        SyncFixture f;
        f.fill("INBOX", 1, 200);
        f.fill("Archive", 1001, 60);
        // The first life ends in the middle of a fetch; what it had sent to the store stays.
        f.server.failNext(FakeCall::FetchBodies, FakeImapServer::networkError(), 1, rows % 50);
        f.server.hold(FakeCall::StartIdle);
        f.startEngine();
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.count(FakeCall::FetchBodies) >= 1 + rows / 50; }));
        f.stopEngine();
        f.server.release(FakeCall::StartIdle);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QCOMPARE(f.here(), f.there());
        QSet<QString> ids;
        for (const store::StoredMessageRow &row : f.messages("INBOX"))
            ids.insert(row.messageId);
        QCOMPARE(ids.size(), 200);
        QCOMPARE(f.messages("INBOX").size(), 200);
    }

    void largeMessage_comesAsAHeaderFirst_thenWhole()
    {
        SyncFixture f;
        const QByteArray large = SyncFixture::mail(1) + QByteArray(600 * 1024, 'x') + "\r\n";
        f.server.deliver("INBOX", large);
        f.server.hold(FakeCall::FetchSlice);
        f.startEngine();
        QVERIFY(SyncFixture::waitUntil([&] { return f.messages("INBOX").size() == 1; }));
        f.server.release(FakeCall::FetchSlice);
        QVERIFY(f.waitUntilRound(1));
        QCOMPARE(f.server.count(FakeCall::FetchHeaders), 1); // with its structure, when it is met
        const StoredMessageId id = f.messages("INBOX").first().location.message;
        f.store->readHere([&](store::ReadSession &read) { QCOMPARE(read.raw(id).value_or(QByteArray()), large); });
    }

    void manyMailboxes_allEndEqual()
    {
        std::vector<std::unique_ptr<FakeImapServer>> servers; // outlive the sessions of the fixture
        SyncFixture f;
        QMap<QString, FakeImapServer *> byUser{{QStringLiteral("me@sales.example"), &f.server}};
        for (int i = 0; i < 24; ++i) {
            const QString email = QStringLiteral("me%1@sales.example").arg(i);
            servers.push_back(std::make_unique<FakeImapServer>());
            for (int n = 0; n < 60; ++n)
                servers.back()->deliver("INBOX", SyncFixture::mail(i * 1000 + n));
            byUser.insert(email, servers.back().get());
            f.addAccount(email);
        }
        f.factory = FakeImapServer::factoryFor(byUser);
        sync::SyncOptions options;
        options.connectionsPerHost = 50;
        f.startEngine(options);
        QVERIFY(f.turnUntil([&] {
            return std::all_of(f.mailboxes.begin(), f.mailboxes.end(),
                [&](const accounts::Account &a) { return f.observer.rounds(a.id) > 0; });
        }));
        for (qsizetype i = 1; i < f.mailboxes.size(); ++i) {
            f.store->readHere([&](store::ReadSession &read) {
                qint64 messages = 0;
                const auto folders = read.folders(f.mailboxes.at(i).id);
                for (const store::StoredFolder &folder : *folders)
                    messages += folder.messages;
                QCOMPARE(messages, 60);
            });
        }
    }
};

INLET_TEST(tst_FirstSync)
#include "tst_FirstSync.moc"
