// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of the user's own, into which rules on the server sort replies that never were in the inbox.
#include "SyncFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;
using sync::SyncState;

namespace
{

class RuleFolders : public SyncFixture
{
public:
    RuleFolders()
    {
        server.addFolder("Clients");
        server.addFolder("INBOX/Prospects");
        server.addFolder("Trash/Old clients");
        server.addFolder("Calendar");
        fill("INBOX", 1, 3);
    }

    bool start()
    {
        startEngine();
        return waitUntilLive();
    }
    /// As a rule on the server does it; `age` in days.
    ImapUid sort(const QByteArray &folder, int number, int age = 0, bool seen = false)
    {
        const QDateTime when = clock.nowUtc().addDays(-age);
        QByteArray raw = mail(number);
        raw.replace("Thu, 01 Jan 2026 10:00:00 +0000", when.toString(Qt::RFC2822Date).toLatin1());
        imap::MessageFlags flags;
        flags.seen = seen;
        return server.deliver(folder, raw, flags, when);
    }
    void look() { engine->checkNow(mailboxes.first().id); }
    std::optional<store::StoredMessageRow> mailOf(const QByteArray &folder, int number)
    {
        for (const auto &row : messages(folder)) {
            if (row.messageId == messageId(number))
                return row;
        }
        return std::nullopt;
    }
    bool isInInbox(const QByteArray &folder, int number)
    {
        const auto mail = mailOf(folder, number);
        const auto found = mail ? row(mail->conversation) : std::nullopt;
        return found && !found->archived;
    }
    bool comes(const QByteArray &folder, int number)
    {
        return turnUntil([&] { return mailOf(folder, number).has_value(); });
    }
    Result<void> undo()
    {
        const auto undone = store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
            const auto step = write.undo(std::nullopt);
            return step ? Result<void>() : Result<void>(step.error());
        });
        engine->operationsQueued(mailboxes.first().id);
        return undone;
    }
};

} // namespace

class tst_RuleFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replyThatARuleSorted_isNoticed_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QString>("server");
        for (const char *folder : {"Clients", "INBOX/Prospects"}) {
            QTest::addRow("%s, LIST-STATUS", folder) << QByteArray(folder) << QStringLiteral("all");
            QTest::addRow("%s, one STATUS each", folder) << QByteArray(folder) << QStringLiteral("single");
            QTest::addRow("%s, nothing but IMAP4rev1", folder) << QByteArray(folder) << QStringLiteral("base");
            QTest::addRow("%s, LIST-STATUS is a lie", folder) << QByteArray(folder) << QStringLiteral("lie");
            QTest::addRow("%s, LIST-STATUS leaves it out", folder) << QByteArray(folder) << QStringLiteral("unsaid");
        }
    }
    void replyThatARuleSorted_isNoticed()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QString, server);
        RuleFolders f;
        imap::Capabilities capabilities = server == QLatin1String("base") ? FakeImapServer::baseOnly() : FakeImapServer::everything();
        capabilities.listStatus = capabilities.listStatus && server != QLatin1String("single");
        f.server.setCapabilities(capabilities);
        if (server == QLatin1String("unsaid"))
            f.server.leaveOutOfStatus(folder);
        if (server == QLatin1String("lie"))
            f.server.failNext(FakeCall::StatusOfAll, Error{ErrorKind::ServerRefused, {}, "BAD", {}}, 1'000'000);
        f.startEngine();
        QVERIFY(f.turnUntil([&] { return f.observer.rounds(f.mailboxes.first().id) > 0; }));
        QVERIFY(f.sort(folder, 50).isValid());
        QVERIFY(f.comes(folder, 50)); // at the next look, which nobody asked for
        QVERIFY(f.isInInbox(folder, 50));
        QTRY_VERIFY(f.observer.newMail().contains(SyncFixture::messageId(50)));
    }

    void oneWhereNothingHappened_costsNoCommand()
    {
        RuleFolders f;
        QVERIFY(f.start());
        f.restartEngine();
        QVERIFY(f.waitUntilLive());
        f.server.clearCalls();
        const int rounds = f.observer.rounds(f.mailboxes.first().id);
        f.look();
        QVERIFY(f.waitUntilRound(rounds + 1));
        for (const RecordedCall &call : f.server.calls())
            QVERIFY(call.folder != "Clients" && call.folder != "INBOX/Prospects");
        QCOMPARE(f.server.count(FakeCall::StatusOfAll), 1);
    }

    /// After a weekend much has come to all folders: what the user does meanwhile does not wait for the last of them.
    void changedInMany_keyGoesInBetween_andAllAreLookedAt()
    {
        RuleFolders f;
        constexpr int kMany = 25;
        for (int i = 0; i < kMany; ++i)
            f.server.addFolder("Rule " + QByteArray::number(i));
        QVERIFY(f.start());
        f.stopEngine();
        for (int i = 0; i < kMany; ++i)
            f.sort("Rule " + QByteArray::number(i), 100 + i);
        f.server.clearCalls();
        f.server.hold(FakeCall::FetchBodies);
        f.startEngine();
        QVERIFY(f.server.waitUntilHeld(FakeCall::FetchBodies));
        QVERIFY(f.apply(TriageVerb::Star, {f.mailOf("INBOX", 1)->conversation}));
        f.server.release(FakeCall::FetchBodies);
        for (int i = 0; i < kMany; ++i)
            QVERIFY(f.comes("Rule " + QByteArray::number(i), 100 + i));
        QVERIFY(f.waitUntilLive());
        QSet<QByteArray> before;
        bool isDone = false;
        for (const RecordedCall &call : f.server.calls()) {
            isDone = isDone || call.call == FakeCall::StoreFlags;
            if (!isDone && call.call == FakeCall::Select && call.folder.startsWith("Rule "))
                before.insert(call.folder);
        }
        QVERIFY(isDone);
        QVERIFY2(before.size() <= 10, qPrintable(QString::number(before.size())));
    }

    void whatIsNoMailOrWasThrownAway_isLeftAlone()
    {
        RuleFolders f;
        f.server.addFolder("Papierkorb");
        QVERIFY(f.start());
        QVERIFY(f.folder("Clients").followed && f.folder("INBOX/Prospects").followed);
        for (const char *name : {"Trash/Old clients", "Calendar", "Papierkorb", "Trash", "Drafts"})
            QVERIFY2(!f.folder(name).followed, name);
    }

    void whatWasFiledLongAgo_isArchived_andWhatIsUnreadIsNot()
    {
        RuleFolders f;
        f.sort("Clients", 60, 40);
        f.sort("Clients", 61, 3, true);
        f.sort("Clients", 62, 3);
        QVERIFY(f.start());
        QVERIFY(f.mailOf("Clients", 60) && f.mailOf("Clients", 61) && f.mailOf("Clients", 62));
        QVERIFY(!f.isInInbox("Clients", 60));
        QVERIFY(!f.isInInbox("Clients", 61));
        QVERIFY(f.isInInbox("Clients", 62));
        QCOMPARE(f.observer.newMail(), QStringList());
        // An old archive that somebody copies there is no news either.
        f.sort("Clients", 63, 300);
        f.look();
        QVERIFY(f.comes("Clients", 63));
        QVERIFY(!f.isInInbox("Clients", 63));
        QCOMPARE(f.observer.newMail(), QStringList());
    }

    /// In another program, while this one was off. What is read within minutes is on the rep's other screen.
    void readBeforeWeCame_isArchived_andReadAsItCameIsNot()
    {
        RuleFolders f;
        QVERIFY(f.start());
        f.stopEngine();
        f.sort("Clients", 64, 0, true);
        f.sort("Clients", 65);
        f.clock.advance(std::chrono::hours(8));
        f.startEngine();
        QVERIFY(f.comes("Clients", 64) && f.comes("Clients", 65));
        QVERIFY(!f.isInInbox("Clients", 64));
        QVERIFY(f.isInInbox("Clients", 65));
        f.sort("Clients", 66, 0, true);
        imap::MessageFlags flags;
        flags.answered = true;
        f.server.setFlags("Clients", f.sort("Clients", 67), flags);
        f.look();
        QVERIFY(f.comes("Clients", 66) && f.comes("Clients", 67));
        QVERIFY(f.isInInbox("Clients", 66));
        QVERIFY(!f.isInInbox("Clients", 67));
        QTRY_COMPARE(f.observer.newMail(), (QStringList{SyncFixture::messageId(65), SyncFixture::messageId(66)}));
    }

    void movedThereByHand_isDone()
    {
        RuleFolders f;
        QVERIFY(f.start());
        f.sort("INBOX", 70);
        QVERIFY(f.comes("INBOX", 70));
        QVERIFY(f.isInInbox("INBOX", 70));
        const auto message = f.server.messages("INBOX").last();
        f.server.deliver("Clients", message.raw, message.flags, message.internalDate);
        f.server.expunge("INBOX", message.uid);
        f.look();
        QVERIFY(f.comes("Clients", 70));
        QVERIFY(f.turnUntil([&] { return !f.mailOf("INBOX", 70); }));
        QVERIFY(!f.isInInbox("Clients", 70));
        QCOMPARE(f.observer.newMail(), QStringList{SyncFixture::messageId(70)});
    }

    void done_leavesTheInbox_andStaysInItsFolder()
    {
        RuleFolders f;
        QVERIFY(f.start());
        f.sort("Clients", 80);
        f.look();
        QVERIFY(f.comes("Clients", 80));
        const ConversationId conversation = f.mailOf("Clients", 80)->conversation;
        QVERIFY(f.apply(TriageVerb::Archive, {conversation}));
        QVERIFY(!f.isInInbox("Clients", 80));
        QTRY_COMPARE(f.operationCount(), 0);
        QCOMPARE(f.server.messages("Clients").size(), 1);
        // Flags that come from the server do not bring it back, and a restart does not either.
        imap::MessageFlags flags;
        flags.flagged = true;
        f.server.setFlags("Clients", ImapUid(1), flags);
        f.restartEngine();
        QVERIFY(f.turnUntil([&] { return f.mailOf("Clients", 80)->location.flags.flagged; }));
        QVERIFY(!f.isInInbox("Clients", 80));
        QVERIFY(f.undo());
        QVERIFY(f.isInInbox("Clients", 80));
        QCOMPARE(f.server.messages("Clients").size(), 1);
    }

    void movedAndBack_isInTheInboxAgain()
    {
        RuleFolders f;
        QVERIFY(f.start());
        f.sort("Clients", 81);
        f.look();
        QVERIFY(f.comes("Clients", 81));
        const ConversationId conversation = f.mailOf("Clients", 81)->conversation;
        for (const bool toTrash : {false, true}) {
            QVERIFY(toTrash ? f.apply(TriageVerb::Delete, {conversation})
                            : f.apply(TriageVerb::MoveToFolder, {conversation}, store::Category::Unsorted, f.folder("INBOX/Prospects").id));
            QTRY_COMPARE(f.operationCount(), 0);
            QCOMPARE(f.server.messages("Clients").size(), 0);
            f.look();
            QVERIFY(f.turnUntil([&] { return f.row(conversation)->archived || toTrash; }));
            QVERIFY(f.undo());
            QVERIFY(f.row(conversation) && !f.row(conversation)->archived);
            QVERIFY(f.turnUntil([&] { return f.operationCount() == 0 && f.server.messages("Clients").size() == 1; }));
            f.look();
            QVERIFY(f.turnUntil([&] { return f.isInInbox("Clients", 81) && f.mailOf("Clients", 81)->location.uid.isValid(); }));
        }
    }

    void flagsChangedThere_areSeenWithoutModSequences()
    {
        RuleFolders f;
        f.server.setCapabilities(FakeImapServer::baseOnly());
        f.sort("Clients", 90);
        f.startEngine();
        QVERIFY(f.comes("Clients", 90));
        imap::MessageFlags flags;
        flags.seen = true;
        f.server.setFlags("Clients", ImapUid(1), flags);
        QVERIFY(f.turnUntil([&] { return f.mailOf("Clients", 90)->location.flags.seen; }));
        QVERIFY(f.isInInbox("Clients", 90));
    }

    /// Gmail's "Skip the inbox, apply the label": the reply is in All Mail and below its label.
    void gmailFilterWithALabel_isNoticed()
    {
        SyncFixture f;
        const QByteArray allMail = "[Gmail]/All Mail";
        f.server.becomeGmail();
        f.server.addFolder("Clients");
        f.fill("INBOX", 1, 3);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
        const QDateTime now = f.clock.nowUtc();
        f.server.deliver("Clients", SyncFixture::mail(20), {}, now);
        f.server.deliver(allMail, SyncFixture::mail(21), {}, now); // archived by a filter, nowhere to be seen
        f.engine->checkNow(f.mailboxes.first().id);
        const auto conversationOf = [&](int number) {
            for (const auto &row : f.messages(allMail)) {
                if (row.messageId == SyncFixture::messageId(number))
                    return row.conversation;
            }
            return ConversationId();
        };
        QVERIFY(f.turnUntil([&] { return conversationOf(20).isValid() && conversationOf(21).isValid(); }));
        QVERIFY(!f.row(conversationOf(20))->archived);
        QVERIFY(f.row(conversationOf(21))->archived);
        QTRY_COMPARE(f.observer.newMail(), QStringList{SyncFixture::messageId(20)});
        QVERIFY(f.apply(TriageVerb::Archive, {conversationOf(20)}));
        QVERIFY(f.row(conversationOf(20))->archived);
        QTRY_COMPARE(f.operationCount(), 0);
        QCOMPARE(f.server.messages("Clients").size(), 1);
        const auto undone = f.store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
            const auto step = write.undo(std::nullopt);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QVERIFY(undone);
        QVERIFY(!f.row(conversationOf(20))->archived);
    }

    void folderThatDoesNotOpen_isLeftAlone_andTheOthersAreNot()
    {
        RuleFolders f;
        f.server.shut("Clients");
        QVERIFY(f.start());
        QVERIFY(!f.observer.status(f.mailboxes.first().id).error);
        f.sort("INBOX/Prospects", 95);
        f.look();
        QVERIFY(f.comes("INBOX/Prospects", 95));
    }

    void folderThatDoesNotOpenForTheMoment_isSaid_andReadLater()
    {
        RuleFolders f;
        f.server.shut("Clients", "NO [INUSE] Mailbox is locked");
        f.sort("Clients", 96);
        f.startEngine();
        const auto status = [&] { return f.observer.status(f.mailboxes.first().id); };
        QVERIFY(f.turnUntil([&] { return status().state == SyncState::Live && status().error.has_value(); }));
        f.server.open("Clients");
        f.look();
        QVERIFY(f.comes("Clients", 96));
        QVERIFY(f.isInInbox("Clients", 96));
        QVERIFY(f.turnUntil([&] { return status().state == SyncState::Live && !status().error; }));
    }

    void historyWidened_isReadThereToo()
    {
        RuleFolders f;
        f.mailboxes.first().history = accounts::HistoryWindow::Days30;
        const auto keep = [&] {
            return f.store->writeAndWait("test.account",
                [&](store::WriteTransaction &write) { return write.updateAccount(f.mailboxes.first()); });
        };
        QVERIFY(keep());
        f.sort("Clients", 97, 60);
        QVERIFY(f.start());
        QVERIFY(!f.mailOf("Clients", 97));
        f.mailboxes.first().history = accounts::HistoryWindow::All;
        QVERIFY(keep());
        f.engine->start(f.mailboxes.first());
        QVERIFY(f.comes("Clients", 97));
    }
};

INLET_TEST(tst_RuleFolders)
#include "tst_RuleFolders.moc"
