// SPDX-License-Identifier: GPL-3.0-or-later
// A host that allows fewer connections than it has mailboxes: a long history keeps none of them for itself.
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <array>

using namespace inlet;
using namespace inlet::test;

class tst_Turns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longHistories_leaveTheirPlaceAfterAMinute()
    {
        constexpr int kMails = 1500;
        SyncFixture f;
        f.addAccount(QStringLiteral("second@sales.example"));
        f.addAccount(QStringLiteral("third@sales.example"));
        f.addAccount(QStringLiteral("fourth@sales.example"));
        std::array<FakeImapServer, 4> servers;
        QMap<QString, FakeImapServer *> byUser;
        for (std::size_t i = 0; i < servers.size(); ++i) {
            byUser.insert(f.mailboxes.at(qsizetype(i)).imap.user, &servers.at(i));
            const int mails = i < 2 ? kMails : 5;
            for (int number = 0; number < mails; ++number)
                servers.at(i).deliver("INBOX", SyncFixture::mail(10'000 * int(i) + number));
        }
        f.factory = FakeImapServer::factoryFor(byUser);
        for (std::size_t i = 0; i < 2; ++i)
            servers.at(i).hold(FakeCall::FetchBodies);
        f.startEngine({.workers = 8, .connectionsPerHost = 2});
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(servers.at(i).waitUntilHeld(FakeCall::FetchBodies));
        QCOMPARE(servers.at(2).openConnections() + servers.at(3).openConnections(), 0);
        // A minute on, both end their batch, and come no further: whoever is let in then has their places.
        f.clock.advance(std::chrono::seconds(61));
        for (std::size_t i = 0; i < 2; ++i)
            servers.at(i).hold(FakeCall::Connect);
        for (std::size_t i = 0; i < 2; ++i)
            servers.at(i).release(FakeCall::FetchBodies);
        for (const qsizetype i : {2, 3}) {
            const AccountId account = f.mailboxes.at(i).id;
            QVERIFY(f.turnUntil([&] { return f.observer.rounds(account) > 0; }));
        }
        for (const qsizetype i : {0, 1})
            QCOMPARE(f.observer.rounds(f.mailboxes.at(i).id), 0);
        for (std::size_t i = 0; i < 2; ++i)
            servers.at(i).release(FakeCall::Connect);
        for (const qsizetype i : {0, 1})
            QVERIFY(f.turnUntil([&] { return f.observer.rounds(f.mailboxes.at(i).id) > 0; }));
    }
};

INLET_TEST(tst_Turns)
#include "tst_Turns.moc"
