// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;

/// A server that lists a message and leaves it out of an answer, as one does whose files are moved at that moment: no later look
/// would ask for it again, because the numbers of the folder agree from then on.
class tst_NotHandedOut : public QObject
{
    Q_OBJECT

private:
    static constexpr int kForever = 1'000'000;

    static imap::Capabilities capabilitiesOf(int server)
    {
        imap::Capabilities all = FakeImapServer::everything();
        if (server > 0)
            all.qresync = false;
        if (server > 1)
            all.condstore = false;
        return all;
    }

private Q_SLOTS:
    void newMail_comesAllTheSame_data()
    {
        QTest::addColumn<int>("server");
        QTest::addColumn<int>("times");
        QTest::addColumn<bool>("anotherGoes");
        for (int server = 0; server < 3; ++server) {
            QTest::addRow("server %d", server) << server << 1 << false;
            QTest::addRow("server %d, another goes", server) << server << 1 << true;
        }
        QTest::newRow("again and again") << 0 << 3 << false;
    }
    void newMail_comesAllTheSame()
    {
        QFETCH(int, server);
        QFETCH(int, times);
        QFETCH(bool, anotherGoes);
        SyncFixture f;
        f.server.setCapabilities(capabilitiesOf(server));
        f.fill("INBOX", 1, 3);
        f.fill("Archive", 101, 8);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QVERIFY(f.waitUntilEqual());
        f.server.withhold("Archive", f.server.deliver("Archive", SyncFixture::mail(200)), times);
        if (anotherGoes)
            f.server.expunge("Archive", ImapUid(2)); // the counts are as before
        QVERIFY(f.waitUntilEqual());
    }

    void history_comesAllTheSame()
    {
        SyncFixture f;
        f.fill("Archive", 1, 200);
        for (const quint32 uid : {7U, 150U})
            f.server.withhold("Archive", ImapUid(uid), 2);
        f.startEngine();
        QVERIFY(f.waitUntilEqual());
    }

    /// What a server never hands out does not stop the rest, and numbers that are no messages are nobody's loss.
    void neverHandedOut_theOthersCome()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 3);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const ImapUid lost = f.server.deliver("Archive", SyncFixture::mail(200));
        f.server.withhold("Archive", lost, kForever);
        f.server.expunge("Archive", f.server.deliver("Archive", SyncFixture::mail(201)));
        f.server.deliver("Archive", SyncFixture::mail(202));
        QVERIFY(f.turnUntil([&] { return f.messages("Archive").size() == 1; }));
        QVERIFY(f.turnUntil([&] { return f.observer.status(f.mailboxes.first().id).state == sync::SyncState::Live; }));
        f.server.deliver("Archive", SyncFixture::mail(203));
        QVERIFY(f.turnUntil([&] { return f.messages("Archive").size() == 2; }));
    }
};

INLET_TEST(tst_NotHandedOut)
#include "tst_NotHandedOut.moc"
