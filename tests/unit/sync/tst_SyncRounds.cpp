// SPDX-License-Identifier: GPL-3.0-or-later
// Change here, change there, sync, both sides equal.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;

namespace
{

imap::MessageFlags flagsOf(bool seen, bool flagged)
{
    imap::MessageFlags flags;
    flags.seen = seen;
    flags.flagged = flagged;
    return flags;
}

enum class Server { Everything, NoCondstore, BaseOnly };

imap::Capabilities capabilitiesOf(int server)
{
    imap::Capabilities all = FakeImapServer::everything();
    if (server == int(Server::NoCondstore))
        all.condstore = all.qresync = false;
    return server == int(Server::BaseOnly) ? FakeImapServer::baseOnly() : all;
}

} // namespace

class tst_SyncRounds : public QObject
{
    Q_OBJECT

private:
    static void serverRows()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("everything") << int(Server::Everything);
        QTest::newRow("no CONDSTORE") << int(Server::NoCondstore);
        QTest::newRow("IMAP4rev1 only") << int(Server::BaseOnly);
    }

    /// Without UIDPLUS what was moved stays behind with \Deleted; nobody counts it as being there.
    static QStringList living(QStringList lines)
    {
        lines.removeIf([](const QString &line) { return line.contains(QStringLiteral("\\Deleted")); });
        return lines;
    }

    static bool start(SyncFixture &f, int kind)
    {
        f.server.setCapabilities(capabilitiesOf(kind));
        f.fill("INBOX", 1, 30);
        f.fill("Archive", 101, 5);
        f.startEngine();
        return f.waitUntilRound(1) && f.here() == f.there();
    }

private Q_SLOTS:
    void changesThere_arrive_data() { serverRows(); }
    void changesThere_arrive()
    {
        QFETCH(int, kind);
        SyncFixture f;
        QVERIFY(start(f, kind));
        f.server.setFlags("INBOX", ImapUid(3), flagsOf(true, false));
        f.server.setFlags("INBOX", ImapUid(4), flagsOf(false, true));
        f.server.setFlags("Archive", ImapUid(2), flagsOf(true, true));
        f.server.expunge("INBOX", ImapUid(10));
        f.server.expunge("Archive", ImapUid(1));
        f.fill("INBOX", 501, 2);
        f.fill("Junk", 601, 1);
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.messages("INBOX").size(), 31);
        QCOMPARE(f.observer.newMail().size(), 3);
    }

    void oneCameOneWent_theCountsDoNotHideIt_data() { serverRows(); }
    void oneCameOneWent_theCountsDoNotHideIt()
    {
        QFETCH(int, kind);
        SyncFixture f;
        QVERIFY(start(f, kind));
        f.stopEngine();
        f.server.expunge("INBOX", ImapUid(30));
        f.fill("INBOX", 501, 1);
        f.startEngine();
        QVERIFY(f.waitUntilEqual());
    }

    void changesHere_reachTheServer_data() { serverRows(); }
    void changesHere_reachTheServer()
    {
        QFETCH(int, kind);
        SyncFixture f;
        QVERIFY(start(f, kind));
        const QList<ConversationId> all = f.conversations();
        QVERIFY(all.size() >= 10);
        QVERIFY(f.apply(store::TriageVerb::MarkRead, all.mid(0, 4)));
        QVERIFY(f.apply(store::TriageVerb::Star, all.mid(2, 4)));
        QVERIFY(f.apply(store::TriageVerb::MarkUnread, all.mid(0, 1)));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
        int seen = 0;
        int starred = 0;
        for (const char *folder : {"INBOX", "Archive"}) {
            for (const FakeMessage &message : f.server.messages(folder)) {
                seen += message.flags.seen ? 1 : 0;
                starred += message.flags.flagged ? 1 : 0;
            }
        }
        QCOMPARE(seen, 3);
        QVERIFY(starred >= 4);
    }

    /// Trash is not followed, and still the way back is known.
    void movedHere_movesThere_andBackByUndo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<store::TriageVerb>("verb");
        QTest::addColumn<QByteArray>("folder");
        for (const Server kind : {Server::Everything, Server::NoCondstore, Server::BaseOnly}) {
            QTest::addRow("archive, server %d", int(kind)) << int(kind) << store::TriageVerb::Archive << QByteArray("Archive");
            QTest::addRow("delete, server %d", int(kind)) << int(kind) << store::TriageVerb::Delete << QByteArray("Trash");
            QTest::addRow("folder, server %d", int(kind)) << int(kind) << store::TriageVerb::MoveToFolder << QByteArray("Clients");
        }
    }
    void movedHere_movesThere_andBackByUndo()
    {
        QFETCH(int, kind);
        QFETCH(store::TriageVerb, verb);
        QFETCH(QByteArray, folder);
        SyncFixture f;
        f.server.setCapabilities(capabilitiesOf(kind));
        f.server.addFolder("Clients");
        f.fill("INBOX", 1, 12);
        f.startEngine();
        QVERIFY(f.waitUntilRound(1));
        QVERIFY(f.apply(verb, f.conversations().mid(0, 5), store::Category::Unsorted, f.folder("Clients").id));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QCOMPARE(f.server.messages(folder).size(), 5);
        const auto undone = f.store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
            const auto step = write.undo(std::nullopt);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QVERIFY(undone);
        f.engine->operationsQueued(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY2(f.turnUntil([&] { return living(f.here()) == living(f.there()); }),
            qPrintable(f.here().join(QLatin1Char('\n')) + QStringLiteral("\n-- server --\n")
                + f.there().join(QLatin1Char('\n'))));
        QCOMPARE(living(f.there()).size(), 12);
        if (kind != int(Server::BaseOnly))
            QVERIFY(f.server.messages(folder).isEmpty());
    }

    void bothSidesChangeTheSameMessage_endEqual()
    {
        SyncFixture f;
        QVERIFY(start(f, int(Server::Everything)));
        f.server.hold(FakeCall::StoreFlags);
        QVERIFY(f.apply(store::TriageVerb::MarkRead, f.conversations()));
        QVERIFY(f.server.waitUntilHeld(FakeCall::StoreFlags));
        f.server.setFlags("INBOX", ImapUid(5), flagsOf(false, true));
        f.server.expunge("INBOX", ImapUid(6));
        f.server.release(FakeCall::StoreFlags);
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
    }

    void newMail_isStoredAtOnce_andTold()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 10);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        QElapsedTimer timer;
        timer.start();
        f.fill("INBOX", 77, 1);
        QVERIFY(SyncFixture::waitUntil([&] { return !f.observer.newMail().isEmpty(); }));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(f.observer.newMail(), QStringList(SyncFixture::messageId(77)));
        QCOMPARE(f.here(), f.there());
        QVERIFY(f.waitUntilLive());
    }

    void movedByAnotherClient_isNoNews()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 10);
        f.fill("Junk", 20, 1);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.server.expunge("Junk", ImapUid(1));
        f.fill("INBOX", 20, 1); // "not junk"
        f.server.expunge("INBOX", ImapUid(1));
        f.fill("Archive", 1, 1);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.waitUntilEqual());
        f.fill("INBOX", 21, 1);
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.newMail().contains(SyncFixture::messageId(21)); }));
        QVERIFY(!f.observer.newMail().contains(SyncFixture::messageId(1)));
    }

    void ourOwnMail_isNoNewMail_itClosesTheLedger()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        f.fill("Sent", 5, 1, "me@sales.example", "jo@prospect.example");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.sentCopies().size() == 1; }));
        QCOMPARE(f.observer.newMail(), QStringList());
    }

    void uidValidityChanged_everythingIsMappedAgain_triageStays()
    {
        SyncFixture f;
        QVERIFY(start(f, int(Server::Everything)));
        const QList<ConversationId> before = f.conversations();
        QVERIFY(f.apply(store::TriageVerb::SetCategory, before, store::Category::Interested));
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        f.server.changeUidValidity("INBOX");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.folder("INBOX").uidValidity, f.server.uidValidity("INBOX"));
        QCOMPARE(f.messages("INBOX").size(), 30);
        QCOMPARE(f.conversations().size(), before.size());
        for (const ConversationId id : before)
            QCOMPARE(f.row(id)->category, store::Category::Interested);
    }

    void uidValidityChanged_mailThatIsNoLongerThere_goes_data()
    {
        QTest::addColumn<int>("gone"); // of 30, the oldest ones
        QTest::newRow("the oldest") << 4;
        QTest::newRow("all") << 30;
    }
    void uidValidityChanged_mailThatIsNoLongerThere_goes()
    {
        QFETCH(int, gone);
        SyncFixture f;
        QVERIFY(start(f, int(Server::Everything)));
        for (quint32 uid = 1; uid <= quint32(gone); ++uid)
            f.server.expunge("INBOX", ImapUid(uid));
        f.server.changeUidValidity("INBOX");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.messages("INBOX").size() == 30 - gone; }));
        QVERIFY(f.waitUntilEqual());
    }

    void uidValidityChanged_whileAnOperationWaits_theOperationArrives()
    {
        SyncFixture f;
        QVERIFY(start(f, int(Server::Everything)));
        f.stopEngine();
        QVERIFY(f.apply(store::TriageVerb::Star, f.conversations()));
        f.server.changeUidValidity("INBOX");
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.operationCount() == 0; }));
        QVERIFY(f.waitUntilEqual());
        for (const FakeMessage &message : f.server.messages("INBOX"))
            QVERIFY(message.flags.flagged);
    }

    void expungedWhileFetching_endsEqual()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 200);
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        for (quint32 uid = 140; uid < 190; ++uid)
            f.server.expunge("INBOX", ImapUid(uid));
        f.fill("INBOX", 901, 5);
        f.server.release(FakeCall::FetchBodies);
        QVERIFY(f.waitUntilRound(1));
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.messages("INBOX").size(), 155);
    }

    void folderGoneAndBack_survives()
    {
        SyncFixture f;
        QVERIFY(start(f, int(Server::Everything)));
        f.server.removeFolder("Archive");
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(SyncFixture::waitUntil([&] { return !f.folder("Archive").id.isValid(); }));
        f.server.addFolder("Archive", imap::FolderRole::Archive);
        f.fill("Archive", 101, 5);
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.waitUntilEqual());
        QCOMPARE(f.messages("Archive").size(), 5);
    }

    void noIdle_isPolled()
    {
        SyncFixture f;
        QVERIFY(start(f, int(Server::BaseOnly)));
        const AccountId account = f.mailboxes.first().id;
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.status(account).state == sync::SyncState::Checked; }));
        f.fill("INBOX", 77, 1);
        f.clock.advance(std::chrono::seconds(121));
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.newMail().size() == 1; }));
        QCOMPARE(f.server.count(FakeCall::StartIdle), 0);
    }

    void onceOnly_roundEndsAndConnectionIsClosed()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 700);
        sync::SyncOptions options;
        options.listen = false;
        f.startEngine(options);
        QVERIFY(f.waitUntilRound(1));
        QCOMPARE(f.here(), f.there()); // the history is part of it
        QVERIFY(SyncFixture::waitUntil([&] { return f.server.openConnections() == 0; }));
    }

    void withSession_getsTheConnection()
    {
        SyncFixture f;
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        std::atomic<int> found = -1;
        std::atomic<bool> done = false;
        f.fill("Sent", 9, 1, "me@sales.example", "jo@prospect.example");
        f.engine->withSession(
            f.mailboxes.first().id,
            [&](imap::ImapSession &session, std::stop_token stop) -> Result<void> {
                if (const auto selected = session.select("Sent", stop); !selected)
                    return selected.error();
                const auto uids = session.searchMessageId(SyncFixture::messageId(9), stop);
                found = uids ? int(uids->size()) : -2;
                return {};
            },
            [&](const Result<void> &result) { done = bool(result); });
        QVERIFY(SyncFixture::waitUntil([&] { return done.load(); }));
        QCOMPARE(found.load(), 1);
        QCOMPARE(f.server.mostConnections(), 1);
        f.fill("INBOX", 10, 1); // and the listener is back in its place
        QVERIFY(SyncFixture::waitUntil([&] { return f.observer.newMail().size() == 1; }));
    }
};

INLET_TEST(tst_SyncRounds)
#include "tst_SyncRounds.moc"
